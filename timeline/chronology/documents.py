"""What documents hold: their dates, expressions and events, as the contract "timeline/1" has it.

Every key is always present, null when unknown. Fields may be added in timeline/1, never renamed.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of every output record: immutable, keys in the order of the fields.

    Nothing in one refers back to it, so that Python need not look for circles (`gc`): many
    documents have millions of them.
    """


class Bounds(Record, frozen=True):
    """Inclusive ISO 8601 days or date-times; years before 1 astronomical; null is not bounded."""

    earliest: str | None
    latest: str | None


class Evidence(Record, frozen=True):
    """Words of a text that date an event. `expression` is its id, or that of a document's date."""

    expression: str | None
    text: str | None
    start: int | None
    end: int | None
    note: str | None


class Time(Record, frozen=True):
    """When an event or entry happened (`timeline schema`)."""

    value: str | None
    edtf: str | None
    shape: Literal["instant", "interval"]
    begin: Bounds
    end: Bounds
    granularity: str
    basis: Literal["expression", "relative", "document-date", "event", "inferred", "person"]
    relation: str
    sieve: str
    evidence: tuple[Evidence, ...]
    confidence: float | None


class DateEvidence(Record, frozen=True):
    """The words that give a document's date."""

    text: str
    start: int | None
    end: int | None


class DateAlternative(Record, frozen=True):
    """Another date that the document might have, and why it was not taken."""

    value: str
    reason: str


class DocumentDate(Record, frozen=True):
    """A document's own date; value null when it has none, with the reason in `note`."""

    value: str | None
    basis: str | None
    evidence: DateEvidence | None
    note: str | None
    confidence: float | None
    alternatives: tuple[DateAlternative, ...]


class Document(Record, frozen=True):
    """One source text; `metadata` is what else its source says of it: from, to, author, ..."""

    id: str
    source: str
    title: str | None
    language: str
    text: str
    date: DocumentDate
    warnings: tuple[str, ...]
    metadata: dict[str, str] = {}


class Expression(Record, frozen=True, kw_only=True):
    """One temporal expression; `value`, `mod`, `quant` and `freq` are TIMEX3's.

    An INTERVAL has its length as value, as the DURATION that TIMEX3 makes of it. `meaning` reads
    the words out before any date is known; `reason` says why an expression is unresolved.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET", "INTERVAL"]
    value: str | None
    mod: str | None
    quant: str | None = None
    freq: str | None = None
    edtf: str | None
    first_day: str | None
    last_day: str | None
    granularity: str | None
    stated: tuple[str, ...]
    anchor_id: str | None
    ends: tuple[str, ...]
    rule: str
    meaning: str | None = None
    reason: str | None


class Span(Record, frozen=True):
    """Half-open offsets."""

    start: int
    end: int


class Locator(Record, frozen=True):
    """Where a person finds it: line (from 1), in paged sources page, in a recording the cue's time.

    `heading` is the nearest one above.
    """

    line: int | None
    page: int | None
    heading: str | None = None
    cue: str | None = None


class Participant(Record, frozen=True):
    """Someone or something that takes part in an event."""

    text: str
    start: int
    end: int
    role: str
    type: str | None


class Event(Record, frozen=True, rename={"class_": "class"}):
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
