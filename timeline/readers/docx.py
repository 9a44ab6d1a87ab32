"""Word documents: paragraphs, headings, lists, tables and notes as they stand when all is accepted.

What was deleted with changes tracked is left out, what was inserted stays; comments, headers and
footers are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zipfile import ZipFile

from ..document import BlockKind
from .archive import START, open_zip
from .base import Reader
from .flow import CELL
from .office import Office, Words, local_name, read_part
from .packed import Budget
from .xml_parts import parse_xml

BODY = "word/document.xml"
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
        self.blocks: list[Words] = []
        self.open: list[_Paragraph] = []
        self.rows: list[list[str]] = []
        self.cells: list[list[str]] = []
        self.skipped = 0
        self.in_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        tag = local_name(name)
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
        tag = local_name(name)
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


def _read_blocks(archive: ZipFile, budget: Budget) -> Iterator[Words]:
    """The paragraphs of the text, then the notes."""
    styles = _read_styles(archive, budget)
    body = _Body(styles)
    parse_xml(read_part(archive, BODY, budget), body.start, body.end, body.characters)
    yield from body.blocks
    yield from _read_notes(archive, budget, styles)


def _read_styles(archive: ZipFile, budget: Budget) -> dict[str, str]:
    """The names of styles by id: an id is in the language of the writer's Word."""
    styles: dict[str, str] = {}
    current = [""]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        tag = local_name(name)
        if tag == "style":
            current[0] = _value(attributes, "styleId")
        elif tag == "name":
            styles.setdefault(current[0], _value(attributes, "val"))

    if "word/styles.xml" in archive.namelist():
        data = read_part(archive, "word/styles.xml", budget)
        parse_xml(data, start, lambda _: None, lambda _: None)
    return styles


def _read_notes(archive: ZipFile, budget: Budget, styles: Mapping[str, str]) -> Iterator[Words]:
    """The footnotes, then the endnotes, a paragraph each."""
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in archive.namelist():
            notes = _Body(styles)
            parse_xml(read_part(archive, part, budget), notes.start, notes.end, notes.characters)
            yield from (("paragraph", words) for _, words in notes.blocks)


def _value(attributes: Mapping[str, str], wanted: str) -> str:
    return next((value for name, value in attributes.items() if local_name(name) == wanted), "")


def sniff(head: bytes) -> bool:
    """Whether a file begins like a zip, as a Word document does."""
    return head.startswith(START)


def is_certain(data: bytes) -> bool:
    """Whether a file is a Word document."""
    archive = open_zip(data) if sniff(data) else None
    return archive is not None and BODY in archive.namelist()


OFFICE = Office("Word document", "Word", "docProps/core.xml", _read_blocks)
READER = Reader("docx", (".docx", ".docm"), "Word documents", OFFICE.read, sniff, is_certain, True)
