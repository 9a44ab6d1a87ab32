"""TimeML 1.2.1: the text with our TIMEX3 and EVENT marks, their instances, and links to times."""

from __future__ import annotations

from typing import TextIO

from ..chronology import Document, Event, Expression, Timeline
from ..errors import OptionError
from ..readers.timeml_xml import Attributes, Mark, build_timeml, split_crossing
from .registry import Layout
from .safe import escape_xml

DATE = "t0"  # the document's own date
# A value that is not known, in TIMEX3's own placeholder.
_UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """One document; raises OptionError for more, because a TimeML file holds one."""
    if len(timeline.documents) != 1:
        count = len(timeline.documents)
        raise OptionError(f"a TimeML file holds one document, not {count}", "write them one by one")
    document = timeline.documents[0]
    times = _number([x for x in timeline.expressions if x.document == document.id])
    times[f"{document.id}/{DATE}"] = DATE
    marks, beside = [], []
    for one in timeline.expressions:
        if one.type == "INTERVAL":
            # TIMEX3 has no interval: a duration without words, between its two ends.
            beside.append(("TIMEX3", _timex(one, times)))
        else:
            marks.append(Mark(one.start, one.end, "TIMEX3", _timex(one, times)))
    names = {event.id: f"e{n}" for n, event in enumerate(timeline.events, 1)}
    for event in timeline.events:
        attributes = (("eid", names[event.id]), ("class", event.class_))
        marks.append(Mark(event.start, event.end, "EVENT", attributes))
    kept, crossing = split_crossing(marks)
    lost = {dict(mark.attributes).get("eid") for mark in crossing}
    events = [event for event in timeline.events if names[event.id] not in lost]
    instances = [("MAKEINSTANCE", _instance(event, names[event.id])) for event in events]
    links = [link for event in events if (link := _link(event, names[event.id], times))]
    numbered = [("TLINK", (("lid", f"l{number}"), *link)) for number, link in enumerate(links, 1)]
    built = build_timeml(
        doc_id=document.id,
        text=document.text,
        marks=kept,
        dct=_creation(document),
        dct_text=document.date.value or "",
        title=document.title,
        after=[*beside, *instances, *numbered],
    )
    stream.write(escape_xml(built))


def _number(expressions: list[Expression]) -> dict[str, str]:
    return {one.id: f"t{number}" for number, one in enumerate(expressions, 1)}


def _creation(document: Document) -> Attributes:
    value = document.date.value
    if value is None:
        return ()
    return (
        ("tid", DATE),
        ("type", "TIME" if "T" in value else "DATE"),
        ("value", value),
        ("temporalFunction", "false"),
        ("functionInDocument", "CREATION_TIME"),
    )


def _timex(one: Expression, times: dict[str, str]) -> Attributes:
    kind = "DURATION" if one.type == "INTERVAL" else one.type
    attributes = [
        ("tid", times[one.id]),
        ("type", kind),
        ("value", one.value or _UNKNOWN[kind]),
        ("temporalFunction", "true" if one.anchor_id else "false"),
        ("functionInDocument", "NONE"),
    ]
    if one.mod:
        attributes.append(("mod", one.mod))
    if one.anchor_id in times:
        attributes.append(("anchorTimeID", times[str(one.anchor_id)]))
    for name, end in zip(("beginPoint", "endPoint"), one.ends, strict=False):
        if end in times:
            attributes.append((name, times[end]))
    return tuple(attributes)


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


def _link(event: Event, name: str, times: dict[str, str]) -> Attributes | None:
    """The event's relation to the first of the words that date it; VAGUE is none of TimeML's."""
    if event.time is None or not event.time.evidence or event.time.relation == "VAGUE":
        return None
    expression = event.time.evidence[0].expression
    if expression not in times:
        return None
    return (
        ("relType", event.time.relation),
        ("eventInstanceID", f"ei{name[1:]}"),
        ("relatedToTime", times[str(expression)]),
    )
