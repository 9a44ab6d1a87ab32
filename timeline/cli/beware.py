"""Warnings: what of a chronology is not as a user may think."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .messages import advise, complain

if TYPE_CHECKING:
    from ..chronology import Document, Timeline
    from ..exporters import Exporter
    from .choosing import Wanted

MOST = 8  # documents that are warned of one by one
UNREADABLE = "is no date of the calendar"  # the words of `dating` for a source's own date


def warn_of_dates(timeline: Timeline) -> None:
    """Tell which documents have no date although they need one, and whose own date is none."""
    from ..exporters.missing import count_waiting, date_hint

    waiting = count_waiting(timeline)
    lines = [
        line for one in timeline.documents for line in _tell_document(one, waiting.get(one.id, 0))
    ]
    if len(lines) > MOST:
        bad = sum(UNREADABLE in (one.date.note or "") for one in timeline.documents)
        lines = list(_sum_up(len(waiting), sum(waiting.values()), bad))
    for line in lines:
        complain(line)
    if lines:
        advise(date_hint(max(len(waiting), 1)))


def warn_of_confidence(timeline: Timeline, least: float | None) -> None:
    """Tell where --min-confidence had nothing to judge."""
    if least is None or not timeline.entries:
        return
    if all(entry.time.confidence is None for entry in timeline.entries):
        complain("--min-confidence: what is shown has no measured confidence and was not judged")


def warn_of_choice(timeline: Timeline, wanted: Wanted, exporter: Exporter) -> None:
    """Tell where a chosen chronology lacks what was asked for, or the format cannot hold it."""
    _warn_of_name(timeline, wanted.about)
    _warn_of_status(timeline, wanted.status)
    warn_of_left_out(timeline, exporter)


def _warn_of_name(timeline: Timeline, name: str | None) -> None:
    """Tell where nobody is called so, and who is."""
    if name is None or timeline.entries:
        return
    from ..exporters.suggest import suggest
    from ..report.about import count_about, find_told

    count = count_about(timeline, name)
    told = f"; {_count(count, 'event')} without a date" if count else ""
    complain(f"--about: nothing dated is told of {name!r}{told}")
    if known := find_told(timeline, other_than=name)[:MOST]:
        advise(suggest(name, known, "most is told of"))


def _warn_of_status(timeline: Timeline, names: Sequence[str] | None) -> None:
    """Tell where nothing dated is of a kind that was asked for, and how much without a date is."""
    if not names:
        return
    kinds = {event.id: event.status for event in timeline.events}
    shown = {kinds.get(name) for entry in timeline.entries for name in entry.events}
    undated = {one.event for one in timeline.undated}
    lacking = [name for name in names if name not in shown]
    count = sum(kinds[name] in lacking for name in undated if name in kinds)
    if lacking and (count or not timeline.entries):
        told = f"; {_count(count, 'event')} without a date" if count else ""
        complain(f"--status: nothing dated is {' or '.join(lacking)}{told}")
        if count:
            advise("`timeline explain` lists them with the reason")


def warn_of_left_out(timeline: Timeline, exporter: Exporter) -> None:
    """Tell which entries the format cannot hold."""
    from ..exporters.beyond import tell_beyond

    if left := tell_beyond(timeline, exporter.years):
        complain(f"{exporter.name} leaves out entries: {left}")


def _tell_document(document: Document, waiting: int) -> Iterator[str]:
    from ..exporters.dates import describe_date

    if waiting:
        tail = f"; {_count(waiting, 'time expression')} unresolved"
        yield f"{document.source}: {describe_date(document)}{tail}"
    elif UNREADABLE in (document.date.note or ""):
        yield f"{document.source}: {describe_date(document)}"


def _sum_up(documents: int, expressions: int, bad: int) -> Iterator[str]:
    if documents:
        have = "has" if documents == 1 else "have"
        yield (
            f"{_count(documents, 'document')} {have} no date; "
            f"{_count(expressions, 'time expression')} unresolved (-v tells of each document)"
        )
    if bad:
        yield f"{_count(bad, 'document')}: the source's own date {UNREADABLE} (-v tells which)"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
