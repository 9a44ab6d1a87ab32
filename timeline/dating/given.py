"""Dates that stand outside the text: the user's, and a field of the source."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from ..errors import FormatError, ImpossibleDateError
from ..rules import parse_phrase
from ..temporal.edtf import parse_date
from ..temporal.values import Moment
from .page import calendar_fields, full_year, moment_of

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2})(?::?(\d{2}))?)?")
_SPACED = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}.{0,12})")
# A mail's or a server's date, RFC 5322: "Mon, 3 May 2021 22:30:00 -0400 (EDT)".
_HEADER = re.compile(
    r"(?:[A-Za-z]{3},? {0,3})?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}(?::\d{2})?\b.{0,30}"
)
LONGEST = 60  # characters


def read_date(words: str, *, day_first: bool | None, reading: Moment | None) -> Moment | None:
    """The moment that a date outside the text names, in ISO 8601 or written out, or None.

    >>> read_date("19980108", day_first=None, reading=None).day
    8
    """
    words = words.strip()
    if not words or len(words) > LONGEST:
        return None
    compact = _COMPACT.fullmatch(words)
    if compact:
        year, month, day, hour, minute, second = compact.groups()
        words = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
        words += f":{second}" if second else ""
    spaced = _SPACED.fullmatch(words)
    if spaced:
        words = f"{spaced[1]}T{spaced[2].strip()}"
    try:
        return parse_date(_from_header(words) or words)
    except (FormatError, ImpossibleDateError):
        pass
    match = parse_phrase(words, day_first=day_first)
    fields = calendar_fields(match.expr) if match else None
    year_ = full_year(fields, reading) if fields else None
    return moment_of(fields, year_) if fields and year_ is not None else None


def _from_header(words: str) -> str | None:
    """A mail header's date in ISO 8601; None where it is none."""
    if not _HEADER.fullmatch(words):
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, OverflowError):
        return None
