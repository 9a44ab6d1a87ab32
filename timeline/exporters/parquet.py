"""A Parquet table: a typed row an entry, its events, documents, evidence and conflicts as lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from ..chronology import Bounds, Conflict, Entry, Event, Time, Timeline, certainty
from .cells import read_point
from .columns import get_rows
from .dates import write_time
from .json import encode
from .registry import Layout
from .safe import mend_surrogates

_BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
_TEXT, _NUMBER, _TEXTS = pa.string(), pa.int64(), pa.list_(pa.string())
_EVIDENCE = pa.list_(
    pa.struct(
        [
            ("expression", _TEXT), ("text", _TEXT), ("start", _NUMBER), ("end", _NUMBER),
            ("note", _TEXT),
        ]
    )
)  # fmt: skip
_TIME = [
    *((name, _TEXT) for name in _BOUNDS),
    ("date", _TEXT), ("certainty", _TEXT), ("shape", _TEXT), ("granularity", _TEXT),
    ("value", _TEXT), ("edtf", _TEXT), ("basis", _TEXT), ("relation", _TEXT), ("sieve", _TEXT),
    ("confidence", pa.float64()), ("evidence", _EVIDENCE),
]  # fmt: skip
_EVENT = pa.struct(
    [
        ("id", _TEXT), ("document", _TEXT), ("start", _NUMBER), ("end", _NUMBER),
        ("trigger", _TEXT), ("title", _TEXT), ("class", _TEXT), ("status", _TEXT),
        ("sentence", _TEXT), ("line", _NUMBER), ("page", _NUMBER), ("participants", _TEXTS),
        ("places", _TEXTS), ("attributed_to", _TEXT),
    ]
)  # fmt: skip
_CONFLICT = pa.struct([("event", _TEXT), ("note", _TEXT), ("quote", _TEXT), *_TIME])
SCHEMA = pa.schema(
    [
        ("id", _TEXT), ("title", _TEXT), ("status", _TEXT), *_TIME,
        *((f"{name}_day", pa.date32()) for name in _BOUNDS),
        ("source", _TEXT), ("documents", _TEXTS), ("events", pa.list_(_EVENT)),
        ("conflicts", pa.list_(_CONFLICT)), ("salience", pa.float64()),
    ]
)  # fmt: skip


def write(timeline: Timeline, stream: BinaryIO, layout: Layout) -> None:
    """One table; what made it, and how much is undated or failed, stands in the file's metadata."""
    told = {
        "timeline.schema": timeline.schema_,
        "timeline.provenance": encode(timeline.provenance),
        "timeline.undated": str(len(timeline.undated)),
        "timeline.failures": str(len(timeline.failures)),
    }
    rows = [_clean(row) for row in _make_rows(timeline)]
    table = pa.Table.from_pylist(rows, schema=SCHEMA.with_metadata(told))
    made = pa.BufferOutputStream()
    pq.write_table(table, made, compression="snappy")
    stream.write(made.getvalue().to_pybytes())


def _make_rows(timeline: Timeline) -> Iterator[dict[str, Any]]:
    texts = {document.id: document.text for document in timeline.documents}
    events = {event.id: event for event in timeline.events}
    for row in get_rows(timeline):
        entry = row.entry
        yield {
            "id": entry.id,
            "title": entry.title,
            "status": row.event.status,
            **_time(entry.time),
            **_days(entry),
            "source": row.document.source,
            "documents": list(entry.documents),
            "events": [_event(events[name], texts) for name in entry.events],
            "conflicts": [_conflict(one) for one in entry.conflicts],
            "salience": entry.salience,
        }


def _time(time: Time) -> dict[str, Any]:
    return {
        **_bounds("begin", time.begin),
        **_bounds("end", time.end),
        "date": write_time(time),
        "certainty": certainty(time),
        "shape": time.shape,
        "granularity": time.granularity,
        "value": time.value,
        "edtf": time.edtf,
        "basis": time.basis,
        "relation": time.relation,
        "sieve": time.sieve,
        "confidence": time.confidence,
        "evidence": msgspec.to_builtins(time.evidence),
    }


def _bounds(name: str, bounds: Bounds) -> dict[str, str | None]:
    return {f"{name}_earliest": bounds.earliest, f"{name}_latest": bounds.latest}


def _days(entry: Entry) -> dict[str, date | None]:
    """The bounds as days, where the calendar of most readers has them: the years 1 to 9999.

    Of a clock time the day as it is written, whatever its zone.
    """
    known = {**_bounds("begin", entry.time.begin), **_bounds("end", entry.time.end)}
    days = {}
    for name, text in known.items():
        point = read_point(text) if text else None
        held = point is not None and date.min.year <= point.year <= date.max.year
        days[f"{name}_day"] = date(*point.date) if point and held else None
    return days


def _event(event: Event, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "id": event.id,
        "document": event.document,
        "start": event.start,
        "end": event.end,
        "trigger": event.trigger,
        "title": event.title,
        "class": event.class_,
        "status": event.status,
        "sentence": texts[event.document][event.sentence.start : event.sentence.end],
        "line": event.locator.line,
        "page": event.locator.page,
        "participants": [one.text for one in event.participants],
        "places": [one.text for one in event.places],
        "attributed_to": event.attributed_to,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "event": conflict.event,
        "note": conflict.note,
        "quote": conflict.quote,
        **_time(conflict.time),
    }


def _clean(data: Any) -> Any:
    """The same without lone surrogates, which UTF-8 has no room for."""
    if isinstance(data, str):
        return mend_surrogates(data)
    if isinstance(data, dict):
        return {key: _clean(value) for key, value in data.items()}
    return [_clean(item) for item in data] if isinstance(data, list | tuple) else data
