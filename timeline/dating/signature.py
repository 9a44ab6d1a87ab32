"""Signatures: the day at the end of a statement or a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dateline import is_place
from .header import is_bare, is_chronicle, is_prose
from .labels import OTHERS
from .page import Head, Line, Page, Written

_SIGNED = re.compile(
    r"\b(?:signed|dated|date|sworn|affirmed|executed|done|given|declared|witnessed)\b"
    r"(?P<rest>[^\d\n]{0,80}?)",
    re.IGNORECASE,
)
# "(First published 16 July 2024)", "Last updated: 3 May 2021 at 10:15" below an article.
_PUBLISHED = re.compile(
    r"\W{0,3}(?:this (?:article|story|report|post|page|piece) was )?(?:first |originally |last )?"
    r"(?P<label>published|posted|updated|issued|released|filed|modified|revised)"
    r"(?: on| at| by [\w .]{2,40})?\s{0,2}[:,–—-]?\s{0,3}",
    re.IGNORECASE,
)
_CLOCK = re.compile(r",?\s?(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?")
_LAST_LINES = 2
LABEL_LENGTH = 40  # characters: a label that stands above its date


def _ends_there(page: Page, line: Line, date: Written) -> bool:
    """Whether nothing but a clock time stands behind a date in its line."""
    rest = page.text[date.end : line.end].strip(" .,;)]")
    return not rest or _CLOCK.fullmatch(rest) is not None


def find_signature(page: Page) -> Iterator[Head]:
    """The date of the last lines, if they sign or date the document."""
    first = page.head[0] if page.head else None
    for index, line in enumerate(reversed(page.tail)):
        if line == first or (is_prose(line) and not _SIGNED.match(line.text)):
            continue
        dates = page.dates(line.start, line.end)
        above = page.tail[-index - 2].text if index + 1 < len(page.tail) else ""
        if not dates or (len(above) < LABEL_LENGTH and OTHERS.search(above)):
            continue
        last = dates[-1]
        before = page.text[line.start : last.start]
        if OTHERS.search(before):
            continue
        published = _PUBLISHED.fullmatch(before) if index < _LAST_LINES else None
        if published is not None and _ends_there(page, line, last):
            yield Head("header", last, f"the line {published['label'].capitalize()!r}")
            return
        rest = page.text[last.end : line.end].strip(" .,;)]")
        if is_bare(page, line, last) and is_chronicle(page, last):
            return  # the last day of a diary
        closing = index < _LAST_LINES and not rest
        # "the unspecified date in January to holders of record Dec. 21" signs nothing.
        signs = [m for m in _SIGNED.finditer(before) if before[m.start()].isupper()]
        if signs and not rest and _SIGNED.fullmatch(before, signs[-1].start()):
            yield Head("signature", last, "the signature")
            return
        place = before.rstrip()
        if closing and (is_bare(page, line, last) or (place.endswith(",") and is_place(place))):
            yield Head("signature", last, "the last line")
            return
