"""The cheapest of the ways to shorten something: pairs of what is saved and what that loses."""

from __future__ import annotations

from itertools import count
from operator import neg

MOST = 24  # ways that are followed at a time
# Characters saved, what that loses, and the branches that are left out.
Way = tuple[int, float, tuple[int, ...]]


def both(one: list[Way], other: list[Way], wanted: int) -> list[Way]:
    """Join two lists of ways, each without ways that another one beats; the first does nothing."""
    if len(other) == 1:
        return one
    if len(one) == 1:
        saved, loss, branches = other[-1]
        return [*other[:-1], (min(saved, wanted), loss, branches)]
    width = len(other)
    together = [min(a + b, wanted) for a, _, _ in one for b, _, _ in other]
    costs = [c + d for _, c, _ in one for _, d, _ in other]
    return [
        (together[k], costs[k], one[k // width][2] + other[k % width][2])
        for k in _cheapest(together, costs, wanted)
    ]


def fewest(ways: list[Way], wanted: int) -> list[Way]:
    """Of several ways those that no other one beats in both."""
    return [ways[k] for k in _cheapest([way[0] for way in ways], [way[1] for way in ways], wanted)]


def _cheapest(saved: list[int], costs: list[float], wanted: int) -> list[int]:
    """The places of those ways."""
    best: list[int] = []
    most = -1
    for _, less, k in sorted(zip(costs, map(neg, saved), count(), strict=False)):
        if -less > most:
            best.append(k)
            most = -less
            if most >= wanted:
                break
    return best if len(best) <= MOST else [*best[: MOST - 1], best[-1]]
