"""Which entries are compared at all: those of one kind that share a name, near each other in time.

Each stands in a block for every kind and name that it has, in the order of its times, and is
compared with the next ones of its blocks. After a change only those are looked at again that have
others next to them: the work of all rounds grows with the number of entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from .alike import Likeness, compare, farthest
from .names import Key, keys_of
from .profile import Profile

REACH = 16  # entries of one block, next in time, that one is compared with

Pair = tuple[int, int]  # the numbers of two entries, the smaller first
_Order = tuple[float, float, str]
_Name = tuple[str, Key, bool]  # a kind, a word of a name, whether the name is a place's


@dataclass(slots=True)
class _Block:
    """Entries in the order of their times, as they stood when they were last looked at.

    `alike` has the pairs of an entry with those of the next ones that are alike. `added` and
    `removed` wait for the next look. What is empty is None: there are more blocks than entries.
    """

    members: Sequence[int] = ()
    alike: dict[int, list[Pair]] | None = None
    added: list[int] | None = None
    removed: set[int] | None = None

    def add(self, number: int) -> None:
        """Put an entry in, at the next look."""
        if self.added is None:
            self.added = []
        self.added.append(number)

    def remove(self, number: int) -> None:
        """Take an entry out, at the next look."""
        if self.removed is None:
            self.removed = set()
        self.removed.add(number)

    def settle(self, orders: Mapping[int, _Order]) -> tuple[Sequence[int], set[int]]:
        """Put in what was added, take out what was removed.

        Returns the members as they stood, and those that have others next to them than before: a
        block of a busy name is not gone through for one new member.
        """
        stood, moved = self.members, set[int]()
        added: Sequence[int] = self.added or ()
        removed: Set[int] = self.removed or frozenset()
        self.added = self.removed = None
        if len(stood) + len(added) <= REACH:  # most blocks: all are next to each other
            kept = sorted((n for n in (*stood, *added) if n not in removed), key=orders.__getitem__)
            self.members, self.alike = tuple(kept), None
            return stood, set(kept)
        new = [number for number in added if number not in removed]
        members = [n for n in stood if n not in removed]
        members += new
        members.sort(key=orders.__getitem__)
        self.members = members
        for those, changed in ((stood, removed), (members, set(new))):
            for place in [p for p, number in enumerate(those) if number in changed]:
                moved.update(those[max(0, place - REACH) : place + 1])
        if self.alike is not None:
            for number in removed:
                self.alike.pop(number, None)
        moved -= removed
        return stood, moved


@dataclass(slots=True)
class Blocks:
    """Entries, by number, in blocks, and which of them are alike."""

    profiles: dict[int, Profile] = field(default_factory=dict)
    _orders: dict[int, _Order] = field(default_factory=dict)
    _blocks: dict[_Name, _Block] = field(default_factory=dict)
    _changed: dict[_Name, _Block] = field(default_factory=dict)
    _known: dict[Pair, Likeness] = field(default_factory=dict)

    def add(self, number: int, profile: Profile) -> None:
        """Put an entry in; it is known by a number that no other had."""
        extent = profile.when.extent
        self.profiles[number] = profile
        self._orders[number] = extent.lo, extent.hi, profile.id
        for name in _blocks_of(profile):
            self._change(name).add(number)

    def remove(self, numbers: set[int]) -> None:
        """Take entries out."""
        for number in numbers & self.profiles.keys():
            del self._orders[number]
            for name in _blocks_of(self.profiles.pop(number)):
                self._change(name).remove(number)

    def _change(self, name: _Name) -> _Block:
        """The block of a name, to be looked at again."""
        block = self._changed[name] = self._blocks.setdefault(name, _Block())
        return block

    def find_alike(self) -> dict[Pair, Likeness]:
        """The pairs of one happening among those that are near each other in a block."""
        for name, block in self._changed.items():
            stood, moved = block.settle(self._orders)
            self._look(name, block, stood, moved)
            if not block.members:
                del self._blocks[name]
        self._changed = {}
        blocks = self._blocks.values()
        near = (p for b in blocks if b.alike for found in b.alike.values() for p in found)
        self._known = {pair: self._known[pair] for pair in near}
        return self._known

    def find_before(self, profile: Profile, limit: float) -> set[int]:
        """Those that share a block, began before the limit (s) and are the last of that block."""
        near: set[int] = set()
        for name in _blocks_of(profile):
            block = self._blocks.get(name)
            members = block.members if block else ()
            end = bisect_left(members, limit, key=lambda n: self._orders[n][0])
            near.update(members[max(0, end - REACH) : end])
        return near

    def _look(self, name: _Name, block: _Block, stood: Sequence[int], moved: set[int]) -> None:
        """Compare those who moved with the next ones, but for pairs that were compared before."""
        if len(block.members) < 2 or not self._may_pair(name, block.members):
            block.alike = None
            return
        places = {number: place for place, number in enumerate(stood)}
        profiles, known = self.profiles, self._known
        alike = block.alike or {}
        for place, one in enumerate(block.members):
            if one not in moved:
                continue
            found = []
            mine = places.get(one)
            for other in self._next(name, block.members, place):
                pair = (one, other) if one < other else (other, one)
                if pair not in known:
                    theirs = places.get(other)
                    if mine is not None and theirs is not None and theirs - mine <= REACH:
                        continue
                    likeness = compare(profiles[one], profiles[other])
                    if likeness is None:
                        continue
                    known[pair] = likeness
                found.append(pair)
            if found:
                alike[one] = found
            else:
                alike.pop(one, None)
        block.alike = alike or None

    def _next(self, name: _Name, members: Sequence[int], place: int) -> Iterator[int]:
        """Those that one is compared with: the next in time, not far away, that may be the same."""
        kind, key, is_place = name
        profiles = self.profiles
        one = profiles[members[place]]
        told = bool(one.agents or one.patients)
        end = one.when.extent.hi + (0 if is_place else farthest(kind))
        short = key.spelt and _is_short(one, key)
        for number in members[place + 1 : place + 1 + REACH]:
            other = profiles[number]
            if other.when.extent.lo >= end:
                return
            # Two accounts of one happening share more than a place, where both tell of somebody.
            if is_place and told and (other.agents or other.patients):
                continue
            # "NATO" and what its initials spell; two names that these spell are not one so.
            if key.spelt and short == _is_short(other, key):
                continue
            yield number

    def _may_pair(self, name: _Name, members: Sequence[int]) -> bool:
        """Whether any two of a block can be one: initials, and a name that they may stand for."""
        key = name[1]
        return not key.spelt or 0 < sum(_is_short(self.profiles[n], key) for n in members) < len(
            members
        )


def _blocks_of(profile: Profile) -> set[_Name]:
    names = (*profile.core, *profile.others)
    words = {(key, False) for name in names for key in keys_of(name)}
    words |= {(key, True) for name in profile.places for key in keys_of(name)}
    return {(kind, *word) for kind in profile.kinds for word in words}


def _is_short(profile: Profile, key: Key) -> bool:
    return any(name.words == (key.word,) for name in profile.names)
