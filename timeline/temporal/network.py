"""Points in time with bounds, tied by what was stated about them, brought to one consistent order.

A point is the begin or the end of something. Statements are taken in order of precision; one that
cannot be true beside those before it is dropped, and what speaks against it is kept. Bounds are
propagated along the ties from a work-list to a fixed point: no closure over all pairs is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from .axis import Second
from .points import Point, Statement
from .propagation import FAR, Side


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A statement that was dropped, and the sources of those it cannot be true beside."""

    dropped: Statement
    against: tuple[str, ...]


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
        self._sides = Side(count), Side(count)  # earliest; latest, with the sign turned
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
        return lo if lo > -FAR // 2 else -inf, hi if hi < FAR // 2 else inf

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
