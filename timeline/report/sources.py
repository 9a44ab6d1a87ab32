"""Annotated documents with the ids that they have in the output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..annotation import Annotated
from ..document import content_id


@dataclass(frozen=True, slots=True)
class Source:
    """An annotated document and the id that it has in the output."""

    id: str
    annotated: Annotated


def name_sources(annotated: Iterable[Annotated]) -> Iterator[Source]:
    """Ids that are unique in the output: a repeat gets "-2"."""
    used: set[str] = set()
    for found in annotated:
        wanted = name = found.document.id or content_id(found.document.text)
        count = 1
        while name in used:
            count += 1
            name = f"{wanted}-{count}"
        used.add(name)
        source = Source(name, found)
        del found
        yield source
        del source
