"""The document as the finders of its date see it: lines with the calendar dates in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..document import Block, Document
from ..errors import ImpossibleDateError
from ..readers.blocks import find_blocks
from ..rules import find_matches, infer_day_first
from ..rules.match import Match
from ..temporal.expression import Base, Expr, Partial, Pick, Range
from ..temporal.granularity import Granularity
from ..temporal.naming import build
from ..temporal.values import Moment

# A head is found in the first lines of a text, a signature in the last ones.
HEAD_LINES = 15  # lines with text
TAIL_LINES = 6
# A longer line is prose: no frame looks further into it.
LINE_LENGTH = 240  # characters
# Lines that are looked at to tell a chronicle, whose every entry has its date, from a document.
MOST_COMPARED = 200

_LINE = re.compile(r"[^\r\n]{1,240}")
_TEXT = re.compile(r"\S")
_DIGIT = re.compile(r"\d")
# The beginnings of the months' names, and digits with what joins them in numeric dates.
_SIGN_OF_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[-‐‑–/.]\d", re.IGNORECASE
)

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text, without the white space around it; only its start where it is long."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """A calendar date in the text: `fields` name a month and its day, or a month and its year."""

    start: int
    end: int
    fields: Partial


@dataclass(frozen=True, slots=True)
class Head:
    """Words that one finder takes for the document's own date, with the frame that says so.

    `where` tells it to people: "the dateline", "the line 'Published:'".
    """

    basis: str
    written: Written
    where: str


class Page:
    """A document's text with what its finders share; nothing is read before it is asked for."""

    def __init__(self, document: Document, day_first: bool | None, reading: Moment | None) -> None:
        self.document = document
        self.text = document.text
        self.reading = reading
        self._day_first = day_first
        self._known: dict[tuple[int, int], tuple[Written, ...]] = {}

    @cached_property
    def day_first(self) -> bool | None:
        """The order of numeric dates: given, or what the document's unambiguous ones show."""
        return infer_day_first(self.text) if self._day_first is None else self._day_first

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The first lines that hold text."""
        return tuple(_lines(self.text, 0, len(self.text), HEAD_LINES))

    @cached_property
    def tail(self) -> tuple[Line, ...]:
        """The last lines that hold text."""
        start = max(0, len(self.text) - TAIL_LINES * LINE_LENGTH)
        return tuple(_lines(self.text, start, len(self.text)))[-TAIL_LINES:]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines that hold text."""
        return tuple(_lines(self.text, 0, len(self.text)))

    def lines_from(self, start: int) -> Iterator[Line]:
        """The lines that start at an offset or behind it."""
        first = bisect_left(self.lines, start, key=lambda line: line.start)
        return (self.lines[place] for place in range(first, len(self.lines)))

    def matches_to(self, end: int) -> tuple[Match, ...]:
        """The temporal expressions that start before an offset: none crosses a blank line."""
        stop = self.text.find("\n\n", end)
        text = self.text if stop < 0 else self.text[:stop]
        found = find_matches(text, day_first=self.day_first)
        return tuple(match for match in found if match.start < end)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Every temporal expression of the whole text: only a year that is missing is worth it."""
        return find_matches(self.text, day_first=self.day_first)

    def unwrapped(self, line: Line) -> Line:
        """A line with what runs on from it, where the text was wrapped at the width of a page."""
        for block in self._blocks:
            if block.start == line.start and line.end < block.end <= line.start + LINE_LENGTH:
                words = self.text[line.start : block.end]
                return Line(line.start, block.end, re.sub(r"[\r\n\t]", " ", words))
        return line

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        """The blocks that start in the head of the document."""
        end = self.head[-1].end if self.head else 0
        blocks = self.document.blocks or find_blocks(self.text[: 2 * end])
        return tuple(block for block in blocks if block.start < end)

    def block_end(self, line: Line) -> int:
        """Where the block that a line stands in ends."""
        place = bisect_right(self._all_blocks, line.start, key=lambda block: block.start) - 1
        return max(line.end, self._all_blocks[place].end) if place >= 0 else line.end

    @cached_property
    def _all_blocks(self) -> tuple[Block, ...]:
        return self.document.blocks or find_blocks(self.text)

    def dates(self, start: int, end: int) -> tuple[Written, ...]:
        """The calendar dates in a stretch of the text, read as if its line ends were spaces."""
        if (start, end) not in self._known:
            stretch = re.sub(r"[\r\n\t]", " ", self.text[start:end])
            found = find_matches(stretch, day_first=self.day_first) if can_date(stretch) else ()
            self._known[start, end] = tuple(
                Written(start + match.start, start + match.end, fields)
                for match in found
                if (fields := calendar_fields(match.expr)) is not None
            )
        return self._known[start, end]


def _lines(text: str, start: int, end: int, most: int | None = None) -> Iterator[Line]:
    """Lines with text between two offsets."""
    count = 0
    while start < end and (most is None or count < most):
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found = _LINE.search(text, start, stop)
        if found and _TEXT.search(found.group()):
            words = found.group()
            left = found.start() + len(words) - len(words.lstrip())
            yield Line(left, found.start() + len(words.rstrip()), words.strip())
            count += 1
        start = stop + 1


def behind_text(text: str, offset: int) -> int:
    """Where the blanks right before an offset begin."""
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return offset


def can_date(text: str) -> bool:
    """True if there can be a date of the calendar in it, at a glance."""
    return _DIGIT.search(text) is not None and _SIGN_OF_DATE.search(text) is not None


def calendar_fields(expr: Expr) -> Partial | None:
    """The fields of a date that the calendar names: a month with its day or year; else None.

    A clock time within a day gives the day, a range of days its last one.
    """
    if isinstance(expr, Pick) and expr.which == "within":
        return None if isinstance(expr.base, Base) else calendar_fields(expr.base)
    if isinstance(expr, Range):
        start = calendar_fields(expr.start) if expr.start else None
        end = calendar_fields(expr.end) if expr.end else None
        return end if start and end and end.day else None
    if not isinstance(expr, Partial) or expr.month is None or expr.mod or expr.qualifier:
        return None
    if not 1 <= expr.month <= MONTHS or (expr.day is None and expr.year is None):
        return None
    if expr.span is not None or (expr.part is not None and expr.day is None):
        return None
    return expr


def full_year(fields: Partial, reading: Moment | None) -> int | None:
    """The year that a date states; of two digits the last such year up to the reading date."""
    if fields.year is None or not fields.short_year:
        return fields.year
    if reading is None:
        return None
    year = reading.year - reading.year % 100 + fields.year
    return year if year <= reading.year else year - 100


def moment_of(fields: Partial, year: int) -> Moment | None:
    """The clock time, day, month, season or year that a date names; None if there is none."""
    if fields.month is None:
        return build(replace(fields, year=year), year)
    stated = tuple(
        name
        for name in ("year", "month", "day", "weekday", "hour", "minute", "second")
        if getattr(fields, name) is not None
    )
    month = Moment(Granularity.MONTH, year, fields.month, stated=stated)
    if fields.day is None:
        return month
    try:
        day = replace(month, granularity=Granularity.DAY, day=fields.day)
        if fields.hour is None or fields.minute is None:
            return day
        fine = Granularity.MINUTE if fields.second is None else Granularity.SECOND
        return replace(
            day,
            granularity=fine,
            hour=fields.hour,
            minute=fields.minute,
            second=fields.second,
            zone=fields.zone,
        )
    except ImpossibleDateError:
        return None
