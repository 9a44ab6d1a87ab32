"""A date that holds for more than one verb: coordination."""

from __future__ import annotations

from collections.abc import Iterator

from ...annotation import Event
from .. import grammar
from ..base import Link, Scene
from ..grammar import words
from ..grammar.tokens import Token
from .phrase import is_fine, signal_before


def share(scene: Scene, trigger: Token, link: Link) -> Iterator[tuple[Event, Link]]:
    """What coordination makes of a link: (event, link) of the other verbs that it holds for."""
    if trigger.lemma_.lower() in words.DATING:
        return  # "a memo dated 18 December, and seen by us"
    first = signal_before(scene, link.expression)[1]
    if not grammar.is_verb(trigger):
        for noun in _adjacent(scene, trigger):
            if noun.i in scene.event_at:
                yield scene.event_at[noun.i], _as(link, "coordinated")
        if trigger.dep_ not in ("dobj", "nsubjpass") or trigger.head.lemma_ not in words.LIGHT:
            return
        trigger = trigger.head  # "held a protest on Sunday and blocked the road"
    fronted = first < grammar.clause_start(trigger)
    form = grammar.finite_form(trigger)
    for verb in grammar.later_conjuncts(trigger):
        if verb.i not in scene.event_at or grammar.is_negated(verb):
            continue
        own = grammar.own_subject(verb)
        # "had held their last meeting and voted": one auxiliary for both
        shares = form == "past-perfect" and own is None and grammar.finite_form(verb) == "past"
        if grammar.finite_form(verb) != form and not (shares and fronted):
            continue
        if fronted:
            yield scene.event_at[verb.i], _as(link, "fronted")
        elif first >= verb.i or not _goes_with(verb):
            continue
        elif _is_day(link, trigger) or _follows(link, verb):
            yield scene.event_at[verb.i], _as(link, "coordinated")
    if form == "past" and _is_day(link, trigger):
        for verb in _where(scene, trigger):
            yield scene.event_at[verb.i], _as(link, "coordinated")
    for verb in _adjacent(scene, trigger):
        if verb.i in scene.event_at and not grammar.is_negated(verb):
            yield scene.event_at[verb.i], _as(link, "coordinated")


def _goes_with(verb: Token) -> bool:
    """A verb without a subject of its own, or with an empty one: "and it was agreed to"."""
    subject = grammar.own_subject(verb)
    if subject is None:
        return True
    empty = subject.lower_ in ("it", "there") and subject.dep_ in ("nsubjpass", "expl")
    return empty and verb.lemma_.lower() in words.DECIDING


def _where(scene: Scene, trigger: Token) -> list[Token]:
    """The verbs of clauses that go on at the same place: "attended the station, where I saw"."""
    found = []
    for event in scene.events_between(trigger.idx, trigger.sent.end_char):
        verb = scene.trigger[event.id]
        if verb.dep_ != "relcl" or grammar.finite_form(verb) != "past":
            continue
        at_place = any(c.lower_ == "where" for c in verb.lefts)
        if at_place and any(a.i == trigger.i for a in verb.ancestors):
            found.append(verb)
    return [verb for verb in found if not grammar.is_negated(verb)]


def _adjacent(scene: Scene, token: Token) -> list[Token]:
    """The word before "and" that shares what follows: "arrested and charged on Tuesday"."""
    head = token.head
    if token.dep_ == "conj" and head.i == token.i - 2 and scene.doc[token.i - 1].dep_ == "cc":
        return [head]
    return []


def _is_day(link: Link, trigger: Token) -> bool:
    """A day holds for the next verb of the same subject; a year does not."""
    if link.signal not in ("", "on", "at", "in") or trigger.lemma_.lower() in words.CLOSING:
        return False
    return is_fine(link.expression)


def _follows(link: Link, verb: Token) -> bool:
    """What comes at once holds for a year too: "died in 1224 and was succeeded by his son"."""
    return link.signal in ("", "on", "in") and verb.lemma_.lower() in words.AT_ONCE


def _as(link: Link, how: str) -> Link:
    return Link(link.expression, link.signal, how, link.distance + 1)
