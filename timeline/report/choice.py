"""Which entries of a chronology are wanted, how fine, and where it is silent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec

from .. import chronology as out
from ..temporal.values import Moment
from .about import Asked
from .coarse import coarsen, find_gaps


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted; None and the default: all.

    `status` is that of an entry's first event. `about` is the name of somebody or something that
    takes part. `granularity` is the finest that dates are told with. `gaps`: the stretches without
    an entry of more than so many days, 0 for what is long in this chronology.
    """

    since: Moment | None = None
    until: Moment | None = None
    status: Collection[str] | None = None
    about: str | None = None
    top: int | None = None
    min_confidence: float | None = None
    granularity: str | None = None
    gaps: int | None = None


def choose(timeline: out.Timeline, choice: Choice) -> out.Timeline:
    """A chronology with those of its entries that are wanted; all else stays complete."""
    events = {event.id: event for event in timeline.events}
    entries: Sequence[out.Entry] = timeline.entries
    if choice.status:
        entries = [e for e in entries if events[e.events[0]].status in choice.status]
    if choice.about is not None:
        asked = Asked.of(choice.about)
        entries = [e for e in entries if asked.is_in(e, [events[n] for n in e.events])]
    entries = out.choose_entries(
        entries,
        since=choice.since,
        until=choice.until,
        top=choice.top,
        min_confidence=choice.min_confidence,
    )
    if choice.granularity:
        entries = coarsen(entries, choice.granularity)
    gaps = () if choice.gaps is None else find_gaps(entries, choice.gaps)
    return msgspec.structs.replace(timeline, entries=tuple(entries), gaps=tuple(gaps))
