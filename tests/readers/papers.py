"""PDF files for the tests, made with reportlab: the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

STYLES = getSampleStyleSheet()
BODY = ParagraphStyle(
    "body",
    parent=STYLES["BodyText"],
    alignment=TA_JUSTIFY,
    fontName="Times-Roman",
    fontSize=11,
    leading=14,
)
SURVEY = (
    "The inquiry heard that the harbour authority had ordered a survey of the piles in the autumn "
    "of 2021, and that the surveyor reported on {} that eleven of them were hollow. "
)
DAYS = ("1 April", "5 June", "7 July", "9 August", "11 October", "2 November", "12-13 December")
CUT = ("The committee nego-", "tiated on 3 May 2021 with mer-", "chants of the Anglo-",
       "Saxon league about a long-", "term loan, and on 12-", "13 June it broke off.")  # fmt: skip


def lines(*rows: str, at: tuple[float, float] = (72, 720), **metadata: str) -> bytes:
    """A page with lines of text as they are given."""
    return drawn(lambda page: _write(page, at, rows), **metadata)


def drawn(draw: Callable[[Any], None], **metadata: Any) -> bytes:
    """What is drawn on a canvas."""
    out = io.BytesIO()
    encrypt = metadata.pop("encrypt", None)
    page = canvas.Canvas(out, pagesize=A4, invariant=1, encrypt=encrypt)
    if "title" in metadata:
        page.setTitle(metadata["title"])
    draw(page)
    page.showPage()
    page.save()
    return out.getvalue()


def _write(page: Any, at: tuple[float, float], rows: Sequence[str]) -> None:
    text = page.beginText(*at)
    text.setFont("Helvetica", 10)
    for row in rows:
        text.textLine(row)
    page.drawText(text)


def report() -> bytes:
    """Two pages with a running head, page numbers, a table, justified and hyphenated paragraphs."""

    def paragraph(words: str) -> Paragraph:
        return Paragraph(words, BODY)

    def heading(words: str) -> Paragraph:
        return Paragraph(words, STYLES["Heading2"])

    def edges(page: Any, document: Any) -> None:
        page.setFont("Times-Italic", 9)
        page.drawString(72, 800, "Osk Harbour Inquiry: Interim Report")
        page.drawRightString(523, 800, "Confidential")
        page.drawCentredString(297, 40, f"Page {document.page} of 2")

    pile = Paragraph(
        "The surveyor reported that eleven of the forty piles under the loading ramp were hollow",
        STYLES["BodyText"],
    )
    rows = [
        ["Date", "Event", "Source"],
        ["3 May 2021", "The survey was ordered", "Letter A"],
        ["14 February 2022", pile, "Exhibit 12"],
        ["16 September 2022", "The ramp collapsed", "Police log"],
    ]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    story = [
        Paragraph("Interim Report on the Collapse of the Loading Ramp", STYLES["Title"]),
        Paragraph("Osk, 20 March 2023", STYLES["BodyText"]),
        heading("1. Background"),
        paragraph(SURVEY.format("14 February 2022") + "Nobody closed the ramp."),
        paragraph(
            "The ministry was told in a letter dated 3 March 2022. It complained about the hinges. "
            "The minister, Odile Marchetti, resigned on 9 Septem&shy;ber 2022 after the inter&shy;"
            "national carriers withdrew."
        ),
        heading("2. What happened"),
        paragraph(
            "The ramp collapsed on Friday, 16 September 2022, when a lorry was driven onto it. Two "
            "dockers were killed and five were injured. " + SURVEY.format("14 February 2022")
        ),
        heading("3. Chronology"),
        Table(rows, colWidths=[100, 200, 100], style=grid),
        heading("4. Later events"),
        *(
            paragraph(SURVEY.format(f"{day} 2022") + f"The operator appealed on {day}." * 2)
            for day in DAYS
        ),
    ]
    return _build(SimpleDocTemplate, story, edges)


def gazette() -> bytes:
    """A page of two columns under a newspaper's head."""

    def head(page: Any, document: Any) -> None:
        page.setFont("Times-Bold", 20)
        page.drawString(50, 770, "The Osk Gazette")
        page.setFont("Times-Roman", 9)
        page.drawString(350, 770, "Saturday, 17 September 2022")

    small = ParagraphStyle("small", parent=BODY, fontSize=9.5, leading=11.5)
    story = [Paragraph("Ramp collapses, two dead", STYLES["Heading1"])]
    for number in range(7):
        words = (
            "The loading ramp of the eastern berth collapsed on Friday morning as a lorry was "
            "driven onto it, the port authority said. " + SURVEY.format("14 February 2022")
        )
        story.append(Paragraph(f"Report {number}. {words * 2}The end of {number}.", small))
    columns = [Frame(50, 50, 235, 700), Frame(310, 50, 235, 700)]

    def make(out: Any, **options: Any) -> BaseDocTemplate:
        made = BaseDocTemplate(out, **options)
        made.addPageTemplates(PageTemplate(frames=columns, onPage=head))
        return made

    return _build(make, story, None)


def _build(make: Callable[..., Any], story: list[Any], edges: Any) -> bytes:
    out = io.BytesIO()
    template = make(out, pagesize=A4, title="Interim Report", invariant=1)
    if edges is None:
        template.build(story)
    else:
        template.build(story, onFirstPage=edges, onLaterPages=edges)
    return out.getvalue()


def letter() -> bytes:
    """A letter: two addresses, a date, short lines that must stay apart."""

    def draw(page: Any) -> None:
        ours = ("Marchetti & Sons", "14 Quay Street", "Osk OS1 4QT", "", "3 March 2022")
        _write(page, (360, 780), ours)
        _write(
            page,
            (72, 690),
            ("Harbour Authority", "1 Pier Head", "Osk", "", "Dear Ms Bell,", "",
             "We wrote to you on 14 February about the hinges of the loading ramp. Nobody",
             "answered. Last Friday a hinge broke, and on Tuesday the ramp was closed for",
             "three hours. Our lawyers will file a claim on 2 April.", "",
             "Yours sincerely,", "", "Odile Marchetti"),
        )  # fmt: skip

    return drawn(draw)


def scanned(pages: int = 1) -> bytes:
    """Pages that are pictures, without a text layer."""

    def draw(page: Any) -> None:
        _picture(page)
        for _ in range(pages - 1):
            page.showPage()
            _picture(page)

    return drawn(draw)


def _picture(page: Any) -> None:
    page.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 50, 50, 400, 600)


def half_scanned(words: str) -> bytes:
    """A picture, then a page with words."""

    def draw(page: Any) -> None:
        _picture(page)
        page.showPage()
        _write(page, (72, 700), (words,))

    return drawn(draw)


def encrypted(password: str, words: str) -> bytes:
    """A PDF that opens with a password; with "" one that only forbids printing."""
    lock = pdfencrypt.StandardEncryption(password, ownerPassword="owner", canPrint=0)
    return drawn(lambda page: _write(page, (72, 720), (words,)), encrypt=lock)
