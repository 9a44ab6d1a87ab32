"""The events and expressions that a document brings along, put on its parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..annotation import Event
from ..describe import describe_events
from ..document import Document
from ..layers import set_events, set_expressions
from ..readers.given import given_events, given_expressions
from ..tokens import sentences_of, span_of

if TYPE_CHECKING:
    from ..book import Read


def place_given(doc: Read, document: Document) -> None:
    """Put the expressions and events that a document brings along on its parse."""
    set_expressions(doc, given_expressions(document))
    events = _with_sentences(doc, given_events(document))
    set_events(doc, describe_events(doc, events))


def _with_sentences(doc: Read, events: Sequence[Event]) -> tuple[Event, ...]:
    """Given events know their words only: lemma and sentence come from the parse."""
    sentences = list(sentences_of(doc))
    placed = []
    for event in events:
        span = span_of(doc, event.start, event.end)
        if span is None:
            continue
        place = bisect_right(sentences, event.start, key=lambda sentence: sentence[0]) - 1
        sentence = sentences[max(place, 0)]
        placed.append(replace(event, lemma=span.root.lemma_.lower(), sentence=sentence))
    return tuple(placed)
