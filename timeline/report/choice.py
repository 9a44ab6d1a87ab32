"""Which entries of a chronology are wanted, how fine, and where it is silent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec

from .. import chronology as out
from ..merge.names import Name, are_one, find_names, name_of
from ..temporal.values import Moment
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
    if choice.about:
        name = name_of(choice.about)
        entries = [e for e in entries if is_about(e, [events[n] for n in e.events], name)]
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


def is_about(entry: out.Entry, events: Sequence[out.Event], name: Name) -> bool:
    """True if somebody of this name takes part, or the title tells the name.

    Titles and participants have names in the place of pronouns, where it is clear who is meant.
    """
    found = (
        one
        for event in events
        for participant in (*event.participants, *event.places)
        for one in find_names(participant)
    )
    return any(are_one(one, name) for one in found) or _is_in(name, entry.title)


def _is_in(name: Name, title: str) -> bool:
    words = title.replace("’", "'").replace("'s", "").replace(",", " ,").split()
    small, length = [word.lower() for word in words], len(name.words)
    for place in range(len(words) - length + 1):
        after = words[place + length : place + length + 1]
        # "Vik" is not in "Vik Shipping bought it", whose name goes on.
        if tuple(small[place : place + length]) == name.words and not any(
            word[0].isupper() for word in after
        ):
            return True
    return False
