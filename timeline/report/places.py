"""Where a person finds an offset: line, page, the heading above it, the cue of a recording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from ..chronology import Locator
from ..document import Document

T = TypeVar("T")


class Places:
    """The places of one document, looked up by offset."""

    def __init__(self, document: Document) -> None:
        self._lines = line_starts(document.text)
        self._headings = [
            (block.start, " ".join(document.text[block.start : block.end].lstrip("#").split()))
            for block in document.blocks
            if block.kind == "heading"
        ]
        self._cues = document.cues
        self._pages = document.pages

    def locate(self, offset: int) -> Locator:
        """The locator of an offset."""
        return Locator(
            line=bisect_right(self._lines, offset),
            page=bisect_right(self._pages, offset) or None,
            heading=_last(self._headings, offset),
            cue=_last(self._cues, offset),
        )


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which lines start; CR, LF and CRLF end a line."""
    starts = [0]
    for i, letter in enumerate(text):
        if letter == "\n" or (letter == "\r" and text[i + 1 : i + 2] != "\n"):
            starts.append(i + 1)
    return tuple(starts)


def _last(marks: Sequence[tuple[int, T]], offset: int) -> T | None:
    """What the last mark up to an offset says."""
    place = bisect_right(marks, offset, key=lambda mark: mark[0]) - 1
    return marks[place][1] if place >= 0 else None
