"""The days of a diary or a log: lines that are a day, and paragraphs that open with one.

"Tuesday 4 January 1916" on a line of its own; "March 14. Light airs from S.W."; "Lady Day. Father
signed the lease."; "2nd. Fog all day" below "July 1916". A day without its year is in that of the
day before it, the first one in the year that the text has named above; so it is with its month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from ..errors import ImpossibleDateError
from ..rules import find_matches
from ..rules.named import NO_NAMES
from ..temporal.axis import day_number, weekday
from ..temporal.expression import Partial
from ..temporal.naming import build
from ..temporal.values import Moment
from .header import is_bare
from .page import (
    MONTHS,
    Line,
    Page,
    Written,
    behind_text,
    can_date,
    full_year,
    moment_of,
)

BARE_LENGTH = 60  # characters
STAMP_REACH = 60  # characters
NEAR = 40  # characters from the start of a paragraph in which a date opens it
# So many paragraphs must open with a day: one may be a sentence without its verb.
FEWEST = 3
LONGEST_GAP = 200  # days that a diary without years may leave out
DAY = 86_400  # s
_YEAR = re.compile(r"(?<![\d.,/:$£€#-])(?:1[4-9]\d\d|20\d\d)(?![\d%]|[.,]\d)")
# What ends a day that opens a paragraph: a full stop, or a dash, and what happened behind it.
_ENDS = re.compile(r"(?:\.\s?[—–-]{0,2}|\s?[—–]|(?<=\.)[—–-]{0,2})\s{1,3}(?=[\"'“‘(]?[A-Z\d])")
_ALONE = re.compile(r"(?P<day>[1-3]?\d)(?:st|nd|rd|th)(?=(?:[.:]|\s?[–—-])\s{1,3}\S)")
_LEAD = re.compile(r"[\[(*•–—-]{0,2}\s{0,3}(?:[A-Z][a-z]{1,10} )?")


def find_days(page: Page) -> Iterator[tuple[Line, Written, int]]:
    """The lines that begin a day, the day with its year, and where it ends at the latest.

    None where the text is no diary.
    """
    found: list[tuple[Line, Written, bool]] = []
    year: int | None = None
    for line in page.lines:
        bare = _bare(page, line)
        written = bare or _opening(page, line)
        if written is None or not _is_day(written.fields):
            continue
        if not found and written.fields.year is None:
            year = _year_above(page, line)
            if year is None and bare is None:
                return
        gap = inf if bare is not None else LONGEST_GAP
        written = _in_month(page, line, written, found[-1][1] if found else None)
        dated = _dated(page, written, found[-1][1] if found else None, year, gap)
        if dated is None:
            if bare is None:
                return
            dated = bare
        found.append((line, dated, bare is not None))
    days = {written.fields for _, written, _ in found}
    least = 1 if all(alone for _, _, alone in found) else FEWEST - 1
    if len(days) > least:
        for line, written, alone in found:
            yield line, written, len(page.text) if alone else _end(page, line)


def _end(page: Page, opened: Line) -> int:
    """Where what a day opens ends: a paragraph that opens with another date tells its own story."""
    for line in page.lines_from(opened.start + 1):
        reach = min(line.end, line.start + NEAR)
        if not can_date(page.text[line.start : reach]):
            continue
        new = page.text.endswith("\n\n", 0, behind_text(page.text, line.start))
        if new and page.dates(line.start, reach):
            return line.start
    return len(page.text)


def _is_day(fields: Partial) -> bool:
    """True for a day, with its month or without."""
    return fields.day is not None or fields.easter is not None


def _bare(page: Page, line: Line) -> Written | None:
    """The day of a line that is nothing else."""
    if len(line.text) > BARE_LENGTH or not can_date(line.text):
        return None
    dates = page.dates(line.start, line.end)
    alone = len(dates) == 1 and dates[0].fields.day and is_bare(page, line, dates[0])
    return dates[0] if alone else None


def _opening(page: Page, line: Line) -> Written | None:
    """The day that opens a paragraph: "Sat. 15 Jan. Nothing from Edwin"."""
    above = behind_text(page.text, line.start)
    if above and page.text[above - 1] != "\n":
        return None
    start = page.text[line.start : line.start + STAMP_REACH].replace("\n", " ")
    if _ENDS.search(start) is None:
        return None
    alone = _ALONE.match(start)
    if alone is not None:
        return Written(line.start, line.start + alone.end(), Partial(day=int(alone["day"])))
    for match in find_matches(start, day_first=page.day_first, named=NO_NAMES):
        lead = _LEAD.match(start)
        fields = match.expr
        if lead is None or not (match.start == 0 or match.start == lead.end()):
            return None
        if not isinstance(fields, Partial) or fields.hour is not None or fields.mod:
            return None
        named = fields.easter is not None or (fields.month is not None and fields.day is not None)
        if not named or _ENDS.match(start, match.end) is None:
            return None
        return Written(line.start + match.start, line.start + match.end, fields)
    return None


def _in_month(page: Page, line: Line, written: Written, before: Written | None) -> Written:
    """A day alone with the month of the day before it, or the next; the first with that above."""
    fields = written.fields
    if fields.month is not None or fields.easter is not None or fields.day is None:
        return written
    if before is not None:
        last = before.fields
        over = last.day is not None and fields.day < last.day
        month = None if last.month is None else last.month % MONTHS + 1 if over else last.month
    else:
        named = page.dates(0, line.start)
        # Below the day of a meeting "1st" numbers what was resolved.
        points = bool(named) and fields.day == 1 and named[-1].fields.day is not None
        month = named[-1].fields.month if named and not points else None
    return replace(written, fields=replace(fields, month=month))


def _year_above(page: Page, line: Line) -> int | None:
    """The one year that the text names before its first day."""
    years = {int(found[0]) for found in _YEAR.finditer(page.text, 0, line.start)}
    return years.pop() if len(years) == 1 else None


def _dated(
    page: Page, written: Written, before: Written | None, year: int | None, gap: float
) -> Written | None:
    """A day with its year; of a day without one the year of the day before it, or the next."""
    fields = written.fields
    if fields.year is not None:
        return written
    earlier = None
    if before is not None:
        year = full_year(before.fields, page.reading)
        earlier = moment_of(before.fields, year) if year is not None else None
    if year is None:
        return None
    for candidate in (year, year + 1):
        day = _day_in(fields, candidate)
        if day is None or (earlier is not None and not _follows(day, earlier, fields, gap)):
            continue
        number = day_number(day.year, day.month or 1, day.day or 1)
        if fields.weekday is None or weekday(number) == fields.weekday:
            own = replace(fields, year=candidate, month=day.month, day=day.day, easter=None)
            return replace(written, fields=own)
    return None


def _day_in(fields: Partial, year: int) -> Moment | None:
    try:
        if fields.easter is not None:
            return build(fields, year)
        return moment_of(fields, year)
    except ImpossibleDateError:
        return None


def _follows(day: Moment, earlier: Moment, fields: Partial, gap: float) -> bool:
    """Whether a day comes after another one, and not so long after that it is another story."""
    apart = (day.cell.lo - earlier.cell.lo) / DAY
    return 0 <= apart <= gap or (apart > 0 and fields.weekday is not None)
