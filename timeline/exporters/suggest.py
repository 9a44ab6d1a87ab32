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
    """The known name that is nearly written so; rather one of the same letters: "cvs" is csv."""
    said = name.lower()
    close = get_close_matches(said, list(known), n=3)
    same = [one for one in close if sorted(one) == sorted(said)]
    found = next(iter(same or close), None)
    return found if found != name else None
