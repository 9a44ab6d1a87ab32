"""What one sentence tells side by side is of one day: "It sank on 3 May, and nine were rescued".

The second clause has a subject of its own, so that no coordination shares the date (`clause`); it
goes on from the first, as the next sentence would (`carried`), unless anything moves the time. What
happened "when" the other did has its time, be it a month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..annotation import Anchor, Event
from ..temporal.granularity import Granularity
from . import grammar
from .base import Found, Scene
from .carried import NAME as CARRIED
from .carried import QUOTES, REAL, on_that_day, telling
from .frames.making import make_anchor
from .grammar import words
from .grammar.tokens import Token

NAME = "beside"
SURE = ("attached", "clause", "limit", CARRIED, NAME)
NO_STORY = frozenset("bear found establish".split())  # what is told beside these came any time
STEPS = 4  # verbs on either side of a semicolon that the parser chained


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of clauses that stand beside a dated one."""
    known = dict(found)
    by_id = {e.id: e for e in scene.expressions}
    told = {event.sentence for event in scene.events if event.id in known}
    for event in scene.events:
        if event.id in known or event.sentence not in told or scene.links_of(event):
            continue
        if not _is_step(scene, event):
            continue
        verb = scene.trigger[event.id]
        other = _beside(scene, verb, known)
        if other is None:
            continue
        giver, at_once = other
        anchor = known[giver.id]
        expression = by_id.get(anchor.evidence[0].timex_id)
        if expression is None or not _may_go_on(scene, verb, giver, anchor, at_once=at_once):
            continue
        frame = on_that_day(anchor)
        if anchor.granularity > Granularity.DAY:
            frame = replace(frame, granularity=anchor.granularity)
        note = f"beside {giver.text!r}"
        made = make_anchor(
            event, frame, NAME, [(expression, note)], inferred=True, basis="inferred"
        )
        known[event.id] = made
        yield made


def _is_step(scene: Scene, event: Event, *, lasting: bool = False) -> bool:
    """True for a finite past verb that tells what happened, or with `lasting` what was going on."""
    if event.polarity == "NEG" or event.status not in REAL:
        return False
    verb = scene.trigger.get(event.id)
    if verb is None or not grammar.is_verb(verb) or event.class_ not in telling(scene, verb):
        return False
    return (lasting or verb.tag_ != "VBG") and grammar.finite_form(verb) == "past"


def _beside(scene: Scene, verb: Token, known: Mapping[str, Anchor]) -> tuple[Event, bool] | None:
    """The dated event that a verb stands beside, and whether it is told to be of the same time."""
    for other, at_once in _neighbours(scene, verb):
        event = scene.event_at.get(other.i)
        if event is None or event.id not in known:
            continue
        if _is_step(scene, event, lasting=at_once):  # "was walking home when she saw it"
            return event, at_once
    return None


def _neighbours(scene: Scene, verb: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs of the clauses before, and of the clause that "when" ties a verb to."""
    above = verb.head
    if verb.dep_ == "advcl" and grammar.is_verb(above) and above.i < verb.i:
        start = grammar.clause_start(verb)
        if start and scene.doc[start - 1].lower_ == "when":
            yield above, True
        return
    if verb.dep_ in ("conj", "parataxis", "ccomp") and grammar.is_verb(above) and above.i < verb.i:
        if verb.dep_ == "conj" or _parts(scene, above, verb):
            yield from _last_of(above, verb)
        return
    if verb.lemma_.lower() in words.SAYING:
        return
    for child in verb.lefts:  # "It sank on 3 May; nine were rescued": the parser made it a part
        if (
            child.dep_ in ("ccomp", "parataxis")
            and grammar.is_verb(child)
            and _parts(scene, child, verb)
        ):
            yield from _last_of(child, verb)


def _last_of(first: Token, verb: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs coordinated with one that stand before another, the last first; then itself."""
    chain = [other for other in grammar.later_conjuncts(first) if other.i < verb.i]
    for other in reversed(chain[:STEPS]):
        yield other, False
    yield first, False


def _parts(scene: Scene, first: Token, second: Token) -> bool:
    """Whether a semicolon or a dash stands between two clauses."""
    return any(t.text in (";", "–", "—") for t in scene.doc[first.i : second.i])


def _may_go_on(scene: Scene, verb: Token, giver: Event, anchor: Anchor, *, at_once: bool) -> bool:
    """Whether nothing moves the time from one clause to the other."""
    other = scene.trigger[giver.id]
    if anchor.sieve not in SURE or anchor.shape != "instant" or other.lemma_.lower() in NO_STORY:
        return False
    if anchor.begin.earliest is None or anchor.end.latest is None:
        return False
    shared = at_once or grammar.own_subject(verb) is None
    coarsest = Granularity.MONTH if shared else Granularity.DAY
    if anchor.granularity > coarsest or verb.lemma_.lower() in words.DURATIVE:
        return False
    own = {evidence.timex_id for evidence in anchor.evidence}
    for token in scene.doc[other.i : verb.right_edge.i + 1]:
        if token.text in QUOTES:
            return False
        expression = scene.inside.get(token.i)
        if expression is not None and expression.id in own:
            continue  # "rose an hour later and we turned back"
        if expression is not None:
            return False
        moves = token.lower_ in words.SEQUENCE or token.lower_ == "had"
        if moves and token.i < verb.i and token.head.i in (verb.i, verb.head.i):
            return False
    return True
