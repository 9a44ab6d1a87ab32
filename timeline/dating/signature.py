"""Signatures: the day at the end of a statement or a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dateline import is_place
from .header import is_bare, is_chronicle, is_prose
from .labels import OTHERS
from .page import Head, Page

_SIGNED = re.compile(
    r"\b(?:signed|dated|date|sworn|affirmed|executed|done|given|declared|witnessed)\b"
    r"(?P<rest>[^\d\n]{0,80}?)",
    re.IGNORECASE,
)
_LAST_LINES = 2
LABEL_LENGTH = 40  # characters: a label that stands above its date


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
        rest = page.text[last.end : line.end].strip(" .,;)]")
        if is_bare(page, line, last) and is_chronicle(page, last):
            return  # the last day of a diary
        below = page.tail[len(page.tail) - index :]
        closing = index < _LAST_LINES and not rest and not any(map(is_prose, below))
        # "the unspecified date in January to holders of record Dec. 21" signs nothing.
        signs = [m for m in _SIGNED.finditer(before) if before[m.start()].isupper()]
        if signs and not rest and _SIGNED.fullmatch(before, signs[-1].start()):
            yield Head("signature", last, "the signature")
            return
        place = before.rstrip()
        if closing and (is_bare(page, line, last) or (place.endswith(",") and is_place(place))):
            yield Head("signature", last, "the last line")
            return
