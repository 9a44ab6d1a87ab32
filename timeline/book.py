"""A long text as it was parsed, kept packed: its tokens are a Doc again only where one looks.

spaCy keeps 150 bytes for every token of a Doc, and doubles a Doc that is full. Here the parse of a
window takes an eighth of that, and few windows are open at a time.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

Columns = NDArray[np.uint64]

GIVEN: list[str] = ["ORTH", "SPACY", "NORM"]
FOUND: list[str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
HEAD = len(GIVEN) + FOUND.index("HEAD")
BESIDE = 64  # tokens on both sides of a window that can be seen from it
OPEN = 4  # windows


class Window(NamedTuple):
    """An open window: token `lead` of its Doc is the text's token `first`, at offset `begin`.

    Before it and behind its `length` tokens stand some of its neighbours'.
    """

    doc: Doc
    first: int
    lead: int
    begin: int
    length: int

    @property
    def shift(self) -> int:
        """What is added to the index of a token of the Doc."""
        return self.first - self.lead

    @property
    def offset(self) -> int:
        """What is added to the offset of a character of the Doc."""
        return self.begin - self.doc[self.lead].idx


class Records:
    """What our components found, by name: as a Doc's `_` has it."""

    def __init__(self) -> None:
        self._found: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """What was kept under a name, or None."""
        return self._found.get(name)

    def set(self, name: str, value: Any) -> None:
        """Keep something under a name."""
        self._found[name] = value


class Book:
    """The parse of a long text, window by window; a window begins with a sentence."""

    def __init__(self, vocab: Vocab, text: str) -> None:
        self.vocab = vocab
        self.text = text
        self._ = Records()
        self._packed: list[bytes] = []
        self._firsts = [0]  # token by window, and the number of all
        self._begins: list[int] = []
        self._end = 0  # offset behind the last token so far
        self._open: dict[int, Window] = {}

    def __len__(self) -> int:
        return self._firsts[-1]

    def add(self, parsed: Doc, start: int, stop: int) -> None:
        """Keep the tokens from `start` to `stop` of a parsed Doc as the next window."""
        table: Columns = parsed.to_array([*GIVEN, *FOUND])[start:stop]  # type: ignore[assignment]
        self._packed.append(zlib.compress(np.ascontiguousarray(table.T).tobytes(), 1))
        self._firsts.append(self._firsts[-1] + stop - start)
        self._begins.append(self._end)
        self._end += len(parsed[start:stop].text_with_ws)

    def table(self, names: Sequence[str], start: int, stop: int) -> Columns:
        """Attributes of the tokens from `start` to `stop`, a row for each."""
        parts = [np.zeros((0, len(names)), dtype=np.uint64)]
        at = bisect_right(self._firsts, start) - 1
        while start < stop:
            window = self._window(at)
            end = min(stop, window.first + window.length)
            table = window.doc.to_array(list(names)).reshape(-1, len(names))
            part: Columns = table[start - window.shift : end - window.shift]  # type: ignore[assignment]
            if "IDX" in names:
                part[:, names.index("IDX")] += np.uint64(window.offset)
            parts.append(part)
            start, at = end, at + 1
        return np.concatenate(parts)

    def span(self, start: int, end: int) -> tuple[Span, Window] | None:
        """The tokens that some characters touch, and the window that they were found in."""
        window = self._window(max(bisect_right(self._begins, start) - 1, 0))
        offset = window.offset
        span = window.doc.char_span(start - offset, end - offset, alignment_mode="expand")
        return None if span is None else (span, window)

    def _window(self, number: int) -> Window:
        window = self._open.pop(number, None) or self._unpack(number)
        while len(self._open) >= OPEN:
            del self._open[next(iter(self._open))]
        self._open[number] = window
        return window

    def _unpack(self, number: int) -> Window:
        own = self._table(number)
        before = self._table(number - 1)[-BESIDE:] if number else own[:0]
        behind = self._table(number + 1)[:BESIDE] if number + 1 < len(self._packed) else own[:0]
        table = np.concatenate([before, own, behind])
        # Of a sentence that is cut off some words hang on what is not there.
        places = np.arange(len(table)) + table[:, HEAD].astype(np.int64)
        table[(places < 0) | (places >= len(table)), HEAD] = 0
        doc = make_doc(self.vocab, table, FOUND)
        return Window(doc, self._firsts[number], len(before), self._begins[number], len(own))

    def _table(self, number: int) -> Columns:
        columns = np.frombuffer(zlib.decompress(self._packed[number]), dtype=np.uint64)
        return columns.reshape(len(GIVEN) + len(FOUND), -1).T


def make_doc(vocab: Vocab, table: Columns, names: Sequence[str]) -> Doc:
    """A Doc of tokens: what was `GIVEN` of them, and the columns of these names behind it."""
    words: list[int] = table[:, 0].tolist()
    doc = Doc(vocab, words=words, spaces=table[:, 1].astype(bool).tolist())  # type: ignore[arg-type]
    return doc.from_array(["NORM", *names], table[:, GIVEN.index("NORM") :])  # type: ignore[arg-type]


Read = Doc | Book
Reading = TypeVar("Reading", Doc, Book)
