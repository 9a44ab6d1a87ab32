"""A signal or a stretch bounds the event of its clause: "by Friday", "from 1914 to 1933"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..annotation import Anchor, Event
from ..temporal.anchor import AnchorTime
from ..temporal.expression import Amount, Base, Shift
from ..temporal.resolve import resolve
from ..temporal.values import Moment, OneOf
from . import grammar
from .base import Found, Scene
from .frames import bounding
from .frames.bounding import Frame
from .frames.making import make_anchor
from .frames.reading import Evidence, duration_of, read_links
from .stretch import giver_of

NAME = "signal"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors with bounds that are not simply those of the expression."""
    for event in scene.events:
        own = [link for link in scene.links_of(event) if link.how in ("direct", "label")]
        reading = read_links(scene, event, own)
        if reading is not None and reading[2]:
            frame, evidence = _begun(scene, event, *reading[:2])
            yield make_anchor(event, frame, NAME, evidence)
        elif reading is None:
            yield from _so_long(scene, event)


def _begun(scene: Scene, event: Event, frame: Frame, evidence: Evidence) -> tuple[Frame, Evidence]:
    """What went on until a day began with what it follows: "jailed in 1940 and held until 1945"."""
    open_begin = frame.relation == "ENDED_BY" and frame.begin == bounding.NOT_BOUNDED
    if not open_begin or event.polarity == "NEG":
        return frame, evidence
    verb = scene.trigger[event.id]
    giver = giver_of(scene, verb) if verb.dep_ != "ROOT" else None
    own = grammar.own_subject(verb)
    if giver is None or (own is not None and verb.dep_ == "conj"):
        return frame, evidence
    links = [link for link in scene.links_of(giver) if link.how in ("direct", "label")]
    first = read_links(scene, giver, links)
    if first is None or first[0].shape != "instant" or first[0].begin.earliest is None:
        return frame, evidence
    latest, end = first[0].begin.latest, frame.end.latest
    if latest is None or end is None or latest.cell.lo > end.cell.lo:
        return frame, evidence
    begun = replace(frame, begin=first[0].begin, relation="SIMULTANEOUS")
    return begun, [*evidence, (first[1][0][0], f"from {giver.text!r}")]


def _so_long(scene: Scene, event: Event) -> Iterator[Anchor]:
    """What has gone on for a time began that long ago: "has lived here for ten years"."""
    lasting = duration_of(scene, event)
    date = scene.speech_at(event.start)[0]
    if lasting is None or date.value is None or not isinstance(lasting[0].expr, Amount):
        return
    if grammar.finite_form(scene.trigger[event.id]) != "perfect":
        return
    begun = resolve(Shift(Base.SPEECH, lasting[0].expr, -1), AnchorTime(date.value))
    if isinstance(begun, (Moment, OneOf)):
        evidence = [(lasting[0], "for")]
        yield make_anchor(event, bounding.since(begun, date), NAME, evidence, basis="relative")
