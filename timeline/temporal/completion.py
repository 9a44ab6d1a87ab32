"""Completing what a phrase leaves out: the cells that a Partial names, and the one meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

from ..errors import ImpossibleDate
from .arithmetic import truncate
from .axis import DAY_SECONDS, civil, day_number, iso_week, weekday
from .cells import cell_at, first_day, index_of, key_day, local_second, week_day
from .expression import Direction, Partial
from .granularity import YEARS, Granularity
from .values import DAYPARTS, MONTH_NAMES, YEAR_PARTS, Moment, OneOf, Unresolved

# A two-digit year means the latest such year that is at most this far ahead of the anchor; a decade
# ("the 30s") the latest one that has begun.
SHORT_YEAR_AHEAD = 20  # years
# The year that stands for an unknown anchor of a two-digit year: 50 is 1950, 49 is 2049.
SHORT_YEAR_ANCHOR = 2029
# How far a date without its year is looked for: every weekday falls on every day within 28 years,
# and within 40 years on every 29 February and across a century that skips one.
_REACH = {
    Granularity.YEAR: 40,
    Granularity.MONTH: 480,
    Granularity.WEEK: 2,
    Granularity.DAY: 2,
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NO_DAY = "no day is known for this time of day"
_SEASONS = {"SP", "SU", "FA", "WI"}
_NOT_STATED = ("span", "short_year", "mod", "qualifier", "zone")

Accept = Callable[[Moment], bool]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A Partial without its year: one cell in each `period`, or none in some."""

    partial: Partial
    period: Granularity
    south: bool = False

    def at(self, index: int) -> Moment | None:
        """The cell in the period with a number; None if the weekday does not fit.

        Raises ImpossibleDate where the period has no such day.
        """
        said, cell = self.partial, cell_at(index, self.period)
        if self.period is Granularity.MONTH:
            said = replace(said, month=cell.month)
        elif self.period is Granularity.WEEK:
            said = replace(said, week=cell.week)
        elif self.period is Granularity.DAY:
            said = replace(said, month=cell.month, day=cell.day)
        made = build(said, cell.year, south=self.south)
        if self.partial.day is not None and weekday_conflict(self.partial, made):
            return None
        return replace(made, stated=stated_fields(self.partial))

    def walk(self, start: int, step: int, accept: Accept) -> Moment | None:
        """The first cell from a period on, forwards or backwards, that is accepted."""
        return next((c for c in self.cells(start, step) if accept(c)), None)

    def cells(self, start: int, step: int) -> Iterator[Moment]:
        """The cells from a period on, as far as one looks for a date."""
        for index in range(start, start + step * (_REACH[self.period] + 2), step):
            try:
                cell = self.at(index)
            except ImpossibleDate:
                continue
            if cell is not None:
                yield cell

    def latest(self, anchor: Moment) -> Moment | None:
        """The latest cell that does not begin after the anchor's."""
        start = index_of(anchor, self.period) + 1
        return self.walk(start, -1, lambda c: c.cell.lo < anchor.cell.hi)

    def earliest(self, anchor: Moment) -> Moment | None:
        """The earliest cell that does not end before the anchor's."""
        start = index_of(anchor, self.period) - 1
        return self.walk(start, 1, lambda c: c.cell.hi > anchor.cell.lo)

    def before(self, anchor: Moment) -> Moment | None:
        """The nearest cell wholly before the anchor's."""
        start = index_of(anchor, self.period) + 1
        return self.walk(start, -1, lambda c: c.cell.hi <= anchor.cell.lo)

    def after(self, anchor: Moment) -> Moment | None:
        """The nearest cell wholly after the anchor's."""
        start = index_of(anchor, self.period) - 1
        return self.walk(start, 1, lambda c: c.cell.lo >= anchor.cell.hi)

    def nearest(self, anchor: Moment) -> Moment | None:
        """The cell with the smallest gap to the anchor's; of two, the earlier."""
        past, future = self.latest(anchor), self.earliest(anchor)
        if past is None or future is None:
            return past or future
        behind, ahead = anchor.cell.lo - past.cell.hi, future.cell.lo - anchor.cell.hi
        return past if max(behind, 0) <= max(ahead, 0) else future

    def inside(self, base: Moment, n: int = 1) -> Moment | None:
        """The nth cell that belongs to a base (-1 is the last), or None.

        A week belongs to the year of its Thursday, a winter to that of its December.
        """
        lo = local_second(base)
        hi = lo + int(base.cell.hi) - int(base.cell.lo)
        edge = index_of(_day(lo if n > 0 else hi - 1), self.period)
        step, found = (1 if n > 0 else -1), 0
        reach = (abs(n) + 1) * (_REACH[self.period] + 2)
        for index in range(edge - step, edge + step * reach, step):
            try:
                cell = self.at(index)
            except ImpossibleDate:
                cell = None
            key = None if cell is None else _key(cell)
            if key is not None and lo <= key < hi:
                found += 1
                if found == abs(n):
                    return cell
            elif (key is not None and found) or _outside(index, self.period, lo, hi, step):
                return None
        return None


def _key(cell: Moment) -> int:
    return local_second(cell) if cell.granularity.is_clock else key_day(cell) * DAY_SECONDS


def _outside(index: int, period: Granularity, lo: int, hi: int, step: int) -> bool:
    """True if a period lies beyond [lo, hi) in the direction of walking."""
    start = local_second(cell_at(index, period))
    if step > 0:
        return start >= hi
    return local_second(cell_at(index + 2, period)) <= lo


def _day(second: int) -> Moment:
    return Moment(Granularity.DAY, *civil(second // DAY_SECONDS))


def pattern_of(partial: Partial, *, south: bool = False) -> Pattern | None:
    """The pattern of a Partial without a year; None if it names nothing that comes again."""
    if partial.year is not None:
        return None
    part = partial.part
    if partial.easter is not None or partial.month is not None or partial.week is not None:
        return Pattern(partial, Granularity.YEAR, south)
    if part in YEAR_PARTS:
        return Pattern(partial, Granularity.YEAR, south)
    if partial.day is not None:
        return Pattern(partial, Granularity.MONTH)
    if partial.weekday is not None or part == "WE":
        return Pattern(partial, Granularity.WEEK)
    if part is not None or partial.hour is not None:
        return Pattern(partial, Granularity.DAY)
    return None


def build(partial: Partial, year: int, *, south: bool = False) -> Moment:
    """The cell that a Partial names in a year. Raises ImpossibleDate if there is none."""
    cell = _date(partial, year, south)
    if cell.granularity is Granularity.DAY:
        cell = _time(partial, cell)
    elif partial.hour is not None:
        raise ImpossibleDate(_NO_DAY)
    return replace(
        cell,
        mod=partial.mod,
        qualifier=partial.qualifier,
        zone=partial.zone if cell.granularity.is_clock else None,
        stated=stated_fields(partial),
    )


def _date(p: Partial, year: int, south: bool) -> Moment:
    part = p.part
    if part is not None and part not in YEAR_PARTS and part not in DAYPARTS and part != "WE":
        raise ImpossibleDate(f"there is no part {part} of a day or a year")
    if p.weekday is not None and not 0 <= p.weekday <= 6:
        raise ImpossibleDate(f"there is no weekday {p.weekday}")
    if p.easter is not None:
        return Moment(Granularity.DAY, *civil(easter_day(year) + p.easter))
    if p.week is not None:
        week = Moment(Granularity.WEEK, year, week=p.week)
        if p.weekday is not None:
            return Moment(Granularity.DAY, *civil(week_day(week, p.weekday)))
        return replace(week, granularity=Granularity.WEEKEND) if part == "WE" else week
    if p.month is not None and p.day is not None:
        day = Moment(Granularity.DAY, year, p.month, p.day)
        if part != "WE":
            return day
        in_year, number = iso_week(first_day(day))
        return Moment(Granularity.WEEKEND, in_year, week=number)
    if p.month is not None:
        return Moment(Granularity.MONTH, year, p.month)
    if part in YEAR_PARTS:
        return _year_part(part, year, south)
    if p.day is not None:
        raise ImpossibleDate(f"day {p.day} has no month")
    cell = Moment(Granularity.YEAR, year)
    return truncate(cell, p.span) if p.span in YEARS else cell


def _year_part(part: str, year: int, south: bool) -> Moment:
    if part[0] == "Q":
        return Moment(Granularity.QUARTER, year, part=part)
    if part[0] == "H":
        return Moment(Granularity.HALF, year, part=part)
    return Moment(Granularity.SEASON, year, part="S" + part if south and part in _SEASONS else part)


def _time(p: Partial, day: Moment) -> Moment:
    if p.hour is None:
        if p.minute is not None or p.second is not None:
            raise ImpossibleDate("the hour of this time is not said")
        if p.part in DAYPARTS:
            return replace(day, granularity=Granularity.DAYPART, part=p.part)
        return day
    if p.second is not None:
        clock = replace(day, granularity=Granularity.SECOND, minute=p.minute or 0, second=p.second)
    elif p.minute is not None:
        clock = replace(day, granularity=Granularity.MINUTE, minute=p.minute)
    else:
        clock = replace(day, granularity=Granularity.HOUR)
    return replace(clock, hour=p.hour)


def stated_fields(partial: Partial) -> tuple[str, ...]:
    """The names of the calendar and clock fields that a phrase gives."""
    return tuple(
        f.name
        for f in fields(partial)
        if f.name not in _NOT_STATED and getattr(partial, f.name) is not None
    )


def easter_day(year: int) -> int:
    """Day number of Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741  # the letter of the published method
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return day_number(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


def weekday_conflict(partial: Partial, moment: Moment) -> str | None:
    """Why the weekday that a phrase names is not that of its date, or None."""
    if partial.weekday is None or moment.granularity > Granularity.DAY:
        return None
    real = weekday(first_day(moment))
    if real == partial.weekday:
        return None
    date = f"{moment.day} {MONTH_NAMES[(moment.month or 1) - 1]} {moment.year}"
    return f"{date} is a {_WEEKDAYS[real]}, not a {_WEEKDAYS[partial.weekday]}"


def full_year(partial: Partial, anchor: Moment | None, direction: Direction) -> Partial:
    """The same with the century of a two-digit year filled in (conventions above)."""
    if not partial.short_year or partial.year is None:
        return partial
    around = anchor.year if anchor else SHORT_YEAR_ANCHOR
    is_span = partial.span is not None and direction != "future"
    latest = around if is_span else around + SHORT_YEAR_AHEAD
    year = latest - (latest - partial.year) % 100
    return replace(partial, year=year, short_year=False)


def complete(
    partial: Partial, anchor: Moment | None, direction: Direction, *, south: bool = False
) -> Moment | OneOf | Unresolved:
    """The date that a Partial means, seen from an anchor.

    "past" takes the latest cell not after the anchor's, "future" the earliest not before it, "near"
    the nearest. A time of day is on the anchor's day. An anchor that holds several such cells ("in
    May 2020 ... on Monday") leaves open which one.
    """
    partial = full_year(partial, anchor, direction)
    if partial.year is not None:
        return _try(lambda: build(partial, partial.year or 0, south=south))
    pattern = pattern_of(partial, south=south)
    if pattern is None:
        return Unresolved(_nothing(partial))
    if problem := impossible(pattern):
        return Unresolved(problem)
    if anchor is None and pattern.period is Granularity.DAY:
        return Unresolved(_NO_DAY)
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
        _no_such(partial, f"within {_REACH[pattern.period]} {pattern.period.label}s")
    )


def within(pattern: Pattern, base: Moment) -> Moment | OneOf | Unresolved:
    """The cell of a pattern inside a base; where there are several, one of them."""
    if pattern.period is Granularity.DAY:
        if base.granularity > Granularity.DAY:
            return Unresolved(_NO_DAY)
        return _try(lambda: pattern.at(first_day(base)) or Unresolved("there is no such time"))
    first, last = pattern.inside(base), pattern.inside(base, -1)
    if first is None or last is None:
        return Unresolved(_no_such(pattern.partial, "there"))
    return first if first == last else OneOf(first, last, first.granularity)


def impossible(pattern: Pattern) -> str | None:
    """Why no period at all has such a cell (31 February, hour 25), or None."""
    reason = None
    # 2000 to 2031: leap years, years of 53 weeks and months of 31 days are among them.
    start = index_of(Moment(Granularity.YEAR, 2000), pattern.period)
    for index in range(start, start + 32):
        try:
            pattern.at(index)
        except ImpossibleDate as error:
            reason = error.message
        else:
            return None
    return reason


def _try(make: Callable[[], Moment | Unresolved]) -> Moment | Unresolved:
    try:
        return make()
    except ImpossibleDate as error:
        return Unresolved(error.message)


def _nothing(partial: Partial) -> str:
    if partial.minute is not None or partial.second is not None:
        return "the hour of this time is not said"
    return "the words name no date"


def _no_such(partial: Partial, where: str) -> str:
    names = []
    if partial.weekday is not None:
        names.append(_WEEKDAYS[partial.weekday])
    if partial.day is not None:
        names.append(str(partial.day))
    if partial.month is not None:
        names.append(MONTH_NAMES[partial.month - 1])
    return f"there is no {' '.join(names) or 'such date'} {where}"
