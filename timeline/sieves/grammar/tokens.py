"""A parse as plain objects: spaCy makes a new token at every question, and sieves ask a lot.

The names are spaCy's, so that what is written for one reads the other.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

import msgspec

from ...book import Read
from ...layers import get_text
from ...tokens import Table, names_of, rows_of

NUMBERS: list[str] = ["HEAD", "IDX", "LENGTH", "SENT_START", "LIKE_NUM", "IS_SPACE",
                            "IS_PUNCT"]  # fmt: skip
NAMES: list[str] = ["LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]


class Token(msgspec.Struct, eq=False, gc=False):
    """One token: its attributes, and what it hangs on and what hangs on it.

    They are made by the million, and hang on each other in circles that `part` cuts: Python is not
    to look for these (`gc`), it would look through all of them again and again.
    """

    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    i: int
    idx: int
    text: str
    is_sent_start: bool
    like_num: bool
    is_mark: bool  # punctuation or blanks
    children: tuple[Token, ...] = ()  # in text order
    lefts: tuple[Token, ...] = ()
    rights: tuple[Token, ...] = ()
    head: Token = None  # type: ignore[assignment]  # until it is tied
    sent: Sentence = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return self.text

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.idx + len(self.text)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, and so on, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all below it: what stands to its left first."""
        todo: list[tuple[Token, bool]] = [(self, False)]
        while todo:
            token, opened = todo.pop()
            if opened:
                yield token
                continue
            todo += [(kid, False) for kid in reversed(token.rights)]
            todo.append((token, True))
            todo += [(kid, False) for kid in reversed(token.lefts)]

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=lambda token: token.i)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other members of its coordination."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for member in members:  # which grows
            members += [kid for kid in member.rights if kid.dep_ == "conj"]
        return tuple(member for member in members if member is not self)


class Sentence(list[Token]):
    """The tokens of a sentence; `start` and `end` are token indexes."""

    __slots__ = ("__weakref__", "end", "end_char", "refs", "root", "start", "start_char")

    refs: int  # how often its tokens were referred to when only they themselves did

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.start, self.end = tokens[0].i, tokens[-1].i + 1
        self.start_char = tokens[0].idx
        self.end_char = tokens[-1].end
        self.root = root_of(tokens)
        for token in tokens:
            token.sent = self


class Tokens(list[Token]):
    """The tokens of a text, all at once."""

    __slots__ = ("sentence_starts", "sents", "starts", "text")

    def __init__(self, doc: Read) -> None:
        super().__init__()
        self.text = get_text(doc)
        self.starts: list[int] = []
        words: dict[str, str] = {}  # one string for all tokens that look the same
        names = names_of(doc.vocab.strings)
        steps = array("i")
        for table in rows_of(doc, [*NUMBERS, *NAMES]):
            columns = columns_of(table)
            strings = [map(names.__getitem__, keys.tolist()) for keys in table[:, len(NUMBERS) :].T]
            texts = words_at(self.text, columns.starts, columns.lengths)
            shared = [words.setdefault(word, word) for word in texts]
            steps.extend(columns.steps)
            self.starts += columns.starts
            self += make_tokens(len(self), strings, columns.starts, shared, columns.flags)
        tie(self, steps)
        edges = [token.i for token in self if token.is_sent_start or token.i == 0]
        self.sents = [Sentence(self[a:b]) for a, b in pairwise([*edges, len(self)])]
        self.sentence_starts = [self.starts[i] for i in edges]

    def placed(self, places: Mapping[str, int]) -> Mapping[str, Token]:
        """The tokens at some places, by the same names."""
        return {name: self[i] for name, i in places.items()}

    def untie(self) -> None:
        """Part the tokens from each other: nobody looks at them any more, and they can go."""
        part(self)

    def char_span(self, start: int, end: int) -> list[Token]:
        """The tokens that a stretch of the text touches; none if it lies outside."""
        if start < 0 or end > len(self.text):
            return []
        return self[touched(self.starts, lambda i: self[i].end, start, end)]


class Columns(NamedTuple):
    """The numbers of some tokens: steps to the head, offsets, lengths, and what is so of them.

    The flags are whether they open a sentence, are like a number, and are a mark.
    """

    steps: list[int]
    starts: list[int]
    lengths: list[int]
    flags: list[list[bool]]


def columns_of(table: Table) -> Columns:
    """What a table of `NUMBERS`, and perhaps more behind them, says."""
    heads, starts, lengths, opens, *marks = table.astype("int64").T[: len(NUMBERS)]
    is_number, is_space, is_sign = (mark.astype(bool) for mark in marks)
    flags = [(opens == 1).tolist(), is_number.tolist(), (is_space | is_sign).tolist()]
    return Columns(heads.tolist(), starts.tolist(), lengths.tolist(), flags)


def words_at(text: str, starts: Iterable[int], lengths: Iterable[int]) -> list[str]:
    """The words of so many characters each that begin at some offsets."""
    return [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]


def make_tokens(
    first: int,
    strings: Iterable[Iterable[str]],
    starts: Iterable[int],
    texts: Iterable[str],
    flags: Iterable[Iterable[bool]],
) -> list[Token]:
    """Tokens from `first` on, not tied yet; `strings` are columns of `NAMES`."""
    return list(map(Token, *strings, count(first), starts, texts, *flags))


def tie(tokens: Sequence[Token], steps: Iterable[int]) -> None:
    """Tie tokens, each to the one so many steps behind it."""
    for i, (token, step) in enumerate(zip(tokens, steps, strict=True)):
        token.head = head = tokens[i + step]
        if step > 0:
            head.lefts = (*head.lefts, token)
        elif step:
            head.rights = (*head.rights, token)
    for token in tokens:
        # Tuples are shared where they can be: most words have children on one side at most.
        token.children = token.lefts + token.rights if token.lefts else token.rights


def part(tokens: Iterable[Token]) -> None:
    """Part tokens from each other: who holds one of them holds it alone, and it can go."""
    for token in tokens:
        del token.head, token.sent
        token.children = token.lefts = token.rights = ()


def touched(starts: Sequence[int], end_of: Callable[[int], int], start: int, end: int) -> slice:
    """The places of the tokens that a stretch of the text touches; `starts` are their offsets."""
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, end - 1) - 1
    if first >= 0 and start == end_of(first):
        first += 1  # the blank behind a token is not its own
    return slice(max(first, 0), last + 1)


def root_of(tokens: Sequence[Token]) -> Token:
    """The token that ties the others to the rest: a sentence's root, or the nearest to it."""
    for token in tokens:
        if token.head is token:
            return token
    first, last = tokens[0].i, tokens[-1].i
    tops = [token for token in tokens if not first <= token.head.i <= last]
    return min(tops or tokens[:1], key=_depth)


def _depth(token: Token) -> float:
    """Steps to the root; a mark on which nothing hangs is taken last."""
    if token.is_mark and not token.children:
        return math.inf
    return sum(1 for _ in token.ancestors)
