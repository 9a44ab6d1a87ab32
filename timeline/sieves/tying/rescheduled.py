"""What was set for one day and moved to another: "set for 4 April, was moved to 18 April".

The day to which it was moved is that of what was moved; the day before is that of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...annotation import Event, TemporalExpression
from ...rules.prospective import BACK_AND_FORTH, NEW_DAY, RESCHEDULING
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token

SET_FOR = ("", "for", "on", "at")


@dataclass(frozen=True, slots=True)
class Moved:
    """The day to which events are moved."""

    day: TemporalExpression
    events: Sequence[Event]


def new_day_of(
    scene: Scene, verb: Token, expression: TemporalExpression, signal: str
) -> Moved | None:
    """What a verb moves to the day behind "to"; None if it does no such thing."""
    if not moves_in_time(verb):
        return None
    day: TemporalExpression | None = expression
    if expression.type == "INTERVAL":  # "postponed from 3 May to 7 June"
        begins = scene.doc[scene.within[expression.id].start].lower_
        last = expression.ends[-1:] if begins == "from" else ()
        day = next((e for e in scene.expressions if e.id in last), None)
    elif signal not in NEW_DAY:
        return None
    objects = [noun for noun in grammar.objects_of(verb) if noun.head.i == verb.i]
    events = [scene.event_at[noun.i] for noun in objects if noun.i in scene.event_at]
    own = scene.event_at.get(verb.i)
    found = events or ([own] if own is not None else [])
    return Moved(day, found) if day is not None and found else None


def old_day_of(scene: Scene, target: Token, signal: str) -> Event | None:
    """The plan that a day belongs to which is no longer that of what was planned."""
    if signal not in SET_FOR:
        return None
    due = [c for c in target.rights if c.dep_ == "acomp" and c.lower_ in words.TIMED]
    plan = due[0] if target.lemma_ == "be" and due else target
    if plan.lemma_.lower() not in words.ARRANGING | words.TIMED:
        return None
    later = (v for v in _verbs_beyond(target) if v.i > plan.i and moves_in_time(v))
    return scene.event_at.get(plan.i) if any(map(_has_new_day, later)) else None


def moves_in_time(verb: Token) -> bool:
    """Whether a verb is one of moving things in time; of some only the words behind it tell."""
    lemma = verb.lemma_.lower()
    with_particle = (f"{lemma} {c.lower_}" for c in verb.rights if c.lower_ in BACK_AND_FORTH)
    return lemma in RESCHEDULING or any(name in RESCHEDULING for name in with_particle)


def _verbs_beyond(target: Token) -> Iterator[Token]:
    """The verbs that go on to tell of what a plan is said of."""
    yield from grammar.later_conjuncts(target)
    if target.dep_ in ("acl", "relcl"):
        yield target.head.head
        yield from grammar.later_conjuncts(target.head.head)


def _has_new_day(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in NEW_DAY for c in verb.rights)
