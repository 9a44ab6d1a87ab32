"""From annotated documents to the chronology: the records of the output contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from .. import chronology as out
from ..annotation import Annotated
from ..consistency import is_stated
from ..merge import merge_entries
from .choice import Choice, choose
from .copies import join_copies
from .entries import make_entries
from .places import Places
from .records import make_document, make_event
from .salience import weigh
from .sources import Source, name_sources
from .times import make_expression, make_time


def make_timeline(
    annotated: Iterable[Annotated],
    *,
    provenance: out.Provenance,
    failures: Iterable[out.Failure] = (),
    keep_all: bool = False,
    choice: Choice | None = None,
    **wanted: Any,
) -> out.Timeline:
    """The chronology of some documents.

    `keep_all` also shows what only tense, the report or another event bounds, and doubtful events.
    `choice`, or its fields by name, chooses among the entries; events and expressions stay
    complete. Every event is in an entry, or in `undated` with the reason, or was not chosen.
    What was found in a document is let go as soon as its records are made, and `failures` are asked
    for after the last one.
    """
    documents: list[out.Document] = []
    expressions: list[out.Expression] = []
    events: list[out.Event] = []
    entries: list[out.Entry] = []
    undated: list[out.Undated] = []
    links: list[out.Link] = []
    for source in name_sources(annotated):
        found = source.annotated
        documents.append(make_document(source.id, found))
        text = found.document.text
        expressions += (make_expression(source.id, text, x) for x in found.expressions)
        times = _make_times(source)
        events += _make_events(source, times)
        shown, hidden = make_entries(source, times, keep_all)
        entries += shown
        undated += hidden
        links += _make_links(source)
        del source, found, times
    whole = out.Timeline(
        provenance=provenance,
        documents=tuple(documents),
        expressions=tuple(expressions),
        events=tuple(events),
        entries=tuple(entries),
        undated=tuple(undated),
        failures=tuple(failures),
        links=tuple(links),
    )
    del documents, expressions, events, entries, undated, links
    return choose(unite(whole), choice or Choice(**wanted))


def unite(timeline: out.Timeline) -> out.Timeline:
    """A chronology with one entry for one happening, each with its weight, in order."""
    documents = {document.id: document for document in timeline.documents}
    events = {event.id: event for event in timeline.events}
    single = join_copies(timeline.entries, events, documents)
    entries, undated = merge_entries(single, timeline.undated, events, documents)
    rank = {name: place for place, name in enumerate(documents)}
    places = {event.id: (rank[event.document], event.start) for event in timeline.events}
    weighed = weigh(entries, timeline.events, timeline.documents)
    return msgspec.structs.replace(
        timeline, entries=out.order_entries(weighed, places), undated=tuple(undated)
    )


def _make_times(source: Source) -> dict[str, out.Time]:
    """The time of every event that has one, by its id; an entry has that of one of its events."""
    annotated = source.annotated
    expressions = {e.id: e for e in annotated.expressions}
    return {
        anchor.event_id: make_time(source.id, annotated, anchor, expressions)
        for anchor in annotated.anchors
    }


def _make_events(source: Source, times: Mapping[str, out.Time]) -> Iterator[out.Event]:
    annotated = source.annotated
    anchors = {anchor.event_id: anchor for anchor in annotated.anchors}
    places = Places(annotated.document)
    for event in annotated.events:
        anchor, time = anchors.get(event.id), times.get(event.id)
        yield make_event(source.id, annotated, event, anchor, time, places)


def _make_links(source: Source) -> Iterator[out.Link]:
    """What the text says of its events' order; not what is only guessed from how it is told."""
    for link in source.annotated.links:
        if is_stated(link):
            yield out.Link(
                event=f"{source.id}/{link.event_id}",
                relation=link.relation,
                other=f"{source.id}/{link.other_id}",
                sieve=link.sieve,
                signal=link.signal or None,
            )
