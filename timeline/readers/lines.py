"""The lines of a text, and the signs at their beginnings that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Sign = Literal["bullet", "stamp", "field", "table", "rule", "hash", "capitals", "text"]

BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
BULLET = re.compile(
    r"(?:[-*•–·▪●◦‣○■□➢]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,2}\.|[a-z]\.|[ivx]{2,5}\.)"
    "[ \t\u00a0]{1,8}(?=[^ \t\u00a0])"
)
_CLOCK = (
    r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
STAMP = re.compile(
    r"[\[(]?(?:"
    rf"\d{{4}}[-/.]\d{{2}}[-/.]\d{{2}}(?:[T ,]{{1,2}}{_CLOCK})?"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}(?:[ ,]{{1,2}}{_CLOCK})?"
    rf"|{_MONTH} {{1,2}}\d{{1,2}},? {_CLOCK}"
    rf"|{_CLOCK}"
    r"|\d{3,4} ?(?:hrs?|hours|h|UTC|GMT|Z)"
    r"|\d{1,2}[.h]\d{2}"
    rf"|\d{{4}}(?:, {_MONTH}| \({_MONTH}\))(?= ?[:–—-])"
    r"|\d{4}(?: ?[–-] ?\d{2,4})?(?= ?[:–—-](?!\d))"
    r")[\])]?(?=[ \t\u00a0:,;|–—-])"
)
FIELD = re.compile(r"[A-Z][A-Za-z]{1,20}(?:[ -][A-Za-z]{1,20}){0,3}:(?: {1,20}|\t{1,4}|$)")
LABEL = re.compile(r"[A-Z][a-z]{1,20}(?: [a-z]{1,20})?:(?: {1,20}|\t{1,4})\S")
AMOUNT = re.compile(r"\(\d{1,3}\)")  # "sixty (60) days", unless it numbers an item
ROW = re.compile(r"(?:\|[ \t]{0,8})?")  # the bar that a row of a table may begin with
HASH = re.compile(r"#{1,6}[ \t]{1,8}\S")
WIDE_GAP = re.compile(r"\S[ \u00a0]{3,80}(?=\S)")
MOST_CAPITALS = 100  # characters of a heading in capitals; a longer line is a shouted paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: [start, end) without the white space around it, and its indent."""

    start: int
    end: int
    indent: int
    text: str

    @property
    def width(self) -> int:
        """Columns up to the last character."""
        return self.indent + self.end - self.start

    @property
    def first_word(self) -> int:
        """Length of the first word."""
        return len(self.text.split(None, 1)[0])


def split_chunks(text: str) -> Iterator[list[Line]]:
    """The lines of the text, in the groups that blank lines make."""
    chunk: list[Line] = []
    for line in _lines(text):
        if line.text:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _lines(text: str) -> Iterator[Line]:
    position = 0
    while position <= len(text):
        found = BREAK.search(text, position)
        stop = found.start() if found else len(text)
        raw = text[position:stop]
        bare = raw.strip()
        start = position + raw.index(bare) if bare else position
        yield Line(start, start + len(bare), start - position, bare)
        position = found.end() if found else len(text) + 1


def read_sign(text: str, *, shouted: bool = False) -> Sign:
    """What the beginning of a line suggests; whether it holds is a matter of the lines around it.

    `shouted`: the whole document is in capitals, so that these mean nothing.
    """
    if len(text) >= 3 and not any(map(str.isalnum, text)):
        return "rule"
    if HASH.match(text):
        return "hash"
    if BULLET.match(text):
        return "bullet"
    if STAMP.match(text, ROW.match(text).end()):  # type: ignore[union-attr]  # it may be empty
        return "stamp"
    if cells(text) >= 2:
        return "table"
    if FIELD.match(text):
        return "field"
    return "capitals" if not shouted and in_capitals(text) else "text"


def cells(text: str) -> int:
    """How many times a line goes on to another cell: tabs, bars and wide gaps."""
    return text.count("\t") + text.count("|") + len(WIDE_GAP.findall(text))


def in_capitals(text: str) -> bool:
    """A heading in capitals; a dateline is too, but ends with a dash."""
    letters = [c for c in text if c.isalpha()]
    return (
        len(letters) >= 4
        and len(text) <= MOST_CAPITALS
        and text[-1] not in ".,;-_–—"
        and text.upper() == text
        and any(c.isupper() for c in letters)
    )


def is_shouted(lines: Sequence[Line]) -> bool:
    """Whether most of the text is in capitals."""
    small = sum(sum(map(str.islower, line.text)) for line in lines)
    large = sum(sum(map(str.isupper, line.text)) for line in lines)
    return large > small
