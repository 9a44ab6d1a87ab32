"""Word documents: paragraphs, headings, lists, tables and notes as they stand when all is accepted.

What was deleted with changes tracked is left out, what was inserted stays; comments, headers and
footers are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from zipfile import ZipFile

from ..document import BlockKind, Document
from ..errors import ReadError
from .archive import START, open_zip, read_entry
from .base import Failure, Reader
from .decoding import scrub
from .flow import CELL, Flow
from .make import make_document
from .packed import Budget
from .text import first_heading
from .xml_parts import parse_xml

BODY = "word/document.xml"
PROPERTIES = "docProps/core.xml"
_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
# Elements whose words are not part of the text; a fallback says again what stands beside it.
SKIPPED = frozenset(("del", "moveFrom", "instrText", "Fallback", "delText", "delInstrText", "rPh"))
BREAKS = {"tab": " ", "noBreakHyphen": "-", "cr": "\n", "br": "\n", "ptab": " "}


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is open; a text box within one has paragraphs of its own."""

    words: list[str] = field(default_factory=list)
    style: str = ""
    is_item: bool = False
    level: bool = False


class _Body:
    """What one pass over a part of the document gathers: blocks as (kind, words)."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.styles = styles
        self.blocks: list[tuple[BlockKind, str]] = []
        self.open: list[_Paragraph] = []
        self.rows: list[list[str]] = []
        self.cells: list[list[str]] = []
        self.skipped = 0
        self.in_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        tag = _local(name)
        if self.skipped or tag in SKIPPED:
            self.skipped += 1
            return
        value = _value(attributes, "val")
        if tag == "p":
            self.open.append(_Paragraph())
        elif tag == "tbl":
            self.rows.append([])
        elif tag == "tr":
            self.cells.append([])
        elif tag == "tc" and self.cells:
            self.cells[-1].append("")
        elif self.open:
            self._inside(tag, value)

    def _inside(self, tag: str, value: str) -> None:
        paragraph = self.open[-1]
        if tag == "pStyle":
            paragraph.style = value
        elif tag == "numPr":
            paragraph.is_item = True
        elif tag == "numId" and value == "0":
            paragraph.is_item = False  # the style's number taken away
        elif tag == "outlineLvl" and value != "9":
            paragraph.level = True
        elif tag == "t":
            self.in_text = True
        elif tag in BREAKS and not self.in_text:
            paragraph.words.append(BREAKS[tag])

    def end(self, name: str) -> None:
        """An element closes."""
        tag = _local(name)
        if self.skipped:
            self.skipped -= 1
        elif tag == "t":
            self.in_text = False
        elif tag == "p" and self.open:
            self._close(self.open.pop())
        elif tag == "tr" and self.cells:
            row = CELL.join(cell for cell in self.cells.pop() if cell)
            if self.cells and self.cells[-1]:  # a table within a cell
                self.cells[-1][-1] = f"{self.cells[-1][-1]} {row}".strip()
            elif row:
                self.blocks.append(("paragraph", row))

    def _close(self, paragraph: _Paragraph) -> None:
        words = "".join(paragraph.words)
        if self.cells and self.cells[-1]:
            flat = " ".join(words.split())
            self.cells[-1][-1] = f"{self.cells[-1][-1]} {flat}".strip()
            return
        kind: BlockKind = "list-item" if paragraph.is_item else "paragraph"
        if paragraph.level or _HEADING.match(self.styles.get(paragraph.style, paragraph.style)):
            kind = "heading"
        elif "list" in self.styles.get(paragraph.style, "").lower():
            kind = "list-item"
        if words.strip():
            self.blocks.append((kind, words))

    def characters(self, words: str) -> None:
        """Words of a run."""
        if self.in_text and not self.skipped and self.open:
            self.open[-1].words.append(words)


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The document of a Word file."""
    archive = open_zip(data)
    if archive is None:
        yield Failure(source, "this Word document is broken or cut off")
        return
    budget = Budget(len(data))
    try:
        styles = _read_styles(archive, budget)
        body = _Body(styles)
        parse_xml(_part(archive, BODY, budget), body.start, body.end, body.characters)
        notes = list(_read_notes(archive, budget, styles))
        title, made = read_properties(archive, PROPERTIES, budget)
    except ReadError as error:
        yield Failure(source, f"this Word document cannot be read: {error.message}", error.hint)
        return
    yield make_office_document(
        [*body.blocks, *notes], source, title, made, "the Word file's creation date"
    )


def make_office_document(
    blocks: list[tuple[BlockKind, str]], source: str, title: str | None, made: str, place: str
) -> Document | Failure:
    """A Document of blocks, or a Failure where they hold no words."""
    flow = Flow()
    for kind, words in blocks:
        flow.add_lines(scrub(words.replace("\u00ad", "").replace("\u00a0", " ")))
        flow.end(kind)
    text, found = flow.finish()
    if not text.strip():
        return Failure(source, "this document holds no text")
    document = make_document(text, source, blocks=found)
    return replace(
        document,
        title=title or first_heading(document),
        weak_dates=((made[:10], place),) if made else (),
    )


def read_properties(archive: ZipFile, part: str, budget: Budget) -> tuple[str | None, str]:
    """The title and the day of creation that an office file states; "" for none."""
    found: dict[str, str] = {}
    path: list[str] = []

    def characters(words: str) -> None:
        found[path[-1]] = found.get(path[-1], "") + words

    if part in archive.namelist():
        data = _part(archive, part, budget)
        parse_xml(
            data, lambda name, _: path.append(_local(name)), lambda _: _drop(path), characters
        )
    title = " ".join(found.get("title", "").split())
    return title or None, found.get("created", found.get("creation-date", "")).strip()


def _drop(path: list[str]) -> None:
    path.pop()


def _read_styles(archive: ZipFile, budget: Budget) -> dict[str, str]:
    """The names of styles by id: an id is in the language of the writer's Word."""
    styles: dict[str, str] = {}
    current = [""]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        tag = _local(name)
        if tag == "style":
            current[0] = _value(attributes, "styleId")
        elif tag == "name":
            styles.setdefault(current[0], _value(attributes, "val"))

    if "word/styles.xml" in archive.namelist():
        data = _part(archive, "word/styles.xml", budget)
        parse_xml(data, start, lambda _: None, lambda _: None)
    return styles


def _read_notes(
    archive: ZipFile, budget: Budget, styles: Mapping[str, str]
) -> Iterator[tuple[BlockKind, str]]:
    """The footnotes, then the endnotes, a paragraph each."""
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in archive.namelist():
            notes = _Body(styles)
            parse_xml(_part(archive, part, budget), notes.start, notes.end, notes.characters)
            yield from (("paragraph", words) for _, words in notes.blocks)


def _part(archive: ZipFile, name: str, budget: Budget) -> bytes:
    """A part of the file. Raises ReadError, also where it is missing."""
    try:
        return read_entry(archive, archive.getinfo(name), budget)
    except KeyError as error:
        raise ReadError(f"it has no {name}") from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _value(attributes: Mapping[str, str], wanted: str) -> str:
    return next((value for name, value in attributes.items() if _local(name) == wanted), "")


def sniff(head: bytes) -> bool:
    """Whether a file begins like a zip, as a Word document does."""
    return head.startswith(START)


def is_certain(data: bytes) -> bool:
    """Whether a file is a Word document."""
    archive = open_zip(data) if sniff(data) else None
    return archive is not None and BODY in archive.namelist()


READER = Reader("docx", (".docx", ".docm"), "Word documents", read, sniff, is_certain, True)
