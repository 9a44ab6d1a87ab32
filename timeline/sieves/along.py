"""What shares the clause of an event that a report's own day or its story dates.

"He said in an interview", "..., saying that": the same ties as in a clause with an expression of
its own (`clause`), a second time, for what weaker evidence has dated since.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor
from .base import Found, Scene
from .clause import hand_on

NAME = "along"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors that repeat the time of another event of the clause."""
    yield from hand_on(scene, found, NAME)
