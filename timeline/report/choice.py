"""Which entries of a chronology are wanted, how fine, and where it is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec

from .. import chronology as out
from ..merge.names import ENTITIES, Name, are_one, bare_name, find_names, name_of
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
        names = _names(choice.about)
        entries = [e for e in entries if is_about(e, [events[n] for n in e.events], names)]
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


def _names(words: str) -> tuple[Name, ...]:
    """The name that a user writes, and the same without a role: "councillor Dean Osgood"."""
    bare = bare_name(words)
    return (name_of(words), bare) if bare else (name_of(words),)


def is_about(entry: out.Entry, events: Sequence[out.Event], names: Sequence[Name]) -> bool:
    """True if somebody of one of these names takes part, or the title tells the name.

    Titles and participants have names in the place of pronouns, where it is clear who is meant.
    """
    return _takes_part(events, names) or any(_is_in(name, entry.title) for name in names)


def count_about(timeline: out.Timeline, words: str) -> int:
    """How many events without a date somebody of this name takes part in."""
    undated = {one.event for one in timeline.undated}
    names = _names(words)
    return sum(e.id in undated and _takes_part([e], names) for e in timeline.events)


def find_told(timeline: out.Timeline, *, other_than: str) -> list[str]:
    """The names that dated events are told of, the most told first; descriptions are none."""
    undated = {one.event for one in timeline.undated}
    asked = _names(other_than)
    told: Counter[str] = Counter()
    for event in timeline.events:
        for one in (*event.participants, *event.places):
            if one.type not in ENTITIES or event.id in undated or event.time is None:
                continue
            # "the Health" and "of Mill Lane" are what is left of longer words.
            if one.text[:1].isupper() and not any(
                are_one(name, known) for known in find_names(one) for name in asked
            ):
                told[one.text.partition(",")[0]] += 1  # "Darren Pyke, of Mill Lane"
    return [text for text, _ in told.most_common()]


def _takes_part(events: Sequence[out.Event], names: Sequence[Name]) -> bool:
    found = (
        one
        for event in events
        for participant in (*event.participants, *event.places)
        for one in find_names(participant)
    )
    return any(are_one(one, name) for one in found for name in names)


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
