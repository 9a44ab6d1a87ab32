"""Sentence starts that are known before the parse: blocks, datelines, and floods of words."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc

# Tokens of one sentence; hardly one in a thousand has a hundred. The parser hangs a flood of words
# on one root, and all that walks such a tree would take the square of its length.
MOST = 500
STOPS = (".", "!", "?")
CLOSERS = ('"', "''", "”", "’", "'", ")", "]")
# Words that end with a full stop and may end a sentence, and what begins the next one for sure.
MERIDIEMS = ("a.m.", "p.m.", "A.M.", "P.M.")
STAMP = 3  # tokens: "At 3 a.m. two officers came", "3:30 p.m. Two officers came"
OPENERS = frozenset(
    """The A An This These That Those He She It They We I You His Her Its Their Our My There One Two
    Three Four Five Six Seven Eight Nine Ten Nobody Nothing No All Both Some Several Many Most Each
    Every On In At After Before By From During When While As But And So Then Later Meanwhile Until
    Since For With Although Because If Not Another Other What Who How Why Shortly Soon""".split()
)
MARKED: list[str] = ["IDX", "ORTH", "IS_PUNCT", "IS_SPACE"]
BEGINS, GOES_ON = 1, -1  # spaCy's SENT_START; 0 leaves it to the parser


def mark_sentences(doc: Doc, starts: Collection[int], ends: Collection[int]) -> None:
    """Begin a sentence where `find_starts` says."""
    marks = find_starts(doc.vocab.strings, doc.to_array(list(MARKED)).tolist(), starts, ends)
    if marks:
        # All at once: to set one asks the whole Doc whether it has been parsed.
        column = np.array(marks, dtype=np.int64).astype(np.uint64)
        doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # one column will do


def find_starts(
    strings: StringStore,
    tokens: Iterable[Sequence[int]],
    starts: Collection[int],
    ends: Collection[int],
) -> array[int]:
    """A mark for each token: a sentence begins at these offsets, and after at most `MOST` tokens.

    Such a cut is made behind the last full stop where there is one; the blanks at `ends`, which end
    a block, begin none, and neither does a word behind a word: "the 19 / May 2023". An hour may end
    a sentence ("The alarm rang at 3 a.m. Two officers came"): the next word tells, or the parser.
    A token is what is `MARKED` of it.
    """
    stops, closers, hours = (
        {strings.add(sign) for sign in signs} for signs in (STOPS, CLOSERS, MERIDIEMS)
    )
    marks = array("b")
    begin = cut = line = 0
    after_word = after_hour = after_bar = False
    for i, (offset, word, is_punct, is_space) in enumerate(tokens):
        marks.append(0)
        if is_space and "\n" in strings[word]:
            line = i + 1
        # The bars around a row of a table are blanks too, and one with those between the rows.
        inner = range(offset + 1, offset + len(strings[word])) if is_space else range(0)
        bars = any(k in starts for k in inner)
        if offset in starts or after_bar:
            begin = cut = i
            marks[i] = BEGINS
        elif after_hour and i - max(cut, line) > STAMP and strings[word][0].isupper():
            marks[i] = BEGINS if strings[word] in OPENERS else 0
        elif after_word or bars or (is_space and offset in ends):
            marks[i] = GOES_ON
        after_bar = bars
        after_word, after_hour = not (is_punct or is_space), word in hours
        closing = word in stops or (i and cut == i and (word in closers or is_space))
        cut = i + 1 if closing else cut
        # A flood of full stops is cut as well, though a little later.
        if i - begin >= (2 * MOST if closing else MOST):
            begin = cut if begin < cut <= i else i
            marks[begin] = BEGINS
    if marks:
        marks[0] = 0
    return marks
