"""The day on which a report without a dateline says that something was said.

"Carrasco won on Sunday, the commission said early on Monday, October 16": who tells of a bare
Sunday, and of a Monday with its day, has no need to tell the year, because it is this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..rules.match import Match
from ..temporal.expression import Partial
from .page import Head, Page, Written, can_date

LEAD = 1500  # characters; a report says early on when it was made
REACH = 40  # characters in which the name of the weekday stands
_TELLING = (
    r"\b(?:said|says|told \w[\w ]{1,30}|announced|reported|confirmed|declared|showed)"
    r"(?: (?:in|at) an? \w{1,20}(?: \w{1,20})?)?(?: here)?(?: (?:early|late))?(?: on)? "
)
_SAID = re.compile(_TELLING + "$", re.IGNORECASE)
# What such a date looks like at a glance: the whole text is searched for dates only where one is.
_LIKELY = re.compile(
    _TELLING + rf"(?=.{{0,{REACH}}}\b(?:mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")


def find_reported(page: Page) -> Iterator[Head]:
    """The first "said on Monday, October 16" where a bare weekday is told as well, and no year."""
    lead = page.text[: LEAD + REACH].replace("\n", " ")
    if not (can_date(page.text[:LEAD]) and _LIKELY.search(lead)):
        return
    told = [m for m in page.matches_to(LEAD) if isinstance(m.expr, Partial)]
    if not any(_is_weekday(match) for match in told):
        return
    for match in told:
        fields = match.expr
        if not isinstance(fields, Partial) or fields.weekday is None or fields.day is None:
            continue
        if fields.year is not None or _YEAR.search(page.text, 0, match.start):
            return  # a story of another time
        if _SAID.search(page.text[max(0, match.start - 80) : match.start].replace("\n", " ")):
            words = " ".join(page.text[match.start : match.end].split())
            written = Written(match.start, match.end, replace(fields, mod=None))
            yield Head("report", written, f'"said {words}"')
            return


def _is_weekday(match: Match) -> bool:
    """True for a weekday alone: "on Sunday"."""
    fields = match.expr
    if not isinstance(fields, Partial) or fields.weekday is None:
        return False
    return fields.day is None and fields.month is None and fields.week is None
