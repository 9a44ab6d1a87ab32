"""What stands between quotation marks."""

from __future__ import annotations

from .parse import Parse


def quoted(parse: Parse) -> frozenset[int]:
    """Return the tokens inside quotation marks; a new line closes what was left open."""
    found: set[int] = set()
    opened = -1
    for i, tag in enumerate(parse.tag):
        straight = parse.lower[i] == '"'  # the tagger guesses which side it is
        if tag == "``" and not (straight and opened >= 0):
            opened = i
        elif opened >= 0 and (tag == "''" or straight or "\n" in parse.lower[i]):
            found.update(range(opened, i))
            opened = -1
    return frozenset(found)
