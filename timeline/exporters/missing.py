"""What a chronology lacks: for want of a document date, or because it was not asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..chronology import Document, Timeline
from .beyond import tell_beyond
from .dates import describe_date
from .registry import Exporter
from .safe import show

# The reasons, in the words of `temporal.resolve`, that go away once the document has a date.
NEEDS_DATE = frozenset({"needs the document's date", "needs a date told before it"})
# Settings that choose among the entries, as the provenance names them.
CHOICES = ("since", "until", "status", "about", "top", "min_confidence")

# An id that a document has of its content or its mail's header, for want of another.
_DIGEST = re.compile(r"[0-9a-f]{12}\b")
UNREADABLE = "is no date of the calendar"  # the words of `dating` for a source's own date


@dataclass(frozen=True, slots=True)
class Notice:
    """What to know of a chronology, a sentence each; `dates`: which documents lack theirs."""

    warnings: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def make_notice(timeline: Timeline, exporter: Exporter) -> Notice:
    """What to know of one document's own chronology, as a format holds it."""
    warnings = list(tell_warnings(timeline))
    if left := tell_beyond(timeline, exporter.years):
        sources = ", ".join(map(name_document, timeline.documents))
        warnings.append(f"{sources}: {exporter.name} leaves out entries: {left}")
    return Notice(tuple(warnings), tuple(tell_dates(timeline)))


def name_document(document: Document) -> str:
    """A document by its source, and by the id that the source gives it."""
    return (
        document.source
        if _DIGEST.match(document.id)
        else f"{document.source} ({show(document.id)})"
    )


def tell_warnings(timeline: Timeline) -> Iterator[str]:
    """What was noticed while the documents were read."""
    for document in timeline.documents:
        for warning in document.warnings:
            yield f"{name_document(document)}: {warning}"


def tell_dates(timeline: Timeline) -> Iterator[str]:
    """Which documents have no date although they need one, and whose own date is none."""
    waiting = count_waiting(timeline)
    for document in timeline.documents:
        yield from _tell_document(document, waiting.get(document.id, 0))


def _tell_document(document: Document, waiting: int) -> Iterator[str]:
    if waiting:
        tail = f"; {count(waiting, 'time expression')} unresolved"
        yield f"{name_document(document)}: {describe_date(document)}{tail}"
    elif UNREADABLE in (document.date.note or ""):
        yield f"{name_document(document)}: {describe_date(document)}"


def count(number: int, noun: str) -> str:
    """So many of something: "1 event", "6 time expressions"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def count_waiting(timeline: Timeline) -> Mapping[str, int]:
    """The time expressions that only a document date would resolve, by the document's id."""
    dateless = {one.id for one in timeline.documents if one.date.value is None}
    return Counter(
        one.document
        for one in timeline.expressions
        if one.document in dateless and one.reason in NEEDS_DATE
    )


def date_hint(documents: int) -> str:
    """How to give a date to so many documents."""
    if documents == 1:
        return "give it with --date"
    return (
        "give one for all with --date, or one each: in the name (minutes-2022-01-10.txt), "
        'as "date" in JSON Lines'
    )


def chosen_by(timeline: Timeline) -> tuple[str, ...]:
    """The options that chose among the entries: ("--since", "--top")."""
    options = timeline.provenance.options
    return tuple(f"--{n.replace('_', '-')}" for n in CHOICES if options.get(n) is not None)


def count_left_out(timeline: Timeline) -> int:
    """The dated events that those options left out."""
    if not chosen_by(timeline):
        return 0
    kept = {event for entry in timeline.entries for event in entry.events}
    kept |= {one.event for one in timeline.undated}
    return sum(event.id not in kept for event in timeline.events)
