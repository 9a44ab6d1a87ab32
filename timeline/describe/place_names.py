"""The names in a text that may say what or where it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .labels import VERBAL
from .parse import Parse

TOPICAL = frozenset({"GPE", "LOC", "EVENT", "FAC", "ORG", "PRODUCT", "PERSON"})
PLACES = frozenset({"GPE", "LOC", "FAC", "EVENT"})
INITIALS = 6  # letters of a name in capitals
LONGEST_NAME = 32  # characters


def names_in(
    parse: Parse, dating: Collection[int], begin: int = 0, end: int | None = None
) -> Iterator[list[int]]:
    """Yield the runs of tokens that are one name, without the article."""
    run: list[int] = []
    for t, kind in enumerate([*parse.entity[begin:end], ""], begin):
        if run and (kind != parse.entity[run[0]] or parse.sentence[t] != parse.sentence[run[0]]):
            yield from _one(parse, run)
            run = []
        if kind in TOPICAL and t not in dating:
            run.append(t)


def _one(parse: Parse, run: list[int]) -> Iterator[list[int]]:
    while run and parse.pos[run[0]] != "PROPN":
        run = run[1:]
    while run and parse.pos[run[-1]] != "PROPN":
        run = run[:-1]
    if run and parse.lower[run[-1]] not in (",", "and"):
        yield run


def text_of_name(parse: Parse, run: list[int]) -> str:
    """Return a name as the text has it."""
    return " ".join(parse.text[parse.start[run[0]] : parse.end[run[-1]]].split())


def is_where(parse: Parse, t: int) -> bool:
    """Tell whether a name says where the text begins: "in north China's Shanxi Province"."""
    preposition = parse.head[t]
    if parse.dep[t] == "nsubj" and not parse.kids[t]:
        return True  # "Macao recorded"
    while parse.dep[t] == "pobj" and parse.lower[preposition] in ("in", "at", "near"):
        above = parse.head[preposition]
        if parse.lower[above] == "born":
            return False
        if parse.pos[above] in VERBAL or parse.pos[above] == "NOUN":
            return True
        t, preposition = above, parse.head[above]  # "at Mina in Saudi Arabia"
    return False


def may_stand_alone(name: str) -> bool:
    """Tell whether a name may stand in brackets behind a title: not a dateline's, and short."""
    return len(name) <= LONGEST_NAME and not (name.isupper() and len(name) > INITIALS)
