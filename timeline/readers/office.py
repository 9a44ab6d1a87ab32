"""Office files: a zip of XML parts, whose text and properties make one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from zipfile import ZipFile

from ..document import BlockKind, Document
from ..errors import ReadError
from .archive import open_zip, read_entry
from .base import Failure
from .decoding import scrub
from .flow import Flow
from .make import make_document
from .packed import Budget
from .text import first_heading
from .xml_parts import parse_xml

Words = tuple[BlockKind, str]  # a block and its text


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of office file: what it is called, and where its properties and its blocks are."""

    name: str
    short: str
    properties: str
    read_blocks: Callable[[ZipFile, Budget], Iterable[Words]]

    def read(self, data: bytes, source: str) -> Iterator[Document | Failure]:
        """The document of a file."""
        archive = open_zip(data)
        if archive is None:
            yield Failure(source, f"this {self.name} is broken or cut off")
            return
        budget = Budget(len(data))
        try:
            blocks = list(self.read_blocks(archive, budget))
            title, made = _read_properties(archive, self.properties, budget)
        except ReadError as error:
            yield Failure(source, f"this {self.name} cannot be read: {error.message}", error.hint)
            return
        yield _make(blocks, source, title, made, f"the {self.short} file's creation date")


def _make(
    blocks: Iterable[Words], source: str, title: str | None, made: str, place: str
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


def _read_properties(archive: ZipFile, part: str, budget: Budget) -> tuple[str | None, str]:
    """The title and the day of creation that an office file states; "" for none."""
    found: dict[str, str] = {}
    path: list[str] = []

    def characters(words: str) -> None:
        found[path[-1]] = found.get(path[-1], "") + words

    if part in archive.namelist():
        data = read_part(archive, part, budget)
        parse_xml(
            data, lambda name, _: path.append(local_name(name)), lambda _: _drop(path), characters
        )
    title = " ".join(found.get("title", "").split())
    return title or None, found.get("created", found.get("creation-date", "")).strip()


def _drop(path: list[str]) -> None:
    path.pop()


def read_part(archive: ZipFile, name: str, budget: Budget) -> bytes:
    """A part of the file. Raises ReadError, also where it is missing."""
    try:
        return read_entry(archive, archive.getinfo(name), budget)
    except KeyError as error:
        raise ReadError(f"it has no {name}") from error


def local_name(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]
