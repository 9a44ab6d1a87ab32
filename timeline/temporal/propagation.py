"""The bounds of points on one side, handed on along their ties until nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

FAR = 10**18  # s, 30 thousand million years: stands for infinity, so that cycles can be added up
_CHECKED = 4  # times that a point's bound moves before its chain is searched for a circle


class Side:
    """The earliest seconds of all points; of the latest, with the sign turned, it is the same.

    `value` only grows. `why` holds for each point the statement and the point that its bound comes
    from (-1: none).
    """

    def __init__(self, count: int) -> None:
        self.value = [-FAR] * count
        self.why: list[tuple[int, int]] = [(-1, -1)] * count
        self.ties: list[list[tuple[int, int, int]]] = [[] for _ in range(count)]
        self.place: Sequence[int] = ()
        self.begin()

    def begin(self) -> None:
        """Start a batch that can be undone."""
        self.steps = 0
        self._old: list[tuple[int, int, tuple[int, int]]] = []
        self._tied: list[int] = []
        self._queue: list[tuple[int, int]] = []
        self._waiting: set[int] = set()
        self._moved: dict[int, int] = {}

    def undo(self) -> None:
        """Take the batch back."""
        for number, value, why in reversed(self._old):
            self.value[number], self.why[number] = value, why
        for number in self._tied:
            self.ties[number].pop()

    def tie(self, first: int, second: int, gap: int, statement: int) -> None:
        """Add a tie; it is looked at when the batch runs."""
        self.ties[first].append((second, gap, statement))
        self._tied.append(first)
        self._wait(first)

    def push(self, number: int, value: int, statement: int, origin: int) -> bool:
        """Raise a point's bound; True if it was lower."""
        if value <= self.value[number]:
            return False
        self._old.append((number, self.value[number], self.why[number]))
        self.value[number], self.why[number] = value, (statement, origin)
        self._wait(number)
        return True

    def _wait(self, number: int) -> None:
        if number not in self._waiting:
            self._waiting.add(number)
            heappush(self._queue, (self.place[number], number))

    def run(self, other: Side) -> set[int] | None:
        """Hand bounds on until nothing moves; the statements that clash, where they do."""
        for number in sorted(self._waiting):
            if self.value[number] > -other.value[number]:
                return {*self.chain(number), *other.chain(number)}
        while self._queue:
            number = heappop(self._queue)[1]
            self._waiting.discard(number)
            for goal, gap, statement in self.ties[number]:
                self.steps += 1
                if not self.push(goal, self.value[number] + gap, statement, number):
                    continue
                if self.value[goal] > -other.value[goal]:
                    return {*self.chain(goal), *other.chain(goal)}
                moved = self._moved[goal] = self._moved.get(goal, 0) + 1
                if moved >= _CHECKED and moved & (moved - 1) == 0 and self._is_circle(goal):
                    return set(self.chain(goal))
        return None

    def _is_circle(self, number: int) -> bool:
        """True if a point's bound rests on itself: its ties add up to more than nothing."""
        seen = set()
        while number >= 0 and number not in seen:
            seen.add(number)
            number = self.why[number][1]
            self.steps += 1
        return number >= 0

    def chain(self, number: int) -> list[int]:
        """The statements that a bound rests on, from the last back to the first."""
        found: list[int] = []
        seen = set()
        while number >= 0 and number not in seen:
            seen.add(number)
            statement, number = self.why[number]
            if statement >= 0:
                found.append(statement)
        return found
