"""What a temporal expression denotes: the values that `resolve` returns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import ceil, floor

from ..errors import ImpossibleDateError
from .axis import (
    DAY_SECONDS,
    REMEMBERED,
    Extent,
    day_number,
    days_in_month,
    week_start,
    weeks_in_year,
)
from .granularity import YEARS, Granularity

# Hours [from, to) of the parts of a day; TIMEX3 codes. Conventions, written once: evening and night
# overlap as they do in speech, and a night runs into the next day (its extent is cut at the day).
DAYPARTS = {
    "MO": (0, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (17, 24),
    "NI": (18, 24),
    "DT": (6, 18),
}
# First month and length in months of the parts of a year; winter of Y ends in February Y+1.
YEAR_PARTS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3),
    "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
    "SSP": (9, 3), "SSU": (12, 3), "SFA": (3, 3), "SWI": (6, 3),
}  # fmt: skip
# The seasons of the southern hemisphere, and the northern one of the same months.
SOUTHERN = {"SSP": "FA", "SSU": "WI", "SFA": "SP", "SWI": "SU"}
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Where "early", "mid" and "late" lie in a cell: [from, to) in steps of its natural sub-cells, years
# of a decade, months of a year, days of a month; wide enough for ordinary use. None is the end.
MOD_STEPS: dict[Granularity, dict[str, tuple[int, int | None]]] = {
    Granularity.CENTURY: {"START": (0, 40), "MID": (30, 70), "END": (60, None)},
    Granularity.DECADE: {"START": (0, 4), "MID": (3, 7), "END": (6, None)},
    Granularity.YEAR: {"START": (0, 4), "MID": (4, 8), "END": (8, None)},
    Granularity.MONTH: {"START": (0, 10), "MID": (10, 20), "END": (20, None)},
}
# The same for every other cell, as shares of its length.
MOD_SHARES = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A named cell of the calendar: a year, a month, a week, a day, a part of a day, a clock time.

    `year` is astronomical: the ISO year for weeks and weekends, the first year of the cell for
    decades, centuries and millennia. `part` is a TIMEX3 code: MO MI AF EV NI DT (DAYPART),
    SP SU FA WI, in the south SSP SSU SFA SWI (SEASON), Q1-Q4 (QUARTER), H1 H2 (HALF). `stated`
    lists the fields the text gave. `mod` is TIMEX3's, `qualifier` EDTF's (? ~ %), `zone` "Z" or
    "+HH:MM" and only if written.
    """

    granularity: Granularity
    year: int
    month: int | None = None
    day: int | None = None
    week: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    mod: str | None = None
    qualifier: str = ""
    zone: str | None = None
    stated: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problem = _problem(self)
        if problem:
            raise ImpossibleDateError(problem)

    @property
    def cell(self) -> Extent:
        """The whole named cell, `mod` not applied; a zoned clock time is shifted to UTC."""
        lo, hi = _cell(self)
        if self.zone and self.granularity.is_clock:
            shift = zone_seconds(self.zone)
            lo, hi = lo - shift, hi - shift
        return Extent(lo, hi)

    @property
    def extent(self) -> Extent:
        """Where the text puts it: the cell, cut to its early, middle or late share by `mod`."""
        cell = self.cell
        if self.mod not in MOD_SHARES:
            return cell
        steps = MOD_STEPS.get(self.granularity)
        if steps is None:
            return _share(cell, *MOD_SHARES[self.mod])
        first, last = steps[self.mod]
        return Extent(_step(self, first), cell.hi if last is None else _step(self, last))


class End(Enum):
    """An end of an interval that no date names: still going on, or not said."""

    OPEN = ".."
    UNKNOWN = ""


OPEN, UNKNOWN = End.OPEN, End.UNKNOWN


@dataclass(frozen=True, slots=True)
class Interval:
    """From the start cell to the end cell, both included; EDTF `/`."""

    start: Moment | End
    end: Moment | End


@dataclass(frozen=True, slots=True)
class OneOf:
    """An instant somewhere from the earliest to the latest cell (None is open); EDTF `[a..b]`."""

    earliest: Moment | None
    latest: Moment | None
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of time that is not placed on the axis.

    `amounts` are (least, most, unit) with unit a Granularity; most is None for an unknown count
    ("days"): a week and a half is ((1.5, 1.5, WEEK),), "a few days" is ((2, 6, DAY),).
    """

    amounts: tuple[tuple[float, float | None, Granularity], ...]
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set of times: TIMEX3 SET value ("P1W", "XXXX-WXX-3"), quant ("EVERY"), freq ("2X")."""

    value: str
    quant: str | None = None
    freq: str | None = None


class Reference(Enum):
    """A time known only by its side of the moment of speaking."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A phrase that cannot be dated, with the reason in one lowercase sentence."""

    reason: str


TimeValue = Moment | Interval | OneOf | Duration | Recurrence | Reference


def zone_seconds(zone: str) -> int:
    """Seconds east of UTC of "Z" or "+HH:MM"."""
    if zone == "Z":
        return 0
    sign = -1 if zone[0] == "-" else 1
    return sign * (int(zone[1:3]) * 3600 + int(zone[4:6]) * 60)


def year_name(year: int) -> str:
    """How people write an astronomical year: "2015", "44 BC"."""
    return str(year) if year > 0 else f"{1 - year} BC"


def day_problem(year: int | None, month: int, day: int) -> str | None:
    """Why there is no such day in the month (of any year, where the year is None), or None."""
    name = MONTH_NAMES[month - 1]
    if not 1 <= day <= (29 if month == 2 else days_in_month(2000, month)):
        return f"there is no {day} {name}"
    if year is not None and day > days_in_month(year, month):
        return f"{year_name(year)} has no {day} {name}"
    return None


def _problem(moment: Moment) -> str | None:
    """Why the fields name no cell, or None."""
    month, day, week = moment.month, moment.day, moment.week
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month}"
    if day is not None:
        if month is None:
            return f"day {day} has no month"
        if problem := day_problem(moment.year, month, day):
            return problem
    if week is not None and not 1 <= week <= 53:
        return f"there is no week {week}"
    if week is not None and week > weeks_in_year(moment.year):
        return f"{year_name(moment.year)} has no week {week}"
    limits = (
        (moment.hour, 24, "hour"),
        (moment.minute, 59, "minute"),
        (moment.second, 60, "second"),
    )
    for value, most, name in limits:
        if value is not None and not 0 <= value <= most:
            return f"there is no {name} {value}"
    if moment.hour == 24 and (moment.minute or moment.second):
        return "there is no time after 24:00"
    if moment.part is not None and moment.part not in DAYPARTS and moment.part not in YEAR_PARTS:
        return f"there is no part {moment.part} of a day or a year"
    return None


def _month_start(year: int, months: int) -> int:
    """Day number of the first of the month that is `months` (from 0) after January of `year`."""
    return day_number(year + months // 12, months % 12 + 1, 1)


@lru_cache(maxsize=REMEMBERED)
def _cell(m: Moment) -> tuple[int, int]:
    """The named cell in local seconds, half-open."""
    g = m.granularity
    if g in YEARS:
        lo, hi = day_number(m.year, 1, 1), day_number(m.year + YEARS[g], 1, 1)
    elif g in (Granularity.WEEK, Granularity.WEEKEND):
        monday = week_start(m.year, m.week or 1)
        lo, hi = (monday + 5 if g is Granularity.WEEKEND else monday), monday + 7
    elif g in (Granularity.SEASON, Granularity.QUARTER, Granularity.HALF):
        first, length = YEAR_PARTS[m.part or ""]
        lo, hi = _month_start(m.year, first - 1), _month_start(m.year, first - 1 + length)
    elif g is Granularity.MONTH:
        lo = day_number(m.year, m.month or 1, 1)
        hi = lo + days_in_month(m.year, m.month or 1)
    else:
        start = day_number(m.year, m.month or 1, m.day or 1) * DAY_SECONDS
        return _within_day(m, start)
    return lo * DAY_SECONDS, hi * DAY_SECONDS


def _within_day(m: Moment, start: int) -> tuple[int, int]:
    if m.granularity is Granularity.DAY:
        return start, start + DAY_SECONDS
    if m.granularity is Granularity.DAYPART:
        first, last = DAYPARTS[m.part or ""]
        return start + first * 3600, start + last * 3600
    lo = start + (m.hour or 0) * 3600 + (m.minute or 0) * 60 + (m.second or 0)
    width = {Granularity.HOUR: 3600, Granularity.MINUTE: 60}.get(m.granularity, 1)
    return lo, lo + width


def _step(m: Moment, count: int) -> int:
    """Where the natural sub-cell number `count` (from 0) of a cell starts."""
    if m.granularity is Granularity.MONTH:
        return (day_number(m.year, m.month or 1, 1) + count) * DAY_SECONDS
    if m.granularity is Granularity.YEAR:
        return _month_start(m.year, count) * DAY_SECONDS
    return day_number(m.year + count, 1, 1) * DAY_SECONDS


def _share(cell: Extent, first: float, last: float) -> Extent:
    """A share of a cell, widened to whole days (whole minutes within a day)."""
    length = int(cell.hi - cell.lo)
    unit = DAY_SECONDS if length > DAY_SECONDS else 60
    steps = length // unit
    return Extent(cell.lo + unit * floor(steps * first), cell.lo + unit * ceil(steps * last))


def day_of(year: int, month: int, day: int) -> Moment:
    """The cell of a day."""
    return Moment(Granularity.DAY, year, month, day)
