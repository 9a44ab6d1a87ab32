"""Dates as people write them, from the bounds of the output contract.

"Sun 2 Jan 2022", "4-8 Jan 2022 (uncertain)", "by 7 Jan 2022", "1914-1933", "summer 2021", "44 BC".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..chronology import Bounds, Document, Gap, Time
from ..temporal.axis import day_number, days_in_month, weekday
from ..temporal.edtf import parse_date
from ..temporal.naming import WEEKDAY_NAMES
from ..temporal.values import MONTH_NAMES
from .safe import show

MONTHS = tuple(name[:3] for name in MONTH_NAMES)
WEEKDAYS = tuple(name[:3] for name in WEEKDAY_NAMES)
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
DAYPARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
            "DT": "daytime"}  # fmt: skip
# First full year of the Gregorian calendar: before it weekdays are not those lived.
_GREGORIAN = 1583
# A day of the Julian calendar, as the words say: its weekday is another one.
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


def write_time(time: Time) -> str:
    """Say when an event or entry happened, in a few words."""
    if time.shape == "interval":
        return _write_interval(time)
    first, last = _bound(time.begin.earliest), _bound(time.end.latest)
    if first is None and last is None:
        return "undated"
    if first is None:
        return f"by {_write_point(last)}" if last else "undated"
    if last is None:
        return f"not before {_write_point(first)}"
    if first == last:
        return _write_day(first, time)
    if first.date == last.date and (first.clock or last.clock):
        return _write_within_day(first, last)
    cell = _write_cell(first, last, time)
    return cell or f"{_write_range(first, last)} (uncertain)"


def _write_within_day(first: Point, last: Point) -> str:
    """An instant of one day that some hours of it hold: "Fri 3 May 2024, by 06:10"."""
    day = _write_day(Point(*first.date), None)
    if not last.clock:
        return f"{day}, from {_write_clock(first)}"
    if not first.clock:
        return f"{day}, by {_write_clock(last)}"
    start = _write_clock(first)
    start = start.split(" ")[0] if first.zone == last.zone else start
    return f"{day}, between {start} and {_write_clock(last)}"


def write_date(iso: str) -> str:
    """An ISO 8601 day, month or year as people write it: "Mon 10 Jan 2022", "Mar 2021", "1914"."""
    moment = parse_date(iso)
    if moment.day:
        return _write_day(read_point(iso), None)
    year = write_year(moment.year)
    return f"{MONTHS[moment.month - 1]} {year}" if moment.month else year


def write_days(first: str, last: str) -> str:
    """From one ISO 8601 day to another as people write it: "Mar 2021", "3-11 May 2021"."""
    start, end = read_point(first), read_point(last)
    return _write_whole(start, end) or _write_range(start, end)


def write_gap(gap: Gap) -> str:
    """The days of a gap as people write them."""
    return _write_range(read_point(gap.first_day), read_point(gap.last_day))


def describe_date(document: Document) -> str:
    """Say a document's date and how it was found, in one line."""
    date = document.date
    if date.value is None:
        return "no document date" + (f" ({show(date.note)})" if date.note else "")
    how = "; ".join(show(part) for part in (date.basis, date.note) if part)
    return f"document date {date.value}" + (f" ({how})" if how else "")


def _bound(text: str | None) -> Point | None:
    return read_point(text) if text else None


def write_year(year: int) -> str:
    """A year with its era where it is not plain; years are astronomical: -43 is 44 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def _write_point(point: Point) -> str:
    text = f"{point.day} {MONTHS[point.month - 1]} {write_year(point.year)}"
    return f"{text} {_write_clock(point)}" if point.clock else text


def _write_clock(point: Point) -> str:
    zone = {"Z": " UTC", None: ""}.get(point.zone, f" {point.zone}")
    return f"{point.clock}{zone}"


def _is_old_style(time: Time) -> bool:
    return any(_OLD_STYLE.search(one.text) for one in time.evidence)


def _write_day(point: Point, time: Time | None) -> str:
    """One day or clock time, with its weekday and the part of the day that the words name."""
    text = _write_point(point)
    if point.year >= _GREGORIAN and not (time and _is_old_style(time)):
        text = f"{WEEKDAYS[weekday(day_number(*point.date))]} {text}"
    part = DAYPARTS.get((time.value or "").rpartition("T")[2]) if time else None
    return f"{text}, {part}" if part else text


def _write_cell(first: Point, last: Point, time: Time) -> str | None:
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
        return f"week of {_write_point(first)}"
    if time.granularity == "weekend" and _days(first, last) == 2:
        return f"weekend of {_write_range(first, last)}"
    return _write_whole(first, last)


def _write_turn(first: Point, last: Point) -> str:
    """A winter's two years: "2022/23", "48/47 BC", "1 BC/AD 1"."""
    if last.year <= 0:
        return f"{1 - first.year}/{1 - last.year} BC"
    if first.year <= 0:
        return f"{write_year(first.year)}/{write_year(last.year)}"
    return f"{write_year(first.year)}/{last.year % 100:02}"


def _write_whole(first: Point, last: Point) -> str | None:
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


def _write_range(first: Point, last: Point) -> str:
    """From one bound to the other, with what they share said once."""
    if first.clock or last.clock:
        if first.date == last.date and first.clock and last.clock and first.zone == last.zone:
            start, end = _write_clock(first).split(" ")[0], _write_clock(last)
            return f"{_write_day(Point(*first.date), None)} {start}-{end}"
        return f"{_write_point(first)} - {_write_point(last)}"
    if first.date == last.date:
        return _write_day(first, None)
    starts = first.day == 1
    if starts and last.day == days_in_month(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return _join_years(first.year, last.year)
        if first.date[:2] == last.date[:2]:
            return f"{MONTHS[first.month - 1]} {write_year(first.year)}"
        start, end = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {write_year(last.year)}"
        same = first.year == last.year
        return f"{start}-{end}" if same else f"{start} {write_year(first.year)} - {end}"
    if first.year != last.year:
        return f"{_write_point(first)} - {_write_point(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} - {_write_point(last)}"
    return f"{first.day}-{_write_point(last)}"


def _join_years(first: int, last: int) -> str:
    if first <= 0 and last <= 0:
        return f"{1 - first}-{1 - last} BC" if first != last else write_year(first)
    if first <= 0 or last < 1000:
        return f"{write_year(first)} - {write_year(last)}"
    return f"{first}-{last}" if first != last else str(first)


def _write_interval(time: Time) -> str:
    """What lasted: its start and its end, each as exact as the text has it."""
    going_on = time.end.earliest is not None and time.end.latest is None
    start, end = _write_end(time.begin), "" if going_on else _write_end(time.end)
    if not end:
        since = f"since {start}" if start else ""
        return ", ".join(filter(None, [since, "still going on" * going_on])) or "undated"
    if not start:
        return f"until {end}"
    first, last = _bound(time.begin.earliest), _bound(time.end.latest)
    exact = time.begin.earliest == time.begin.latest and time.end.earliest == time.end.latest
    if first and last and exact:
        whole = None if first.clock or last.clock else _write_whole(first, last)
        return f"all of {whole}" if whole else _write_range(first, last)
    if first and last and _is_year(time.begin) and _is_year(time.end):
        return _join_years(first.year, last.year)
    return start if start == end else f"{start} - {end}"


def _write_end(bounds: Bounds) -> str:
    """One end of an interval; empty where nothing bounds it."""
    first, last = _bound(bounds.earliest), _bound(bounds.latest)
    if first and last:
        if first == last:
            return _write_point(first)
        return _write_whole(first, last) or f"({_write_range(first, last)})"
    if last:
        return f"(by {_write_point(last)})"
    return f"(not before {_write_point(first)})" if first else ""


def _is_year(bounds: Bounds) -> bool:
    first, last = _bound(bounds.earliest), _bound(bounds.latest)
    if not first or not last or first.year != last.year or first.clock or last.clock:
        return False
    return first.date[1:] == (1, 1) and last.date[1:] == (12, 31)


def _days(first: Point, last: Point) -> int:
    return day_number(*last.date) - day_number(*first.date) + 1


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
