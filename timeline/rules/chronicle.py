"""Lists of dates, whose year may stand behind one of them alone: "Jan. 14: ... March 24, 2024:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import Block
from ..temporal.expression import Expr, Partial, Range
from ..temporal.values import Moment, day_of
from .match import Match

MARKS = " \t-*•–—([#|>"  # before the day that heads a line
CLOSING = " \t*:.)]–—-"  # behind a date that is a heading
# What a line may put between its date and what happened then.
_LED = re.compile(
    r"\*{0,2}(?: \([^()\n]{1,20}\))?[ \t]{0,3}"
    r"(?:[:–—|\])\t]|-(?=[ \w])|,(?= )|\.(?= [A-Z])|(?=[ \t]{2})|(?= [A-Z]))[ \t]{0,8}"
)
# A number that a heading may put before its date: "## [2.1.0] - 2024-03-01", "Day 3: 4 May 1999".
_NUMBERED = re.compile(
    r"[\s#*]{0,8}(?:(?:version|release|day|week|phase|part|chapter|stage|act)\b\.?\s{0,2})?"
    r"[\[(]?v?\d{1,4}(?:\.\d{1,4}){0,3}(?:-[\w.]{1,12})?[\])]?[\s:,(–—-]{1,5}",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"(?:^|\n)[ \t>*•#|(\[–—-]{0,8}$")
LONGEST = 120  # characters of a heading that is a date
_REACH = 12  # characters before a date that its line may begin with


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line's match with the day that it means, and the match that tells the year."""

    match: Match
    day: Moment
    told_by: Match


def find_opening(text: str, matches: Sequence[Match], blocks: Sequence[Block]) -> Opening | None:
    """The first day of a list whose lines are in order, from the first line that names a year.

    None where the first line names one itself, or no line does.
    """
    bare: list[tuple[Match, int, int | None]] = []
    for match, fields in _headed(text, matches, blocks):
        month = fields.month or 1
        if fields.year is None:
            bare.append((match, month, fields.day))
            continue
        if not bare:
            return None
        year, after = fields.year, (month, fields.day or 31)
        for _, month, number in reversed(bare):
            # A month alone may be as late as the day that follows it.
            at = (month, number or (after[1] if month == after[0] else 31))
            year -= at > after
            after = at
        first, month, number = bare[0]
        return Opening(first, day_of(year, month, min(number or 1, 28)), match)
    return None


def leads_line(text: str, start: int, end: int) -> re.Match[str] | None:
    """What parts a date that begins a line from what happened then: "1952 – last boat"."""
    return _LED.match(text, end) if opens_line(text, start) else None


def opens_line(text: str, start: int) -> bool:
    """Whether nothing but the marks of a list stands before an offset in its line."""
    return start == 0 or _LINE_START.search(text[max(0, start - _REACH) : start]) is not None


def heads_section(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a date is all that a heading says, but for a number: "1960", "1.2 - May 2024"."""
    if block.kind != "heading" or block.end - block.start > LONGEST:
        return False
    before = text[block.start : start]
    numbered = not before.strip(MARKS) or _NUMBERED.fullmatch(before) is not None
    return numbered and not text[end : block.end].strip(CLOSING)


def opens_block(text: str, block: Block, start: int) -> bool:
    """Whether nothing but the marks of a list stands before an offset in its block."""
    return start - block.start <= _REACH and not text[block.start : start].strip(MARKS)


def depth(text: str, block: Block) -> int:
    """How far down a heading stands by its number signs; 0 without any."""
    line = text[block.start : min(block.end, block.start + _REACH)]
    return len(line) - len(line.lstrip("#"))


def _headed(
    text: str, matches: Sequence[Match], blocks: Sequence[Block]
) -> Iterator[tuple[Match, Partial]]:
    """The days that head a line of the list."""
    starts = {block.start: block for block in blocks}
    for match in matches:
        start = match.start
        while start > 0 and start not in starts and text[start - 1] in MARKS:
            start -= 1
        day = _day(match.expr)
        if start in starts and day is not None and day.month is not None:
            yield match, day


def _day(expr: Expr) -> Partial | None:
    if isinstance(expr, Range):
        expr = expr.start or expr
    return expr if isinstance(expr, Partial) else None
