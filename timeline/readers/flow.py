"""A text put together from marked-up pieces, with the blocks that the mark-up makes."""

from __future__ import annotations

import re

from ..document import Block, BlockKind
from .blocks import find_blocks

SPACE = re.compile(r"[ \t\r\n\f\u00a0\u200b\u2028\u2029]{1,80}")
CELL = " | "


class Flow:
    """Takes words and the ends of blocks, in order; gives the text and its blocks.

    flow.add("The dam  broke"); flow.end("heading"); flow.add("It rained."); flow.end()
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._words: list[str] = []
        self._last: str | None = None
        self.quoted = 0  # how many mails deep the words are quoted

    def add(self, words: str) -> None:
        """Words of the block; a stretch of white space is one space."""
        if words:
            self._words.append(SPACE.sub(" ", words))

    def add_lines(self, words: str) -> None:
        """Words whose line ends are meant."""
        self._words.append(words)

    def break_line(self) -> None:
        """A line end within the block."""
        self._words.append("\n")

    def take(self) -> str:
        """The words of the block that is open, which is given up."""
        words = "".join(self._words)
        self._words.clear()
        return words

    @property
    def is_open(self) -> bool:
        """Whether the block has words yet."""
        return any(not part.isspace() for part in self._words)

    def end(self, kind: BlockKind = "paragraph", mark: str = "") -> None:
        """End the block, if it has words; lines in it are told apart as those of a plain text.

        `mark` stands before a list item: "- ", "3. ".
        """
        lines = [" ".join(line.split()) for line in "".join(self._words).split("\n")]
        self._words.clear()
        words = mark + "\n".join(lines).strip("\n")
        if not words.removeprefix(mark):
            return
        shape = "row" if CELL in words and kind == "paragraph" else kind
        close = shape == self._last and shape in ("row", "list-item")
        if self._parts:
            self._put("\n" if close else "\n\n")
        self._last = shape
        if "\n" not in words:
            self._put_block(words, kind)
            return
        position = 0
        for block in find_blocks(words):
            between = words[position : block.start]
            for _ in range(between.count("\n")):
                self._put("\n")
            first = position == 0 and kind != "paragraph"
            kept = kind if first or kind == "heading" else block.kind
            self._put_block(" ".join(words[block.start : block.end].split()), kept)
            position = block.end

    def _put_block(self, words: str, kind: BlockKind) -> None:
        if self.quoted:
            self._put(">" * self.quoted + " ")
        self._blocks.append(Block(self._length, self._length + len(words), kind))
        self._put(words)

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks; what is still open is a paragraph."""
        self.end()
        return "".join(self._parts), tuple(self._blocks)
