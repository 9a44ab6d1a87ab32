"""The events that an expression dates of itself: what it hangs on, and the clause it opens."""

from __future__ import annotations

from collections.abc import Iterator

from ...annotation import Event, TemporalExpression
from .. import grammar
from ..base import Link, Scene
from ..grammar import words
from ..grammar.tokens import Token
from .climbing import NAMING, climb
from .labels import find_label
from .opening import cleft_verb, conjunct_behind, opens_gap, relative_behind, verb_behind
from .phrase import dates_nothing, signal_before
from .rescheduled import new_day_of
from .standing import events_of


def direct_links(
    scene: Scene, expression: TemporalExpression, written: frozenset[str]
) -> Iterator[tuple[Event, Link]]:
    """The links of an expression; `written`: stamps that only say when words were written."""
    signal, first = signal_before(scene, expression)
    if dates_nothing(scene, expression, first, signal):
        return
    if first > 1 and scene.doc[first - 1].lower_ == "again" and _adds(scene.doc[first - 2]):
        # "was nominated in 1921 and again in 1924": a second time, not the first
        if first - 1 in scene.event_at:
            yield scene.event_at[first - 1], Link(expression, signal, "direct", 1)
        return
    if first and scene.doc[first - 1].dep_ == "cc" and first - 1 in scene.event_at:
        yield scene.event_at[first - 1], Link(expression, signal, "direct", 1)
        return  # "won in 1903 and 1905": the word that stands for the second time
    if expression.id in written or opens_gap(scene, expression, first):
        return
    labelled = find_label(scene, expression)
    if labelled:
        yield from ((event, Link(expression, signal, "label", 1)) for event in labelled)
        return
    told = cleft_verb(scene, expression, first)
    if told is not None:
        if told.i in scene.event_at:
            how = "" if signal in words.UNTIL else signal
            yield scene.event_at[told.i], Link(expression, how, "direct", 1)
        return
    torn = relative_behind(scene, expression) or conjunct_behind(scene, expression, first)
    target, distance = (torn, 1) if torn is not None else climb(scene, expression, first)
    if target is None:
        target, distance = verb_behind(scene, expression, first), 1
    if torn is not None and torn.i not in scene.event_at:
        return
    if target is None:
        return
    moved = new_day_of(scene, target, expression, signal)
    if moved is not None:
        yield from ((event, Link(moved.day, "", "direct", distance)) for event in moved.events)
        return
    before = _told_by_that(scene, target, expression)
    if before is not None:
        yield before, Link(expression, signal, "direct", distance)
        return
    if scene.head[expression.id].dep_ in NAMING and not grammar.is_verb(target):
        signal = ""  # "following last week's attack": after the attack, not after the week
    for event in events_of(scene, target, expression, first, signal):
        yield event, Link(expression, signal, "direct", distance)


def event_of_when(scene: Scene, expression: TemporalExpression) -> Event | None:
    """The event of a clause with "when" right behind a date: "until 1963, when it burned down"."""
    stop = scene.within[expression.id].stop
    for word in scene.doc[stop : stop + 2]:
        if word.lower_ == "when" and grammar.is_verb(word.head) and word.head.i > word.i:
            verb = word.head
            follows = verb.dep_ in ("relcl", "advcl") and verb.head.i < stop
            asks = scene.doc[word.i + 1].dep_ in ("aux", "auxpass")  # "when do you leave?"
            return scene.event_at.get(verb.i) if follows and not asks else None
        if word.text != ",":
            return None
    return None


def _told_by_that(scene: Scene, verb: Token, expression: TemporalExpression) -> Event | None:
    """What the sentence before told, where this one only dates it: "That was in 1936."."""
    subject = grammar.own_subject(verb)
    if verb.lemma_ != "be" or verb.dep_ != "ROOT" or subject is None:
        return None
    first, within = verb.sent.start, scene.within[expression.id]
    if subject.lower_ not in ("that", "this", "it") or subject.i != first or first == 0:
        return None
    rest = (t for t in scene.doc[verb.i + 1 : verb.sent.end] if t.i not in within)
    if any(t.pos_ not in ("ADP", "PUNCT", "ADV") for t in rest):
        return None
    sentence = scene.doc[first - 1].sent
    pasts = [t for t in sentence if t.i in scene.event_at and grammar.finite_form(t) == "past"]
    told = [t for t in pasts if t.i == sentence.root.i] or pasts
    if len(told) != 1 or any(t.i in scene.inside for t in sentence):
        return None
    if scene.block_at(told[0].idx) != scene.block_at(verb.idx):
        return None
    event = scene.event_at[told[0].i]
    return event if event.polarity != "NEG" else None


def _adds(before: Token) -> bool:
    """True for "and again in 1924"; "was damaged again on 23 August" is of that day."""
    return before.dep_ == "cc" or before.lower_ in (",", "and", "or", "then")
