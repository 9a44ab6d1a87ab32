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
    `given_basis` how ("field", "dct", "metadata", "front-matter", "mail") and `given_place` where
    in it ("article:published_time"). `weak_dates` are what it states less surely, words and place
    ("dateModified"): the first dates the document where neither that nor the text does.
    `metadata` is what else it says of itself: ("from", "A. Bell"). `cues` are the offsets at which
    a recording's cues begin, with their times, and `pages` those at which a paper's pages do, pages
    without text too. `annotations` are those of a TimeML source.
    """

    id: str
    text: str
    source: str
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    given_date: str | None = None
    given_basis: str | None = None
    given_place: str | None = None
    weak_dates: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    cues: tuple[tuple[int, str], ...] = ()
    pages: tuple[int, ...] = ()
    language: str = "en"
    warnings: tuple[str, ...] = ()
    annotations: GivenAnnotations | None = field(default=None, compare=False)


def content_id(text: str) -> str:
    """First 12 hex digits of the SHA-256 of the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
