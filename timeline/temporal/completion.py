"""Completing what a phrase leaves out: which of the dates that come again is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from ..errors import ImpossibleDateError
from .cells import first_day, index_of
from .customs import PLAIN, Customs
from .expression import Direction, Partial
from .granularity import Granularity
from .naming import NO_DAY, WEEKDAY_NAMES, build
from .patterns import REACH, Pattern, pattern_of
from .values import MONTH_NAMES, Moment, OneOf, Unresolved

# A two-digit year means the latest such year that is at most this far ahead of the anchor; a decade
# ("the 30s") the latest one that has begun.
SHORT_YEAR_AHEAD = 20  # years
# "Near" is the decade that a story goes on to: at most so far ahead of what it told, and over; to
# the one that runs it goes only from the years right before it.
DECADE_AHEAD, DECADE_SOON = 60, 10  # years
LAST_DECADE_OVER = 2019  # its last year
# The year that stands for an unknown anchor of a two-digit year: 50 is 1950, 49 is 2049.
SHORT_YEAR_ANCHOR = 2029


def full_year(partial: Partial, anchor: Moment | None, direction: Direction) -> Partial:
    """The same with the century of a two-digit year filled in (conventions above)."""
    if not partial.short_year or partial.year is None:
        return partial
    around = anchor.year if anchor else SHORT_YEAR_ANCHOR
    is_span = partial.span is not None and direction != "future"
    latest = around if is_span else around + SHORT_YEAR_AHEAD
    if partial.span is Granularity.DECADE and direction == "near":
        soon = min(around + DECADE_SOON, SHORT_YEAR_ANCHOR)
        latest = max(around, soon, min(around + DECADE_AHEAD, LAST_DECADE_OVER))
    if partial.span is Granularity.CENTURY and not is_span:
        latest = around + 99  # "by mid-century"
    year = latest - (latest - partial.year) % 100
    return replace(partial, year=year, short_year=False)


@lru_cache(maxsize=4096)  # a text asks for few weekdays and months, again and again
def complete(
    partial: Partial, anchor: Moment | None, direction: Direction, *, customs: Customs = PLAIN
) -> Moment | OneOf | Unresolved:
    """The date that a Partial means, seen from an anchor.

    "past" takes the latest cell not after the anchor's, "future" the earliest not before it, "near"
    the nearest. A time of day is on the anchor's day. An anchor that holds several such cells ("in
    May 2020 ... on Monday") leaves open which one.
    """
    partial = full_year(partial, anchor, direction)
    if partial.year is not None:
        return _try(lambda: build(partial, partial.year or 0, customs=customs))
    pattern = pattern_of(partial, customs=customs)
    if pattern is None:
        return Unresolved(_nothing(partial))
    if problem := impossible(pattern):
        return Unresolved(problem)
    if anchor is None and pattern.period is Granularity.DAY:
        return Unresolved(NO_DAY)
    if anchor is None:
        return Unresolved("needs the document's date")
    anchor = replace(anchor, zone=None)  # the day is that of the place
    if pattern.period is Granularity.DAY or anchor.granularity >= pattern.period:
        return within(pattern, anchor)
    if direction == "past":
        found = pattern.latest(anchor)
    elif direction == "future":
        found = pattern.earliest(anchor)
    else:
        found = pattern.nearest(anchor)
    return found or Unresolved(
        _no_such(partial, f"within {REACH[pattern.period]} {pattern.period.label}s")
    )


def within(pattern: Pattern, base: Moment) -> Moment | OneOf | Unresolved:
    """The cell of a pattern inside a base; where there are several, one of them."""
    if pattern.period is Granularity.DAY:
        if base.granularity > Granularity.DAY:
            return Unresolved(NO_DAY)
        return _try(lambda: pattern.at(first_day(base)) or Unresolved("there is no such time"))
    first, last = pattern.inside(base), pattern.inside(base, -1)
    if first is None or last is None:
        return Unresolved(_no_such(pattern.partial, "there"))
    return first if first == last else OneOf(first, last, first.granularity)


def impossible(pattern: Pattern) -> str | None:
    """Why no period at all has such a cell (31 February, hour 25), or None."""
    if pattern.partial.feast is not None:
        return _unknown_feast(pattern)
    reason = None
    # 2000 to 2031: leap years, years of 53 weeks and months of 31 days are among them.
    start = index_of(Moment(Granularity.YEAR, 2000), pattern.period)
    for index in range(start, start + 32):
        try:
            pattern.at(index)
        except ImpossibleDateError as error:
            reason = error.message
        else:
            return None
    return reason


def _unknown_feast(pattern: Pattern) -> str | None:
    said, start = pattern.partial, index_of(Moment(Granularity.YEAR, 2000), Granularity.YEAR)
    if next(pattern.cells(start, 1), None) is not None:
        return None
    return f"no {said.feast} is known for {said.country or pattern.customs.country}"


def _try(make: Callable[[], Moment | Unresolved]) -> Moment | Unresolved:
    try:
        return make()
    except ImpossibleDateError as error:
        return Unresolved(error.message)


def _nothing(partial: Partial) -> str:
    if partial.minute is not None or partial.second is not None:
        return "the hour of this time is not said"
    return "the words name no date"


def _no_such(partial: Partial, where: str) -> str:
    names = []
    if partial.weekday is not None:
        names.append(WEEKDAY_NAMES[partial.weekday])
    if partial.day is not None:
        names.append(str(partial.day))
    if partial.month is not None:
        names.append(MONTH_NAMES[partial.month - 1])
    return f"there is no {' '.join(names) or 'such date'} {where}"
