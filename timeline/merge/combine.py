"""Two entries as one: whose time, whose title, and what the other says instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..chronology import Conflict, Document, Entry, Event
from .alike import Verdict
from .profile import when_of

MAX_TITLE = 100  # characters; longer ones are whole sentences, not titles
_FINITE = ("PAST", "PRESENT", "FUTURE")


def combine(
    one: Entry,
    other: Entry,
    verdict: Verdict,
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
) -> Entry:
    """One entry with all mentions of two; "conflict" keeps the time that was not taken.

    A person's word stands. Of times that agree the more precise one is taken. Of others that of
    more documents, then the one that is not merely somebody's word, then the more precise.
    """

    def rank(entry: Entry) -> tuple[bool, bool, int, bool, float, bool, str]:
        when = when_of(entry.time)
        width = when.extent.hi - when.extent.lo
        support = -_support(entry, events) if verdict == "conflict" else 0
        claimed = verdict == "conflict" and _is_claim(entry, events)
        inferred = entry.time.basis in ("inferred", "document-date")
        by_person = "date" in entry.corrected or "added" in entry.corrected
        return (
            not by_person,
            inferred,
            support,
            claimed,
            width,
            entry.time.basis != "expression",
            entry.id,
        )

    main, rest = sorted((one, other), key=rank)
    known = set(main.events)
    conflicts = [*main.conflicts, *rest.conflicts]
    if verdict == "conflict":
        conflicts.append(_conflict(main, rest, events, documents))
    return Entry(
        id=main.id,
        time=main.time,
        title=main.title if "title" in main.corrected else _choose_title(main, rest, events),
        events=(*main.events, *(name for name in rest.events if name not in known)),
        documents=tuple(dict.fromkeys((*main.documents, *rest.documents))),
        conflicts=tuple(_distinct(main, conflicts)),
        salience=None,
        corrected=main.corrected,
    )


def _support(entry: Entry, events: Mapping[str, Event]) -> int:
    """How many documents stand behind the time of an entry."""
    others = {events[conflict.event].document for conflict in entry.conflicts}
    # A document that says both still stands behind the time that was taken from it.
    return len(set(entry.documents) - (others - {events[entry.events[0]].document}))


def _is_claim(entry: Entry, events: Mapping[str, Event]) -> bool:
    return events[entry.events[0]].attributed_to is not None


def _conflict(
    main: Entry, rest: Entry, events: Mapping[str, Event], documents: Mapping[str, Document]
) -> Conflict:
    """The time of the entry that gave way, with the reason why it did."""
    event = events[rest.events[0]]
    mine, yours = _support(main, events), _support(rest, events)
    first, second = when_of(main.time).extent, when_of(rest.time).extent
    if mine > yours:
        note = f"{mine} documents give the other date, {yours} this one"
    elif _is_claim(rest, events) and not _is_claim(main, events):
        note = f"on the word of {event.attributed_to}"
    elif first.hi - first.lo < second.hi - second.lo:
        note = "the other date is more precise"
    else:
        note = "nothing tells which is right"
    span = event.sentence
    quote = " ".join(documents[event.document].text[span.start : span.end].split())
    return Conflict(event=event.id, time=rest.time, note=note, quote=quote)


def _distinct(main: Entry, conflicts: list[Conflict]) -> Iterator[Conflict]:
    """Each other time once, in the order of the events' ids; none that agrees with the entry's."""
    own, seen = when_of(main.time).extent, set()
    for conflict in sorted(conflicts, key=lambda c: c.event):
        extent = when_of(conflict.time).extent
        if extent not in seen and own.intersect(extent) is None:
            seen.add(extent)
            yield conflict


def _choose_title(main: Entry, rest: Entry, events: Mapping[str, Event]) -> str:
    """The title of a finite clause that names who or what; else that of the entry with the time."""

    def worth(entry: Entry) -> tuple[bool, bool]:
        event = events[entry.events[0]]
        told = any(one.role in ("agent", "patient") for one in event.participants)
        finite = event.pos == "VERB" and event.tense in _FINITE
        return len(entry.title) <= MAX_TITLE and finite, told

    return rest.title if worth(rest) > worth(main) else main.title
