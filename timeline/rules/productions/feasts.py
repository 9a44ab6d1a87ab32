"""Named days: fixed ones, those that move with Easter or the moon, those that a country sets."""

from __future__ import annotations

import re

from ...temporal.expression import Expr, Partial, Range
from ..schema import Slots
from .calendar import read_year

_SHIFTED = re.compile(r"(.{1,40}?)([+-]\d)?")
# Months in which the ides are the 15th and the nones the 7th.
_LATE_IDES = (3, 5, 7, 10)


def fixed_day(slots: Slots) -> Partial | None:
    """A day of a fixed date: Christmas."""
    code = slots.number("holiday")
    if code is None:
        return None
    return Partial(year=read_year(slots), month=code // 100, day=code % 100)


def easter_day(slots: Slots) -> Partial | None:
    """A day that is counted from Easter Sunday."""
    offset = slots.number("easterday")
    return None if offset is None else Partial(year=read_year(slots), easter=offset)


def feast(slots: Slots) -> Partial | None:
    """A day that a country or the moon sets: Thanksgiving, Diwali."""
    code = slots.word("feast")
    return None if code is None else feast_of(code, read_year(slots), slots.word("nation"))


def feast_of(code: str, year: int | None = None, country: str | None = None) -> Partial:
    """The feast of a code of the lexicon: "thanksgiving", "thanksgiving+1"."""
    said = _SHIFTED.fullmatch(code)
    assert said is not None
    return Partial(year=year, feast=said[1], shift=int(said[2] or 0), country=country)


def feast_of_days(slots: Slots) -> Expr | None:
    """A feast of several days, from the first to the last: Ramadan."""
    code = slots.word("feastdays")
    if code is None:
        return None
    first, last = code.split("/")
    # The last one is that after the first: a year may hold the end of another.
    return Range(feast_of(first, read_year(slots)), feast_of(last))


def roman_day(slots: Slots) -> Partial | None:
    """The ides, nones or kalends of a month."""
    days, month = slots.values.get("romanday"), slots.number("month")
    if not isinstance(days, list) or month is None:
        return None
    return Partial(year=read_year(slots), month=month, day=days[month not in _LATE_IDES])


FEASTS = {
    "fixed-day": fixed_day,
    "easter-day": easter_day,
    "feast": feast,
    "feast-of-days": feast_of_days,
    "roman-day": roman_day,
}
