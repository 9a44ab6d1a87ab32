"""The JSON of Knight Lab's TimelineJS, whose texts are HTML.

A date has only the fields that the bounds give: a year is {"year": 2018}, never a day of it. What
people read is `display_date`; the dates are for the axis.
"""

from __future__ import annotations

import re
from typing import Any, TextIO

from ..chronology import Timeline
from .beyond import Stretch, Years, hold, tell_beyond
from .cells import Point
from .columns import Row, get_rows
from .dates import describe_date
from .json import encode
from .notes import make_notes, tell_when
from .registry import Layout
from .safe import show_html

YEARS: Years = (-271820, 275759)  # what JavaScript's Date holds; beyond, TimelineJS has years only
_ID = re.compile(r"[^A-Za-z0-9_-]")

Json = dict[str, Any]


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """One object: the documents as the title, the entries as events."""
    events = []
    for row in get_rows(timeline):
        stretch = hold(row.entry.time, YEARS)
        if isinstance(stretch, Stretch):
            events.append(_make_slide(row, stretch))
    stream.write(encode({"title": _make_title(timeline), "events": events}, indent=2) + "\n")


def _make_title(timeline: Timeline) -> Json:
    lines = [f"{d.source}: {describe_date(d)}" for d in timeline.documents]
    if left := tell_beyond(timeline, YEARS):
        lines.append(f"Not shown: {left}")
    if timeline.undated:
        lines.append(f"Without a date: {len(timeline.undated)}")
    return {"text": {"headline": "Chronology", "text": _paragraphs(lines)}, "autolink": False}


def _make_slide(row: Row, stretch: Stretch) -> Json:
    slide: Json = {"unique_id": _ID.sub("-", row.entry.id), "start_date": _date(stretch, True)}
    end = _date(stretch, False)
    if end != slide["start_date"]:
        slide["end_date"] = end
    # The event's, and not only its dates', so that the axis does not tell a day either.
    slide["display_date"] = tell_when(row)
    slide["autolink"] = False
    lines = [line for line in make_notes(row) if not line.startswith("When: ")]
    slide["text"] = {"headline": show_html(row.entry.title), "text": _paragraphs(lines)}
    return slide


def _date(stretch: Stretch, start: bool) -> Json:
    point, unit = stretch.first if start else stretch.last, stretch.unit
    fields: Json = {"year": point.year}
    if unit != "year":
        fields["month"] = point.month
    if unit in ("day", "clock"):
        fields["day"] = point.day
    return {**fields, **_clock(point)}


def _clock(point: Point) -> Json:
    """The clock time as the text has it: TimelineJS knows no zones, `display_date` tells it."""
    if point.clock is None:
        return {}
    names = ("hour", "minute", "second")
    return dict(zip(names, map(int, point.clock.split(":")), strict=False))


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{show_html(line)}</p>" for line in lines)
