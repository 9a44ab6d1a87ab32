"""From the two ends of a range, each perhaps completed from the other, to its interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .anchor import AnchorTime, bases, is_bare
from .arithmetic import move, truncate
from .expression import AtEvent, Base, Direction, Expr, Partial, Range
from .granularity import Granularity
from .patterns import pattern_of
from .values import OPEN, UNKNOWN, End, Interval, Moment, OneOf, TimeValue, Unresolved

Resolve = Callable[[Expr, AnchorTime], TimeValue | Unresolved]


def resolve_range(expr: Range, anchor: AnchorTime, resolve: Resolve) -> Interval | Unresolved:
    """The interval; an end without its year is completed from the other, not from the anchor."""
    start, end = expr.start, expr.end
    first: TimeValue | Unresolved | None
    last: TimeValue | Unresolved | None
    # An event as one end leaves that end unknown, and the other as it is.
    waiting = anchor.event is None
    events = [edge.text for edge in (start, end) if waiting and isinstance(edge, AtEvent)]
    start = None if waiting and isinstance(start, AtEvent) else start
    end = None if waiting and isinstance(end, AtEvent) else end
    if events and start is None and end is None:
        return Unresolved(f"depends on an event: {', '.join(events)}")
    if start is None or end is None or not (is_bare(start) or is_bare(end)):
        first = None if start is None else resolve(start, anchor)
        last = None if end is None else resolve(end, anchor)
        if first is not None and end is not None and _counts_on(start, end):
            # "from 5 December 2022 until the end of the following February"
            last = _beside(end, first, anchor, "future", resolve)
    elif _is_bare_clock(end) and not _is_bare_clock(start):
        first = resolve(start, anchor)
        last = _beside(end, first, anchor, "future", resolve)
    elif is_bare(start) and (
        anchor.direction != "near" or not is_bare(end) or _is_bare_clock(start)
    ):
        # Either way the end decides: what is ahead may have begun.
        last = resolve(end, anchor)
        first = _beside(start, last, anchor, "past", resolve)
    else:
        first = resolve(start, anchor)
        last = _beside(end, first, anchor, "future", resolve)
    return to_interval(first, last, ongoing=expr.ongoing)


def to_interval(
    first: TimeValue | Unresolved | None, last: TimeValue | Unresolved | None, *, ongoing: bool
) -> Interval | Unresolved:
    """The interval from the first to the last; None is an end that is not said.

    A clock time that would end before it starts ends on the next day ("from 22:00 to 02:00").
    """
    start, end = _edge(first, last=False), _edge(last, last=True)
    if isinstance(start, Unresolved):
        return start
    if isinstance(end, Unresolved):
        return end
    if isinstance(start, End) and isinstance(end, End):
        return Unresolved("neither end is a date")
    if end is UNKNOWN and last is None and ongoing:
        end = OPEN
    if isinstance(start, Moment) and isinstance(end, Moment) and _is_before(end, start):
        if end.granularity < Granularity.DAY and not _names_day(end):
            end = _days_on(end, 1)
        elif start.granularity < Granularity.DAY and not _names_day(start):
            start = _days_on(start, -1)
        if _is_before(end, start):
            return Unresolved("the end is before the start")
    return Interval(start, end)


def _edge(value: TimeValue | Unresolved | None, *, last: bool) -> Moment | End | Unresolved:
    """The first or last moment of an end that may itself be uncertain or an interval."""
    if value is None:
        return UNKNOWN
    if isinstance(value, (Moment, Unresolved)):
        return value
    if isinstance(value, Interval):
        return value.end if last else value.start
    if isinstance(value, OneOf):
        return (value.latest if last else value.earliest) or UNKNOWN
    return Unresolved("an end is not a date")


def _days_on(moment: Moment, count: int) -> Moment:
    moved = move(moment, count, Granularity.DAY)
    return replace(moved, stated=moment.stated, mod=moment.mod)


def _is_before(end: Moment, start: Moment) -> bool:
    return end.cell.hi <= start.cell.lo


def _names_day(moment: Moment) -> bool:
    return bool({"day", "weekday", "easter"} & set(moment.stated))


def _counts_on(start: Expr | None, end: Expr) -> bool:
    """Whether an end is counted from something told, which the start is not."""
    told = Base.REFERENCE in bases(end)
    return told and start is not None and Base.REFERENCE not in bases(start)


def _beside(
    expr: Expr,
    other: TimeValue | Unresolved,
    anchor: AnchorTime,
    direction: Direction,
    resolve: Resolve,
) -> TimeValue | Unresolved:
    """An end completed from the other end: the nearest on its side."""
    if isinstance(other, Interval):
        near = other.start if direction == "past" else other.end
    elif isinstance(other, OneOf):
        near = (other.earliest if direction == "past" else other.latest) or End.UNKNOWN
    else:
        near = other if isinstance(other, Moment) else End.UNKNOWN
    if isinstance(near, End):
        return resolve(expr, anchor)
    if near.granularity < Granularity.DAY and isinstance(expr, Partial) and not _is_clock(expr):
        near = truncate(near, Granularity.DAY)
    beside = replace(anchor, reference=near, direction=direction, partial_base=Base.REFERENCE)
    return resolve(expr, beside)


def _is_bare_clock(expr: Expr) -> bool:
    return isinstance(expr, Partial) and expr.hour is not None and _is_clock(expr)


def _is_clock(expr: Partial) -> bool:
    pattern = pattern_of(expr)
    return pattern is not None and pattern.period is Granularity.DAY
