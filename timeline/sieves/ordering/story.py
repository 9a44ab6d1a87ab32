"""The order of a story that goes on: "he rose and left", and what the tenses of its verbs tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...annotation import Event, EventLink
from ...consistency import STORY
from .. import grammar
from ..base import Scene
from ..grammar.tokens import Token
from .signals import is_told

# What such words open did not begin before the main clause, or by_signal tells.
NOT_BEFORE = frozenset("before until till so while when whenever if unless after once".split())
# Forms of a sentence's verbs that, as the next sentence goes on, come later than those named.
FORWARD = {
    "past": ("present", "future", "modal", "infinitive"),
    "perfect": ("present", "future", "modal", "infinitive"),
    "present": ("future",),
}


def by_story(scene: Scene) -> Iterator[EventLink]:
    """A story goes on, "he rose and left"; what is told beside a report came before it."""
    previous: list[_Told] = []
    here: list[_Told] = []
    for event in scene.events:
        if here and event.sentence != here[0].event.sentence:
            previous, here = here, []
        verb = scene.trigger.get(event.id)
        if verb is None or not grammar.is_verb(verb):
            continue
        first = _coordinated(scene, event, verb)
        if first is not None:
            yield EventLink(event.id, "AFTER", first.id, STORY, "and")
        told = _Told(event, verb, _form(verb))
        for other in (*previous, *here):
            link = _beside(other, told) or _by_tense(other, told)
            if link is not None:
                yield link
            elif other.event.sentence != event.sentence and told.form in FORWARD.get(
                other.form, ()
            ):
                yield EventLink(event.id, "AFTER", other.event.id, STORY)
        here.append(told)


class _Told(NamedTuple):
    """A verb of the story, with the shape of its clause."""

    event: Event
    verb: Token
    form: str


def _form(verb: Token) -> str:
    form = grammar.finite_form(verb)
    return "infinitive" if form == "none" and verb.tag_ == "VB" else form


def _coordinated(scene: Scene, event: Event, verb: Token) -> Event | None:
    """The verb before in "rose and left", "fell and he left": told in the order of its going on."""
    if verb.dep_ != "conj" or not grammar.is_verb(verb):
        return None
    form = grammar.finite_form(verb)
    if form != grammar.finite_form(verb.head):
        return None
    first = scene.event_at.get(verb.head.i)
    if first is None or not (is_told(first) and is_told(event)):
        return None
    if form == "past" and grammar.own_subject(verb) is None:
        return first
    return first if first.class_ == event.class_ == "OCCURRENCE" else None


def _beside(first: _Told, second: _Told) -> EventLink | None:
    """How a report and what is told in its sentence, or beside it, lie: by the tense."""
    report, other = (second, first) if second.event.class_ == "REPORTING" else (first, second)
    if report.event.class_ != "REPORTING":
        return None
    if other.event.class_ == "REPORTING":
        return EventLink(second.event.id, "AFTER", first.event.id, STORY)
    relation = "AFTER" if other.form == "future" else "BEFORE"
    return EventLink(other.event.id, relation, report.event.id, STORY)


def _by_tense(first: _Told, second: _Told) -> EventLink | None:
    """What the forms of two verbs of a sentence say: "he says he won", "left the man named then".

    The later one began first; a clause of "because" or the like too: "left as they had no work".
    """
    if not (is_told(first.event) and is_told(second.event)):
        return None
    if first.event.sentence != second.event.sentence:
        return None
    verb, past = second.verb, first.form == "past"
    recalls = first.form == "present" and second.form == "past"
    modifies = past and verb.dep_ == "acl" and verb.tag_ == "VBN"
    explains = past and second.form == "past" and verb.dep_ == "advcl" and _explains(verb)
    if recalls or modifies or (explains and verb.head.i == first.verb.i):
        return EventLink(second.event.id, "BEFORE", first.event.id, STORY)
    return None


def _explains(clause: Token) -> bool:
    return not any(c.lower_ in NOT_BEFORE for c in clause.lefts if c.dep_ in ("mark", "advmod"))
