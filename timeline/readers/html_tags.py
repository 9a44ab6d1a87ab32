"""From the tags of HTML to a text with blocks, whoever parses them."""

from __future__ import annotations

from ..document import Block
from .flow import CELL, Flow

# What is not text at all.
DROPPED = frozenset(
    "script style noscript template svg math canvas iframe object embed audio video select button "
    "textarea input datalist title".split()
)
# What stands around the text of a page.
FRAME = frozenset("nav aside footer header menu dialog form".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
PARTS = frozenset(
    "p div section article main center address blockquote figure figcaption details summary "
    "fieldset legend hr table thead tbody tfoot caption pre body html head dl ul ol".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class TagFlow(Flow):
    """A Flow that is told which tags open and close."""

    def __init__(self) -> None:
        super().__init__()
        self._lists: list[int] = []  # the next number of each open list, 0 where it has none
        self._heading = False
        self._row = 0
        self._mark: str | None = None
        self._below_term = False  # right behind "1990: ", whatever tag opens there

    def add(self, words: str) -> None:
        """Words of the block."""
        self._below_term = self._below_term and not words.strip()
        super().add(words)

    def open(self, tag: str) -> None:
        """A tag that opens."""
        if tag == "br":
            if self._row:
                self.add(" ")
            else:
                self.break_line()
        elif tag in ("td", "th"):
            if self.is_open:
                self.add(CELL)
        elif tag in HEADINGS:
            self._end()
            self._heading = True
        elif tag in ("ul", "ol", "dl"):
            self._end()
            self._lists.append(int(tag == "ol"))
        elif tag in ("li", "dt"):
            self._end()
            self._mark = "- "
            if self._lists and self._lists[-1] and tag == "li":
                self._mark = f"{self._lists[-1]}. "
                self._lists[-1] += 1
        elif tag == "dd":
            if self.is_open:
                self.add(": ")
                self._below_term = True
            self._mark = self._mark or "- "
        elif tag == "tr":
            self._end()
            self._row += 1
        elif tag in PARTS:
            self._end()

    def close(self, tag: str) -> None:
        """A tag that closes."""
        if tag in HEADINGS:
            self._end()
            self._heading = False
        elif tag in ("ul", "ol", "dl"):
            self._end()
            if self._lists:
                self._lists.pop()
            self._mark = None
        elif tag in ("li", "dd"):
            self._end()
            self._mark = None
        elif tag == "tr":
            self._row = max(0, self._row - 1)
            self._end()
        elif tag in PARTS:
            self._end()

    def _end(self) -> None:
        """End the block that is open; within a row and below a term nothing ends."""
        if self._row:
            self.add(" ")
        elif self._below_term:
            return
        elif self._heading:
            self.end("heading")
        elif self._mark is not None:
            if self.is_open:
                self.end("list-item", self._mark)
                self._mark = "" if self._mark else self._mark
        else:
            self.end()

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        self._row = 0
        self._end()
        return super().finish()
