"""Ranges: two ends that share what only one of them says."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Amount, Expr, Partial, Pick, Range, Shift, Vague
from ...temporal.granularity import Granularity
from ...temporal.values import DAYPARTS, Reference
from ..mask import kind_of
from ..schema import Range2, Slots
from .calendar import read_year

End = tuple[int, int, str, Expr]
_LONGEST_MONTH = 31  # days
_DECADE = 10  # years
_MIDNIGHT = 24  # o'clock, where a word names it
_CALENDAR_SIZES = ("day", "week", "month", "period", "year", "span")


def between(slots: Slots) -> Range2 | None:
    """A range whose ends are expressions: "26 May and 4 June 1940", "1914 to 1933"."""
    first, last = slots.nodes["a"], slots.nodes["b"]
    shared = share(first.expr, last.expr)
    if shared is None:
        return None
    start, end = shared
    if not _comparable(start, end):
        return None
    return Range2(
        Range(start, end),
        (
            (*slots.spans["a"], first.match.type, start),
            (*slots.spans["b"], last.match.type, end),
        ),
    )


def on_end(slots: Slots) -> Range2 | None:
    """Two decades without a gap: "the 1950s and 1960s"."""
    made = between(slots)
    if made is None or not isinstance(made.expr, Range):
        return None
    first, last = made.expr.start, made.expr.end
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return None
    if first.span is not Granularity.DECADE or last != replace(first, year=last.year):
        return None
    return made if (last.year or 0) - (first.year or 0) == _DECADE else None


def ongoing(slots: Slots) -> Range2 | None:
    """A range that is still going on: "2010-present"."""
    first, now = slots.nodes["a"], slots.nodes.get("now")
    if now is not None and now.expr != Vague(Reference.PRESENT):
        return None
    start = (*slots.spans["a"], first.match.type, first.expr)
    end = None if now is None else (*slots.spans["now"], "DATE", now.expr)
    return Range2(Range(first.expr, None, ongoing=True), (start, end))


def days_of_month(slots: Slots) -> Range2 | None:
    """Two days of one month: "12-13 April", "January 2-7, 2021", "from 6 to 17 May 2024"."""
    first = slots.number("first")
    if first is None:
        return None
    node = slots.nodes.get("b")
    if node is not None:
        whole = node.expr
        if not isinstance(whole, Partial) or whole.day is None or whole.month is None:
            return None
        end_span = slots.spans["b"]
    else:
        whole = Partial(
            year=read_year(slots), month=slots.number("month"), day=slots.number("second")
        )
        end_span = slots.spans["second"]
    if whole.day is None or first >= whole.day:
        return None
    start = replace(whole, day=first, weekday=None)
    start_span = slots.spans["first"]
    if "month" in slots.spans and slots.spans["month"] < start_span:
        start_span = (slots.spans["month"][0], start_span[1])
    elif node is None:
        last = max(slots.spans.values(), key=lambda span: span[1])
        end_span = (end_span[0], last[1])
    return Range2(Range(start, whole), ((*start_span, "DATE", start), (*end_span, "DATE", whole)))


def night_into(slots: Slots) -> Range2 | None:
    """The night before a day: "overnight into Friday"."""
    day = slots.nodes["b"].expr
    before = Shift(day, Amount(1, 1, Granularity.DAY), -1, keep=True)
    return Range2(Range(before, day), (None, (*slots.spans["b"], "DATE", day)))


def years_of_era(slots: Slots) -> Range2 | None:
    """Two years of the era that stands behind the second: "from 58 to 50 BC"."""
    end = read_year(slots)
    name = "first" if "first" in slots.spans else "second"
    first, era = slots.number(name), slots.number("era")
    if end is None or first is None or not first:
        return None
    start = 1 - first if era == -1 else first
    if start >= end:
        return None
    spans = slots.spans
    ends = (
        (*spans[name], "DATE", Partial(year=start)),
        (spans["anyyear"][0], spans["era"][1], "DATE", Partial(year=end)),
    )
    return Range2(Range(Partial(year=start), Partial(year=end)), ends)


def to_day_of_month(slots: Slots) -> Range2 | None:
    """A day and a later one of its month: "April ninth through seventeenth"."""
    first, last = slots.nodes["a"].expr, slots.number("second")
    if not isinstance(first, Partial) or first.month is None or first.day is None or last is None:
        return None
    if not first.day < last <= _LONGEST_MONTH:
        return None
    end = replace(first, day=last, weekday=None)
    ends = (*slots.spans["a"], "DATE", first), (*slots.spans["second"], "DATE", end)
    return Range2(Range(first, end), ends)


def short_years(slots: Slots) -> Range2 | None:
    """A year and the last digits of a later one: "2019-21", "1914-18"."""
    first, digits = slots.number("year"), slots.number("shortyear")
    if first is None or digits is None:
        return None
    last = first - first % 100 + digits
    if not first < last:
        return None
    start, end = Partial(year=first), Partial(year=last)
    return Range2(
        Range(start, end),
        ((*slots.spans["year"], "DATE", start), (*slots.spans["shortyear"], "DATE", end)),
    )


def hours(slots: Slots) -> Range2 | None:
    """Two clock times of which only the second says a.m. or p.m.: "from 9 to 11 a.m."."""
    first, node = slots.number("hour"), slots.nodes["b"]
    end = node.expr
    inner = end.what if isinstance(end, Pick) and isinstance(end.what, Partial) else end
    if first is None or not isinstance(inner, Partial) or inner.hour is None or first > 24:
        return None
    hour = first
    if first < 12 <= inner.hour and first + 12 <= inner.hour:
        hour = first + 12
    start_clock = replace(inner, hour=hour, minute=slots.number("minute"), second=None)
    start: Expr = replace(end, what=start_clock) if isinstance(end, Pick) else start_clock
    return Range2(
        Range(start, end),
        (
            (
                slots.spans["hour"][0],
                slots.spans.get("minute", slots.spans["hour"])[1],
                "TIME",
                start,
            ),
            (*slots.spans["b"], "TIME", end),
        ),
    )


def share(first: Expr, last: Expr) -> tuple[Expr, Expr] | None:
    """Both ends with the coarser fields that only one of them states; None if they do not fit."""
    if isinstance(first, Partial) and isinstance(last, Partial):
        return _share_fields(first, last)
    cell = _cell_within(last)
    if cell is not None and isinstance(last, Pick) and isinstance(first, Partial):
        alike = _is_clock(first) and _is_clock(cell)
        if alike or kind_of(first) == kind_of(cell):
            return replace(last, what=first), last
    cell = _cell_within(first)
    both = cell is not None and isinstance(last, Partial) and _is_clock(cell) and _is_clock(last)
    if both and isinstance(first, Pick) and isinstance(last, Partial):
        return first, replace(first, what=last)
    return first, last


def _cell_within(expr: Expr) -> Partial | None:
    """The cell that is named inside another one: the time of "9 a.m. yesterday"."""
    if isinstance(expr, Pick) and expr.which == "within" and isinstance(expr.what, Partial):
        return expr.what
    return None


def _is_clock(expr: Partial) -> bool:
    bare = expr.day is None and expr.weekday is None
    return bare and (expr.hour is not None or expr.part in DAYPARTS)


def _share_fields(first: Partial, last: Partial) -> tuple[Expr, Expr]:
    if first.hour is not None and last.hour is not None:
        return _share_day(first, last)
    if first.day is not None and first.month is None and last.month is not None:
        # "from the 23rd to the 5th of June": the first lies in the month before.
        before = first.day > (last.day or 32)
        first = replace(first, month=(last.month - 2) % 12 + 1 if before else last.month)
    if first.year is None and last.year is not None and last.span is None:
        year = last.year
        if (
            first.month
            and last.month
            and (first.month, first.day or 0) > (last.month, last.day or 32)
        ):
            year -= 1
        first = replace(first, year=year, short_year=last.short_year)
    elif last.year is None and first.year is not None and first.span is None and last.month:
        year = first.year
        if first.month and (last.month, last.day or 32) < (first.month, first.day or 0):
            year += 1
        last = replace(last, year=year, short_year=first.short_year)
    return first, last


def _share_day(first: Partial, last: Partial) -> tuple[Partial, Partial]:
    """Two clock times of a day that only one of them names; across midnight only that one has it.

    "Between midnight and 06:00 on 19 February" begins that day, "from 23:00 to 02:00 on 19
    February" on the day before.
    """
    own = first.day is not None or first.weekday is not None
    if first.hour == _MIDNIGHT and not own and (last.hour or 0) < _MIDNIGHT:
        first = replace(first, hour=0)
    names: tuple[str, ...] = ("zone",)
    if (first.hour or 0, first.minute or 0) < (last.hour or 0, last.minute or 0):
        names = ("year", "short_year", "month", "day", "weekday", "zone")
    if not own:
        first = _take(first, last, names)
    elif last.day is None and last.weekday is None:
        last = _take(last, first, names)
    return first, last


def _take(one: Partial, other: Partial, names: tuple[str, ...]) -> Partial:
    return replace(one, **{name: getattr(other, name) for name in names})


def _comparable(start: Expr, end: Expr) -> bool:
    kinds = kind_of(start), kind_of(end)
    if isinstance(start, Partial) and isinstance(end, Partial):
        known = start.year is not None and end.year is not None
        short = start.short_year or end.short_year
        if known and not short and (start.year or 0) > (end.year or 0):
            return False
    return (kinds[0] in _CALENDAR_SIZES) == (kinds[1] in _CALENDAR_SIZES)


RANGE = {
    "between": between,
    "on-end": on_end,
    "ongoing": ongoing,
    "days-of-month": days_of_month,
    "night-into": night_into,
    "years-of-era": years_of_era,
    "short-years": short_years,
    "to-day-of-month": to_day_of_month,
    "hours": hours,
}
