"""A Doc's parse as plain lists: asking spaCy token by token costs more than all our rules."""

from __future__ import annotations

from array import array
from bisect import insort
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from operator import add
from typing import Any, TypeVar
from weakref import ref

from ..book import Read
from ..layers import get_text
from ..tokens import names_of, rows_of

_NONE: list[int] = []  # never changed
# Marks that may go without the word that they stand at: then it needs the space.
_LOOSE = frozenset(', . ; : ( ) [ ] " ! ? -- \u2013 \u2014 \u201c \u201d ...'.split())
MOST = 2_000  # subtrees that are remembered
_NUMBERS: list[str] = ["HEAD", "SENT_START", "IDX", "LENGTH"]
_NAMES: list[str] = ["DEP", "TAG", "POS", "LEMMA", "LOWER", "ENT_TYPE"]

Told = TypeVar("Told")


class Parse:
    """Words, tags and tree of one Doc, each a list by token index; `kids` are in text order.

    `sentence[i]` is the index of the token that begins the sentence of token i. `memo` keeps what
    was found out about the words of one sentence, until another is looked at or the tree changes.
    """

    __slots__ = ("__weakref__", "_below", "_looked", "_stop", "dep", "doc", "end", "entity", "head",
                 "kids", "lemma", "lower", "memo", "pos", "room", "sentence", "start", "tag",
                 "text")  # fmt: skip

    def __init__(self, doc: Read) -> None:
        names = names_of(doc.vocab.strings)
        self.doc = doc
        self.text = get_text(doc)
        self.head, self.start, self.end = array("i"), array("i"), array("i")
        self.dep: list[str] = []
        self.tag: list[str] = []
        self.pos: list[str] = []
        self.lemma: list[str] = []
        self.lower: list[str] = []
        self.entity: list[str] = []
        self.sentence: list[int] = []
        self.room: list[int] = []  # characters of a token and of the space behind it
        self._stop: dict[int, int] = {}
        words = (self.dep, self.tag, self.pos, self.lemma, self.lower, self.entity)
        begin = 0
        for table in rows_of(doc, [*_NUMBERS, *_NAMES]):
            steps, marks, starts, lengths = table.T[: len(_NUMBERS)].astype("int64").tolist()
            for column, keys in zip(words, table.T[len(_NUMBERS) :].tolist(), strict=True):
                column += map(names.__getitem__, keys)
            first = len(self.head)
            self.head.extend(map(add, steps, range(first, first + len(steps))))
            self.start.extend(starts)
            self.end.extend(map(add, starts, lengths))
            self.room += (length + 1 for length in lengths)
            for i, mark in enumerate(marks, first):
                if mark == 1:
                    begin = i
                self.sentence.append(begin)
                self._stop[begin] = i + 1
        for i, (start, end) in enumerate(zip(self.start[1:], self.end, strict=False)):
            if start == end and _LOOSE.isdisjoint(self.lower[i : i + 2]):
                self.room[i] -= 1  # "drug-resistant", "Lee's"
        # Most words have none: these share one list.
        self.kids: list[list[int]] = [_NONE] * len(self.head)
        for i, head in enumerate(self.head):
            if head != i:
                self._hang(i, head)
        self._below: dict[int, list[int]] = {}  # the subtrees that were asked for
        self._looked = -1  # the sentence that was looked at
        self.memo: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.head)

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the children of token i that have one of these relations."""
        dep = self.dep
        return [kid for kid in self.kids[i] if dep[kid] in deps]

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first child of token i that has one of these relations."""
        dep = self.dep
        for kid in self.kids[i]:
            if dep[kid] in deps:
                return kid
        return None

    def subtree(self, i: int, without: Iterable[int] = ()) -> Sequence[int]:
        """Return token i and all below it in text order, without the branches at `without`.

        It is remembered, and not to be changed.
        """
        barred = without if isinstance(without, set | frozenset) else set(without)
        if barred:
            return self._walk(i, barred)
        if i not in self._below:
            if len(self._below) >= MOST:
                self._below.clear()
            self._below[i] = self._walk(i, barred)
        return self._below[i]

    def _walk(self, i: int, barred: Set[int]) -> list[int]:
        found, todo = [], [i]
        while todo:
            token = todo.pop()
            if token not in barred:
                found.append(token)
                todo.extend(self.kids[token])
        found.sort()
        return found

    def look_at(self, i: int) -> None:
        """Turn to the sentence of token i: what was found out about another one is forgotten."""
        if self._looked != self.sentence[i]:
            self._looked = self.sentence[i]
            self.memo.clear()

    def facts(self, tell: Callable[[Parse, int], Told]) -> Facts[Told]:
        """Return what `tell(parse, i)` says of each token i, asked once: for loops over titles."""
        found: Facts[Told] | None = self.memo.get(tell)
        if found is None:
            found = self.memo[tell] = Facts(self, tell)
        return found

    def attach(self, i: int, head: int, dep: str) -> None:
        """Hang token i on another head by another relation; a token that is its own is a root.

        What would make a circle is not done: the mends were thought out for other trees.
        """
        above = head
        while above != i and self.head[above] != above:
            above = self.head[above]
        if above == i != head:
            return
        self._below.clear()
        self.memo.clear()
        if self.head[i] != i:
            self.kids[self.head[i]].remove(i)
        self.head[i], self.dep[i] = head, dep
        if head != i:
            self._hang(i, head)

    def _hang(self, i: int, head: int) -> None:
        """Put token i among the children of another one."""
        kids = self.kids[head]
        if kids is _NONE:
            self.kids[head] = [i]
        else:
            insort(kids, i)

    def span(self, tokens: Sequence[int]) -> tuple[int, int]:
        """Return the character offsets from the first to the last of these tokens."""
        return self.start[tokens[0]], self.end[tokens[-1]]

    def sentence_end(self, i: int) -> int:
        """Return the index after the last token of the sentence of token i."""
        return self._stop[self.sentence[i]]

    def of_sentence(self, i: int, tokens: Collection[int]) -> set[int]:
        """Return those of the tokens that stand in the sentence of token i."""
        return {t for t in range(self.sentence[i], self.sentence_end(i)) if t in tokens}

    def sentence_span(self, i: int) -> tuple[int, int]:
        """Return the offsets of the sentence of token i, blanks at its edges left out."""
        first = self.sentence[i]
        last = self.sentence_end(i) - 1
        while self.pos[first] == "SPACE" and first < i:
            first += 1
        while self.pos[last] == "SPACE" and last > i:
            last -= 1
        return self.start[first], self.end[last]


class Facts(dict[int, Told]):
    """Token -> what a function tells of it in a parse, which has to live."""

    def __init__(self, parse: Parse, tell: Callable[[Parse, int], Told]) -> None:
        self._parse = ref(parse)  # the parse holds the facts: no circle
        self._tell = tell

    def __missing__(self, i: int) -> Told:
        parse = self._parse()
        assert parse is not None
        told = self[i] = self._tell(parse, i)
        return told
