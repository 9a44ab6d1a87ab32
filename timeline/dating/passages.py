"""Passages with a date of their own: quoted mails, a day of a diary, a line of a log or a chat.

"Yesterday" in them counts from that date and not from the document's. A passage begins with its
stamp, which states its year, and ends where the next one begins or what it belongs to ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ..annotation import DocumentDate, Passage
from ..document import Document
from ..temporal.values import Moment
from .diary import find_days
from .page import Line, Page, Written, can_date, full_year, moment_of

# "On Thu, 15 Sep 2022 at 09:05, A. Bell <a@b.example> wrote:"; it may run on into the next line.
_WROTE = re.compile(r"[> \t]{0,12}On (?=[^\n]{0,40}\d)")
_WROTE_END = re.compile(r"[^\n]{0,160}(?:\n[>\s]{0,12}[^\n]{0,120})?\b(?:wrote|writes):")
# The head of a mail within a text: a date line close to a sender's.
_FIELD = re.compile(r"[>\s]{0,12}\*{0,2}(?P<name>From|Sent|Date):\*{0,2}\s{1,4}")
FIELD_LINES = 4
_QUOTE = re.compile(r"[ \t]{0,4}>")
# "[2021-06-03 14:22] <anna>", "- 2021-06-03 14:22 UTC: it fell", "15/05/2021 - party".
_OPENING = re.compile(r"[>\s]{0,6}[\[(*•–—-]{0,2}\s{0,3}(?=[\dA-Z])")
_CLOSING = re.compile(r"\s{0,2}(?:[\])|:,]|\t|\s[-–—|]|-\s|\s{2}|\s?<)")
STAMP_REACH = 60  # characters
FAR_APART = 120 * 86_400  # s


def find_passages(
    document: Document, date: DocumentDate, *, day_first: bool | None, reading_date: Moment | None
) -> tuple[Passage, ...]:
    """The passages in text order, apart from each other; none that only repeats the document's."""
    if not can_date(document.text):
        return ()
    page = Page(document, day_first, reading_date)
    stamps = [*_mails(page), *_days(page), *_entries(page)]
    own = (date.start, date.end) if date.start is not None else None
    kept: list[tuple[Stamp, Moment]] = []
    for stamp in sorted(stamps, key=lambda stamp: stamp[0]):
        start, _, written, kind = stamp
        year = full_year(written.fields, page.reading)
        value = None if year is None else moment_of(written.fields, year)
        if value is None or (kind != "day" and (written.start, written.end) == own):
            continue
        if kept and kept[-1][0][1] > start:
            (first, _, before, what), moment = kept[-1]
            if first == start:
                continue
            kept[-1] = ((first, start, before, what), moment)
        kept.append((stamp, value))
    if _is_chronicle([value for (*_, kind), value in kept if kind == "entry"]):
        kept = [one for one in kept if one[0][-1] != "entry"]
    return tuple(_make_passage(document.text, stamp, value) for stamp, value in kept)


def _is_chronicle(days: Sequence[Moment]) -> bool:
    """Whether dated lines lie too far apart for the entries of a log.

    They tell a history, whose bare months follow the day that is told: "12 March 1944: hit by a
    bomb; repaired by June".
    """
    gaps = [abs(after.cell.lo - before.cell.lo) for before, after in pairwise(days)]
    return bool(gaps) and median(gaps) > FAR_APART


def _make_passage(text: str, stamp: Stamp, value: Moment) -> Passage:
    start, end, written, kind = stamp
    words = text[written.start : written.end]
    date = DocumentDate(value, kind, text=words, start=written.start, end=written.end)
    return Passage(start, end, date)


# Begin and end of the passage, its date, and what it is.
Stamp = tuple[int, int, Written, str]


def _mails(page: Page) -> Iterator[Stamp]:
    """Mails within a mail: below "On ... wrote:" or a head of From and Sent lines."""
    lines = page.lines
    for index, line in enumerate(lines):
        opened = _WROTE.match(page.text, line.start, line.start + STAMP_REACH)
        if opened:
            closed = _WROTE_END.match(page.text, opened.end())
            dates = page.dates(line.start, closed.end()) if closed else ()
            if closed and dates:
                yield line.start, _mail_end(page, closed.end()), dates[0], "mail"
            continue
        field = _FIELD.match(page.text, line.start, line.end)
        if field is None or field["name"] == "From":
            continue
        first = max(0, index - FIELD_LINES)
        near = lines[first : index + FIELD_LINES + 1]
        heads = [one for one in near if _is_sender(page, one)]
        dates = page.dates(field.end(), line.end)
        if heads and dates and dates[0].start - field.end() <= 12:
            yield min(heads[0].start, line.start), len(page.text), dates[0], "mail"


def _is_sender(page: Page, line: Line) -> bool:
    field = _FIELD.match(page.text, line.start, line.end)
    return field is not None and field["name"] == "From"


def _mail_end(page: Page, start: int) -> int:
    """Where a quoted mail ends: its quote marks do, or it goes on to the next one."""
    is_quoted = False
    for line in page.lines_from(start):
        if not _is_quoted(page, line):
            return line.start if is_quoted else len(page.text)
        is_quoted = True
    return len(page.text)


def _is_quoted(page: Page, line: Line) -> bool:
    begin = page.text.rfind("\n", 0, line.start) + 1
    return _QUOTE.match(page.text, begin, line.end) is not None


def _days(page: Page) -> Iterator[Stamp]:
    """The days of a diary, of more than one day."""
    for line, written, end in find_days(page):
        yield line.start, end, written, "day"


def _entries(page: Page) -> Iterator[Stamp]:
    """The entries of a log: lines that open with a day and its year, more than one of them.

    An entry ends with its block: what follows a list belongs to the document again.
    """
    found = []
    for line in page.lines:
        opened = _OPENING.match(page.text, line.start, line.end)
        reach = min(line.end, line.start + STAMP_REACH)
        if opened is None or not can_date(page.text[line.start : reach]):
            continue
        dates = page.dates(line.start, reach)
        if not dates or dates[0].start != opened.end() or not dates[0].fields.day:
            continue
        if dates[0].fields.year and _CLOSING.match(page.text, dates[0].end):
            found.append((line.start, page.block_end(line), dates[0], "entry"))
    if len(found) > 1:
        yield from found
