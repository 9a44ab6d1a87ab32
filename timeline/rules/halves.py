"""The half of the day of a clock time without a.m. or p.m.: the one in which the story stands.

"The train struck a lorry at 5.42 p.m. It had left Marrow at 5.20": twenty past five in the
afternoon. Only a time that is written with its half says so, and only for the times near it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..temporal.expression import Partial
from ..temporal.values import Moment, OneOf, TimeValue, Unresolved
from .match import Match
from .perspective import is_clock

NOON = 12
NEAR = 180  # minutes from the time told last within which the next is taken to lie
BLOCKS = 2  # how far on, in paragraphs, the half is remembered
_MERIDIEM = re.compile(r"(?<![a-z])[ap]\.? ?m(?![a-z])", re.IGNORECASE)
_WHOLE = re.compile(r"\d{3}|^0\d|[:.]\d\d[:.]|hours|hrs|noon|midday|midnight", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Half:
    """The afternoon time told last, in minutes of the day, where its half was said."""

    minutes: int
    block: int
    section: int


def in_half(text: str, match: Match, half: Half | None, block: int, section: int) -> Match:
    """The match in the afternoon where the story is there and the words do not say."""
    expr = match.expr
    if half is None or half.section != section or block - half.block > BLOCKS:
        return match
    if match.type != "TIME" or not isinstance(expr, Partial) or not is_clock(expr):
        return match
    if expr.part is not None or expr.zone is not None or not 1 <= (expr.hour or 0) < NOON:
        return match
    words = text[match.start : match.end]
    if _MERIDIEM.search(words) or _WHOLE.search(words):
        return match
    later = (expr.hour or 0) + NOON
    if abs(later * 60 + (expr.minute or 0) - half.minutes) > NEAR:
        return match
    return replace(match, expr=replace(expr, hour=later))


def next_half(
    text: str,
    match: Match,
    value: TimeValue | Unresolved | None,
    half: Half | None,
    block: int,
    section: int,
) -> Half | None:
    """What is remembered after a match: an afternoon time goes on, another date ends it."""
    if match.type == "SET" or not isinstance(value, (Moment, OneOf)):
        return half
    if not isinstance(value, Moment) or value.hour is None:
        return None
    minutes = value.hour * 60 + (value.minute or 0)
    said = bool(_MERIDIEM.search(text[match.start : match.end]))
    carried = half is not None and is_clock(match.expr) and abs(minutes - half.minutes) <= NEAR
    if value.hour < NOON or not (said or carried):
        return None
    return Half(minutes, block, section)
