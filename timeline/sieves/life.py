"""A life tells when somebody was born, died, and was of an age: "(3 May 1871 – 22 October 1949)".

The dates in brackets behind the name that a text begins with are those of birth and death; without
them the first birth that the text dates is that of whom it is about. From the birth an age counts:
"retired at the age of 70", "when she was nine", "At sixteen she won".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..annotation import Anchor, Bounds, Event, TemporalExpression
from ..rules.numbers import parse_cardinal
from ..temporal.arithmetic import first_moment, last_moment, move
from ..temporal.granularity import Granularity
from ..temporal.values import Interval, Moment
from . import grammar
from .base import Found, Scene
from .frames.bounding import Frame, within
from .frames.making import make_anchor
from .grammar.tokens import Token

NAME = "life"
HEAD = 400  # characters: where a text says whose life it tells
EARLY = 4000  # characters: where a text tells the birth of whom it is about
LONGEST = 115  # years
YOUNGEST = 13  # years: "At six he left" is rather a time of day
PERSONS = frozenset(("he", "she"))
BORN, DIED = "bear", "die"
BEFORE = re.compile(r"\((?:born |b\. ?)?$")
AGE = re.compile(
    r"\b(?:at (?:the )?age (?:of )?|aged |when (?P<who>he|she) was )"
    r"(?P<years>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
    r"(?= ?(?:[.,;:!?)]|$|years? (?:old|of age)|(?:and|but|he|she|his|her|to|in|from|with|by)\b))",
    re.IGNORECASE,
)
AT = re.compile(
    r"\bat (?P<years>\d\d|[a-z]{3,9}(?:-[a-z]{3,5})?)(?=,? (?P<who>he|she)\b)"
    r"|\bat (?P<words>[a-z]{4,9}(?:-[a-z]{3,5})?)(?= ?(?:[.,;:!?)]|$|(?:and|but|to|from|with)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Life:
    """Whose life it is, when it began and ended, and the expressions that tell it."""

    name: str
    born: Moment
    died: Moment | None
    evidence: tuple[TemporalExpression, TemporalExpression]


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of the birth and death of whom the text is about, and of what an age dates."""
    life = _life(scene) or _birth(scene, found)
    if life is None:
        return
    for event in scene.events:
        trigger = scene.trigger.get(event.id)
        if trigger is None or event.id in found or event.polarity == "NEG":
            continue
        if scene.links_of(event) or not grammar.is_verb(trigger):
            continue
        lemma = trigger.lemma_.lower()
        if lemma in (BORN, DIED) and _is_about(trigger, life):
            date = life.born if lemma == BORN else life.died
            if date is not None:
                evidence = [(life.evidence[lemma == DIED], "in brackets")]
                yield make_anchor(event, within(date), NAME, evidence)
                continue
        yield from _of_age(scene, event, trigger, life)


def _life(scene: Scene) -> _Life | None:
    """The life that the brackets behind the first name tell; None without such."""
    by_id = {e.id: e for e in scene.expressions}
    for expression in scene.expressions:
        if expression.start > HEAD:
            return None
        if not BEFORE.search(scene.text, max(0, expression.start - 8), expression.start):
            continue
        if scene.text[expression.end : expression.end + 1] not in (")", ",", ";"):
            continue
        name, value = _name_before(scene, expression), expression.value
        if name and isinstance(value, Interval):
            born, died = value.start, value.end
            if not isinstance(born, Moment) or not isinstance(died, Moment):
                continue
            if 0 < died.year - born.year <= LONGEST:
                ends = tuple(by_id[end] for end in expression.ends if end in by_id)
                first, last = ends if len(ends) == 2 else (expression, expression)
                return _Life(name, born, died, (first, last))
        named = "b" in scene.text[max(0, expression.start - 6) : expression.start].lower()
        if name and named and isinstance(value, Moment):
            return _Life(name, value, None, (expression, expression))
    return None


def _birth(scene: Scene, found: Found) -> _Life | None:
    """The life of whom the first birth that the text dates is told; of others' it tells no age."""
    by_id = {e.id: e for e in scene.expressions}
    for event in scene.events_between(0, EARLY):
        trigger, anchor = scene.trigger.get(event.id), found.get(event.id)
        if trigger is None or trigger.lemma_.lower() != BORN or anchor is None:
            continue
        subject = grammar.subject_of(trigger)
        dated = by_id.get(anchor.evidence[0].timex_id)
        if subject is None or dated is None or not isinstance(dated.value, Moment):
            return None
        if anchor.shape != "instant" or subject.pos_ not in ("PROPN", "PRON"):
            return None
        return _Life(subject.lower_, dated.value, None, (dated, dated))
    return None


def _name_before(scene: Scene, expression: TemporalExpression) -> str:
    """The last word of the name before a bracket."""
    bracket = next(
        (i for i in range(scene.within[expression.id].start, -1, -1) if scene.doc[i].text == "("), 0
    )
    before = scene.doc[bracket - 1] if bracket else None
    return before.lower_ if before is not None and before.pos_ == "PROPN" else ""


def _is_about(verb: Token, life: _Life) -> bool:
    """True where the verb is said of the person: by a pronoun, or by the last name."""
    subject = grammar.subject_of(verb)
    return subject is not None and (subject.lower_ in PERSONS or subject.lower_ == life.name)


def _of_age(scene: Scene, event: Event, verb: Token, life: _Life) -> Iterator[Anchor]:
    """What happened at an age: in the year from one birthday to the next."""
    first, last = verb.left_edge, verb.right_edge
    words = scene.text[first.idx : last.idx + len(last.text)]
    told = AGE.search(words) or AT.search(words)
    if told is None:
        return
    if not told["who"] and not _is_about(verb, life):
        return
    if any(t.i in scene.event_at and t.i != verb.i and t.idx < first.idx + told.start()
           for t in verb.subtree if t.i > verb.i and t.dep_ == "conj"):  # fmt: skip
        return  # "studied and retired at the age of 70": the age is of the second
    said = told["years"] or told.groupdict().get("words") or ""
    years = parse_cardinal(said.lower())
    least = YOUNGEST if told.re is AT else 1
    if years is None or not least <= years <= LONGEST:
        return
    bounds = _year_of_life(life.born, int(years))
    frame = Frame("instant", bounds, bounds, "IS_INCLUDED", Granularity.YEAR, bounded=False)
    made = make_anchor(event, frame, NAME, [(life.evidence[0], told[0])], basis="relative")
    yield replace(made, inferred=True)


def _year_of_life(born: Moment, years: int) -> Bounds:
    first, last = first_moment(born), last_moment(born)
    if first is None or last is None:
        return Bounds(None, None)
    end = move(last, years + 1, Granularity.YEAR)
    if born.granularity <= Granularity.DAY:
        end = move(end, -1, Granularity.DAY)
    return Bounds(move(first, years, Granularity.YEAR), end)
