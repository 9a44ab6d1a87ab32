"""Where what lasts so long ends, from what is known of its begin."""

from __future__ import annotations

from ...annotation import Bounds
from ...temporal.arithmetic import first_moment, last_moment, move, truncate
from ...temporal.granularity import Granularity
from ...temporal.values import Duration, Moment
from .bounding import bounds_of

_CELLS = (Granularity.MONTH, Granularity.YEAR)


def lasting(begin: Bounds, duration: Duration) -> Bounds | None:
    """Where something ends that begins within `begin` and lasts so long; days count from the first.

    Nine days from 3 May end on 11 May; "several days" end from the third day on.
    """
    earliest = _end_of(begin.earliest, duration, most=False)
    latest = _end_of(begin.latest, duration, most=True)
    return None if earliest is None and latest is None else Bounds(earliest, latest)


def lasting_from(begin: Bounds, granularity: Granularity, duration: Duration) -> Bounds | None:
    """The same where the begin is only known by its month or year: 14 years from 1999 end in 2013.

    What is counted in finer units ends between two days, if it outlasts that month or year: eleven
    weeks from some day of January, but not nine days from some day of 1897.
    """
    if granularity not in _CELLS or begin.earliest is None or begin.latest is None:
        return lasting(begin, duration)
    cell = truncate(begin.earliest, granularity)
    coarse = all(unit >= granularity for _, _, unit in duration.amounts)
    if not coarse or begin != bounds_of(cell):
        end = lasting(begin, duration)
        soonest = end.earliest if end is not None else None
        return end if soonest is not None and soonest.cell.lo > begin.latest.cell.lo else None
    first = last = cell
    for least, greatest, unit in duration.amounts:
        if greatest is None:
            return None
        first = move(first, int(least), unit)
        last = move(last, int(greatest), unit)
    return Bounds(first_moment(first), last_moment(last))


def _end_of(start: Moment | None, duration: Duration, *, most: bool) -> Moment | None:
    if start is None:
        return None
    end = start
    for least, greatest, unit in duration.amounts:
        count = greatest if most else least
        if count is None:
            return None
        unit, count = _whole(unit, count)
        if unit.is_clock and not end.granularity.is_clock:
            return start  # hours within the day
        end = move(end, int(count), unit)
    if end.granularity.is_clock or end == start:
        return end
    return move(end, -1, Granularity.DAY)


def _whole(unit: Granularity, count: float) -> tuple[Granularity, float]:
    """Half years as months, half weeks as days: counts that arithmetic can move by."""
    finer = {
        Granularity.YEAR: (Granularity.MONTH, 12),
        Granularity.WEEK: (Granularity.DAY, 7),
        Granularity.DAY: (Granularity.HOUR, 24),
        Granularity.HOUR: (Granularity.MINUTE, 60),
        Granularity.MINUTE: (Granularity.SECOND, 60),
    }
    if count != int(count) and unit in finer:
        smaller, factor = finer[unit]
        return smaller, round(count * factor)
    return unit, count
