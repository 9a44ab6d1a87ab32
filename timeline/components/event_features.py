"""What the event model looks at: for each candidate token, numbers that stand for its features.

A feature is a template ("lemma and relation") with the values of a token; its number is a 64-bit
hash of both, cut to `BITS` bits. spaCy keeps every value as the hash of its string, so that no
string is put together. All templates of as many values are hashed at once: a short document's
features take as long as it takes to ask numpy for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.symbols import ADJ, AUX, NOUN, VERB, pcomp, pobj, prep  # type: ignore[import-not-found]

from ..book import Read
from ..tokens import rows_of, table_of

Keys = NDArray[np.uint64]
Index = NDArray[np.int64]
Told = tuple[Any, ...]  # a template, the rows that it is told of, and its values in each of these

BITS = 18  # 262,144 numbers; some features share one, and training knows it
COLUMNS: list[str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA", "LOWER", "ENT_TYPE", "SHAPE",
                            "SUFFIX"]  # fmt: skip
CANDIDATES = tuple(map(np.uint64, (VERB, NOUN, ADJ, AUX)))
NOTHING = np.uint64(0)
# Odd 64-bit constants (golden ratio, xxHash's second prime): multiplying by them spreads the bits.
FIRST, SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
PART = 40_000  # tokens whose features are worked out at a time; a candidate's take about 1.5 kB
AROUND = 2  # tokens on both sides that are looked at
MOST_MET = 100_000  # lemmas remembered; about 30 MB
ENDINGS = (2, 4, 5)  # letters at the end of a lemma; spaCy's own SUFFIX has three
# What can be left out one by one, to see what it is worth (models/ablate_events.py).
GROUPS = ("own", "head", "near", "below", "above", "endings", "list")


@dataclass(frozen=True, slots=True)
class Features:
    """The candidates of one Doc and their features, one (row, number) a feature.

    `tokens[row]` is the index of a candidate in its Doc.
    """

    tokens: Index
    rows: Index
    numbers: Index


@dataclass(frozen=True, slots=True)
class FeatureReader:
    """Reads the features of a Doc; `words` is a list by hand: part of speech -> lemma -> class.

    The lemmas that were met are remembered: their endings are worked out once.
    """

    words: Mapping[str, Mapping[str, str]]
    groups: tuple[str, ...] = GROUPS
    _met: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict, repr=False)

    def __call__(self, doc: Read) -> Features:
        """Return the features of every verb, noun, adjective and auxiliary."""
        table = table_of(doc, COLUMNS)
        return self._read(doc, table, _candidates(table))

    def in_parts(self, doc: Read, size: int = PART) -> Iterator[Features]:
        """The same some sentences at a time, of about `size` tokens: a book's would fill memory."""
        if len(doc) <= size:
            yield self(doc)
            return
        for start, stop in _cut(doc, size):
            first = max(0, start - AROUND)
            table = table_of(doc, COLUMNS, first, min(len(doc), stop + AROUND))
            tokens = _candidates(table)
            tokens = tokens[(tokens >= start - first) & (tokens < stop - first)]
            found = self._read(doc, table, tokens)
            yield replace(found, tokens=found.tokens + first)

    def _read(self, doc: Read, table: Keys, tokens: Index) -> Features:
        told = [*_Tree(table, tokens).features(self.groups), self._read_words(doc, table, tokens)]
        by_size: dict[int, list[Told]] = {}
        for one in told:
            by_size.setdefault(len(one), []).append(one)
        rows: list[Index] = []
        keys: list[Keys] = []
        for alike in by_size.values():
            templates, places, *values = zip(*alike, strict=True)
            rows += places
            names = np.repeat(_names(templates), list(map(len, places)))
            keys.append(_mix(names, *map(np.concatenate, values)))
        numbers = np.concatenate(keys) >> np.uint64(64 - BITS)
        return Features(tokens, np.concatenate(rows), numbers.astype(np.int64))

    def _read_words(self, doc: Read, table: Keys, tokens: Index) -> Told:
        """The features of the lemmas alone."""
        rows: list[int] = []
        keys: list[int] = []
        met = self._met
        pairs = table[tokens][:, 3:5].tolist()
        for row, (pos, lemma) in enumerate(pairs):
            found = met.get((pos, lemma))
            if found is None:
                if len(met) >= MOST_MET:
                    met.clear()
                found = met[pos, lemma] = self._word_keys(doc.vocab.strings, pos, lemma)
            keys.extend(found)
            rows.extend([row] * len(found))
        return "word", np.array(rows, dtype=np.int64), np.array(keys, dtype=np.uint64)

    def _word_keys(self, strings: Any, pos: int, lemma: int) -> tuple[int, ...]:
        word, part = strings[lemma].lower(), strings[pos]
        names = []
        if "endings" in self.groups:
            names += [f"{part} -{word[-n:]}" for n in ENDINGS if len(word) > n + 1]
        class_ = self.words.get(part, {}).get(word)
        if class_ and "list" in self.groups:
            names.append(f"{part} by hand {class_}")
        return tuple(get_string_id(name) for name in names)


def _candidates(table: Keys) -> Index:
    pos = table[:, 3]
    return np.flatnonzero(reduce(np.logical_or, [pos == part for part in CANDIDATES]))


def _cut(doc: Read, size: int) -> Iterator[tuple[int, int]]:
    """Stretches of whole sentences, of at least `size` tokens but for the last one."""
    start = first = 0
    for (marks,) in (table.T for table in rows_of(doc, ["SENT_START"])):
        for place in np.flatnonzero(marks == np.uint64(1)).tolist():
            if first + place - start >= size:
                yield start, first + place
                start = first + place
        first += len(marks)
    yield start, len(doc)


class _Tree:
    """The columns of one Doc and its candidates; tells them template by template."""

    def __init__(self, table: Keys, tokens: Index) -> None:
        offsets, *columns = (np.ascontiguousarray(table[:, c]) for c in range(table.shape[1]))
        self.dep, self.tag, self.pos, self.lemma, self.lower, self.entity, self.shape, self.end = (
            columns
        )
        self.all = np.arange(len(table))
        head = self.all + offsets.astype(np.int64)
        # The words beside a part may hang on some that are not in it.
        self.head = np.where((head < 0) | (head >= len(table)), self.all, head)
        self.tokens = tokens
        self.rows = np.arange(len(tokens))
        self.row_of = np.full(len(table), -1)
        self.row_of[tokens] = self.rows

    def features(self, groups: Sequence[str]) -> Iterator[Told]:
        """The features of these groups, but for those of the lemmas alone."""
        dense = {"own": self._own, "head": self._head, "near": self._near}
        for name, read in dense.items():
            if name in groups:
                for template, *values in read():
                    yield template, self.rows, *values
        if "below" in groups:
            yield from self._below()
        if "above" in groups:
            yield from self._above()

    def _own(self) -> Iterator[Told]:
        """The token itself."""
        at = self.tokens
        lemma, tag, dep, pos = self.lemma[at], self.tag[at], self.dep[at], self.pos[at]
        yield "any", np.zeros(len(at), dtype=np.uint64)
        yield "pos", pos
        yield "lemma", lemma
        yield "tag", tag
        yield "dep", dep
        yield "lemma tag", lemma, tag
        yield "lemma dep", lemma, dep
        yield "tag dep", tag, dep
        yield "lemma pos", lemma, pos
        yield "word", self.lower[at]
        yield "entity", self.entity[at]
        yield "shape", self.shape[at]
        yield "ending", self.end[at], pos

    def _head(self) -> Iterator[Told]:
        """What the token hangs on, with the token."""
        at = self.tokens
        tag, dep, pos = self.tag[at], self.dep[at], self.pos[at]
        head = self.head[at]
        root = head == at
        columns = (self.lemma, self.tag, self.dep)
        above = [np.where(root, NOTHING, column[head]) for column in columns]
        yield "head lemma", above[0]
        yield "head tag", above[1]
        yield "dep head lemma", dep, above[0]
        yield "dep head tag", dep, above[1]
        yield "tag head lemma", tag, above[0]
        yield "pos head dep", pos, above[2]
        yield "dep head dep", dep, above[2]

    def _near(self) -> Iterator[Told]:
        """The words and tags on both sides."""
        tag, pos = self.tag[self.tokens], self.pos[self.tokens]
        sides = {}
        for step in (-2, -1, 1, 2):
            word, form = self._beside(self.lower, step), self._beside(self.tag, step)
            sides[step] = form
            yield f"word {step}", word
            yield f"tag {step}", form
            if abs(step) == 1:
                yield f"tags {step}", form, tag
                yield f"word {step} pos", word, pos
        yield "three tags", sides[-1], tag, sides[1]

    def _beside(self, column: Keys, step: int) -> Keys:
        padded = np.concatenate([column, [NOTHING]])
        place = self.tokens + step
        return padded[np.where((place < 0) | (place >= len(column)), len(column), place)]

    def _below(self) -> Iterator[Told]:
        """The children, and what hangs on them by a preposition."""
        below = self.head != self.all
        kids = np.flatnonzero(below & (self.row_of[self.head] >= 0))
        rows, dep, lemma = self.row_of[self.head[kids]], self.dep[kids], self.lemma[kids]
        pos = self.pos[self.head[kids]]
        yield "kid pos", rows, dep, pos
        yield "kid lemma", rows, dep, lemma
        yield "kid tag", rows, pos, dep, self.tag[kids]
        yield "lemma kid", rows, self.lemma[self.head[kids]], dep
        yield "kid entity", rows, dep, self.entity[kids], pos
        ends = np.flatnonzero(below & (self.dep == pobj) & (self.dep[self.head] == prep))
        ends = ends[self.row_of[self.head[self.head[ends]]] >= 0]
        by, top = self.lemma[self.head[ends]], self.head[self.head[ends]]
        yield "by entity", self.row_of[top], by, self.pos[top], self.entity[ends]
        yield "by lemma", self.row_of[top], by, self.lemma[ends]

    def _above(self) -> Iterator[Told]:
        """What the preposition hangs on whose object the token is."""
        at = self.tokens
        rows = np.flatnonzero((self.dep[at] == pobj) | (self.dep[at] == pcomp))
        by = self.head[at[rows]]
        top = self.head[by]
        yield "top lemma", rows, self.lemma[by], self.lemma[top]
        yield "top tag", rows, self.lemma[by], self.tag[top]
        yield "top", rows, self.lemma[top]


def _names(templates: Sequence[str]) -> Keys:
    return np.array(list(map(get_string_id, templates)), dtype=np.uint64)


def _mix(name: Keys, *values: Keys) -> Keys:
    """One hash of a template's name and its values, each; arrays wrap around without a word."""
    key = values[0] * FIRST ^ name
    for value in values[1:]:
        key = (key ^ (key >> np.uint64(29))) * SECOND ^ value * FIRST
    key = (key ^ (key >> np.uint64(32))) * SECOND
    return key ^ (key >> np.uint64(29)) * FIRST
