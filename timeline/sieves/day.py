"""A diary tells of its day: what it tells as past, and dates nowhere else, happened then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..annotation import Anchor, Event, passage_at
from . import grammar
from .base import Found, Scene
from .carried import REAL, TELLING
from .frames.bounding import is_datable, within
from .frames.making import make_document_anchor
from .grammar import words
from .grammar.tokens import Sentence, Token
from .tying.phrase import DIARY

NAME = "day"
CLASSES = (*TELLING, "REPORTING")  # what a diary tells of
PARSED_AS = ("VBN", "NNP", "JJ", "NN")  # a past verb that opens a sentence
STAYING = frozenset("again still now".split())  # they move no story on


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The day of its entry for what a diary's main clauses tell."""
    if not any(passage.date.basis == DIARY for passage in scene.passages):
        return
    dated = {place for place, one in scene.inside.items() if is_datable(one.value)} - _stamped(
        scene
    )
    for sentence, part in _parts(scene):
        if any((t.i in dated and not _says_which(t)) or _moves(t) for t in part):
            continue
        for event in told_in(scene, sentence, part, CLASSES):
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


def _parts(scene: Scene) -> Iterator[tuple[Sentence, Sequence[Token]]]:
    """The sentences in their parts: what stands behind a semicolon may be of another day."""
    for sentence in scene.doc.sents:
        part: list[Token] = []
        for token in sentence:
            if token.text == ";":
                yield sentence, part
                part = []
            part.append(token)
        yield sentence, part


def told_in(
    scene: Scene, sentence: Sentence, part: Sequence[Token], classes: Collection[str]
) -> Iterator[Event]:
    """The finite past main verbs of a part; a participle at its head has lost its subject."""
    for token in part:
        event = scene.event_at.get(token.i)
        if event is None or event.class_ not in classes:
            continue
        if event.polarity == "NEG" or event.status not in REAL:
            continue
        if opens(sentence, token):
            yield event
        if not grammar.is_verb(token):
            continue
        if _is_main(token) and grammar.finite_form(token) == "past":
            yield event


def opens(sentence: Sentence, token: Token) -> bool:
    """True for "Left camp at dawn": no finite verb to the parser, and no subject."""
    if any(t.i < token.i and t.pos_ not in ("SPACE", "PUNCT") for t in sentence):
        return False
    return token.tag_ in PARSED_AS and grammar.own_subject(token) is None


def _moves(token: Token) -> bool:
    """True for "later", "before he came", "once"; "after church" stays in the day."""
    follows = token.lower_ in words.SEQUENCE and token.lower_ not in STAYING
    return follows and token.dep_ in ("advmod", "mark", "amod")


def _is_main(verb: Token) -> bool:
    head = verb
    while head.dep_ == "conj" and grammar.is_verb(head.head):
        head = head.head
    return head.dep_ == "ROOT"
