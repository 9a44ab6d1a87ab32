"""JSON Lines for Timesketch: `message`, `datetime`, `timestamp`, `timestamp_desc`, and attributes.

Timesketch knows only instants. Of a day it gets midnight UTC, of a stretch its first day and of
what has a begin and an end a line each; `timestamp_desc` says which, and how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TextIO

from ..chronology import Bounds, Timeline, certainty
from ..temporal.axis import DAY_SECONDS, civil
from ..temporal.edtf import parse_date
from .beyond import Stretch, Years, hold
from .cells import read_point
from .columns import Row, get_rows
from .dates import write_time
from .json import encode
from .notes import head
from .registry import Layout

YEARS: Years = (1, 9999)  # Python's dates, which the importer reads with


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """A line an instant, two for what has a begin and an end."""
    for row in get_rows(timeline):
        if isinstance(hold(row.entry.time, YEARS), Stretch):
            for line in _make_lines(row):
                stream.write(encode(line) + "\n")


def _make_lines(row: Row) -> Iterator[dict[str, Any]]:
    time = row.entry.time
    roles = {"Event": time.begin}
    if time.shape == "interval":
        roles = {"Begin": time.begin, "End": time.end}
    # What is still going on has an end that is not before a day, and so none to tell.
    wanted = {name: b for name, b in roles.items() if name != "End" or b.latest is not None}
    made = [_make_line(row, name, b) for name, b in wanted.items() if b.earliest or b.latest]
    if made:
        yield from made
    else:
        yield _make_line(row, "Going on", time.end)


def _make_line(row: Row, role: str, bounds: Bounds) -> dict[str, Any]:
    text = bounds.earliest or bounds.latest
    assert text
    point, sure = read_point(text), certainty(row.entry.time)
    edge = "time" if point.clock else "day"
    if bounds.earliest != bounds.latest:
        edge = f"{'earliest' if bounds.earliest else 'latest'} {edge}"
    if point.clock and point.zone is None:
        edge = f"{edge}, zone not told"
    seconds = _seconds(text)
    time, event, document = row.entry.time, row.event, row.document
    return {
        "message": head(row),
        "datetime": _iso(seconds),
        "timestamp": seconds * 1_000_000,
        "timestamp_desc": f"{role}, {edge} ({sure})",
        "data_type": "timeline:entry",
        "tag": list(dict.fromkeys([sure, event.status])),
        "title": row.entry.title,
        "date": write_time(time),
        "begin_earliest": time.begin.earliest,
        "begin_latest": time.begin.latest,
        "end_earliest": time.end.earliest,
        "end_latest": time.end.latest,
        "edtf": time.edtf,
        "words": "; ".join(row.words),
        "sentence": row.sentence,
        "source": document.source,
        "line": event.locator.line,
        "page": event.locator.page,
        "document": document.id,
        "entry": row.entry.id,
    }


def _seconds(text: str) -> int:
    """Seconds from 1970 to it in UTC; a day is its midnight, and what names no zone is UTC."""
    moment = parse_date(text)
    seconds = int(moment.cell.lo)
    # At the ends of the calendar the day in UTC may be none that the importer reads.
    if YEARS[0] <= civil(seconds // DAY_SECONDS)[0] <= YEARS[1]:
        return seconds
    return int(replace(moment, zone=None).cell.lo)


def _iso(seconds: int) -> str:
    day, rest = divmod(seconds, DAY_SECONDS)
    year, month, day_of_month = civil(day)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{year:04}-{month:02}-{day_of_month:02}T{clock}+00:00"
