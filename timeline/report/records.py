"""Documents and events as output records."""

from __future__ import annotations

from .. import chronology as out
from ..annotation import WRITING_UP, Annotated, DocumentDate, Event, Participant
from ..rules.chronicle import MARKS
from ..temporal.arithmetic import iso_as_known
from ..temporal.edtf import parse_date
from .places import Places

UNDER = "under"  # the sieve of what stands under a date that heads its line or section


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
        status=_status(event, annotated, time),
        title=event.title or event.text,
        sentence=out.Span(start=event.sentence[0], end=event.sentence[1]),
        locator=places.locate(event.start),
        participants=people,
        places=sites,
        attributed_to=event.attributed_to,
        time=time,
        confidence=event.confidence,
    )


def _status(event: Event, annotated: Annotated, time: out.Time | None) -> str:
    """What lies ahead of the document is planned in any tense ("opens on 2 October").

    What goes on at its date is ongoing, and what was over by then happened, also where an
    expression says so; in a text without a date, what a date bounds: "1853: the railway buys it".
    So did what a row of a log tells in the present.
    """
    date = annotated.date
    if time is not None and time.sieve == UNDER and event.status == "generic":
        return "happened"  # "June 24: The wing collapses. Ninety-eight people die"
    if time is None or event.status not in ("happened", "ongoing"):
        return event.status
    if date.value is None:
        told = time.begin.earliest is not None and time.end.latest is not None
        return "happened" if told else event.status
    here, first, last = date.value.cell, time.begin.earliest, time.end.latest
    if first is not None and parse_date(first).cell.lo >= here.hi:
        written_up = event.lemma in WRITING_UP and event.tense in ("PAST", "PASTPART", "NONE")
        return event.status if written_up else "planned"
    ahead = last is not None and parse_date(last).cell.lo >= here.hi
    if first is None and ahead and time.shape == "instant" and event.status == "ongoing":
        return "planned"  # "is due no later than 20 December"
    if last is not None and parse_date(last).cell.hi <= here.lo:
        return "happened"
    if event.status == "ongoing" and event.class_ != "STATE" and _leads_a_row(annotated, time):
        return "happened"
    return "ongoing" if out.certainty(time) == "ongoing" else event.status


def _leads_a_row(annotated: Annotated, time: out.Time) -> bool:
    """Whether a clock time at the head of a line dates it: "13:07 Connection pools drain"."""
    text, start = annotated.document.text, time.evidence[0].start if time.evidence else None
    if start is None or time.granularity not in ("minute", "second"):
        return False
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(MARKS)


def _make_participant(participant: Participant) -> out.Participant:
    return out.Participant(
        text=participant.text,
        start=participant.start,
        end=participant.end,
        role=participant.role,
        type=participant.type,
    )
