"""What a text says of the year that its head leaves out: weekdays, and years told as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..rules.match import Match
from ..temporal.expression import Partial
from ..temporal.granularity import Granularity
from ..temporal.values import Moment
from .page import Page, Written, full_year, moment_of

# A story's first weekday says when it was written; later ones tell of earlier days.
YEAR = Granularity.YEAR
LEAD = 800  # characters after the head

_CLAUSE = re.compile(r"[.;:!?\n](?:\s|$)|[\"“”]")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|to [a-z]{2,20}|next|due|scheduled|planned|expected|plans?|begins?"
    r"|opens?|may|can|could|might|set|leaves?|by|until|till|from|every|each|starting|ahead)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|told \w{1,20}|announced|reported|added|warned|confirmed|stated|declared|admitted)"
    r"(?: here| late| early)?(?: on)?\s{1,3}$",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?:the )?(?:early|small|late) hours\b|late\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s{1,3}(?:the\s)?$", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|by|until|till|plans?|planned|planning|expect\w{0,3}|due|scheduled"
    r"|targets?|targeted|aims?|aimed|next|forecast|could|may|might|should|to be|is to|are to|hopes?"
    r"|projected|estimated|proposed|upcoming)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|began|became|came|went|took|made|fell|rose|won|lost|left|met|held|sold"
    r"|bought|built|broke|drew|flew|fought|gave|got|grew|hit|kept|knew|led|paid|ran|saw|sent|shot"
    r"|spent|stood|struck|swept|taught|wrote|died|(?!said|need|exceed|proceed|succeed|speed|indeed"
    r"|announced|reported|added|noted|stressed|warned|hundred|sacred)[a-z]{2,18}ed)\b"
)
# "in 2021" places an event; "for 2021" and "the 2021 Games" do not. "agreed to meet in 2022".
_PLACED = re.compile(r"\b(?:in|since|during|throughout|on|of|from|late|early|mid)[\s-]{1,3}$", re.I)
_TO = re.compile(r"\b(?:to [a-z]{2,20}|for|next|coming|end(?:ing)? of|ending)\b", re.I)
_SINCE = re.compile(r"\bsince\s{1,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A bare weekday of a day gone by: `said` on it, or `by_hour`, a part of it told in the past.

    "police said on Monday"; "they dug until the early hours of Tuesday".
    """

    weekday: int
    said: bool
    by_hour: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A weekday with its day and month, without a year: "Saturday, September 16"."""

    words: str
    weekday: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Told:
    """A year that the text names: `past` if told as gone by, `ahead` if as to come."""

    fields: Partial
    year: int
    past: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """All that bears on the year of a head."""

    weekdays: tuple[Day, ...]
    pairs: tuple[Pair, ...]
    years: tuple[Told, ...]


def find_clues(page: Page, head: Written) -> Clues:
    """The weekdays and years that bear on the year of a head."""
    weekdays: list[Day] = []
    pairs: list[Pair] = []
    years: list[Told] = []
    for match in page.matches:
        if match.start < head.end and match.end > head.start:
            continue
        if match.ends:
            years.extend(told for end in match.ends if end for told in _told(page.text, end))
            continue
        years.extend(_told(page.text, match))
        fields = match.expr
        if not isinstance(fields, Partial) or fields.weekday is None or fields.year is not None:
            continue
        if fields.month is not None and fields.day is not None:
            words = page.text[match.start : match.end]
            pairs.append(Pair(words, fields.weekday, fields.month, fields.day))
        elif fields.month is None and fields.day is None and fields.week is None:
            near = head.end <= match.start < head.end + LEAD
            day = _told_day(page.text, match, fields, head.end) if near else None
            if day is not None:
                weekdays.append(day)
    return Clues(tuple(weekdays), tuple(pairs), tuple(years))


def find_later(page: Page, moment: Moment) -> str | None:
    """The words of a date that the text tells as gone by although it is later than a moment."""
    for match in page.matches:
        for one in (match, *(end for end in match.ends if end)):
            for told in _told(page.text, one):
                month = told.fields.month is not None
                value = moment_of(told.fields, told.year) if month else Moment(YEAR, told.year)
                if told.past and value is not None and value.cell.lo >= moment.cell.hi:
                    return page.text[one.start : one.end]
    return None


def tells_of_later(page: Page, written: Written) -> bool:
    """Whether the text tells of days after a date as past: then it was written later, too."""
    year = full_year(written.fields, page.reading)
    moment = None if year is None else moment_of(written.fields, year)
    return moment is not None and find_later(page, moment) is not None


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a match up to the ends of its clause."""
    before = _CLAUSE.split(text[max(0, start - 160) : start])[-1]
    after = _CLAUSE.split(text[end : end + 120], maxsplit=1)[0]
    return before, after


def _told_day(text: str, match: Match, fields: Partial, head_end: int) -> Day | None:
    """A bare weekday of a day gone by: "said on Monday", not "Monday's vote"."""
    if fields.weekday is None or text[match.end : match.end + 2] in ("'s", "’s"):
        return None
    before = _CLAUSE.split(text[max(head_end, match.start - 160) : match.start])[-1]
    after = _CLAUSE.split(text[match.end : match.end + 60], maxsplit=1)[0]
    said = bool(_REPORTED.search(before))
    past = bool(_PAST.search(before) or _PAST.search(after))
    part = fields.part is not None or fields.mod is not None
    if said:
        pass
    elif _HOURS.match(text, match.start) and _PAST.search(before):
        # The hour at which a thing ended is told once it has: this "until" looks back.
        if _FUTURE.search(_UNTIL.sub("", before)):
            return None
    elif _AHEAD.search(before[-60:]):
        return None
    return Day(fields.weekday, said, part and past)


def _told(text: str, match: Match) -> Iterator[Told]:
    """The year that a match names, if it is a full one."""
    fields = match.expr
    if not isinstance(fields, Partial) or fields.year is None or fields.short_year or fields.span:
        return
    before, after = _clause(text, match.start, match.end)
    since = _SINCE.search(text[max(0, match.start - 12) : match.start])
    clause = before + " " + after
    ahead = not since and bool(_FUTURE.search(clause))
    placed = _PLACED.search(text[max(0, match.start - 12) : match.start]) or fields.day is not None
    past = bool(since) or bool(
        not ahead and placed and _PAST.search(clause) and not _TO.search(before)
    )
    yield Told(fields, fields.year, past, ahead)
