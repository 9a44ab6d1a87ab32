"""A chronicle says its dates once: what stands under one of them is of its time.

The section below a heading that is a year or a month, and the rest of a line that a date leads:
"1841: The railway arrives. Traffic falls at once."
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..annotation import Anchor, Event, TemporalExpression, passage_at
from ..document import Block
from ..rules.chronicle import depth, heads_section, leads_line, opens_block
from ..temporal.values import Interval, Moment, TimeValue, Unresolved
from . import grammar
from .base import Found, Scene
from .carried import QUOTES, REAL, TELLING
from .day import opens
from .frames.bounding import Frame, bounds_of, is_datable, somewhere_in, within
from .frames.making import make_anchor
from .grammar import words
from .grammar.tokens import Sentence, Token

NAME = "under"
TOLD = frozenset({*TELLING, "ASPECTUAL"})
# A present tense with a date of the past tells a story too: "1853: the railway buys the canal".
STORY = frozenset({*REAL, "ongoing", "generic"})
FEWEST = 2  # lines that a date leads, or headings that are one: a lone one dates the paper


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The time of a heading or of a line's own date for main clauses without any other."""
    heads = _heads(scene)
    if not heads:
        return
    current: TemporalExpression | None = None
    last = -1
    for number, start in enumerate(scene.doc.sentence_starts):
        place = scene.block_at(start)
        if place != last:
            last = place
            current = heads.get(place)
        if current is None or passage_at(scene.passages, start) is not None:
            continue
        sentence = scene.doc.sents[number]
        if _goes_elsewhere(scene, sentence, current):
            current = None
            continue
        if any(t.text in QUOTES or _moves(t) for t in sentence):
            continue
        for event in _told(scene, sentence):
            if event.id not in found and not scene.links_of(event):
                anchor = make_anchor(
                    event,
                    _frame(current),
                    NAME,
                    [(current, f"under {current.text!r}")],
                    inferred=True,
                    basis="inferred",
                )
                yield replace(anchor, chronicled=True)


def _heads(scene: Scene) -> dict[int, TemporalExpression]:
    """By the index of a block, the date that its heading is or that it begins with."""
    ends = {end for e in scene.expressions for end in e.ends}
    headings: dict[int, TemporalExpression] = {}
    led: dict[int, TemporalExpression] = {}
    for expression in scene.expressions:
        place = scene.block_at(expression.start)
        if place < 0 or expression.id in ends or not is_datable(expression.value):
            continue
        if expression.value == scene.date.value:
            continue  # the day of a report stands alone above it
        block = scene.blocks[place]
        if heads_section(scene.text, block, expression.start, expression.end):
            headings[place] = expression
        elif _opens(scene, block, expression):
            led[place] = expression
    heads = led if len(led) >= FEWEST else {}
    headings = headings if len(headings) >= FEWEST else {}
    current: TemporalExpression | None = None
    level = 0
    for place, block in enumerate(scene.blocks):
        if block.kind == "heading":
            here = depth(scene.text, block)
            if place in headings or not here > level > 0:
                current, level = headings.get(place), here
        elif current is not None:
            heads.setdefault(place, current)
    return heads


def _opens(scene: Scene, block: Block, expression: TemporalExpression) -> bool:
    begins = opens_block(scene.text, block, expression.start)
    return begins and leads_line(scene.text, expression.start, expression.end) is not None


def _goes_elsewhere(scene: Scene, sentence: Sentence, head: TemporalExpression) -> bool:
    """Whether a sentence comes to a time outside: what follows may be of that."""
    others = (scene.inside.get(token.i) for token in sentence)
    return any(one is not None and one.id != head.id and not _lies_in(one, head) for one in others)


def _lies_in(one: TemporalExpression, head: TemporalExpression) -> bool:
    if not isinstance(one.value, Moment):
        return False
    inner, outer = bounds_of(one.value), bounds_of(_value(head))
    if inner.earliest is None or inner.latest is None:
        return False
    begins = outer.earliest is not None and inner.earliest.cell.lo >= outer.earliest.cell.lo
    return begins and (outer.latest is None or inner.latest.cell.hi <= outer.latest.cell.hi)


def _told(scene: Scene, sentence: Sentence) -> Iterator[Event]:
    """The main clauses of a sentence that tell what happened, also those before a semicolon."""
    for token in sentence:
        event = scene.event_at.get(token.i)
        if event is None or event.class_ not in TOLD:
            continue
        if event.polarity == "NEG" or event.status not in STORY:
            continue
        noun = token.pos_ == "NOUN" and token.i == sentence.root.i == sentence.start
        if noun or opens(sentence, token) or _tells(token):
            yield event


def _tells(verb: Token) -> bool:
    """True for a finite main verb; "It runs on tablets" says what a thing is like."""
    if not grammar.is_verb(verb) or not _is_main(verb) or verb.tag_ == "VBG":
        return False
    form = grammar.finite_form(verb)
    return form == "past" or (form == "present" and not _is_like(verb))


def _is_like(verb: Token) -> bool:
    """Whether a present tense says what a thing does all the time."""
    deed = any(child.lower_ in words.DEEDS for child in verb.rights)
    return verb.lemma_.lower() in words.LIKE and not deed


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and grammar.is_verb(verb.head):
        verb = verb.head
    return verb.dep_ == "ROOT" or grammar.stands_before_semicolon(verb)


def _moves(token: Token) -> bool:
    """True for "later", "before he came"; what comes "then" is still of the year."""
    follows = token.lower_ in words.SEQUENCE and token.lower_ != "then"
    return follows and token.dep_ in ("advmod", "mark", "amod")


def _frame(head: TemporalExpression) -> Frame:
    value = _value(head)
    return somewhere_in(value) if isinstance(value, Interval) else within(value)


def _value(head: TemporalExpression) -> TimeValue:
    assert not isinstance(head.value, Unresolved)  # what cannot be placed heads nothing
    return head.value
