"""What was found in a document, by its id, and the words that it is named with."""

from __future__ import annotations

from ...annotation import Annotated, Event, TemporalExpression
from ...chronology import Timeline
from ...temporal.arithmetic import iso_as_known
from ..safe import show

DATE = "t0"  # id of the document's date


class Derivation:
    """A document's annotations and its chronology, ready to be told."""

    def __init__(self, annotated: Annotated, timeline: Timeline) -> None:
        self.annotated, self.timeline = annotated, timeline
        self.events = {event.id: event for event in annotated.events}
        self.expressions = {one.id: one for one in annotated.expressions}
        self.anchors = {anchor.event_id: anchor for anchor in annotated.anchors}
        self.reasons = dict(annotated.undated)
        self.records = {self.local(one.id): one for one in timeline.expressions}

    def local(self, name: str) -> str:
        """An id without its document before it."""
        return name.removeprefix(f"{self.annotated.document.id}/")

    def line(self, offset: int | None) -> int:
        """The line that an offset stands in."""
        return self.annotated.document.text.count("\n", 0, offset or 0) + 1

    def quote(self, thing: Event | TemporalExpression) -> str:
        """The words of a thing, and where they stand."""
        return f'"{show(thing.text)}" (line {self.line(thing.start)}, offset {thing.start})'

    def name(self, name: str) -> str:
        """What an id of the document names, in words."""
        if name == DATE:
            value = self.annotated.date.value
            return f"t0, the document's date{f' {iso_as_known(value)}' if value else ''}"
        one = self.expressions.get(name)
        event = self.events.get(name)
        if event is not None:
            return f"the event {name} {self.quote(event)}"
        return f"{name} {self.quote(one)}" if one else name

    def near(self, offset: int) -> str:
        """What stands next to an offset at which nothing stands."""
        things: list[TemporalExpression | Event] = [
            *self.annotated.expressions,
            *self.annotated.events,
        ]
        if not things:
            return "the document holds neither events nor time expressions"
        one = min(things, key=lambda t: min(abs(t.start - offset), abs(t.end - offset)))
        return f"the nearest is {one.id} {self.quote(one)}"
