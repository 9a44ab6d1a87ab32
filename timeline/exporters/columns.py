"""The rows and columns that every flat format shares: one row an entry, one name a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..chronology import Document, Entry, Event, Timeline, certainty
from ..errors import OptionError
from .dates import write_time
from .suggest import suggest

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with its first event and that event's document."""

    entry: Entry
    event: Event
    document: Document

    @property
    def words(self) -> tuple[str, ...]:
        """The words that date the entry, each once."""
        texts = [e.text for e in self.entry.time.evidence if e.text]
        return tuple(dict.fromkeys(texts))

    @property
    def standing(self) -> str:
        """How sure the date is, and what kind of happening it is unless it simply happened."""
        sure, status = certainty(self.entry.time), self.event.status
        return sure if status in ("happened", "ongoing") else f"{sure}, {status}"

    @property
    def sentence(self) -> str:
        """The sentence of the first event, as it stands in the text."""
        span = self.event.sentence
        return self.document.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, how a row gives it, and whether its words are a document's."""

    summary: str
    read: Callable[[Row], Cell]
    is_text: bool = False


COLUMNS: Mapping[str, Column] = {
    "begin": Column("earliest begin, ISO 8601, or empty", lambda r: r.entry.time.begin.earliest),
    "end": Column("latest end, ISO 8601, or empty", lambda r: r.entry.time.end.latest),
    "certainty": Column("how sure the date is, in one word", lambda r: certainty(r.entry.time)),
    "title": Column("what happened", lambda r: r.entry.title, is_text=True),
    "words": Column("the words that date it", lambda r: "; ".join(r.words), is_text=True),
    "document": Column("id of the document", lambda r: r.document.id, is_text=True),
    "line": Column("line in the document, from 1", lambda r: r.event.locator.line),
    "start": Column("where the event's word starts in the text", lambda r: r.event.start),
    "stop": Column("where the event's word ends in the text", lambda r: r.event.end),
    "value": Column("TIMEX3 value", lambda r: r.entry.time.value),
    "edtf": Column("EDTF level 2", lambda r: r.entry.time.edtf),
    "id": Column("id of the entry", lambda r: r.entry.id, is_text=True),
    "date": Column("the date as people write it", lambda r: write_time(r.entry.time)),
    "begin_latest": Column("latest begin", lambda r: r.entry.time.begin.latest),
    "end_earliest": Column("earliest end", lambda r: r.entry.time.end.earliest),
    "shape": Column("instant or interval", lambda r: r.entry.time.shape),
    "granularity": Column("how coarse the date is", lambda r: r.entry.time.granularity),
    "basis": Column("what the date rests on", lambda r: r.entry.time.basis),
    "relation": Column("TimeML relation to the dating words", lambda r: r.entry.time.relation),
    "sieve": Column("the step that dated it", lambda r: r.entry.time.sieve),
    "confidence": Column(
        "how often such a date was right in news, if measured", lambda r: r.entry.time.confidence
    ),
    "salience": Column("weight of the entry", lambda r: r.entry.salience),
    "class": Column("TimeML class of the event", lambda r: r.event.class_),
    "status": Column("happened, planned, denied, ...", lambda r: r.event.status),
    "trigger": Column("the event's word", lambda r: r.event.trigger, is_text=True),
    "sentence": Column("the sentence, as it stands", lambda r: r.sentence, is_text=True),
    "source": Column("name of the document", lambda r: r.document.source, is_text=True),
    "page": Column("page in the document", lambda r: r.event.locator.page),
    "document_date": Column("the document's own date", lambda r: r.document.date.value),
    "mentions": Column("number of events in the entry", lambda r: len(r.entry.events)),
    "conflicts": Column("number of other dates given", lambda r: len(r.entry.conflicts)),
}  # fmt: skip
DEFAULT = tuple(COLUMNS)[:12]  # HOUSE section 8: the columns of CSV and TSV


def get_rows(timeline: Timeline) -> Iterator[Row]:
    """Return the entries in order, each with its first event and document."""
    events = {event.id: event for event in timeline.events}
    documents = {document.id: document for document in timeline.documents}
    for entry in timeline.entries:
        event = events[entry.events[0]]
        yield Row(entry, event, documents[event.document])


def choose_columns(
    fields: Sequence[str] | None, default: Sequence[str] = DEFAULT
) -> dict[str, Column]:
    """Return the columns of these names, in this order; raises OptionError for an unknown one."""
    chosen = tuple(fields) if fields else tuple(default)
    for name in chosen:
        if name not in COLUMNS:
            raise OptionError(f"unknown field {name!r}", suggest(name, COLUMNS, "fields"))
    return {name: COLUMNS[name] for name in chosen}
