"""Years of a few digits in a story before Christ: "in 336 BC ... in 331 he founded it"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...temporal.expression import Partial
from ..match import Match
from .told import Told, last_of

RULE = "early-year"
_FEW_DIGITS = 1000
_ERA = re.compile(r"\b(?:AD|BC|CE|BCE|A\.D|B\.C|C\.E|B\.C\.E)(?!\w)", re.IGNORECASE)


def in_era(text: str, match: Match, told: Told | None) -> Match:
    """The match in the era that the story is told in, where its words name none."""
    expr = match.expr
    if told is None or not isinstance(expr, Partial) or expr.year is None:
        return match
    if match.rule != RULE and not _is_early(text, match, expr.year):
        return match
    last = last_of(told.value)
    if last is None or last.year > 0:
        return match
    return replace(match, expr=replace(expr, year=1 - expr.year))


def _is_early(text: str, match: Match, year: int) -> bool:
    """Whether its year has few digits and no era: "in June 331"."""
    return 0 < year < _FEW_DIGITS and not _ERA.search(text[match.start : match.end])
