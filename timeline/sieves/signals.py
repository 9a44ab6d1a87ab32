"""A signal or a stretch bounds the event of its clause: "by Friday", "from 1914 to 1933"."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Event
from ..temporal.expression import Amount, Base, Shift
from ..temporal.resolve import AnchorTime, resolve
from ..temporal.values import Moment, OneOf
from . import bounding, grammar
from .base import Found, Scene
from .making import make_anchor
from .reading import duration_of, read_links

NAME = "signal"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors with bounds that are not simply those of the expression."""
    for event in scene.events:
        own = [link for link in scene.links_of(event) if link.how in ("direct", "label")]
        reading = read_links(scene, event, own)
        if reading is not None and reading[2]:
            yield make_anchor(event, reading[0], NAME, reading[1])
        elif reading is None:
            yield from _so_long(scene, event)


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
