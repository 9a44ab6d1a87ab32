"""A whole document told: its date, every entry, and what is in none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...annotation import TemporalExpression
from ...chronology import Timeline, Undated
from ...temporal.values import Duration, Recurrence, Reference, Unresolved
from ..dates import write_time
from ..safe import show
from .found import Derivation
from .telling import tell_date, tell_entry, tell_value


def tell_all(found: Derivation) -> Iterator[str]:
    """The document's date, every entry, and every event that is not in the chronology."""
    yield from tell_date(found)
    for entry in found.timeline.entries:
        yield ""
        yield from tell_entry(found, entry)
    shown = {event for entry in found.timeline.entries for event in entry.events}
    undated = (_undated(found, one) for one in found.timeline.undated if one.event not in shown)
    yield from _under("Not in the chronology:", undated)
    unresolved = (e for e in found.annotated.expressions if isinstance(e.value, Unresolved))
    dateless = (_expression(found, one) for one in unresolved)
    yield from _under("Time expressions without a date:", dateless)
    idle = (_idle_line(found, one) for one in _idle(found))
    yield from _under("Time expressions that date no event:", idle)


def tell_common(timeline: Timeline) -> Iterator[str]:
    """The entries of several documents: what each says and when, and whose date was not taken."""
    events = {event.id: event for event in timeline.events}
    documents = {document.id: document for document in timeline.documents}
    for entry in timeline.entries:
        if len(entry.documents) < 2:
            continue
        yield f"  {write_time(entry.time)}: {show(entry.title)} [{entry.id}]"
        refused = {conflict.event: conflict for conflict in entry.conflicts}
        for name in entry.events:
            event = events[name]
            document = documents[event.document]
            sentence = document.text[event.sentence.start : event.sentence.end]
            when = write_time(event.time) if event.time else "without a date"
            yield f'    {show(document.source)}, {when}: "{show(sentence)}"'
            if name in refused:
                yield f"      not taken: {show(refused[name].note)}"


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines under a heading, which stands only over some."""
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield heading
        yield line


def _undated(found: Derivation, one: Undated) -> str:
    event = found.events[found.local(one.event)]
    return f"  {event.id} {found.quote(event)}: {show(event.title)}: {show(one.reason)}"


def _expression(found: Derivation, one: TemporalExpression) -> str:
    return f"  {one.id} {found.quote(one)}: {tell_value(found, one)}"


def _idle_line(found: Derivation, one: TemporalExpression) -> str:
    """A date that no event has, and what is counted from it all the same."""
    counted = [found.name(e.id) for e in found.annotated.expressions if e.anchor_id == one.id]
    more = f" (counted from it: {', '.join(counted)})" if counted else ""
    return f"{_expression(found, one)}{more}"


def _idle(found: Derivation) -> Iterator[TemporalExpression]:
    """The dates that nothing was dated by, also those that another expression is counted from."""
    expressions = found.annotated.expressions
    used = {e.timex_id for anchor in found.annotated.anchors for e in anchor.evidence}
    used |= {end for e in expressions if e.id in used for end in e.ends}
    used |= {e.id for e in expressions if used.intersection(e.ends)}
    used |= {end for e in expressions for end in e.ends}  # told with the whole
    own = found.annotated.date
    for expression in expressions:
        of_document = own.start is not None and own.start <= expression.start < (own.end or 0)
        dateless = isinstance(expression.value, (Unresolved, Duration, Recurrence, Reference))
        if not (dateless or of_document or expression.id in used):
            yield expression
