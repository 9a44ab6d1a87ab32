"""Points in time, and what a source says of them: how they lie to each other and on the axis."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from .axis import Second


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


def lasting(begin: Point, end: Point, least: int, most: int | None = None) -> tuple[Tie, ...]:
    """Ties of a length in seconds: from `least` to `most`."""
    ties = (Tie(begin, end, least),)
    return ties if most is None else (*ties, Tie(end, begin, -most))


def same(first: Point, second: Point) -> tuple[Tie, ...]:
    """Ties of two points that are one."""
    return lasting(first, second, 0, 0)
