"""An event bounds another without a date between them: "unemployed since his dismissal".

The word behind "since" and "until" names an event that the text dates elsewhere, or a clause does
("until the bridge opened"); so does the gathering that something happened at ("at the hearing").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..annotation import Anchor, Bounds, Event
from ..temporal.arithmetic import first_moment
from . import grammar
from .base import Found, Scene
from .frames.bounding import NOT_BOUNDED
from .grammar import words
from .grammar.tokens import Token
from .named_events.mentions import Mention, Mentions, collect, is_usable

NAME = "event"
SINCE = frozenset({"since"})
AT = frozenset("at during".split())
ON = frozenset("on upon at".split())
# What opens a stay: "On arrival she was febrile", of whoever was brought in or admitted.
STAYS = {
    "arrival": (
        "arrive", "arrival", "bring", "bring in", "admit", "admission", "attend", "present",
        "transfer",
    ),
    "presentation": ("present", "attend", "bring", "bring in", "admit", "admission"),
    "admission": ("admit", "admission", "bring", "bring in"),
    "discharge": ("discharge",),
}  # fmt: skip


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors that take their bounds from another event."""
    waiting = [e for e in scene.events if e.id not in found and not scene.links_of(e)]
    asked = [(e, *link) for e in waiting if (link := _link(scene, e)) is not None]
    if not asked:
        return
    usable = {event: anchor for event, anchor in found.items() if is_usable(anchor)}
    mentions = collect(scene, usable)
    for event, signal, token in asked:
        anchor = _bound(scene, mentions, event, signal, token)
        if anchor is not None:
            yield anchor


def _link(scene: Scene, event: Event) -> tuple[str, Token] | None:
    """The signal of an event's clause and the word for the other event; None without one."""
    trigger = scene.trigger.get(event.id)
    if trigger is None:
        return None
    verb = trigger if grammar.is_verb(trigger) else _carrier(trigger)
    if verb is None:
        return None
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "prep" and word in ON and (stay := _stay(child)) is not None:
            return "on", stay
        if child.dep_ == "prep" and (word in SINCE | words.UNTIL | AT):
            noun = next((c for c in child.rights if c.dep_ == "pobj"), None)
            if noun is None or noun.i in scene.inside or noun.pos_ != "NOUN":
                continue
            if word in AT and not _is_gathering(noun):
                continue
            return word, noun
        if child.dep_ == "advcl" and grammar.is_verb(child):
            marks = {c.lower_ for c in child.lefts if c.dep_ in ("mark", "advmod")}
            signal = next(iter(marks & (SINCE | words.UNTIL)), "")
            if signal and grammar.finite_form(child) == "past":
                return signal, child
    return None


def _stay(on: Token) -> Token | None:
    """The bare noun of "on arrival"."""
    noun = next((c for c in on.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in STAYS or any(True for _ in noun.children):
        return None
    return noun


def _carrier(trigger: Token) -> Token | None:
    """The copula of a predicate: "has been unemployed"."""
    head = trigger.head
    return head if trigger.dep_ in ("acomp", "attr") and grammar.is_verb(head) else None


def _is_gathering(noun: Token) -> bool:
    definite = any(c.lower_ in ("the", "that", "this") for c in noun.lefts)
    return definite and noun.lemma_.lower() in words.GATHERINGS


def _bound(
    scene: Scene, mentions: Mentions, event: Event, signal: str, token: Token
) -> Anchor | None:
    current = _holds_now(scene, event)
    if signal in SINCE and not current:
        return None  # "since he was ill" may be the reason
    mention = (
        mentions.before(token, STAYS[token.lower_]) if signal == "on" else mentions.find(token)
    )
    if isinstance(mention, str) or mention.event.id == event.id:
        return None
    if signal in SINCE:
        begun = mention.anchor.end if mention.anchor.shape == "interval" else mention.anchor.begin
        date = scene.speech_at(event.start)[0].value
        still = Bounds(first_moment(date) if date else None, None)
        if begun == NOT_BOUNDED:
            return None
        return _make(event, mention, "since", begun, still, "BEGUN_BY", ongoing=True)
    if signal in words.UNTIL:
        if mention.anchor.begin == NOT_BOUNDED:
            return None
        return _make(event, mention, "until", NOT_BOUNDED, mention.anchor.begin, "ENDED_BY")
    if mention.anchor.shape == "interval" or event.status not in ("happened", "planned"):
        return None
    both = mention.anchor.begin
    return _make(event, mention, signal, both, both, "IS_INCLUDED", shape="instant")


def _holds_now(scene: Scene, event: Event) -> bool:
    trigger = scene.trigger[event.id]
    verb = trigger if grammar.is_verb(trigger) else _carrier(trigger)
    return verb is not None and grammar.finite_form(verb) in ("perfect", "present")


def _make(
    event: Event,
    mention: Mention,
    signal: str,
    begin: Bounds,
    end: Bounds,
    relation: str,
    *,
    ongoing: bool = False,
    shape: str = "interval",
) -> Anchor:
    """The other event's anchor with the bounds that it gives; its evidence is what dates that."""
    first = mention.anchor.evidence[0]
    note = f"{signal} {mention.event.text!r}".replace("'", '"')
    return replace(
        mention.anchor,
        event_id=event.id,
        sieve=NAME,
        shape="instant" if shape == "instant" else "interval",
        begin=begin,
        end=end,
        relation=relation,
        basis="event",
        evidence=(replace(first, note=note), *mention.anchor.evidence[1:]),
        value_id=None,
        ongoing=ongoing,
        rivals=(),
        part_of=None,
    )
