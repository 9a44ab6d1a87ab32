"""The issue of a periodical: a line that says which number this is, or where the piece appeared.

"Issue 12 · June 2021"; "Vol. XII, No. 3 (March 2021)"; "(From our issue of March 2019)"; "This
article first appeared in the March 2019 issue of The Larn Review."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dateline import is_place
from .header import TITLE_LINES
from .page import Head, Line, Page, can_date

LONGEST = 140  # characters
LAST_LINES = 2

_COUNT = r"(?:\d{1,5}|[IVXLC]{1,8})"
_NUMBER = rf"(?:vol(?:ume)?|no|nr|number|issue)\b\.?\s?{_COUNT}"
_MARKS = r"[\s#*_~|([–—·•,:;./-]{0,6}"
# The number of the issue, alone in its line but for the paper's name in front.
_NUMBERED = re.compile(
    rf"(?:[^\d\n|]{{2,60}}[\s|,–—·•-]{{1,3}})?{_MARKS}{_NUMBER}(?:{_MARKS}{_NUMBER})?{_MARKS}",
    re.IGNORECASE,
)
_PIECE = r"(?:(?:this|the) (?:article|story|piece|essay|interview|review|feature|version|text) )?"
_APPEARED = (
    r"(?:(?:was |is )?(?:also |first |originally )?"
    r"(?:appear(?:s|ed)|published|printed|ran|taken|reprinted)(?: in print)? )?"
)
_FRAME = rf"{_MARKS}{_PIECE}{_APPEARED}(?:in|from) (?:the|our|its|an?) "
_ISSUE = r"(?:print(?:ed)? |online )?(?:issue|edition|number)"
_ISSUE_OF = re.compile(rf"{_FRAME}{_ISSUE} (?:of|for|dated) (?:the )?", re.IGNORECASE)
_FROM_THE = re.compile(rf"(?:{_FRAME}(?:{_ISSUE} of the )?)?{_MARKS}", re.IGNORECASE)
_NAMED = re.compile(r"(?: of (?:the )?(?P<name>[^\d\n.]{2,60}?))?[\s.)\]*_~]{0,5}")
_AN_ISSUE = re.compile(rf",? {_ISSUE}", re.IGNORECASE)


def find_issue(page: Page) -> Iterator[Head]:
    """The month or the day of the issue that a text is, or stood in."""
    for line in dict.fromkeys((*page.head[:TITLE_LINES], *page.tail[-LAST_LINES:])):
        dates = page.dates(line.start, line.end) if _is_short(line) else ()
        if len(dates) == 1 and _is_issue(page, line, dates[0].start, dates[0].end):
            yield Head("header", dates[0], "the line of the issue")
            return


def _is_short(line: Line) -> bool:
    return len(line.text) <= LONGEST and can_date(line.text)


def _is_issue(page: Page, line: Line, start: int, end: int) -> bool:
    """True if the words around a date leave it nothing but the day of an issue."""
    text = page.text
    if _NUMBERED.fullmatch(text, line.start, start) or _ISSUE_OF.fullmatch(text, line.start, start):
        return _is_named(text[end : line.end])
    issue = _AN_ISSUE.match(text, end, line.end)
    if issue is None or not _is_named(text[issue.end() : line.end]):
        return False
    return _FROM_THE.fullmatch(text, line.start, start) is not None


def _is_named(rest: str) -> bool:
    """True if nothing but the name of the periodical follows."""
    named = _NAMED.fullmatch(rest)
    return named is not None and (named["name"] is None or is_place(named["name"]))
