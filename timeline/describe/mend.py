"""Mends the tree where dates, datelines and addressees made the parser tear a phrase.

Each function looks for one tear and re-attaches its tokens, so that nothing later has to know.
"""

from __future__ import annotations

from .around import free_subject, mend_around_date
from .datewords import FINITE
from .labels import SUBJECTS
from .mend_names import gather_name, join_name, pass_bracket, pass_dateline
from .parse import Parse
from .tears import mend_clauses
from .terms import join_term

OPENING = frozenset({"after", "as", "before", "since", "than", "until", "when", "while"})


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
            join_name(parse, i)
            pass_dateline(parse, i, dating)
            gather_name(parse, i, dating)
        elif parse.dep[i] == "conj" and parse.tag[i] in ("VBD", "VBN", "VBZ"):
            _pass_preposition(parse, i)
        elif parse.dep[i] == "cc":
            joining.update(_join_object(parse, i, dating))
        elif parse.dep[i] == "appos" and parse.entity[i] == "PERSON":
            pass_bracket(parse, i)
        elif parse.dep[i] == "pobj":
            free_subject(parse, i, dating)
        elif parse.tag[i] == "VBD":
            _part_verbs(parse, i)
            _join_late(parse, i)
            _reduce_verb(parse, i)
            _find_subject(parse, i)
        elif parse.tag[i] == "VBN" and parse.dep[i] == "advcl":
            _join_verb(parse, i)
        elif parse.tag[i] == "VBG" and parse.dep[i] == "advcl":
            join_term(parse, i)
    return frozenset(joining)


def _pass_preposition(parse: Parse, i: int) -> None:
    """As in "joined it in 2003 but teamed up with her": no verb is joined to a preposition."""
    preposition = parse.head[i]
    verb = parse.head[preposition]
    if parse.pos[preposition] != "ADP" or preposition > i or parse.pos[verb] != "VERB":
        return
    for joint in parse.children(preposition, "cc"):
        parse.attach(joint, verb, "cc")
    parse.attach(i, verb, "conj")


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
