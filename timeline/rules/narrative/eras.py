"""Years of a few digits in a story before Christ: "in 336 BC ... in 331 he founded it"."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Partial
from ..match import Match
from .told import Told, last_of

RULE = "early-year"


def in_era(match: Match, told: Told | None) -> Match:
    """The match in the era that the story is told in, where its words name none."""
    expr = match.expr
    if match.rule != RULE or told is None or not isinstance(expr, Partial) or expr.year is None:
        return match
    last = last_of(told.value)
    if last is None or last.year > 0:
        return match
    return replace(match, expr=replace(expr, year=1 - expr.year))
