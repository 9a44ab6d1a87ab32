"""What the layout sets apart from what a text says: brackets, labels, cells, marks of a mail."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .parse import Parse

LONGEST_LABEL = 5  # words before the colon of "Date of birth: 14/05/1951"
MARK = ">"
BAR = "|"


class Asides:
    """Finds what a title leaves out; `blocks` are the offsets at which the blocks begin, in order.

    `expressed` are the tokens of each temporal expression.
    """

    def __init__(self, parse: Parse, expressed: Sequence[range], blocks: Sequence[int]) -> None:
        self.parse = parse
        self.blocks = blocks
        self.bracketed = {t: inside for inside in _find_brackets(parse) for t in inside}
        self.labels = _find_labels(parse, {tokens[0] for tokens in expressed})
        self._colons = [label.stop for label in self.labels]
        self._marked = MARK in parse.lower
        self._barred = BAR in parse.lower

    def without(self, i: int, tokens: list[int]) -> list[int]:
        """Return what the event at token i may show of these tokens."""
        place = bisect_right(self._colons, i)
        if place < len(self.labels) and i in self.labels[place]:
            return [t for t in tokens if t in self.labels[place]]
        parse = self.parse
        own = self.bracketed.get(i)
        tokens = [t for t in tokens if self.bracketed.get(t, own) == own]
        if self._marked and any(parse.lower[t] == MARK for t in tokens) and self._is_quoted(i):
            tokens = [t for t in tokens if parse.lower[t] != MARK]
        if self._barred and any(parse.lower[t] == BAR for t in tokens):
            cell = self._cell(i)
            tokens = [t for t in tokens if t in cell]
        return tokens

    def _cell(self, i: int) -> range:
        """The tokens of the table's cell that token i stands in."""
        words, sentence = self.parse.lower, self.parse.sentence
        begin, end = i, i + 1
        while begin > sentence[i] and words[begin - 1] != BAR:
            begin -= 1
        while end < len(words) and sentence[end] == sentence[i] and words[end] != BAR:
            end += 1
        return range(begin, end)

    def _is_quoted(self, i: int) -> bool:
        """Tell whether the block of token i is an answered mail's."""
        place = bisect_right(self.blocks, self.parse.start[i]) - 1
        start = self.blocks[place] if place >= 0 else 0
        return self.parse.text[start : start + 1] == MARK


def _find_brackets(parse: Parse) -> list[range]:
    """Return the tokens of each bracket; no two of them overlap."""
    found, opened = [], -1
    for i, word in enumerate(parse.lower):
        if word == "(":
            opened = i
        elif word == ")" and opened >= 0:
            if parse.sentence[opened] == parse.sentence[i]:
                found.append(range(opened, i + 1))
            opened = -1
    return found


def _find_labels(parse: Parse, dated: set[int]) -> list[range]:
    """Return the words before the colons of "Admitted: 22/11/2023    Discharged: 01/12/2023"."""
    found = []
    for colon, word in enumerate(parse.lower):
        if word == ":" and colon + 1 in dated:
            begin = colon
            lowest = max(parse.sentence[colon], colon - LONGEST_LABEL - 1)
            while begin > lowest and parse.pos[begin - 1] not in ("SPACE", "PUNCT"):
                begin -= 1
            if begin == parse.sentence[colon] or parse.pos[begin - 1] == "SPACE":
                found.append(range(begin, colon))
    return found
