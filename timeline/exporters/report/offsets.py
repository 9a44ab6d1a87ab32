"""Offsets as a browser counts them: in UTF-16 units, where one beyond U+FFFF takes two."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Turns offsets of code points in a text into offsets of UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]

    def of(self, offset: int) -> int:
        """The same place, counted in UTF-16 units."""
        return offset + bisect_left(self._astral, offset)
