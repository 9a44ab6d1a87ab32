"""Sentence starts that are known before the parse: blocks, datelines, and floods of words."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from spacy.tokens import Doc

# Tokens of one sentence; hardly one in a thousand has a hundred. The parser hangs a flood of words
# on one root, and all that walks such a tree would take the square of its length.
MOST = 500
STOPS = (".", "!", "?")
CLOSERS = ('"', "''", "”", "’", "'", ")", "]")
BEGINS, GOES_ON = 1, -1  # spaCy's SENT_START; 0 leaves it to the parser


def mark_sentences(doc: Doc, starts: Collection[int], ends: Collection[int]) -> None:
    """Begin a sentence at these offsets, and after at most `MOST` tokens.

    Such a cut is made behind the last full stop where there is one; the blanks at `ends`, which end
    a block, begin none, and neither does a word behind a word: "the 19 / May 2023".
    """
    strings = doc.vocab.strings
    stops, closers = ({strings.add(sign) for sign in signs} for signs in (STOPS, CLOSERS))
    marks = [0] * len(doc)
    begin = cut = 0
    after_word = False
    columns = doc.to_array(["IDX", "ORTH", "IS_PUNCT", "IS_SPACE"]).tolist()
    for i, (offset, word, is_punct, is_space) in enumerate(columns):
        if offset in starts:
            begin = cut = i
            marks[i] = BEGINS
        elif after_word or (is_space and offset in ends):
            marks[i] = GOES_ON
        after_word = not (is_punct or is_space)
        closing = word in stops or (i and cut == i and (word in closers or is_space))
        cut = i + 1 if closing else cut
        # A flood of full stops is cut as well, though a little later.
        if i - begin >= (2 * MOST if closing else MOST):
            begin = cut if begin < cut <= i else i
            marks[begin] = BEGINS
    if marks:
        marks[0] = 0
        # All at once: to set one asks the whole Doc whether it has been parsed.
        column = np.array(marks, dtype=np.int64).astype(np.uint64)
        doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # one column will do
