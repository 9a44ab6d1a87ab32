"""What a meeting decides is decided on the day of its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..annotation import Anchor
from . import grammar
from .base import Found, Scene
from .frames.bounding import within
from .frames.making import make_document_anchor
from .grammar import words

NAME = "deciding"
MINUTES = re.compile(
    r"\b(?:minutes(?! (?:past|to|before|after|later|ago|earlier)\b)|meeting|committee|session"
    r"|proceedings)\b",
    re.IGNORECASE,
)
HEAD = 300  # characters: where a document says what it is
BASES = ("header", "title", "given", "field", "metadata", "front-matter", "mail", "file-name")


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The document's date for the decisions of a meeting's minutes that have none of their own."""
    if scene.date.value is None or scene.date.basis not in BASES:
        return
    if not MINUTES.search(scene.text[:HEAD]):
        return
    for event in scene.events:
        trigger = scene.trigger.get(event.id)
        if trigger is None or event.id in found or scene.links_of(event):
            continue
        if trigger.lemma_.lower() not in words.DECIDING or event.polarity == "NEG":
            continue
        main = trigger.dep_ in ("ROOT", "conj") and event.tense == "PAST" and not event.modality
        perfect = event.aspect.startswith("PERFECTIVE")
        date, date_id = scene.speech_at(event.start)
        if main and not perfect and date.value and grammar.finite_form(trigger) == "past":
            note = "decided at the meeting"
            yield make_document_anchor(event, within(date.value), NAME, note, date_id)
