"""What is made of documents: entries with their conflicts, what is undated, and provenance."""

from __future__ import annotations

from typing import Final, Literal

from .documents import Document, Event, Expression, Record, Time

SCHEMA: Final = "timeline/1"


class Conflict(Record, frozen=True):
    """Another time that a source gives for the same entry, with its evidence.

    `note` says why it gave way to the entry's own time; `quote` is the event's sentence.
    """

    event: str
    time: Time
    note: str
    quote: str = ""


class Entry(Record, frozen=True):
    """One row of the chronology: an event with all its mentions.

    `corrected`: what of it a person gave, not the text.
    """

    id: str
    time: Time
    title: str
    events: tuple[str, ...]
    documents: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    salience: float | None
    corrected: tuple[Literal["date", "title", "added"], ...] = ()


class Correction(Record, frozen=True):
    """What a person changed about one entry; a chronology keeps them in the order they were made.

    `source` is the table that says so, `trigger` and `quote` the event's word and sentence. `was`
    is the entry before (null: it is new), `now` after (null: it was taken out). `applied` is false
    where the documents no longer have anything like it.
    """

    source: str
    trigger: str
    quote: str
    was: Entry | None
    now: Entry | None
    applied: bool = True


class Undated(Record, frozen=True):
    """An event that is not in the chronology, and why."""

    event: str
    reason: str


class Link(Record, frozen=True):
    """What a document says of the order of two of its events, without a date.

    `relation` is TimeML's relType of `event` to `other`; `sieve` the kind of evidence, `signal` its
    word.
    """

    event: str
    relation: str
    other: str
    sieve: str
    signal: str | None


class Failure(Record, frozen=True):
    """A source that could not be read or processed, and why."""

    source: str
    reason: str


class Gap(Record, frozen=True):
    """Days, both inclusive, between two entries (their ids) of which nothing is told."""

    after: str
    before: str
    first_day: str
    last_day: str
    days: int


class Provenance(Record, frozen=True):
    """What made this chronology: the same provenance and input give the same bytes."""

    version: str
    model: str
    rules: str
    options: dict[str, str | int | float | bool | None]
    reading_date: str | None


class Timeline(Record, frozen=True, kw_only=True, rename={"schema_": "schema"}):
    """A chronology with its sources, expressions, events, and what could not be dated.

    `gaps` are told on request only.
    """

    schema_: Literal["timeline/1"] = SCHEMA
    provenance: Provenance
    documents: tuple[Document, ...]
    expressions: tuple[Expression, ...]
    events: tuple[Event, ...]
    entries: tuple[Entry, ...]
    undated: tuple[Undated, ...]
    failures: tuple[Failure, ...]
    gaps: tuple[Gap, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()
