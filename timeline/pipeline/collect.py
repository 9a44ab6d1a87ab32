"""All that was found in a document, off its parse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ..annotation import Annotated, Event, Participant, TemporalExpression
from ..layers import (
    get_anchors,
    get_disputes,
    get_events,
    get_expressions,
    get_links,
    get_undated,
)
from ..tokens import sentences_of
from .prepare import Prepared

if TYPE_CHECKING:
    from ..book import Read

Quoting = TypeVar("Quoting", TemporalExpression, Event, Participant)


def collect(prepared: Prepared, doc: Read) -> Annotated:
    """All that was found; a dateline is no sentence: the story's first one is the first."""
    document = prepared.document
    start, end = prepared.frame or (0, 0)
    sentences = tuple(
        (first, last) for first, last in sentences_of(doc) if first < start or last > end
    )
    return Annotated(
        document=document,
        date=prepared.date,
        sentences=sentences,
        expressions=tuple(_quoted(document.text, e) for e in get_expressions(doc)),
        events=tuple(_quoted_event(document.text, e) for e in get_events(doc)),
        anchors=get_anchors(doc),
        undated=get_undated(doc),
        links=get_links(doc),
        disputes=get_disputes(doc),
    )


def _quoted_event(text: str, event: Event) -> Event:
    event = _quoted(text, event)
    parts = tuple(_quoted(text, p) for p in event.participants)
    return event if parts == event.participants else replace(event, participants=parts)


def _quoted(text: str, record: Quoting) -> Quoting:
    """The record with the document's own words: the parsing view has other white space."""
    words = text[record.start : record.end]
    return record if record.text == words else replace(record, text=words)
