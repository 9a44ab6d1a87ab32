"""What a noun takes from the clause that it stands in: "will hold a vote", "had no effect"."""

from __future__ import annotations

from collections.abc import Callable

from ..annotation import Status
from ..describe.parse import Parse

VERBAL = frozenset({"VERB", "AUX"})
NEW = frozenset({"a", "an", "another", "any", "some"})
FURTHER = frozenset({"additional", "any", "fresh", "further", "future", "more", "new", "next"})
GIVEN = frozenset({"det", "poss", "predet"})
# "could lead to a war": what comes of it; "will be tried for a murder" is another matter.
RESULT = frozenset({"in", "into", "to", "with"})
WHILE = frozenset({"at", "during"})  # "will meet at the summit"
OPEN: frozenset[Status] = frozenset({"denied", "planned", "possible"})
TAKEN: frozenset[Status] = OPEN | {"alleged"}
HELD = frozenset({"dobj", "nsubj", "nsubjpass"})


def read_nominal(parse: Parse, i: int, status_of: Callable[[int], Status]) -> Status | None:
    """Return what the clause makes of a noun; None where it only speaks of what is known.

    An indefinite one is as real as its clause; a definite one may stand in a clause that is not
    real ("will not forget the attack"), unless both go on together.
    """
    dep, above = parse.dep[i], parse.head[i]
    if above == i or parse.pos[i] != "NOUN":
        return None
    if dep == "attr" and parse.pos[above] in VERBAL:
        return _taken(status_of(above), OPEN)
    if dep in HELD and parse.pos[above] in VERBAL:
        named = dep == "dobj" or parse.children(i, "det") or _is_further(parse, i)
        # "a blast may have caused it": there was one.
        helpers = {parse.lemma[k] for k in parse.children(above, "aux")}
        done = dep == "nsubj" and "have" in helpers
        held = named and is_new(parse, i) and not done and not _is_told(parse, i)
        return _taken(status_of(above), TAKEN) if held else None
    if dep != "pobj":
        return None
    verb, word = _clause_of(parse, above), parse.lower[above]
    if verb is None:
        return None
    if word in WHILE:
        return "planned" if status_of(verb) == "planned" and not _is_told(parse, i) else None
    new = bool(parse.children(i, "det")) and is_new(parse, i) and not _is_told(parse, i)
    if word in RESULT and parse.head[above] == verb and new:
        return _taken(status_of(verb), OPEN)
    return None


def is_new(parse: Parse, noun: int) -> bool:
    """Tell whether a noun brings something up: "a deal", "deals", "is the first deal"."""
    if parse.dep[noun] == "attr":
        return True
    if parse.pos[noun] != "NOUN":
        return False
    return all(parse.lower[k] in NEW for k in parse.children(noun, *GIVEN))


def _is_further(parse: Parse, i: int) -> bool:
    return any(parse.lower[k] in FURTHER for k in parse.children(i, "amod", "det"))


def _is_told(parse: Parse, i: int) -> bool:
    """Whether a clause of its own tells of the noun: "a strike that began in May"."""
    return any(
        parse.dep[k] == "relcl" or (parse.dep[k] == "acl" and parse.tag[k] in ("VBD", "VBN"))
        for k in parse.kids[i]
    )


def _clause_of(parse: Parse, preposition: int) -> int | None:
    """The verb that a preposition belongs to, also where the parser hangs it on the subject."""
    above = parse.head[preposition]
    if parse.pos[above] not in VERBAL and parse.dep[above] in HELD:
        above = parse.head[above]
    return above if parse.pos[above] in VERBAL else None


def _taken(status: Status, which: frozenset[Status]) -> Status | None:
    return status if status in which else None
