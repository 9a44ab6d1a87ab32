"""Chronologies that were written before (-f json), read back."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..chronology import SCHEMA, Bounds, Event, Time, Timeline
from ..errors import ReadError, TimelineError
from ..temporal.edtf import parse_date
from ..temporal.granularity import Granularity

_HINT = "write one with timeline extract -f json"
_BOM = b"\xef\xbb\xbf"


def read_timeline(data: bytes, name: str) -> Timeline:
    """The chronology of a JSON file; `name` is told in errors. Raises ReadError."""
    try:
        timeline = msgspec.json.decode(data.removeprefix(_BOM), type=Timeline)
    except msgspec.ValidationError as error:
        raise ReadError(f"{name} is no chronology ({SCHEMA}): {lower(error)}", _HINT) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"{name} is no JSON: {lower(error)}", _HINT) from error
    except RecursionError as error:
        raise ReadError(f"{name} is nested too deep for a chronology", _HINT) from error
    for fault in find_faults(timeline):
        raise ReadError(f"{name} contradicts itself: {fault}", _HINT)
    return timeline


class _Corrected(msgspec.Struct):
    corrections: tuple[msgspec.Raw, ...] = ()


def count_corrections(data: bytes) -> int:
    """How many corrections by a person a JSON file holds; 0 where it is no chronology."""
    try:
        return len(msgspec.json.decode(data.removeprefix(_BOM), type=_Corrected).corrections)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return 0


def lower(error: Exception) -> str:
    """What a decoder says, as the end of a sentence."""
    text = " ".join(str(error).split()).rstrip(".")
    return text[:1].lower() + text[1:]


def find_faults(timeline: Timeline) -> Iterator[str]:
    """What a chronology names and does not have, and what is no date: a sentence each."""
    texts = {document.id: document.text for document in timeline.documents}
    events = {event.id: event for event in timeline.events}
    if len(texts) < len(timeline.documents) or len(events) < len(timeline.events):
        yield "an id stands for two things"
    for event in timeline.events:
        yield from _event_faults(event, texts)
    told: set[str] = set()
    for entry in timeline.entries:
        if not entry.events:
            yield f"the entry {entry.id!r} has no event"
        named = [*entry.events, *(conflict.event for conflict in entry.conflicts)]
        yield from (f"there is no event {name!r}" for name in named if name not in events)
        yield from (f"there is no document {n!r}" for n in entry.documents if n not in texts)
        yield from (f"the event {n!r} is in two entries" for n in entry.events if n in told)
        told.update(entry.events)
        if {events[name].document for name in entry.events if name in events} - {*entry.documents}:
            yield f"the entry {entry.id!r} does not name all its documents"
        for time in (entry.time, *(conflict.time for conflict in entry.conflicts)):
            yield from _time_faults(time)
    for one in timeline.undated:
        if one.event not in events:
            yield f"there is no event {one.event!r}"
    for correction in timeline.corrections:
        for changed in (correction.was, correction.now):
            yield from _time_faults(changed.time) if changed else ()


def _event_faults(event: Event, texts: dict[str, str]) -> Iterator[str]:
    if event.document not in texts:
        yield f"there is no document {event.document!r}"
        return
    length = len(texts[event.document])
    for start, end in ((event.start, event.end), (event.sentence.start, event.sentence.end)):
        if not 0 <= start <= end <= length:
            yield f"the event {event.id!r} lies outside its text"
    if event.time is not None:
        yield from _time_faults(event.time)


def _time_faults(time: Time) -> Iterator[str]:
    if time.granularity.upper() not in Granularity.__members__:
        yield f"there is no granularity {time.granularity!r}"
    for bounds in (time.begin, time.end):
        yield from _bound_faults(bounds)


def _bound_faults(bounds: Bounds) -> Iterator[str]:
    for text in (bounds.earliest, bounds.latest):
        try:
            if text is not None:
                parse_date(text)
        except TimelineError as error:
            yield error.message
