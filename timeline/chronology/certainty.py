"""How much a text says about when, in one word."""

from __future__ import annotations

from typing import Literal, cast

from ..temporal.arithmetic import truncate
from ..temporal.edtf import parse_date
from ..temporal.granularity import Granularity
from .documents import Time

Certainty = Literal[
    "exact", "daypart", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
    "century", "millennium", "approximate", "before", "after", "period", "since", "until",
    "ongoing", "inferred",
]  # fmt: skip


def certainty(time: Time) -> Certainty:
    """How much the text says about when, in one word.

    exact: one day or clock time. month, year, ...: that cell of the calendar and no closer.
    approximate: about then, or somewhere within other bounds ("circa 1850", "a few days later",
    "early 2021"). before, after: bounded on one side. period, since, until: an interval with both
    ends, with its begin, with its end. ongoing: still going on at the document's date. inferred: no
    expression says so.
    """
    if time.basis in ("inferred", "document-date"):
        return "inferred"
    begin, end = time.begin, time.end
    if time.shape == "interval":
        if begin.earliest is None and begin.latest is None:
            return "until"
        if end.latest is not None:
            return "period"
        return "since" if end.earliest is None else "ongoing"
    if begin.earliest is None:
        return "before"
    if end.latest is None:
        return "after"
    if any(mark in (time.edtf or "") for mark in "?~%"):
        return "approximate"
    if begin.earliest[:10] == end.latest[:10]:
        return "exact"
    first, last = parse_date(begin.earliest), parse_date(end.latest)
    # Of the year 0, which is 1 BC, also the years 0 to 99 are told as a century.
    cells = (truncate(edge, Granularity[time.granularity.upper()]).cell for edge in (first, last))
    is_whole = any((cell.lo, cell.hi) == (first.cell.lo, last.cell.hi) for cell in cells)
    return cast(Certainty, time.granularity) if is_whole else "approximate"
