"""Dates that come again: the cells that a Partial without its year names, one in each period."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..errors import ImpossibleDateError
from .axis import DAY_SECONDS, civil
from .cells import cell_at, index_of, key_day, local_second
from .customs import PLAIN, Customs
from .expression import Partial
from .granularity import Granularity
from .naming import build, stated_fields, weekday_conflict
from .values import YEAR_PARTS, Moment

# How far a date without its year is looked for: every weekday falls on every day within 28 years,
# and within 40 years on every 29 February and across a century that skips one.
REACH = {
    Granularity.YEAR: 40,
    Granularity.MONTH: 480,
    Granularity.WEEK: 2,
    Granularity.DAY: 2,
}

Accept = Callable[[Moment], bool]


MOST_FEASTS = 7  # in a year, of one name: its bank holiday Mondays


@dataclass(frozen=True, slots=True)
class Pattern:
    """A Partial without its year: one cell in each `period`, or none in some."""

    partial: Partial
    period: Granularity
    customs: Customs = PLAIN

    def at(self, index: int, nth: int = 0) -> Moment | None:
        """The cell in the period with a number; None if the weekday does not fit.

        Raises ImpossibleDateError where the period has no such day.
        """
        said, cell = self.partial, cell_at(index, self.period)
        if self.period is Granularity.MONTH:
            said = replace(said, month=cell.month)
        elif self.period is Granularity.WEEK:
            said = replace(said, week=cell.week)
        elif self.period is Granularity.DAY:
            said = replace(said, month=cell.month, day=cell.day)
        made = build(said, cell.year, customs=self.customs, nth=nth)
        if self.partial.day is not None and weekday_conflict(self.partial, made):
            return None
        return replace(made, stated=stated_fields(self.partial))

    def walk(self, start: int, step: int, accept: Accept) -> Moment | None:
        """The first cell from a period on, forwards or backwards, that is accepted."""
        return next((c for c in self.cells(start, step) if accept(c)), None)

    def cells(self, start: int, step: int) -> Iterator[Moment]:
        """The cells from a period on, as far as one looks for a date."""
        for index in range(start, start + step * (REACH[self.period] + 2), step):
            for nth in self._often[::step]:
                try:
                    cell = self.at(index, nth)
                except ImpossibleDateError:
                    continue
                if cell is not None:
                    yield cell

    @property
    def _often(self) -> range:
        """A year of the sun may hold a feast of the moon twice, and several bank holidays."""
        return range(1 if self.partial.feast is None else MOST_FEASTS)

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
        reach = (abs(n) + 1) * (REACH[self.period] + 2)
        for index in range(edge - step, edge + step * reach, step):
            try:
                cell = self.at(index)
            except ImpossibleDateError:
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


def pattern_of(partial: Partial, *, customs: Customs = PLAIN) -> Pattern | None:
    """The pattern of a Partial without a year; None if it names nothing that comes again."""
    if partial.year is not None:
        return None
    part = partial.part
    if partial.easter is not None or partial.feast is not None:
        return Pattern(partial, Granularity.YEAR, customs)
    if partial.month is not None or partial.week is not None:
        return Pattern(partial, Granularity.YEAR, customs)
    if part in YEAR_PARTS:
        return Pattern(partial, Granularity.YEAR, customs)
    if partial.day is not None:
        return Pattern(partial, Granularity.MONTH)
    if partial.weekday is not None or part == "WE":
        return Pattern(partial, Granularity.WEEK)
    if part is not None or partial.hour is not None:
        return Pattern(partial, Granularity.DAY)
    return None
