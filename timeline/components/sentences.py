"""Sentence starts that are known before the parse: blocks, datelines, and floods of words."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

# Tokens of one sentence. The longest of 5,000 in the news has 120; the parser hangs a flood of
# words on one root, and all that walks such a tree would take the square of its length.
MOST = 500
STOPS = (".", "!", "?")


def mark_sentences(doc: Doc, starts: Collection[int], ends: Collection[int]) -> None:
    """Begin a sentence at these offsets, and after at most `MOST` tokens.

    Such a cut is made behind the last full stop where there is one; the blanks at `ends`, which end
    a block, begin none.
    """
    strings = doc.vocab.strings
    stops = {strings.add(stop) for stop in STOPS}
    begin = cut = 0
    for token in doc:
        i = token.i
        if i and (token.idx in starts or (token.is_space and token.idx in ends)):
            token.is_sent_start = token.idx in starts
        if token.idx in starts:
            begin = cut = i
        elif i - begin >= MOST:
            begin = cut if cut > begin else i
            doc[begin].is_sent_start = True
        if token.orth in stops:
            cut = i + 1
