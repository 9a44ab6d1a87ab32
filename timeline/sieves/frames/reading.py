"""Reads the expressions tied to an event, with their signals, as one frame of bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...annotation import Bounds, Event, TemporalExpression
from ...temporal.expression import Base, Partial, Shift
from ...temporal.granularity import Granularity
from ...temporal.values import (
    OPEN,
    Duration,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    TimeValue,
    Unresolved,
)
from ..base import Link, Scene
from ..grammar import words
from ..tying.climbing import NAMING
from ..tying.phrase import is_fine
from . import bounding
from .bounding import Frame
from .going_on import STATES, counts_on, goes_on, is_current, takes_a_while
from .lasting import lasting
from .making import lies_within

BOUNDING = frozenset(
    "by until till til through before after following past since from throughout".split()
) | {"no later than", "as of"}
STRETCHING = frozenset("since until till through from throughout".split())
AFTER = ("AFTER", "ON_OR_AFTER")
COUNTED_OUT = frozenset("last spend take".split())  # "stayed six years", "took two days"
# What is done on one day, for years to come: "jailed for five years", "issued for one year".
SENTENCING = frozenset("authorize extend gaol grant issue jail license renew sentence".split())
Evidence = list[tuple[TemporalExpression, str]]


def read_links(
    scene: Scene, event: Event, links: Sequence[Link]
) -> tuple[Frame, Evidence, bool] | None:
    """Frame, evidence, and whether a signal or a stretch bounds it; None where no link dates it.

    The nearest datable link decides; a finer one within it refines it; a duration makes it last.
    """
    datable = [link for link in links if bounding.is_datable(link.expression.value)]
    if not datable:
        return None
    main = datable[0]
    repeats = [x for x in links if isinstance(x.expression.value, Recurrence)]
    repeats = [x for x in repeats if scene.head[x.expression.id].dep_ not in NAMING]
    if any(x.distance <= main.distance or not is_fine(main.expression) for x in repeats):
        return _repeated(scene, event, main, repeats[0])
    frame = _frame(scene, event, main)
    note = main.signal if main.signal in BOUNDING or main.signal == "between" else ""
    evidence: Evidence = [(main.expression, note)]
    stretch = isinstance(main.expression.value, Interval)
    bounded = main.signal in BOUNDING or frame.shape == "interval" or note == "between" or stretch
    for other in datable[1:]:
        second = _frame(scene, event, other)
        if bounded or other.signal in BOUNDING:
            continue
        if lies_within(second, frame) and second != frame:
            frame = second
            evidence.insert(0, (other.expression, ""))
        elif lies_within(frame, second):
            evidence.append((other.expression, ""))
    length = _lasting(scene, event, links)
    if length is not None and not bounded and frame.granularity <= Granularity.DAY:
        expression, duration = length
        end = lasting(frame.begin, duration)
        if end is not None and end != frame.begin:  # an hour of a day is no more than that day
            frame = replace(frame, shape="interval", end=end, relation="BEGUN_BY", bounded=False)
            return frame, [*evidence, (expression, "for")], True
    return frame, evidence, bounded


def _repeated(
    scene: Scene, event: Event, main: Link, repeat: Link
) -> tuple[Frame, Evidence, bool] | None:
    """What comes again over a stretch lasts as long: "toured every summer from 2001 to 2009".

    None where the words give no stretch, and where it is only tied to one: "let on 1 March 2020
    for a rent payable each month".
    """
    value = main.expression.value
    signalled = main.signal in STRETCHING
    long = isinstance(value, Interval) or (
        isinstance(value, Moment) and value.granularity > Granularity.DAY
    )
    if event.status != "recurring" or not (long or signalled) or repeat.how != "direct":
        return None
    if isinstance(value, Moment) and not signalled:
        frame = bounding.throughout(value)
    elif isinstance(value, Interval) and main.expression.type == "INTERVAL":
        frame = bounding.within(value)
    else:
        frame = _frame(scene, event, main)
    note = main.signal if main.signal in BOUNDING else ""
    return frame, [(main.expression, note), (repeat.expression, "again and again")], True


def _frame(scene: Scene, event: Event, link: Link) -> Frame:
    value = link.expression.value
    assert not isinstance(value, Unresolved)  # datable links only
    if (since_then := _to_now(scene, link.expression)) is not None:
        return bounding.somewhere_in(since_then)
    signal = link.signal
    starts = link.expression.text.lower().split(" ", 1)[0]
    if isinstance(value, Interval):
        if signal in ("before", "after") and starts not in ("from", "between"):
            # A stretch with a name: "after the First World War".
            return bounding.before(value) if signal == "before" else bounding.after(value)
        if starts not in ("since", "from", "between") and link.expression.type != "INTERVAL":
            if signal == "since" and isinstance(value.end, Moment):
                now = scene.speech_at(event.start)[0] if is_current(scene, event) else None
                return bounding.since(value.end, now)  # "since the First World War": since its end
            if signal in words.UNTIL and isinstance(value.start, Moment):
                return bounding.until(value.start)
        stretch = goes_on(scene, event) or takes_a_while(scene, event)
        if "between" in (signal, starts) and not stretch:
            return bounding.somewhere_in(value)
        if isinstance(value.start, Moment) and not isinstance(value.end, Moment):
            open_now = value.end is OPEN and (starts != "since" or is_current(scene, event))
            return bounding.since(
                value.start, scene.speech_at(event.start)[0] if open_now else None
            )
        if isinstance(value.end, Moment) and not isinstance(value.start, Moment):
            return bounding.until(value.end)
        # "in the past two weeks": at some time in them; "for the past two weeks": all along.
        is_range = link.expression.type == "INTERVAL" or signal in ("for", "throughout")
        if not is_range and not goes_on(scene, event):
            return bounding.somewhere_in(value)
        frame = bounding.within(value)
        return replace(frame, end=_very_end(frame.end)) if _to_the_end(link) else frame
    frame = _signalled(scene, event, link, value)
    if not _to_the_end(link):
        return frame
    if signal == "before":
        return bounding.not_after(value)  # "before the end of March": in March at the latest
    return replace(frame, end=_very_end(frame.end)) if signal in words.UNTIL else frame


def _to_now(scene: Scene, expression: TemporalExpression) -> OneOf | None:
    """The time that "less than a year ago" leaves: from then to the time of speaking."""
    value, expr = expression.value, expression.expr
    now = scene.speech_at(expression.start)[0].value
    ago = isinstance(expr, Shift) and expr.base is Base.SPEECH and expr.sign < 0
    if ago and now is not None and isinstance(value, Moment) and value.mod in AFTER:
        return OneOf(replace(value, mod=None), now, value.granularity)
    return None


def _to_the_end(link: Link) -> bool:
    """True for "until the end of October", which is its last day; "until late October" is not."""
    return "the end of" in link.expression.text.lower()


def _very_end(end: Bounds) -> Bounds:
    return Bounds(end.latest, end.latest)


def _is_of_the_day(link: Link) -> bool:
    """True for "before noon" of a day that was told before: on that day, not the day before."""
    expr, value = link.expression.expr, link.expression.value
    clock = isinstance(value, Moment) and value.granularity < Granularity.DAY
    if any(char.isdigit() for char in link.expression.text):
        return False  # a record of clock times; "before 17:41" may go back to any of its lines
    return clock and isinstance(expr, Partial) and expr.day is None and expr.weekday is None


def _signalled(scene: Scene, event: Event, link: Link, value: TimeValue) -> Frame:
    signal = link.signal
    if signal in ("before", "after") and isinstance(value, Moment) and is_shortly(scene, link):
        near = bounding.shortly(value, -1 if signal == "before" else 1)
        if near is not None:
            return near
    if signal == "as of" and counts_on(scene, event):
        return bounding.within(value)  # "as of March the firm employed 300": what was so then
    if signal in ("by", "no later than", "as of"):
        return bounding.not_after(value)
    if signal in words.UNTIL and event.polarity == "NEG" and event.class_ not in STATES:
        return bounding.within(value)  # "was not repaired until 1921": it was, then
    if signal in words.UNTIL or signal == "through":
        return bounding.until(value)
    if signal == "before":
        if isinstance(value, Moment) and _is_of_the_day(link):
            return bounding.before_on_its_day(value)
        return bounding.before(value)
    if signal in ("after", "following", "past"):
        return bounding.after(value)
    if signal == "from" and scene.trigger[event.id].lemma_.lower() in words.EFFECTIVE:
        return bounding.within(value)  # "banned nets from 1 May": the ban came then
    if signal in ("since", "from"):
        now = scene.speech_at(event.start)[0] if is_current(scene, event) else None
        return bounding.since(value, now)
    if signal == "throughout":
        return bounding.throughout(value)
    return bounding.within(value)


def is_shortly(scene: Scene, link: Link) -> bool:
    """Whether "before" and "after" come near: "shortly before 6 a.m.", "just after noon"."""
    at = scene.within[link.expression.id].start - 1
    return at > 0 and scene.doc[at - 1].lower_ in words.SHORTLY


def _lasting(
    scene: Scene, event: Event, links: Sequence[Link]
) -> tuple[TemporalExpression, Duration] | None:
    """How long it went on: "for nine days", "spent six days", "lasted two hours"."""
    for link in links:
        value = link.expression.value
        if not isinstance(value, Duration):
            continue
        verb = scene.trigger[event.id].lemma_.lower()
        if verb in SENTENCING:
            return None
        if link.signal == "for" or (not link.signal and verb in words.DURATIVE | COUNTED_OUT):
            return link.expression, value
    return None


def duration_of(scene: Scene, event: Event) -> tuple[TemporalExpression, Duration] | None:
    """The duration that the event's own clause gives, whatever else dates it."""
    return _lasting(scene, event, scene.links_of(event))
