"""What a story tells between two hours of one day is of that day.

"At 6.10 the pump stopped. Two men went below. They closed the valve. By 6.40 the water fell": where
nothing else is dated in between, the main clauses told as past are of the day; where three hours
have led so far, so are the next ones of the paragraph. The day itself may stand for the first hour,
but not so far off: behind it a report may tell of the past.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..annotation import Anchor, Bounds, TemporalExpression, passage_at
from ..temporal.anchor import bases
from ..temporal.arithmetic import truncate
from ..temporal.expression import Base
from ..temporal.granularity import Granularity
from ..temporal.values import Moment, Unresolved
from .base import Found, Scene
from .carried import QUOTES, TELLING
from .day import told_in
from .frames.bounding import Frame, bounds_of, is_datable
from .frames.making import make_anchor
from .grammar import words
from .grammar.tokens import Token
from .reporting import PRESS

NAME = "between"
CLASSES = (*TELLING, "ASPECTUAL")  # "Heavy fire commenced"
REACH = 16  # sentences between two hours
AFTER = 3  # sentences behind the last hour, in its paragraph
NEAR = 4  # sentences between a day and the first hour that is told of it
NO_TIME = ("DURATION", "SET")  # they only say how long or how often


class Stop(NamedTuple):
    """A time at which the story is told to be: its day, when it begins, and whether it is an hour.

    `sentence`: the number of the sentence that it stands in.
    """

    expression: TemporalExpression
    day: Moment
    begin: float
    is_hour: bool
    sentence: int


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of main verbs in the sentences from one hour of a day to the next."""
    known: set[str] = set()
    # What a report in the press says was said is of its own day.
    classes = CLASSES if scene.date.basis in PRESS else (*CLASSES, "REPORTING")
    for first, note, numbers in _stretches(scene):
        whole = Bounds(first.day, first.day)
        frame = Frame("instant", whole, whole, "IS_INCLUDED", Granularity.DAY, bounded=False)
        for number in numbers:
            sentence = scene.doc.sents[number]
            if any(token.text in QUOTES or _leads_away(token) for token in sentence):
                continue
            for event in told_in(scene, sentence, sentence, classes):
                if event.id in found or event.id in known or scene.links_of(event):
                    continue
                known.add(event.id)
                evidence = [(first.expression, note)]
                yield make_anchor(event, frame, NAME, evidence, inferred=True, basis="inferred")


def _stretches(scene: Scene) -> Iterator[tuple[Stop, str, range]]:
    """The sentences that a story tells of a day, what dates them, and a note that says why."""
    pairs = list(_pairs(scene))
    opened = {first.expression.id for first, _ in pairs}
    closed = {last.expression.id for _, last in pairs}
    for first, last in pairs:
        note = f"between {first.expression.text!r} and {last.expression.text!r}"
        yield first, note, range(first.sentence + (not first.is_hour), last.sentence + 1)
        if first.expression.id in closed and last.expression.id not in opened:
            note = f"after {last.expression.text!r}"
            yield last, note, range(last.sentence + 1, _end(scene, last))


def _end(scene: Scene, last: Stop) -> int:
    """The number of the sentence at which the story of a day leaves its last hour."""
    starts = scene.doc.sentence_starts
    block = scene.block_at(last.expression.start)
    end = min(last.sentence + 1 + AFTER, len(starts))
    place = bisect_right(scene.expressions, last.expression.start, key=lambda e: e.start)
    later = (scene.expressions[k] for k in range(place, len(scene.expressions)))
    following = next((e for e in later if e.type not in NO_TIME), None)
    if following is not None:
        end = min(end, bisect_right(starts, following.start) - 1)
    while end > last.sentence + 1 and scene.block_at(starts[end - 1]) != block:
        end -= 1
    return end


def _pairs(scene: Scene) -> Iterator[tuple[Stop, Stop]]:
    """Two times of one day that follow each other, with nothing dated between them."""
    ends = {end for e in scene.expressions for end in e.ends}
    starts = scene.doc.sentence_starts
    before: Stop | None = None
    for expression in scene.expressions:
        if expression.id in ends or expression.type in NO_TIME or _is_said(scene, expression):
            continue
        now = _stop(expression, starts)
        other = now is None or before is None or now.day.cell != before.day.cell
        if other and _in_brackets(scene.text, expression):
            continue
        if now is None:
            before = before if _holds(expression, before) else None
            continue
        if before is not None and now.is_hour and _goes_on(scene, before, now):
            yield before, now
        before = now


def _stop(expression: TemporalExpression, starts: Sequence[int]) -> Stop | None:
    """The time that an expression gives a story, if it is of one day."""
    if isinstance(expression.value, Unresolved) or not is_datable(expression.value):
        return None
    bounds = bounds_of(expression.value)
    if bounds.earliest is None or bounds.latest is None:
        return None
    day = truncate(bounds.earliest, Granularity.DAY)
    if bounds.earliest.granularity > Granularity.DAY or bounds.latest.cell.hi > day.cell.hi:
        return None
    is_hour = bounds.earliest.granularity.is_clock
    sentence = bisect_right(starts, expression.start) - 1
    return Stop(expression, day, bounds.earliest.cell.lo, is_hour, sentence)


def _holds(expression: TemporalExpression, stop: Stop | None) -> bool:
    """Whether a longer time is that of the day told, "all that week", or none at all."""
    if stop is None:
        return False
    if isinstance(expression.value, Unresolved):  # "the day he left" is no other day of the story
        return expression.expr is not None and Base.SPEECH not in bases(expression.expr)
    if not is_datable(expression.value):
        return True  # "now" names no time
    bounds = bounds_of(expression.value)
    if bounds.earliest is None or bounds.latest is None:
        return False
    return bounds.earliest.cell.lo <= stop.begin < bounds.latest.cell.hi


def _is_said(scene: Scene, expression: TemporalExpression) -> bool:
    """Whether somebody only named a time: "In your statement you said 6:25"."""
    head = scene.head.get(expression.id)
    return head is not None and head.dep_ == "dobj" and head.head.lemma_.lower() in words.SAYING


def _in_brackets(text: str, expression: TemporalExpression) -> bool:
    """Whether words stand in brackets, beside the story: "(He died five days later.)"."""
    opened = text.rfind("(", 0, expression.start)
    return opened > text.rfind(")", 0, expression.start) and opened > text.rfind(
        "\n", 0, expression.start
    )


def _goes_on(scene: Scene, first: Stop, last: Stop) -> bool:
    """Whether a story comes from one time to the other without a break."""
    reach = REACH if first.is_hour else NEAR
    if first.day.cell != last.day.cell or last.begin < first.begin:
        return False
    if not 0 < last.sentence - first.sentence <= reach + 1:
        return False
    start, end = first.expression.start, last.expression.start
    if passage_at(scene.passages, start) is not passage_at(scene.passages, end):
        return False
    here, there = scene.block_at(start), scene.block_at(end)
    return all(block.kind != "heading" for block in scene.blocks[here + 1 : there + 1])


def _leads_away(token: Token) -> bool:
    """True for words that lead behind the hours told, or out of them: "earlier", "for years"."""
    if token.lower_ in words.BEHIND:
        return token.dep_ in ("advmod", "mark", "amod")
    return token.lemma_.lower() in words.LONGER and token.tag_ == "NNS"
