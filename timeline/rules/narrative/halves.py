"""The half of the day of a clock time without a.m. or p.m.: the one in which the story stands.

"The train struck a lorry at 5.42 p.m. It had left Marrow at 5.20": twenty past five in the
afternoon. A time that is written with its half says so, and only for the times near it. "I was
there by eleven and stayed till half three": an hour as it is said goes on from the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...temporal.expression import Partial
from ...temporal.values import Moment, OneOf, TimeValue, Unresolved
from ..match import Match
from .shapes import is_clock

NOON = 12
HOUR = 60  # minutes
NEAR = 180  # minutes from the time told last within which the next is taken to lie
ONWARD = 480  # minutes after a time of the morning within which an hour that is said may lie
MORNING = 6  # o'clock
BLOCKS = 2  # how far on, in paragraphs, the half is remembered
SAID = frozenset(
    ("half-past", "half-hour-spoken", "quarter-past", "quarter-to", "minutes-past", "minutes-to")
) | {"minutes-to-spoken", "hour-spoken", "oclock"}
# Parts of the day by TIMEX3's codes, and about when they are: "on the evening of 3 May".
LATE = {"AF": 15 * HOUR, "EV": 20 * HOUR}
_MERIDIEM = re.compile(r"(?<![a-z])[ap]\.? ?m(?![a-z])", re.IGNORECASE)
_WHOLE = re.compile(r"\d{3}|^0\d|[:.]\d\d[:.]|hours|hrs|noon|midday|midnight", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b[^.!?]{0,80}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Half:
    """The time told last, in minutes of its day; past midnight it goes on after 24 hours.

    `late`: its half was said, or follows from what was: it is of the afternoon or the night.
    """

    minutes: int
    block: int
    section: int
    late: bool = True


def in_half(text: str, match: Match, half: Half | None, block: int, section: int) -> Match:
    """The match in the half of the day where the story is, if the words do not say."""
    expr = match.expr
    if half is None or half.section != section or block - half.block > BLOCKS:
        return match
    if match.type != "TIME" or not isinstance(expr, Partial) or not is_clock(expr):
        return match
    if expr.part is not None or expr.zone is not None or not 1 <= (expr.hour or 0) <= NOON:
        return match
    words = text[match.start : match.end]
    if _MERIDIEM.search(words) or _WHOLE.search(words):
        return match
    first = (expr.hour or 0) % NOON * HOUR + (expr.minute or 0)
    times = [first + half_days * NOON * HOUR for half_days in range(3)]
    if half.late:
        near = min(times, key=lambda time: abs(time - half.minutes))
        if abs(near - half.minutes) > NEAR or near < NOON * HOUR:
            return match
    else:
        near = times[1]
        onward = half.minutes < near <= half.minutes + ONWARD and times[0] < half.minutes
        looks_back = _HAD.search(text[max(0, match.start - 80) : match.start])
        if match.rule not in SAID or not onward or looks_back:
            return match
    return replace(match, expr=replace(expr, hour=near // HOUR % (2 * NOON)))


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
    if isinstance(value, Moment) and value.part in LATE:
        return Half(LATE[value.part], block, section)
    if not isinstance(value, Moment) or value.hour is None:
        return None
    minutes = value.hour * HOUR + (value.minute or 0)
    said = bool(_MERIDIEM.search(text[match.start : match.end]))
    if half is not None and is_clock(match.expr) and half.late:
        for time in (minutes, minutes + 2 * NOON * HOUR):
            if time >= NOON * HOUR and abs(time - half.minutes) <= NEAR:
                return Half(time, block, section)
    if value.hour >= NOON and (said or _was_moved(match, half)):
        return Half(minutes, block, section)
    return Half(minutes, block, section, late=False) if value.hour >= MORNING else None


def _was_moved(match: Match, half: Half | None) -> bool:
    """True for an hour of the afternoon because a morning went before it."""
    return half is not None and not half.late and match.rule in SAID and is_clock(match.expr)
