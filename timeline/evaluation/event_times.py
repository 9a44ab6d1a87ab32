"""TimeBank-EventTime: the time of every event of some TimeBank documents, as people told it.

A line gives document, sentence, token, "event", the event's id, an instance, "time", and a value:
`1998-01-08`, `after...before...` (one day, not known which), or `beginPoint=...endPoint=...`
(several days). Bounds are inclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import ReadError
from ..temporal.axis import day_number
from .moments import Range, When, round_month

COLUMNS = 8
_POINT = re.compile(r"(after|before|)(\d{4})-(\d\d)-(\d\d)")
_UNKNOWN = "xxxx-xx-xx"


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event of a document happened; `when` is None where people could not tell."""

    document: str
    event_id: str
    value: str
    when: When | None


def is_event_times_file(path: Path) -> bool:
    """Whether the first line of a file looks like an event's time."""
    with path.open("rb") as stream:
        cells = stream.readline(1000).rstrip(b"\n").split(b"\t")
    return len(cells) == COLUMNS and cells[3] == b"event" and cells[6] == b"time"


def read_event_times(path: Path) -> Iterator[EventTime]:
    """The rows of a file. Raises ReadError."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            raise ReadError(f"{path}: line {number} has {len(cells)} columns, not {COLUMNS}")
        yield EventTime(cells[0], cells[4], cells[7], read_when(cells[7]))


def read_when(value: str) -> When | None:
    """The days that a value means; None for "n/a", lists, and what is no value.

    >>> read_when("after1970-01-01before1970-01-31")
    When(begin=(0, 30), end=(0, 30), several=False)
    """
    if value.startswith("beginPoint="):
        begin, _, end = value.removeprefix("beginPoint=").partition("endPoint=")
        first, last = _range(begin), _range(end)
        return round_month(When(first, last, True)) if first and last else None
    day = _range(value)
    return round_month(When(day, day)) if day else None


def _range(text: str) -> Range | None:
    if text == _UNKNOWN:
        return None, None
    first: int | None = None
    last: int | None = None
    at = 0
    for point in _POINT.finditer(text):
        if point.start() != at:
            return None
        at = point.end()
        day = day_number(*(int(field) for field in point.groups()[1:]))
        if point[1] in ("after", ""):
            first = day
        if point[1] in ("before", ""):
            last = day
    return (first, last) if at == len(text) and at else None
