"""A date in the file's name: report-2024-05-06.txt, 20240506_wire.txt, 2024-05 notes.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules import find_matches
from .page import Head, Page, Written, calendar_fields, full_year

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_DATE = re.compile(rf"(?<!\d)({_YEAR})([-_. ]?)({_MONTH})\2({_DAY})(?!\d)")
_MONTH_ONLY = re.compile(rf"(?<!\d)({_YEAR})[-_]({_MONTH})(?![-_.]?\d)")
_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,7}$")


def find_file_date(page: Page) -> Iterator[Head]:
    """The date in the last part of the source's name; folders say nothing of one document."""
    name = re.split(r"[/\\]", page.document.source)[-1]
    name = _SUFFIX.sub("", name)
    found = _DATE.search(name) or _MONTH_ONLY.search(name)
    if found:
        words = "-".join(group for group in found.groups() if group and group.isdigit())
    else:
        words = re.sub(r"[-_.]", " ", name)
    for match in find_matches(words, day_first=page.day_first):
        fields = calendar_fields(match.expr)
        year = full_year(fields, page.reading) if fields else None
        if fields is None or year is None or fields.short_year:
            continue
        if page.reading is not None and year > page.reading.year:
            continue
        # The name is no part of the text: the offsets say so.
        yield Head("file-name", Written(-1, -1, fields), f"the file's name {name}")
        return
