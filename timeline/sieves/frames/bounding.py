"""From a value and the word before it to the bounds of an event: the output contract's `time`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...annotation import Basis, Bounds, DocumentDate, Shape, TemporalExpression
from ...temporal.arithmetic import first_moment, last_moment, move, truncate
from ...temporal.granularity import Granularity
from ...temporal.values import OPEN, Interval, Moment, OneOf, TimeValue, Unresolved

NOT_BOUNDED = Bounds(None, None)


@dataclass(frozen=True, slots=True)
class Frame:
    """Bounds with their shape, TimeML relation to the expression, and granularity.

    `bounded`: the event is included in or bounded by this one value.
    """

    shape: Shape
    begin: Bounds
    end: Bounds
    relation: str
    granularity: Granularity
    ongoing: bool = False
    bounded: bool = True


def is_datable(value: TimeValue | Unresolved) -> bool:
    """True for values that lie on the axis."""
    return isinstance(value, (Moment, Interval, OneOf))


def bounds_of(value: TimeValue) -> Bounds:
    """From the first to the last moment of a value, both included; a full hour is a point."""
    first = first_moment(value)
    full = isinstance(value, Moment) and value.granularity is Granularity.HOUR
    if full and isinstance(value, Moment) and value.mod is None:
        return Bounds(first, first)  # "at 11 am", "noon"; but not "around 3 am"
    if isinstance(value, Moment) and value.mod in ("BEFORE", "ON_OR_BEFORE"):
        return Bounds(None, last_moment(replace(value, mod=None)))  # "more than a year ago"
    if isinstance(value, Moment) and value.mod in ("AFTER", "ON_OR_AFTER"):
        return Bounds(first_moment(replace(value, mod=None)), None)  # "less than a month ago"
    return Bounds(first, last_moment(value))


def granularity_of(value: TimeValue | Unresolved) -> Granularity:
    """How coarse a value is; of an interval, its finer end."""
    if isinstance(value, (Moment, OneOf)):
        return value.granularity
    if isinstance(value, Interval):
        ends = [e.granularity for e in (value.start, value.end) if isinstance(e, Moment)]
        return min(ends, default=Granularity.DAY)
    return Granularity.DAY


def within(value: TimeValue) -> Frame:
    """An event that the value includes ("in March 2021"); an interval runs from start to end."""
    if isinstance(value, Interval):
        begin = bounds_of(value.start) if isinstance(value.start, Moment) else NOT_BOUNDED
        end = bounds_of(value.end) if isinstance(value.end, Moment) else NOT_BOUNDED
        grain = granularity_of(value)
        return Frame("interval", begin, end, "SIMULTANEOUS", grain, value.end is OPEN, False)
    bounds = bounds_of(value)
    # "More than ten years ago" may be in that year too, or before it.
    whole = bounds.earliest is not None and bounds.latest is not None
    return Frame("instant", bounds, bounds, "IS_INCLUDED", granularity_of(value), bounded=whole)


def somewhere_in(value: TimeValue) -> Frame:
    """An uncertain instant between the start and the end of a value: "between May and June"."""
    bounds = bounds_of(value)
    if isinstance(value, Interval) and isinstance(value.end, Moment):
        bounds = Bounds(bounds.earliest, bounds_of(value.end).latest)  # by eight, not by 8:59
    one = isinstance(value, Moment)
    return Frame("instant", bounds, bounds, "IS_INCLUDED", granularity_of(value), bounded=one)


def not_after(value: TimeValue) -> Frame:
    """At X or before it: "by X"."""
    bounds = Bounds(None, bounds_of(value).latest)
    return Frame("instant", bounds, bounds, "BEFORE", granularity_of(value))


def before(value: TimeValue) -> Frame:
    """Before X, not in X itself, unless X is a clock time."""
    first = first_moment(value)
    bounds = Bounds(None, _step(first, -1))
    return Frame("instant", bounds, bounds, "BEFORE", granularity_of(value))


def before_on_its_day(value: Moment) -> Frame:
    """From the beginning of its day to a clock time: "before noon"."""
    first = first_moment(truncate(value, Granularity.DAY))
    bounds = Bounds(first, first_moment(value))
    return Frame("instant", bounds, bounds, "BEFORE", granularity_of(value))


def after(value: TimeValue) -> Frame:
    """After X, not in X itself, unless X is a clock time."""
    bounds = Bounds(_step(bounds_of(value).latest, 1), None)
    return Frame("instant", bounds, bounds, "AFTER", granularity_of(value))


# How far "shortly before" and "just after" reach: of a clock time, a day, a week, a month, a year.
_SHORTLY = (
    (Granularity.HOUR, 30, Granularity.MINUTE),
    (Granularity.DAYPART, 0, Granularity.DAY),
    (Granularity.DAY, 14, Granularity.DAY),
    (Granularity.WEEK, 4, Granularity.WEEK),
    (Granularity.QUARTER, 3, Granularity.MONTH),
    (Granularity.YEAR, 3, Granularity.YEAR),
)


_MIDNIGHT = 24  # o'clock


def shortly(value: Moment, side: int) -> Frame | None:
    """Soon before (-1) or after (1) a moment: an uncertain instant beside it.

    A part of the day stands for its day: "just before dawn on 12 May".
    """
    grain = value.granularity
    found = next(((count, unit) for most, count, unit in _SHORTLY if grain <= most), None)
    bounds = bounds_of(replace(value, mod=None))
    near = bounds.earliest if side < 0 else bounds.latest
    if found is None or near is None:
        return None
    count, unit = found
    if not count:
        return replace(within(truncate(value, Granularity.DAY)), bounded=True)
    if side > 0 and value.hour == _MIDNIGHT and "day" in value.stated:
        near = move(near, -1, Granularity.DAY)  # "just after midnight on 12 May" is of that day
    near = _step(near, side)
    far = None if near is None else _step(move(near, side * count, unit), -side)
    both = Bounds(near, far) if side > 0 else Bounds(far, near)
    relation = "AFTER" if side > 0 else "BEFORE"
    return Frame("instant", both, both, relation, grain, bounded=False)


def _step(day: Moment | None, count: int) -> Moment | None:
    """The day before or after; a clock time is a point that both sides share."""
    if day is None or day.granularity.is_clock:
        return day
    return move(day, count, Granularity.DAY)


def until(value: TimeValue) -> Frame:
    """It ended in X; its begin is not said: "until X"."""
    return Frame(
        "interval", NOT_BOUNDED, bounds_of(value), "ENDED_BY", granularity_of(value), bounded=False
    )


def since(value: TimeValue, date: DocumentDate | None) -> Frame:
    """It began in X: "since X", "from X"; given the document's date, it still goes on then."""
    ongoing = date is not None
    still = first_moment(date.value) if date is not None and date.value is not None else None
    end = Bounds(still, None)
    grain = granularity_of(value)
    return Frame("interval", bounds_of(value), end, "BEGUN_BY", grain, ongoing, bounded=False)


def throughout(value: TimeValue) -> Frame:
    """All of X: it began not after X's first moment and ended not before its last."""
    first, last = first_moment(value), last_moment(value)
    return Frame(
        "interval",
        Bounds(first, first),
        Bounds(last, last),
        "SIMULTANEOUS",
        granularity_of(value),
        bounded=False,
    )


def basis_of(expression: TemporalExpression) -> Basis:
    """Fully stated by its words, counted from an event, or completed from another date."""
    if (expression.anchor_id or "").startswith("e"):
        return "event"
    return "relative" if expression.anchor_id is not None else "expression"
