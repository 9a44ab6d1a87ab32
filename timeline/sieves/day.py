"""A diary tells of its day: what it tells as past, and dates nowhere else, happened then."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Event, passage_at
from . import grammar, words
from .base import Found, Scene
from .bounding import is_datable, within
from .carried import REAL, TELLING
from .making import make_document_anchor
from .phrase import DIARY
from .tokens import Sentence, Token

NAME = "day"
STAYING = frozenset("again still now".split())  # they move no story on


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The day of its entry for what a diary's main clauses tell."""
    if not any(passage.date.basis == DIARY for passage in scene.passages):
        return
    dated = {place for place, one in scene.inside.items() if is_datable(one.value)} - _stamped(
        scene
    )
    for sentence in scene.doc.sents:
        if any((t.i in dated and not _says_which(t)) or _moves(t) for t in sentence):
            continue
        for event in _told(scene, sentence):
            passage = passage_at(scene.passages, event.start)
            if passage is None or passage.date.basis != DIARY or event.id in found:
                continue
            date, date_id = scene.speech_at(event.start)
            links = [x for x in scene.links_of(event) if is_datable(x.expression.value)]
            if date.value is not None and not links:
                yield make_document_anchor(event, within(date.value), NAME, "of its day", date_id)


def _says_which(token: Token) -> bool:
    """True for a date that only tells more of a thing: "a cart, missing since May, was found"."""
    return any(one.dep_ in ("acl", "relcl") for one in (token, *token.ancestors))


def _stamped(scene: Scene) -> set[int]:
    """The tokens of the stamps themselves: "2 May - Mother fell"."""
    stamps = set(scene.stamps.values())
    return {place for place, one in scene.inside.items() if one.id in stamps}


def _told(scene: Scene, sentence: Sentence) -> Iterator[Event]:
    """The finite past main verbs of a sentence; a participle at its head has lost its subject."""
    for token in sentence:
        event = scene.event_at.get(token.i)
        if event is None or event.class_ not in (*TELLING, "REPORTING"):
            continue
        if event.polarity == "NEG" or event.status not in REAL or not grammar.is_verb(token):
            continue
        if _is_main(token) and grammar.finite_form(token) == "past":
            yield event


def _moves(token: Token) -> bool:
    """True for "later", "before he came", "once"; "after church" stays in the day."""
    follows = token.lower_ in words.SEQUENCE and token.lower_ not in STAYING
    return follows and token.dep_ in ("advmod", "mark", "amod")


def _is_main(verb: Token) -> bool:
    head = verb
    while head.dep_ == "conj" and grammar.is_verb(head.head):
        head = head.head
    return head.dep_ == "ROOT"
