"""Within so long: "four more followed within ten days", "to be replaced within a month".

A limit counts from what was told last, from the promise or the order that sets it, and what is
still to come, where nothing else sets it, from the day of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..annotation import Anchor, Bounds, Event, TemporalExpression
from ..temporal.anchor import AnchorTime
from ..temporal.expression import Amount, Base, Shift
from ..temporal.granularity import Granularity
from ..temporal.resolve import resolve
from ..temporal.values import Moment
from . import grammar
from .base import Found, Scene
from .frames.bounding import Frame
from .frames.making import make_anchor
from .grammar import words
from .grammar.tokens import Token
from .named_events.naming import counted_length

NAME = "limit"
STRONG = ("aspect", "signal", "attached", "clause")
AHEAD = ("planned", "possible")
REAL = ("happened", "alleged")


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of what happened, or is to happen, within a length of time."""
    by_id = {e.id: e for e in scene.expressions}
    for event in scene.events:
        if event.id in found:
            continue
        found_limit = _limit_of(scene, event)
        if found_limit is None:
            continue
        limit, length = found_limit
        start = _start(scene, event, found, by_id)
        if start is None:
            continue
        day, other = start
        last = _after(day, length)
        if last is None:
            continue
        ahead = event.status in AHEAD  # when it begins to be due is not said
        bounds = Bounds(None if ahead else day, last)
        relation = "BEFORE" if ahead else "IS_INCLUDED"
        frame = Frame("instant", bounds, bounds, relation, Granularity.DAY, bounded=False)
        evidence = [(limit, "within")]
        if other is not None:
            evidence.append((other, "counted from"))
        yield make_anchor(event, frame, NAME, evidence, basis="relative")


def _limit_of(scene: Scene, event: Event) -> tuple[TemporalExpression, Amount] | None:
    """The length of time that a clause sets as a limit, if no word names what it counts from."""
    for link in scene.links_of(event):
        expression = link.expression
        if link.signal != "within" or expression.type != "DURATION":
            continue
        length = counted_length(expression)
        if expression.id in scene.namings or length is None or length.least != length.most:
            continue  # "within weeks" sets none
        return expression, length
    return None


def _start(
    scene: Scene, event: Event, found: Found, by_id: Mapping[str, TemporalExpression]
) -> tuple[Moment, TemporalExpression | None] | None:
    """The day that a limit counts from, and the expression that gives it, if it is told."""
    trigger = scene.trigger[event.id]
    if trigger.dep_ == "acomp":
        trigger = trigger.head  # "would be ready within a month"
    setter = _setter(scene, trigger)
    if setter is not None and setter.id in found:
        told = _day_of(found[setter.id])
        return (told, by_id.get(found[setter.id].evidence[0].timex_id)) if told else None
    behind = setter is not None and grammar.finite_form(scene.trigger[setter.id]) == "past"
    if behind or (
        event.status in REAL and grammar.finite_form(trigger) in ("past", "past-perfect", "none")
    ):
        place = scene.block_at(event.start)
        block = scene.blocks[place].start if place >= 0 else event.start
        for earlier in reversed(scene.events_between(block, event.start)):
            anchor = found.get(earlier.id)
            if anchor is not None and anchor.sieve in STRONG and (told := _day_of(anchor)):
                return told, by_id.get(anchor.evidence[0].timex_id)
        return None
    speech = scene.speech_at(event.start)[0].value
    if event.status in AHEAD and speech is not None and speech.granularity <= Granularity.DAY:
        return speech, None
    return None


def _setter(scene: Scene, verb: Token) -> Event | None:
    """The promise or order that holds what is to be done: "assured that it would be replaced"."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "xcomp", "advcl", "acl"):
        return None
    if above.i > verb.i and above.lemma_.lower() not in words.SAYING:
        return None  # "They failed within a year: on 25 October the ceiling fell"
    return scene.event_at.get(above.i)


def _day_of(anchor: Anchor) -> Moment | None:
    """The one day of an event, or its moment."""
    first, last = anchor.begin.earliest, anchor.end.latest
    if first is None or last is None or anchor.shape != "instant":
        return None
    if first.granularity > Granularity.DAY or first.cell.lo // DAY != (last.cell.hi - 1) // DAY:
        return None
    return first


DAY = 86_400  # s


def _after(day: Moment, length: Amount) -> Moment | None:
    if day.granularity is Granularity.HOUR > length.unit:
        # Ten minutes from 6 a.m. are counted from its first minute.
        day = replace(day, granularity=Granularity.MINUTE, minute=0)
    value = resolve(
        Shift(Base.REFERENCE, length, 1, keep=not length.unit.is_clock), AnchorTime(None, day)
    )
    return value if isinstance(value, Moment) else None
