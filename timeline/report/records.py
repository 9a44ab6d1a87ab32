"""Documents and events as output records."""

from __future__ import annotations

from bisect import bisect_right

from .. import chronology as out
from ..annotation import Annotated, DocumentDate, Event, Participant
from ..temporal.arithmetic import iso
from ..temporal.edtf import parse_date
from ..temporal.granularity import Granularity
from ..temporal.values import Moment


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
    )


def make_document_date(date: DocumentDate) -> out.DocumentDate:
    """A document's own date, or why it has none."""
    evidence = None
    if date.text is not None:
        evidence = out.DateEvidence(text=date.text, start=date.start, end=date.end)
    return out.DocumentDate(
        value=write_date(date.value) if date.value else None,
        basis=date.basis,
        evidence=evidence,
        note=date.note if date.value else (date.reason or date.note),
        confidence=date.confidence,
        alternatives=tuple(
            out.DateAlternative(value=write_date(c.value), reason=c.reason)
            for c in date.alternatives
        ),
    )


def write_date(moment: Moment) -> str:
    """A document's date as it is known: a day, a month or a year."""
    text = iso(moment)
    if moment.granularity is Granularity.YEAR:
        return text[: -len("-01-01")]
    return text[: -len("-01")] if moment.granularity is Granularity.MONTH else text


def make_event(
    document: str,
    annotated: Annotated,
    event: Event,
    time: out.Time | None,
    lines: tuple[int, ...],
) -> out.Event:
    """One mention; `lines` are the offsets at which the text's lines start."""
    people = tuple(_make_participant(p) for p in event.participants if p.role != "place")
    places = tuple(_make_participant(p) for p in event.participants if p.role == "place")
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
        status=_status(event, annotated.date, time),
        title=event.title or event.text,
        sentence=out.Span(start=event.sentence[0], end=event.sentence[1]),
        locator=out.Locator(
            line=bisect_right(lines, event.start),
            page=bisect_right(annotated.document.pages, event.start) or None,
        ),
        participants=people,
        places=places,
        attributed_to=event.attributed_to,
        time=time,
        confidence=event.confidence,
    )


def _status(event: Event, date: DocumentDate, time: out.Time | None) -> str:
    """What lies ahead of the document is planned in any tense ("opens on 2 October").

    What goes on at its date is ongoing, and what was over by then happened, also where an
    expression says so.
    """
    if time is None or date.value is None or event.status not in ("happened", "ongoing"):
        return event.status
    here, first, last = date.value.cell, time.begin.earliest, time.end.latest
    if first is not None and parse_date(first).cell.lo >= here.hi:
        return "planned"
    if last is not None and parse_date(last).cell.hi <= here.lo:
        return "happened"
    return "ongoing" if out.certainty(time) == "ongoing" else event.status


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which lines start; CR, LF and CRLF end a line."""
    starts = [0]
    for i, letter in enumerate(text):
        if letter == "\n" or (letter == "\r" and text[i + 1 : i + 2] != "\n"):
            starts.append(i + 1)
    return tuple(starts)


def _make_participant(participant: Participant) -> out.Participant:
    return out.Participant(
        text=participant.text,
        start=participant.start,
        end=participant.end,
        role=participant.role,
        type=participant.type,
    )
