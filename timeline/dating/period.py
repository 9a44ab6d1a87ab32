"""The year or the season in a title that names the kind of document: "Newsletter, Spring 2021".

It says which time the document is of. It was written then or soon after, so it completes what the
text leaves out, but nothing is told to be over by its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.lexicon import read_lexicon
from ..temporal.expression import Partial
from .clues import tells_of_later
from .header import is_prose
from .page import Head, Line, Page, Written
from .title import TITLE_LENGTH, ends_title_of_kind, ends_with_a_name

TITLE_LINES = 3
_SEASON = read_lexicon("en").classes["season"]
_PERIOD = re.compile(
    rf"\b(?:(?P<season>{_SEASON.regex}),? )?(?P<year>1[4-9]\d\d|20\d\d)\W{{0,4}}$",
    re.IGNORECASE,
)


def find_period(page: Page) -> Iterator[Head]:
    """The year or the season that ends the title, if the text tells of nothing later as past."""
    for line in page.head[:TITLE_LINES]:
        if is_prose(line):
            return
        found = _PERIOD.search(line.text) if len(line.text) <= TITLE_LENGTH else None
        before = line.text[: found.start()] if found else ""
        if found and ends_title_of_kind(before) and not ends_with_a_name(before):
            written = _written(line, found)
            if not tells_of_later(page, written):
                yield Head("title", written, "the title")
            return


def _written(line: Line, found: re.Match[str]) -> Written:
    part, start = None, found.start("year")
    if found["season"]:
        part, start = (
            str(_SEASON.values[" ".join(found["season"].lower().split())]),
            found.start("season"),
        )
    fields = Partial(year=int(found["year"]), part=part)
    return Written(line.start + start, line.start + found.end("year"), fields)
