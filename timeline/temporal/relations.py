"""Allen's thirteen relations between intervals, under TimeML's names, and as ties of their ends.

A relation is the order of two intervals' ends, four point relations; everything else is computed
from those. TimeML has no name for an overlap.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum

from .points import Point, Tie


class Relation(Enum):
    """How an interval lies to another; the names are TimeML's relType, but for the overlaps."""

    BEFORE = "BEFORE"
    IBEFORE = "IBEFORE"
    OVERLAPS = "OVERLAPS"
    BEGINS = "BEGINS"
    IS_INCLUDED = "IS_INCLUDED"
    ENDS = "ENDS"
    SIMULTANEOUS = "SIMULTANEOUS"
    ENDED_BY = "ENDED_BY"
    INCLUDES = "INCLUDES"
    BEGUN_BY = "BEGUN_BY"
    OVERLAPPED_BY = "OVERLAPPED_BY"
    IAFTER = "IAFTER"
    AFTER = "AFTER"


Order = int  # -1 earlier, 0 at the same point, 1 later
Points = tuple[Order, Order, Order, Order]

# The order of (begin, begin), (begin, end), (end, begin), (end, end) of the first to the second.
_POINTS: dict[Points, Relation] = {
    (-1, -1, -1, -1): Relation.BEFORE,
    (-1, -1, 0, -1): Relation.IBEFORE,
    (-1, -1, 1, -1): Relation.OVERLAPS,
    (0, -1, 1, -1): Relation.BEGINS,
    (1, -1, 1, -1): Relation.IS_INCLUDED,
    (1, -1, 1, 0): Relation.ENDS,
    (0, -1, 1, 0): Relation.SIMULTANEOUS,
    (-1, -1, 1, 0): Relation.ENDED_BY,
    (-1, -1, 1, 1): Relation.INCLUDES,
    (0, -1, 1, 1): Relation.BEGUN_BY,
    (1, -1, 1, 1): Relation.OVERLAPPED_BY,
    (1, 0, 1, 1): Relation.IAFTER,
    (1, 1, 1, 1): Relation.AFTER,
}
_OF_RELATION = {relation: points for points, relation in _POINTS.items()}
_ENDS = ((False, False), (False, True), (True, False), (True, True))


def inverse(relation: Relation) -> Relation:
    """How the second lies to the first: every point relation turned round."""
    begin_begin, begin_end, end_begin, end_end = _OF_RELATION[relation]
    return _POINTS[-begin_begin, -end_begin, -begin_end, -end_end]


def ties_of(first: str, second: str, relations: Collection[Relation]) -> tuple[Tie, ...]:
    """What some relations of one named thing to another all say of their begins and ends.

    >>> ties_of("a", "b", {Relation.BEFORE})[2] == Tie(Point("a", True), Point("b"), 1)
    True
    """
    columns = zip(*(_OF_RELATION[relation] for relation in relations), strict=True)
    return tuple(
        tie
        for (one, other), orders in zip(_ENDS, columns, strict=True)
        for tie in _ties(Point(first, one), Point(second, other), set(orders))
    )


def _ties(a: Point, b: Point, orders: set[Order]) -> Iterator[Tie]:
    """The ties of two points that may lie in some orders."""
    gap = 0 if 0 in orders else 1
    if 1 not in orders:
        yield Tie(a, b, gap)
    if -1 not in orders:
        yield Tie(b, a, gap)
