"""Tense bounds an event on one side of the document's date: a bound, not a date."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Bounds, Event
from ..temporal.arithmetic import first_moment, last_moment
from ..temporal.values import Moment
from .base import Found, Scene
from .frames.bounding import Frame
from .frames.making import make_document_anchor

NAME = "tense"
TITLE = "title"  # basis of a year or a season that the document is of; it may be written later
CONDITIONS = frozenset("if unless until till when once as whether".split())


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """One-sided bounds that include the document's date."""
    for event in scene.events:
        date, date_id = scene.speech_at(event.start)
        if date.value is None:
            continue
        if event.tense == "PRESENT" and _is_condition(scene, event):
            continue
        frame = bound(event, date.value)
        if frame is not None and not (date.basis == TITLE and frame.relation == "BEFORE"):
            note = " ".join(w.lower() for w in (event.tense, event.aspect) if w != "NONE")
            words = f"tense: {note}".replace("_", " ")
            yield make_document_anchor(event, frame, NAME, words, date_id)


def _is_condition(scene: Scene, event: Event) -> bool:
    """True for the present of "if it backs down", "as soon as they leave": it is not so yet."""
    trigger = scene.trigger.get(event.id)
    opening = trigger.lefts if trigger is not None else ()
    return any(t.lower_ in CONDITIONS and t.dep_ in ("mark", "advmod") for t in opening)


def bound(event: Event, date: Moment) -> Frame | None:
    """Past and perfect: not after the date; present: over the date; future: not before it."""
    first, last = first_moment(date), last_moment(date)
    grain = date.granularity
    if event.status in ("generic", "recurring") or event.modality is not None:
        return None
    perfect = event.aspect.startswith("PERFECTIVE")
    if event.tense == "FUTURE" and not perfect:
        side = Bounds(first, None)
        return Frame("instant", side, side, "AFTER", grain, bounded=False)
    progressive = event.aspect.endswith("PROGRESSIVE")
    if event.tense == "PRESENT" and (not perfect or progressive):
        return Frame(
            "interval",
            Bounds(None, last),
            Bounds(first, None),
            "INCLUDES",
            grain,
            ongoing=True,
            bounded=False,
        )
    if event.tense == "PAST" or (event.tense == "PRESENT" and perfect):
        side = Bounds(None, last)
        return Frame("instant", side, side, "BEFORE", grain, bounded=False)
    return None
