"""Titles and participants of the events that the tagger finds, without a model."""

from docs import parsed

from timeline.annotation import Event
from timeline.components.event_tagger import EventTagger
from timeline.describe import describe_events

TAGGER = EventTagger()


def described(sentence: str) -> dict[str, Event]:
    """By their words, the events of a text in parses.txt."""
    doc = parsed(sentence)
    return {event.text: event for event in describe_events(doc, TAGGER.predict(doc))}
