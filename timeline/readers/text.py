"""Plain text: one document a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..document import Document
from .base import Failure, Reader
from .decoding import read_text
from .make import make_document


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """One document; its title is the heading that it begins with."""
    text, warnings = read_text(data)
    if not text.strip():
        yield Failure(source, "the file holds nothing but white space")
        return
    document = make_document(text, source, warnings=warnings)
    yield replace(document, title=first_heading(document))


def first_heading(document: Document) -> str | None:
    """The words of the heading that a document begins with."""
    if not document.blocks or document.blocks[0].kind != "heading":
        return None
    block = document.blocks[0]
    return " ".join(document.text[block.start : block.end].lstrip("#").split()) or None


READER = Reader("text", (".txt", ".text", ".log"), "plain text, a document a file", read)
