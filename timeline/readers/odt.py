"""OpenDocument texts: paragraphs, headings, lists and tables, without what was deleted."""

from __future__ import annotations

from collections.abc import Mapping
from zipfile import ZipFile

from ..document import BlockKind
from .archive import START
from .base import Reader
from .flow import CELL
from .office import Office, Words, read_part
from .packed import Budget
from .xml_parts import parse_xml

BODY = "content.xml"
MIME = b"application/vnd.oasis.opendocument.text"
# Deleted words, comments, and what a note's mark says; a picture's second version.
SKIPPED = frozenset(
    ("tracked-changes", "annotation", "note-citation", "desc", "object", "ruby-text", "script")
)
MOST_SPACES = 80


class _Body:
    """What one pass over the text gathers; a note's paragraphs come after the one it hangs on."""

    def __init__(self) -> None:
        self.blocks: list[Words] = []
        self.open: list[tuple[BlockKind, list[str]]] = []
        self.cells: list[list[str]] = []
        self.later: list[Words] = []
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


def _read_blocks(archive: ZipFile, budget: Budget) -> list[Words]:
    """The paragraphs of the text."""
    body = _Body()
    parse_xml(read_part(archive, BODY, budget), body.start, body.end, body.characters)
    return body.blocks


def sniff(head: bytes) -> bool:
    """Whether a file begins like a zip."""
    return head.startswith(START)


def is_certain(data: bytes) -> bool:
    """Whether a file says that it is an OpenDocument text: its first member is its type."""
    return sniff(data) and data[30:38] == b"mimetype" and data[38 : 38 + len(MIME)] == MIME


OFFICE = Office("OpenDocument text", "OpenDocument", "meta.xml", _read_blocks)
READER = Reader("odt", (".odt",), "OpenDocument texts", OFFICE.read, sniff, is_certain, True)
