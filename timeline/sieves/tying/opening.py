"""The verb of the clause that a time opens, by word order, where the parser hung it elsewhere."""

from __future__ import annotations

from ...annotation import TemporalExpression
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token

GAP = 30  # tokens of a clause without a verb
CLAUSE = 12  # tokens from a phrase that opens a sentence to the verb
ADDED = frozenset("not n't n’t only just".split())  # between "it was" and the date of a cleft


def verb_behind(scene: Scene, expression: TemporalExpression, first: int) -> Token | None:
    """The verb of the clause that a phrase opens, by word order alone: "The following year she"."""
    stop = scene.within[expression.id].stop
    naming = scene.namings.get(expression.id)
    if not scene.doc[first].is_sent_start or (naming is not None and not naming.implied):
        return None
    stop = _after_aside(scene, stop)
    if stop < len(scene.doc) and scene.doc[stop].text == ",":
        stop += 1
    for token in scene.doc[stop : stop + CLAUSE]:
        subject = grammar.own_subject(token) if grammar.is_verb(token) else None
        if token.is_sent_start:
            return None
        if token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.head.i >= stop:
            return token  # "On 5 May a hose ruptured": no sentence is a noun alone
        if subject is None or subject.i < stop:
            continue
        begins = subject.left_edge.i
        # "The following winter Vaalborg moved": the parser made a name of the phrase
        named = begins in scene.within[expression.id] and expression.anchor_id is not None
        if begins == stop or named:
            return token
        return _past_behind(scene, token, stop)
    return None


def conjunct_behind(scene: Scene, expression: TemporalExpression, first: int) -> Token | None:
    """The verb of the clause that "and" and a time open: "sounded, and at 6:04 a.m. it closed".

    The parser gives the time to the verb before.
    """
    stop = scene.within[expression.id].stop
    before = first - 1
    if before > 0 and scene.doc[before].lower_ in words.SHORTLY:
        before -= 1
    if before < 0 or scene.doc[before].dep_ != "cc" or stop >= len(scene.doc):
        return None
    if scene.doc[first].pos_ != "ADP" or expression.id in scene.namings:
        return None
    passed = False
    for token in scene.doc[stop : stop + CLAUSE]:
        if token.is_sent_start:
            return None
        subject = grammar.own_subject(token) if grammar.is_verb(token) else None
        if subject is None or subject.i < stop:
            continue
        if any(c.dep_ == "mark" and c.i >= stop for c in token.lefts):
            passed = True  # "and in March 1824, after it had gone unanswered, they landed"
            continue
        begins = subject.left_edge.i
        behind = passed and scene.doc[begins - 1].text == ","
        return token if begins == stop or behind else None
    return None


def _after_aside(scene: Scene, stop: int) -> int:
    """The token behind a bracket that opens here: "On 5 May (a Friday) the council met"."""
    if stop >= len(scene.doc) or scene.doc[stop].text != "(":
        return stop
    ends = (t.i + 1 for t in scene.doc[stop : stop + CLAUSE] if t.text == ")")
    return next(ends, stop)


def _past_behind(scene: Scene, verb: Token, stop: int) -> Token | None:
    """The past verb behind an aside in the present: "a man I now know as Roe came in"."""
    if verb.tag_ not in ("VBP", "VBZ") or grammar.is_verb(scene.doc[stop]):
        return None
    for token in scene.doc[verb.i + 1 : verb.i + CLAUSE]:
        if token.is_sent_start or token.text in (",", ";", ":"):
            return None
        if token.tag_ == "VBD" and token.i in scene.event_at:
            return token
    return None


def cleft_verb(scene: Scene, expression: TemporalExpression, first: int) -> Token | None:
    """The verb of what happened in "It was not until 1919 that kettles left the works"."""
    place = first - 1
    while place > 0 and scene.doc[place].lower_ in ADDED:
        place -= 1
    be = scene.doc[place] if place > 0 else None
    if be is None or be.lemma_ != "be" or scene.doc[place - 1].lower_ != "it":
        return None
    stop = scene.within[expression.id].stop
    for word in scene.doc[stop : stop + 2 * CLAUSE]:
        if word.is_sent_start:
            return None
        if word.lower_ in ("that", "when") and grammar.is_verb(word.head) and word.head.i > word.i:
            return word.head
    return None


def relative_behind(scene: Scene, expression: TemporalExpression) -> Token | None:
    """The verb of the clause that a time opens, where the parser made it a relative clause.

    "The following spring he marched", "and two years later another did"; but "the year he left".
    """
    if expression.anchor_id is None or expression.id in scene.namings:
        return None
    within = scene.within[expression.id]
    stop = within.stop
    # "by the end of the year his sons had quarrelled": a clause of the last noun
    last = scene.doc[stop - 1]
    for child in (*scene.head[expression.id].rights, *last.rights):
        subject = grammar.own_subject(child) if child.dep_ == "relcl" else None
        if subject is None or subject.tag_ in grammar.RELATIVES or subject.left_edge.i != stop:
            continue
        return child if grammar.is_verb(child) else None
    return None


def opens_gap(scene: Scene, expression: TemporalExpression, first: int) -> bool:
    """Whether a time opens a clause without its verb: "found a skull, and in 2013 a walkway"."""
    stop, doc = scene.within[expression.id].stop, scene.doc
    if first < 2 or doc[first - 1].dep_ != "cc" or doc[first - 2].text != ",":
        return False
    rest = []
    for token in doc[stop : stop + GAP]:
        if token.is_sent_start or token.text in (".", ",", ";", ":", "?", "!"):
            break
        rest.append(token)
    told = any(t.pos_ in ("VERB", "AUX") or t.i in scene.event_at for t in rest)
    return bool(rest) and rest[0].pos_ in ("DET", "PRON", "PROPN", "NUM") and not told
