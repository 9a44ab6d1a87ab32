"""The dated events that the words of signals name again: "resigned after the vote"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...annotation import Event, EventLink
from ...consistency import MENTION, SIGNAL
from .. import grammar
from ..base import Found, Scene
from ..named_events.mentions import collect, is_usable

# What something real lies beside in one of these ways is real too: "disabled during the move".
BESIDE_REAL = frozenset(
    {"AFTER", "IS_INCLUDED", "INCLUDES", "SIMULTANEOUS", "BEGUN_BY", "ENDED_BY"}
)
REAL = ("happened", "ongoing", "alleged")
AHEAD = ("future", "modal", "infinitive", "present")


def find_named_again(
    scene: Scene, found_by: Found, links: Sequence[EventLink]
) -> Iterator[EventLink]:
    """The dated events that the words of signals name again: "after the vote"."""
    asked = {e for link in links if link.sieve == SIGNAL for e in (link.event_id, link.other_id)}
    usable = {event: anchor for event, anchor in found_by.items() if is_usable(anchor)}
    asked -= usable.keys()
    if not asked or not usable:
        return
    mentions = collect(scene, usable)
    real = set(_beside_real(scene, links))
    for event in scene.events:
        token = scene.trigger.get(event.id) if event.id in asked else None
        if token is None:
            continue
        if grammar.is_verb(token) and token.dep_ not in ("advcl", "pcomp"):
            continue  # what is told anew, not gone back to
        mention = mentions.find(token)
        if isinstance(mention, str) or mention.event.id == event.id:
            continue
        if event.id in real and _is_to_come(scene, mention.event):
            continue
        yield EventLink(event.id, "IDENTITY", mention.event.id, MENTION)


def _beside_real(scene: Scene, links: Sequence[EventLink]) -> Iterator[str]:
    """The events that must have happened, as what a signal sets beside or after them has."""
    known = {event.id: event for event in scene.events}
    for link in links:
        main = known[link.event_id]
        if link.sieve != SIGNAL or link.relation not in BESIDE_REAL or main.status not in REAL:
            continue
        if not _looks_ahead(scene, main):
            yield link.other_id


def _is_to_come(scene: Scene, event: Event) -> bool:
    """Whether an event that the text dates is still ahead of it: "will be moved by 27 February"."""
    return event.status in ("planned", "possible") and _looks_ahead(scene, event)


def _looks_ahead(scene: Scene, event: Event) -> bool:
    verb = scene.trigger.get(event.id)
    return verb is not None and grammar.finite_form(verb) in AHEAD
