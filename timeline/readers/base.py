"""What a reader is, and what it hands over when a source cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..document import Document
from .seen import Seen


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no document: the reason in one lowercase sentence, and what to try."""

    source: str
    reason: str
    hint: str | None = None


Read = Callable[[bytes, str], Iterator[Document | Failure]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of source: how its files are named, how its bytes begin, and how they are read.

    `read(data, source)` is given the whole file, never an empty one, and yields its documents in
    order; a part that is broken is yielded as a Failure between them. A document's id need not be
    unique: `read_sources` makes it so. `sniff(head)` says whether bytes look like this kind; it is
    asked for standard input and for files whose suffix no reader knows. `is_certain(data)` says
    that a file can be nothing else, whatever its name. `is_binary`: every file of this kind can be
    told so, and what cannot is not of this kind, whatever its name.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Read
    sniff: Callable[[bytes], bool] | None = None
    is_certain: Callable[[bytes], bool] | None = None
    is_binary: bool = False


def explain_missing(source: str, what: str, library: str, extra: str) -> Failure:
    """Say that a library is missing, and how to install it."""
    return Failure(
        source,
        f"{what} needs the library {library}, which is not installed",
        f"pip install 'timeline-extract[{extra}]'",
    )


class IdAllocator:
    """Hands out every id once: a repeated "a" becomes "a-2", then "a-3".

    >>> ids = IdAllocator()
    >>> ids.claim("a"), ids.claim("a"), ids.claim("a-2")
    ('a', 'a-2', 'a-2-2')
    """

    def __init__(self) -> None:
        self._given = Seen()
        self._next: dict[str, int] = {}  # of those that were wanted again

    def claim(self, wanted: str) -> str:
        """The wanted id, or the first free one made from it."""
        if self._given.add(wanted):
            return wanted
        number = self._next.get(wanted, 2)
        while not self._given.add(name := f"{wanted}-{number}"):
            number += 1
        self._next[wanted] = number + 1
        return name
