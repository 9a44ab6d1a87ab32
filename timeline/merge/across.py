"""One entry for one happening of several documents; where they give it two times, a conflict.

Entries meet where they share a kind of happening and a name, in the order of their times: the work
grows with the number of entries, not of pairs. In rounds: each takes the partner that fits best,
until nothing fits. So the order of the documents decides nothing, and merging again changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import inf

import msgspec

from ..chronology import Document, Entry, Event, Undated
from ..temporal.axis import Extent
from ..temporal.edtf import parse_date
from .alike import APART_DAYS, Likeness, belongs, compare, farthest
from .combine import combine
from .names import keys_of
from .profile import Profile, is_told, make_profile

REACH = 16  # entries of one block, next in time, that one is compared with


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry and what it is known by."""

    entry: Entry
    profile: Profile | None
    number: int  # of all that were made; what was compared once is not compared again


_Key = tuple[str, str, bool]  # a kind, a word of a name, whether the name is a place's
_Known = dict[tuple[int, int], Likeness | None]


def merge_entries(
    entries: Sequence[Entry],
    undated: Sequence[Undated],
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
) -> tuple[list[Entry], list[Undated]]:
    """Entries of several documents without repetition, and the events that stay undated.

    Every mention is kept in one entry. An event without a date joins the only entry that tells the
    same. The entries come in no order.
    """
    numbers = count()
    items = [_make_item(entry, events, documents, numbers) for entry in entries]
    left = list(undated)
    known: _Known = {}
    while True:
        items = _merge_all(items, events, documents, numbers, known)
        grown, left = _adopt(items, left, events, documents)
        if not grown:
            return [item.entry for item in items], left
        items = [
            _make_item(grown[item.entry.id], events, documents, numbers)
            if item.entry.id in grown
            else item
            for item in items
        ]


def _make_item(
    entry: Entry,
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
    numbers: Iterator[int],
) -> _Item:
    mentions = [events[name] for name in entry.events]
    profile = make_profile(entry.id, mentions, entry.time, documents)
    return _Item(entry, profile, next(numbers))


def _merge_all(
    items: list[_Item],
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
    numbers: Iterator[int],
    known: _Known,
) -> list[_Item]:
    while True:
        merged: list[_Item] = []
        gone: set[int] = set()
        for one, other, likeness in _choose(items, known):
            if one in gone or other in gone:
                continue
            gone |= {one, other}
            entry = combine(
                items[one].entry, items[other].entry, likeness.verdict, events, documents
            )
            merged.append(_make_item(entry, events, documents, numbers))
        if not merged:
            return items
        items = [item for place, item in enumerate(items) if place not in gone] + merged


def _choose(items: Sequence[_Item], known: _Known) -> list[tuple[int, int, Likeness]]:
    """The pairs that are one, the surest first; none where several times fit a vague one."""
    found = {
        pair: likeness
        for pair in _pairs([item.profile for item in items])
        if (likeness := _compare(items[pair[0]], items[pair[1]], known)) is not None
    }
    fits: dict[int, list[Extent]] = {}
    for (one, other), likeness in found.items():
        if likeness.verdict == "same":
            fits.setdefault(one, []).append(_extent(items[other]))
            fits.setdefault(other, []).append(_extent(items[one]))
    torn = {place for place, extents in fits.items() if not _meet(extents)}

    def is_safe(pair: tuple[int, int]) -> bool:
        same = _extent(items[pair[0]]) == _extent(items[pair[1]])
        return same or found[pair].verdict == "conflict" or not torn & set(pair)

    def key(pair: tuple[int, int]) -> tuple[bool, int, list[str]]:
        likeness = found[pair]
        ids = sorted(items[place].entry.id for place in pair)
        return likeness.verdict == "conflict", -likeness.weight, ids

    return [(*pair, found[pair]) for pair in sorted(filter(is_safe, found), key=key)]


def _compare(one: _Item, other: _Item, known: _Known) -> Likeness | None:
    pair = (one.number, other.number)
    if pair not in known:
        mine, yours = one.profile, other.profile
        known[pair] = compare(mine, yours) if mine and yours else None
    return known[pair]


def _extent(item: _Item) -> Extent:
    assert item.profile is not None
    return item.profile.when.extent


def _meet(extents: Sequence[Extent]) -> bool:
    """True if there is a time that all of them share."""
    return max(e.lo for e in extents) < min(e.hi for e in extents)


def _pairs(profiles: Sequence[Profile | None]) -> Iterator[tuple[int, int]]:
    """Those that share a kind and a name and are not far apart in time, each pair once."""
    seen: set[tuple[int, int]] = set()
    for (kind, _, is_place), block in _blocks(profiles).items():
        # Two accounts of one happening share more than a place.
        apart = 0 if is_place else farthest(kind)
        placed = sorted(block, key=lambda i: _order(profiles[i]))
        for place, one in enumerate(placed):
            for other in placed[place + 1 : place + 1 + REACH]:
                mine, yours = profiles[one], profiles[other]
                assert mine and yours
                if yours.when.extent.lo >= mine.when.extent.hi + apart:
                    break
                pair = (min(one, other), max(one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _blocks(profiles: Sequence[Profile | None]) -> dict[_Key, list[int]]:
    blocks: dict[_Key, list[int]] = {}
    for place, profile in enumerate(profiles):
        for key in _keys(profile):
            blocks.setdefault(key, []).append(place)
    return blocks


def _keys(profile: Profile | None) -> Iterable[_Key]:
    if profile is None:
        return ()
    names = (*profile.core, *profile.others)
    words = {(key, False) for name in names for key in keys_of(name)}
    words |= {(key, True) for name in profile.places for key in keys_of(name)}
    return sorted((kind, *word) for kind in profile.kinds for word in words)


def _order(profile: Profile | None) -> tuple[float, float, str]:
    assert profile is not None
    extent = profile.when.extent
    return extent.lo, extent.hi, profile.id


# Events without a date ---------------------------------------------------------------------------


def _adopt(
    items: Sequence[_Item],
    undated: Sequence[Undated],
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
) -> tuple[dict[str, Entry], list[Undated]]:
    """The entries that take undated events in, by id, and what stays undated."""
    blocks = _blocks([item.profile for item in items])
    taken: dict[str, list[str]] = {}
    left = []
    for one in undated:
        event = events[one.event]
        profile = make_profile(event.id, [event], event.time, documents)
        near = {place for key in _keys(profile) for place in blocks.get(key, [])[:REACH]}
        written = _written(documents[event.document]) if near else None
        fits = [
            items[place].entry.id
            for place in near
            if profile and is_told(event) and belongs(profile, items[place].profile, written)
        ]
        if len(fits) == 1:
            taken.setdefault(fits[0], []).append(event.id)
        else:
            left.append(one)
    grown = {}
    for item in items:
        if item.entry.id in taken:
            more = taken[item.entry.id]
            names = (*item.entry.documents, *(events[name].document for name in more))
            grown[item.entry.id] = msgspec.structs.replace(
                item.entry,
                events=(*item.entry.events, *more),
                documents=tuple(dict.fromkeys(names)),
            )
    return grown, left


def _written(document: Document) -> Extent | None:
    """About when a document was written, as far as happenings that it tells as news go."""
    if document.date.value is None:
        return None
    cell = parse_date(document.date.value).cell
    return Extent(cell.lo - APART_DAYS, cell.hi) if cell.lo != -inf else None
