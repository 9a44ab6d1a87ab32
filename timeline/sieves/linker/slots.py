"""The words that stand for an event to the linker, which knows vectors of them."""

from __future__ import annotations

from collections.abc import Collection

from ...annotation import Event
from .. import grammar
from ..grammar.tokens import Token
from .story import Story

# Its own word, its head, its subject, its object, and the event above it.
SLOTS = ("own", "head", "subject", "object", "above")
OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd"})
CLIMB = 6  # steps up to the event above


def words_of(story: Story, event: Event) -> tuple[str, ...]:
    """The words of an event by slot, in small letters; empty where there is none."""
    token = story.scene.trigger[event.id]
    head = token.head.lower_ if token.head.i != token.i else ""
    governor, _ = governor_of(story, event)
    above = story.scene.trigger[governor.id].lower_ if governor is not None else ""
    return token.lower_, head, _child(token, grammar.SUBJECTS), _child(token, OBJECTS), above


def governor_of(story: Story, event: Event) -> tuple[Event | None, list[str]]:
    """The event above another, with the relations on the way up to it, or up to the top."""
    token = story.scene.trigger[event.id]
    path: list[str] = []
    while token.head.i != token.i and len(path) < CLIMB:
        path.append(token.dep_)
        token = token.head
        governor = story.scene.event_at.get(token.i)
        if governor is not None and governor.id != event.id:
            return governor, path
    return None, path


def _child(token: Token, relations: Collection[str]) -> str:
    return next((child.lower_ for child in token.children if child.dep_ in relations), "")
