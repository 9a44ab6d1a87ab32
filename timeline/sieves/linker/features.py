"""What the linker looks at: features of an event, and of an event with another time of the text.

A feature is a short string; its number is a checksum cut to `BITS` bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from ...annotation import Anchor, Event
from ...temporal.axis import DAY_SECONDS
from ...temporal.values import Duration, Recurrence, Reference
from .. import grammar
from ..grammar.tokens import Token
from ..tying.phrase import signal_before
from .candidates import Other
from .slots import governor_of
from .story import Story

BITS = 20
ADVERBS = frozenset(
    """already still now recently later earlier soon yet once ever never before again currently
    today then previously next ago since meanwhile while after until when if as because""".split()
)


def number_of(feature: str) -> int:
    """The number of a feature."""
    return crc32(feature.encode()) >> (32 - BITS)


def event_features(story: Story, event: Event) -> Iterator[str]:
    """What is known of an event without regard to other times."""
    scene = story.scene
    token = scene.trigger[event.id]
    form = grammar.finite_form(token)
    number = story.sentence[token.i]
    yield "any"
    yield f"word {token.lower_}"
    yield f"lemma {event.lemma}"
    yield f"class {event.class_}"
    yield f"pos {event.pos}"
    yield f"tense {event.tense}"
    kind = f"{event.class_} {event.tense} {event.aspect}"
    yield f"kind {kind}"
    yield f"grammar {event.pos} {event.tense} {event.aspect}"
    yield f"status {event.status} {event.tense}"
    yield f"polarity {event.polarity} {event.class_}"
    yield f"modality {event.modality or ''} {event.class_}"
    yield f"form {form} {event.class_}"
    yield f"ending {token.lower_[-4:]} {event.pos}"
    yield f"tag {token.tag_} {token.dep_}"
    yield f"dep {token.dep_} {event.class_}"
    yield f"place {min(number, 3)} {event.class_}"
    yield f"quoted {story.quoted[token.i]} {kind}"
    place = scene.block_at(event.start)
    if place >= 0:
        yield f"block {scene.blocks[place].kind} {story.opening[number]} {event.tense}"
    yield from _clause(story, token, event)
    yield from _above(story, token, event)
    for link in scene.links_of(event)[:2]:
        value = link.expression.value
        if isinstance(value, (Duration, Recurrence, Reference)):
            name = type(value).__name__ if not isinstance(value, Reference) else value.name
            yield f"linked {name} {link.signal}"
            yield f"linked {name} {link.signal} {event.tense}"


def _clause(story: Story, token: Token, event: Event) -> Iterator[str]:
    """Words that hang on the event."""
    for child in token.children:
        lower = child.lower_
        if lower in ADVERBS or child.dep_ in ("mark", "neg", "aux"):
            yield f"with {child.dep_} {lower}"
            yield f"with {lower} {event.tense} {event.class_}"
        elif child.dep_ in ("det", "poss", "amod"):
            yield f"with {child.dep_} {lower if child.dep_ != 'poss' else ''}"
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "prep", "agent"):
            yield f"has {child.dep_} {lower if child.dep_ == 'prep' else child.ent_type_}"
            yield f"has {child.dep_} {event.class_} {event.tense}"


def _above(story: Story, token: Token, event: Event) -> Iterator[str]:
    """What the event hangs on: the events that govern it, with their tense and their time."""
    head = token.head
    yield f"head {head.lemma_.lower()} {token.dep_}"
    yield f"head {head.lemma_.lower()}"
    yield f"head {head.pos_} {token.dep_} {event.tense}"
    governor, path = governor_of(story, event)
    if governor is None:
        yield f"under nothing {event.class_} {event.tense}"
        return
    way = ">".join(path[:3])
    mine = f"{governor.class_} {governor.tense}"
    yield f"under {mine}"
    yield f"under {way} {mine}"
    yield f"under {mine} {event.class_} {event.tense} {event.aspect}"
    yield f"under {governor.lemma} {path[-1]}"
    anchor = story.found.get(governor.id)
    when = "nothing" if anchor is None else anchor.sieve
    yield f"under {way} {when}"
    yield f"under {when} {event.class_} {event.tense}"


def pair_features(story: Story, event: Event, other: Other, rank: int) -> Iterator[str]:
    """What is known of an event together with another time."""
    scene, expression = story.scene, other.expression
    token, head = scene.trigger[event.id], scene.head[expression.id]
    today = int(story.day.cell.lo)
    here, there = story.sentence[token.i], story.sentence[head.i]
    side = "past" if other.hi <= today else "future" if other.lo > today else "over"
    grain = _length(other)
    apart = max(-3, min(3, there - here))
    signal, _ = signal_before(scene, expression)
    yield "other"
    yield f"other {side} {grain}"
    yield f"other {side} {event.class_} {event.tense}"
    yield f"other {grain} {event.class_} {event.tense} {event.aspect}"
    yield f"apart {apart}"
    yield f"apart {apart} {side} {grain}"
    yield f"apart {apart} {event.class_} {event.tense}"
    yield f"rank {min(rank, 4)}"
    yield f"rank {min(rank, 4)} {side}"
    gap = abs(other.lo - today) // DAY_SECONDS
    yield f"gap {side} {gap.bit_length()}"
    yield f"gap {side} {gap.bit_length()} {event.tense}"
    if apart == 0:
        near = min(4, abs(head.i - token.i) // 4)
        order = "before" if head.i < token.i else "after"
        yield f"in sentence {near} {order}"
        yield f"in sentence {signal} {order}"
        yield f"in sentence {signal} {event.tense} {side}"
        yield f"path {_path(token, head)}"
        between = any(
            e.id != event.id for e in scene.events_between(*sorted((event.start, expression.start)))
        )
        yield f"in sentence {order} {between}"
    key = other.first, other.last
    echo = story.echoes.get(key, 0)
    most = echo > 0 and echo == story.most_echoes
    first_day = other.first == other.last == story.earliest
    place = f"{min(echo.bit_length(), 4)} {most} {first_day}"
    yield f"story {place} {side}"
    yield f"story {most} {first_day} {event.class_} {event.tense}"
    yield f"story {most} {first_day} {event.tense} {event.aspect} {event.pos}"
    if event.lemma in story.told.get(key, ()):
        yield "same word"
        yield f"same word {event.class_} {event.tense}"
    for link in scene.links_of(event):
        if link.expression.id == expression.id:
            yield f"link {link.how} {link.signal}"
            yield f"link {link.how} {grain} {event.class_}"
            yield f"link {link.how} {side} {event.tense}"
    yield from _governed(story, token, other)


def _governed(story: Story, token: Token, other: Other) -> Iterator[str]:
    """Whether an event above or below, or the one told last, has this time already."""
    scene, found = story.scene, story.found
    current = token
    for _ in range(4):
        if current.head.i == current.i:
            break
        dep, current = current.dep_, current.head
        governor = scene.event_at.get(current.i)
        if governor is not None:
            if _is_at(found.get(governor.id), other):
                yield f"governor at it {dep}"
            break
    for child in token.children:
        event = scene.event_at.get(child.i)
        if event is not None and _is_at(found.get(event.id), other):
            yield f"child at it {child.dep_}"
    before = story.sentence[token.i] - 1
    if before >= 0:
        main = scene.event_at.get(story.scene.doc.sents[before].root.i)
        if main is not None and _is_at(found.get(main.id), other):
            yield "told last"


def _is_at(anchor: Anchor | None, other: Other) -> bool:
    return anchor is not None and any(e.timex_id == other.expression.id for e in anchor.evidence)


def _length(other: Other) -> str:
    days = (other.hi - other.lo) // DAY_SECONDS
    for most, name in (
        (1, "day"),
        (4, "days"),
        (8, "week"),
        (32, "month"),
        (100, "quarter"),
        (367, "year"),
    ):
        if days <= most:
            return name
    return "years"


def _path(token: Token, other: Token) -> str:
    """The relations from an event up to what both hang on, and down to the expression."""
    above = [token, *token.ancestors]
    places = {t.i: n for n, t in enumerate(above)}
    down: list[str] = []
    current = other
    while current.i not in places and current.head.i != current.i and len(down) < 5:
        down.append(current.dep_)
        current = current.head
    up = [t.dep_ for t in above[: places.get(current.i, 5)]][:4]
    return "<".join(up) + ">" + ">".join(reversed(down))
