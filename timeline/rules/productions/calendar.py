"""Dates by their names and numbers: days, months, years, decades, centuries."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.axis import civil, day_number, days_in_month, is_leap
from ...temporal.expression import Partial
from ...temporal.granularity import Granularity
from ..schema import Slots

MONTHS = 12
_DAYS = 365
_CENTURY = 100
_MILLENNIUM = 2000  # from here on round hundreds are told as decades
_DECADE = 10
_LADY_DAY = 3  # the month in which the old year began
_LAST_YEAR = 9999


def refuse(slots: Slots) -> None:
    """Never a time; stands for the rows of type REFUSE."""


def calendar(slots: Slots) -> Partial | None:
    """The fields that the slots name: year, era, month, day, weekday, season, quarter, half."""
    year, short = read_year(slots), False
    if year is None and "shortyear" in slots.values:
        year, short = slots.number("shortyear"), True
    day = slots.number("day")
    if day is None:
        day = slots.number("daywords")
    if day is not None and not 1 <= day <= 31:
        return None
    month = slots.number("month")
    if month is None:
        month = slots.number("monthnum")
    return Partial(
        year=year,
        short_year=short,
        month=month,
        day=day,
        weekday=slots.number("weekday"),
        part=_part(slots),
        mod=slots.word("mod"),
        fiscal="fiscalword" in slots.values or bool(slots.args.get("fiscal")),
    )


def read_year(slots: Slots) -> int | None:
    """The astronomical year of the slots year, anyyear, fourdigits or yearwords, and era."""
    for name in ("year", "anyyear", "fourdigits", "yearwords"):
        year = slots.number(name)
        if year is not None:
            if slots.number("era") == -1:
                return 1 - year if year else None
            return year if 1 <= year <= _LAST_YEAR else None
    return None


# The part of the year that a season of two years is, and whether it lies in the second one.
OF_TWO_YEARS = {"FA": ("FA", 0), "WI": ("WI", 0), "SU": ("SSU", 0), "SP": ("SP", 1)}


def season_of_two_years(slots: Slots) -> Partial | None:
    """A season of a year that runs into the next: "the winter of 1946-47", "spring 2020-21".

    A summer of two years is one of the south.
    """
    first, season = read_year(slots), slots.word("season")
    last = slots.number("lastyear") or slots.number("shortyear")
    known = OF_TWO_YEARS.get(season or "")
    if first is None or last is None or known is None or (first + 1 - last) % _CENTURY:
        return None
    part, later = known
    return Partial(year=first + later, part=part)


def _part(slots: Slots) -> str | None:
    season = slots.word("season")
    if season:
        return season
    for name, letter in (("quarter", "Q"), ("half", "H")):
        number = slots.values.get(name)
        if isinstance(number, int):
            return f"{letter}{number}"
    return slots.word("part")


def numeric(slots: Slots) -> Partial | None:
    """A date of two numbers, in the order of the document or in that of the rule."""
    first, second = slots.number("first"), slots.number("second")
    if first is None or second is None:
        return None
    day_first = slots.day_first or slots.word("order") == "day"
    day, month = (first, second) if day_first else (second, first)
    if month > MONTHS >= day:
        day, month = month, day
    if not (1 <= month <= MONTHS and 1 <= day <= 31):
        return None
    year = read_year(slots)
    short = slots.number("shortyear")
    weekday = slots.number("weekday")
    if year is None and short is not None:
        return Partial(year=short, short_year=True, month=month, day=day, weekday=weekday)
    return Partial(year=year, month=month, day=day, weekday=weekday)


def iso_week(slots: Slots) -> Partial | None:
    """A numbered week: "2024-W18", "week 10"."""
    week = slots.number("week")
    if week is None or not 1 <= week <= 53:
        return None
    return Partial(year=read_year(slots), week=week)


def day_of_year(slots: Slots) -> Partial | None:
    """A day by its number in the year: "2024-127"."""
    year, number = read_year(slots), slots.number("yearday")
    if year is None or number is None or not 1 <= number <= _DAYS + is_leap(year):
        return None
    _, month, day = civil(day_number(year, 1, 1) + number - 1)
    return Partial(year=year, month=month, day=day)


def large_year(slots: Slots) -> Partial | None:
    """A year of more than four digits."""
    year = slots.number("bigyear")
    era = slots.number("era")
    if year is None or era == 1:
        return None
    return Partial(year=year if era is None else 1 - year)


def impossible(slots: Slots) -> Partial | None:
    """A date that is written like one, and that no calendar has: resolving it gives the reason."""
    year = slots.number("year") or slots.number("fourdigits")
    month, day = slots.number("month") or slots.number("monthtoo"), slots.number("daytoo")
    if year is None or month is None or day is None:
        return None
    if 1 <= month <= MONTHS and 1 <= day <= days_in_month(year, month):
        return None
    swapped = "monthtoo" in slots.values and "fourdigits" in slots.values and 1 <= day <= MONTHS
    if swapped and 1 <= month <= days_in_month(year, day):
        return None
    return Partial(year=year, month=month, day=day)


def decade(slots: Slots) -> Partial | None:
    """Ten years from a round one: 1990s, '90s, the nineties."""
    first = slots.number("fourdigits")
    if first is not None:
        # "the 1900s" are a century; "the 2000s" were ten years, as people say it.
        whole = first % _CENTURY == 0 and first < _MILLENNIUM
        span = Granularity.CENTURY if whole else Granularity.DECADE
        if span is Granularity.CENTURY and slots.word("century") == "decade":
            span = Granularity.DECADE
        return (
            Partial(year=first, span=span, mod=slots.word("mod")) if first % _DECADE == 0 else None
        )
    short = slots.number("shortyear")
    if short is None:
        short = slots.number("decadename")
    if short is None or short % _DECADE:
        return None
    hundreds = slots.number("hundreds")
    if hundreds is not None:
        return Partial(
            year=hundreds * _CENTURY + short, span=Granularity.DECADE, mod=slots.word("mod")
        )
    return Partial(year=short, short_year=True, span=Granularity.DECADE, mod=slots.word("mod"))


def early_year(slots: Slots) -> Partial | None:
    """A year of few digits, after Christ unless the story is told of years before."""
    year = slots.number("earlyyear") or slots.number("hundreds")
    return None if year is None else Partial(year=year)


def dual_year(slots: Slots) -> Partial | None:
    """A year that began in March by its old and its new number: 24 February 1732/33 is of 1733."""
    year, month = slots.number("fourdigits"), slots.number("month")
    last = slots.number("lastyear")
    if year is None or month is None or month > _LADY_DAY or last is None:
        return None
    said = 10 ** len(str(last))
    return Partial(year=year + 1) if (year + 1 - last) % said == 0 else None


def fiscal_span(slots: Slots) -> Partial | None:
    """A fiscal year that two years name: 2020-21."""
    year, last = slots.number("year"), slots.number("until")
    if last is None:
        last = slots.number("shortyear")
    if year is None or last is None or (year + 1 - last) % _CENTURY:
        return None
    return Partial(year=year + 1, fiscal=True, span=Granularity.YEAR)


def turn(slots: Slots) -> Partial | None:
    """The time around the first year or day of a cell; the middle of a century."""
    which = slots.word("turn")
    if which == "mid":
        return Partial(year=50, short_year=True, span=Granularity.CENTURY, mod="MID")
    about = Partial(mod="APPROX", qualifier="~")
    if which == "nth":
        begun = century(slots)
        return None if begun is None else replace(about, year=begun.year)
    if which == "century":
        return replace(about, year=0, short_year=True)
    if which == "millennium":
        return replace(about, year=2000)
    return replace(about, month=1 if which == "year" else None, day=1)


def century(slots: Slots) -> Partial | None:
    """The nth century: the 19th is 1800-1899, the 1st BC ends with 1 BC."""
    return _ordinal_span(slots, Granularity.CENTURY, _CENTURY)


def millennium(slots: Slots) -> Partial | None:
    """The nth millennium."""
    return _ordinal_span(slots, Granularity.MILLENNIUM, 10 * _CENTURY)


def _ordinal_span(slots: Slots, span: Granularity, years: int) -> Partial | None:
    number = slots.number("nth")
    if number is None or number < 1:
        return None
    # The year 0 is 1 BC, so that the first cell of our era is told by its year 1.
    first = -number * years + 1 if slots.number("era") == -1 else max((number - 1) * years, 1)
    return Partial(year=first, span=span, mod=slots.word("mod"))


CALENDAR = {
    "refuse": refuse,
    "calendar": calendar,
    "season-of-two-years": season_of_two_years,
    "numeric": numeric,
    "iso-week": iso_week,
    "day-of-year": day_of_year,
    "decade": decade,
    "impossible": impossible,
    "large-year": large_year,
    "early-year": early_year,
    "dual-year": dual_year,
    "fiscal-span": fiscal_span,
    "turn": turn,
    "century": century,
    "millennium": millennium,
}
