"""Calendar arithmetic on cells, for any year: coarser, earlier, later, inside, first and last."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf
from typing import overload

from .axis import ALWAYS, DAY_SECONDS, REMEMBERED, Extent, civil, days_in_month, iso_week
from .cells import (
    CLOCK_SECONDS,
    MONTHS,
    cell_at,
    clock_at,
    first_day,
    index_of,
    key_day,
    local_second,
    season_of,
)
from .granularity import YEARS, Granularity
from .values import End, Interval, Moment, OneOf, TimeValue

_DAYS = {
    Granularity.DAYPART: 1,
    Granularity.DAY: 1,
    Granularity.WEEKEND: 7,
    Granularity.WEEK: 7,
}


def truncate(moment: Moment, granularity: Granularity) -> Moment:
    """The cell of `granularity` that holds the moment; a moment at least as coarse stays as it is.

    Of cells that do not nest the first day decides, of a week its Thursday. A clock time in the
    overlap of two parts of the day takes the earlier: 06:10 is MO, 17:30 AF, 20:00 EV.
    """
    if moment.granularity >= granularity:
        return moment
    if granularity in CLOCK_SECONDS:
        cell = replace(cell_at(index_of(moment, granularity), granularity), zone=moment.zone)
    elif granularity is Granularity.DAYPART:
        hour = local_second(moment) // 3600 % 24
        day = civil(first_day(moment))
        cell = Moment(granularity, *day, part="MO" if hour < 12 else "AF" if hour < 18 else "EV")
    else:
        cell = cell_at(index_of(moment, granularity), granularity)
    return replace(cell, qualifier=moment.qualifier)


def move(moment: Moment, count: int, unit: Granularity) -> Moment:
    """The same kind of cell, `count` units later (earlier if negative).

    31 January moved by a month is the last day of February. A cell coarser than the unit moves to
    the cell that holds its moved first day. `mod` and `stated` belong to the words and are dropped.
    """
    g = moment.granularity
    if moment.hour == 24 or moment.second == 60:
        moment = _plain(moment)
    if unit in CLOCK_SECONDS:
        second = local_second(moment) + count * CLOCK_SECONDS[unit]
        if g in CLOCK_SECONDS:
            return replace(clock_at(second, g), qualifier=moment.qualifier, zone=moment.zone)
        return _on_day(moment, second // DAY_SECONDS)
    if unit in _DAYS:
        return _on_day(moment, first_day(moment) + count * _DAYS[unit])
    if g is unit:
        index = index_of(moment, unit) + count
        cell = season_of(index, moment) if unit is Granularity.SEASON else cell_at(index, unit)
        return replace(cell, qualifier=moment.qualifier)
    months = count * (MONTHS[unit][0] if unit in MONTHS else 12 * YEARS[unit])
    year, month, day = civil(key_day(moment))
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    landed = Moment(Granularity.DAY, year, month, min(day, days_in_month(year, month)))
    return _on_day(moment, first_day(landed))


def _plain(moment: Moment) -> Moment:
    """24:00 and 23:59:60 as the cell that they stand for."""
    cell = clock_at(local_second(moment), moment.granularity)
    return replace(cell, zone=moment.zone, qualifier=moment.qualifier)


def _on_day(moment: Moment, day: int) -> Moment:
    """The moment's kind of cell that holds another day, with its clock time or part."""
    g = moment.granularity
    if g <= Granularity.DAY:
        year, month, in_month = civil(day)
        return replace(moment, year=year, month=month, day=in_month, mod=None, stated=())
    start = Moment(Granularity.DAY, *civil(day), qualifier=moment.qualifier)
    if g is Granularity.SEASON:
        cell = season_of(index_of(start, g), moment)
        return replace(cell, qualifier=moment.qualifier)
    if g <= Granularity.WEEK:
        year, week = iso_week(day)
        return Moment(g, year, week=week, qualifier=moment.qualifier)
    return truncate(start, g)


def shift(moment: Moment, count: int, unit: Granularity) -> Moment:
    """The cell of `unit` that lies `count` units after the moment's: two weeks ago is a week.

    A clock time moved by hours, minutes or seconds keeps its own finer granularity: three hours
    after 06:10 is 09:10. A moment coarser than `unit` counts from its first cell.
    """
    start = first_cell(moment, unit)
    return move(start if unit in CLOCK_SECONDS else truncate(start, unit), count, unit)


def this_(moment: Moment, unit: Granularity) -> Moment:
    """The cell of `unit` that holds the moment."""
    return truncate(replace(moment, mod=None, stated=()), unit)


def last_(moment: Moment, unit: Granularity) -> Moment:
    """The cell of `unit` before the one that holds the moment."""
    return shift(this_(moment, unit), -1, unit)


def next_(moment: Moment, unit: Granularity) -> Moment:
    """The cell of `unit` after the one that holds the moment."""
    return shift(this_(moment, unit), 1, unit)


def first_cell(moment: Moment, unit: Granularity) -> Moment:
    """The first cell of `unit` in a coarser moment; a moment that is not coarser as it is."""
    if moment.granularity <= unit:
        return moment
    return nth(1, unit, moment) or this_(_day(moment, first_day(moment)), unit)


def last_cell(moment: Moment, unit: Granularity) -> Moment:
    """The last cell of `unit` in a coarser moment; a moment that is not coarser as it is."""
    if moment.granularity <= unit:
        return moment
    return nth(-1, unit, moment) or this_(_day(moment, first_day(moment)), unit)


def nth(n: int, unit: Granularity, base: Moment) -> Moment | None:
    """The nth cell of `unit` inside a coarser base (-1 is the last), or None if it has no such.

    A week belongs to the month or year that holds its Thursday, a weekend to that of its Saturday,
    as ISO 8601 has it: the first week of May 2020 begins on 4 May, the last of April on 27 April.
    Seasons belong to the year that they begin in.
    """
    if n == 0 or base.granularity <= unit or unit is Granularity.DAYPART:
        return None
    zone = base.zone if unit in CLOCK_SECONDS else None
    lo = local_second(base)
    hi = lo + int(base.cell.hi) - int(base.cell.lo)
    edge = _key_second(lo if n > 0 else hi - 1, unit)
    index = edge + (n if n > 0 else n + 1)
    # The cell at the edge may begin, or have its key day, outside the base.
    index -= 1 if n > 0 and _key(edge, unit) >= lo else 0
    index -= 1 if n < 0 and _key(edge, unit) >= hi else 0
    if not lo <= _key(index, unit) < hi:
        return None
    return replace(cell_at(index, unit), qualifier=base.qualifier, zone=zone)


def _key_second(second: int, unit: Granularity) -> int:
    """The number of the cell of `unit` that holds a local second."""
    return index_of(clock_at(second, Granularity.SECOND), unit)


def _key(index: int, unit: Granularity) -> int:
    """The second that says what a cell belongs to: its first, of a week its Thursday's first."""
    cell = cell_at(index, unit)
    return local_second(cell) if unit in CLOCK_SECONDS else key_day(cell) * DAY_SECONDS


def _day(moment: Moment, number: int) -> Moment:
    return Moment(Granularity.DAY, *civil(number), qualifier=moment.qualifier)


@overload
def extent_of(value: Moment | Interval | OneOf) -> Extent: ...
@overload
def extent_of(value: TimeValue) -> Extent | None: ...
def extent_of(value: TimeValue) -> Extent | None:
    """Where a value lies, infinite where open or unknown; None for what is not on the axis."""
    if isinstance(value, Moment):
        return value.extent
    if isinstance(value, Interval):
        start, end = value.start, value.end
        lo = -inf if isinstance(start, End) else start.extent.lo
        hi = inf if isinstance(end, End) else end.extent.hi
    elif isinstance(value, OneOf):
        lo = -inf if value.earliest is None else value.earliest.extent.lo
        hi = inf if value.latest is None else value.latest.extent.hi
    else:
        return None
    return Extent(lo, hi) if lo <= hi else None


def intersect(a: TimeValue, b: TimeValue) -> Extent | None:
    """What two values share, or None; what is not on the axis bounds nothing."""
    return (extent_of(a) or ALWAYS).intersect(extent_of(b) or ALWAYS)


def hull(a: TimeValue, b: TimeValue) -> Extent:
    """The smallest extent that holds both; what is not on the axis may be anywhere."""
    return (extent_of(a) or ALWAYS).hull(extent_of(b) or ALWAYS)


def first_moment(value: TimeValue) -> Moment | None:
    """The first day, or for clock times the first minute or second; None where open or not placed.

    A clock time keeps its zone; 24:00 is the next day's 00:00.
    """
    if isinstance(value, Moment):
        return _edge(value, last=False)
    if isinstance(value, Interval):
        return None if isinstance(value.start, End) else first_moment(value.start)
    if isinstance(value, OneOf):
        return None if value.earliest is None else first_moment(value.earliest)
    return None


def last_moment(value: TimeValue) -> Moment | None:
    """The last day, or for clock times the last minute or second, that the value includes."""
    if isinstance(value, Moment):
        return _edge(value, last=True)
    if isinstance(value, Interval):
        return None if isinstance(value.end, End) else last_moment(value.end)
    if isinstance(value, OneOf):
        return None if value.latest is None else last_moment(value.latest)
    return None


@lru_cache(maxsize=REMEMBERED)
def _edge(moment: Moment, *, last: bool) -> Moment:
    extent = moment.extent
    second = int(extent.hi) - 1 if last else int(extent.lo)
    if not moment.granularity.is_clock:
        return _day(moment, second // DAY_SECONDS)
    second += local_second(moment) - int(moment.cell.lo)  # back from UTC
    unit = min(moment.granularity, Granularity.MINUTE)
    return replace(clock_at(second, unit), zone=moment.zone, qualifier=moment.qualifier)


def iso(moment: Moment) -> str:
    """ISO 8601 of a day or clock time: "2024-05-06", "2024-05-06T06:10Z", "-0043-03-15".

    A coarser cell is written as its first day. Years beyond four digits carry a sign, as ISO wants.
    """
    day = moment if moment.granularity.is_clock else _edge(moment, last=False)
    text = f"{iso_year(day.year)}-{day.month or 1:02d}-{day.day or 1:02d}"
    if not day.granularity.is_clock:
        return text
    text += f"T{day.hour or 0:02d}:{day.minute or 0:02d}"
    if day.granularity is Granularity.SECOND:
        text += f":{day.second or 0:02d}"
    return text + (day.zone or "")


def iso_as_known(moment: Moment) -> str:
    """ISO 8601 no finer than the moment is known: a year "2023", a month "2023-03"."""
    text = iso(moment)
    if moment.granularity is Granularity.YEAR:
        return text.removesuffix("-01-01")
    return text.removesuffix("-01") if moment.granularity is Granularity.MONTH else text


def iso_year(year: int) -> str:
    """Four digits at least, a minus before year 0, a plus beyond 9999."""
    if year < 0:
        return f"-{-year:04d}"
    return f"{year:04d}" if year <= 9999 else f"+{year}"
