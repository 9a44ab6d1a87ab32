"""Dates by their names and numbers: days, months, years, decades, centuries, holidays."""

from __future__ import annotations

from ...temporal.expression import Expr, Partial, Pick
from ...temporal.granularity import Granularity
from ..schema import Slots

MONTHS = 12
_CENTURY = 100
_DECADE = 10
_LAST_YEAR = 9999
# Words for decades ("the nineties") and two-digit ones ('90s) wait for their century.
_SHORT = 100


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


def decade(slots: Slots) -> Partial | None:
    """Ten years from a round one: 1990s, '90s, the nineties."""
    first = slots.number("fourdigits")
    if first is not None:
        span = Granularity.CENTURY if first % _CENTURY == 0 else Granularity.DECADE
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
    first = -number * years + 1 if slots.number("era") == -1 else (number - 1) * years
    return Partial(year=first, span=span, mod=slots.word("mod"))


def fixed_day(slots: Slots) -> Partial | None:
    """A holiday of a fixed date: Christmas."""
    code = slots.number("holiday")
    if code is None:
        return None
    return Partial(year=read_year(slots), month=code // 100, day=code % 100)


def easter_day(slots: Slots) -> Partial | None:
    """A day that is counted from Easter Sunday."""
    offset = slots.number("easterday")
    return None if offset is None else Partial(year=read_year(slots), easter=offset)


def floating_day(slots: Slots) -> Expr | None:
    """The nth weekday of a month: Thanksgiving."""
    code = slots.number("floatingday")
    if code is None:
        return None
    nth, weekday = divmod(code % 100, 10)
    month = Partial(year=read_year(slots), month=code // 100)
    return Pick(-1 if nth == 9 else nth, Partial(weekday=weekday), month)


CALENDAR = {
    "refuse": refuse,
    "calendar": calendar,
    "numeric": numeric,
    "iso-week": iso_week,
    "decade": decade,
    "century": century,
    "millennium": millennium,
    "fixed-day": fixed_day,
    "easter-day": easter_day,
    "floating-day": floating_day,
}
