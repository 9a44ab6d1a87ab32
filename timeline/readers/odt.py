"""OpenDocument texts: paragraphs, headings, lists and tables, without what was deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..document import BlockKind, Document
from ..errors import ReadError
from .archive import START, open_zip, read_entry
from .base import Failure, Reader
from .docx import make_office_document, read_properties
from .flow import CELL
from .packed import Budget
from .xml_parts import parse_xml

BODY, PROPERTIES = "content.xml", "meta.xml"
MIME = b"application/vnd.oasis.opendocument.text"
# Deleted words, comments, and what a note's mark says; a picture's second version.
SKIPPED = frozenset(
    ("tracked-changes", "annotation", "note-citation", "desc", "object", "ruby-text", "script")
)
MOST_SPACES = 80


class _Body:
    """What one pass over the text gathers; a note's paragraphs come after the one it hangs on."""

    def __init__(self) -> None:
        self.blocks: list[tuple[BlockKind, str]] = []
        self.open: list[tuple[BlockKind, list[str]]] = []
        self.cells: list[list[str]] = []
        self.later: list[tuple[BlockKind, str]] = []
        self.skipped = self.lists = self.in_text = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        space, _, tag = name.rpartition(" ")
        if self.skipped or tag in SKIPPED:
            self.skipped += 1
        elif tag == "text" and space.endswith("office:1.0"):
            self.in_text += 1
        elif tag in ("p", "h") and space.endswith("text:1.0"):
            kind: BlockKind = "list-item" if self.lists else "paragraph"
            self.open.append(("heading" if tag == "h" else kind, []))
        elif tag == "list":
            self.lists += 1
        elif tag == "table-row":
            self.cells.append([])
        elif tag == "table-cell" and self.cells:
            self.cells[-1].append("")
        elif self.open and tag in ("s", "tab", "line-break"):
            count = next((v for n, v in attributes.items() if n.endswith(" c")), "1")
            blanks = min(int(count), MOST_SPACES) if count.isdecimal() else 1
            self.open[-1][1].append("\n" if tag == "line-break" else " " * blanks)

    def end(self, name: str) -> None:
        """An element closes."""
        space, _, tag = name.rpartition(" ")
        if self.skipped:
            self.skipped -= 1
        elif tag == "text" and space.endswith("office:1.0"):
            self.in_text -= 1
        elif tag in ("p", "h") and space.endswith("text:1.0") and self.open:
            self._close(*self.open.pop())
        elif tag == "list":
            self.lists -= 1
        elif tag == "table-row" and self.cells:
            row = CELL.join(cell for cell in self.cells.pop() if cell)
            if self.cells and self.cells[-1]:
                self.cells[-1][-1] = f"{self.cells[-1][-1]} {row}".strip()
            elif row:
                self.blocks.append(("paragraph", row))

    def _close(self, kind: BlockKind, parts: list[str]) -> None:
        words = "".join(parts)
        if self.open:
            self.later.append((kind, words))
        elif self.cells and self.cells[-1]:
            self.cells[-1][-1] = f"{self.cells[-1][-1]} {' '.join(words.split())}".strip()
        else:
            self.blocks += [(kind, words), *self.later] if words.strip() else self.later
            self.later = []

    def characters(self, words: str) -> None:
        """Words of a paragraph; line ends in the XML are spaces."""
        if self.open and self.in_text and not self.skipped:
            self.open[-1][1].append(" ".join(words.split("\n")))


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The document of an OpenDocument text."""
    archive = open_zip(data)
    if archive is None:
        yield Failure(source, "this OpenDocument text is broken or cut off")
        return
    budget = Budget(len(data))
    try:
        if BODY not in archive.namelist():
            raise ReadError(f"it has no {BODY}")
        body = _Body()
        content = read_entry(archive, archive.getinfo(BODY), budget)
        parse_xml(content, body.start, body.end, body.characters)
        title, made = read_properties(archive, PROPERTIES, budget)
    except ReadError as error:
        yield Failure(source, f"this OpenDocument text cannot be read: {error.message}", error.hint)
        return
    place = "the OpenDocument file's creation date"
    yield make_office_document(body.blocks, source, title, made, place)


def sniff(head: bytes) -> bool:
    """Whether a file begins like a zip."""
    return head.startswith(START)


def is_certain(data: bytes) -> bool:
    """Whether a file says that it is an OpenDocument text: its first member is its type."""
    return sniff(data) and data[30:38] == b"mimetype" and data[38 : 38 + len(MIME)] == MIME


READER = Reader("odt", (".odt",), "OpenDocument texts", read, sniff, is_certain, True)
