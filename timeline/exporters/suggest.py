"""The hint for a name that nothing has."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(name: str, known: Iterable[str], plural: str) -> str:
    """Return what was probably meant and all there is: "did you mean csv? formats: csv, json"."""
    names = list(known)
    close = nearest(name, names)
    meant = f"did you mean {close}? " if close else ""
    return f"{meant}{plural}: {', '.join(names)}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is nearly written so."""
    close = get_close_matches(name.lower(), list(known), n=1)
    return close[0] if close and close[0] != name else None
