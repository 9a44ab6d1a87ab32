"""Marks of both annotators: what a TimeML source says of its document, and what we found in it."""

from __future__ import annotations

from ..annotation import Annotated
from ..document import Document, GivenAnnotations
from ..readers.given import is_swapped
from ..rules.timex import timex_of
from ..temporal.values import Unresolved
from .marks import Mark

# Of an event with several MAKEINSTANCEs the last one counts, as in the scorer of TempEval-3.
INSTANCE_ATTRIBUTES = ("tense", "aspect", "polarity", "pos", "modality")

OTHER_POLARITY = {"NEG": "POS", "POS": "NEG"}
CLIPPED = {"none": "", "'d": "would"}  # as annotators write a modality: what it is


def gold_timexes(document: Document) -> list[Mark]:
    """The TIMEX3s inside the text but for empty ones; the document's own date stands outside."""
    return [
        _mark(document, start, end, dict(attributes))
        for start, end, attributes in _given(document).timexes
        if document.text[start:end].strip()
    ]


def gold_events(document: Document) -> list[Mark]:
    """The EVENTs, with the attributes of their instances."""
    given = _given(document)
    instances = {dict(pairs).get("eventID", ""): dict(pairs) for pairs in given.instances}
    swapped = is_swapped(document)
    marks = []
    for start, end, pairs in given.events:
        if not document.text[start:end].strip():
            continue
        attributes = dict(pairs)
        instance = instances.get(attributes.get("eid", ""), {})
        for name in INSTANCE_ATTRIBUTES:
            attributes.setdefault(name, instance.get(name, ""))
        attributes["modality"] = _modality(attributes["modality"])
        if swapped:
            attributes["polarity"] = OTHER_POLARITY.get(attributes["polarity"], "")
        marks.append(_mark(document, start, end, attributes))
    return marks


def found_timexes(annotated: Annotated) -> list[Mark]:
    """Our expressions but for intervals, which TimeML has not; unresolved ones have no value."""
    marks = []
    for expression in annotated.expressions:
        if expression.type == "INTERVAL" or not expression.text.strip():
            continue
        timex = timex_of(expression)
        attributes = {"type": expression.type, "value": timex.value if timex else ""}
        if isinstance(expression.value, Unresolved):
            attributes["reason"] = expression.value.reason
        marks.append(
            Mark(expression.start, expression.end, expression.text, attributes, expression.rule)
        )
    return marks


def found_events(annotated: Annotated) -> list[Mark]:
    """Our events."""
    return [
        Mark(
            event.start,
            event.end,
            event.text,
            {
                "class": event.class_,
                "tense": event.tense,
                "aspect": event.aspect,
                "polarity": event.polarity,
                "modality": event.modality or "",
                "pos": event.pos,
                "id": event.id,
                "confidence": "" if event.confidence is None else str(event.confidence),
            },
            event.found_by,
        )
        for event in annotated.events
    ]


def _modality(written: str) -> str:
    """Annotators write "NONE" or nothing, and "'d" as well as "would"."""
    lower = written.lower().replace("_", " ")
    return CLIPPED.get(lower, lower)


def _given(document: Document) -> GivenAnnotations:
    return document.annotations or GivenAnnotations()


def _mark(document: Document, start: int, end: int, attributes: dict[str, str]) -> Mark:
    return Mark(start, end, document.text[start:end], attributes)
