"""The order of a chronology."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from ..temporal.edtf import parse_date
from .documents import Time
from .timeline import Entry


def time_key(time: Time) -> tuple[float, int, float]:
    """Where a time stands in a chronology.

    By `begin.earliest`; where that is open by `end.latest`, after everything of that day (a clock
    time: up to that minute); then the longer first: a year before its months, like a heading.
    """
    first, last = time.begin.earliest, time.end.latest
    hi = parse_date(last).cell.hi if last is not None else inf
    if first is not None:
        lo = parse_date(first).cell.lo
        return lo, 1, lo - hi
    inner = last or time.begin.latest or time.end.earliest
    return (parse_date(inner).cell.hi if inner is not None else inf), 0, -inf


def order_entries(
    entries: Iterable[Entry], places: Mapping[str, tuple[int, int]]
) -> tuple[Entry, ...]:
    """Entries in a chronology's order; `places` has (document's rank, offset) of an event's id."""

    def key(entry: Entry) -> tuple[tuple[float, int, float], tuple[int, int], str]:
        return time_key(entry.time), min(places[event] for event in entry.events), entry.id

    return tuple(sorted(entries, key=key))
