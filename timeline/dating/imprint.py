"""Imprints: a line of its own that says how the document was made.

"Author: Jane Roe, published 2025-02-24"; "Recorded at her home in Larn on 8 May 1998, by J. Roe";
"*Page last updated: 3 March 2024*"; "Safety manual, version 2.1 (4 July 2022)". The whole line has
to be one: "Recorded in Larn on 8 May 1998, the song sold well" tells of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .byline import is_name
from .labels import KINDS
from .page import Line, Page, Written, can_date

LONGEST = 200  # characters
LAST_LINES = 2

# The surest first, as the labels of a header: how far an imprint is believed.
MADE = 0
VERSION = 2
CHANGED = 6
_VERBS = {
    MADE: r"published|posted|recorded|taken(?: down)?|written(?: down)?|noted(?: down)?|dictated"
    r"|filed|issued|released|prepared|compiled|drafted|drawn up|produced|completed|interviewed"
    r"|conducted|carried out|sworn|affirmed|made|given|decided|delivered|handed down|told",
    CHANGED: r"updated|modified|revised|edited|changed|reviewed|amended",
}
_CHANGED = re.compile(_VERBS[CHANGED], re.IGNORECASE)
_VERB = "|".join(_VERBS.values())
# With one of these a line has to say what was made: "Made in Larn, 3 March 1954" is a jug's.
_BARE = re.compile("made|produced|completed|told", re.IGNORECASE)
_WHAT = (
    rf"(?:{KINDS}|conversation|recording|account|story|article|post|page|piece|paper"
    r"|document|file|text|entry|version|manual|guide|policy|webpage|website)"
)
_MARKS = r"[\s#*>_~|(\[\"'“–—-]{0,8}"
_STAMP = r"(?:Case (?:No\.? ?)?\S{4,40}\s{1,3}(?:Document|Doc\.?) ?\S{1,12}\s{1,3})?"
_AUTHOR = re.compile(
    rf"{_MARKS}(?:(?:by|(?:author|text|words|writer|reporter|interviewer)s?\s?:|"
    r"(?:written|text|words|story|report(?:ed)?|interview|photos?|pictures?) by)\s{1,3})"
    r"(?P<name>(?:[^\d|:;.]|(?<=\b\w)\.){3,80}?)\s?(?:[,;–—-]|(?<!\b\w)\.)\s{0,3}(?=[A-Za-z])",
    re.IGNORECASE,
)
# "Jane Roe, published on 3 March 2021 at 10:15": without the hour it may be a book's.
_NAMED = re.compile(rf"{_MARKS}(?P<name>[^\d|:;,]{{3,60}}),\s(?=(?:{_VERB})\b)", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"{_MARKS}{_STAMP}(?:(?:I make|I made|we make) this (?:statement|declaration|affidavit)"
    rf"|(?P<what>(?:this |the |our )?{_WHAT}(?:,? (?:of|with|by) (?P<whose>[^\d,;:]{{2,60}}))?,? ?"
    rf"(?:(?:is|was|has been) )?|as )?(?:first |originally |last |also )?"
    rf"(?P<verb>{_VERB})\b\s?:?)",
    re.IGNORECASE,
)
_VERSION = re.compile(
    rf"{_MARKS}(?:[^\d.:;|]{{2,60}}[,–—(-]\s?)?(?:(?:(?:version|ver\.?|v\.?|revision|rev\.?"
    r"|edition|issue|release)\s?(?:no\.?\s?)?\d{1,4}(?:\.\d{1,4}){0,3}[a-z]?)"
    r"|\d{1,2}(?:st|nd|rd|th) (?:revised )?edition|(?:final |first |second |third )?draft)"
    r"[\s,:(–—-]{1,4}(?:of |dated |from )?",
    re.IGNORECASE,
)
# "by J. Roe", "at her home in Larn": who and where, and never what happened then.
_BY = re.compile(r"[,\s]{0,3}(?:by|with|to):?\s(?P<name>[^\d,;:()]{2,60})", re.IGNORECASE)
_AT = re.compile(
    r"[,\s]{0,3}(?:at|in|from|near|before)\s(?P<place>[^\d,;:()]{2,60})", re.IGNORECASE
)
_AND_PLACE = re.compile(r",\s(?P<place>[^\d,;:()]{2,40})")
_OFFICE = re.compile(r"^(?:(?:the|a) )?(?:notary|clerk|officer|editor|solicitor|magistrate) ", re.I)
_EDITORS = frozenset(
    {"admin", "editor", "staff", "the editors", "the author", "the clerk", "me", "us"}
)
_PLACE_WORDS = 9
_TELLING = frozenset(
    "was were is are had has have who which that when while after before because but until since"
    " as he they it did said and".split()
)
_ON = re.compile(r"[\s,:;–—(-]{0,4}(?:on\s)?(?:the\s)?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:,?\s?(?:(?:commencing |starting |beginning )?(?:at|from)\s)?"
    r"\d{1,2}[:.]\d{2}(?:\s?[apAP]\.?[mM]\.?)?)?(?:\s\(?[A-Z]{2,4}\b\)?)?"
)
_SHEET = re.compile(r"\s{1,3}Page \d{1,4} of \d{1,4}", re.IGNORECASE)
_DECOR = " \t.,;)]*_~\"'”|"

# "Argued January 9, 2023—Decided June 1, 2023".
_EARLIER = re.compile(
    rf"{_MARKS}(?:re)?(?:argued|heard|submitted|received)\s(?:on )?", re.IGNORECASE
)

# How far it is believed, the date, and how the line says it.
Imprint = tuple[int, Written, str]


def find_imprints(page: Page) -> Iterator[tuple[int, int, Written, str]]:
    """The imprints among the first lines and the last two: rank, line, date and wording.

    Where two lines of one wording name two days, they tell of other things than the document.
    """
    lines = list(dict.fromkeys((*page.head, *page.tail[-LAST_LINES:])))
    found = [
        (index, one) for index, line in enumerate(lines) if (one := _read(page, line)) is not None
    ]
    for index, (rank, written, wording) in found:
        days = {other.fields for _, (_, other, words) in found if words == wording}
        if len(days) == 1:
            yield rank, index, written, wording


def _read(page: Page, line: Line) -> Imprint | None:
    """The imprint that fills a line, if it is one."""
    if len(line.text) > LONGEST or not can_date(line.text):
        return None
    dates = page.dates(line.start, line.end)
    if not dates or _runs_on(page, line):
        return None
    first, text, start = dates[0], page.text, line.start
    if len(dates) > 1 and _EARLIER.fullmatch(text, start, first.start):
        first, start = dates[1], first.end
    author = _AUTHOR.match(text, start, first.start)
    if author is None and first.fields.hour is not None:
        author = _NAMED.match(text, start, first.start)
    if author and is_name(author["name"]):
        start = author.end()
    subject = _SUBJECT.match(text, start, first.start)
    version = _VERSION.fullmatch(text, line.start, first.start)
    if subject is not None and _is_made(subject) and _ends(text[first.end : line.end]):
        verb = subject["verb"] or "statement"
        rank = CHANGED if _CHANGED.fullmatch(verb) else MADE
        words = text[subject.end() : first.start]
        if _is_setting(words) and (rank == MADE or not _AT.match(words)):
            return rank, first, f"the word {verb.lower()!r}"
    if version is not None and _ends(text[first.end : line.end]):
        return VERSION, first, "the version's line"
    return None


def _runs_on(page: Page, line: Line) -> bool:
    """True for a line of wrapped prose, which goes on below."""
    if page.text[line.end - 1] in ",;":
        return True
    below = page.text[line.end : line.end + 3].lstrip("\r")
    return below.startswith("\n") and below[1:2].islower()


def _is_made(subject: re.Match[str]) -> bool:
    """True if what was made is the document, as far as the line names it."""
    if subject["whose"]:
        return _is_somebody(subject["whose"])
    return bool(subject["what"]) or subject["verb"] is None or not _BARE.fullmatch(subject["verb"])


def _is_somebody(words: str) -> bool:
    names = re.sub(r"^(?:mr|mrs|ms|miss|dr|the witness)\.?\s", "", words.strip(), flags=re.I)
    return is_name(names) and not _TELLING.intersection(words.split())


def _is_setting(words: str) -> bool:
    """True if nothing but people and places stands between the verb and its date."""
    place = 0
    while place < len(words):
        on = _ON.match(words, place)
        if on and on.end() == len(words):
            return True
        # The last "on" belongs to the date: "at her home in Larn on".
        rest = re.sub(r",?\son\s?$", "", words[place:])
        found = _BY.match(rest) or _AT.match(rest) or (_AND_PLACE.match(rest) if place else None)
        if found is None or not _is_plain(found):
            return False
        place += found.end()
    return True


def _is_plain(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    if groups.get("name"):
        names = _OFFICE.sub("", groups["name"].strip())
        return is_name(names) or names.istitle() or names.lower() in _EDITORS
    words = (groups.get("place") or "").lower().split()
    return len(words) <= _PLACE_WORDS and not _TELLING.intersection(words[1:])


def _ends(rest: str) -> bool:
    """True if nothing but an hour, people and places stands behind the date."""
    for pattern in (_CLOCK, _SHEET):
        found = pattern.match(rest)
        rest = rest[found.end() :] if found else rest
    rest = rest.rstrip(_DECOR)
    if not rest.strip(_DECOR):
        return True
    found = _BY.fullmatch(rest) or _AT.fullmatch(rest)
    return found is not None and _is_plain(found)
