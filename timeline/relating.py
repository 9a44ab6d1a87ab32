"""How two entries or events of a chronology lie to each other, as far as their bounds settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any, Literal

import msgspec

from .annotation import EventLink
from .chronology import Bounds, Entry, Event, Time, Timeline
from .consistency import source_of, ties_of_link
from .temporal.axis import Second
from .temporal.edtf import parse_date
from .temporal.network import Network
from .temporal.points import Point, Range, Statement, Tie

Relation = Literal["before", "after", "overlapping", "not settled"]
Dated = Entry | Event | Mapping[str, Any]  # a record, or what JSON has for it


def relate(a: Dated, b: Dated, timeline: Timeline | Mapping[str, Any] | None = None) -> Relation:
    """How `a` lies to `b`; with the chronology they are from, also by what its links say."""
    one, other = _ranges("a", _time_of(a)), _ranges("b", _time_of(b))
    network = Network([Statement(0, "", (), one), Statement(0, "", (), other), _length("a", "b")])
    found = _settle(network, ["a"], ["b"])
    if found != "not settled" or timeline is None:
        return found
    whole = timeline if isinstance(timeline, Timeline) else msgspec.convert(timeline, Timeline)
    mine, yours = _events_of(a), _events_of(b)
    if set(mine) & set(yours) or not whole.links:
        return found
    return _settle(Network(_statements(whole, {*mine, *yours})), mine, yours)


def _settle(network: Network, mine: list[str], yours: list[str]) -> Relation:
    """What holds for any mention of the one and any of the other: they are the same happenings."""

    def holds(first: list[str], is_end: bool, second: list[str], is_other_end: bool) -> bool:
        gap = 0 if is_end and not is_other_end else 1
        return any(
            network.precedes(Point(x, is_end), Point(y, is_other_end), gap)
            for x in first
            for y in second
        )

    if holds(mine, True, yours, False):
        return "before"
    if holds(yours, True, mine, False):
        return "after"
    if holds(mine, False, yours, True) and holds(yours, False, mine, True):
        return "overlapping"
    return "not settled"


def _time_of(thing: Dated) -> Time | None:
    if isinstance(thing, Mapping):
        return msgspec.convert(thing.get("time"), Time | None)
    return thing.time


def _events_of(thing: Dated) -> list[str]:
    """The ids of an entry's mentions; of an event its own."""
    if isinstance(thing, Mapping):
        return list(thing.get("events") or (thing["id"],))
    return list(thing.events) if isinstance(thing, Entry) else [thing.id]


def _statements(timeline: Timeline, asked: set[str]) -> Iterator[Statement]:
    """Times and links of the documents that two things stand in."""
    documents = {event.document for event in timeline.events if event.id in asked}
    here = {event.id: event for event in timeline.events if event.document in documents}
    for event in here.values():
        yield Statement(0, event.id, (), _ranges(event.id, event.time))
    yield _length(*here)
    for link in timeline.links:
        if link.event in here and link.other in here:
            record = EventLink(link.event, link.relation, link.other, link.sieve, link.signal or "")
            yield Statement(1, source_of(record), ties_of_link(record))


def _length(*names: str) -> Statement:
    """Nothing ends before it begins."""
    return Statement(-1, "", tuple(Tie(Point(name), Point(name, True), 1) for name in names))


def _ranges(name: str, time: Time | None) -> tuple[Range, ...]:
    if time is None:
        return ()
    first, last = _span(time.begin)
    earliest, latest = _span(time.end)
    return Range(Point(name), first, last - 1), Range(Point(name, True), earliest + 1, latest)


def _span(bounds: Bounds) -> tuple[Second, Second]:
    """From the first second to the one behind the last."""
    first, last = bounds.earliest, bounds.latest
    lo = -inf if first is None else parse_date(first).cell.lo
    return lo, inf if last is None else parse_date(last).cell.hi
