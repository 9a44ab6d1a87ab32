"""Stand-off records over a document, with TimeML's names.

Ids are local to the document: expressions "t<start>" (t0 is the document's own date; an interval
over the whole phrase is "i<start>"), events "e<start>". All offsets are half-open code points of
the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .document import Document
from .temporal.expression import Expr
from .temporal.granularity import Granularity
from .temporal.values import Moment, TimeValue, Unresolved

TimexType = Literal["DATE", "TIME", "DURATION", "SET", "INTERVAL"]
# What is done with a document after the day that it bears: "Signed 27 November", "typed 19/03".
WRITING_UP = frozenset("sign countersign witness type transcribe dictate perfect seal file".split())
Status = Literal[
    "happened", "ongoing", "planned", "possible", "denied", "alleged", "recurring", "generic"
]
Shape = Literal["instant", "interval"]
Basis = Literal["expression", "relative", "document-date", "event", "inferred"]


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """Words that denote a time, what they mean (`expr`) and the time that they denote (`value`).

    `anchor_id` is the expression that the value was counted from ("t0" the document's date), or the
    event ("e120") that the words name: "two days after the procedure". `ends`
    are the ids of the two ends of an INTERVAL. `function` is TIMEX3's temporalFunction. `stated`
    are the fields of the calendar that the words give ("year", "month", "day", "weekday", ...).
    """

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    expr: Expr | None
    value: TimeValue | Unresolved
    rule: str
    anchor_id: str | None = None
    function: bool = False
    stated: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something that takes part.

    `role` is agent, patient, place or other; `type` is spaCy's entity label.
    """

    text: str
    start: int
    end: int
    role: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening or state that one trigger word names.

    `class_`, `tense`, `aspect` and `polarity` are TimeML's. `same_as` is the id of the event that
    this trigger only carries: "staged" in "staged protests", "took place", "erupted" after
    "protests", and with class ASPECTUAL or lemma "last" the event whose start, end or length it
    tells. `doubtful`: it may be no event at all, too likely so for the default chronology.
    """

    id: str
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    class_: str
    tense: str
    aspect: str
    polarity: str
    modality: str | None
    status: Status
    sentence: tuple[int, int]
    title: str = ""
    participants: tuple[Participant, ...] = ()
    attributed_to: str | None = None
    found_by: str = "rule"
    confidence: float | None = None
    same_as: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class FromEvent:
    """What an expression means and when that is, counted from an event.

    `value` None: it names no event after all, and is to be read anew with this meaning. `event_id`
    None: the event is not dated.
    """

    expr: Expr
    value: TimeValue | Unresolved | None
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where one end of an event lies: inclusive; DAY cells or clock times; None is not bounded."""

    earliest: Moment | None
    latest: Moment | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """An expression that dates an event ("t0" for the document's date) and how it was read."""

    timex_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When an event happened, who says so, and what was passed over.

    `relation` is TimeML's relType of the event to `evidence[0]`. `value_id` is the one expression
    that the event is included in or bounded by (None for intervals and tense). `rivals` are sieves
    and expressions that said otherwise ("carried: t120"). `part_of` is another trigger of the same
    happening in the same clause ("began" is part of "strike"). `chronicled`: it stands under a date
    that heads its line or section, so that also a present tense tells what happened.
    """

    event_id: str
    relation: str
    shape: Shape
    begin: Bounds
    end: Bounds
    granularity: Granularity
    basis: Basis
    sieve: str
    evidence: tuple[Evidence, ...]
    value_id: str | None = None
    ongoing: bool = False
    inferred: bool = False
    rivals: tuple[str, ...] = ()
    confidence: float | None = None
    part_of: str | None = None
    chronicled: bool = False


@dataclass(frozen=True, slots=True)
class EventLink:
    """How an event lies to another of the document (TimeML's relType), and what says so.

    `sieve` is the kind of evidence, `signal` its word ("after"; "" where there is none).
    """

    event_id: str
    relation: str
    other_id: str
    sieve: str
    signal: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the text says of an event's time and something more precise does not allow.

    `anchor` is the time that it would have given, None where it gives none by itself.
    """

    event_id: str
    anchor: Anchor | None
    note: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible date of a document, with the reason for it or against it."""

    value: Moment
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The document's own date (TimeML's DCT, id t0), the words that give it, and the alternatives.

    `basis`: given, field, dct, metadata, front-matter, mail, dateline, header, title, byline,
    file-name, signature, as-of; of a passage: mail, day, entry; None with `value` None and
    `reason`. `start` and `end` delimit the words in the text, None where the date is not in it.
    `note` explains a derived part ("Monday fixes the year") or where in the source it stands.
    """

    value: Moment | None
    basis: str | None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    note: str | None = None
    reason: str | None = None
    confidence: float | None = None
    alternatives: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text with a date of its own: a quoted mail, a day of a diary, a log's line.

    `date.start` and `date.end` delimit the stamp that dates it.
    """

    start: int
    end: int
    date: DocumentDate


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with everything found in it; `undated` gives (event id, reason).

    `links` order events without dates; `disputes` are what was dropped for something more precise.
    """

    document: Document
    date: DocumentDate
    sentences: tuple[tuple[int, int], ...]
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]
    anchors: tuple[Anchor, ...]
    undated: tuple[tuple[str, str], ...] = ()
    links: tuple[EventLink, ...] = ()
    disputes: tuple[Dispute, ...] = ()


def passage_at(passages: Sequence[Passage], offset: int) -> Passage | None:
    """The passage that an offset stands in; they are in text order and apart."""
    place = bisect_right(passages, offset, key=lambda passage: passage.start) - 1
    return passages[place] if place >= 0 and offset < passages[place].end else None
