"""What days, months, years, longer cells and the stretches between them are called.

"Sun 2 Jan 2022", "week of 3 May 2021", "summer 2021", "4th century AD", "49-44 BC".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..chronology import Time
from ..temporal.axis import day_number, days_in_month, weekday
from ..temporal.edtf import parse_date
from ..temporal.granularity import YEARS, Granularity
from ..temporal.naming import WEEKDAY_NAMES
from ..temporal.values import MONTH_NAMES

MONTHS = tuple(name[:3] for name in MONTH_NAMES)
WEEKDAYS = tuple(name[:3] for name in WEEKDAY_NAMES)
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
DAYPARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
            "DT": "daytime"}  # fmt: skip
# First full year of the Gregorian calendar: before it weekdays are not those lived.
_GREGORIAN = 1583
# Words for a day of the Julian calendar, which is another weekday than ours.
_OLD_STYLE = re.compile(r"\bO\.S\.|\bold style\b|\bJulian\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One bound: a day, with a clock time and its zone where the text gives them."""

    year: int
    month: int
    day: int
    clock: str | None = None
    zone: str | None = None

    @property
    def date(self) -> tuple[int, int, int]:
        """Year, month, day."""
        return self.year, self.month, self.day


def read_point(text: str) -> Point:
    """Read a bound of the contract: "2022-01-02", "-0043-03-15", "2024-05-06T06:10Z"."""
    moment = parse_date(text)
    clock = None
    if moment.hour is not None:
        clock = f"{moment.hour:02}:{moment.minute or 0:02}"
        clock += f":{moment.second:02}" if moment.second is not None else ""
    return Point(moment.year, moment.month or 1, moment.day or 1, clock, moment.zone)


def write_year(year: int) -> str:
    """A year with its era where it is not plain; years are astronomical: -43 is 44 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def write_point(point: Point) -> str:
    """A day, with its clock time where it has one."""
    text = f"{point.day} {MONTHS[point.month - 1]} {write_year(point.year)}"
    return f"{text} {write_clock(point)}" if point.clock else text


def write_clock(point: Point) -> str:
    """A clock time with its zone."""
    zone = {"Z": " UTC", None: ""}.get(point.zone, f" {point.zone}")
    return f"{point.clock}{zone}"


def _is_old_style(time: Time) -> bool:
    return any(_OLD_STYLE.search(one.text or "") for one in time.evidence)


def write_day(point: Point, time: Time | None) -> str:
    """One day or clock time, with its weekday and the part of the day that the words name."""
    text = write_point(point)
    if point.year >= _GREGORIAN and not (time and _is_old_style(time)):
        text = f"{WEEKDAYS[weekday(day_number(*point.date))]} {text}"
    part = DAYPARTS.get((time.value or "").rpartition("T")[2]) if time else None
    return f"{text}, {part}" if part else text


def write_cell(first: Point, last: Point, time: Time) -> str | None:
    """A month, year, week, season ... by its name, or None where the bounds are not such a cell."""
    if first.clock or last.clock:
        return None
    part = (time.value or "").rpartition("-")[2]
    year = write_year(first.year)
    if time.granularity == "season" and part in SEASONS:
        return f"{SEASONS[part]} {year if first.year == last.year else _write_turn(first, last)}"
    if time.granularity in {"quarter", "half"} and re.fullmatch(r"Q[1-4]|H[12]", part):
        return f"{part} {year}"
    if time.granularity == "week" and _days(first, last) == 7:
        return f"week of {write_point(first)}"
    if time.granularity == "weekend" and _days(first, last) == 2:
        return f"weekend of {write_range(first, last)}"
    return write_whole(first, last)


def _write_turn(first: Point, last: Point) -> str:
    """A winter's two years: "2022/23", "48/47 BC", "1 BC/AD 1"."""
    if last.year <= 0:
        return f"{1 - first.year}/{1 - last.year} BC"
    if first.year <= 0:
        return f"{write_year(first.year)}/{write_year(last.year)}"
    return f"{write_year(first.year)}/{last.year % 100:02}"


def write_whole(first: Point, last: Point) -> str | None:
    """Whole months, years, decades and centuries, by what they are called."""
    if first.day != 1 or last.day != days_in_month(last.year, last.month):
        return None
    if first.date[:2] == last.date[:2]:
        return f"{MONTHS[first.month - 1]} {write_year(first.year)}"
    if (first.month, last.month) != (1, 12):
        return None
    years = last.year - first.year + 1
    if years == 1:
        return write_year(first.year)
    if years == 10 and first.year % 10 == 0 and first.year >= 1000:
        return f"{first.year}s"
    if years == 100:
        return write_century(first.year)
    return None


def write_century(first: int) -> str | None:
    """A century by its number, with its era where it is not plain; None for any 100 years.

    The 4th century is told as 300 to 399, the 4th century BC as 400 to 301 BC.
    """
    if first < 0:
        return f"{_ordinal((1 - first) // 100)} century BC" if (1 - first) % 100 == 0 else None
    name = f"{_ordinal(first // 100 + 1)} century"
    return None if first % 100 else name if first >= 1000 else f"{name} AD"


def write_edge(point: Point, granularity: str, *, ends: bool) -> str:
    """A bound by the month, year or longer cell that begins or `ends` there and no closer.

    "2025-10-31" of a month is "Oct 2025", "1899-12-31" of a century "the end of the 19th century".
    """
    told = Granularity[granularity.upper()]
    edge = (12, days_in_month(point.year, point.month)) if ends else (1, 1)
    if told < Granularity.MONTH or point.clock or point.day != edge[1]:
        return write_point(point)
    if told < Granularity.YEAR or point.month != edge[0]:
        return f"{MONTHS[point.month - 1]} {write_year(point.year)}"
    size = YEARS[told]
    first = point.year - size + 1 if ends else point.year
    named = write_whole(Point(first, 1, 1), Point(first + size - 1, 12, 31))
    if size == 1 or named is None:
        return write_year(point.year)
    return f"the end of the {named}" if ends else f"the {named}"


def write_range(first: Point, last: Point) -> str:
    """From one bound to the other, with what they share said once."""
    if first.clock or last.clock:
        if first.date == last.date and first.clock and last.clock and first.zone == last.zone:
            start, end = write_clock(first).split(" ")[0], write_clock(last)
            return f"{write_day(Point(*first.date), None)} {start}-{end}"
        return f"{write_point(first)} - {write_point(last)}"
    if first.date == last.date:
        return write_day(first, None)
    starts = first.day == 1
    if starts and last.day == days_in_month(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return join_years(first.year, last.year)
        if first.date[:2] == last.date[:2]:
            return f"{MONTHS[first.month - 1]} {write_year(first.year)}"
        start, end = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {write_year(last.year)}"
        same = first.year == last.year
        return f"{start}-{end}" if same else f"{start} {write_year(first.year)} - {end}"
    if first.year != last.year:
        return f"{write_point(first)} - {write_point(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} - {write_point(last)}"
    return f"{first.day}-{write_point(last)}"


def join_years(first: int, last: int) -> str:
    """From one year to another: "1914-1933", "AD 360-399", "27 BC - AD 14"."""
    if first <= 0 and last <= 0:
        return f"{1 - first}-{1 - last} BC" if first != last else write_year(first)
    if first == last or first <= 0:
        return write_year(first) if first == last else f"{write_year(first)} - {write_year(last)}"
    return f"{write_year(first)}-{last}"


def _days(first: Point, last: Point) -> int:
    return day_number(*last.date) - day_number(*first.date) + 1


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
