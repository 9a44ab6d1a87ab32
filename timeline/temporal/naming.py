"""What a Partial names in a year: a month, a day, a season, a clock time."""

from __future__ import annotations

from dataclasses import fields, replace

from ..errors import ImpossibleDateError
from .arithmetic import truncate
from .axis import civil, day_number, iso_week, weekday
from .cells import first_day, week_day
from .customs import PLAIN, Customs
from .expression import Partial
from .granularity import YEARS, Granularity
from .values import DAYPARTS, MONTH_NAMES, YEAR_PARTS, Moment

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_DAY = "no day is known for this time of day"
_SEASONS = {"SP", "SU", "FA", "WI"}
_NOT_STATED = (
    "span", "short_year", "mod", "qualifier", "zone", "feast", "shift", "country", "fiscal"
)  # fmt: skip


def build(partial: Partial, year: int, *, customs: Customs = PLAIN, nth: int = 0) -> Moment:
    """The cell that a Partial names in a year. Raises ImpossibleDateError if there is none.

    `nth` counts, from 0, the days of a feast that a year holds several times.
    """
    if partial.feast is not None:
        cell, estimated = feast_day(partial, year, customs, nth)
        partial = replace(partial, qualifier=partial.qualifier or ("~" if estimated else ""))
    else:
        cell = _date(partial, year, customs.south)
    if cell.granularity is Granularity.DAY:
        cell = _time(partial, cell)
    elif partial.hour is not None:
        raise ImpossibleDateError(NO_DAY)
    return replace(
        cell,
        mod=partial.mod,
        qualifier=partial.qualifier,
        zone=partial.zone if cell.granularity.is_clock else None,
        stated=stated_fields(partial),
    )


def _date(p: Partial, year: int, south: bool) -> Moment:
    part = p.part
    if part is not None and part not in YEAR_PARTS and part not in DAYPARTS and part != "WE":
        raise ImpossibleDateError(f"there is no part {part} of a day or a year")
    if p.weekday is not None and not 0 <= p.weekday <= 6:
        raise ImpossibleDateError(f"there is no weekday {p.weekday}")
    if p.easter is not None:
        return Moment(Granularity.DAY, *civil(easter_day(year) + p.easter))
    if p.week is not None:
        week = Moment(Granularity.WEEK, year, week=p.week)
        if p.weekday is not None:
            return Moment(Granularity.DAY, *civil(week_day(week, p.weekday)))
        return replace(week, granularity=Granularity.WEEKEND) if part == "WE" else week
    if p.month is not None and p.day is not None:
        day = Moment(Granularity.DAY, year, p.month, p.day)
        if part != "WE":
            return day
        in_year, number = iso_week(first_day(day))
        return Moment(Granularity.WEEKEND, in_year, week=number)
    if p.month is not None:
        return Moment(Granularity.MONTH, year, p.month)
    if part in YEAR_PARTS:
        return _year_part(part, year, south)
    if p.day is not None:
        raise ImpossibleDateError(f"day {p.day} has no month")
    cell = Moment(Granularity.YEAR, year)
    return truncate(cell, p.span) if p.span in YEARS else cell


def _year_part(part: str, year: int, south: bool) -> Moment:
    if part[0] == "Q":
        return Moment(Granularity.QUARTER, year, part=part)
    if part[0] == "H":
        return Moment(Granularity.HALF, year, part=part)
    return Moment(Granularity.SEASON, year, part="S" + part if south and part in _SEASONS else part)


def _time(p: Partial, day: Moment) -> Moment:
    if p.hour is None:
        if p.minute is not None or p.second is not None:
            raise ImpossibleDateError("the hour of this time is not said")
        if p.part in DAYPARTS:
            return replace(day, granularity=Granularity.DAYPART, part=p.part)
        return day
    if p.second is not None:
        clock = replace(day, granularity=Granularity.SECOND, minute=p.minute or 0, second=p.second)
    elif p.minute is not None:
        clock = replace(day, granularity=Granularity.MINUTE, minute=p.minute)
    else:
        clock = replace(day, granularity=Granularity.HOUR)
    return replace(clock, hour=p.hour)


def stated_fields(partial: Partial) -> tuple[str, ...]:
    """The names of the calendar and clock fields that a phrase gives."""
    named = tuple(
        f.name
        for f in fields(partial)
        if f.name not in _NOT_STATED and getattr(partial, f.name) is not None
    )
    return named if partial.feast is None else (*named, "day")


def feast_day(partial: Partial, year: int, customs: Customs, nth: int = 0) -> tuple[Moment, bool]:
    """The day of a feast in a year, and whether it is estimated. Raises ImpossibleDateError."""
    name, country = partial.feast or "", partial.country or customs.country
    days = customs.find_feast(name, country, year)
    if nth >= len(days):
        raise ImpossibleDateError(f"no {name} of {year} is known for {country}")
    month, day, estimated = days[nth]
    moment = Moment(Granularity.DAY, year, month, day)
    if partial.shift:
        moment = Moment(Granularity.DAY, *civil(first_day(moment) + partial.shift))
    return moment, estimated


def easter_day(year: int) -> int:
    """Day number of Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741  # the letter of the published method
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return day_number(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


def weekday_conflict(partial: Partial, moment: Moment) -> str | None:
    """Why the weekday that a phrase names is not that of its date, or None."""
    if partial.weekday is None or moment.granularity > Granularity.DAY:
        return None
    real = weekday(first_day(moment))
    if real == partial.weekday:
        return None
    date = f"{moment.day} {MONTH_NAMES[(moment.month or 1) - 1]} {moment.year}"
    return f"{date} is a {WEEKDAY_NAMES[real]}, not a {WEEKDAY_NAMES[partial.weekday]}"
