"""What a parse says of its tokens, of a Doc or of a Book: attributes as tables, and what spans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS  # type: ignore[import-not-found]
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Span

from .book import Book, Read

Table = NDArray[np.uint64]

LONG = 20_000  # tokens; of a text that has more no table is made of all
MOST = 50_000  # names that are remembered, about 0.15 kB for each
WITHIN, FIRST = 1, 3  # spaCy's ENT_IOB


class Names(dict[int, str]):
    """Hash -> string, of those that were asked for; 0 is the empty string."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: int) -> str:
        if len(self) >= MOST:
            self.clear()
        name = self[key] = self._strings[key] if key else ""
        return name


@lru_cache(maxsize=2)
def names_of(strings: StringStore) -> Names:
    """The names of a vocabulary, which all its texts share: most words come again."""
    return Names(strings)


def table_of(doc: Read, names: Sequence[str], start: int = 0, stop: int | None = None) -> Table:
    """What `doc.to_array` gives, of all tokens or of a stretch: attributes as unsigned numbers."""
    if isinstance(doc, Book):
        return doc.table(names, start, len(doc) if stop is None else stop)
    whole = start == 0 and stop in (None, len(doc))
    # Asking a span takes 20 times as long for each token, but only for these.
    found: Any = doc if whole else doc[start:stop]
    table: Table = found.to_array(list(names) if whole else [IDS[name] for name in names])
    return table.reshape(-1, len(names))


def rows_of(doc: Read, names: Sequence[str]) -> Iterator[Table]:
    """The table of a text; of a long one `LONG` rows are in memory at a time."""
    for first in range(0, len(doc), LONG):
        yield table_of(doc, names, first, min(first + LONG, len(doc)))


def span_of(doc: Read, start: int, end: int) -> Span | None:
    """The tokens that some characters touch; of a book they count from an open window's first."""
    if isinstance(doc, Book):
        found = doc.span(start, end)
        return found[0] if found else None
    return doc.char_span(start, end, alignment_mode="expand")


def tokens_of(doc: Read, start: int, end: int) -> range | None:
    """The indexes of the tokens that some characters touch."""
    if isinstance(doc, Book):
        found = doc.span(start, end)
        span, shift = (found[0], found[1].shift) if found else (None, 0)
    else:
        span, shift = span_of(doc, start, end), 0
    return range(span.start + shift, span.end + shift) if span is not None else None


def sentences_of(doc: Read) -> Iterator[tuple[int, int]]:
    """The offsets of each sentence."""
    begin = end = 0
    for table in rows_of(doc, ["IDX", "LENGTH", "SENT_START"]):
        for start, length, mark in table.astype("int64").tolist():
            if mark == 1 and end:
                yield begin, end
                begin = start
            end = start + length
    if end:
        yield begin, end


def entities_of(doc: Read, labels: Collection[str]) -> Iterator[tuple[int, int]]:
    """The offsets of each entity that has one of these labels."""
    kinds = np.array(list(map(get_string_id, labels)), dtype=np.uint64)
    found: tuple[int, int] | None = None
    for table in rows_of(doc, ["IDX", "LENGTH", "ENT_IOB", "ENT_TYPE"]):
        for start, length, place, _ in table[np.isin(table[:, 3], kinds)].tolist():
            if place == WITHIN and found is not None:
                found = (found[0], start + length)
                continue
            if found is not None:
                yield found
            found = (start, start + length) if place == FIRST else None
    if found is not None:
        yield found
