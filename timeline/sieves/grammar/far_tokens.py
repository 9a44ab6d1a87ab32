"""The tokens of a book: plain objects only for the sentences that were looked at last.

As objects the tokens of a book take 300 bytes each, as columns of numbers 30. A word hangs on words
of its own sentence only, so that the objects can be made a sentence at a time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from sys import getrefcount
from typing import overload

from ...book import Read
from ...tokens import names_of, rows_of
from .tokens import (
    NAMES,
    NUMBERS,
    Sentence,
    Token,
    columns_of,
    make_tokens,
    part,
    tie,
    touched,
    words_at,
)

RECENT = 2_000  # sentences; about 4 kB each


class FarTokens(Sequence[Token]):
    """What `Tokens` is of a text, of a book; a token is the same object as long as it is held."""

    def __init__(self, doc: Read) -> None:
        self.text: str = doc.text
        self.starts = array("i")
        self._steps, self._lengths = array("i"), array("i")
        self._flags = [array("b") for _ in range(3)]
        self._keys = [array("I") for _ in NAMES]
        self._names: list[str] = []
        self._edges = array("i")  # token by sentence, and the number of all
        names, codes = names_of(doc.vocab.strings), dict[int, int]()
        for table in rows_of(doc, [*NUMBERS, *NAMES]):
            first, numbers = len(self.starts), columns_of(table)
            self._steps.extend(numbers.steps)
            self.starts.extend(numbers.starts)
            self._lengths.extend(numbers.lengths)
            for column, found in zip(self._flags, numbers.flags, strict=True):
                column.extend(found)
            opens = enumerate(numbers.flags[0], first)
            self._edges.extend(i for i, is_first in opens if is_first or i == 0)
            for column, keys in zip(self._keys, table[:, len(NUMBERS) :].T.tolist(), strict=True):
                column.extend(codes.setdefault(key, len(codes)) for key in keys)
            self._names += (names[key] for key in list(codes)[len(self._names) :])
        self.sentence_starts = array("i", (self.starts[i] for i in self._edges))
        self._edges.append(len(self.starts))
        self._recent: dict[int, Sentence] = {}
        # Others that somebody held: two objects for one token would differ.
        self._held: dict[int, Sentence] = {}
        self.sents = _Sentences(self)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        """A token or a stretch of them."""
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        sentence = self.sentence(bisect_right(self._edges, place) - 1)
        return sentence[place - sentence.start]

    def __iter__(self) -> Iterator[Token]:
        for sentence in self.sents:
            yield from sentence

    @property
    def sentences(self) -> int:
        """How many there are."""
        return len(self._edges) - 1

    def sentence(self, number: int) -> Sentence:
        """One of the sentences."""
        found = self._recent.get(number)
        if found is not None:
            return found
        found = self._held.pop(number, None)
        if found is None:
            found = self._make(number)
            found.refs = _count_refs(found)
        if len(self._recent) >= RECENT:
            self._let_go(next(iter(self._recent)))
        self._recent[number] = found
        return found

    def _let_go(self, number: int) -> None:
        """Part the tokens of a sentence that nobody holds, so that they go."""
        sentence = self._recent.pop(number)
        if _count_refs(sentence) == sentence.refs:
            part(sentence)
        else:
            self._held[number] = sentence

    def _make(self, number: int) -> Sentence:
        first, stop = self._edges[number], self._edges[number + 1]
        starts = self.starts[first:stop]
        texts = words_at(self.text, starts, self._lengths[first:stop])
        strings = [map(self._names.__getitem__, column[first:stop]) for column in self._keys]
        flags = [map(bool, column[first:stop]) for column in self._flags]
        tokens = make_tokens(first, strings, starts, texts, flags)
        tie(tokens, self._steps[first:stop])
        return Sentence(tokens)

    def placed(self, places: Mapping[str, int]) -> Mapping[str, Token]:
        """The tokens at some places, by the same names."""
        return _Placed(self, places)

    def untie(self) -> None:
        """Nobody looks at the tokens any more, and they can go."""
        for sentence in (*self._recent.values(), *self._held.values()):
            part(sentence)
        self._recent.clear()
        self._held.clear()

    def char_span(self, start: int, end: int) -> list[Token]:
        """The tokens that a stretch of the text touches; none if it lies outside."""
        if start < 0 or end > len(self.text):
            return []
        return self[touched(self.starts, lambda i: self[i].end, start, end)]


def _count_refs(sentence: Sentence) -> int:
    return getrefcount(sentence) + sum(map(getrefcount, sentence))


class _Sentences(Sequence[Sentence]):
    """The sentences of a book."""

    def __init__(self, tokens: FarTokens) -> None:
        self._tokens = tokens

    def __len__(self) -> int:
        return self._tokens.sentences

    @overload
    def __getitem__(self, place: int) -> Sentence: ...
    @overload
    def __getitem__(self, place: slice) -> list[Sentence]: ...
    def __getitem__(self, place: int | slice) -> Sentence | list[Sentence]:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        return self._tokens.sentence(range(len(self))[place])


class _Placed(Mapping[str, Token]):
    """Tokens by name, of which only the places are kept."""

    def __init__(self, tokens: FarTokens, places: Mapping[str, int]) -> None:
        self._tokens = tokens
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __getitem__(self, name: str) -> Token:
        return self._tokens[self._places[name]]
