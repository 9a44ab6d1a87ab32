"""Why an event has no date, in words that a reader can use."""

from __future__ import annotations

from ..annotation import Anchor, Event
from ..temporal.arithmetic import iso
from ..temporal.values import Duration, Recurrence, Reference, Unresolved
from . import linker, tense
from .base import Scene
from .frames.bounding import Frame

BARE = "no words date it; "


def reason_for(scene: Scene, event: Event, anchor: Anchor | None) -> str:
    """One lowercase sentence: what the text says instead of a date."""
    words = _expression_reason(scene, event)
    bound = _weak_reason(scene, event, anchor)
    if words and bound:
        return f"{words}; {bound.removeprefix(BARE)}"
    if words or bound:
        return words or bound
    if scene.speech_at(event.start)[0].value is None and event.tense != "NONE":
        return "no expression dates it, and the document has no date for its tense to count from"
    if event.status in ("generic", "recurring"):
        return "told as something general or repeated, not as one happening"
    return "no expression dates it"


def _expression_reason(scene: Scene, event: Event) -> str:
    """What the expressions tied to the event say, if none of them could date it."""
    for link in scene.links_of(event):
        value, text = link.expression.value, " ".join(link.expression.text.split())
        if isinstance(value, Unresolved):
            return f'"{text}" could not be dated: {value.reason}'
        if isinstance(value, Recurrence):
            return f'"{text}" recurs and names no single time'
        if isinstance(value, Duration):
            return f'"{text}" tells how long, and nothing dates its beginning or end'
        if isinstance(value, Reference):
            return f'"{text}" names no date'
    return ""


def _weak_reason(scene: Scene, event: Event, anchor: Anchor | None) -> str:
    """What tense says, and that the time is a guess: its confidence says how sure."""
    if anchor is None or anchor.sieve != linker.NAME:
        return _bound_reason(anchor)
    date = scene.speech_at(event.start)[0].value
    bound = _bound_reason(tense.bound(event, date)) if date is not None else ""
    guess = "a model guesses it (--all)"
    return f"{bound}; {guess}" if bound else f"{BARE}{guess}"


def _bound_reason(anchor: Anchor | Frame | None) -> str:
    """What tense alone says."""
    if anchor is None:
        return ""
    if anchor.shape == "interval":
        date = anchor.end.earliest or anchor.begin.latest
        return f"{BARE}by its tense still so on {iso(date)}" if date else ""
    if anchor.end.latest is not None:
        return f"{BARE}by its tense not after {iso(anchor.end.latest)}"
    if anchor.begin.earliest is not None:
        return f"{BARE}by its tense not before {iso(anchor.begin.earliest)}"
    return ""
