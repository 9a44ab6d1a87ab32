"""Which entries are compared at all: those of one kind that share a name, near each other in time.

Each stands in a block for every kind and name that it has, in the order of its times, and is
compared with the next ones of its blocks. Blocks in which nothing has changed are not looked at
again: the work of all rounds grows with the number of entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .alike import Likeness, compare, farthest
from .names import Key, keys_of
from .profile import Profile

REACH = 16  # entries of one block, next in time, that one is compared with

Pair = tuple[int, int]  # the numbers of two entries, the smaller first
_Block = tuple[str, Key, bool]  # a kind, a word of a name, whether the name is a place's


@dataclass(slots=True)
class Blocks:
    """Entries, by number, in blocks, and which of them are alike."""

    profiles: dict[int, Profile] = field(default_factory=dict)
    _members: dict[_Block, list[int]] = field(default_factory=dict)
    _alike: dict[_Block, list[Pair]] = field(default_factory=dict)
    _known: dict[Pair, Likeness] = field(default_factory=dict)
    # As they stood when they were last looked at: who was near whom then need not be compared.
    _changed: dict[_Block, list[int]] = field(default_factory=dict)

    def add(self, number: int, profile: Profile) -> None:
        """Put an entry in; it is known by a number that no other had."""
        self.profiles[number] = profile
        for block in _blocks_of(profile):
            members = self._members.setdefault(block, [])
            if block not in self._changed:
                self._changed[block] = list(members)
            members.append(number)

    def remove(self, numbers: set[int]) -> None:
        """Take entries out."""
        touched = {block for n in numbers for block in _blocks_of(self.profiles[n])}
        for block in touched:
            members = self._members[block]
            self._changed.setdefault(block, members)
            self._members[block] = [n for n in members if n not in numbers]
        for number in numbers:
            del self.profiles[number]

    def find_alike(self) -> dict[Pair, Likeness]:
        """The pairs of one happening among those that are near each other in a block."""
        for block, before in self._changed.items():
            members = self._members[block]
            members.sort(key=self._order)
            found = self._look(block, members, before)
            if found:
                self._alike[block] = found
            else:
                self._alike.pop(block, None)
            if not members:
                del self._members[block]
        self._changed = {}
        near = (pair for found in self._alike.values() for pair in found)
        self._known = {pair: self._known[pair] for pair in near}
        return self._known

    def find_before(self, profile: Profile, limit: float) -> set[int]:
        """Those that share a block, began before the limit (s) and are the last of that block."""
        near: set[int] = set()
        for block in _blocks_of(profile):
            members = self._members.get(block, ())
            end = bisect_left(members, limit, key=lambda n: self.profiles[n].when.extent.lo)
            near.update(members[max(0, end - REACH) : end])
        return near

    def _order(self, number: int) -> tuple[float, float, str]:
        profile = self.profiles[number]
        return profile.when.extent.lo, profile.when.extent.hi, profile.id

    def _look(self, block: _Block, members: Sequence[int], before: Sequence[int]) -> list[Pair]:
        if len(members) < 2:
            return []
        stood = {number: place for place, number in enumerate(before)}
        found = []
        for one, other in self._near(block, members):
            pair = (one, other) if one < other else (other, one)
            if pair not in self._known:
                if one in stood and other in stood and stood[other] - stood[one] <= REACH:
                    continue
                likeness = compare(self.profiles[one], self.profiles[other])
                if likeness is None:
                    continue
                self._known[pair] = likeness
            found.append(pair)
        return found

    def _near(self, block: _Block, members: Sequence[int]) -> Iterator[Pair]:
        """The pairs of a block that are not far apart in time, the earlier first."""
        kind, key, is_place = block
        everyone = set(members)
        # "NATO" and what its initials spell; two names that these spell are not one so.
        short = {n for n in members if _is_short(self.profiles[n], key)} if key.spelt else everyone
        long = everyone - short if key.spelt else everyone
        # Two accounts of one happening share more than a place, where both tell of somebody.
        bare = {n for n in members if not self.profiles[n].core} if is_place else everyone
        apart = 0 if is_place else farthest(kind)
        if not (short and long and bare):
            return
        for place, one in enumerate(members):
            end = self.profiles[one].when.extent.hi + apart
            for other in members[place + 1 : place + 1 + REACH]:
                if self.profiles[other].when.extent.lo >= end:
                    break
                if one not in bare and other not in bare:
                    continue
                if (one in short and other in long) or (one in long and other in short):
                    yield one, other


def _blocks_of(profile: Profile) -> set[_Block]:
    names = (*profile.core, *profile.others)
    words = {(key, False) for name in names for key in keys_of(name)}
    words |= {(key, True) for name in profile.places for key in keys_of(name)}
    return {(kind, *word) for kind in profile.kinds for word in words}


def _is_short(profile: Profile, key: Key) -> bool:
    return any(name.words == (key.word,) for name in profile.names)
