"""What shares the clause of an event that a report's own day or its story dates.

"..., saying that it was wrong", "went on to praise", "gave a speech": the same ties as in a clause
with an expression of its own (`clause`), a second time, for what weaker evidence has dated since.
The occasion of it ("at a session") is left alone: nothing says that it was of that day only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor
from . import grammar
from .base import Found, Scene
from .clause import hand_on

NAME = "along"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors that repeat the time of another event of the clause."""
    for anchor in hand_on(scene, found, NAME):
        if anchor.part_of is not None or grammar.is_verb(scene.trigger[anchor.event_id]):
            yield anchor
