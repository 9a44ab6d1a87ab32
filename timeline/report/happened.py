"""Whether what is told happened, goes on or is planned, seen from the day of its document."""

from __future__ import annotations

from .. import chronology as out
from ..annotation import WRITING_UP, Anchor, Annotated, Event
from ..rules.chronicle import opens_line
from ..temporal.edtf import parse_date


def status_of(
    event: Event, annotated: Annotated, anchor: Anchor | None, time: out.Time | None
) -> str:
    """What lies ahead of the document is planned in any tense ("opens on 2 October").

    What goes on at its date is ongoing, and what was over by then happened, also where an
    expression says so; in a text without a date, what a date bounds: "1853: the railway buys it".
    So did what a row of a log tells in the present.
    """
    date = annotated.date
    if anchor is not None and anchor.chronicled and event.status == "generic":
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
    start = time.evidence[0].start if time.evidence else None
    if start is None or time.granularity not in ("minute", "second"):
        return False
    return opens_line(annotated.document.text, start)
