"""Whether a value of ours means the same as an accepted reading of a case.

The conventions of the cases are an assistant's. Where a phrase has two readings ("Monday" is the
last or the next one) either counts, and where TimeML says the same in another way so does its
value: what counts is the stretch of time, or the TIMEX3 value where both name it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf

from ..temporal.axis import DAY_SECONDS, day_number
from ..temporal.granularity import Granularity
from ..temporal.timex3 import to_timex3
from ..temporal.values import OPEN, Duration, Interval, Moment, OneOf, TimeValue, Unresolved
from .cases import Accepted, Expected
from .conventions import counts, in_share, is_counted, is_share, same_set, same_within

CLOCK_KINDS = ("time", "timerange")
PART = re.compile(r"T(MO|MI|AF|EV|NI|DT)$")
# Seconds of a unit, as Recognizers-Text counts them in its values of durations.
UNIT_SECONDS = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3600,
    Granularity.DAY: DAY_SECONDS,
    Granularity.WEEKEND: 2 * DAY_SECONDS,
    Granularity.WEEK: 7 * DAY_SECONDS,
    Granularity.MONTH: 30 * DAY_SECONDS,
    Granularity.QUARTER: 90 * DAY_SECONDS,
    Granularity.YEAR: 365 * DAY_SECONDS,
    Granularity.DECADE: 3650 * DAY_SECONDS,
    Granularity.CENTURY: 36500 * DAY_SECONDS,
}
_STAMP = re.compile(
    r"(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d))?"
    r"(?:[ T]?(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d))?"
)
Edge = frozenset[float]  # seconds; what may count as one end of a value


def means(value: TimeValue | Unresolved, expected: Expected, reference: str | None = None) -> bool:
    """True if the value is the expected TIMEX3, or the same time as an accepted reading.

    `reference` is when the case is read, as a stamp.
    """
    if isinstance(value, Unresolved):
        return False
    timex = to_timex3(value).value
    if timex in expected.timex:
        return True
    if expected.kind == "set":
        return same_set(timex, expected.timex)
    if expected.kind == "duration":
        return any(_same_length(value, accepted) for accepted in expected.values)
    clock = expected.kind in CLOCK_KINDS
    if clock and "T" + timex.partition("T")[2] in expected.timex:
        return True
    if any(_same_part(timex, expected.timex, accepted) for accepted in expected.values):
        return True
    if isinstance(value, Duration):
        return same_within(value, expected.text, expected.timex)
    asked = read_stamp(reference and reference.replace("T", " "))
    return any(
        _same_stretch(value, accepted, clock=clock)
        or _same_by_convention(value, accepted, asked, counted=counts(expected.text))
        for accepted in expected.values
    )


def read_stamp(text: str | None) -> float | None:
    """Seconds of "2016-11-07", "2016-11-07 16:12:00" or "16:12:00" (of day 0), else None."""
    found = _STAMP.fullmatch(text) if text else None
    if found is None:
        return None
    year, month, day, hour, minute, second = (
        int(group) if group else 0 for group in found.groups()
    )
    days = day_number(year, month, day) if year else 0
    return days * DAY_SECONDS + hour * 3600 + minute * 60 + second


def _same_length(value: TimeValue, accepted: Accepted) -> bool:
    """A vague count ("a few minutes", 2 to 6) holds the number that an assistant takes for it."""
    if not isinstance(value, Duration) or not (accepted.value or "").isdigit():
        return False
    if any(unit not in UNIT_SECONDS or most is None for _, most, unit in value.amounts):
        return False
    least = sum(low * UNIT_SECONDS[unit] for low, _, unit in value.amounts)
    most = sum((high or 0) * UNIT_SECONDS[unit] for _, high, unit in value.amounts)
    return least <= float(accepted.value or 0) <= most


def _same_part(timex: str, patterns: tuple[str, ...], accepted: Accepted) -> bool:
    """The same part of the day where an accepted reading begins; its hours are convention."""
    parts = {found[1] for pattern in patterns if (found := PART.search(pattern))}
    return any(timex == f"{(accepted.start or '')[:10]}T{part}" for part in parts)


def _same_stretch(value: TimeValue, accepted: Accepted, *, clock: bool) -> bool:
    edges = _edges(value, clock=clock)
    if edges is None:
        return False
    starts, ends, first, last = edges
    point, start, end = (
        read_stamp(text) for text in (accepted.value, accepted.start, accepted.end)
    )
    if point is not None:
        # A day is the whole day; a point of the clock is where a clock time begins.
        whole = len(accepted.value or "") == len("2016-11-07")
        return min(starts) == point and (not whole or max(ends) == point + DAY_SECONDS)
    if start is not None and end is not None:
        return min(starts) == start and end in ends
    # An open range: TimeML leaves "since" to a signal and marks the moment that it names.
    alone = isinstance(value, Moment)
    if start is not None:
        return start in starts | first and (alone or max(ends) == inf)
    if end is not None:
        return end in ends | last and (alone or min(starts) == -inf)
    return False


def _same_by_convention(
    value: TimeValue, accepted: Accepted, asked: float | None, *, counted: bool
) -> bool:
    """The same in an assistant's terms: counted days, shares of a cell, and what goes on."""
    origin = asked if counted else None
    point, start, end = (
        read_stamp(text) for text in (accepted.value, accepted.start, accepted.end)
    )
    if isinstance(value, Moment):
        if point is not None:
            last_second = value.granularity is Granularity.DAY and value.mod == "END"
            at_end = last_second and point == value.cell.hi - 1  # "the end of today"
            return at_end or is_counted(point, value, origin)
        if start is not None and end is not None:
            return is_share(start, end, value)
        edge = start if start is not None else end
        return edge is not None and in_share(edge, value)
    if not isinstance(value, Interval):
        return False
    if end is None:
        # "today after four" ends with today, "today before four" begins with it; theirs is open.
        return _is_day_of(value.end, value.start) and start in _both(value.start)
    if start is None:
        return _is_day_of(value.start, value.end) and end in _both(value.end)
    if value.end is OPEN:
        return (
            asked is not None
            and end in (asked, _midnight(asked))
            and start in _both(value.start)[:1]
        )
    same_end = (
        end in _both(value.end) or in_share(end, value.end) or is_counted(end, value.end, origin)
    )
    starts = _both(value.start)[:1]
    ahead = is_counted(end, value.end, origin) and asked is not None
    if ahead and asked is not None and starts == (_midnight(asked),):
        starts = (*starts, starts[0] + DAY_SECONDS)  # theirs begins on the next day
    same_start = (
        start in starts or in_share(start, value.start) or is_counted(start, value.start, origin)
    )
    return same_start and same_end


def _both(moment: object) -> tuple[float, ...]:
    """First and last edge of an end of a range, where it has one."""
    return _span(moment, clock=False) or () if isinstance(moment, Moment) else ()


def _midnight(second: float) -> float:
    return second // DAY_SECONDS * DAY_SECONDS


def _is_day_of(day: object, clock: object) -> bool:
    """Whether an end is the day of the clock time that is the other one."""
    if not isinstance(day, Moment) or not isinstance(clock, Moment):
        return False
    return day.granularity is Granularity.DAY and _midnight(_both(clock)[0]) == _both(day)[0]


def _edges(value: TimeValue, *, clock: bool) -> tuple[Edge, Edge, Edge, Edge] | None:
    """Where a value begins and ends, then both edges of its first and of its last cell.

    A range over two named cells may end where the last one begins, as a recognizer has it.
    """
    match value:
        case Moment():
            first = last = value
        case Interval() | OneOf():
            ends = (
                (value.start, value.end)
                if isinstance(value, Interval)
                else (value.earliest, value.latest)
            )
            first, last = (end if isinstance(end, Moment) else None for end in ends)  # type: ignore[assignment]
        case _:
            return None
    head, tail = _span(first, clock=clock), _span(last, clock=clock)
    starts = frozenset((head[0],)) if head else frozenset((-inf,))
    if tail is None:
        return starts, frozenset((inf,)), frozenset(head or ()), frozenset()
    closes = tail[1:] if isinstance(value, Moment) else tail
    return starts, frozenset(closes), frozenset(head or ()), frozenset(tail)


def _span(moment: Moment | None, *, clock: bool) -> tuple[float, float] | None:
    """The extent of a cell without its zone; on the clock alone without its day."""
    if moment is None:
        return None
    extent = replace(moment, zone=None).extent
    if not clock:
        return extent.lo, extent.hi
    day = extent.lo // DAY_SECONDS * DAY_SECONDS
    return extent.lo - day, extent.hi - day
