"""Stretches with an end that is now, or counted from their start; numeric dates side by side."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Amount, Base, Every, Expr, Partial, Pick, Range, Shift, Vague
from ...temporal.granularity import Granularity
from ...temporal.values import Reference
from ..schema import Range2, Slots
from .calendar import calendar, numeric
from .duration import amount, unit_of
from .relative import Which, which_of

_PAIR = ("first", "second")
_DAY = Amount(1, 1, Granularity.DAY)
_SHORT_YEARS = 100


def stretch(slots: Slots) -> Expr | None:
    """A stretch that ends or starts now: "the past three years", "the next two weeks"."""
    node = slots.nodes["amount"]
    if not isinstance(node.expr, Amount):
        return None
    return _stretch(node.expr, which_of(slots))


def count_stretch(slots: Slots) -> Expr | None:
    """The same with the count first: "the ten previous weeks"."""
    counted = amount(slots)
    return None if counted is None else _stretch(counted, which_of(slots))


def _stretch(counted: Amount, which: Which) -> Expr | None:
    if which not in ("last", "next"):
        return counted
    # Days and quarters are counted whole: the next three days begin tomorrow.
    whole = counted.unit is Granularity.QUARTER or (
        counted.unit is Granularity.DAY and which == "next" and not counted.more
    )
    today = Granularity.SECOND if counted.unit.is_clock else Granularity.DAY
    now = Pick(which, counted.unit) if whole else Pick("this", today)
    if which == "last":
        # The past decade began ten years ago, not with the tens.
        long = counted.unit > Granularity.YEAR
        start = Shift(Base.SPEECH, counted, -1, keep=long)
        return Range(Pick("same", Granularity.YEAR, start) if long else start, now)
    return Range(now, Shift(Base.SPEECH, counted, 1))


def stretch_cell(slots: Slots) -> Expr | None:
    """The same over one unit: "the past year"."""
    word = slots.word("cell")
    if word is None:
        return None
    times, unit = unit_of(word)
    return _stretch(Amount(times, times, unit), which_of(slots))


def starting(slots: Slots) -> Range2 | None:
    """An amount counted from its start: three days from Monday are Monday to Wednesday."""
    counted, node = slots.nodes["amount"].expr, slots.nodes["date"]
    if not isinstance(counted, Amount):
        return None
    is_day = node.kind == "day"
    end = Shift(node.expr, counted, 1, keep=is_day)
    if is_day:
        end = Shift(end, _DAY, -1)
    return Range2(Range(node.expr, end), ((*slots.spans["date"], node.match.type, node.expr), None))


def from_now(slots: Slots) -> Range2 | None:
    """A range that begins now: "from now until Friday"."""
    now, node = slots.nodes["now"], slots.nodes["b"]
    if now.expr != Vague(Reference.PRESENT):
        return None
    on_the_clock = node.kind in ("clock", "time")
    start = Pick("this", Granularity.SECOND if on_the_clock else Granularity.DAY)
    return Range2(
        Range(start, node.expr),
        (
            (*slots.spans["now"], "DATE", now.expr),
            (*slots.spans["b"], node.match.type, node.expr),
        ),
    )


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


STRETCH = {
    "stretch": stretch,
    "count-stretch": count_stretch,
    "stretch-cell": stretch_cell,
    "year-to-come": year_to_come,
    "every-day-of": every_day_of,
    "starting": starting,
    "from-now": from_now,
    "numeric-days": numeric_days,
    "pick-day-month": pick_day_month,
    "year-month": year_month,
}
