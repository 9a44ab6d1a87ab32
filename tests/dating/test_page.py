"""A document as the finders of its date see it, however long it is."""

from timeline.dating.page import Page, behind_text
from timeline.document import Document

TEXT = """  Signed on 3 May 2019.

\tIt rained until
 4 June 2020 and later.  \t
Then came 5 July

2021, and on 6 August 2022 it ended.
"""


def _page() -> Page:
    return Page(Document(id="d", text=TEXT, source="d.txt"), None, None)


def test_lines_from_an_offset_are_those_that_start_there_or_behind() -> None:
    page = _page()
    assert len(page.lines) == 5
    for offset in range(len(TEXT) + 1):
        assert list(page.lines_from(offset)) == [x for x in page.lines if x.start >= offset]


def test_the_first_expressions_are_those_of_the_whole_text() -> None:
    page = _page()
    assert len(page.matches) == 5
    for offset in range(len(TEXT) + 1):
        assert page.matches_to(offset) == tuple(m for m in page.matches if m.start < offset)


def test_blanks_before_an_offset() -> None:
    for offset in range(len(TEXT) + 1):
        assert behind_text(TEXT, offset) == len(TEXT[:offset].rstrip(" \t"))
