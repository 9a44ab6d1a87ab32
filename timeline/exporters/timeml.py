"""TimeML 1.2.1: the text with our TIMEX3 and EVENT marks, their instances, and links to times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from .. import document as read
from ..chronology import Document, Event, Expression, Link, Timeline
from ..errors import OptionError
from ..readers.timeml import write_timeml
from ..readers.timeml_xml import Attributes, Mark, fit_marks, outermost_first
from .registry import Layout
from .safe import escape_xml
from .timeml_times import DATE, creation_of, make_times


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """One document; raises OptionError for more, because a TimeML file holds one."""
    if len(timeline.documents) != 1:
        count = len(timeline.documents)
        raise OptionError(
            f"a TimeML file holds one document, not {count}",
            "name a folder, and each gets a file of its own: -f timeml -o FOLDER/",
        )
    document = timeline.documents[0]
    marked = read.Document(
        id=document.id,
        text=document.text,
        source=document.source,
        title=document.title,
        annotations=annotate(document, timeline.expressions, timeline.events, timeline.links),
    )
    stream.write(escape_xml(write_timeml(marked)))


def annotate(
    document: Document,
    expressions: Sequence[Expression],
    events: Sequence[Event],
    orders: Sequence[Link] = (),
) -> read.GivenAnnotations:
    """What we found in a document as TimeML's annotations of it, as a reader would return them.

    XML has no marks that cross: of two the expression stays, and of two of a kind the first. An
    event that is left out has no instance and no link.
    """
    expressions = [x for x in expressions if x.document == document.id]
    numbered = {event.id: f"e{n}" for n, event in enumerate(events, 1)}
    times, empty, tids = make_times(document, expressions)
    # The other attributes of an event are those of its instance.
    named = [
        Mark(e.start, e.end, "EVENT", (("eid", numbered[e.id]), ("class", e.class_)))
        for e in events
        if e.document == document.id
    ]
    kept = fit_marks(times, named)
    shown = {dict(mark.attributes).get("eid") for mark in kept}
    marks = outermost_first([*empty, *kept])
    told = [e for e in events if numbered[e.id] in shown]
    instances = {e.id: f"ei{numbered[e.id][1:]}" for e in told}
    links = [link for e in told if (link := _link(e, numbered[e.id], tids))]
    links += [between for link in orders if (between := _order(link, instances))]
    return read.GivenAnnotations(
        timexes=tuple((m.start, m.end, m.attributes) for m in marks if m.name == "TIMEX3"),
        events=tuple((m.start, m.end, m.attributes) for m in marks if m.name == "EVENT"),
        instances=tuple(_instance(e, numbered[e.id]) for e in told),
        links=tuple(
            read.GivenLink("TLINK", (("lid", f"l{n}"), *link)) for n, link in enumerate(links, 1)
        ),
        dct=creation_of(document),
        dct_text=document.date.value or "",
    )


def _instance(event: Event, name: str) -> Attributes:
    attributes = [
        ("eventID", name),
        ("eiid", f"ei{name[1:]}"),
        ("tense", event.tense),
        ("aspect", event.aspect),
        ("polarity", event.polarity),
        ("pos", event.pos),
    ]
    if event.modality:
        attributes.append(("modality", event.modality))
    return tuple(attributes)


def _link(event: Event, name: str, tids: Mapping[str, str]) -> Attributes | None:
    """The event's relation to the first of the words that date it; VAGUE is none of TimeML's."""
    if event.time is None or not event.time.evidence or event.time.relation == "VAGUE":
        return None
    tid = tids.get(event.time.evidence[0].expression or DATE)
    if tid is None:
        return None
    return (
        ("relType", event.time.relation),
        ("eventInstanceID", f"ei{name[1:]}"),
        ("relatedToTime", tid),
    )


def _order(link: Link, instances: Mapping[str, str]) -> Attributes | None:
    """The relation of two events that are both marked."""
    one, other = instances.get(link.event), instances.get(link.other)
    if one is None or other is None:
        return None
    return (
        ("relType", link.relation),
        ("eventInstanceID", one),
        ("relatedToEventInstance", other),
    )
