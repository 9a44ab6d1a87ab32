"""Long texts, parsed a window at a time: the same parse, and memory for one window only.

The parser and the entity recognizer keep large arrays for every token that they are given. At a
sentence start that is known beforehand (`mark_sentences`) the parser's stack is empty, so a text
may be cut there: what a window needs of its neighbours are the few tokens that the network sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from .sentences import BEGINS

WINDOW = 6000  # tokens; the base pipeline takes about 16 kB for each
MARGIN = 64  # tokens on both sides; the network of spaCy's small models sees 4, the parser 3 ahead
GIVEN = ("ORTH", "SPACY", "NORM", "SENT_START")
FOUND = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")

Columns = NDArray[np.uint64]


def parse_in_windows(doc: Doc, parse: Callable[[Doc], Doc], size: int = 0) -> Doc:
    """The tokenized, marked Doc with what `parse` finds in its windows, in place.

    Only what a window's tokens say of themselves comes back: no tensor, no span groups.
    """
    given: Columns = doc.to_array(list(GIVEN))  # type: ignore[assignment]  # not floats
    found: Columns = np.zeros((len(doc), len(FOUND)), dtype=np.uint64)
    for start, stop in cut(given[:, 3], size or WINDOW):
        first, last = max(0, start - MARGIN), min(len(doc), stop + MARGIN)
        window = _make_window(doc, given[first:last])
        table: Columns = parse(window).to_array(list(FOUND))  # type: ignore[assignment]
        found[start:stop] = table[start - first : stop - first]
    return doc.from_array(list(FOUND), found)  # type: ignore[arg-type]


def cut(marks: Columns, size: int) -> Iterator[tuple[int, int]]:
    """Stretches of about `size` tokens that end before a known sentence start."""
    starts = np.flatnonzero(marks == np.uint64(BEGINS))
    start = 0
    for place in starts.tolist():
        if place - start >= size:
            yield start, place
            start = place
    yield start, len(marks)


def _make_window(doc: Doc, given: Columns) -> Doc:
    """The same tokens as a Doc of their own; their norms are the tokenizer's."""
    words: Sequence[int] = given[:, 0].tolist()
    window = Doc(doc.vocab, words=words, spaces=given[:, 1].astype(bool).tolist())  # type: ignore[arg-type]
    return window.from_array(["NORM", "SENT_START"], given[:, 2:])  # type: ignore[arg-type]
