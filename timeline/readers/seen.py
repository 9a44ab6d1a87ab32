"""A set of names that takes 10 to 13 bytes for each: there may be millions."""

from __future__ import annotations

from array import array
from hashlib import blake2b

_TABLES = 256  # that grow one by one: never is all of the set there twice
_SMALLEST = 16  # slots of a table


class Seen:
    """Knows which texts it was given, by 64 bits of a hash.

    Of ten million, two have the same with a chance of three in a million; the second then counts
    as seen.

    >>> seen = Seen()
    >>> seen.add("a"), seen.add("b"), seen.add("a")
    (True, True, False)
    """

    def __init__(self) -> None:
        self._tables = [_Table() for _ in range(_TABLES)]

    def add(self, text: str) -> bool:
        """Whether it is new."""
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(digest) or 1
        return self._tables[key % _TABLES].add(key)


class _Table:
    """Some of the keys, each in its slot or in the next one that was free; 0 is none."""

    __slots__ = ("_count", "_slots")

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _SMALLEST))
        self._count = 0

    def add(self, key: int) -> bool:
        place = self._find(key)
        if self._slots[place]:
            return False
        self._slots[place] = key
        self._count += 1
        if 5 * self._count > 4 * len(self._slots):
            self._grow()
        return True

    def _find(self, key: int) -> int:
        """The slot of a key, or the free one where it belongs."""
        slots, size = self._slots, len(self._slots)
        place = key // _TABLES % size
        while slots[place] and slots[place] != key:
            place = (place + 1) % size
        return place

    def _grow(self) -> None:
        old = self._slots
        self._slots = array("Q", bytes(8 * (len(old) + len(old) // 4)))
        for key in old:
            if key:
                self._slots[self._find(key)] = key
