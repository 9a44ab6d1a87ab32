"""What a text says of the order of its events, without dates: one link for each thing said.

Each kind of evidence is one function; their order is one tuple, most precise first. Links of the
first kind also hand dates on; the others order begins, and the last is a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...annotation import EventLink
from .. import grammar
from ..base import Found, Scene
from .again import find_named_again
from .signals import by_signal
from .story import by_story

REPORTED, INTENDED = "reported", "intended"


def find_event_links(scene: Scene, found_by: Found) -> tuple[EventLink, ...]:
    """The links in the order of their events; of two for a pair the more precise kind stays.

    `found_by`: the anchors so far. A word behind a signal may name an event that has one.
    """
    found: dict[tuple[str, str], EventLink] = {}
    for find in KINDS:
        for link in find(scene):
            if (link.other_id, link.event_id) not in found and link.event_id != link.other_id:
                found.setdefault((link.event_id, link.other_id), link)
    for link in find_named_again(scene, found_by, tuple(found.values())):
        found.setdefault((link.event_id, link.other_id), link)
    start = {event.id: event.start for event in scene.events}
    return tuple(sorted(found.values(), key=lambda x: (start[x.event_id], start[x.other_id])))


def by_report(scene: Scene) -> Iterator[EventLink]:
    """What somebody said had happened happened before, what will happen comes after."""
    for event in scene.events:
        verb = scene.trigger.get(event.id) if event.class_ == "REPORTING" else None
        if verb is None or not grammar.is_verb(verb):
            continue
        for child in verb.children:
            told = scene.event_at.get(child.i)
            if child.dep_ == "ccomp" and told is not None and told.class_ != "REPORTING":
                relation = _told_relation(grammar.finite_form(child))
                if relation:
                    yield EventLink(told.id, relation, event.id, REPORTED, verb.lower_)


def _told_relation(form: str) -> str | None:
    if form in ("past", "perfect", "past-perfect"):
        return "BEFORE"
    if form == "present":
        return "INCLUDES"
    return "AFTER" if form in ("future", "modal") else None


def by_intention(scene: Scene) -> Iterator[EventLink]:
    """What is done to some end, "he refused to go": first the one, then what it was for."""
    for event in scene.events:
        verb = scene.trigger.get(event.id)
        if verb is None or verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl"):
            continue
        first = scene.event_at.get(verb.head.i)
        if first is None or first.class_ in ("STATE", "I_STATE", "ASPECTUAL"):
            continue
        is_infinitive = any(c.tag_ == "TO" for c in verb.lefts)
        if is_infinitive and grammar.finite_form(verb.head) in ("past", "perfect"):
            yield EventLink(event.id, "AFTER", first.id, INTENDED, "to")


KINDS: tuple[Callable[[Scene], Iterator[EventLink]], ...] = (
    by_signal,
    by_report,
    by_intention,
    by_story,
)
