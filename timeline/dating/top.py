"""The one day that stands by itself above the text, whatever the words beside it are.

"Ward 7, Northgate Hospital, 3 May 2024"; "Interview with Odile Brand, Larn, 3 May 2024"; "Discharge
summary, dictated 03.05.2024". It has a cell of its own, and no word says that it is another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clues import tells_of_later
from .dateline import NOT_PLACES
from .happening import is_named_happening, tells_of_happening
from .header import find_label, is_chronicle, is_headline, is_other, is_prose
from .labels import OTHERS
from .page import Head, Line, Page, Written, can_date
from .title import TITLE_LENGTH, names_kind

# What parts a cell from the words before it, and what may stand behind its date.
_BORDER = re.compile(r"(?:[,|;\t•·]|\s[-–—]|\s{2})\s{0,40}$")
_BEHIND = re.compile(
    r"\s{0,3}(?:(?:at |,)?\s{0,2}\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?)?\s{0,3}"
    r"(?:[.*_~ ]{0,4}$|(?:[,|;\t•·]|\s[-–—]|\s{2})\s{0,40}+(?![a-z(]))"
)
_MARKS = re.compile(r"[#*>_ \t]{0,8}")
_TABLE = re.compile(r"\s?\|[^|]{1,80}\|")
_LEADS = re.compile(r"\s?(?:[–—]|--?|:)\s{1,3}\S")
# What opens a sentence; an addressee or a paper may stand before the day.
_OPENERS = NOT_PLACES - {"to", "from", "for", "at", "the", "a", "an"}
LEAD = 40  # characters in which a line that a day leads has named it


def find_top(page: Page) -> Iterator[Head]:
    """The day above the first prose, where there is one only."""
    found: list[Written] = []
    above: list[Line] = []
    for line in page.head:
        if is_prose(line) and not is_headline(page, line):
            found.extend(_leading(page, line))
            break
        for written in _days(page, line):
            if not _is_own(page, line, written, above):
                return
            found.append(written)
        above.append(line)
    if len({written.fields for written in found}) != 1 or is_chronicle(page, found[0]):
        return
    if not tells_of_later(page, found[0]):
        yield Head("header", found[0], "the date above the text")


def _days(page: Page, line: Line) -> Iterator[Written]:
    """The whole days of a line that are nobody's birthday or such."""
    if len(line.text) > TITLE_LENGTH or not can_date(line.text):
        return
    for written in page.dates(line.start, line.end):
        whole = written.fields.day is not None and written.fields.year is not None
        if whole and not OTHERS.search(page.text, line.start, written.start):
            yield written


def _is_own(page: Page, line: Line, written: Written, above: list[Line]) -> bool:
    """Whether a day has a cell of its own, and nothing that happened beside it has it."""
    marks = _MARKS.match(page.text, line.start, written.start)
    before = page.text[marks.end() if marks else line.start : written.start]
    label = find_label(before)
    if names_kind(before[:label]):
        before = before[:label]
    if _TABLE.match(page.text, written.end, line.end):
        return False
    if not before:
        happened = any(is_named_happening(one.text) for one in above)
        return (
            not happened and not (above and is_other(above[-1].text)) and _ends(page, line, written)
        )
    if tells_of_happening(before) or before.split()[0].lower() in _OPENERS:
        return False
    return _BORDER.search(before) is not None and _ends(page, line, written)


def _ends(page: Page, line: Line, written: Written) -> bool:
    """Whether a cell ends behind its date, and no sentence goes on there."""
    return _BEHIND.match(page.text, written.end, line.end) is not None


def _leading(page: Page, line: Line) -> Iterator[Written]:
    """The day that the text itself begins with, if no other line does: "3 May 2024 - Larn plc"."""
    dates = page.dates(line.start, line.start + LEAD)
    if not dates or dates[0].start != line.start or not _LEADS.match(page.text, dates[0].end):
        return
    others = (o for o in page.lines if o.start > line.start and can_date(o.text[:LEAD]))
    if not any(d.start == o.start for o in others for d in page.dates(o.start, o.start + LEAD)):
        yield dates[0]
