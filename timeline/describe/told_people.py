"""Which last names of a text are those of persons."""

from __future__ import annotations

from collections import Counter

from .parse import Parse

PLACING = frozenset({"at", "from", "in", "near"})


def mostly_people(parse: Parse) -> set[str]:
    """The last names that are a person's: told in full, or taken for one more often than not.

    Of a name told in full ("Ann Lee") the entity finder's guesses at a bare "Lee" do not count,
    unless something is in or at it.
    """
    full = {
        parse.lower[i]
        for i, kind in enumerate(parse.entity)
        if kind == "PERSON"
        and parse.dep[i] != "compound"
        and any(parse.entity[k] == kind for k in parse.children(i, "compound"))
    }
    counts: Counter[tuple[str, bool]] = Counter()
    for i, pos in enumerate(parse.pos):
        if pos == "PROPN" and parse.dep[i] != "compound" and parse.entity[i]:
            name = parse.lower[i]
            alone = name in full and not parse.kids[i] and not _is_placing(parse, i)
            counts[name, parse.entity[i] == "PERSON" or alone] += 1
    return {
        name for (name, person), count in counts.items() if person and count > counts[name, False]
    }


def _is_placing(parse: Parse, i: int) -> bool:
    """Tell whether something is told to be in, at or from what a name stands for."""
    return parse.dep[i] == "pobj" and parse.lower[parse.head[i]] in PLACING
