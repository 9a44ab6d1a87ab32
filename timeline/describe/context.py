"""Titles of events that say too little by themselves: the clause above, as far as they are in it.

"before the July 1 handover" is told as "Hong Kong faced a vacuum before the July 1 handover". The
date stays where it stands: it is the noun's and not the clause's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .labels import NOMINAL, VERBAL
from .parse import Parse
from .phrase import is_aside

TELLING = frozenset({"against", "at", "between", "by", "for", "in", "near", "of", "on", "outside"})
DATE_LINKS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})


def verb_above(parse: Parse, i: int) -> int | None:
    """Return the nearest verb above token i."""
    while parse.head[i] != i:
        i = parse.head[i]
        if parse.pos[i] in VERBAL and parse.dep[i] != "prep":  # not "compared with"
            return i
    return None


def verbs_above(parse: Parse, i: int) -> Iterator[int]:
    """Yield the verbs above token i, the nearest first."""
    above = verb_above(parse, i)
    while above is not None:
        yield above
        above = verb_above(parse, above)


def says_enough(parse: Parse, i: int, phrase: Collection[int]) -> bool:
    """Tell whether a noun phrase names more than a kind of event: whose, of what, where."""
    others = [t for t in phrase if t != i and parse.tag[t] != "POS"]
    if len(others) == 1 and parse.dep[others[0]] == "poss":
        return False  # "Chirac's visit"
    if parse.pos[i] == "PROPN" and others:
        return True
    below = [t for t in others if parse.head[t] == i]
    named = any(parse.pos[t] == "PROPN" or parse.entity[t] == "NORP" for t in below)
    if named and len(others) > 1:
        return True
    return any(
        parse.dep[t] == "pobj"
        and parse.pos[t] != "PRON"
        and parse.lower[parse.head[t]] in TELLING
        and parse.entity[t] not in ("MONEY", "PERCENT", "QUANTITY", "CARDINAL")
        and (parse.pos[t] == "PROPN" or len(parse.subtree(t)) > 1)
        for t in others
    )


def date_modifiers(parse: Parse, i: int, expressed: Collection[int]) -> set[int]:
    """Return the dates that stand before an event noun: "last month's", "July 16"."""
    if parse.pos[i] == "PROPN":
        return set()  # "the 2008 Olympics"
    dates: set[int] = set()
    for kid in parse.kids[i]:
        if kid < i and parse.dep[kid] in DATE_LINKS and kid in expressed:
            dates.update(parse.subtree(kid))
            while kid + 1 < i and kid + 1 in expressed:
                kid += 1
                dates.add(kid)  # "mid-December"
    return dates


def branch_of(parse: Parse, i: int, verb: int) -> list[int]:
    """Return what leads from a verb down to token i, with what stands there but other clauses."""
    path = {i}
    top = i
    while parse.head[top] != verb:
        top = parse.head[top]
        path.add(top)
    without = [
        kid
        for t in parse.subtree(top)
        for kid in parse.kids[t]
        if kid not in path and is_aside(parse, kid, t)
    ]
    return list(parse.subtree(top, without))


def joints_above(parse: Parse, i: int) -> frozenset[int]:
    """Return the "and" before token i and before what it hangs on: a date may stand behind it."""
    joints = set()
    while parse.head[i] != i:
        if parse.dep[i] == "conj":
            joints.update([k for k in parse.children(parse.head[i], "cc") if k < i][-1:])
        i = parse.head[i]
    return frozenset(joints)


def is_purpose_of_noun(parse: Parse, verb: int) -> bool:
    """Tell whether an infinitive describes a noun: "the first state to be offered a seat"."""
    noun = parse.head[verb]
    to = any(parse.tag[k] == "TO" for k in parse.children(verb, "aux"))
    return to and parse.dep[verb] in ("acl", "relcl") and parse.pos[noun] in NOMINAL
