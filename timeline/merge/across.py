"""One entry for one happening of several documents; where they give it two times, a conflict.

In rounds: each entry takes the partner that fits best among those that `blocks` compares it with,
until nothing fits. So the order of the documents decides nothing, and merging again changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

import msgspec

from ..chronology import Document, Entry, Event, Undated
from ..temporal.axis import Extent
from ..temporal.edtf import parse_date
from .alike import APART_DAYS, Likeness, belongs
from .blocks import Blocks, Pair
from .collecting import no_collections
from .combine import combine
from .profile import Profile, is_told, join_profiles, make_profile


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
    with no_collections():
        merger = _Merger(events, documents)
        for entry in entries:
            merger.add(entry)
        left, orphans = list(undated), merger.find_orphans(undated)
        while True:
            merger.merge_all()
            taken = merger.adopt(orphans)
            if not taken:
                return list(merger.entries.values()), left
            left = [one for one in left if one.event not in taken]
            orphans = [one for one in orphans if one.event not in taken]


@dataclass(frozen=True, slots=True)
class _Orphan:
    """An event without a date, and the news of its document (`written`)."""

    event: str
    profile: Profile
    written: Extent | None


@dataclass(slots=True)
class _Merger:
    """Entries by number, of which no two that are compared tell one happening in the end."""

    events: Mapping[str, Event]
    documents: Mapping[str, Document]
    entries: dict[int, Entry] = field(default_factory=dict)
    blocks: Blocks = field(default_factory=Blocks)
    made: int = 0

    def add(self, entry: Entry, profile: Profile | None = None) -> None:
        """Put an entry in, under a number of its own; its profile, where it is known."""
        if profile is None:
            mentions = [self.events[name] for name in entry.events]
            profile = make_profile(entry.id, mentions, entry.time, self.documents)
        self.entries[self.made] = entry
        if profile is not None:
            self.blocks.add(self.made, profile)
        self.made += 1

    def remove(self, numbers: set[int]) -> None:
        """Take entries out; they were compared with others."""
        for number in numbers:
            del self.entries[number]
        self.blocks.remove(numbers)

    def merge_all(self) -> None:
        """Merge until nothing fits."""
        while True:
            gone: set[int] = set()
            merged: list[tuple[Entry, Profile | None]] = []
            for (one, other), likeness in self._choose():
                if one in gone or other in gone:
                    continue
                gone |= {one, other}
                mine, yours = self.entries[one], self.entries[other]
                both = combine(mine, yours, likeness.verdict, self.events, self.documents)
                merged.append((both, self._join(both, one, other)))
            if not merged:
                return
            self.remove(gone)
            for entry, profile in merged:
                self.add(entry, profile)

    def _join(self, both: Entry, one: int, other: int) -> Profile | None:
        """The profile of an entry made of two, where it follows from theirs."""
        first, second = self.entries[one], self.entries[other]
        if both.events == second.events + first.events:
            one, other = other, one
        elif both.events != first.events + second.events:
            return None
        profiles = self.blocks.profiles
        return join_profiles(both.id, profiles[one], profiles[other], both.time)

    def _choose(self) -> list[tuple[Pair, Likeness]]:
        """The pairs that are one, the surest first; none where several times fit a vague one."""
        found = self.blocks.find_alike()
        fits: dict[int, list[Extent]] = {}
        for (one, other), likeness in found.items():
            if likeness.verdict == "same":
                fits.setdefault(one, []).append(self._extent(other))
                fits.setdefault(other, []).append(self._extent(one))
        torn = {number for number, extents in fits.items() if not _meet(extents)}

        def is_safe(pair: Pair) -> bool:
            same = self._extent(pair[0]) == self._extent(pair[1])
            return same or found[pair].verdict == "conflict" or not torn & set(pair)

        def key(pair: Pair) -> tuple[bool, int, list[str]]:
            likeness = found[pair]
            ids = sorted(self.entries[number].id for number in pair)
            return likeness.verdict == "conflict", -likeness.weight, ids

        return [(pair, found[pair]) for pair in sorted(filter(is_safe, found), key=key)]

    def _extent(self, number: int) -> Extent:
        return self.blocks.profiles[number].when.extent

    # Events without a date -----------------------------------------------------------------------

    def find_orphans(self, undated: Sequence[Undated]) -> list[_Orphan]:
        """The undated events that an entry may tell too."""
        return list(self._find_orphans(undated))

    def _find_orphans(self, undated: Sequence[Undated]) -> Iterator[_Orphan]:
        for one in undated:
            event = self.events[one.event]
            if is_told(event):
                profile = make_profile(event.id, [event], event.time, self.documents)
                if profile is not None and not profile.says:
                    yield _Orphan(event.id, profile, _written(self.documents[event.document]))

    def adopt(self, orphans: Sequence[_Orphan]) -> set[str]:
        """Give undated events to the one entry that tells them; returns those that found it."""
        taken: dict[int, list[str]] = {}
        for one in orphans:
            limit = one.written.hi if one.written else inf
            near = self.blocks.find_before(one.profile, limit)
            fits = [n for n in near if belongs(one.profile, self.blocks.profiles[n], one.written)]
            if len(fits) == 1:
                taken.setdefault(fits[0], []).append(one.event)
        grown = [_grow(self.entries[n], names, self.events) for n, names in taken.items()]
        self.remove(set(taken))
        for entry in grown:
            self.add(entry)
        return {name for names in taken.values() for name in names}


def _meet(extents: Sequence[Extent]) -> bool:
    """True if there is a time that all of them share."""
    return max(e.lo for e in extents) < min(e.hi for e in extents)


def _grow(entry: Entry, more: Sequence[str], events: Mapping[str, Event]) -> Entry:
    names = (*entry.documents, *(events[name].document for name in more))
    return msgspec.structs.replace(
        entry, events=(*entry.events, *more), documents=tuple(dict.fromkeys(names))
    )


def _written(document: Document) -> Extent | None:
    """About when a document was written, as far as happenings that it tells as news go."""
    if document.date.value is None:
        return None
    cell = parse_date(document.date.value).cell
    return Extent(cell.lo - APART_DAYS, cell.hi) if cell.lo != -inf else None
