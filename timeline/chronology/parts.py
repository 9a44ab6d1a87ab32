"""Parts of a chronology: what one document tells, and the entries that are wanted."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..temporal.edtf import parse_date
from ..temporal.values import Moment
from .documents import Time
from .timeline import Entry, Timeline


def of_document(timeline: Timeline, document: str) -> Timeline:
    """What a chronology says of one document; entries whose events are all its own."""
    events = {event.id for event in timeline.events if event.document == document}
    return msgspec.structs.replace(
        timeline,
        documents=tuple(d for d in timeline.documents if d.id == document),
        expressions=tuple(x for x in timeline.expressions if x.document == document),
        events=tuple(e for e in timeline.events if e.document == document),
        entries=tuple(e for e in timeline.entries if events.issuperset(e.events)),
        undated=tuple(u for u in timeline.undated if u.event in events),
        links=tuple(link for link in timeline.links if link.event in events),
        failures=(),
        gaps=(),
        corrections=(),
    )


def choose_entries(
    entries: Sequence[Entry],
    *,
    since: Moment | None = None,
    until: Moment | None = None,
    top: int | None = None,
    min_confidence: float | None = None,
) -> tuple[Entry, ...]:
    """The entries that may lie within the window, are sure enough, and matter most; order is kept.

    What is known at one end only ("until 30 April") is judged by that end. An entry without a
    confidence is not known to be unsure: it is kept. `top` counts by salience, then by order.
    """
    kept = [
        entry
        for entry in entries
        if _may_lie_within(entry.time, since, until) and _is_sure(entry.time, min_confidence)
    ]
    if top is not None and top < len(kept):
        ranked = sorted(range(len(kept)), key=lambda i: (-(kept[i].salience or 0.0), i))
        kept = [kept[i] for i in sorted(ranked[:top])]
    return tuple(kept)


def _may_lie_within(time: Time, since: Moment | None, until: Moment | None) -> bool:
    """True if the window meets the stretch from the first to the last known bound."""
    bounds = (time.begin.earliest, time.begin.latest, time.end.earliest, time.end.latest)
    known = [parse_date(bound).cell for bound in bounds if bound is not None]
    if not known:
        return True
    too_early = since and max(cell.hi for cell in known) <= since.cell.lo
    too_late = until and min(cell.lo for cell in known) >= until.cell.hi
    return not (too_early or too_late)


def _is_sure(time: Time, least: float | None) -> bool:
    return least is None or time.confidence is None or time.confidence >= least
