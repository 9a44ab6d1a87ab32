"""What the event model looks at: for each candidate token, numbers that stand for its features.

A feature is a template ("lemma and relation") with the values of a token; its number is a 64-bit
hash of both, cut to `BITS` bits. spaCy keeps every value as the hash of its string, so that a whole
document's features are a few dozen operations on arrays, and no string is put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.symbols import ADJ, AUX, NOUN, VERB, pcomp, pobj, prep  # type: ignore[import-not-found]

from ..book import Read
from ..tokens import rows_of, table_of

Keys = NDArray[np.uint64]
Index = NDArray[np.int64]

BITS = 18  # 262,144 numbers; some features share one, and training knows it
COLUMNS: list[str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA", "LOWER", "ENT_TYPE", "SHAPE",
                            "SUFFIX"]  # fmt: skip
CANDIDATES = np.array([VERB, NOUN, ADJ, AUX], dtype=np.uint64)
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
        rows, keys = [], []
        for row, key in _Tree(table, tokens).features(self.groups):
            rows.append(row)
            keys.append(key)
        row, key = self._read_words(doc, table, tokens)
        numbers = np.concatenate([*keys, key]) >> np.uint64(64 - BITS)
        return Features(tokens, np.concatenate([*rows, row]), numbers.astype(np.int64))

    def _read_words(self, doc: Read, table: Keys, tokens: Index) -> tuple[Index, Keys]:
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
        return np.array(rows, dtype=np.int64), _mix("word", np.array(keys, dtype=np.uint64))

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
    return np.flatnonzero(np.isin(table[:, 3], CANDIDATES))


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
    """The columns of one Doc and its candidates; yields (rows, keys) template by template."""

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

    def features(self, groups: Sequence[str]) -> Iterator[tuple[Index, Keys]]:
        """The features of these groups, but for those of the lemmas alone."""
        dense = {"own": self._own, "head": self._head, "near": self._near}
        for name, read in dense.items():
            if name in groups:
                for key in read():
                    yield self.rows, key
        if "below" in groups:
            yield from self._below()
        if "above" in groups:
            yield from self._above()

    def _own(self) -> Iterator[Keys]:
        """The token itself."""
        at = self.tokens
        lemma, tag, dep, pos = self.lemma[at], self.tag[at], self.dep[at], self.pos[at]
        yield _mix("any", np.zeros(len(at), dtype=np.uint64))
        yield _mix("pos", pos)
        yield _mix("lemma", lemma)
        yield _mix("tag", tag)
        yield _mix("dep", dep)
        yield _mix("lemma tag", lemma, tag)
        yield _mix("lemma dep", lemma, dep)
        yield _mix("tag dep", tag, dep)
        yield _mix("lemma pos", lemma, pos)
        yield _mix("word", self.lower[at])
        yield _mix("entity", self.entity[at])
        yield _mix("shape", self.shape[at])
        yield _mix("ending", self.end[at], pos)

    def _head(self) -> Iterator[Keys]:
        """What the token hangs on, with the token."""
        at = self.tokens
        tag, dep, pos = self.tag[at], self.dep[at], self.pos[at]
        head = self.head[at]
        root = head == at
        columns = (self.lemma, self.tag, self.dep)
        above = [np.where(root, NOTHING, column[head]) for column in columns]
        yield _mix("head lemma", above[0])
        yield _mix("head tag", above[1])
        yield _mix("dep head lemma", dep, above[0])
        yield _mix("dep head tag", dep, above[1])
        yield _mix("tag head lemma", tag, above[0])
        yield _mix("pos head dep", pos, above[2])
        yield _mix("dep head dep", dep, above[2])

    def _near(self) -> Iterator[Keys]:
        """The words and tags on both sides."""
        tag, pos = self.tag[self.tokens], self.pos[self.tokens]
        sides = {}
        for step in (-2, -1, 1, 2):
            word, form = self._beside(self.lower, step), self._beside(self.tag, step)
            sides[step] = form
            yield _mix(f"word {step}", word)
            yield _mix(f"tag {step}", form)
            if abs(step) == 1:
                yield _mix(f"tags {step}", form, tag)
                yield _mix(f"word {step} pos", word, pos)
        yield _mix("three tags", sides[-1], tag, sides[1])

    def _beside(self, column: Keys, step: int) -> Keys:
        padded = np.concatenate([column, [NOTHING]])
        place = self.tokens + step
        return padded[np.where((place < 0) | (place >= len(column)), len(column), place)]

    def _below(self) -> Iterator[tuple[Index, Keys]]:
        """The children, and what hangs on them by a preposition."""
        below = self.head != self.all
        kids = np.flatnonzero(below & (self.row_of[self.head] >= 0))
        rows, dep, lemma = self.row_of[self.head[kids]], self.dep[kids], self.lemma[kids]
        pos = self.pos[self.head[kids]]
        yield rows, _mix("kid pos", dep, pos)
        yield rows, _mix("kid lemma", dep, lemma)
        yield rows, _mix("kid tag", pos, dep, self.tag[kids])
        yield rows, _mix("lemma kid", self.lemma[self.head[kids]], dep)
        yield rows, _mix("kid entity", dep, self.entity[kids], pos)
        ends = np.flatnonzero(below & (self.dep == pobj) & (self.dep[self.head] == prep))
        ends = ends[self.row_of[self.head[self.head[ends]]] >= 0]
        by, top = self.lemma[self.head[ends]], self.head[self.head[ends]]
        yield self.row_of[top], _mix("by entity", by, self.pos[top], self.entity[ends])
        yield self.row_of[top], _mix("by lemma", by, self.lemma[ends])

    def _above(self) -> Iterator[tuple[Index, Keys]]:
        """What the preposition hangs on whose object the token is."""
        at = self.tokens
        rows = np.flatnonzero((self.dep[at] == pobj) | (self.dep[at] == pcomp))
        by = self.head[at[rows]]
        top = self.head[by]
        yield rows, _mix("top lemma", self.lemma[by], self.lemma[top])
        yield rows, _mix("top tag", self.lemma[by], self.tag[top])
        yield rows, _mix("top", self.lemma[top])


def _mix(template: str, *values: Keys) -> Keys:
    """One hash of a template and its values, for each token; arrays wrap around without a word."""
    key = values[0] * FIRST ^ np.uint64(get_string_id(template))
    for value in values[1:]:
        key = (key ^ (key >> np.uint64(29))) * SECOND ^ value * FIRST
    key = (key ^ (key >> np.uint64(32))) * SECOND
    return key ^ (key >> np.uint64(29)) * FIRST
