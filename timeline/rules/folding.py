"""The text as patterns see it."""

from __future__ import annotations

from .mask import without_signs

_FOLDED = str.maketrans("‐‑‒–−’‘", "-----''")


def fold(text: str) -> str:
    """The text as patterns see it: lower case, one kind of hyphen and apostrophe, same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return without_signs(low).translate(_FOLDED) if not low.isascii() else low
