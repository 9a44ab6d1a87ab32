"""How much an entry matters: a documented sum of what makes a reader look."""

from __future__ import annotations

from collections.abc import Sequence

from ..annotation import Anchor, Annotated, Event
from ..temporal.granularity import Granularity

# Weights; they sum to 1. Lead: the earlier in the text the better, as news is written. Mentions:
# told again and again. Explicit: dated to the day by an expression. Named: a name takes part.
LEAD, HEADLINE, MENTIONS, EXPLICIT, NAMED, HAPPENED = 0.3, 0.15, 0.2, 0.15, 0.1, 0.1
MANY = 3  # mentions after the first that count
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT"})


def salience_of(annotated: Annotated, events: Sequence[Event], anchor: Anchor) -> float:
    """From 0 to 1, three decimals."""
    length = max(len(annotated.document.text), 1)
    first = min(event.start for event in events)
    score = LEAD * (1 - first / length)
    opening = annotated.sentences[0] if annotated.sentences else (0, 0)
    if any(opening[0] <= event.start < opening[1] for event in events):
        score += HEADLINE
    score += MENTIONS * min(len({e.sentence for e in events}) - 1, MANY) / MANY
    if anchor.basis in ("expression", "relative") and anchor.granularity <= Granularity.DAY:
        score += EXPLICIT
    if any(p.type in NAMES for event in events for p in event.participants):
        score += NAMED
    if any(event.status == "happened" for event in events):
        score += HAPPENED
    return round(score, 3)
