"""Corrections put into a chronology, and kept there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from .. import chronology as out
from ..chronology import Correction, Entry, Event, Timeline
from ..document import content_id
from ..report.coarse import find_gaps
from .table import Edit, read_table

REMOVED = "taken out by a person"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The corrected chronology, and what is to be told of it: a sentence each."""

    timeline: Timeline
    told: tuple[str, ...]
    missing: int = 0


def apply_table(
    timeline: Timeline, data: bytes, name: str, *, keep_missing: bool = False
) -> Outcome:
    """Correct a chronology by a table that was written from it; `name` is told as the source.

    Changed dates and titles are taken, new rows added, and entries whose row is gone taken out
    (`keep_missing`: they stay). Raises ReadError, and then nothing is changed.
    """
    table = read_table(data, name, timeline)
    events = {event.id: event for event in timeline.events}
    texts = {document.id: document.text for document in timeline.documents}
    extra = _make_notes([e for e in table.edits if not (e.entry or e.event)], name, texts)
    found: list[Correction] = []
    for edit in table.edits:
        if edit.entry or edit.event:
            was, now = _edited(edit)
            found.append(_correction(name, was, now, events[now.events[0]], texts))
    if extra is not None:
        for entry, event in zip(extra.entries, extra.events, strict=True):
            found.append(
                Correction(source=name, trigger=event.trigger, quote=event.trigger, was=None,
                           now=entry)
            )  # fmt: skip
        timeline = _with_notes(timeline, extra)
    for entry in () if keep_missing else table.missing:
        found.append(_correction(name, entry, None, events[entry.events[0]], texts))
    return Outcome(correct(timeline, found), table.ignored, len(table.missing))


def correct(timeline: Timeline, corrections: Iterable[Correction]) -> Timeline:
    """A chronology with corrections of its own entries done in order, and added to its log."""
    log = tuple(corrections)
    entries = {entry.id: entry for entry in timeline.entries}
    undated = {one.event: one for one in timeline.undated}
    for one in log:
        if not one.applied:
            continue
        if one.was is not None:
            entries.pop(one.was.id, None)
        if one.now is not None:
            entries[one.now.id] = one.now
            for name in one.now.events:
                undated.pop(name, None)
        elif one.was is not None:
            for name in one.was.events:
                undated[name] = out.Undated(event=name, reason=REMOVED)
    ordered = order(timeline, entries.values())
    wanted = timeline.provenance.options.get("gaps")
    return replace(
        timeline,
        entries=ordered,
        undated=tuple(undated.values()),
        gaps=tuple(find_gaps(ordered, int(wanted))) if wanted is not None else (),
        corrections=(*timeline.corrections, *log),
    )


def order(timeline: Timeline, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order of a chronology."""
    rank = {document.id: place for place, document in enumerate(timeline.documents)}
    places = {event.id: (rank[event.document], event.start) for event in timeline.events}
    return out.order_entries(entries, places)


def as_entry(event: Event) -> Entry:
    """An event without a date as an entry: what a person's date is put into."""
    nowhere = out.Bounds(earliest=None, latest=None)
    return Entry(
        id=event.id,
        time=event.time
        or out.Time(value=None, edtf=None, shape="instant", begin=nowhere, end=nowhere,
                    granularity="day", basis="inferred", relation="VAGUE", sieve="",
                    evidence=(), confidence=None),
        title=event.title,
        events=(event.id,),
        documents=(event.document,),
        conflicts=(),
        salience=None,
    )  # fmt: skip


def _edited(edit: Edit) -> tuple[Entry, Entry]:
    was = edit.entry or as_entry(edit.event)  # type: ignore[arg-type]  # one of them is there
    fields = {*was.corrected}
    fields |= {"date"} if edit.time else set()
    fields |= {"title"} if edit.title else set()
    now = replace(
        was,
        time=edit.time or was.time,
        title=edit.title or was.title,
        corrected=tuple(name for name in ("date", "title", "added") if name in fields),
    )
    return was, now


def _correction(
    name: str, was: Entry, now: Entry | None, event: Event, texts: Mapping[str, str]
) -> Correction:
    text = texts[event.document]
    quote = " ".join(text[event.sentence.start : event.sentence.end].split())
    return Correction(source=name, trigger=event.trigger, quote=quote, was=was, now=now)


# A person's own rows: a document of notes, so that each quotes words that can be read -----------


@dataclass(frozen=True, slots=True)
class Notes:
    """A document with a line for each row that a person added, and its events and entries.

    A locator tells the line of the row in the person's table.
    """

    document: out.Document
    events: tuple[Event, ...]
    entries: tuple[Entry, ...]


def _make_notes(edits: Sequence[Edit], name: str, texts: Mapping[str, str]) -> Notes | None:
    if not edits:
        return None
    lines = [f"{edit.time.edtf or _day(edit.time)}: {edit.title}" for edit in edits if edit.time]
    text = "".join(f"{line}\n" for line in lines)
    id = wanted = content_id(text)
    count = 1
    while id in texts:
        count += 1
        id = f"{wanted}-{count}"
    events, entries, start = [], [], 0
    for line, edit in zip(lines, edits, strict=True):
        assert edit.time is not None and edit.title is not None
        date, end = line.partition(": ")[0], start + len(line)
        evidence = out.Evidence(
            expression=None, text=date, start=start, end=start + len(date),
            note=edit.time.evidence[0].note,
        )  # fmt: skip
        time = replace(edit.time, evidence=(evidence,))
        event = _make_event(id, edit.title, start + len(date) + 2, start, end, edit.line, time)
        events.append(event)
        entries.append(replace(as_entry(event), corrected=("added",)))
        start = end + 1
    document = out.Document(
        id=id,
        source=name,
        title="Added by a person",
        language="en",
        text=text,
        date=out.DocumentDate(value=None, basis=None, evidence=None, confidence=None,
                              note="rows that a person added", alternatives=()),
        warnings=(),
    )  # fmt: skip
    return Notes(document, tuple(events), tuple(entries))


def _make_event(
    document: str, title: str, start: int, first: int, end: int, line: int, time: out.Time
) -> Event:
    return Event(
        id=f"{document}/e{start}",
        document=document,
        start=start,
        end=end,
        trigger=title,
        lemma=title.lower(),
        pos="X",
        class_="OCCURRENCE",
        tense="NONE",
        aspect="NONE",
        polarity="POS",
        modality=None,
        status="happened",
        title=title,
        sentence=out.Span(start=first, end=end),
        locator=out.Locator(line=line, page=None),
        participants=(),
        places=(),
        attributed_to=None,
        time=time,
        confidence=None,
    )


def _day(time: out.Time) -> str:
    return time.begin.earliest or time.end.latest or ""


def _with_notes(timeline: Timeline, notes: Notes) -> Timeline:
    """The chronology with the notes among its documents; their entries come with the log."""
    return replace(
        timeline,
        documents=(*timeline.documents, notes.document),
        events=(*timeline.events, *notes.events),
    )
