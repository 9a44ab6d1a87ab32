"""A Mermaid timeline diagram: a period of each date, its events, and sections by year."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from ..chronology import Entry, Timeline
from ..temporal.granularity import Granularity
from .beyond import find_stretch
from .columns import Row, get_rows
from .dates import write_time
from .registry import Layout
from .safe import show_mermaid

# Certainties that a date tells by itself: "Mar 2021", "by 7 Jan 2022", "1914-1933".
_TOLD = frozenset({"exact", *(g.name.lower() for g in Granularity), "before", "after", "period"})
LONGEST = 160  # characters of a title: a box of the diagram; all of it may have 50,000


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """Consecutive entries of one date share a period."""
    stream.write("timeline\n    title Chronology\n")
    for section, rows in groupby(get_rows(timeline), lambda row: _section(row.entry)):
        stream.write(f"    section {section}\n")
        for when, same in groupby(rows, lambda row: write_time(row.entry.time)):
            period = f"        {show_mermaid(when)}"
            for row in same:
                stream.write(f"{period} : {_event(row)}\n")
                period = " " * 8


def _section(entry: Entry) -> str:
    """The year in which it begins or, where only its end is told, ends."""
    stretch = find_stretch(entry.time)
    if stretch is None:
        return "undated"
    year = (stretch.last if stretch.starts_open else stretch.first).year
    return str(year) if year > 0 else f"{1 - year} BC"


def _event(row: Row) -> str:
    """The title with what the date, as people write it, does not say itself."""
    title = row.entry.title
    said = [word for word in row.standing.split(", ") if word not in _TOLD]
    if len(title) > LONGEST:
        title = f"{title[:LONGEST].rstrip()}…"
    return show_mermaid(f"{title} ({', '.join(said)})" if said else title)
