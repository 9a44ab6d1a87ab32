"""What somebody says in a report is said when the report is made: the document's own date."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Event
from . import grammar
from .base import Found, Scene
from .frames.bounding import within
from .frames.making import make_document_anchor
from .grammar import words

NAME = "reporting"
LEAD = "lead"  # the main statement of the headline or the first sentence
PRESS = ("dateline", "dct", "report")  # bases that prove a news report: its quotes are of its day
NEWS = (
    "dateline", "dct", "field", "metadata", "front-matter", "header", "title", "byline", "given",
    "file-name", "mail", "day", "report",
)  # fmt: skip


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The document's date for verbs of saying without a date of their own."""
    told = -1  # the block in which a story with dates is being told
    lead = _lead(scene)
    for event in scene.events:
        place = scene.block_at(event.start)
        date, date_id = scene.speech_at(event.start)
        if date.value is None or date.basis not in NEWS:
            continue
        if event.id in found and event.class_ != "REPORTING":
            told = place
            continue
        if (
            (place == told and date.basis not in PRESS)
            or not _is_saying(scene, event)
            or scene.links_of(event)
            or (date.basis not in PRESS and _is_told_of(scene, event))
        ):
            continue
        is_lead = event.id == lead and not _says_what_is_dated(scene, found, event)
        note = LEAD if is_lead else "said in the report"
        yield make_document_anchor(event, within(date.value), NAME, note, date_id)


def _is_saying(scene: Scene, event: Event) -> bool:
    trigger = scene.trigger.get(event.id)
    if trigger is None or event.class_ != "REPORTING" or event.polarity == "NEG":
        return False
    if trigger.lemma_.lower() not in words.SAYING or trigger.dep_ in ("relcl", "acl", "advcl"):
        return False
    if any(child.dep_ == "auxpass" for child in trigger.children):
        return False  # "was told to leave" is no statement of the report
    return grammar.finite_form(trigger) in ("past", "present") and event.modality is None


def _is_told_of(scene: Scene, event: Event) -> bool:
    """True for "you replied" and "I told him" of a letter or a statement: they tell of the past."""
    verb = scene.trigger[event.id]
    subject = grammar.subject_of(verb)
    past = grammar.finite_form(verb) == "past"
    return past and subject is not None and subject.lower_ in ("i", "we", "you")


def _says_what_is_dated(scene: Scene, found: Found, event: Event) -> bool:
    """Whether what is said has a time of its own: "A bomb exploded on Monday, officials said"."""
    said = [c for c in scene.trigger[event.id].children if c.dep_ in ("ccomp", "parataxis")]
    return any(c.i in scene.event_at and scene.event_at[c.i].id in found for c in said)


def _lead(scene: Scene) -> str | None:
    """The verb of saying at the root of the first full sentence, or of the headline."""
    for sentence in scene.doc.sents:
        event = scene.event_at.get(sentence.root.i)
        place = scene.block_at(sentence.start_char)
        is_heading = place >= 0 and scene.blocks[place].kind == "heading"
        if event is not None and (_is_saying(scene, event) or not is_heading):
            return event.id
        if grammar.is_verb(sentence.root) and not is_heading:
            return None
    return None
