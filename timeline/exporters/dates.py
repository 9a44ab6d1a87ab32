"""Dates as people write them, from the bounds of the output contract.

"Sun 2 Jan 2022", "4-8 Jan 2022 (uncertain)", "by 7 Jan 2022", "1914-1933", "summer 2021", "44 BC".
"""

from __future__ import annotations

import re

from ..chronology import Bounds, Document, Gap, Time
from ..temporal.edtf import parse_date
from .cells import (
    MONTHS,
    Point,
    join_years,
    read_point,
    write_cell,
    write_clock,
    write_day,
    write_edge,
    write_point,
    write_range,
    write_whole,
    write_year,
)
from .safe import show


def write_time(time: Time) -> str:
    """Say when an event or entry happened, in a few words."""
    if time.shape == "interval":
        return _write_interval(time)
    first, last = _bound(time.begin.earliest), _bound(time.end.latest)
    about, doubt = _qualify(time.edtf)
    if first is None:
        by = f"by {about}{write_edge(last, time.granularity, ends=True)}" if last else "undated"
        return by + doubt
    if last is None:
        return f"not before {about}{write_edge(first, time.granularity, ends=False)}{doubt}"
    if first == last:
        return f"{about}{write_day(first, time)}{doubt}"
    if first.date == last.date and (first.clock or last.clock):
        return _write_within_day(first, last)
    cell = write_cell(first, last, time)
    if cell:
        return f"{about}{_with_article(cell) if about else cell}{doubt}"
    return f"{about}{write_range(first, last)} (uncertain)"


def _qualify(edtf: str | None) -> tuple[str, str]:
    """What stands before and behind a date that is approximate (~), uncertain (?) or both (%)."""
    edtf = edtf or ""
    about = "about " if "~" in edtf or "%" in edtf else ""
    return about, " (uncertain)" if "?" in edtf or "%" in edtf else ""


def _with_article(name: str) -> str:
    """A cell within a sentence: "the 1990s", "the 4th century AD"; "1990" has no article."""
    return f"the {name}" if re.match(r"\d{1,9}(?:s$|\w\w century)|week", name) else name


def _write_within_day(first: Point, last: Point) -> str:
    """An instant of one day that some hours of it hold: "Fri 3 May 2024, by 06:10"."""
    day = write_day(Point(*first.date), None)
    if not last.clock:
        return f"{day}, from {write_clock(first)}"
    if not first.clock:
        return f"{day}, by {write_clock(last)}"
    start = write_clock(first)
    start = start.split(" ")[0] if first.zone == last.zone else start
    return f"{day}, between {start} and {write_clock(last)}"


def write_date(iso: str) -> str:
    """An ISO 8601 day, month or year as people write it: "Mon 10 Jan 2022", "Mar 2021", "1914"."""
    moment = parse_date(iso)
    if moment.day:
        return write_day(read_point(iso), None)
    year = write_year(moment.year)
    return f"{MONTHS[moment.month - 1]} {year}" if moment.month else year


def write_days(first: str, last: str) -> str:
    """From one ISO 8601 day to another as people write it: "Mar 2021", "3-11 May 2021"."""
    start, end = read_point(first), read_point(last)
    return write_whole(start, end) or write_range(start, end)


def write_gap(gap: Gap) -> str:
    """The days of a gap as people write them."""
    return write_range(read_point(gap.first_day), read_point(gap.last_day))


def describe_date(document: Document) -> str:
    """Say a document's date and how it was found, in one line."""
    date = document.date
    if date.value is None:
        return "no document date" + (f" ({show(date.note)})" if date.note else "")
    how = "; ".join(show(part) for part in (date.basis, date.note) if part)
    return f"document date {date.value}" + (f" ({how})" if how else "")


def _bound(text: str | None) -> Point | None:
    return read_point(text) if text else None


def _write_interval(time: Time) -> str:
    """What lasted: its start and its end, each as exact as the text has it."""
    going_on = time.end.earliest is not None and time.end.latest is None
    of_start, _, of_end = (time.edtf or "").partition("/")
    start = _write_end(time.begin, time.granularity, of_start)
    end = "" if going_on else _write_end(time.end, time.granularity, of_end)
    if not end:
        since = f"since {_with_article(start)}" if start else ""
        return ", ".join(filter(None, [since, "still going on" * going_on])) or "undated"
    if not start:
        return f"until {_with_article(end)}"
    first, last = _bound(time.begin.earliest), _bound(time.end.latest)
    plain = not any(_qualify(time.edtf))
    exact = time.begin.earliest == time.begin.latest and time.end.earliest == time.end.latest
    if first and last and exact and plain:
        whole = None if first.clock or last.clock else write_whole(first, last)
        return f"all of {whole}" if whole else write_range(first, last)
    if first and last and plain and _is_year(time.begin) and _is_year(time.end):
        return join_years(first.year, last.year)
    if start.removeprefix("about ") == end.removeprefix("about "):
        return f"about {_with_article(end)}" if start != end else end
    return f"{start} - {end}"


def _write_end(bounds: Bounds, granularity: str, edtf: str) -> str:
    """One end of an interval; empty where nothing bounds it."""
    first, last = _bound(bounds.earliest), _bound(bounds.latest)
    about, doubt = _qualify(edtf)
    if first and last:
        if first == last:
            return f"{about}{write_point(first)}{doubt}"
        whole = write_whole(first, last)
        return f"{about}{whole or f'({write_range(first, last)})'}{doubt}"
    if last:
        return f"(by {about}{write_edge(last, granularity, ends=True)}){doubt}"
    return (
        f"(not before {about}{write_edge(first, granularity, ends=False)}){doubt}" if first else ""
    )


def _is_year(bounds: Bounds) -> bool:
    first, last = _bound(bounds.earliest), _bound(bounds.latest)
    if not first or not last or first.year != last.year or first.clock or last.clock:
        return False
    return first.date[1:] == (1, 1) and last.date[1:] == (12, 31)
