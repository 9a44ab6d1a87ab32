"""Bylines: the author's name with the day, at the top of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Head, Page

LONGEST = 140  # characters
# "By Jane Roe, Staff Writer, 3 March 2021", "Jane Roe | March 3, 2021".
_BY = re.compile(
    r"(?:(?:By|BY|by)|(?:Author|Text|Words|Story|Report)s?:) (?P<name>[^\d|]{3,80}?)"
    r"\s?(?:[,|·•:–—(-]|\bon)\s{0,3}"
)
# Who did what else for it: "Text: Jane Roe, photos: Max Moe".
_CREDIT = re.compile(r"\b(?:photos?|pictures?|photography|video|editing|graphics)(?: by)?:? ", re.I)
# "By our rowing correspondent", "By a staff reporter".
_ROLE = re.compile(
    r"(?:our|a|the|your)(?: [\w'’-]{2,20}){0,3} (?:correspondents?|reporters?|staff|editors?|critic"
    r"|team|desk|columnist|writers?)(?: in [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?)?"
)
_PIPED = re.compile(r"(?P<name>[^\d|]{3,60}?)\s?[|·•—–]\s{0,3}")
_NAME = re.compile(r"[^\W\d_][\w.'’\-]{0,30}(?: [^\W\d_][\w.'’\-]{0,30}){1,7}")
_PARTICLES = frozenset(
    "and of for the in at de la le van von der den el al bin ibn di da y".split()
)
_REST = re.compile(
    r"[\s|·•,)–—-]{0,4}(?:(?:at )?\d{1,2}[:.]\d{2}.{0,20}|Updated.{0,60})?", re.IGNORECASE
)


def find_byline(page: Page) -> Iterator[Head]:
    """The date that stands in the author's line."""
    for line in page.head:
        dates = page.dates(line.start, line.end) if len(line.text) <= LONGEST else ()
        if not dates:
            continue
        before = page.text[line.start : dates[0].start]
        frame = _BY.fullmatch(before) or _PIPED.fullmatch(before)
        if frame is None or not is_name(frame["name"]):
            continue
        if _REST.fullmatch(page.text[dates[0].end : line.end]):
            yield Head("byline", dates[0], "the byline")
            return


def is_name(words: str) -> bool:
    """True if the words are a person's name, perhaps with a role or a paper after it."""
    if _ROLE.fullmatch(words.strip(" ,")):
        return True
    for part in _CREDIT.sub("", words).split(","):
        names = part.split()
        if not names or not all(n[0].isupper() or n in _PARTICLES for n in names):
            return False
    return _NAME.fullmatch(words.split(",")[0].strip()) is not None
