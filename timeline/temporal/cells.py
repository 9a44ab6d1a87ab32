"""The cells of each granularity, numbered along the axis: neighbours have neighbouring numbers."""

from __future__ import annotations

from .axis import DAY_SECONDS, civil, iso_week, week_start
from .granularity import YEARS, Granularity
from .values import SOUTHERN, Moment, zone_seconds

CLOCK_SECONDS = {Granularity.SECOND: 1, Granularity.MINUTE: 60, Granularity.HOUR: 3600}
# Cells that are whole months: their length, and the month (from 0) where those of a year begin.
MONTHS = {
    Granularity.MONTH: (1, 0),
    Granularity.SEASON: (3, 2),
    Granularity.QUARTER: (3, 0),
    Granularity.HALF: (6, 0),
}
_PART_NAMES = {
    Granularity.SEASON: ("SP", "SU", "FA", "WI"),
    Granularity.QUARTER: ("Q1", "Q2", "Q3", "Q4"),
    Granularity.HALF: ("H1", "H2"),
}
_SOUTH_OF = {north: south for south, north in SOUTHERN.items()}


def local_second(moment: Moment) -> int:
    """First second of the cell on the clock that the text uses (`cell` is shifted to UTC)."""
    shifted = zone_seconds(moment.zone) if moment.zone and moment.granularity.is_clock else 0
    return int(moment.cell.lo) + shifted


def first_day(moment: Moment) -> int:
    """Day number of the first day that the cell touches."""
    return local_second(moment) // DAY_SECONDS


def key_day(moment: Moment) -> int:
    """Day number of the day that says to which month or year a cell belongs.

    The first one; of a week the Thursday, as ISO 8601 has it for years.
    """
    return first_day(moment) + (3 if moment.granularity is Granularity.WEEK else 0)


def index_of(moment: Moment, unit: Granularity) -> int:
    """The number of the cell of `unit` that the moment's key day (or clock time) falls in.

    A day outside weekends counts to the weekend of its ISO week; DAYPART counts days.
    """
    if unit in CLOCK_SECONDS:
        return local_second(moment) // CLOCK_SECONDS[unit]
    day = key_day(moment)
    if unit <= Granularity.DAY:
        return day
    if unit <= Granularity.WEEK:
        return (day + 3) // 7  # day 0 was a Thursday, its week began on day -3
    year, month, _ = civil(day)
    if unit in MONTHS:
        length, first = MONTHS[unit]
        return (year * 12 + month - 1 - first) // length
    # A decade or century that begins with year 0 is the first after Christ.
    after_christ = year == 0 and moment.granularity > Granularity.YEAR
    return _span_index(1 if after_christ and unit > Granularity.YEAR else year, unit)


def cell_at(index: int, unit: Granularity) -> Moment:
    """The cell of `unit` with a number; the inverse of `index_of` (DAYPART gives the day)."""
    if unit in CLOCK_SECONDS:
        return clock_at(index * CLOCK_SECONDS[unit], unit)
    if unit <= Granularity.DAY:
        return Moment(Granularity.DAY, *civil(index))
    if unit <= Granularity.WEEK:
        year, week = iso_week(index * 7 - 3)
        return Moment(unit, year, week=week)
    if unit is Granularity.MONTH:
        return Moment(unit, index // 12, index % 12 + 1)
    if unit in _PART_NAMES:
        names = _PART_NAMES[unit]
        return Moment(unit, index // len(names), part=names[index % len(names)])
    return Moment(unit, _span_start(index, unit))


def clock_at(second: int, unit: Granularity) -> Moment:
    """The clock cell of `unit` that holds a local second."""
    day, rest = divmod(second, DAY_SECONDS)
    hour, minute = rest // 3600, rest // 60 % 60
    return Moment(
        unit,
        *civil(day),
        hour=hour,
        minute=minute if unit <= Granularity.MINUTE else None,
        second=rest % 60 if unit is Granularity.SECOND else None,
    )


def season_of(index: int, like: Moment) -> Moment:
    """The season with a number, named as in the hemisphere of another season."""
    cell = cell_at(index, Granularity.SEASON)
    if like.part in SOUTHERN:
        return Moment(Granularity.SEASON, cell.year, part=_SOUTH_OF[cell.part or ""])
    return cell


def week_day(moment: Moment, weekday: int) -> int:
    """Day number of a weekday (0 Monday) in the ISO week of a WEEK or WEEKEND cell."""
    return week_start(moment.year, moment.week or 1) + weekday


# Before year 1 the decade, century and millennium are named by the BC number, as people and TIMEX3
# do: the 40s BC are 49 to 40 BC (-48 to -39), the 5th century BC is 500 to 401 BC (-499 to -400).
# Therefore "the first decade" on either side of the era overlap; all others tile.
def _span_index(year: int, unit: Granularity) -> int:
    size = YEARS[unit]
    if year > 0 or unit is Granularity.YEAR:
        return year // size
    bc = 1 - year
    return -1 - (bc if unit is Granularity.DECADE else bc - 1) // size


def _span_start(index: int, unit: Granularity) -> int:
    size = YEARS[unit]
    if index >= 0 or unit is Granularity.YEAR:
        return index * size
    last_bc = -index * size - (1 if unit is Granularity.DECADE else 0)
    return 1 - last_bc
