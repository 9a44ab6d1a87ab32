"""Allen's thirteen relations between intervals, under TimeML's names: inverse and composition.

A relation is the order of two intervals' ends, four point relations; everything else is computed
from those. TimeML has no name for an overlap: it is exported as VAGUE.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache
from itertools import combinations

from .axis import Extent, Second


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


ALL = frozenset(Relation)

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
# TimeML's other names for what is one relation of intervals; DURING as TempEval-3 counts it.
_ALIASES = {
    "IDENTITY": Relation.SIMULTANEOUS,
    "DURING": Relation.SIMULTANEOUS,
    "DURING_INV": Relation.SIMULTANEOUS,
}
_UNNAMED = {Relation.OVERLAPS, Relation.OVERLAPPED_BY}
VAGUE = "VAGUE"

Pair = tuple[Second, Second]  # begin, end; begin is before end


def relation_of(a: Extent | Pair, b: Extent | Pair) -> Relation:
    """How `a` lies to `b`; raises ValueError where one has no length.

    >>> relation_of((0, 2), (2, 3)).value
    'IBEFORE'
    """
    (a0, a1), (b0, b1) = _pair(a), _pair(b)
    return _POINTS[_order(a0, b0), _order(a0, b1), _order(a1, b0), _order(a1, b1)]


def _pair(value: Extent | Pair) -> Pair:
    begin, end = (value.lo, value.hi) if isinstance(value, Extent) else value
    if not begin < end:
        raise ValueError(f"no interval: {begin} to {end}")
    return begin, end


def _order(a: Second, b: Second) -> Order:
    return (a > b) - (a < b)


def inverse(relation: Relation) -> Relation:
    """How the second lies to the first: every point relation turned round."""
    begin_begin, begin_end, end_begin, end_end = _OF_RELATION[relation]
    return _POINTS[-begin_begin, -end_begin, -begin_end, -end_end]


def compose(first: Relation, second: Relation) -> frozenset[Relation]:
    """How a may lie to c if a lies `first` to b and b lies `second` to c."""
    return _table()[first, second]


def compose_any(firsts: Iterable[Relation], seconds: Iterable[Relation]) -> frozenset[Relation]:
    """The same where several relations are possible on either side."""
    seconds = tuple(seconds)
    return frozenset().union(*(compose(a, b) for a in firsts for b in seconds))


@cache
def _table() -> dict[tuple[Relation, Relation], frozenset[Relation]]:
    """All compositions: three intervals have six ends, so six points show every order of them."""
    intervals = tuple(combinations(range(6), 2))
    lies = {(a, b): relation_of(a, b) for a in intervals for b in intervals}
    found: dict[tuple[Relation, Relation], set[Relation]] = {
        (first, second): set() for first in Relation for second in Relation
    }
    for (a, b), first in lies.items():
        for c in intervals:
            found[first, lies[b, c]].add(lies[a, c])
    return {pair: frozenset(relations) for pair, relations in found.items()}


def to_rel_type(relation: Relation) -> str:
    """TimeML's relType; VAGUE for an overlap."""
    return VAGUE if relation in _UNNAMED else relation.value


def from_rel_type(name: str) -> frozenset[Relation]:
    """The relations that a relType allows: one, or all for VAGUE and for names TimeML lacks."""
    if name in _ALIASES:
        return frozenset({_ALIASES[name]})
    return frozenset({Relation(name)}) if name in Relation.__members__ else ALL
