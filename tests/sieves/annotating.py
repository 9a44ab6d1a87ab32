"""A row of the sieves as an annotated document."""

from dataclasses import replace

from sieves.scenes import date_of, read, run

from timeline.annotation import Annotated, Participant
from timeline.document import Document


def annotated(
    marked: str, date: str | None = "2022-01-10", basis: str = "given", **participants: str
) -> Annotated:
    """An annotated row; participants by trigger."""
    text, events, expressions = read(marked)
    anchors, reasons, scene = run(marked, date, basis)
    names = {
        trigger: Participant(name, 0, len(name), "patient")
        for trigger, name in participants.items()
    }
    events = tuple(
        replace(e, participants=(names[e.text],)) if e.text in names else e for e in events
    )
    return Annotated(
        document=Document("d", text, "row"),
        date=date_of(date, basis),
        sentences=tuple((s.start_char, s.end_char) for s in scene.doc.sents),
        expressions=expressions,
        events=events,
        anchors=tuple(sorted(anchors.values(), key=lambda a: int(a.event_id[1:]))),
        undated=tuple((e.id, reasons[e.text]) for e in events if e.text in reasons),
    )
