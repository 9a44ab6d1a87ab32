"""From matches to dated expressions: a walk through the text that keeps the date being told.

Two clocks run through a text: the time of speaking (the document's own date) and the time that is
being told (the last date of the narrative). "two weeks ago" counts from the first, "two days later"
from the second; a bare month or weekday takes whichever the text is closer to. Reports keep a third
one, the period that their figures are given for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...annotation import DocumentDate, FromEvent, Passage, TemporalExpression
from ...document import Block
from ...temporal.values import Moment
from ..chronicle import find_opening
from ..cues import CueOf, read_cue
from ..customs import CUSTOMS, Customs
from ..match import Match
from ..matcher import find_matches
from ..named import NO_NAMES, NamedDates
from .walk import Walk
from .zero import find_zero, from_zero
from .zones import find_zone, in_zone

NO_EVENTS: Mapping[str, FromEvent] = {}


def resolve_matches(
    text: str,
    matches: Sequence[Match],
    date: DocumentDate,
    blocks: Sequence[Block] = (),
    cue_of: CueOf | None = None,
    customs: Customs = CUSTOMS,
    passages: Sequence[Passage] = (),
    from_events: Mapping[str, FromEvent] = NO_EVENTS,
) -> tuple[TemporalExpression, ...]:
    """Date every match, in text order; what cannot be dated keeps its reason.

    `from_events`: by the id of an expression, what it means where events have been dated already.

    In a passage with a date of its own that is the time of speaking, and nothing told outside of
    it is carried in.
    """
    walk = Walk(text, date, blocks, cue_of, customs, passages, from_events)
    zone = find_zone(text)
    zero = find_zero(text, matches)
    outermost = tuple(in_zone(from_zero(match, zero), zone) for match in _outermost(matches))
    if date.value is None and not passages:
        walk.opening = find_opening(text, outermost, blocks)
    found = [made for match in outermost for made in walk.read(match)]
    return tuple(sorted(found, key=lambda e: (e.start, -e.end)))


def find_expressions(
    text: str,
    date: Moment | None = None,
    *,
    day_first: bool | None = None,
    customs: Customs = CUSTOMS,
    named: NamedDates = NO_NAMES,
) -> tuple[TemporalExpression, ...]:
    """Find and date the expressions of a text by the rules alone: no parse, no spaCy.

    `date` is the document's own date; relative expressions stay unresolved without it.
    """
    given = DocumentDate(date, "given" if date else None)
    blocks = (Block(0, len(text), "paragraph"),)
    matches = find_matches(text, day_first=day_first, blocks=blocks, named=named)
    return resolve_matches(text, matches, given, blocks, lambda a, b: read_cue(text, a, b), customs)


def _outermost(matches: Sequence[Match]) -> Iterable[Match]:
    """The matches without those that stand again as an end of an interval."""
    inner = {end for match in matches for end in match.ends if end is not None}
    return (m for m in sorted(matches, key=lambda m: (m.start, -m.end)) if m not in inner)
