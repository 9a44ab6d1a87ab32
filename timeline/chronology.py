"""The chronology as users get it: the records of the output contract "timeline/1", and their order.

Every key is always present, null when unknown. Fields may be added within timeline/1, never renamed.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA = "timeline/1"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every output record: immutable, keys in the order of the fields."""


class Bounds(Record):
    """Inclusive ISO 8601 days or date-times; years before 1 are astronomical; null is not bounded."""

    earliest: str | None
    latest: str | None


class Evidence(Record):
    """Words of a text that date an event. `expression` is an expression's id, or the id of a document's date."""

    expression: str | None
    text: str | None
    start: int | None
    end: int | None
    note: str | None


class Time(Record):
    """When an event or entry happened (HOUSE: output contract)."""

    value: str | None
    edtf: str | None
    shape: Literal["instant", "interval"]
    begin: Bounds
    end: Bounds
    granularity: str
    basis: Literal["expression", "relative", "document-date", "event", "inferred"]
    relation: str
    sieve: str
    evidence: tuple[Evidence, ...]
    confidence: float | None


class DateEvidence(Record):
    """The words that give a document's date."""

    text: str
    start: int | None
    end: int | None


class DateAlternative(Record):
    """Another date that the document might have, and why it was not taken."""

    value: str
    reason: str


class DocumentDate(Record):
    """A document's own date; value null when it has none, with the reason in `note`."""

    value: str | None
    basis: str | None
    evidence: DateEvidence | None
    note: str | None
    confidence: float | None
    alternatives: tuple[DateAlternative, ...]


class Document(Record):
    """One source text."""

    id: str
    source: str
    title: str | None
    language: str
    text: str
    date: DocumentDate
    warnings: tuple[str, ...]


class Expression(Record):
    """One temporal expression; `reason` says why it is unresolved."""

    id: str
    document: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET", "INTERVAL"]
    value: str | None
    mod: str | None
    edtf: str | None
    first_day: str | None
    last_day: str | None
    granularity: str | None
    stated: tuple[str, ...]
    anchor_id: str | None
    ends: tuple[str, ...]
    rule: str
    reason: str | None


class Span(Record):
    """Half-open offsets."""

    start: int
    end: int


class Locator(Record):
    """Where a person finds it: line (from 1) and, in paged sources, page."""

    line: int | None
    page: int | None


class Participant(Record):
    """Someone or something that takes part in an event."""

    text: str
    start: int
    end: int
    role: str
    type: str | None


class Event(Record, rename={"class_": "class"}):
    """One mention of a happening. `time` is null when nothing bounds it."""

    id: str
    document: str
    start: int
    end: int
    trigger: str
    lemma: str
    pos: str
    class_: str
    tense: str
    aspect: str
    polarity: str
    modality: str | None
    status: str
    title: str
    sentence: Span
    locator: Locator
    participants: tuple[Participant, ...]
    places: tuple[Participant, ...]
    attributed_to: str | None
    time: Time | None
    confidence: float | None


class Conflict(Record):
    """Another time that a source gives for the same entry, with its evidence."""

    event: str
    time: Time
    note: str


class Entry(Record):
    """One row of the chronology: an event with all its mentions."""

    id: str
    time: Time
    title: str
    events: tuple[str, ...]
    documents: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    salience: float | None


class Undated(Record):
    """An event that is not in the chronology, and why."""

    event: str
    reason: str


class Failure(Record):
    """A source that could not be read or processed, and why."""

    source: str
    reason: str


class Provenance(Record):
    """What made this chronology: the same provenance and input give the same bytes."""

    version: str
    model: str
    rules: str
    options: dict[str, str | int | float | bool | None]
    reading_date: str


class Timeline(Record, kw_only=True, rename={"schema_": "schema"}):
    """A chronology with its sources, expressions, events, and what could not be dated."""

    schema_: Literal["timeline/1"] = SCHEMA
    provenance: Provenance
    documents: tuple[Document, ...]
    expressions: tuple[Expression, ...]
    events: tuple[Event, ...]
    entries: tuple[Entry, ...]
    undated: tuple[Undated, ...]
    failures: tuple[Failure, ...]
