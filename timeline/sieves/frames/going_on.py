"""Whether what an event tells goes on: for a stretch, on a day, or still."""

from __future__ import annotations

from ...annotation import Event
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token

STATES = ("STATE", "I_STATE")


def is_current(scene: Scene, event: Event) -> bool:
    """True where the clause still holds when the text is written: "has worked", "works"."""
    form = grammar.finite_form(scene.trigger[event.id])
    return form in ("perfect", "present")


def counts_on(scene: Scene, event: Event) -> bool:
    """True for a state told as it is on a day: "held 19 percent", "is 3.1 million"."""
    trigger = scene.trigger[event.id]
    if grammar.finite_form(trigger) not in ("past", "present"):
        return False
    return event.class_ in STATES or trigger.lemma_.lower() in words.DURATIVE | words.MEASURING


def goes_on(scene: Scene, event: Event) -> bool:
    """True for states, lasting activities and what did not happen over a stretch."""
    trigger = scene.trigger[event.id]
    if event.class_ in STATES or trigger.lemma_.lower() in words.DURATIVE:
        return True
    progressive = any(c.lemma_ == "be" and c.dep_ == "aux" for c in trigger.children)
    return event.polarity == "NEG" or (progressive and trigger.tag_ == "VBG")


def takes_a_while(scene: Scene, event: Event) -> bool:
    """True for what is done to many one after the other, and for what takes place for a time.

    "Six cycles were given between May and July", "published four volumes", "the trial took place".
    """
    trigger = scene.trigger[event.id]
    if trigger.lemma_.lower() in words.LONG:
        return True
    if not grammar.is_verb(trigger):
        return False
    themes = grammar.objects_of(trigger)
    if any(t.lemma_.lower() == "place" for t in themes) or not themes:
        subject = grammar.subject_of(trigger)
        # "two bombs exploded" apart; "38 % of lookups failed" all along
        themes = [subject] if subject is not None and not _is_counted(subject) else []
    return any(_is_many(t) or t.lemma_.lower() in words.LONG for t in themes)


def _is_counted(noun: Token) -> bool:
    return noun.tag_ == "NNS" and any(c.dep_ == "nummod" for c in noun.lefts)


def _is_many(noun: Token) -> bool:
    """A plural, or a share of one: "four volumes", "a third of requests"."""
    if noun.tag_ in ("NNS", "NNPS"):
        return True
    of = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of")
    return any(c.tag_ == "NNS" for p in of for c in p.rights)
