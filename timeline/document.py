"""A text and what its source said about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list-item"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item: no sentence crosses its edges."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class GivenLink:
    """A TLINK, SLINK or ALINK of a TimeML source: attributes as they stand."""

    kind: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GivenAnnotations:
    """What a TimeML source annotated, with the attributes that we do not model.

    `timexes`, `events`: (start, end, attributes); `instances`: MAKEINSTANCE attributes. `dct` are
    the attributes of the document's own TIMEX3, `dct_text` the words of its element.
    """

    timexes: tuple[tuple[int, int, tuple[tuple[str, str], ...]], ...] = ()
    events: tuple[tuple[int, int, tuple[tuple[str, str], ...]], ...] = ()
    signals: tuple[tuple[int, int, tuple[tuple[str, str], ...]], ...] = ()
    instances: tuple[tuple[tuple[str, str], ...], ...] = ()
    links: tuple[GivenLink, ...] = ()
    dct: tuple[tuple[str, str], ...] = ()
    dct_text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its name and parts; every offset in the program counts code points of `text`.

    `given_date` is what the source itself states beside the text (a JSONL field, a TimeML DCT),
    `given_basis` how ("field", "dct"). `made_on` is when the file says that it was made, which
    dates the document only where nothing else does: a copy or a scan is younger than its text.
    `pages` are the offsets at which its pages start, those without text too; () without pages.
    `annotations` are those that a TimeML source brought along.
    """

    id: str
    text: str
    source: str
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    given_date: str | None = None
    given_basis: str | None = None
    made_on: str | None = None
    language: str = "en"
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    annotations: GivenAnnotations | None = field(default=None, compare=False)


def content_id(text: str) -> str:
    """First 12 hex digits of the SHA-256 of the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
