"""A document with what is known of it before it is parsed: its blocks and dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..annotation import DocumentDate, Passage
from ..dating import find_document_date, find_frame, find_passages
from ..document import Document
from ..readers.blocks import find_blocks, soften
from ..readers.fields import find_fields
from ..rules.order import DEFAULT_DAY_FIRST, find_doubtful, infer_day_first
from .options import Options

READ = ("en", "und")  # languages that are read; "und": too short or too odd to tell


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its blocks, its own date, and where its dateline stands, if it has one."""

    document: Document
    date: DocumentDate
    frame: tuple[int, int] | None
    passages: tuple[Passage, ...]


def prepare(document: Document, options: Options) -> Prepared:
    """The document with its blocks, its own date and its dateline."""
    if not document.blocks:
        document = replace(document, blocks=find_blocks(document.text))
    date = find_document_date(
        document,
        given=options.date,
        reading_date=options.reading_date,
        day_first=options.day_first,
    )
    doubt = _doubt_of_order(document.text) if options.day_first is None else None
    if doubt is not None:
        document = replace(document, warnings=(*document.warnings, doubt))
    frame = find_frame(document, day_first=options.day_first)
    passages = find_passages(
        document,
        date,
        day_first=options.day_first,
        reading_date=options.reading_date,
    )
    return Prepared(document, date, frame, passages)


def view_of(document: Document) -> str:
    """The text as it is parsed: of a language that is not read nothing, rules would guess."""
    return soften(document.text, document.blocks) if document.language in READ else ""


def edges_of(prepared: Prepared) -> tuple[set[int], set[int]]:
    """Where a sentence begins, at every block and after a dateline, and where blocks end."""
    document = prepared.document
    starts = {block.start for block in document.blocks}
    starts.update(find_fields(document.text, document.blocks))
    if prepared.frame is not None:
        starts.add(prepared.frame[1])
    return starts, {block.end for block in document.blocks}


def _doubt_of_order(text: str) -> str | None:
    """What to say of numeric dates whose order nothing in the text shows."""
    found = find_doubtful(text)
    if found is None or infer_day_first(text) is not None:
        return None
    first, other = ("day", "month") if DEFAULT_DAY_FIRST else ("month", "day")
    return f"dates such as {found} are read with the {first} first; if not: --{other}-first"
