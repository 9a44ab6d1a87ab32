"""A signal or a stretch bounds the event of its clause: "by Friday", "from 1914 to 1933"."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor
from .base import Found, Scene
from .making import make_anchor
from .reading import read_links

NAME = "signal"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors with bounds that are not simply those of the expression."""
    for event in scene.events:
        own = [link for link in scene.links_of(event) if link.how in ("direct", "label")]
        reading = read_links(scene, event, own)
        if reading is not None and reading[2]:
            yield make_anchor(event, reading[0], NAME, reading[1])
