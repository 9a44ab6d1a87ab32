"""Long texts, parsed a window at a time: the same parse, and memory for one window only.

The parser and the entity recognizer keep large arrays for every token that they are given. At a
sentence start that is known beforehand (`find_starts`) the parser's stack is empty, so a text
may be cut there: what a window needs of its neighbours are the few tokens that the network sees.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from ..book import GIVEN, Book, Columns, make_doc
from .blanks import even_blanks
from .sentences import BEGINS, MARKED, find_starts

WINDOW = 6000  # tokens; the base pipeline takes about 16 kB for each
MARGIN = 64  # tokens on both sides; the network of spaCy's small models sees 4, the parser 3 ahead
PIECE = 100_000  # characters that are cut into tokens at a time

Marks = NDArray[np.int8]


def read_in_windows(
    nlp: Language,
    text: str,
    starts: Collection[int],
    ends: Collection[int],
    parse: Callable[[Doc], Doc],
    size: int = 0,
) -> Book:
    """What `parse` finds in the windows of a text; sentences begin where `mark_sentences` says.

    Only what a window's tokens say of themselves is kept: no tensor, no span groups.
    """
    parts: list[Columns] = []

    def read() -> Iterator[list[int]]:
        """The tokens one by one as `find_starts` wants them; the rest of them goes to `parts`."""
        begin = 0
        for piece in cut_text(text):
            doc = nlp.make_doc(piece)
            even_blanks(doc)
            parts.append(doc.to_array(list(GIVEN)))  # type: ignore[arg-type]  # not floats
            rows = doc.to_array(list(MARKED))
            rows[:, MARKED.index("IDX")] += np.uint64(begin)
            yield from rows.tolist()
            begin += len(piece)

    marks = np.array(find_starts(nlp.vocab.strings, read(), starts, ends), dtype=np.int8)
    given = np.concatenate(parts) if parts else np.zeros((0, len(GIVEN)), dtype=np.uint64)
    parts.clear()
    book = Book(nlp.vocab, text)
    for start, stop in cut(marks, size or WINDOW):
        first, last = max(0, start - MARGIN), min(len(marks), stop + MARGIN)
        column = marks[first:last, np.newaxis].astype(np.int64).astype(np.uint64)
        table = np.concatenate([given[first:last], column], axis=1)
        window = make_doc(nlp.vocab, table, ["SENT_START"])
        book.add(parse(window), start - first, stop - first)
    return book


def cut_text(text: str, size: int = 0) -> Iterator[str]:
    """Pieces of about `size` characters whose tokens are those of the whole.

    They end where blanks do: behind a line break, or behind the one blank that a word ends with.
    """
    start = 0
    size = size or PIECE
    while len(text) - start > size:
        place = start + size
        while place < len(text) and not _may_cut(text, place):
            place += 1
        yield text[start:place]
        start = place
    if start < len(text):
        yield text[start:]


def _may_cut(text: str, place: int) -> bool:
    if text[place].isspace():
        return False
    if text[place - 1] == "\n":
        return True
    return text[place - 1] == " " and not text[place - 2 : place - 1].isspace()


def cut(marks: Marks, size: int) -> Iterator[tuple[int, int]]:
    """Stretches of about `size` tokens that end before a known sentence start."""
    starts = np.flatnonzero(marks == BEGINS)
    start = 0
    for place in starts.tolist():
        if place - start >= size:
            yield start, place
            start = place
    yield start, len(marks)
