"""Fiscal years that do not begin in January: they have the number of the year that they end in."""

from __future__ import annotations

from dataclasses import replace

from .arithmetic import extent_of, move
from .cells import index_of
from .completion import complete, full_year
from .customs import Customs
from .expression import Direction, Partial
from .granularity import Granularity
from .values import Interval, Moment, OneOf, Unresolved

# First month (from 0) and length of the parts of a year that firms report for.
_PARTS = {
    "Q1": (0, 3), "Q2": (3, 3), "Q3": (6, 3), "Q4": (9, 3),
    "H1": (0, 6), "H2": (6, 6),
}  # fmt: skip
_QUARTER = 3
_YEARS_AROUND = 2

Fiscal = Moment | OneOf | Interval | Unresolved


def fiscal(
    partial: Partial, anchor: Moment | None, direction: Direction, customs: Customs
) -> Fiscal:
    """The fiscal year, half, quarter or the month or day of one; a quarter of the calendar if so.

    With `span` YEAR two years name it ("2020-21"): it begins in the one before, whatever its month.
    Without a year the one on the side of the anchor that `direction` says, as for other dates.
    """
    partial = full_year(partial, anchor, direction)
    start = customs.fiscal_start
    if partial.month is not None or (partial.part and partial.part not in _PARTS):
        year = partial.year
        if year is not None and partial.month is not None and partial.month >= start:
            year -= 1
        plain = replace(partial, year=year, fiscal=False)
        return complete(plain, anchor, direction, customs=customs)
    if partial.year is not None and start == 1 and partial.span is Granularity.YEAR:
        if partial.part:
            return Unresolved("the month in which the fiscal year begins is not set")
        years = (partial.year - 1, partial.year)
        return Interval(*(Moment(Granularity.YEAR, year) for year in years))
    if partial.year is not None:
        return _span(partial, partial.year, start)
    if anchor is None:
        return Unresolved("needs the document's date")
    near = range(anchor.year - _YEARS_AROUND, anchor.year + _YEARS_AROUND + 1)
    return _choose([_span(partial, year, start) for year in near], anchor, direction)


def _span(partial: Partial, year: int, start: int) -> Moment | Interval:
    first, length = _PARTS.get(partial.part or "", (0, 12))
    begin = move(Moment(Granularity.MONTH, year - 1, start), first, Granularity.MONTH)
    end = move(begin, length - 1, Granularity.MONTH)
    month = begin.month or 1
    if length == _QUARTER and month % _QUARTER == 1:
        cell = Moment(Granularity.QUARTER, begin.year, part=f"Q{month // _QUARTER + 1}")
        return replace(cell, mod=partial.mod)
    return Interval(begin, end)


def _choose(spans: list[Moment | Interval], anchor: Moment, direction: Direction) -> Fiscal:
    """The latest that has begun, the earliest that has not ended, or the nearer of both."""
    here = anchor.cell
    behind = [span for span in spans if extent_of(span).lo < here.hi][-1]
    before = next(span for span in spans if extent_of(span).hi > here.lo)
    if direction != "near":
        return behind if direction == "past" else before
    gap = max(here.lo - extent_of(behind).hi, 0) - max(extent_of(before).lo - here.hi, 0)
    return behind if gap <= 0 else before


def fiscal_year_at(anchor: Moment, steps: int, customs: Customs) -> Interval:
    """The fiscal year that holds the anchor, or one so many years from it."""
    day = index_of(anchor, Granularity.MONTH)
    year, month = divmod(day, 12)
    year += steps + (month + 1 >= customs.fiscal_start)
    found = _span(Partial(fiscal=True), year, customs.fiscal_start)
    assert isinstance(found, Interval)  # a year is no quarter
    return found
