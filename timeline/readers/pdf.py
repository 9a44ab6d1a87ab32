"""PDF: the text layer of its pages through pdfium, mended to the text that was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from ..document import Document
from .base import Failure, Reader, explain_missing
from .make import make_document
from .paper import Printed, assemble
from .pdf_lines import read_lines
from .running import drop_running

HEAD_BLOCKS = 4  # blocks in which a title can stand
MOST_UNREAD = 0.1  # of the letters may have no meaning before it is told
_UNREAD = re.compile("[\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\ufffd-\uffff\ue000-\uf8ff]")
_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(
    r"(?:\(?(?:anonymous|untitled|unspecified|unknown|document|title|print|slide)\)? ?\d*|"
    r".{0,200}\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|txt|html?|pages|pub|wpd))",
    re.IGNORECASE,
)
OCR = "run OCR first, e.g. `ocrmypdf in.pdf out.pdf`"


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """One document with its pages; running heads and page numbers are left out."""
    try:
        import pypdfium2
    except ImportError:
        yield explain_missing(source, "a PDF", "pypdfium2", "pdf")
        return
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield _explain(source, str(error))
        return
    with closing(pdf):
        yield _read(pdf, source)


def _explain(source: str, message: str) -> Failure:
    if "assword" in message:
        hint = "remove the password first, e.g. `qpdf --decrypt --password=... in.pdf out.pdf`"
        return Failure(source, "this PDF is encrypted and needs a password", hint)
    if "ecurity" in message:
        return Failure(source, "this PDF is encrypted in a way that is not supported")
    return Failure(source, "this PDF is broken or cut off and cannot be opened")


def _read(pdf: Any, source: str) -> Document | Failure:
    pages: list[list[Printed]] = []
    pictures = 0
    broken: list[int] = []
    for number in range(len(pdf)):
        lines, has_picture, is_sound = _read_page(pdf, number)
        pages.append(lines)
        pictures += has_picture and not lines
        if not is_sound:
            broken.append(number + 1)
    if not any(pages):
        if broken:
            return Failure(source, "no page of this PDF can be read: it is broken or cut off")
        if pictures:
            return Failure(source, "this PDF is scanned: its pages have no text layer", OCR)
        return Failure(source, "this PDF holds no text")
    kept = drop_running(pages)
    text, blocks, starts = assemble(kept if any(kept) else pages)
    unread = len(_UNREAD.findall(text))
    text = _UNREAD.sub("\ufffd", text)
    warnings = list(_beware(len(pages), pictures, broken))
    if unread > MOST_UNREAD * len(text):
        warnings.append(f"many letters of this PDF have no meaning in its fonts; {OCR}")
    information = pdf.get_metadata_dict()
    document = make_document(text, source, warnings=tuple(warnings), blocks=blocks)
    made = _DATE.match(information.get("CreationDate", ""))
    return replace(
        document,
        title=_title(information.get("Title", ""), source) or _heading(document),
        weak_dates=(("-".join(made.groups()), "the PDF's creation date"),) if made else (),
        pages=starts,
    )


def _beware(count: int, pictures: int, broken: list[int]) -> Iterator[str]:
    if pictures:
        yield f"{pictures} of {count} pages have no text layer (scanned?) and are not read; {OCR}"
    if broken:
        yield f"page {', '.join(map(str, broken[:8]))} of this PDF is broken and not read"


def _read_page(pdf: Any, number: int) -> tuple[list[Printed], bool, bool]:
    """The lines of a page, whether it has a picture, and whether it could be read."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        page = pdf[number]
        with closing(page), closing(page.get_textpage()) as words:
            lines = list(read_lines(words))
            picture = not lines and any(
                item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=3)
            )
    except pypdfium2.PdfiumError:
        return [], False, False
    return lines, picture, True


def _title(title: str, source: str) -> str | None:
    """The title that the file gives, unless it is the name of a file or none at all."""
    title = " ".join(title.removeprefix("Microsoft Word - ").split())
    stem = PurePath(source).stem
    if _NO_TITLE.fullmatch(title) or title in (stem, PurePath(source).name):
        return None
    return title if any(map(str.isalpha, title)) else None


def _heading(document: Document) -> str | None:
    """The first heading, if it stands near the top: below a running head or a letter's head."""
    for block in document.blocks[:HEAD_BLOCKS]:
        if block.kind == "heading":
            return document.text[block.start : block.end]
    return None


def sniff(head: bytes) -> bool:
    """Whether a file begins like a PDF; some have a few other bytes before."""
    return b"%PDF-" in head[:1024]


READER = Reader("pdf", (".pdf",), "PDF with a text layer, with its pages", read, sniff, sniff, True)
