"""The order of two events' begins, as MATRES has it, against what our bounds and links settle.

A line gives document, the two words, the numbers of the two instances, and the relation: BEFORE,
AFTER, EQUAL, VAGUE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Literal, get_args

from ..annotation import Bounds
from ..errors import ReadError
from ..temporal.network import Network
from ..temporal.points import Point
from ..temporal.values import Moment
from .score import Tally

COLUMNS = 6
Order = Literal["BEFORE", "AFTER", "EQUAL", "VAGUE"]
Place = tuple[str, Bounds | None] | None  # an event's id and begin; None: it was not found
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Ordered:
    """A pair of events of a document, by the ids of their instances ("ei5")."""

    document: str
    first: str
    second: str
    order: Order


def is_order_file(path: Path) -> bool:
    """Whether the first line of a file looks like an ordered pair."""
    with path.open("rb") as stream:
        cells = stream.readline(1000).decode("utf-8", "replace").rstrip("\n").split("\t")
    return len(cells) == COLUMNS and cells[5] in ORDERS and cells[3].isdecimal()


def read_order(path: Path) -> Iterator[Ordered]:
    """The pairs of a file. Raises ReadError."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        cells = line.split("\t")
        order = next((name for name in ORDERS if name == cells[-1]), None)
        if len(cells) != COLUMNS or order is None:
            raise ReadError(f"{path}: line {number} is no ordered pair")
        yield Ordered(cells[0], f"ei{cells[3]}", f"ei{cells[4]}", order)


def compare_begins(first: Bounds | None, second: Bounds | None) -> Order:
    """What two begins settle; EQUAL only at one clock time: a day has room for both orders."""
    if first is None or second is None:
        return "VAGUE"
    if _last(first) < _first(second):
        return "BEFORE"
    if _last(second) < _first(first):
        return "AFTER"
    clock = first.earliest is not None and first.earliest.granularity.is_clock
    same = first == second and first.earliest == first.latest
    return "EQUAL" if clock and same else "VAGUE"


def order_of(first: Place, second: Place, network: Network) -> Order:
    """What the begins of two events settle or, where they leave it open, the document's links.

    Here the links that only the way of telling suggests count too.
    """
    if first is None or second is None:
        return "VAGUE"
    (one, a), (other, b) = first, second
    by_bounds = compare_begins(a, b)
    if by_bounds != "VAGUE":
        return by_bounds
    if network.precedes(Point(one), Point(other), 1):
        return "BEFORE"
    return "AFTER" if network.precedes(Point(other), Point(one), 1) else "VAGUE"


def score_order(pairs: Iterable[tuple[Order, Order]]) -> dict[str, Tally]:
    """(gold, ours) of pairs -> how many were decided, and how many of these are right.

    Pairs that people left VAGUE have no right answer and are not counted.
    """
    asked = [(gold, ours) for gold, ours in pairs if gold != "VAGUE"]
    return {name: _tally([pair for pair in asked if pair[0] in of]) for name, of in _GROUPS}


_GROUPS: Sequence[tuple[str, tuple[Order, ...]]] = (
    ("decided", ("BEFORE", "AFTER", "EQUAL")),
    ("before", ("BEFORE",)),
    ("after", ("AFTER",)),
    ("equal", ("EQUAL",)),
)


def _tally(pairs: Sequence[tuple[Order, Order]]) -> Tally:
    decided = [(gold, ours) for gold, ours in pairs if ours != "VAGUE"]
    return Tally(len(pairs), len(decided), sum(gold == ours for gold, ours in decided))


def _first(bounds: Bounds) -> float:
    return -inf if bounds.earliest is None else _lo(bounds.earliest)


def _last(bounds: Bounds) -> float:
    return inf if bounds.latest is None else bounds.latest.cell.hi - 1


def _lo(moment: Moment) -> float:
    return moment.cell.lo
