"""Points in time with bounds, tied by what was stated about them, brought to one consistent order.

A point is the begin or the end of something. Statements are taken in order of precision; one that
cannot be true beside those before it is dropped, and what speaks against it is kept. Bounds are
propagated along the ties from a work-list to a fixed point: no closure over all pairs is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from .axis import Second

_FAR = 10**18  # s, 30 thousand million years: stands for infinity, so that cycles can be added up
_CHECKED = 4  # times that a point's bound moves before its chain is searched for a circle


class Point(NamedTuple):
    """The begin or the end of a named thing."""

    name: str
    is_end: bool = False


class Tie(NamedTuple):
    """`second` is at least `gap` seconds after `first`; a negative gap lets it be earlier."""

    first: Point
    second: Point
    gap: int = 0


class Range(NamedTuple):
    """A point lies from `lo` to `hi`, both included, in seconds; infinite where open."""

    point: Point
    lo: Second = -inf
    hi: Second = inf


class Statement(NamedTuple):
    """What one source says: all of it holds, or none. The lower `rank` is the more precise.

    A source of "" is what holds by its nature ("nothing ends before it begins") and is never
    named as a reason.
    """

    rank: int
    source: str
    ties: tuple[Tie, ...] = ()
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A statement that was dropped, and the sources of those it cannot be true beside."""

    dropped: Statement
    against: tuple[str, ...]


def lasting(begin: Point, end: Point, least: int, most: int | None = None) -> tuple[Tie, ...]:
    """Ties of a length in seconds: from `least` to `most`."""
    ties = (Tie(begin, end, least),)
    return ties if most is None else (*ties, Tie(end, begin, -most))


def same(first: Point, second: Point) -> tuple[Tie, ...]:
    """Ties of two points that are one."""
    return lasting(first, second, 0, 0)


class Network:
    """Points, their bounds, and the statements that were dropped (`contradictions`).

    `steps` counts the ties that were looked at: it grows with the text, not with its square.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = sorted(set(statements))
        self._number: dict[Point, int] = {}
        for one in self._statements:
            for point in _points_of(one):
                self._number.setdefault(point, len(self._number))
        count = len(self._number)
        self._sides = _Side(count), _Side(count)  # earliest; latest, with the sign turned
        for side, place in zip(self._sides, self._places(), strict=True):
            side.place = place
        self.steps = 0
        self.contradictions: tuple[Contradiction, ...] = ()
        self._add_all()

    def bounds(self, point: Point) -> tuple[Second, Second]:
        """First and last second where a point may lie; infinite where nothing bounds it."""
        number = self._number.get(point)
        if number is None:
            return -inf, inf
        lo, hi = self._sides[0].value[number], -self._sides[1].value[number]
        return lo if lo > -_FAR // 2 else -inf, hi if hi < _FAR // 2 else inf

    def reasons(self, point: Point, *, latest: bool = False) -> tuple[str, ...]:
        """The sources that give a point's first (or last) second, from the bounding one on."""
        number = self._number.get(point)
        if number is None:
            return ()
        chain = self._sides[latest].chain(number)
        named = (self._statements[statement].source for statement in reversed(chain))
        return tuple(dict.fromkeys(source for source in named if source))

    def precedes(self, first: Point, second: Point, gap: int = 0) -> bool:
        """True if `second` must lie at least `gap` seconds (0 or 1) after `first`."""
        if self.bounds(first)[1] + gap <= self.bounds(second)[0]:
            return True
        a, b = self._number.get(first), self._number.get(second)
        return a is not None and b is not None and self._leads(a, b, gap)

    def _leads(self, start: int, goal: int, gap: int) -> bool:
        """Whether ties that never go back lead from one point to another."""
        seen = {(start, 0)}
        todo = [(start, 0)]
        while todo:
            number, before = todo.pop()
            if number == goal and before >= gap:
                return True
            for other, length, _ in self._sides[0].ties[number]:
                after = (other, min(1, before + length))
                if length >= 0 and after not in seen:
                    seen.add(after)
                    todo.append(after)
        return False

    def _places(self) -> tuple[list[int], list[int]]:
        """For each side the rank of the points in which bounds travel: a forward tie goes up."""
        ahead: list[list[int]] = [[] for _ in self._number]
        for one in self._statements:
            for tie in one.ties:
                ahead[self._number[tie.first]].append(self._number[tie.second])
        order = _finished(ahead)
        place = [0] * len(order)
        for rank, number in enumerate(reversed(order)):
            place[number] = rank
        return place, [-rank for rank in place]

    def _add_all(self) -> None:
        """All at once if they agree; else the first half before the second, down to the one."""
        dropped: list[Contradiction] = []
        todo = [(0, len(self._statements))]
        while todo:
            start, end = todo.pop()
            if start == end:
                continue
            clash = self._try(range(start, end))
            if clash is None:
                continue
            if end - start > 1:
                half = (start + end) // 2
                todo += [(half, end), (start, half)]
                continue
            against = (self._statements[i].source for i in sorted(clash - {start}))
            named = tuple(dict.fromkeys(source for source in against if source))
            dropped.append(Contradiction(self._statements[start], named))
        self.contradictions = tuple(dropped)

    def _try(self, numbers: range) -> set[int] | None:
        """Add statements; where they do not agree, take them out and say which ones clash."""
        earliest, latest = self._sides
        for side in self._sides:
            side.begin()
        for number in numbers:
            for first, second, gap in self._statements[number].ties:
                a, b = self._number[first], self._number[second]
                earliest.tie(a, b, gap, number)
                latest.tie(b, a, gap, number)
        for number in numbers:
            for point, lo, hi in self._statements[number].ranges:
                if lo > -inf:
                    earliest.push(self._number[point], int(lo), number, -1)
                if hi < inf:
                    latest.push(self._number[point], -int(hi), number, -1)
        for side, other in ((earliest, latest), (latest, earliest)):
            clash = side.run(other)
            self.steps += side.steps
            if clash is not None:
                for one in self._sides:
                    one.undo()
                return clash
        return None


class _Side:
    """The earliest seconds of all points; of the latest, with the sign turned, it is the same.

    `value` only grows. `why` holds for each point the statement and the point that its bound comes
    from (-1: none).
    """

    def __init__(self, count: int) -> None:
        self.value = [-_FAR] * count
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

    def run(self, other: _Side) -> set[int] | None:
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


def _points_of(statement: Statement) -> Iterable[Point]:
    for first, second, _ in statement.ties:
        yield first
        yield second
    for point, _, _ in statement.ranges:
        yield point


def _finished(ahead: Sequence[Sequence[int]]) -> list[int]:
    """All points of a graph, each after those that it leads to (where no circle does)."""
    order: list[int] = []
    seen = [False] * len(ahead)
    for root in range(len(ahead)):
        if seen[root]:
            continue
        seen[root] = True
        path = [(root, 0)]
        while path:
            number, next_one = path.pop()
            if next_one == len(ahead[number]):
                order.append(number)
                continue
            path.append((number, next_one + 1))
            goal = ahead[number][next_one]
            if not seen[goal]:
                seen[goal] = True
                path.append((goal, 0))
    return order
