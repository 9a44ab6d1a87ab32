"""When something happened, in whole days and on both sides: what people and we are compared by."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..annotation import Anchor, Bounds
from ..temporal.axis import DAY_SECONDS, civil, days_in_month
from ..temporal.values import Moment

Range = tuple[int | None, int | None]  # first and last day, both included; None is not bounded


@dataclass(frozen=True, slots=True)
class When:
    """Where the begin and the end of something lie, in days since 1970.

    `several`: the two are told apart; otherwise it happened on one day and both ranges are equal.
    """

    begin: Range
    end: Range
    several: bool = False

    @property
    def day(self) -> int | None:
        """The one day on which it happened, where it is known."""
        return self.begin[0] if not self.several and self.begin[0] == self.begin[1] else None

    @property
    def kind(self) -> str:
        """Which sides are known: day, between, before, after, interval, unknown."""
        if self.several:
            return "interval"
        if self.begin == (None, None):
            return "unknown"
        if self.day is not None:
            return "day"
        if self.begin[0] is None:
            return "before"
        return "after" if self.begin[1] is None else "between"

    def meets(self, other: When) -> bool:
        """True if one happening can be both: their begins and their ends share a day."""
        return _share(self.begin, other.begin) and _share(self.end, other.end)


def when_of(anchor: Anchor) -> When:
    """The days of an anchor's bounds, on the text's own clock."""
    begin, end = day_range(anchor.begin), day_range(anchor.end)
    return When(begin, end, anchor.shape == "interval")


def round_month(when: When) -> When:
    """The last day of a month for its 28th: EventTime often ends whole months there."""
    begin = _month_end(when.begin[0]), _month_end(when.begin[1])
    end = _month_end(when.end[0]), _month_end(when.end[1])
    return When(begin, end, when.several)


def day_of_moment(moment: Moment) -> int:
    """Days from 1970-01-01 to the moment's own day."""
    return int(replace(moment, zone=None).cell.lo // DAY_SECONDS)


def day_range(bounds: Bounds) -> Range:
    """The first and the last day of bounds."""
    first, last = bounds.earliest, bounds.latest
    return (
        None if first is None else day_of_moment(first),
        None if last is None else day_of_moment(last),
    )


def _month_end(number: int | None) -> int | None:
    if number is None:
        return None
    year, month, day = civil(number)
    last = days_in_month(year, month)
    return number + last - day if day == 28 else number


def _share(one: Range, other: Range) -> bool:
    starts = [day for day in (one[0], other[0]) if day is not None]
    ends = [day for day in (one[1], other[1]) if day is not None]
    return not starts or not ends or max(starts) <= min(ends)


def show_when(when: When) -> str:
    """A time as EventTime writes it.

    >>> show_when(When((0, 0), (0, 0)))
    '1970-01-01'
    """
    if not when.several:
        return _show(when.begin)
    return f"beginPoint={_show(when.begin)}endPoint={_show(when.end)}"


def _show(days: Range) -> str:
    first, last = (None if day is None else "{:04}-{:02}-{:02}".format(*civil(day)) for day in days)
    if first == last:
        return first or "xxxx-xx-xx"
    return (f"after{first}" if first else "") + (f"before{last}" if last else "")
