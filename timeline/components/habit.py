"""What happens again and again: at times that the words name, or of a kind of things always."""

from __future__ import annotations

from collections.abc import Iterable

from ..annotation import TemporalExpression
from ..describe.parse import Parse
from ..tokens import tokens_of

GENERIC_ARTICLES = frozenset({"a", "an"})
SPECIFIC = frozenset({"det", "poss", "nummod", "predet", "quantmod"})
SPECIFIC_ENTITIES = frozenset({"PERSON", "ORG", "DATE", "TIME", "EVENT", "MONEY"})
PEOPLE = frozenset({"anybody", "anyone", "everybody", "everyone", "one", "people", "you"})
WHOEVER = frozenset({"anybody", "anyone", "whoever"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
STEPS = 4  # from an expression up to its verb


def repeated_verbs(parse: Parse, expressions: Iterable[TemporalExpression]) -> frozenset[int]:
    """Return the verbs that a set of times is tied to: "meets every Friday", "twice a day"."""
    found = set()
    for expression in expressions:
        if expression.type != "SET":
            continue
        inside = tokens_of(parse.doc, expression.start, expression.end)
        if inside is None:
            continue
        at = next((t for t in inside if parse.head[t] not in inside), inside.start)
        if parse.dep[at] in MODIFIERS and parse.lemma[parse.head[at]] != "basis":
            if parse.tag[parse.head[at]] == "NNS":
                found.add(parse.head[at])  # "the annual parades", not what is done to them
            continue
        for _ in range(STEPS):
            above = parse.head[at]
            if parse.pos[above] in ("VERB", "AUX") or above == at:
                break
            at = above
            if parse.pos[at] == "ADJ" and parse.dep[at] in MODIFIERS:
                break  # "let for a rent payable each month" was let once
        verb = parse.head[at]
        found.add(verb)
        if parse.dep[verb] == "dobj":
            found.add(parse.head[verb])  # a plural noun taken for a verb: "checks the dates daily"
    return frozenset(found)


def is_of_a_kind(parse: Parse, verb: int) -> bool:
    """Tell whether a verb's subject is a kind of things: "companies", "a contract", "water"."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return subject is not None and _is_kind(parse, subject)


def is_of_anyone(parse: Parse, verb: int) -> bool:
    """Tell whether a clause says which people are meant, if any: "anyone who was there"."""
    if parse.dep[verb] == "relcl":
        return parse.lower[parse.head[verb]] in WHOEVER
    subject = parse.child(verb, "nsubj")
    return subject is not None and parse.lower[subject] == "whoever"


def is_generic(parse: Parse, verb: int, dated: bool) -> bool:
    """Tell whether a verb in the simple present says what is always so.

    A headline ("Protests erupt") has no full stop, and what is told of one occasion has a date, a
    name, or an object that is known already.
    """
    if dated or parse.tag[verb] not in ("VBP", "VBZ") or not is_of_a_kind(parse, verb):
        return False
    last = parse.sentence_end(verb) - 1
    while last > verb and parse.pos[last] == "SPACE":
        last -= 1
    if parse.lower[last] != ".":
        return False
    if any(not _is_kind(parse, kid) for kid in parse.children(verb, "dobj", "dative", "attr")):
        return False
    words = parse.subtree(verb)
    return not any(parse.entity[i] in SPECIFIC_ENTITIES for i in words)


def _is_kind(parse: Parse, noun: int) -> bool:
    if parse.lower[noun] in PEOPLE:
        return True
    if parse.pos[noun] != "NOUN" or parse.entity[noun]:
        return False
    if any(parse.entity[kid] for kid in parse.children(noun, *MODIFIERS)):
        return False  # "Cuban exiles"
    marks = [kid for kid in parse.kids[noun] if parse.dep[kid] in SPECIFIC]
    return all(parse.lower[kid] in GENERIC_ARTICLES for kid in marks)
