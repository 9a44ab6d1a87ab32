"""Whether a probability means what it says, and what another threshold would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .marks import Pair

BINS = 10
STEPS = 20  # of the threshold from 0 to 1
CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Bin:
    """Marks with a confidence in [low, high): their number, mean confidence, and share right."""

    low: float
    high: float
    found: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Point:
    """What is left at a threshold: found marks, and those of them that are right (strict)."""

    threshold: float
    gold: int
    found: int
    right: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability diagram of found marks, and the curve of precision against recall.

    Marks without a confidence are in the curve at every threshold, and in no bin.
    """

    bins: tuple[Bin, ...] = ()
    curve: tuple[Point, ...] = ()

    @property
    def error(self) -> float | None:
        """Expected calibration error: the bins' mean distance of both shares, by size."""
        total = sum(b.found for b in self.bins)
        if not total:
            return None
        return sum(b.found * abs(b.confidence - b.right) for b in self.bins) / total


def measure_calibration(pairs: Sequence[Pair]) -> Calibration:
    """Return the diagram and the curve of matched marks."""
    rows = [(_confidence(pair), pair.exact) for pair in pairs if pair.found is not None]
    gold = sum(pair.gold is not None for pair in pairs)
    known = [(sure, exact) for sure, exact in rows if sure is not None]
    bins = []
    for step in range(BINS):
        low, high = step / BINS, (step + 1) / BINS
        inside = [r for r in known if low <= r[0] < high or (step == BINS - 1 and r[0] == 1)]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            right = sum(exact for _, exact in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, right))
    return Calibration(tuple(bins), tuple(_curve(rows, gold)) if known else ())


def _curve(rows: Sequence[tuple[float | None, bool]], gold: int) -> Iterator[Point]:
    """The points from low thresholds to high ones; those that change nothing are left out."""
    before = -1
    for step in range(STEPS):
        point = _point(rows, gold, step / STEPS)
        if point.found != before:
            yield point
        before = point.found


def _point(rows: Iterable[tuple[float | None, bool]], gold: int, threshold: float) -> Point:
    left = [exact for sure, exact in rows if sure is None or sure >= threshold]
    return Point(threshold, gold, len(left), sum(left))


def _confidence(pair: Pair) -> float | None:
    text = pair.found.get(CONFIDENCE) if pair.found else ""
    return float(text) if text else None
