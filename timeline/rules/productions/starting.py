"""Stretches with an end that is now, or counted from their start; numeric dates side by side."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Amount, Every, Expr, Partial, Pick, Range, Shift, Vague
from ...temporal.granularity import Granularity
from ...temporal.values import Reference
from ..schema import Range2, Slots
from .calendar import calendar, numeric
from .relative import which_of

_DAY = Amount(1, 1, Granularity.DAY)
_SHORT_YEARS = 100


def starting(slots: Slots) -> Range2 | None:
    """An amount counted from its start: three days from Monday are Monday to Wednesday."""
    counted, node = slots.nodes["amount"].expr, slots.nodes["date"]
    if not isinstance(counted, Amount):
        return None
    end = Shift(node.expr, counted, 1)
    if node.kind == "day":
        end = Shift(end, _DAY, -1)
    return Range2(Range(node.expr, end), ((*slots.spans["date"], node.match.type, node.expr), None))


def from_now(slots: Slots) -> Range2 | None:
    """A range that begins now: "from now until Friday"."""
    now, node = slots.nodes["now"], slots.nodes["b"]
    if now.expr != Vague(Reference.PRESENT):
        return None
    on_the_clock = node.kind in ("clock", "time")
    start = Pick("this", Granularity.SECOND if on_the_clock else Granularity.DAY)
    return Range2(Range(start, node.expr), (None, (*slots.spans["b"], node.match.type, node.expr)))


def numeric_days(slots: Slots) -> Range2 | None:
    """Two numeric dates of which only the last may have a year: "from 5/1-5/7/2020"."""
    numbers = [slots.number(name) for name in ("third", "fourth")]
    last = numeric(
        replace(slots, values={**slots.values, **dict(zip(_PAIR, numbers, strict=True))})
    )
    first = numeric(slots)
    if first is None or last is None:
        return None
    later = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if later and first.year is not None:
        first = replace(first, year=first.year - 1)
    (start, _), (_, half), (middle, _), _ = (
        slots.spans[name] for name in ("first", "second", "third", "fourth")
    )
    end = slots.spans.get("year", slots.spans["fourth"])[1]
    return Range2(Range(first, last), ((start, half, "DATE", first), (middle, end, "DATE", last)))


_PAIR = ("first", "second")


def pick_day_month(slots: Slots) -> Expr | None:
    """A day of the year before or after now: "next 5/12", "last 6th of April"."""
    date = numeric(slots) if "first" in slots.values else calendar(slots)
    return None if date is None else Pick(which_of(slots), date)


def year_month(slots: Slots) -> Partial | None:
    """A numeric month of a year: "2015-03". What may be a later year ("2011-12") is none."""
    date, digits = calendar(slots), slots.spans["monthnum"]
    if date is None or date.year is None or date.month is None:
        return None
    if digits[1] - digits[0] > 1 and date.month > date.year % _SHORT_YEARS:
        return None
    return date


def every_day_of(slots: Slots) -> Every | None:
    """A numbered day of every month: "the 19th of every month"."""
    day = slots.number("day")
    return None if day is None else Every(Partial(day=day))


def year_to_come(slots: Slots) -> Partial | None:
    """A year of the next century, which only a preposition shows to be one."""
    year = slots.number("futureyear")
    return None if year is None else Partial(year=year)


STARTING = {
    "year-to-come": year_to_come,
    "every-day-of": every_day_of,
    "starting": starting,
    "from-now": from_now,
    "numeric-days": numeric_days,
    "pick-day-month": pick_day_month,
    "year-month": year_month,
}
