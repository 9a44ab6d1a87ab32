"""The annotations that a TimeML source brought along, as records of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..annotation import Event, Status, TemporalExpression
from ..document import Document, GivenAnnotations
from .base import IdAllocator
from .given_times import RULE, GivenTimes, Row
from .timeml import CREATION

DOCUMENT_DATE = "t0"
NEGATION = re.compile(r"n[o']t\b|\b(?:never|no|nor|neither|none|without|nobody|nothing)\b", re.I)
BEFORE = 60  # characters before an event in which a negation of it stands
# Below this many instances a text may well deny most of what it tells.
LEAST_INSTANCES = 10

_Given = tuple[int, int, tuple[tuple[str, str], ...]]


def given_expressions(document: Document) -> tuple[TemporalExpression, ...]:
    """The TIMEX3 of the source in text order; a value that is not understood is Unresolved.

    An empty DURATION between two of them is the INTERVAL over their words. Others without words in
    the text and the document's own date are left out.
    """
    given = document.annotations or GivenAnnotations()
    ids = IdAllocator()
    ids.claim(DOCUMENT_DATE)
    known = {dict(given.dct).get("tid", DOCUMENT_DATE): DOCUMENT_DATE}
    rows: list[Row] = []
    by_tid: dict[str, Row] = {}
    for start, end, timex in _trimmed(document.text, given.timexes):
        if _is_creation(given, timex):
            known[timex.get("tid", DOCUMENT_DATE)] = DOCUMENT_DATE
            continue
        row = Row(ids.claim(f"t{start}"), start, end, timex)
        known.setdefault(timex.get("tid", row.id), row.id)
        by_tid.setdefault(timex.get("tid", row.id), row)
        rows.append(row)
    named = [dict(attributes) for _, _, attributes in given.timexes]
    every = {timex["tid"]: timex for timex in [dict(given.dct), *named] if "tid" in timex}
    times = GivenTimes(document.text, every, by_tid, known)
    intervals = []
    for start, end, attributes in given.timexes:
        span = times.find_span(start, dict(attributes)) if start == end else None
        if span is not None:
            id = ids.claim(f"i{span[0]}")
            known.setdefault(dict(attributes).get("tid", id), id)
            intervals.append((id, span, dict(attributes)))
    found = [times.make_interval(*interval) for interval in intervals]
    found += [times.make_expression(row) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.type != "INTERVAL")))


def given_events(document: Document) -> tuple[Event, ...]:
    """The EVENTs of the source in text order, each with its first MAKEINSTANCE.

    What needs a parse is left to be filled: `lemma` is the words in small letters, `sentence` the
    event itself.
    """
    given = document.annotations or GivenAnnotations()
    instances: dict[str, dict[str, str]] = {}
    for attributes in given.instances:
        instance = dict(attributes)
        instances.setdefault(instance.get("eventID", ""), instance)
    negative = "POS" if is_swapped(document) else "NEG"
    ids = IdAllocator()
    return tuple(
        _event(
            ids.claim(f"e{start}"),
            document.text[start:end],
            start,
            # Some sources give the grammar with the EVENT itself.
            {**event, **instances.get(event.get("eid", ""), {})},
            negative,
        )
        for start, end, event in _trimmed(document.text, given.events)
    )


def _trimmed(text: str, rows: tuple[_Given, ...]) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Spans without the white space around them, those without words left out, in text order."""
    for start, end, attributes in sorted(rows, key=lambda row: (row[0], -row[1])):
        words = text[start:end]
        if words.strip():
            left = len(words) - len(words.lstrip())
            yield start + left, start + len(words.rstrip()), dict(attributes)


def _is_creation(given: GivenAnnotations, timex: dict[str, str]) -> bool:
    """Whether a TIMEX3 in the text stands for the document's date, as where there is no DCT."""
    return not given.dct and timex.get("functionInDocument") in CREATION


def is_swapped(document: Document) -> bool:
    """Whether polarity is the wrong way round, as in a third of the AQUAINT TimeML documents.

    There nine of ten events are NEG, and those that the text denies are POS: hardly one that is NEG
    has a negation before it.
    """
    given = document.annotations or GivenAnnotations()
    polarity = {
        instance.get("eventID"): instance.get("polarity")
        for instance in map(dict, reversed(given.instances))
    }
    if len(polarity) < LEAST_INSTANCES or 2 * [*polarity.values()].count("NEG") <= len(polarity):
        return False
    starts = [start for start, _, e in given.events if polarity.get(dict(e).get("eid")) == "NEG"]
    said = sum(bool(NEGATION.search(document.text, max(s - BEFORE, 0), s)) for s in starts)
    return 2 * said < len(starts)


def _event(id: str, text: str, start: int, given: dict[str, str], negative: str) -> Event:
    modality = given.get("modality", "").lower()
    polarity = "NEG" if given.get("polarity") == negative else "POS"
    grammar = {key: given.get(key) or "NONE" for key in ("tense", "aspect")}
    known = modality if modality not in ("", "none") else None
    return Event(
        id=id,
        start=start,
        end=start + len(text),
        text=text,
        lemma=text.lower(),
        pos=given.get("pos") or "UNKNOWN",
        class_=given.get("class") or "OCCURRENCE",
        tense=grammar["tense"],
        aspect=grammar["aspect"],
        polarity=polarity,
        modality=known,
        status=_status(polarity, known, **grammar),
        sentence=(start, start + len(text)),
        found_by=RULE,
    )


def _status(polarity: str, modality: str | None, tense: str, aspect: str) -> Status:
    """What grammar alone says; the words around it would say more."""
    if polarity == "NEG":
        return "denied"
    if modality is not None:
        return "possible"
    if tense == "FUTURE":
        return "planned"
    return "ongoing" if tense == "PRESENT" and "PROGRESSIVE" in aspect else "happened"
