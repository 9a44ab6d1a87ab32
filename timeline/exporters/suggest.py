"""The hint for a name that nothing has."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(name: str, known: Iterable[str], plural: str) -> str:
    """Return what was probably meant and all there is: "did you mean csv? formats: csv, json"."""
    names = list(known)
    close = [one for one in get_close_matches(name.lower(), names, n=1) if one != name]
    meant = f"did you mean {close[0]}? " if close else ""
    return f"{meant}{plural}: {', '.join(names)}"
