"""Markwhen: a line an entry, from an EDTF range of days, or years before Christ.

Its years before 1 are "44 BCE", and know no months: a day of them is told as its year, with the day
in the words. Its ranges have no open side: the known end stands there, and the words and the tag
say that it is one.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TextIO

from ..chronology import Timeline, certainty
from .beyond import Stretch, Years, hold, tell_beyond
from .cells import Point
from .columns import Row, get_rows
from .dates import write_time
from .notes import name_source
from .registry import Layout
from .safe import show_markwhen

YEARS: Years = (-99998, 9999)  # 99999 BCE, and four digits


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """A header, then the entries, each with the words that date it beneath."""
    stream.write("title: Chronology\n\n")
    if left := tell_beyond(timeline, YEARS):
        stream.write(f"// not shown: {left}\n")
    if timeline.undated:
        stream.write(f"// without a date: {len(timeline.undated)}\n")
    for row in get_rows(timeline):
        stretch = hold(row.entry.time, YEARS)
        if isinstance(stretch, Stretch):
            stream.write(f"{write_range(stretch)}: {_words(row)}\n{_dating(row)}\n")


def write_range(stretch: Stretch) -> str:
    """The stretch as Markwhen reads it; both ends are in it.

    The year of 44 BC is "44 BCE", May 2021 is "2021-05", 1914 to 1918 is "1914/1918".
    """
    first, last, unit = stretch.first, stretch.last, stretch.unit
    if first.year < 1:
        start, end = _year(first.year), _year(last.year)
        return start if start == end else f"{start} - {end}"
    if stretch.has_clock and (first.zone is None or _in_utc(stretch)):
        if first.zone is not None:
            start, end = _instant(first), _instant(last)
            return start if start == end else f"{start} - {end}"
        start, end = _minute(first), _minute(last)
        return start if start == end else f"{start}/{end}"
    length = {"year": 4, "month": 7}.get(unit, 10)
    start, end = _day(first)[:length], _day(last)[:length]
    return start if start == end else f"{start}/{end}"


def _words(row: Row) -> str:
    """Title and date; what is not exact has its certainty as a tag, and its status."""
    time = row.entry.time
    tags = [certainty(time)]
    if row.event.status != "happened":
        tags.append(row.event.status)  # type: ignore[arg-type]
    told = show_markwhen(row.entry.title)
    return " ".join([told, f"({write_time(time)})", *(f"#{tag}" for tag in tags)])


def _dating(row: Row) -> str:
    """Starts with a quote sign, which starts neither a date nor a property."""
    words = ", ".join(row.words)
    return f'  "{show_markwhen(words)}" in {show_markwhen(name_source(row))}'


def _year(year: int) -> str:
    return f"{1 - year} BCE" if year < 1 else f"{year} CE"


def _day(point: Point) -> str:
    return f"{point.year:04}-{point.month:02}-{point.day:02}"


def _minute(point: Point) -> str:
    """A clock time without a zone; Markwhen has no seconds there."""
    assert point.clock
    return f"{_day(point)} {point.clock[:5]}"


def _in_utc(stretch: Stretch) -> bool:
    """Whether a zone's clock times stay within the years that Markwhen reads."""
    return stretch.first.date > (1, 1, 1) and stretch.last.date < (9999, 12, 31)


def _instant(point: Point) -> str:
    zone = "+00:00" if point.zone in (None, "Z") else point.zone
    clock = f"{point.clock}:00"[:8]
    said = datetime.fromisoformat(f"{date(*point.date).isoformat()}T{clock}{zone}")
    return said.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
