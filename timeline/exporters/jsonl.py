"""JSON Lines: one entry a line, complete in itself."""

from __future__ import annotations

from typing import Literal, TextIO

from ..chronology import SCHEMA, Conflict, DocumentDate, Event, Record, Time, Timeline
from .columns import choose_columns, get_rows
from .json import encode
from .registry import Layout


class Source(Record, frozen=True):
    """A document of an entry, without its text."""

    id: str
    source: str
    title: str | None
    date: DocumentDate


class Mention(Event, frozen=True, kw_only=True):
    """An event of an entry with the words of its sentence."""

    quote: str


class Line(Record, frozen=True, kw_only=True, rename={"schema_": "schema"}):
    """An entry with its events and documents in place of their ids."""

    schema_: Literal["timeline/1"] = SCHEMA
    id: str
    time: Time
    title: str
    events: tuple[Mention, ...]
    documents: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    salience: float | None
    corrected: tuple[Literal["date", "title", "added"], ...] = ()


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """One object a line; with chosen fields, flat objects of these."""
    if layout.fields:
        columns = choose_columns(layout.fields)
        for row in get_rows(timeline):
            stream.write(encode({name: c.read(row) for name, c in columns.items()}) + "\n")
        return
    for line in make_lines(timeline):
        stream.write(encode(line) + "\n")


def make_lines(timeline: Timeline) -> list[Line]:
    """The entries, each with what it refers to."""
    events = {event.id: event for event in timeline.events}
    documents = {document.id: document for document in timeline.documents}

    def mention(event: Event) -> Mention:
        fields = {name: getattr(event, name) for name in event.__struct_fields__}
        span, text = event.sentence, documents[event.document].text
        return Mention(**fields, quote=text[span.start : span.end])

    def source(name: str) -> Source:
        found = documents[name]
        return Source(id=found.id, source=found.source, title=found.title, date=found.date)

    return [
        Line(
            id=entry.id,
            time=entry.time,
            title=entry.title,
            events=tuple(mention(events[name]) for name in entry.events),
            documents=tuple(source(name) for name in entry.documents),
            conflicts=entry.conflicts,
            salience=entry.salience,
            corrected=entry.corrected,
        )
        for entry in timeline.entries
    ]
