"""What a title loses with a clause that it leaves out, or with one half of a pair."""

from __future__ import annotations

from collections.abc import Collection

from .labels import SUBJECTS, VERBAL
from .parse import Parse
from .spare import (
    COMPLETING,
    OPEN,
    QUANTITIES,
    SLIGHT,
    is_singled_out,
)
from .tidy import CONDITIONS

MISSED = 0.6
# Nouns that say nothing without the infinitive behind them: "a move to cut rates".
EMPTY = frozenset("""
ability aim ambition attempt authority bid call campaign capacity chance commitment decision
demand desire determination eagerness effort fact failure instruction intent intention interest move
need obligation offer one ones opportunity order part permission plan pledge power pressure promise
proposal readiness refusal request right something step tendency threat time urge vow way
willingness wish
""".split())  # fmt: skip
BARE = frozenset({"the", "those", "that", "these", "this"})


def of_relative(parse: Parse, t: int, head: int) -> float | None:
    """The worth of a relative clause at token t, None if it stays."""
    first = parse.subtree(t)[0]
    if parse.lower[first - 1] == ",":
        return 0.1
    begin = parse.subtree(head)[0]
    if parse.lower[head] in ("those", "one", "ones", "all", "anyone", "everyone"):
        return None  # "those who left"
    if parse.dep[head] in ("appos", "attr") and parse.pos[begin - 1] == "PUNCT":
        return None  # ", a demand": it is all that this adds
    if is_singled_out(parse, head):
        return None  # "the first time it has fallen"
    if begin == head or parse.lower[begin] in BARE or parse.lemma[head] in EMPTY:
        return 0.7
    return 0.4


def of_participle(parse: Parse, t: int, head: int) -> float | None:
    """The worth of a participle behind its noun."""
    first = parse.subtree(t)[0]
    if parse.lower[first - 1] == ",":
        return 0.1
    if parse.lower[parse.head[head]] == "with":
        return None  # "with the index rising"
    if parse.tag[t] == "VB" or any(parse.lower[k] == "that" for k in parse.kids[t]):
        return None if parse.lemma[head].lower() in EMPTY else MISSED
    begin = parse.subtree(head)[0]
    if parse.dep[head] in ("appos", "attr") and parse.pos[begin - 1] == "PUNCT":
        return None
    if parse.lemma[head].lower() in EMPTY or is_singled_out(parse, head):
        return None
    bare = begin == head or parse.lower[begin] in BARE
    return 0.55 if bare else 0.3


def of_clause(parse: Parse, t: int, head: int, inside: Collection[int]) -> float | None:
    """The worth of an adverbial clause."""
    if parse.pos[head] not in VERBAL:
        return None if parse.pos[head] in ("ADJ", "ADV") else SLIGHT
    if any(parse.lower[k] in CONDITIONS for k in parse.kids[t]):
        return None
    if parse.tag[t] == "VB" and any(parse.tag[k] == "TO" for k in parse.kids[t]):
        if parse.child(head, "auxpass") is not None:
            return None  # "was set to start"
        others = [k for k in parse.kids[head] if k in inside and head < k < t]
        whole = any(parse.dep[k] in COMPLETING or parse.dep[k] == "prep" for k in others)
        return 0.4 if whole or parse.lower[parse.subtree(t)[0] - 1] == "," else None
    return 0.15 if parse.tag[t] != "VBG" else 0.3


def of_joined(parse: Parse, t: int, head: int) -> float | None:
    """The worth of what "and" joins to its head."""
    if parse.dep[head] == "conj":
        return None  # only the whole row behind its first
    if parse.pos[head] in VERBAL:
        taken = ("dobj", "ccomp", "xcomp", "prep", "acomp", "attr")
        shared = t < head + 4 and parse.child(head, *taken) is None
        return None if shared and parse.child(t, "dobj") is not None else 0.15
    if parse.pos[t] in ("ADJ", "NUM") or parse.dep[head] in SUBJECTS:
        return None
    if parse.dep[head] in ("amod", "compound", "nmod", "poss"):
        return None
    if parse.dep[head] == "pobj":
        above = parse.head[parse.head[head]]
        if parse.lower[parse.head[head]] in OPEN or parse.lemma[above] in QUANTITIES:
            return None
        counted = parse.pos[above] == "NOUN" and parse.lower[parse.head[head]] == "of"
        if counted:
            return None
    if parse.child(head, "preconj") is not None:
        return None
    if parse.child(t, "prep") is not None and parse.child(head, "prep") is None:
        return None  # "the import and sale of birds"
    return MISSED
