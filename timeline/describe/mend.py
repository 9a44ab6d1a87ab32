"""Mends the tree where dates, datelines and addressees made the parser tear a phrase.

Each function looks for one tear and re-attaches its tokens, so that nothing later has to know.
"""

from __future__ import annotations

from .around import free_subject, mend_around_date
from .datewords import FINITE
from .labels import SUBJECTS
from .parse import Parse
from .people import is_person_noun
from .tears import mend_clauses

SPEAKERS = frozenset({"i", "we", "you"})
OPENING = frozenset({"after", "as", "before", "since", "than", "until", "when", "while"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014", "_"})


def mend(parse: Parse, dating: frozenset[int]) -> frozenset[int]:
    """Mend a parse in place; return the conjunctions that join what a date stood between."""
    mend_clauses(parse)
    joining: set[int] = set()
    for i in range(len(parse)):
        if i in dating or parse.head[i] in dating or i - 1 in dating:
            mend_around_date(parse, i, dating)
        if i in dating:
            continue
        if parse.dep[i] in SUBJECTS:
            _join_name(parse, i)
            _pass_dateline(parse, i, dating)
            _gather_name(parse, i, dating)
        elif parse.dep[i] == "conj" and parse.tag[i] in ("VBD", "VBN", "VBZ"):
            _pass_preposition(parse, i)
        elif parse.dep[i] == "cc":
            joining.update(_join_object(parse, i, dating))
        elif parse.dep[i] == "appos" and parse.entity[i] == "PERSON":
            _pass_bracket(parse, i)
        elif parse.dep[i] == "pobj":
            free_subject(parse, i, dating)
        elif parse.tag[i] == "VBD":
            _part_verbs(parse, i)
            _join_late(parse, i)
            _reduce_verb(parse, i)
            _find_subject(parse, i)
        elif parse.tag[i] == "VBN" and parse.dep[i] == "advcl":
            _join_verb(parse, i)
    return frozenset(joining)


def _pass_dateline(parse: Parse, i: int, dating: frozenset[int]) -> None:
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


def _gather_name(parse: Parse, i: int, dating: frozenset[int]) -> None:
    """As in "Plaintiff and Defendant Harlow Builders LLC entered": the subject is the whole run.

    Also sets the addressee of a letter apart: "Ann, yesterday we counted".
    """
    verb, dep = parse.head[i], parse.dep[i]
    if parse.lower[i] in SPEAKERS:
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


def _join_name(parse: Parse, i: int) -> None:
    """As in "Silas Pike joined him", where only "Silas" was taken for the subject."""
    verb, last = parse.head[i], i + 1
    if last >= verb or parse.entity[i] != "PERSON" or parse.entity[last] != "PERSON":
        return
    if parse.pos[i] == parse.pos[last] == "PROPN" and parse.head[last] == verb:
        parse.attach(last, verb, parse.dep[i])
        parse.attach(i, last, "compound")


def _pass_preposition(parse: Parse, i: int) -> None:
    """As in "joined it in 2003 but teamed up with her": no verb is joined to a preposition."""
    preposition = parse.head[i]
    verb = parse.head[preposition]
    if parse.pos[preposition] != "ADP" or preposition > i or parse.pos[verb] != "VERB":
        return
    for joint in parse.children(preposition, "cc"):
        parse.attach(joint, verb, "cc")
    parse.attach(i, verb, "conj")


def _pass_bracket(parse: Parse, i: int) -> None:
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


def _join_object(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """As in "bought clinics and, in 2019, a chain of hotels": both are objects."""
    verb = parse.head[i]
    taken = parse.child(verb, "dobj")
    if taken is None or taken > i:
        return []
    for kid in parse.kids[verb]:
        if kid < i or kid in dating or parse.pos[kid] not in ("NOUN", "PROPN"):
            continue
        if parse.dep[kid] not in ("npadvmod", "dobj", "appos", "conj", "dep"):
            continue
        between = range(i + 1, parse.subtree(kid)[0])
        if any(t in dating for t in between) and all(
            t in dating or parse.pos[t] in ("PUNCT", "ADP") for t in between
        ):
            parse.attach(kid, taken, "conj")
            parse.attach(i, taken, "cc")
            return [i]
    return []


def _join_verb(parse: Parse, i: int) -> None:
    """As in "It was printed, sold and burnt": a verb between two that are joined is joined too."""
    head = parse.head[i]
    first = parse.subtree(i)[0]
    if head < first and parse.lower[first - 1] == "," and parse.tag[head] == "VBN":
        later = [k for k in parse.children(head, "cc", "conj") if k > i]
        if len(later) > 1 and parse.child(i, *SUBJECTS, "mark", "advmod") is None:
            parse.attach(i, head, "conj")


def _part_verbs(parse: Parse, i: int) -> None:
    """As in "The battle, fought at sea, cost four ships": the first verb is a participle."""
    subject = parse.child(i, "nsubj")
    if subject is None or subject > i or parse.lower[i - 1] != ",":
        return
    above = parse.dep[i] == "ccomp" or (parse.dep[i] == "advcl" and not parse.children(i, "mark"))
    verb = parse.head[i] if above else parse.child(i, "conj")
    if verb is None or verb < i or parse.child(i, "cc") is not None:
        return
    first = min([verb, *(k for k in parse.children(verb, "aux", "auxpass") if k < verb)])
    if parse.lower[first - 1] != "," or parse.child(verb, *SUBJECTS) is not None:
        return
    if parse.head[verb] == i:
        parse.attach(verb, verb if parse.head[i] == i else parse.head[i], parse.dep[i])
    parse.attach(subject, verb, "nsubj")
    parse.attach(i, subject, "acl")
    parse.tag[i] = "VBN"


def _join_late(parse: Parse, i: int) -> None:
    """As in "He went to Rome, then moved to Paris": both are joined, nothing opens an aside."""
    above = parse.head[i]
    if parse.dep[i] != "advcl" or above > i or parse.tag[above] != "VBD":
        return
    if parse.child(i, *SUBJECTS, "mark", "aux", "auxpass", "cc") is None:
        before = i - 1
        while before > above and parse.pos[before] == "ADV":
            before -= 1
        if parse.lower[before] == ",":
            parse.attach(i, above, "conj")


def _reduce_verb(parse: Parse, i: int) -> None:
    """As in "The accounts for the year ended 31 March were adopted": the first is a participle."""
    subject = parse.child(i, "nsubj")
    if subject is None or subject > i or parse.children(i, "aux", "auxpass", "dobj", "mark"):
        return
    if parse.lemma[i] in ("be", "have"):
        return
    for verb in parse.children(i, "advcl", "ccomp", "dep"):
        helpers = parse.children(verb, "aux", "auxpass")
        if verb < i or not helpers or parse.tag[helpers[0]] not in FINITE:
            continue
        before = helpers[0] - 1
        loose = parse.pos[before] in ("PUNCT", "CCONJ", "SCONJ") or before == i
        if any(
            parse.pos[t] in ("ADP", "SCONJ") and parse.lower[t] in OPENING for t in range(i, before)
        ):
            continue
        if loose or parse.child(verb, *SUBJECTS, "mark") is not None:
            continue
        noun = i - 1 if parse.pos[i - 1] == "NOUN" and i - 1 > subject else subject
        above, dep = parse.head[i], parse.dep[i]
        parse.attach(verb, verb if above == i else above, dep)
        passive = any(parse.dep[k] == "auxpass" for k in helpers)
        parse.attach(subject, verb, "nsubjpass" if passive else "nsubj")
        parse.attach(i, noun, "acl")
        parse.tag[i] = "VBN"
        return


def _find_subject(parse: Parse, i: int) -> None:
    """As in "had fears following the guests won the cup": no verb is joined without a joint."""
    above, noun = parse.head[i], i - 1
    if parse.dep[i] != "conj" or above > i or parse.children(i, *SUBJECTS, "aux", "auxpass"):
        return
    if parse.pos[noun] not in ("NOUN", "PROPN") or parse.dep[noun] not in ("dobj", "pobj"):
        return
    if any(above < k < i for k in parse.children(above, "cc")) or parse.children(noun, "cc"):
        return
    opener = parse.head[noun]
    if not above < opener < noun or parse.pos[opener] not in ("ADP", "VERB", "SCONJ"):
        return
    if any(parse.pos[t] in ("PUNCT", "CCONJ") for t in range(opener, i)):
        return
    parse.attach(noun, i, "nsubj")
    parse.attach(i, opener, "pcomp" if parse.pos[opener] == "ADP" else "ccomp")
