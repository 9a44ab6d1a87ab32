"""PDF: pages, paragraphs, headings, rows, hyphens; and all that is no readable PDF."""

import sys

import pytest
from readers import papers

from timeline.document import Document
from timeline.readers import pdf
from timeline.readers.base import Failure
from timeline.readers.hyphens import join_lines


def read(data: bytes, source: str = "a.pdf") -> Document:
    (document,) = pdf.read(data, source)
    assert isinstance(document, Document)
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)
    assert list(document.pages) == sorted(document.pages)
    return document


def failure(data: bytes) -> Failure:
    (found,) = pdf.read(data, "a.pdf")
    assert isinstance(found, Failure)
    return found


def blocks(document: Document, kind: str | None = None) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if kind in (None, b.kind)]


def page_of(document: Document, words: str) -> int:
    offset = document.text.index(words)
    return sum(start <= offset for start in document.pages)


@pytest.fixture(scope="module")
def report() -> Document:
    return read(papers.report())


def test_a_report(report: Document) -> None:
    assert blocks(report, "heading") == [
        "Interim Report on the Collapse of the Loading Ramp",
        "1. Background",
        "2. What happened",
        "3. Chronology",
        "4. Later events",
    ]
    assert report.title == "Interim Report"
    assert report.weak_dates == (("2000-01-01", "the PDF's creation date"),)
    assert "resigned on 9 September 2022 after the international carriers withdrew." in report.text
    assert blocks(report)[1] == "Osk, 20 March 2023"
    assert len([b for b in blocks(report) if b.startswith("The inquiry heard")]) == 8


def test_running_heads_and_page_numbers_are_dropped(report: Document) -> None:
    for words in ("Confidential", "Osk Harbour Inquiry", "Page 1", "Page 2"):
        assert words not in report.text


def test_pages(report: Document) -> None:
    assert len(report.pages) == 2
    assert page_of(report, "Interim Report on") == 1
    assert page_of(report, "appealed on 1 April") == 1
    assert page_of(report, "appealed on 12-13 December") == 2


def test_the_rows_of_a_table(report: Document) -> None:
    rows = [b for b in blocks(report) if " | " in b]
    pile = "The surveyor reported that eleven of the forty piles under the loading ramp were hollow"
    assert rows == [
        "Date | Event | Source",
        "3 May 2021 | The survey was ordered | Letter A",
        f"14 February 2022 | {pile} | Exhibit 12",
        "16 September 2022 | The ramp collapsed | Police log",
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    document = read(papers.gazette())
    found = blocks(document)
    assert found[0] == "The Osk Gazette | Saturday, 17 September 2022"
    reports = [b for b in found if b.startswith("Report ")]
    assert [int(b[7]) for b in reports] == list(range(7))
    assert all(b.endswith(f"The end of {number}.") for number, b in enumerate(reports))


def test_the_short_lines_of_a_letter_stay_apart() -> None:
    found = blocks(read(papers.letter()))
    assert found[:5] == [
        "Marchetti & Sons",
        "14 Quay Street",
        "Osk OS1 4QT",
        "3 March 2022",
        "Harbour Authority",
    ]
    assert "closed for three hours. Our lawyers" in found[8]
    assert found[9:] == ["Yours sincerely,", "Odile Marchetti"]


def test_hyphens_at_the_ends_of_lines() -> None:
    assert blocks(read(papers.lines(*papers.CUT))) == [
        "The committee negotiated on 3 May 2021 with merchants of the Anglo-Saxon league about a "
        "long-term loan, and on 12-13 June it broke off."
    ]


@pytest.mark.parametrize(
    ("line", "following", "known", "expected"),
    [
        ("it was re-", "sent", {"re-sent"}, "it was re-sent"),
        ("it was re-", "sent", {"resent"}, "it was resent"),
        ("a twenty-", "five mile march", (), "a twenty-five mile march"),
        ("a short-", "age of coal", (), "a shortage of coal"),
        ("a 20-", "year lease", (), "a 20-year lease"),
        ("in mid-", "January", (), "in mid-January"),
        ("THE NEGO-", "TIATIONS", (), "THE NEGOTIATIONS"),
        ("state-of-the-", "art", (), "state-of-theart"),  # what only a dictionary could mend
        ("he left -", "and fast", (), "he left - and fast"),
        ("he left—", "and fast", (), "he left—and fast"),
        ("inter\u00ad", "National", (), "interNational"),
        ("no", "hyphen", (), "no hyphen"),
    ],
)
def test_joining_lines(line: str, following: str, known: set[str], expected: str) -> None:
    assert join_lines(line, following, known) == expected


def test_a_running_head_with_a_year_stays_once_and_odd_pages_count() -> None:
    def draw(page: object) -> None:
        for number in range(1, 5):
            page.drawString(72, 800, f"The Osk Gazette, 3 May 2021, page {number}")
            page.drawString(300, 30, str(number + 10))
            page.drawString(72, 700, f"The {'abcd'[number - 1]} tram left on {number} May.")
            if number < 4:
                page.showPage()

    document = read(papers.drawn(draw))
    assert blocks(document) == [
        "The Osk Gazette, 3 May 2021, page 1",
        "The a tram left on 1 May.",
        "The b tram left on 2 May.",
        "The c tram left on 3 May.",
        "The d tram left on 4 May.",
    ]
    assert [page_of(document, f"{n} May.") for n in range(1, 5)] == [1, 2, 3, 4]


def test_heads_that_change_with_the_chapter_are_known_by_their_numbers() -> None:
    def draw(page: object) -> None:
        for number in range(8):
            if number % 2:
                page.drawString(72, 800, f"Chapter {number // 2}: of trams")
                page.drawRightString(520, 800, str(number + 20))
            else:
                page.drawString(72, 800, f"{number + 20}")
                page.drawString(300, 800, f"The book of {'abcdefgh'[number]}")
            page.drawString(72, 700, f"The {'abcdefgh'[number]} tram left on {number + 2} May.")
            page.drawString(72, 680, f"In {'abcdefgh'[number]} it had {number * 7 + 3}")
            page.showPage()

    document = read(papers.drawn(draw))
    assert "Chapter" not in document.text
    assert "book" not in document.text
    assert len(blocks(document)) == 16
    assert "it had 52" in document.text


@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_turned_page_is_read_and_what_stands_across_it_is_not(turn: int) -> None:
    def draw(page: object) -> None:
        page.setPageRotation(turn)
        page.translate(300, 400)
        page.rotate(turn)
        page.drawString(-250, 0, "The bridge was closed on 3 May 2021 after an inspector found")
        page.drawString(-250, -14, "eleven cracks. It opened again on 7 June.")
        page.rotate(45)
        page.setFont("Helvetica", 60)
        page.drawString(0, 0, "DRAFT")

    (block,) = blocks(read(papers.drawn(draw)))
    assert "found eleven cracks" in block


def test_a_paragraph_goes_on_over_the_page() -> None:
    def draw(page: object) -> None:
        page.drawString(72, 60, "The bridge was closed on 3 May 2021 after an inspector found")
        page.showPage()
        page.showPage()  # nothing on it
        page.drawString(72, 780, "eleven cracks. It opened again on 7 June.")

    document = read(papers.drawn(draw))
    assert len(blocks(document)) == 1
    assert page_of(document, "closed") == 1
    assert page_of(document, "opened") == 3


@pytest.mark.parametrize("title", ["Microsoft Word - x.docx", "untitled", "(anonymous)", "a", "12"])
def test_a_title_that_is_none(title: str) -> None:
    assert read(papers.lines("It rained on 3 May 2021.", title=title)).title is None


def test_an_empty_password_is_tried() -> None:
    assert "It closed" in read(papers.encrypted("", "It closed on 3 May 2021.")).text


def test_what_is_no_readable_pdf() -> None:
    whole = papers.letter()
    assert "needs a password" in failure(papers.encrypted("secret", "It rained.")).reason
    for broken in (whole[:40], b"%PDF-1.4\n" + b"\x00" * 500, whole[: len(whole) // 3]):
        assert "broken or cut off" in failure(broken).reason
    found = failure(papers.scanned(2))
    assert "no text layer" in found.reason
    assert "ocrmypdf" in str(found.hint)
    assert failure(papers.drawn(lambda page: None)).reason == "this PDF holds no text"


def test_some_pages_are_scanned() -> None:
    document = read(papers.half_scanned("It closed on 3 May 2021."))
    assert document.warnings[0].startswith("1 of 2 pages have no text layer")
    assert page_of(document, "closed") == 2


def test_the_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = failure(papers.letter())
    assert "pypdfium2, which is not installed" in found.reason
    assert found.hint == "pip install 'timeline-extract[pdf]'"
