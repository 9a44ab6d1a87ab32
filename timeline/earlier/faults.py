"""What a chronology that was saved, and perhaps edited, may get wrong.

All that is written from it again relies on what is checked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from ..chronology import (
    Bounds,
    Document,
    Entry,
    Event,
    Evidence,
    Expression,
    Gap,
    Participant,
    Time,
    Timeline,
)
from ..errors import TimelineError
from ..temporal.edtf import parse_date
from ..temporal.granularity import Granularity

# Notations and codes that the program alone chooses. TimeML's own (a value, a class, a relation)
# may come from a source and say anything.
_CODE = re.compile(r"[\x20-\x7e]{0,400}")
MOST = 1 << 31  # of lines, pages and days


def find_faults(timeline: Timeline) -> Iterator[str]:
    """What it names and does not have, what is no date, no place, no code: a sentence each."""
    texts = {document.id: document.text for document in timeline.documents}
    events = {event.id: event for event in timeline.events}
    kinds: tuple[Iterable[Document | Event | Entry | Expression], ...] = (
        timeline.documents, timeline.events, timeline.entries, timeline.expressions,
    )  # fmt: skip
    if any(count > 1 for kind in kinds for count in Counter(one.id for one in kind).values()):
        yield "an id stands for two things"
    for document in timeline.documents:
        yield from _document_faults(document)
    for expression in timeline.expressions:
        yield from _expression_faults(expression, texts)
    for event in timeline.events:
        yield from _event_faults(event, texts)
    yield from _entries_faults(timeline, events, texts)
    for one in timeline.undated:
        if one.event not in events:
            yield f"there is no event {one.event!r}"
    for gap in timeline.gaps:
        yield from _gap_faults(gap)
    for correction in timeline.corrections:
        for changed in (correction.was, correction.now):
            yield from _time_faults(changed.time) if changed else ()
    if timeline.provenance.reading_date is not None:
        yield from _date_faults(timeline.provenance.reading_date)


def _document_faults(document: Document) -> Iterator[str]:
    date = document.date
    yield from _code_faults(document.language, date.basis)
    yield from _date_faults(date.value, *(other.value for other in date.alternatives))
    yield from _share_faults(date.confidence)
    if date.evidence and date.evidence.start is not None:
        end = date.evidence.end if date.evidence.end is not None else -1
        if not 0 <= date.evidence.start <= end <= len(document.text):
            yield f"the date of {document.id!r} lies outside its text"


def _expression_faults(found: Expression, texts: Mapping[str, str]) -> Iterator[str]:
    if found.document not in texts:
        yield f"there is no document {found.document!r}"
    elif not 0 <= found.start <= found.end <= len(texts[found.document]):
        yield f"the expression {found.id!r} lies outside its text"
    yield from _date_faults(found.first_day, found.last_day)
    yield from _code_faults(found.edtf, found.granularity, *found.stated)


def _event_faults(event: Event, texts: Mapping[str, str]) -> Iterator[str]:
    if event.document not in texts:
        yield f"there is no document {event.document!r}"
        return
    length = len(texts[event.document])
    whos: tuple[Participant, ...] = (*event.participants, *event.places)
    places = [(event.start, event.end), (event.sentence.start, event.sentence.end)]
    if any(not 0 <= a <= b <= length for a, b in (*places, *((w.start, w.end) for w in whos))):
        yield f"the event {event.id!r} lies outside its text"
    if any(not 0 <= number < MOST for number in (event.locator.line or 0, event.locator.page or 0)):
        yield f"the event {event.id!r} has no place in its source"
    yield from _code_faults(event.status, *(who.role for who in whos))
    yield from _share_faults(event.confidence)
    if event.time is not None:
        yield from _time_faults(event.time)


def _entries_faults(
    timeline: Timeline, events: Mapping[str, Event], texts: Collection[str]
) -> Iterator[str]:
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


def _gap_faults(gap: Gap) -> Iterator[str]:
    yield from _date_faults(gap.first_day, gap.last_day)
    if not 0 <= gap.days < MOST:
        yield f"there is no gap of {gap.days} days"


def _time_faults(time: Time) -> Iterator[str]:
    if time.granularity.upper() not in Granularity.__members__:
        yield f"there is no granularity {time.granularity!r}"
    yield from _code_faults(time.edtf, time.sieve)
    yield from _share_faults(time.confidence)
    for bounds in (time.begin, time.end):
        yield from _bound_faults(bounds)
    for evidence in time.evidence:
        yield from _evidence_faults(evidence)


def _bound_faults(bounds: Bounds) -> Iterator[str]:
    yield from _date_faults(bounds.earliest, bounds.latest)


def _evidence_faults(evidence: Evidence) -> Iterator[str]:
    start, end = evidence.start or 0, evidence.end or 0
    if not (0 <= start < MOST and 0 <= end < MOST):
        yield f"its evidence lies outside of any text: {start}"


def _date_faults(*texts: str | None) -> Iterator[str]:
    for text in texts:
        try:
            if text is not None:
                parse_date(text)
        except TimelineError as error:
            yield error.message


def _code_faults(*codes: str | None) -> Iterator[str]:
    for code in codes:
        if code is not None and not _CODE.fullmatch(code):
            yield f"{code[:40]!r} is none of its codes"


def _share_faults(share: float | None) -> Iterator[str]:
    if share is not None and not 0 <= share <= 1:
        yield f"there is no confidence {share}"
