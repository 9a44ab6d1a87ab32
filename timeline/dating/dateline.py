"""Datelines: the place, the day and the agency at the start of a report.

NUR-SULTAN, January 10. /TASS/.      KABUL, Afghanistan, Sept. 11 (Reuters) -
WASHINGTON (AP) _ Jan. 3.            SEATTLE--(WIRE NAME)--June 5, 2023--
BERGEN, Norway – Oct. 3, 2022 –      (Oslo, 3 October 2022)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..document import Document
from .page import MOST_COMPARED, Head, Line, Page, Written, can_date

# A dateline stands above or at the start of the story, after a headline, a subtitle and a byline.
FIRST_LINES = 8
MOST_SMALL = 2  # words of an agency or a month in small letters: prose has more
REACH = 160  # characters from the start of the line to the end of the frame
FAR = 31  # days between two stories of one bulletin
MOST_WORDS = 8  # in a place with its country: "DAR ES SALAAM, United Republic of Tanzania"

_DASH = r"(?:--?|[–—―_])(?!\d)"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)"
_PLACE = r"(?P<place>(?:[^\d()/|:;\"“”]|(?<=\w)/(?=\w)){2,90}?)"
_BEFORE = re.compile(
    rf"{_PLACE}\s?(?:(?:{_DASH}\s?)?(?P<agency>{_AGENCY}))?"
    rf"\s{{0,2}}(?P<join>[,:.]|{_DASH}|)\s{{0,2}}"
)
# What follows the day, from the surest to the weakest frame.
_AGENCY_AFTER = re.compile(rf"\s?[.,:]?\s?(?:{_DASH}\s?)?{_AGENCY}")
_DASH_AFTER = re.compile(rf"\s?[.,:]?\s?{_DASH}")
_NAME_AFTER = re.compile(
    rf"[.,]?\s{{1,2}}[A-Z][\w.&]{{0,20}}(?: [A-Z][\w.&]{{0,20}}){{0,3}}\s?{_DASH}"
)
_NAMED_AFTER = re.compile(
    rf"[.,]?\s{{1,2}}(?:{_AGENCY}\s?(?::|{_DASH})"
    rf"|[A-Z][\w.&-]{{0,30}}(?: [A-Z][\w.&-]{{0,20}}){{0,3}}\s{_DASH}\s)"
)
_STOP_AFTER = re.compile(r"\s?[.:](?:\s|$)")
_COLON_AFTER = re.compile(r"\s?:\s(?=[A-Z])")
_BRACKET_AFTER = re.compile(r"\)")
_PLACE_AFTER = re.compile(rf"\s?{_DASH}\s?{_PLACE}\s?{_DASH}\s?(?=[A-Z])")
# What a line must look like before it is read as a dateline: a short one may run on.
_LIKELY = re.compile(r"(?:[^\W_a-z]|\()[^\d\n]{0,110}(?:\d|$)")
_END_AFTER = re.compile(r"\s{0,3}(?:$|\n)")
# What joins the frame to the story.
_JOIN = re.compile(rf"\s{{0,2}}(?:[.,:]|)\s{{0,2}}(?:{_DASH}|)\s{{0,3}}")
# "LISBON (AP) - Ministers met": it dates nothing, but its place is no part of the story either.
_DAYLESS = re.compile(
    rf"(?P<place>[^\d()/|:;\"“”\n]{{2,60}}?),?\s?(?=.[A-Z]){_AGENCY}\s?{_DASH}\s{{0,3}}"
)

_PARTICLES = frozenset(
    "of de del della di da do dos das la le les el al as es du des the and sur upon am an der den"
    " im in on en y e van ter bei sous near".split()
)
# Words that open a sentence or a label, never a place.
NOT_PLACES = frozenset(
    "in on by at from since until till after before of to for and as about around between during"
    " born made built died due date dated updated published posted copyright founded established"
    " early late mid last next this that a an it he she they we i when while where who what january"
    " february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday today yesterday battle siege treaty fall death"
    " birth".split()
)


def find_dateline(page: Page) -> Iterator[Head]:
    """The dateline of a report, if it has one."""
    for line in page.head[:FIRST_LINES]:
        written = read_dateline(page, line)
        if written is not None:
            if not _is_chronicle(page, line, written):
                yield Head("dateline", written, "the dateline")
            return


def find_frame(document: Document, *, day_first: bool | None = None) -> tuple[int, int] | None:
    """Where a report's dateline starts and where its story does, whatever dates the document.

    "LISBON, March 4 (Newswire) - The minister resigned" has its frame up to "The": no word of it
    belongs to the sentence behind it. A dateline without a day has a frame too.
    """
    page = Page(document, day_first, None)
    for line in page.head[:FIRST_LINES]:
        frame = _read_frame(page, line)
        if frame is not None:
            written, end = frame
            return None if _is_chronicle(page, line, written) else (line.start, end)
        dayless = _DAYLESS.match(line.text)
        if dayless and is_capitals(dayless["place"]) and is_place(dayless["place"]):
            return line.start, line.start + dayless.end()
    return None


def _is_chronicle(page: Page, line: Line, written: Written) -> bool:
    """True if another paragraph starts in the same way on quite another day: each dates its own."""
    own = _count(written)
    later = (
        o for o in page.lines if o.start > line.start and _LIKELY.match(o.text) and can_date(o.text)
    )
    for other in islice(later, MOST_COMPARED):
        found = read_dateline(page, other)
        if found is not None and abs(_count(found) - own) > FAR:
            return True
    return False


def _count(written: Written) -> int:
    """Days, roughly, to compare two days that may lack their year."""
    fields = written.fields
    return 365 * (fields.year or 0) + 31 * (fields.month or 0) + (fields.day or 0)


def read_dateline(page: Page, line: Line) -> Written | None:
    """The date of the dateline that a line starts with; it may run on into the next line."""
    frame = _read_frame(page, line)
    return frame[0] if frame else None


def _read_frame(page: Page, line: Line) -> tuple[Written, int] | None:
    """The date of the dateline that a line starts with, and where the story behind it starts."""
    likely = _LIKELY.match(line.text)
    if not likely:
        return None
    small = [w for w in likely.group().split() if w[0].islower() and w not in _PARTICLES]
    if len(small) > MOST_SMALL:
        return None
    end = min(len(page.text), line.start + REACH)
    gap = re.compile(r"\n[ \t\r]{0,80}\n").search(page.text, line.start, end)
    end = gap.start() if gap else end
    dates = page.dates(line.start, end)
    if not dates:
        return None
    first = dates[0]
    if first.fields.day is None:
        return None
    before = re.sub(r"\s", " ", page.text[line.start : first.start])
    # "26 Jan. It rained": the stop of the abbreviation ends the sentence too.
    stop = first.end - 1 if page.text[first.end - 1] == "." else first.end
    after = page.text[stop:end]
    found = _match_after(before, after)
    if found is None:
        return None
    join = _JOIN.match(after, found.end())
    return first, stop + (join.end() if join else found.end())


def _match_after(before: str, after: str) -> re.Match[str] | None:
    """What closes the frame behind a date, if the words around it are those of a dateline."""
    tail = after.replace("\n", " ").replace("\r", " ")
    if not before:
        agency = _AGENCY_AFTER.match(tail)
        if agency:
            return _DASH_AFTER.match(tail, agency.end())
        placed = _PLACE_AFTER.match(tail)
        return placed if placed and is_place(placed["place"]) else None
    bracketed = before.startswith("(")
    frame = _BEFORE.fullmatch(before.removeprefix("("))
    if frame is None or not is_place(frame["place"]):
        return None
    if bracketed:
        return _BRACKET_AFTER.match(tail) if frame["join"] else None
    if frame["agency"]:
        return _DASH_AFTER.match(tail) or _STOP_AFTER.match(tail) or _END_AFTER.match(after)
    if not frame["join"] or frame["join"] == ".":
        # "Islamabad Dec 3, 2010 (APP): The minister", "Kyiv. 24 February 2022. Interfax - Two"
        return _NAMED_AFTER.match(tail)
    found = _AGENCY_AFTER.match(tail) or _DASH_AFTER.match(tail) or _COLON_AFTER.match(tail)
    if found or not is_capitals(frame["place"]):
        return found
    return _NAME_AFTER.match(tail) or _STOP_AFTER.match(tail)


def is_place(words: str) -> bool:
    """True if the words can name a place: capitalised, few, and none that opens a sentence."""
    names = [name for name in re.split(r"[,/\s]{1,3}", words.strip(" ,-–—_")) if name]
    if not 1 <= len(names) <= MOST_WORDS:
        return False
    if names[0].lower() in NOT_PLACES or not names[0][0].isupper() or names[-1] in _PARTICLES:
        return False
    return all(
        (name[0].isupper() and name.lower() not in NOT_PLACES) or name in _PARTICLES
        for name in names
    )


def is_capitals(place: str) -> bool:
    """True if the place, up to its country, is in capitals."""
    city = place.split(",")[0].strip()
    letters = [letter for letter in city if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
