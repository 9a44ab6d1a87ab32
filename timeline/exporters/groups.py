"""Headings for a long chronology: years, in full ones months; where it is sparse, decades.

One that is sparse as a whole has decades or centuries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ..chronology import Time
from .cells import MONTHS, Point, read_point, write_century, write_year
from .dates import write_time

LONG = 24  # entries; fewer are seen at a glance
FULL = 8  # entries under a heading; more are told apart by the next finer unit
LEAST = 3  # entries that a heading has on the average, or it says no more than they do


def find_headings(times: Sequence[Time], long: int = LONG) -> Mapping[int, tuple[str, ...]]:
    """Headings by the place of the entry that they stand over, the coarser first; {} if short.

    An entry stands where it begins; one that is known by its end only, there. A heading that says
    no more than the date of its only entry is left out.
    """
    if len(times) < long:
        return {}
    points = [_place(time) for time in times]
    known = [point for point in points if point]
    coarsest = _choose(known)
    sparse = _find_sparse(known) if coarsest == YEAR else frozenset()
    sizes = Counter(unit(point) for point in known for unit in UNITS)
    headings: dict[int, tuple[str, ...]] = {}
    above: list[str] = []
    for place, point in enumerate(points):
        if point is None:
            continue
        now: list[str] = []
        # A decade whose years have an entry or two each is not divided into them.
        units = (_decade,) if _decade(point) in sparse else UNITS[coarsest:]
        for unit in units:
            now.append(unit(point))
            if sizes[now[-1]] <= FULL:
                break
        shared = sum(1 for one, other in zip(now, above, strict=False) if one == other)
        told = [
            name for name in now[shared:] if sizes[name] > 1 or name != write_time(times[place])
        ]
        if told:
            headings[place] = tuple(told)
        above = now
    return headings


def _place(time: Time) -> Point | None:
    known = time.begin.earliest or time.end.latest or time.begin.latest or time.end.earliest
    point = read_point(known) if known else None
    if point and point.year == 0 and time.end.latest:
        return read_point(time.end.latest)  # the first century AD is told as from the year 0
    return point


def _choose(points: Sequence[Point]) -> int:
    """The place of the finest unit whose headings have enough entries; months divide years only."""
    for place in (2, 1):
        if len({UNITS[place](point) for point in points}) * LEAST <= len(points):
            return place
    return 0


def _find_sparse(points: Sequence[Point]) -> frozenset[str]:
    """The decades in which years have too few entries for headings of their own."""
    sizes = Counter(_decade(point) for point in points)
    years = Counter(_decade(point) for point in {p.year: p for p in points}.values())
    return frozenset(name for name, count in sizes.items() if years[name] * LEAST > count)


def _century(point: Point) -> str:
    # Centuries BC end with the year 1 BC, which is 0.
    first = point.year // 100 * 100 if point.year > 0 else (point.year - 1) // 100 * 100 + 1
    return write_century(first) or write_year(point.year)


def _decade(point: Point) -> str:
    return _century(point) if point.year < 1000 else f"{point.year // 10 * 10}s"


def _year(point: Point) -> str:
    return write_year(point.year)


def _month(point: Point) -> str:
    return f"{MONTHS[point.month - 1]} {_year(point)}"


YEAR = 2  # place of the year among the units
UNITS: tuple[Callable[[Point], str], ...] = (_century, _decade, _year, _month)
