"""One date, entry, event or expression, and how it came about, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ...annotation import Anchor, Event, TemporalExpression
from ...chronology import Entry
from ...consistency import is_stated
from ...temporal.arithmetic import iso, iso_as_known
from ...temporal.meaning import describe
from ...temporal.values import Moment, Unresolved
from ..dates import write_date, write_time
from ..safe import show
from .found import DATE, Derivation


def tell_date(found: Derivation) -> Iterator[str]:
    """What the document's own date is, who says so, and which others were possible."""
    date = found.annotated.date
    yield show(found.annotated.document.source)
    if date.value is None:
        yield f"  document date: none, because {show(date.reason or 'nothing gives one')}"
    else:
        words = f' "{show(date.text)}"' if date.text else ""
        place = f" (line {found.line(date.start)})" if date.start is not None else ""
        value = iso_as_known(date.value)
        yield f"  document date: {value} ({write_date(value)})"
        yield f"    found in: {date.basis}{words}{place}"
    if date.note:
        yield f"    because: {show(date.note)}"
    for other in date.alternatives:
        yield f"    not {iso_as_known(other.value)}: {show(other.reason)}"


def tell_entry(found: Derivation, entry: Entry) -> Iterator[str]:
    """An entry of the chronology with its events and what dates them."""
    yield f"{write_time(entry.time)}: {show(entry.title)} [{entry.id}]"
    for name in entry.events:
        yield from tell_event(found, found.events[found.local(name)])
    for conflict in entry.conflicts:
        yield f"  in conflict: {write_time(conflict.time)}: {show(conflict.note)}"
        if conflict.quote:
            yield f'    it says: "{show(conflict.quote)}"'


def tell_event(found: Derivation, event: Event) -> Iterator[str]:
    """One event: its words, the sieve that dated it, the evidence, what was passed over."""
    traits = " ".join([event.class_, event.tense.lower(), event.status])
    yield f"  event {event.id} {found.quote(event)} ({traits}), found by {event.found_by}"
    anchor = found.anchors.get(event.id)
    if anchor is None:
        reason = found.reasons.get(event.id, "no sieve dates it")
        yield f"    not dated: {show(reason)}"
        yield from _tell_order(found, event)
        return
    yield f"    dated by the sieve {anchor.sieve}: {_bounds(anchor)}"
    for number, evidence in enumerate(anchor.evidence):
        relation = f"{anchor.relation} " if number == 0 else "and "
        note = f" ({show(evidence.note)})" if evidence.note else ""
        yield f"    {relation}{found.name(evidence.timex_id)}{note}"
        yield from _tell_chain(found, evidence.timex_id, "      ")
    for rival in anchor.rivals:
        yield f"    passed over: {show(rival)}"
    yield from _tell_order(found, event)


def tell_expression(found: Derivation, expression: TemporalExpression) -> Iterator[str]:
    """One expression: its words, rule, meaning, value, and what it was counted from."""
    yield f"  expression {expression.id} {found.quote(expression)}"
    yield from _tell_chain(found, expression.id, "    ")
    for anchor in found.annotated.anchors:
        if all(evidence.timex_id != expression.id for evidence in anchor.evidence):
            continue
        event = found.events[anchor.event_id]
        yield f"    dates {event.id} {found.quote(event)} (sieve {anchor.sieve})"


def tell_value(found: Derivation, expression: TemporalExpression) -> str:
    """What an expression means, in figures, or why it has no date."""
    if isinstance(expression.value, Unresolved):
        return f"unresolved: {show(expression.value.reason)}"
    record = found.records.get(expression.id)
    if record is None:
        return "resolved"
    # Of a range people want its ends; TIMEX3 gives it its length.
    first, second = record.value, record.edtf
    if record.type == "INTERVAL":
        first, second = second, first
    written = first or second or "no place in time"
    more = "".join(
        f", {name} {show(said)}"
        for name, said in (("quant", record.quant), ("freq", record.freq))
        if said
    )
    days = " to ".join(dict.fromkeys(d for d in (record.first_day, record.last_day) if d))
    return f"{written}{more}{f' = {days}' if days and days != written else ''}"


def _tell_order(found: Derivation, event: Event) -> Iterator[str]:
    """What the text says of the event's place among the others, and what lost."""
    for link in found.annotated.links:
        if link.event_id == event.id and is_stated(link):
            other = found.quote(found.events[link.other_id])
            signal = f", {show(link.signal)}" if link.signal else ""
            relation = f"{link.relation} {link.other_id} {other}"
            yield f"    in order: {relation} ({link.sieve}{signal})"
    for dispute in found.annotated.disputes:
        if dispute.event_id == event.id:
            yield f"    contradicted: {show(dispute.note)}"


def _tell_chain(found: Derivation, name: str, indent: str) -> Iterator[str]:
    """An expression's rule, meaning and value; then those of the one it was counted from."""
    seen: set[str] = set()
    while name != DATE and name in found.expressions and name not in seen:
        seen.add(name)
        one = found.expressions[name]
        meaning = show(describe(one.expr))
        yield f"{indent}{one.id}: rule {one.rule}: {meaning}: {tell_value(found, one)}"
        if one.anchor_id:
            yield f"{indent}counted from {found.name(one.anchor_id)}"
        for end in one.ends:
            yield f"{indent}with the end {found.name(end)}"
        name = one.anchor_id or DATE
        anchor = found.anchors.get(name)
        if anchor is not None:
            sieve, shown = anchor.sieve, _bounds(anchor)
            yield f"{indent}that event is dated by the sieve {sieve}: {shown}"
            name = anchor.evidence[0].timex_id


def _bounds(anchor: Anchor) -> str:
    """The four bounds in words, with what they rest on."""
    begin = _between(anchor.begin.earliest, anchor.begin.latest)
    if anchor.shape == "instant":
        return f"an instant, {begin} ({anchor.granularity.label}, basis {anchor.basis})"
    end = _between(anchor.end.earliest, anchor.end.latest)
    going_on = ", still going on" if anchor.ongoing else ""
    return f"begins {begin}, ends {end}{going_on} (basis {anchor.basis})"


def _between(earliest: Moment | None, latest: Moment | None) -> str:
    first = iso(earliest) if earliest else None
    last = iso(latest) if latest else None
    if first and last:
        return f"on {first}" if first == last else f"between {first} and {last}"
    if first or last:
        return f"not before {first}" if first else f"by {last}"
    return "at no known time"
