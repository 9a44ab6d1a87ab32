"""Mends the tree where names, addressees and brackets around them made the parser tear a phrase."""

from __future__ import annotations

from .labels import SUBJECTS
from .parse import Parse
from .people import is_person_noun

SELVES = frozenset({"i", "we", "you"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014", "_"})


def pass_dateline(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "LISBON, March 4 (Reuters) - The group said": the town of a dateline says nothing."""
    if parse.sentence[i] != parse.subtree(i)[0]:
        return
    for noun in parse.subtree(i):
        first = parse.subtree(noun)[0]
        if parse.dep[noun] == "appos" and parse.lower[first - 1] in DASHES and first > i:
            if any(t in dating for t in range(i, first)):
                verb, dep = parse.head[i], parse.dep[i]
                parse.attach(noun, verb, dep)
                parse.attach(i, verb, "meta")
            return


def gather_name(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "Plaintiff and Defendant Harlow Builders LLC entered": the subject is the whole run.

    Also sets the addressee of a letter apart: "Ann, yesterday we counted".
    """
    verb, dep = parse.head[i], parse.dep[i]
    if parse.lower[i] in SELVES:
        for other in parse.children(verb, *SUBJECTS):
            last = parse.subtree(other)[-1]
            if other < i and "," in parse.lower[last : last + 2]:
                parse.attach(other, verb, "intj")
        return
    if parse.pos[i] != "PROPN":
        return
    begin = first = parse.subtree(i)[0]
    lowest = parse.sentence[i]
    while begin > lowest and _is_of_name(parse, begin - 1) and begin - 1 not in dating:
        begin -= 1
    before = begin - 1
    inside = range(begin, i + 1)
    torn = [t for t in range(begin, first) if parse.head[t] not in inside]
    if not torn or any(parse.head[t] == verb for t in torn):
        return
    if parse.pos[first - 1] != "PROPN" or _is_below(parse, verb, inside):
        return
    if before >= lowest and (parse.pos[before] in ("ADP", "VERB", "AUX") or before in dating):
        return
    groups: list[list[int]] = [[]]
    joints = []
    for t in inside:
        if parse.pos[t] == "CCONJ" and t < first:
            joints.append(t)
            groups.append([])
        else:
            groups[-1].append(t)
    if not all(groups):
        return
    heads = [group[-1] for group in groups]
    for head, group in zip(heads, groups, strict=True):
        for t in group[:-1]:
            if parse.head[t] not in group:
                parse.attach(t, head, "det" if parse.pos[t] == "DET" else "compound")
    parse.attach(heads[0], verb, dep)
    for above, below, joint in zip(heads, heads[1:], joints, strict=False):
        parse.attach(below, above, "conj")
        parse.attach(joint, above, "cc")


def join_name(parse: Parse, i: int) -> None:
    """As in "Silas Pike joined him", where only "Silas" was taken for the subject."""
    verb, last = parse.head[i], i + 1
    if last >= verb or parse.entity[i] != "PERSON" or parse.entity[last] != "PERSON":
        return
    if parse.pos[i] == parse.pos[last] == "PROPN" and parse.head[last] == verb:
        parse.attach(last, verb, parse.dep[i])
        parse.attach(i, last, "compound")


def pass_bracket(parse: Parse, i: int) -> None:
    """As in "the Energy Authority (EA) chief Ann Lee said": the name is the subject."""
    head, first = parse.head[i], parse.subtree(i)[0]
    named = parse.lower[first - 1] == ")" and parse.pos[head] == "PROPN"
    # "The leader Ann Lee": the name is what others are told of.
    named = named or (parse.pos[first - 1] != "PUNCT" and is_person_noun(parse, head))
    glued = parse.end[i] == parse.start[i + 1] if i + 1 < len(parse) else False
    glued = glued and parse.lower[i + 1] in DASHES  # "Bashar al-Assad"
    if not named or glued or head > first or parse.child(head, "conj") is not None:
        return
    if parse.entity[head] == "PERSON" or parse.dep[head] not in (*SUBJECTS, "dobj", "pobj"):
        return
    above, dep = parse.head[head], parse.dep[head]
    if above == head:
        return
    parse.attach(i, above, dep)
    parse.attach(head, i, "nmod")


def _is_below(parse: Parse, i: int, tokens: range) -> bool:
    while i not in tokens and parse.head[i] != i:
        i = parse.head[i]
    return i in tokens


def _is_of_name(parse: Parse, t: int) -> bool:
    return parse.pos[t] in ("PROPN", "DET") or parse.lower[t] in ("and", "&")
