"""The chronology as users get it: the records of the contract "timeline/1", and their order.

Every key is always present, null when unknown. Fields may be added in timeline/1, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Final, Literal, cast

import msgspec

from .temporal.arithmetic import truncate
from .temporal.edtf import parse_date
from .temporal.granularity import Granularity
from .temporal.values import Moment

SCHEMA: Final = "timeline/1"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every output record: immutable, keys in the order of the fields."""


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
    """When an event or entry happened (HOUSE: output contract)."""

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


def of_document(timeline: Timeline, document: str) -> Timeline:
    """What a chronology says of one document; entries whose events are all its own."""
    events = {event.id for event in timeline.events if event.document == document}
    return msgspec.structs.replace(
        timeline,
        documents=tuple(d for d in timeline.documents if d.id == document),
        expressions=tuple(x for x in timeline.expressions if x.document == document),
        events=tuple(e for e in timeline.events if e.document == document),
        entries=tuple(e for e in timeline.entries if events.issuperset(e.events)),
        undated=tuple(u for u in timeline.undated if u.event in events),
        links=tuple(link for link in timeline.links if link.event in events),
        failures=(),
        gaps=(),
        corrections=(),
    )


# Order and choice -------------------------------------------------------------------------------

Certainty = Literal[
    "exact", "daypart", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
    "century", "millennium", "approximate", "before", "after", "period", "since", "until",
    "ongoing", "inferred",
]  # fmt: skip


def certainty(time: Time) -> Certainty:
    """How much the text says about when, in one word.

    exact: one day or clock time. month, year, ...: that cell of the calendar and no closer.
    approximate: about then, or somewhere within other bounds ("circa 1850", "a few days later",
    "early 2021"). before, after: bounded on one side. period, since, until: an interval with both
    ends, with its begin, with its end. ongoing: still going on at the document's date. inferred: no
    expression says so.
    """
    if time.basis in ("inferred", "document-date"):
        return "inferred"
    begin, end = time.begin, time.end
    if time.shape == "interval":
        if begin.earliest is None and begin.latest is None:
            return "until"
        if end.latest is not None:
            return "period"
        return "since" if end.earliest is None else "ongoing"
    if begin.earliest is None:
        return "before"
    if end.latest is None:
        return "after"
    if any(mark in (time.edtf or "") for mark in "?~%"):
        return "approximate"
    if begin.earliest[:10] == end.latest[:10]:
        return "exact"
    first, last = parse_date(begin.earliest), parse_date(end.latest)
    # Of the year 0, which is 1 BC, also the years 0 to 99 are told as a century.
    cells = (truncate(edge, Granularity[time.granularity.upper()]).cell for edge in (first, last))
    is_whole = any((cell.lo, cell.hi) == (first.cell.lo, last.cell.hi) for cell in cells)
    return cast(Certainty, time.granularity) if is_whole else "approximate"


def time_key(time: Time) -> tuple[float, int, float]:
    """Where a time stands in a chronology.

    By `begin.earliest`; where that is open by `end.latest`, after everything of that day (a clock
    time: up to that minute); then the longer first: a year before its months, like a heading.
    """
    first, last = time.begin.earliest, time.end.latest
    hi = parse_date(last).cell.hi if last is not None else inf
    if first is not None:
        lo = parse_date(first).cell.lo
        return lo, 1, lo - hi
    inner = last or time.begin.latest or time.end.earliest
    return (parse_date(inner).cell.hi if inner is not None else inf), 0, -inf


def order_entries(
    entries: Iterable[Entry], places: Mapping[str, tuple[int, int]]
) -> tuple[Entry, ...]:
    """Entries in a chronology's order; `places` has (document's rank, offset) of an event's id."""

    def key(entry: Entry) -> tuple[tuple[float, int, float], tuple[int, int], str]:
        return time_key(entry.time), min(places[event] for event in entry.events), entry.id

    return tuple(sorted(entries, key=key))


def choose_entries(
    entries: Sequence[Entry],
    *,
    since: Moment | None = None,
    until: Moment | None = None,
    top: int | None = None,
    min_confidence: float | None = None,
) -> tuple[Entry, ...]:
    """The entries that may lie within the window, are sure enough, and matter most; order is kept.

    What is known at one end only ("until 30 April") is judged by that end. An entry without a
    confidence is not known to be unsure: it is kept. `top` counts by salience, then by order.
    """
    kept = [
        entry
        for entry in entries
        if _may_lie_within(entry.time, since, until) and _is_sure(entry.time, min_confidence)
    ]
    if top is not None and top < len(kept):
        ranked = sorted(range(len(kept)), key=lambda i: (-(kept[i].salience or 0.0), i))
        kept = [kept[i] for i in sorted(ranked[:top])]
    return tuple(kept)


def _may_lie_within(time: Time, since: Moment | None, until: Moment | None) -> bool:
    """True if the window meets the stretch from the first to the last known bound."""
    bounds = (time.begin.earliest, time.begin.latest, time.end.earliest, time.end.latest)
    known = [parse_date(bound).cell for bound in bounds if bound is not None]
    if not known:
        return True
    too_early = since and max(cell.hi for cell in known) <= since.cell.lo
    too_late = until and min(cell.lo for cell in known) >= until.cell.hi
    return not (too_early or too_late)


def _is_sure(time: Time, least: float | None) -> bool:
    return least is None or time.confidence is None or time.confidence >= least
