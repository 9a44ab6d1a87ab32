"""Our annotations on a spaCy Doc: the only file that spells span-group keys and `._.` names.

A Doc carries ids, strings and JSON-able data, never our objects, so that `to_bytes`, DocBin,
`to_disk` and `nlp.pipe(n_process=2)` work. Records are kept by id: two spans with equal offsets
stay apart.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from msgspec import msgpack
from spacy.tokens import Doc, SpanGroup

from ..annotation import (
    Anchor,
    Dispute,
    DocumentDate,
    Event,
    EventLink,
    Passage,
    TemporalExpression,
)
from ..book import Book, Read
from ..document import Block
from ..rules.match import Match
from .plain import Rows, from_plain, thaw, to_plain

LONG = 20_000  # tokens of a text; of one that is longer the records are packed
GROUP = 200  # records that are packed together
TIMEXES = "timexes"  # doc.spans: the expressions
EVENTS = "events"  # doc.spans: the triggers
KEYS = (
    "timeline_text",
    "timeline_source",
    "timeline_matches",
    "timeline_expressions",
    "timeline_events",
    "timeline_anchors",
    "timeline_undated",
    "timeline_links",
    "timeline_disputes",
)
TEXT, SOURCE, MATCHES, EXPRESSIONS, EVENT_RECORDS, ANCHORS, UNDATED, LINKS, DISPUTES = KEYS


def _keep(doc: Read, name: str, records: Iterable[Any]) -> None:
    """Store records as plain data; of a long Doc they are packed: a tenth of the memory."""
    if len(doc) <= LONG:
        doc._.set(name, Rows(records))
        return
    plain = map(to_plain, records)
    groups = iter(lambda: list(islice(plain, GROUP)), [])
    doc._.set(name, [zlib.compress(msgpack.encode(group), 1) for group in groups])


def _kept(doc: Read, name: str) -> Iterator[Any]:
    """The records that were stored under a name."""
    rows = doc._.get(name) or ()
    if isinstance(rows, Rows):
        yield from rows.records
        return
    known: dict[Any, Any] = {}
    for data in rows:
        if isinstance(data, bytes):
            yield from (thaw(record, known) for record in msgpack.decode(zlib.decompress(data)))
        else:
            yield from_plain(data)


def set_text(doc: Doc, text: str) -> None:
    """Let a Doc keep the text that it was made from."""
    doc._.set(TEXT, text)


def get_text(doc: Read) -> str:
    """The text of a Doc, which puts it together anew whenever it is asked itself."""
    if isinstance(doc, Book):
        return doc.text
    text: str | None = doc._.get(TEXT)
    if text is None:
        text = doc.text
        doc._.set(TEXT, text)
    return text


def set_source(
    doc: Read,
    date: DocumentDate | None,
    blocks: Iterable[Block] = (),
    passages: Iterable[Passage] = (),
) -> None:
    """Give a Doc its document's own date, its blocks, and its passages with dates of their own."""
    parts = [to_plain(date), [to_plain(b) for b in blocks], [to_plain(p) for p in passages]]
    doc._.set(SOURCE, parts)


def get_date(doc: Read) -> DocumentDate:
    """The document's own date; without one, a DocumentDate that says so."""
    source = doc._.get(SOURCE)
    date = from_plain(source[0]) if source else None
    return date or DocumentDate(None, None, reason="the document has no date of its own")


def get_blocks(doc: Read) -> tuple[Block, ...]:
    """The blocks of the text; one paragraph when none were given."""
    source = doc._.get(SOURCE)
    blocks = tuple(from_plain(b) for b in source[1]) if source else ()
    return blocks or (Block(0, len(get_text(doc)), "paragraph"),)


def get_passages(doc: Read) -> tuple[Passage, ...]:
    """The stretches of the text that have a date of their own."""
    source = doc._.get(SOURCE)
    return tuple(from_plain(p) for p in source[2]) if source and len(source) > 2 else ()


def set_matches(doc: Read, matches: Sequence[Match]) -> None:
    """Store what the rules matched, undated."""
    _keep(doc, MATCHES, matches)


def get_matches(doc: Read) -> tuple[Match, ...]:
    """What the rules matched, in text order."""
    return tuple(_kept(doc, MATCHES))


def set_expressions(doc: Read, expressions: Sequence[TemporalExpression]) -> None:
    """Store expressions in text order, and show them as the span group "timexes"."""
    _keep(doc, EXPRESSIONS, expressions)
    _show(doc, TIMEXES, ((e.start, e.end, e.type, e.id) for e in expressions))


def get_expressions(doc: Read) -> tuple[TemporalExpression, ...]:
    """The temporal expressions, in text order."""
    return tuple(_kept(doc, EXPRESSIONS))


def set_events(doc: Read, events: Iterable[Event]) -> None:
    """Store events in text order, and show their triggers as the span group "events"."""
    if not isinstance(doc, Book):  # of a book no more of them are in memory than are packed at once
        events = tuple(events)
        _show(doc, EVENTS, ((e.start, e.end, e.class_, e.id) for e in events))
    _keep(doc, EVENT_RECORDS, events)


def get_events(doc: Read) -> tuple[Event, ...]:
    """The events, in text order."""
    return tuple(_kept(doc, EVENT_RECORDS))


def set_anchors(doc: Read, anchors: Sequence[Anchor], undated: Sequence[tuple[str, str]]) -> None:
    """Store the events' anchors and the (event id, reason) of those without."""
    _keep(doc, ANCHORS, anchors)
    doc._.set(UNDATED, [list(pair) for pair in undated])


def get_anchors(doc: Read) -> tuple[Anchor, ...]:
    """The anchors, in the order of their events."""
    return tuple(_kept(doc, ANCHORS))


def get_undated(doc: Read) -> tuple[tuple[str, str], ...]:
    """(event id, reason) of the events that nothing dates."""
    return tuple((event, reason) for event, reason in doc._.get(UNDATED) or ())


def set_links(doc: Read, links: Sequence[EventLink], disputes: Sequence[Dispute]) -> None:
    """Store what orders events without dates, and what was dropped for something more precise."""
    _keep(doc, LINKS, links)
    _keep(doc, DISPUTES, disputes)


def get_links(doc: Read) -> tuple[EventLink, ...]:
    """The links between events."""
    return tuple(_kept(doc, LINKS))


def get_disputes(doc: Read) -> tuple[Dispute, ...]:
    """What was dropped for something more precise."""
    return tuple(_kept(doc, DISPUTES))


def _show(doc: Read, name: str, rows: Iterable[tuple[int, int, str, str]]) -> None:
    """Show spans to users of spaCy; a book is never handed out."""
    if isinstance(doc, Book):
        return
    spans = []
    for start, end, label, span_id in rows:
        span = doc.char_span(start, end, label=label, span_id=span_id, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[name] = SpanGroup(doc, name=name, spans=spans)


def _register() -> None:
    for name in (
        TEXT,
        SOURCE,
        MATCHES,
        EXPRESSIONS,
        EVENT_RECORDS,
        ANCHORS,
        UNDATED,
        LINKS,
        DISPUTES,
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


_register()
