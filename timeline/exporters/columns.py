"""The rows and columns that every flat format shares: one row an entry, one name a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..chronology import Document, Entry, Event, Gap, Timeline, certainty
from ..errors import OptionError
from .dates import write_gap, write_time
from .suggest import suggest

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with its first event and that event's document."""

    entry: Entry
    event: Event
    document: Document
    sources: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that date the entry, each once."""
        texts = [e.text for e in self.entry.time.evidence if e.text]
        return tuple(dict.fromkeys(texts))

    @property
    def standing(self) -> str:
        """How sure the date is, what did not simply happen, and what sources do not agree on."""
        status = self.event.status
        sure: str = certainty(self.entry.time)
        if status not in ("happened", "ongoing"):
            sure = f"{sure}, {status}"
        if self.entry.corrected:
            sure = f"{sure}, {'added' if 'added' in self.entry.corrected else 'corrected'}"
        return f"{sure}, disputed" if self.entry.conflicts else sure

    @property
    def confidence(self) -> str:
        """How often such a date is right, as a word and a number; empty where not measured."""
        share = self.entry.time.confidence
        return "" if share is None else f"{confidence_word(share)} {share:.2f}"

    @property
    def sentence(self) -> str:
        """The sentence of the first event, as it stands in the text."""
        span = self.event.sentence
        return self.document.text[span.start : span.end]


# The least confidence that each word stands for.
CONFIDENCE = ((0.9, "sure"), (0.7, "likely"), (0.5, "unsure"), (0.0, "doubtful"))


def confidence_word(share: float) -> str:
    """A confidence in one word: "sure" is right nine times in ten."""
    return next(word for least, word in CONFIDENCE if share >= least)


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
    "status": Column("happened, planned, denied, ...", lambda r: r.event.status),
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
    "trigger": Column("the event's word", lambda r: r.event.trigger, is_text=True),
    "sentence": Column("the sentence, as it stands", lambda r: r.sentence, is_text=True),
    "source": Column("name of the document", lambda r: r.document.source, is_text=True),
    "page": Column("page in the document", lambda r: r.event.locator.page),
    "heading": Column("the heading above it", lambda r: r.event.locator.heading, is_text=True),
    "cue": Column("where in a recording, as its subtitles tell", lambda r: r.event.locator.cue),
    "document_date": Column("the document's own date", lambda r: r.document.date.value),
    "mentions": Column("number of events in the entry", lambda r: len(r.entry.events)),
    "conflicts": Column("number of other dates given", lambda r: len(r.entry.conflicts)),
    "corrected": Column("what a person gave", lambda r: " ".join(r.entry.corrected)),
    "other_dates": Column("the other dates, quoted", lambda r: other_dates(r), is_text=True),
    "sources": Column("names of all its documents", lambda r: "; ".join(r.sources), is_text=True),
}  # fmt: skip
# What the default columns say of a gap.
GAPS: Mapping[str, Callable[[Gap], Cell]] = {
    "begin": lambda gap: gap.first_day,
    "end": lambda gap: gap.last_day,
    "certainty": lambda _: "gap",
    "title": lambda gap: tell_gap(gap),
    "date": lambda gap: write_gap(gap),
}
DEFAULT = tuple(COLUMNS)[:13]  # the columns of CSV and TSV


def get_rows(timeline: Timeline) -> Iterator[Row]:
    """Return the entries in order, each with its first event and document."""
    events = {event.id: event for event in timeline.events}
    documents = {document.id: document for document in timeline.documents}
    for entry in timeline.entries:
        event = events[entry.events[0]]
        sources = dict.fromkeys(documents[name].source for name in entry.documents)
        yield Row(entry, event, documents[event.document], tuple(sources))


def get_lines(timeline: Timeline, columns: Mapping[str, Column]) -> Iterator[list[Cell]]:
    """The cells of the entries in order, each gap before the entry that ends it."""
    gaps = {gap.before: gap for gap in timeline.gaps}
    for row in get_rows(timeline):
        if gap := gaps.get(row.entry.id):
            yield [GAPS[name](gap) if name in GAPS else None for name in columns]
        yield [column.read(row) for column in columns.values()]


def tell_gap(gap: Gap) -> str:
    """That nothing is told, and for how long."""
    years = gap.days // 365
    if years > 1:
        return f"nothing is told of {years} years ({gap.days} days)"
    return f"nothing is told of {gap.days} day{'' if gap.days == 1 else 's'}"


def other_dates(row: Row) -> str:
    """The dates that contradict the entry's, with the words that give them."""
    told = []
    for conflict in row.entry.conflicts:
        words = "; ".join(f'"{e.text}"' for e in conflict.time.evidence if e.text)
        told.append(f"{write_time(conflict.time)} {words}".strip())
    return " | ".join(told)


def choose_columns(
    fields: Sequence[str] | None, default: Sequence[str] = DEFAULT
) -> dict[str, Column]:
    """Return the columns of these names, in this order; raises OptionError for an unknown one."""
    chosen = tuple(fields) if fields else tuple(default)
    for name in chosen:
        if name not in COLUMNS:
            raise OptionError(f"unknown field {name!r}", suggest(name, COLUMNS, "fields"))
    return {name: COLUMNS[name] for name in chosen}
