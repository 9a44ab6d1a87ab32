"""A date in the file's name: report-2024-05-06.txt, 20240506_wire.txt, 2024-05 notes.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules import find_matches
from ..temporal.expression import Partial
from .page import Head, Page, Written, calendar_fields, moment_of

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_DATE = re.compile(rf"(?<!\d)(?P<year>{_YEAR})([-_. ]?)(?P<month>{_MONTH})\2(?P<day>{_DAY})(?!\d)")
_MONTH_ONLY = re.compile(rf"(?<!\d)(?P<year>{_YEAR})[-_](?P<month>{_MONTH})(?![-_.]?\d)")
_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,7}$")


def find_file_date(page: Page) -> Iterator[Head]:
    """The date in the last part of the source's name; folders say nothing of one document."""
    name = re.split(r"[/\\]", page.document.source)[-1]
    name = _SUFFIX.sub("", name)
    found = _DATE.search(name) or _MONTH_ONLY.search(name)
    if found:
        year, month, day = found["year"], found["month"], found.groupdict().get("day")
        read = [Partial(year=int(year), month=int(month), day=int(day) if day else None)]
    else:
        words = re.sub(r"[-_.]", " ", name)
        matches = find_matches(words, day_first=page.day_first)
        read = [fields for match in matches if (fields := calendar_fields(match.expr))]
    for fields in read:
        value = moment_of(fields, fields.year) if fields.year and not fields.short_year else None
        if value is None:
            continue
        # The name is no part of the text: the offsets say so.
        yield Head("file-name", Written(-1, -1, fields), f"the file's name {name}")
        return
