"""What happened at another time than the verb above it: of which no title may tell it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from .context import verb_above, verbs_above
from .dated import has_own_date
from .governing import is_condition
from .labels import VERBAL
from .parse import Parse
from .wordings import HIGHEST, is_tensed

APART = frozenset("since after before until till following".split())


def strangers(parse: Parse, i: int, expressed: AbstractSet[int]) -> frozenset[int]:
    """The verbs above an event that happened at another time, or are said of something else.

    "Since the fighting erupted in May, thousands have died": only the fighting is of May. What
    is said is not so ("said that it closed on 3 May"): who says it may stay.
    """
    t = i
    for _ in range(HIGHEST * 2):
        if parse.head[t] == t:
            break
        if _is_apart(parse, t, expressed):
            return frozenset(verbs_above(parse, t))
        t = parse.head[t]
    return frozenset()


def _is_apart(parse: Parse, t: int, expressed: AbstractSet[int]) -> bool:
    """Tell whether a branch has a time of its own, which is not that of what it hangs on."""
    dep = parse.dep[t]
    if dep in ("ccomp", "conj", "parataxis") and is_tensed(parse, t):
        begin = parse.subtree(t)[0]
        marks = parse.lower[min(parse.head[t] + 1, begin) : max(parse.head[t], begin)]
        if ";" in marks and has_own_date(parse, t, expressed):
            return True
    if dep == "conj" and parse.tag[t] != "VBG":
        both = (t, parse.head[t])
        return all(has_own_date(parse, k, expressed) for k in both)
    clause = dep in ("advcl", "relcl") and is_tensed(parse, t) and not is_condition(parse, t)
    participle = dep == "acl" and _is_told_alone(parse, t, expressed)
    phrase = dep == "prep" and parse.lower[t] in APART and parse.child(t, "pcomp") is None
    dated = clause or participle or phrase
    return dated and any(k in expressed for k in parse.subtree(t))


def _is_told_alone(parse: Parse, participle: int, expressed: AbstractSet[int]) -> bool:
    """Tell whether a participle says enough behind its noun: "the man shot dead by police".

    Behind the verb above its date may be that of the verb, unless that has another one.
    """
    above = verb_above(parse, participle)
    if parse.tag[participle] not in ("VBN", "VBG") or above is None:
        return False
    others = parse.of_sentence(above, expressed).difference(parse.subtree(participle))
    if above < participle and not has_own_date(parse, above, others):
        return False
    phrases = parse.children(participle, "agent", "dobj", "prep")
    return any(expressed.isdisjoint(parse.subtree(k)) for k in phrases)


def is_told_beside(parse: Parse, i: int, expressed: AbstractSet[int]) -> bool:
    """Tell whether an event noun has another date than the verb that tells of it.

    As "the minutes of the meeting of 6 February were approved on 5 March", and "arrested a man
    two days after the robbery".
    """
    t = i
    above = verb_above(parse, i)
    if above is None or parse.pos[i] in VERBAL:
        return False
    while parse.head[t] != above:
        t = parse.head[t]
        if parse.lower[t] in APART and _counts(parse, t, expressed):
            return True
    below = parse.subtree(i)
    own = any(t in expressed and not _is_period(parse, t) for t in below)
    others = parse.of_sentence(i, expressed).difference(below)
    return own and has_own_date(parse, i, expressed) and has_own_date(parse, above, others)


def _is_period(parse: Parse, t: int) -> bool:
    """Tell whether a date says for what time a figure is: "a third-quarter loss"."""
    return parse.dep[t] in ("amod", "compound", "nmod") and parse.pos[t] != "PROPN"


def _counts(parse: Parse, preposition: int, expressed: AbstractSet[int]) -> bool:
    """Tell whether an amount of time stands before "after"."""
    before = preposition - 1
    return before in expressed and parse.tag[before] in ("NN", "NNS")
