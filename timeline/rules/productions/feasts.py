"""Named days: fixed ones, those that move with Easter or the moon, those that a country sets."""

from __future__ import annotations

import re

from ...temporal.expression import Expr, Partial, Range
from ..named import expr_of
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


def named_time(slots: Slots) -> Expr | None:
    """A war or a day that has one name everywhere, by the EDTF of the lexicon."""
    named = slots.word("namedtime") or slots.word("betweenwars") or slots.word("namedday")
    return None if named is None else expr_of(named)


def edge_of_named_time(slots: Slots) -> Expr | None:
    """The year in which a war began or ended: "the end of the Second World War"."""
    named, edge = slots.word("namedtime"), slots.word("edge") or slots.word("outbreak")
    span = expr_of(named) if named is not None else None
    if not isinstance(span, Range) or edge not in ("START", "END"):
        return None
    day = span.start if edge == "START" else span.end
    return Partial(year=day.year) if isinstance(day, Partial) else None


FEASTS = {
    "named-time": named_time,
    "edge-of-named-time": edge_of_named_time,
    "fixed-day": fixed_day,
    "easter-day": easter_day,
    "feast": feast,
    "feast-of-days": feast_of_days,
    "roman-day": roman_day,
}
