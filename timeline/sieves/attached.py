"""An expression stands in the event's own clause and includes it: "erupted on January 2"."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor
from .base import Found, Scene
from .frames.making import make_anchor
from .frames.reading import read_links

NAME = "attached"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors that take the bounds of the expression."""
    for event in scene.events:
        own = [link for link in scene.links_of(event) if link.how in ("direct", "label")]
        reading = read_links(scene, event, own)
        if reading is not None and not reading[2]:
            yield make_anchor(event, reading[0], NAME, reading[1])
