"""What of a time a format with real dates can hold: the known stretch, and what lies beyond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..chronology import Time, Timeline
from ..temporal.axis import days_in_month
from ..temporal.edtf import parse_date
from .cells import Point, read_point

Unit = Literal["year", "month", "day", "clock"]
Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first to the last bound that is known; its start is open where the first is not.

    What is known at one end only ("by 7 January") is the stretch of that end, as --since and
    --until judge it. `unit` is the coarsest that tells both ends exactly: year for 1914 to 1918.
    """

    first: Point
    last: Point
    starts_open: bool

    @property
    def unit(self) -> Unit:
        """What its ends are told in without saying more or less than the bounds."""
        first, last = self.first, self.last
        if first.clock or last.clock:
            return "clock"
        if first.day != 1 or last.day != days_in_month(last.year, last.month):
            return "day"
        return "year" if (first.month, last.month) == (1, 12) else "month"

    @property
    def has_clock(self) -> bool:
        """True if both ends are clock times that can be compared: of a zone both, or of none."""
        first, last = self.first, self.last
        if first.clock is None or last.clock is None:
            return False
        return (first.zone is None) == (last.zone is None)


def find_stretch(time: Time) -> Stretch | None:
    """The known stretch of a time; None where nothing bounds it."""
    bounds = (time.begin.earliest, time.begin.latest, time.end.earliest, time.end.latest)
    known = [bound for bound in bounds if bound is not None]
    if not known:
        return None
    first = time.begin.earliest or min(known, key=lambda bound: parse_date(bound).cell.lo)
    last = time.end.latest or max(known, key=lambda bound: parse_date(bound).cell.hi)
    return Stretch(read_point(first), read_point(last), time.begin.earliest is None)


def hold(time: Time, years: Years) -> Stretch | str:
    """The known stretch of a time if those years hold it, else why not."""
    stretch = find_stretch(time)
    if stretch is None:
        return "without a bound"
    if stretch.first.year < years[0]:
        return f"before {_name_year(years[0])}"
    return f"after {_name_year(years[1])}" if stretch.last.year > years[1] else stretch


def count_beyond(timeline: Timeline, years: Years | None) -> Mapping[str, int]:
    """The entries that a format of these years leaves out, by the reason; None holds all."""
    if years is None:
        return {}
    held = (hold(entry.time, years) for entry in timeline.entries)
    return Counter(reason for reason in held if isinstance(reason, str))


def tell_beyond(timeline: Timeline, years: Years | None) -> str:
    """What is left out, in one line ("2 before the year 1, 1 without a bound"), or nothing."""
    counts = count_beyond(timeline, years)
    return ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items()))


def _name_year(year: int) -> str:
    return f"the year {year}" if year > 0 else f"{1 - year} BC"
