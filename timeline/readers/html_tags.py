"""From the tags of HTML to a text with blocks, whoever parses them."""

from __future__ import annotations

from ..document import Block, BlockKind
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
LONGEST_ROW = 600  # characters of a row; more are columns of a page
MOST_BLOCKS = 2  # paragraphs or line ends in a cell of a row
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class TagFlow(Flow):
    """A Flow that is told which tags open and close."""

    def __init__(self) -> None:
        super().__init__()
        self._lists: list[int] = []  # the next number of each open list, 0 where it has none
        self._heading = False
        # The cells of the open row: kind, mark, words and depth of quotation of their blocks.
        self._cells: list[list[tuple[BlockKind, str, str, int]]] | None = None
        self._mark: str | None = None
        self._below_term = False  # right behind "1990: ", whatever tag opens there

    def add(self, words: str) -> None:
        """Words of the block."""
        self._below_term = self._below_term and not words.strip()
        super().add(words)

    def open(self, tag: str) -> None:
        """A tag that opens."""
        if tag == "br":
            self.break_line()
        elif tag in ("td", "th"):
            self._end()
            if self._cells is not None:
                self._cells.append([])
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
            self._end_row()
            self._cells = []
        elif tag == "table":
            self._end()
            self._end_row(is_layout=True)  # a table in a cell: the outer one only arranges
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
        elif tag in ("tr", "table"):
            self._end()
            self._end_row()
        elif tag in PARTS:
            self._end()

    def _end(self) -> None:
        """End the block that is open; below a term nothing ends, in a row it waits for the row."""
        if self._below_term:
            return
        kind: BlockKind = "paragraph" if self._mark is None else "list-item"
        kind = "heading" if self._heading else kind
        mark = (self._mark or "") if kind == "list-item" else ""
        if not self.is_open:
            self.take()
            return
        if self._mark and kind == "list-item":
            self._mark = ""
        if self._cells:
            self._cells[-1].append((kind, mark, self.take(), self.quoted))
        else:
            self.end(kind, mark)

    def _end_row(self, *, is_layout: bool = False) -> None:
        """End a row: one block, unless its cells hold several and the table only arranges them."""
        cells, self._cells = self._cells, None
        if not cells:
            return
        size = sum(len(words) for cell in cells for _, _, words, _ in cell)
        is_layout = is_layout or size > LONGEST_ROW or any(map(_is_page, cells))
        if not is_layout:
            words = [" ".join(w for _, _, w, _ in cell).replace("\n", " ") for cell in cells]
            self.add(CELL.join(words))
            self.end()
            return
        depth = self.quoted
        for kind, mark, said, self.quoted in (block for cell in cells for block in cell):
            self.add_lines(said)
            self.end(kind, mark)
        self.quoted = depth

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        self._below_term = False
        self._end()
        self._end_row(is_layout=True)
        return super().finish()


def _is_page(cell: list[tuple[BlockKind, str, str, int]]) -> bool:
    """Whether a cell holds more than a row's: a heading, several blocks, many lines."""
    if any(kind == "heading" for kind, _, _, _ in cell):
        return True
    return len(cell) > MOST_BLOCKS or sum(w.count("\n") for _, _, w, _ in cell) > MOST_BLOCKS
