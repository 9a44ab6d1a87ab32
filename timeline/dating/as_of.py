"""What a report is true "as of": the weakest of the text's own words for its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Head, Page, moment_of

_AS_OF = re.compile(r"\bas (?:of|at) {1,2}(?:the )?(?=\S)", re.IGNORECASE)


def find_as_of(page: Page) -> Iterator[Head]:
    """The day for which the first lines state something: "As of 30 June 2021 it had 300 staff".

    Two such days, or a later day told anywhere in the text, and it dates a statement only.
    """
    found = []
    for line in page.head:
        for words in _AS_OF.finditer(line.text):
            start = line.start + words.end()
            dates = [d for d in page.dates(line.start, line.end) if d.start == start]
            if dates and dates[0].fields.year and dates[0].fields.day:
                found.append(dates[0])
    if len({date.fields for date in found}) != 1:
        return
    value = moment_of(found[0].fields, found[0].fields.year or 0)
    if value is None:
        return
    for line in page.lines:
        for other in page.dates(line.start, line.end):
            year = other.fields.year
            told = None if year is None else moment_of(other.fields, year)
            if told is not None and told.cell.lo >= value.cell.hi:
                return
    yield Head("as-of", found[0], 'the words "as of"')
