"""Mends the tree around a date: what stands behind one belongs to what stands before it.

Where a date is put between a verb and the rest the parser takes it for part of what follows.
"""

from __future__ import annotations

from .datewords import FINITE
from .labels import NOMINAL, SUBJECTS, VERBAL
from .parse import Parse

PARTS_OF_DAY = frozenset({"afternoon", "evening", "morning", "night"})


def mend_around_date(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """Mend what hangs together with a date at token i, or is joined to one."""
    if i in dating:
        _free_place(parse, i, dating)
        _free_degree(parse, i, dating)
        _free_rest(parse, i, dating)
        _share_passive(parse, i)
    elif parse.dep[i] == "conj":
        _part_from_date(parse, i, dating)
    elif parse.tag[i] == "VBN" and parse.dep[i] in ("amod", "acl") and i - 1 in dating:
        _find_verb(parse, i, dating)


def _free_place(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "at Baghdad c. 860": the place is not part of the date."""
    preposition = parse.head[i]
    if parse.dep[i] != "pobj":
        return
    for kid in list(parse.kids[i]):
        if kid < i and kid not in dating and parse.dep[kid] in ("compound", "nmod"):
            parse.attach(kid, preposition, "pobj")


def _free_degree(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "Stocks closed lower Tuesday": how far they went is not part of the day."""
    verb = parse.head[i]
    if verb in dating or parse.pos[verb] != "VERB":
        return
    for kid in list(parse.kids[i]):
        if verb < kid < i and kid not in dating and parse.tag[kid] in ("JJR", "RBR"):
            parse.attach(kid, verb, "acomp")


def _share_passive(parse: Parse, i: int) -> None:
    """As in "was released on 3 August and deported the next day": no day can be deported."""
    verb = parse.head[i]
    if parse.dep[i] != "dobj" or parse.dep[verb] != "conj" or parse.tag[verb] != "VBD":
        return
    passive = parse.child(parse.head[verb], "auxpass") is not None
    if passive and parse.lower[verb].endswith("ed") and parse.child(verb, *SUBJECTS) is None:
        parse.tag[verb] = "VBN"
        parse.attach(i, verb, "npadvmod")


def free_subject(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "In the eighteenth century pilots had shared": the noun is the subject."""
    preposition = parse.head[i]
    verb = parse.head[preposition]
    if preposition + 1 not in dating or parse.sentence[i] != preposition or verb < i:
        return
    first = parse.subtree(i, dating)[0]
    if any(t not in dating for t in range(preposition + 1, first)):
        return
    finite = parse.tag[verb] in FINITE or any(parse.tag[k] in FINITE for k in parse.kids[verb])
    if finite and parse.child(verb, *SUBJECTS) is None:
        passive = parse.child(verb, "auxpass") is not None
        parse.attach(i, verb, "nsubjpass" if passive else "nsubj")


def _free_rest(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "the anniversary on Friday of the attack in Cana": no Friday is of an attack."""
    spoken = parse.tag[i] in ("NN", "NNS", "RB")  # "Saturday afternoon", "3.20 p.m."
    if parse.tag[i] not in ("NNP", "CD") and not spoken:
        return
    for kid in list(parse.kids[i]):
        if spoken and not _may_be_free(parse, i, kid):
            continue
        before = i - 1
        while before > parse.sentence[i] and before in dating:
            before -= 1
        told = parse.dep[kid] == "acl" and kid > i and parse.tag[kid] in ("VBN", "VBG")
        if told and parse.pos[before] == "NOUN" and kid not in dating:
            parse.attach(kid, before, "acl")  # "new proposals Friday aimed at peace"
            continue
        noun = parse.child(kid, "pobj")
        loose = parse.dep[kid] == "prep" and kid > i and noun is not None
        if not loose or kid in dating or noun in dating:
            continue
        head = i
        while head in dating and parse.head[head] != head:
            head = parse.head[head]
        if parse.pos[head] == "ADP":
            head = parse.head[head]
        if parse.lower[kid] == "of":
            first = i
            while first and (first - 1 in dating or parse.pos[first - 1] == "ADP"):
                first -= 1
            head = first - 1
        if head >= 0 and head not in dating and parse.sentence[head] == parse.sentence[i]:
            parse.attach(kid, head, "prep")


def _may_be_free(parse: Parse, i: int, kid: int) -> bool:
    """Tell whether a phrase is none of "two decades of war" or "three times per game"."""
    if parse.dep[kid] != "prep" or parse.lower[kid] == "per":
        return False
    return parse.lower[kid] != "of" or parse.lower[i] in PARTS_OF_DAY


def _part_from_date(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "from Friday and mines will be closed": nothing is joined to a date but a date."""
    joint = next((k for k in parse.children(parse.head[i], "cc") if k < i), None)
    if parse.pos[i] not in NOMINAL or joint is None or parse.subtree(i)[0] != joint + 1:
        return
    for verb in range(i + 1, parse.sentence_end(i)):
        if parse.tag[verb] in FINITE:
            verb = parse.head[verb] if parse.dep[verb] in ("aux", "auxpass") else verb
            if parse.child(verb, *SUBJECTS) is None and parse.pos[verb] in VERBAL:
                passive = parse.child(verb, "auxpass") is not None
                for t in range(i + 1, verb):
                    if parse.head[t] < joint and t not in dating:
                        parse.attach(t, i, parse.dep[t])
                parse.attach(i, verb, "nsubjpass" if passive else "nsubj")
                above = parse.head[verb]
                if parse.dep[verb] == "ccomp" and above < joint:
                    parse.attach(verb, above, "conj")
                    parse.attach(joint, above, "cc")
            return


def _find_verb(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "The club on Monday sacked its manager": the verb behind the date is one.

    Only where the sentence has no other.
    """
    begin, end = parse.sentence[i], parse.sentence_end(i)
    if any(parse.tag[t] in FINITE for t in range(begin, end)) or parse.child(i, "aux", "auxpass"):
        return
    last = i - 1
    while last > begin and (last in dating or parse.pos[last] == "ADP"):
        last -= 1
    root = i
    while parse.head[root] != root:
        root = parse.head[root]
    subject = last
    while parse.head[subject] < last and parse.head[subject] not in (root, subject):
        subject = parse.head[subject]
    if parse.pos[last] not in NOMINAL or subject > last or root > last:
        return
    taken = parse.head[i]
    parse.attach(i, i, "ROOT")
    parse.tag[i], parse.pos[i] = "VBD", "VERB"
    parse.attach(subject, i, "nsubj")
    if root != subject:
        parse.attach(root, subject, "amod" if root < subject else "dep")
        for kid in list(parse.kids[root]):
            parse.attach(kid, subject if kid < subject else i, parse.dep[kid])
    if taken > i:
        parse.attach(taken, i, "dobj")
    for t in range(last + 1, i):
        if parse.head[t] not in range(last + 1, i):
            parse.attach(t, i, "prep" if parse.pos[t] == "ADP" else "npadvmod")
