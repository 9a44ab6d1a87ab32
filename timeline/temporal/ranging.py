"""From two dates to the interval between them."""

from __future__ import annotations

from dataclasses import replace

from .arithmetic import move
from .granularity import Granularity
from .values import OPEN, UNKNOWN, End, Interval, Moment, OneOf, TimeValue, Unresolved


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
