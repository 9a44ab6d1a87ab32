"""What is fuzzed: how a case is made from its own random numbers, and what it must survive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

# A case is bytes or text, or anything that repr() shows well enough to be looked at.
Make = Callable[[Random], Any]
Try = Callable[[Any], None]


@dataclass(frozen=True)
class Target:
    """`share` is its part of all cases; `seconds` of CPU time are what a case may take.

    `attempt` may raise a TimelineError, which is an answer; anything else is a crash, also an
    AssertionError for an answer that cannot be right.
    """

    name: str
    share: float
    make: Make
    attempt: Try
    seconds: float = 5.0


def case_random(seed: int, target: str, number: int) -> Random:
    """The random numbers of one case, whatever ran before it."""
    return Random(f"{seed}/{target}/{number}")
