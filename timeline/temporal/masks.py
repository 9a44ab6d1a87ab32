"""TIMEX3 values with unknown parts: 2022-01-XX is some day of that month, 199X some year."""

from __future__ import annotations

import re
from collections.abc import Callable

from .axis import days_in_month, weeks_in_year
from .granularity import YEARS, Granularity
from .values import Moment, OneOf

_REST = {
    Granularity.WEEKEND: "-WXX-WE",
    Granularity.WEEK: "-WXX",
    Granularity.MONTH: "-XX",
    Granularity.SEASON: "-XX",
    Granularity.QUARTER: "-QX",
    Granularity.HALF: "-HX",
}
_UNITS = {
    "XX-XX": Granularity.DAY,
    "XX": Granularity.MONTH,
    "WXX": Granularity.WEEK,
    "WXX-WE": Granularity.WEEKEND,
    "QX": Granularity.QUARTER,
    "HX": Granularity.HALF,
    None: Granularity.YEAR,
}
_SOME = re.compile(r"(BC)?(\d{0,12})(X{0,4})(?:-(XX-XX|XX|WXX-WE|WXX|QX|HX))?")
_SOME_DAY = re.compile(r"(BC)?(\d{4,12})-(\d\d)-XX")
_SOME_TIME = re.compile(r"(BC)?(\d{4,12})-(\d\d)-(\d\d)TXX")


def year_text(year: int) -> str:
    """TIMEX3's year: 0987, BC0044."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def astronomical(digits: str, era: str | None) -> int:
    """The year of TIMEX3's digits; the inverse of `year_text`."""
    return 1 - int(digits) if era else int(digits)


def mask_between(first: Moment, last: Moment, unit: Granularity) -> str:
    """What two cells of a unit share, and X for the rest."""
    if unit <= Granularity.DAY:
        if (first.year, first.month) == (last.year, last.month):
            month = f"{year_text(first.year)}-{first.month or 1:02d}"
            if unit is Granularity.DAY or first.day != last.day:
                return f"{month}-XX"
            return f"{month}-{first.day or 1:02d}TXX"
        return mask(_shared(first.year, last.year), unit)
    length = YEARS.get(unit, 1)
    return mask(_shared(first.year, last.year + length - 1), unit)


def mask(year: str, unit: Granularity) -> str:
    """Some cell of a unit in a year, or in the years that its digits leave open."""
    return year + ("-XX-XX" if unit <= Granularity.DAY else _REST.get(unit, ""))


def _shared(first: int, last: int) -> str:
    """The leading digits that two years share: 199X, 19XX; XXXX if none."""
    a, b = year_text(first), year_text(last)
    era = "BC" if a.startswith("BC") else ""
    if len(a) != len(b) or not b.startswith(era):
        return "XXXX"
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), len(a))
    if same <= len(era) or len(a) - same > 4:
        return "XXXX"
    return a[:same] + "X" * (len(a) - same)


def unmask(text: str) -> OneOf | None:
    """The cells of which a masked value is one; None for another notation.

    Raises ImpossibleDateError for a month or day that does not exist.
    """
    if found := _SOME_TIME.fullmatch(text):
        era, digits, month, day = found.groups()
        at = (astronomical(digits, era), int(month), int(day))
        return _between(lambda h: Moment(Granularity.HOUR, *at, hour=h), 0, 23)
    if found := _SOME_DAY.fullmatch(text):
        era, digits, month = found.groups()
        in_month = Moment(Granularity.MONTH, astronomical(digits, era), int(month))
        year, number = in_month.year, in_month.month or 1
        length = days_in_month(year, number)
        return _between(lambda d: Moment(Granularity.DAY, year, number, d), 1, length)
    found = _SOME.fullmatch(text)
    if not found or "X" not in text or len(found[2] + found[3]) < 4:
        return None
    era, digits, unknown, rest = found.groups()
    unit = _UNITS[rest]
    if not digits:
        return None if era else OneOf(None, None, unit)
    low, high = (astronomical(digits + n * len(unknown), era) for n in "09")
    # There is no year 0 before or after Christ.
    low, high = (high, min(low, 0)) if era else (max(low, 1), high)
    return OneOf(_cell(low, unit, last=False), _cell(high, unit, last=True), unit)


def _between(make: Callable[[int], Moment], first: int, last: int) -> OneOf:
    return OneOf(make(first), make(last), make(first).granularity)


def _cell(year: int, unit: Granularity, *, last: bool) -> Moment:
    """The first or last cell of a unit in a year; of weeks, in the ISO year."""
    match unit:
        case Granularity.DAY:
            return Moment(unit, year, 12, 31) if last else Moment(unit, year, 1, 1)
        case Granularity.WEEK | Granularity.WEEKEND:
            return Moment(unit, year, week=weeks_in_year(year) if last else 1)
        case Granularity.MONTH:
            return Moment(unit, year, 12 if last else 1)
        case Granularity.QUARTER:
            return Moment(unit, year, part="Q4" if last else "Q1")
        case Granularity.HALF:
            return Moment(unit, year, part="H2" if last else "H1")
        case _:
            return Moment(Granularity.YEAR, year)
