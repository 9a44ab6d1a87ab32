"""A calendar (iCalendar, RFC 5545): days stay days, clock times only where the text has them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TextIO
from urllib.parse import quote

from icalendar import Calendar, Event

from ..chronology import Timeline, certainty
from ..temporal.axis import day_number
from ..temporal.edtf import parse_date
from .beyond import Stretch, Years, hold, tell_beyond
from .cells import Point, read_point
from .columns import Row, get_rows
from .notes import head, make_notes
from .registry import Layout
from .safe import show

YEARS: Years = (1, 9998)  # four digits, and the day after the last must be one too
PRODUCT = "-//timeline-extract//timeline//EN"
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
# What a calendar shows as not settled.
OPEN = frozenset({"planned", "possible", "alleged"})


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """An event an entry, all day unless the text gives clock times; lines end in CRLF."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Chronology")
    if left := tell_beyond(timeline, YEARS):
        calendar.add("x-timeline-left-out", left)
    if timeline.undated:
        calendar.add("x-timeline-undated", str(len(timeline.undated)))
    stamp = _stamp(timeline)
    for row in get_rows(timeline):
        stretch = hold(row.entry.time, YEARS)
        if isinstance(stretch, Stretch):
            calendar.add_component(_make_event(row, stretch, stamp))
    stream.write(calendar.to_ical().decode("utf-8"))


def _make_event(row: Row, stretch: Stretch, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{quote(row.entry.id, safe='/', errors='replace')}@timeline-extract")
    event.add("dtstamp", stamp)
    start, end = _ends(stretch)
    event.add("dtstart", start)
    # A clock time without a length ends when it begins: RFC 5545, 3.6.1.
    if end is not None:
        event.add("dtend", end)
    event.add("summary", show(head(row)))
    event.add("description", "\n".join(map(show, make_notes(row))))
    if row.event.places:
        event.add("location", ", ".join(show(place.text) for place in row.event.places))
    event.add("categories", list(dict.fromkeys([certainty(row.entry.time), row.event.status])))
    if row.event.status in OPEN:
        event.add("status", "TENTATIVE")
    # What happened once does not make anybody busy.
    event.add("transp", "TRANSPARENT")
    if row.entry.time.edtf:
        event.add("x-timeline-edtf", row.entry.time.edtf)
    return event


def _ends(stretch: Stretch) -> tuple[date, date | None]:
    """Begin and exclusive end: days, or clock times where both ends are such."""
    first, last = stretch.first, stretch.last
    if stretch.has_clock:
        try:
            start, end = _clock(first), _clock(last)
        except OverflowError:
            pass  # in the year 1 or 9999 another zone's day may be none of this calendar
        else:
            return start, end if end > start else None
    after = date(*last.date) + timedelta(days=1)
    return date(*first.date), max(after, date(*first.date) + timedelta(days=1))


def _clock(point: Point) -> datetime:
    """A clock time: floating as the text has it, or in UTC where it names a zone."""
    assert point.clock
    found = datetime.combine(date(*point.date), time.fromisoformat(point.clock))
    if point.zone is None:
        return found
    zone = "+00:00" if point.zone == "Z" else point.zone
    return datetime.fromisoformat(f"{found.isoformat()}{zone}").astimezone(UTC)


def _stamp(timeline: Timeline) -> datetime:
    """When the chronology was made, as far as it says so: no clock, so that bytes are the same."""
    days = [timeline.provenance.reading_date, *(d.date.value for d in timeline.documents)]
    for day in days[:1] if days[0] else sorted(filter(None, days), key=_rank, reverse=True):
        point = read_point(day) if day else None
        if point and YEARS[0] <= point.year <= YEARS[1]:
            return datetime(*point.date, tzinfo=UTC)
    return _NO_DATE


def _rank(day: str) -> int:
    moment = parse_date(day)
    return day_number(moment.year, moment.month or 1, moment.day or 1)
