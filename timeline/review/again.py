"""Corrections found again in a new run: ids change when a text does, what it tells does not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from ..chronology import Correction, Entry, Time, Timeline
from ..difference import pair_entries
from ..exporters.dates import write_time
from .apply import Outcome, as_entry, correct

_WORD = re.compile(r"[^\W_]+")


def apply_again(timeline: Timeline, reviewed: Timeline) -> Outcome:
    """Do to a new chronology what a person did to an earlier one of the same documents.

    An entry is found again by its sentence and title. What is not found is told, and kept among the
    corrections as not applied, for a later run.
    """
    after = with_undated(timeline)
    names = pair_entries(_as_it_was(reviewed), after)
    current = {entry.id: entry for entry in after.entries}
    quotes = _find_quotes(after)
    timeline = _with_additions(timeline, reviewed)
    told: list[str] = []
    log: list[Correction] = []
    for one in reviewed.corrections:
        entry = one.now or one.was
        assert entry is not None
        if one.was is None:
            log.append(one)
            current[entry.id] = entry
            continue
        key = names.get(one.was.id, one.was.id) if one.applied else quotes.get(_key(one), "")
        target = current.pop(key, None)
        if target is None:
            told.append(
                f'nothing like "{entry.title}" ({write_time(entry.time)}) is left to correct'
            )
            log.append(replace(one, applied=False))
            continue
        if one.now is not None and one.now.time != one.was.time and _moved(one.was, target):
            found = write_time(target.time)
            told.append(f'"{target.title}" is now {found} in the text; the correction stays')
        again = replace(one, was=target, now=_redo(one, target), applied=True)
        if again.now is not None:
            current[key] = again.now
        log.append(again)
    return Outcome(correct(timeline, log), tuple(told))


def with_undated(timeline: Timeline) -> Timeline:
    """The chronology with the events that have no date as entries too."""
    events = {event.id: event for event in timeline.events}
    more = [as_entry(events[one.event]) for one in timeline.undated]
    return replace(timeline, entries=(*timeline.entries, *more))


def _as_it_was(reviewed: Timeline) -> Timeline:
    """The chronology before anybody corrected it."""
    entries = {entry.id: entry for entry in with_undated(reviewed).entries}
    for one in reversed(reviewed.corrections):
        if not one.applied:
            continue
        if one.now is not None:
            entries.pop(one.now.id, None)
        if one.was is not None:
            for name in one.was.events:
                entries.pop(name, None)
            entries[one.was.id] = one.was
    return replace(reviewed, entries=tuple(entries.values()))


def _redo(one: Correction, target: Entry) -> Entry | None:
    """The target with what the correction changed."""
    if one.was is None or one.now is None:
        return None
    return replace(
        target,
        time=one.now.time if one.now.time != one.was.time else target.time,
        title=one.now.title if one.now.title != one.was.title else target.title,
        corrected=one.now.corrected,
    )


def _moved(was: Entry, target: Entry) -> bool:
    return _bounds(was.time) != _bounds(target.time)


def _bounds(time: Time) -> tuple[object, ...]:
    return time.begin, time.end, time.shape


def _find_quotes(timeline: Timeline) -> Mapping[tuple[str, ...], str]:
    """Entries by the word and the sentence of their first event."""
    events = {event.id: event for event in timeline.events}
    texts = {document.id: document.text for document in timeline.documents}
    found: dict[tuple[str, ...], str] = {}
    for entry in timeline.entries:
        event = events[entry.events[0]]
        quote = texts[event.document][event.sentence.start : event.sentence.end]
        found.setdefault((event.trigger, *_WORD.findall(quote)), entry.id)
    return found


def _key(one: Correction) -> tuple[str, ...]:
    return one.trigger, *_WORD.findall(one.quote)


def _with_additions(timeline: Timeline, reviewed: Timeline) -> Timeline:
    """The chronology with the documents of a person's own rows, unless it has them already."""
    known = {document.id for document in timeline.documents}
    wanted = {
        name
        for one in reviewed.corrections
        if one.was is None and one.now is not None
        for name in one.now.documents
    } - known
    return replace(
        timeline,
        documents=(*timeline.documents, *(d for d in reviewed.documents if d.id in wanted)),
        events=(*timeline.events, *(e for e in reviewed.events if e.document in wanted)),
    )
