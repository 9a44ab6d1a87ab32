"""How every date came about, told in sentences: the document's date, then each entry or one item.

It needs the annotations as well as the chronology: what an expression means, and what was passed
over, is not part of the output contract.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..annotation import Anchor, Annotated, Event, TemporalExpression
from ..chronology import Entry, Timeline
from ..consistency import is_stated
from ..errors import OptionError
from ..temporal.arithmetic import iso, iso_as_known
from ..temporal.meaning import describe
from ..temporal.values import Duration, Recurrence, Reference, Unresolved
from .dates import write_date, write_time
from .safe import show
from .suggest import suggest

DATE = "t0"  # id of the document's date


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


@dataclass(frozen=True, slots=True)
class Derivation:
    """A document's annotations and its chronology, ready to be told line by line."""

    annotated: Annotated
    timeline: Timeline

    def tell_all(self) -> Iterator[str]:
        """The document's date, every entry, and every event that is not in the chronology."""
        yield from self.tell_date()
        for entry in self.timeline.entries:
            yield ""
            yield from self.tell_entry(entry)
        shown = {event for entry in self.timeline.entries for event in entry.events}
        undated = [one for one in self.timeline.undated if one.event not in shown]
        if undated:
            yield ""
            yield "Not in the chronology:"
        for one in undated:
            event = self._events[self._local(one.event)]
            yield f"  {event.id} {self._quote(event)}: {show(event.title)}: {show(one.reason)}"
        unresolved = [e for e in self.annotated.expressions if isinstance(e.value, Unresolved)]
        if unresolved:
            yield ""
            yield "Time expressions without a date:"
        for expression in unresolved:
            yield f"  {expression.id} {self._quote(expression)}: {self._value(expression)}"
        idle = list(self._idle())
        if idle:
            yield ""
            yield "Time expressions that date no event:"
        for expression in idle:
            yield f"  {expression.id} {self._quote(expression)}: {self._value(expression)}"

    def _idle(self) -> Iterator[TemporalExpression]:
        """The dates that nothing was dated by and no other expression is counted from."""
        expressions = self.annotated.expressions
        used = {e.timex_id for anchor in self.annotated.anchors for e in anchor.evidence}
        used |= {e.anchor_id for e in expressions if e.anchor_id}
        used |= {end for e in expressions if e.id in used for end in e.ends}
        used |= {e.id for e in expressions if used.intersection(e.ends)}
        inner = {end for e in expressions for end in e.ends}  # told with the whole
        own = self.annotated.date
        for expression in expressions:
            of_document = own.start is not None and own.start <= expression.start < (own.end or 0)
            dateless = isinstance(expression.value, (Unresolved, Duration, Recurrence, Reference))
            if not (dateless or of_document or expression.id in used | inner):
                yield expression

    def tell_date(self) -> Iterator[str]:
        """What the document's own date is, who says so, and which others were possible."""
        date = self.annotated.date
        yield show(self.annotated.document.source)
        if date.value is None:
            yield f"  document date: none, because {show(date.reason or 'nothing gives one')}"
        else:
            words = f' "{show(date.text)}"' if date.text else ""
            place = f" (line {self._line(date.start)})" if date.start is not None else ""
            value = iso_as_known(date.value)
            yield f"  document date: {value} ({write_date(value)})"
            yield f"    found in: {date.basis}{words}{place}"
        if date.note:
            yield f"    because: {show(date.note)}"
        for other in date.alternatives:
            yield f"    not {iso_as_known(other.value)}: {show(other.reason)}"

    def tell_entry(self, entry: Entry) -> Iterator[str]:
        """An entry of the chronology with its events and what dates them."""
        yield f"{write_time(entry.time)}: {show(entry.title)} [{entry.id}]"
        for name in entry.events:
            yield from self.tell_event(self._events[self._local(name)])
        for conflict in entry.conflicts:
            yield f"  in conflict: {write_time(conflict.time)}: {show(conflict.note)}"
            if conflict.quote:
                yield f'    it says: "{show(conflict.quote)}"'

    def tell_event(self, event: Event) -> Iterator[str]:
        """One event: its words, the sieve that dated it, the evidence, what was passed over."""
        traits = " ".join([event.class_, event.tense.lower(), event.status])
        yield f"  event {event.id} {self._quote(event)} ({traits}), found by {event.found_by}"
        anchor = self._anchors.get(event.id)
        if anchor is None:
            reason = dict(self.annotated.undated).get(event.id, "no sieve dates it")
            yield f"    not dated: {show(reason)}"
            yield from self._tell_order(event)
            return
        yield f"    dated by the sieve {anchor.sieve}: {_bounds(anchor)}"
        for number, evidence in enumerate(anchor.evidence):
            relation = f"{anchor.relation} " if number == 0 else "and "
            note = f" ({show(evidence.note)})" if evidence.note else ""
            yield f"    {relation}{self._name(evidence.timex_id)}{note}"
            yield from self._tell_chain(evidence.timex_id, "      ")
        for rival in anchor.rivals:
            yield f"    passed over: {show(rival)}"
        yield from self._tell_order(event)

    def _tell_order(self, event: Event) -> Iterator[str]:
        """What the text says of the event's place among the others, and what lost."""
        for link in self.annotated.links:
            if link.event_id == event.id and is_stated(link):
                other = self._quote(self._events[link.other_id])
                signal = f", {show(link.signal)}" if link.signal else ""
                relation = f"{link.relation} {link.other_id} {other}"
                yield f"    in order: {relation} ({link.sieve}{signal})"
        for dispute in self.annotated.disputes:
            if dispute.event_id == event.id:
                yield f"    contradicted: {show(dispute.note)}"

    def tell_expression(self, expression: TemporalExpression) -> Iterator[str]:
        """One expression: its words, rule, meaning, value, and what it was counted from."""
        yield f"  expression {expression.id} {self._quote(expression)}"
        yield from self._tell_chain(expression.id, "    ")
        users = [a for a in self.annotated.anchors if self._uses(a, expression.id)]
        for anchor in users:
            event = self._events[anchor.event_id]
            yield f"    dates {event.id} {self._quote(event)} (sieve {anchor.sieve})"

    def tell_at(self, offset: int) -> Iterator[str]:
        """Everything that covers an offset of the text; raises OptionError if nothing does."""
        length = len(self.annotated.document.text)
        if not 0 <= offset < length:
            raise OptionError(f"--at {offset} is outside the text", f"it has {length} characters")
        expressions = [e for e in self.annotated.expressions if e.start <= offset < e.end]
        events = [e for e in self.annotated.events if e.start <= offset < e.end]
        date = self.annotated.date
        if date.start is not None and date.start <= offset < (date.end or 0):
            yield from self.tell_date()
        elif not expressions and not events:
            raise OptionError(
                f"nothing was found at offset {offset}, line {self._line(offset)}",
                self._near(offset),
            )
        for expression in expressions:
            yield from self.tell_expression(expression)
        for event in events:
            yield from self.tell_event(event)

    def tell_id(self, name: str) -> Iterator[str]:
        """What an id names, with or without its document before it; raises OptionError."""
        local = self._local(name)
        # An entry has the id of its first event, and tells that event too.
        entries = {self._local(entry.id): entry for entry in self.timeline.entries}
        if local == DATE:
            yield from self.tell_date()
        elif local in entries:
            yield from self.tell_entry(entries[local])
        elif local in self._events:
            yield from self.tell_event(self._events[local])
        elif local in self._expressions:
            yield from self.tell_expression(self._expressions[local])
        else:
            known = [*self._events, *self._expressions]
            meant = suggest(local, known, "ids").partition("ids: ")[0]
            raise OptionError(
                f"there is no {name!r} in {self.annotated.document.source}",
                f"{meant}`timeline explain FILE` lists the ids",
            )

    def _tell_chain(self, name: str, indent: str) -> Iterator[str]:
        """An expression's rule, meaning and value; then those of the one it was counted from."""
        seen: set[str] = set()
        while name != DATE and name in self._expressions and name not in seen:
            seen.add(name)
            one = self._expressions[name]
            meaning = show(describe(one.expr))
            yield f"{indent}{one.id}: rule {one.rule}: {meaning}: {self._value(one)}"
            if one.anchor_id:
                yield f"{indent}counted from {self._name(one.anchor_id)}"
            for end in one.ends:
                yield f"{indent}with the end {self._name(end)}"
            name = one.anchor_id or DATE
            anchor = self._anchors.get(name)
            if anchor is not None:
                sieve, shown = anchor.sieve, _bounds(anchor)
                yield f"{indent}that event is dated by the sieve {sieve}: {shown}"
                name = anchor.evidence[0].timex_id

    def _value(self, expression: TemporalExpression) -> str:
        if isinstance(expression.value, Unresolved):
            return f"unresolved: {show(expression.value.reason)}"
        record = next(
            (e for e in self.timeline.expressions if self._local(e.id) == expression.id), None
        )
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

    def _name(self, name: str) -> str:
        if name == DATE:
            value = self.annotated.date.value
            return f"t0, the document's date{f' {iso_as_known(value)}' if value else ''}"
        one = self._expressions.get(name)
        event = self._events.get(name)
        if event is not None:
            return f"the event {name} {self._quote(event)}"
        return f"{name} {self._quote(one)}" if one else name

    def _quote(self, thing: Event | TemporalExpression) -> str:
        return f'"{show(thing.text)}" (line {self._line(thing.start)}, offset {thing.start})'

    def _line(self, offset: int | None) -> int:
        return self.annotated.document.text.count("\n", 0, offset or 0) + 1

    def _near(self, offset: int) -> str:
        things: list[TemporalExpression | Event] = [
            *self.annotated.expressions,
            *self.annotated.events,
        ]
        if not things:
            return "the document holds neither events nor time expressions"
        one = min(things, key=lambda t: min(abs(t.start - offset), abs(t.end - offset)))
        return f"the nearest is {one.id} {self._quote(one)}"

    def _local(self, name: str) -> str:
        return name.removeprefix(f"{self.annotated.document.id}/")

    def _uses(self, anchor: Anchor, name: str) -> bool:
        return any(evidence.timex_id == name for evidence in anchor.evidence)

    @property
    def _events(self) -> dict[str, Event]:
        return {event.id: event for event in self.annotated.events}

    @property
    def _expressions(self) -> dict[str, TemporalExpression]:
        return {expression.id: expression for expression in self.annotated.expressions}

    @property
    def _anchors(self) -> dict[str, Anchor]:
        return {anchor.event_id: anchor for anchor in self.annotated.anchors}


def _bounds(anchor: Anchor) -> str:
    """The four bounds in words, with what they rest on."""
    begin = _between(anchor.begin.earliest, anchor.begin.latest)
    if anchor.shape == "instant":
        return f"an instant, {begin} ({anchor.granularity.label}, basis {anchor.basis})"
    end = _between(anchor.end.earliest, anchor.end.latest)
    going_on = ", still going on" if anchor.ongoing else ""
    return f"begins {begin}, ends {end}{going_on} (basis {anchor.basis})"


def _between(earliest: object, latest: object) -> str:
    from ..temporal.values import Moment

    first = iso(earliest) if isinstance(earliest, Moment) else None
    last = iso(latest) if isinstance(latest, Moment) else None
    if first and last:
        return f"on {first}" if first == last else f"between {first} and {last}"
    if first or last:
        return f"not before {first}" if first else f"by {last}"
    return "at no known time"
