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
from .running import drop_running

CUT_HERE = "\x02"  # pdfium's sign for a hyphen that ends a line
# How wide a gap between two cells of a row is: letters' heights, and times the line's least gap.
WIDE, LONE, CERTAIN = 0.9, 2.0, 3.0
UNLIKE = 1.6
BOLD = 600  # font weight
HEAD_BLOCKS = 4  # blocks in which a title can stand
MOST_UNREAD = 0.1  # of the letters may have no meaning before it is told
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " "}
)
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
            lines = list(_read_lines(words, page.get_rotation()))
            picture = not lines and any(
                item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=3)
            )
    except pypdfium2.PdfiumError:
        return [], False, False
    return lines, picture, True


def _read_lines(words: Any, rotation: int) -> Iterator[Printed]:
    """The lines of a page as pdfium orders them."""
    import pypdfium2.raw as pdfium

    line: list[tuple[int, str]] = []
    for index in range(words.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(words, index))
        if letter in "\r\n":
            yield from _make_line(words, line, rotation)
            line = []
        elif letter in (CUT_HERE, "\ufffe"):
            line.append((index, "-"))
            yield from _make_line(words, line, rotation)
            line = []
        else:
            line.append((index, letter))
    yield from _make_line(words, line, rotation)


def _make_line(words: Any, line: list[tuple[int, str]], rotation: int) -> Iterator[Printed]:
    """A line with text as it is printed."""
    import pypdfium2.raw as pdfium

    while line and line[0][1].isspace():
        line = line[1:]
    while line and line[-1][1].isspace():
        line = line[:-1]
    if not line:
        return
    boxes = [_box(words, line[at][0], rotation) for at in (0, len(line) // 2, -1)]
    # Of a ligature pdfium gives the ink alone, and a word may be set in another font.
    usual = sorted(boxes, key=lambda box: box[3] - box[1])[1]
    size = usual[3] - usual[1]
    cells = [(boxes[0][0], "")]
    cuts = _find_cuts(words, line, size, rotation)
    for at, (_, letter) in enumerate(line):
        if at in cuts:
            cells.append((cuts[at], ""))
        else:
            cells[-1] = (cells[-1][0], cells[-1][1] + letter)
    tidy = tuple((left, _tidy(text)) for left, text in cells if _tidy(text))
    if tidy:
        weights = (
            pdfium.FPDFText_GetFontWeight(words, line[at][0]) for at in (0, len(line) // 2, -1)
        )
        text = " ".join(text for _, text in tidy)
        yield Printed(text, boxes[0][0], boxes[-1][2], usual[1], size, min(weights) >= BOLD, tidy)


def _find_cuts(
    words: Any, line: list[tuple[int, str]], size: float, rotation: int
) -> dict[int, float]:
    """The spaces of a line that part cells of a table, with where the next cell begins.

    The gaps of a line that is justified are wide too, but all alike.
    """
    import pypdfium2.raw as pdfium

    def gap(at: int) -> tuple[float, float]:
        before = _box(words, line[at - 1][0], rotation)
        after = _box(words, line[at + 1][0], rotation)
        return after[0] - before[2], after[0]

    spaces = [at for at, (_, letter) in enumerate(line) if letter == " "]
    spaces = [at for at in spaces if line[at - 1][1] != " " and line[at + 1][1] != " "]
    made = [at for at in spaces if pdfium.FPDFText_IsGenerated(words, line[at][0])]
    if not any(gap(at)[0] > WIDE * size for at in made):
        return {}
    gaps = {at: gap(at) for at in spaces}
    if len(gaps) == 1:
        return {at: left for at, (width, left) in gaps.items() if width > LONE * size}
    least = min(width for width, _ in gaps.values())
    return {
        at: left
        for at, (width, left) in gaps.items()
        if width > WIDE * size and (width > UNLIKE * least or width > CERTAIN * size)
    }


def _box(words: Any, index: int, rotation: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a letter as the page is looked at."""
    left, bottom, right, top = words.get_charbox(index, loose=True)
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    if rotation == 270:
        return -top, left, -bottom, right
    return left, bottom, right, top


def _tidy(text: str) -> str:
    """Letters as they are typed; a hyphen that is only shown where a line ends goes."""
    text = text.translate(_LETTERS)
    end = "\u00ad" if text.endswith("\u00ad") else ""
    return " ".join(text.replace("\u00ad", "").split()) + end


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
