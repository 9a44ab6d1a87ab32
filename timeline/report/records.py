"""Documents and events as output records."""

from __future__ import annotations

from .. import chronology as out
from ..annotation import Anchor, Annotated, DocumentDate, Event, Participant
from ..temporal.arithmetic import iso_as_known
from .happened import status_of
from .places import Places


def make_document(document: str, annotated: Annotated) -> out.Document:
    """A source with its text and its own date."""
    source = annotated.document
    return out.Document(
        id=document,
        source=source.source,
        title=source.title,
        language=source.language,
        text=source.text,
        date=make_document_date(annotated.date),
        warnings=source.warnings,
        metadata=dict(source.metadata),
    )


def make_document_date(date: DocumentDate) -> out.DocumentDate:
    """A document's own date, or why it has none."""
    evidence = None
    if date.text is not None:
        evidence = out.DateEvidence(text=date.text, start=date.start, end=date.end)
    return out.DocumentDate(
        value=iso_as_known(date.value) if date.value else None,
        basis=date.basis,
        evidence=evidence,
        note=date.note if date.value else (date.reason or date.note),
        confidence=date.confidence,
        alternatives=tuple(
            out.DateAlternative(value=iso_as_known(c.value), reason=c.reason)
            for c in date.alternatives
        ),
    )


def make_event(
    document: str,
    annotated: Annotated,
    event: Event,
    anchor: Anchor | None,
    time: out.Time | None,
    places: Places,
) -> out.Event:
    """One mention."""
    people = tuple(_make_participant(p) for p in event.participants if p.role != "place")
    sites = tuple(_make_participant(p) for p in event.participants if p.role == "place")
    return out.Event(
        id=f"{document}/{event.id}",
        document=document,
        start=event.start,
        end=event.end,
        trigger=annotated.document.text[event.start : event.end],
        lemma=event.lemma,
        pos=event.pos,
        class_=event.class_,
        tense=event.tense,
        aspect=event.aspect,
        polarity=event.polarity,
        modality=event.modality,
        status=status_of(event, annotated, anchor, time),
        title=event.title or event.text,
        sentence=out.Span(start=event.sentence[0], end=event.sentence[1]),
        locator=places.locate(event.start),
        participants=people,
        places=sites,
        attributed_to=event.attributed_to,
        time=time,
        confidence=event.confidence,
    )


def _make_participant(participant: Participant) -> out.Participant:
    return out.Participant(
        text=participant.text,
        start=participant.start,
        end=participant.end,
        role=participant.role,
        type=participant.type,
    )
