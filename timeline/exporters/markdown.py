"""Markdown tables of the entries and of what could not be dated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from ..chronology import Timeline
from .columns import Row, choose_columns, get_rows
from .dates import write_date, write_time
from .missing import chosen_by
from .registry import Layout
from .safe import show_markdown


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """A heading with the documents, the table, the undated events, the sources that failed."""
    rows = list(get_rows(timeline))
    if layout.header is not False:
        stream.write("# Chronology\n\n")
        for document in timeline.documents:
            stream.write(f"- {show_markdown(document.source)}: {_date(document.date.value)}\n")
        stream.write("\n" if timeline.documents else "")
    if layout.fields:
        columns = choose_columns(layout.fields)
        cells = [[_cell(c.read(row)) for c in columns.values()] for row in rows]
        _write_table(stream, [show_markdown(name) for name in columns], cells)
        return
    _write_table(
        stream, ["Date", "Event", "Dating words", "Certainty", "Source"], map(_entry, rows)
    )
    # Whoever asks for some of the rows does not want what is in none of them.
    if not chosen_by(timeline):
        _write_undated(timeline, stream)
    if timeline.failures:
        stream.write("\n## Failed\n\n")
        for failure in timeline.failures:
            name, reason = show_markdown(failure.source), show_markdown(failure.reason)
            stream.write(f"- {name}: {reason}\n")


def _date(value: str | None) -> str:
    return f"document date {write_date(value)}" if value else "no document date"


def _entry(row: Row) -> list[str]:
    words = ", ".join(f'"{text}"' for text in row.words)
    line = row.event.locator.line
    source = row.document.source + (f", line {line}" if line else "")
    title = show_markdown(row.entry.title)
    for conflict in row.entry.conflicts:
        title += (
            f"<br>but {show_markdown(write_time(conflict.time))}: {show_markdown(conflict.note)}"
        )
    when = show_markdown(write_time(row.entry.time))
    return [when, title, show_markdown(words), row.standing, show_markdown(source)]


def _write_undated(timeline: Timeline, stream: TextIO) -> None:
    shown = {event for entry in timeline.entries for event in entry.events}
    events = {event.id: event for event in timeline.events}
    left = [one for one in timeline.undated if one.event not in shown]
    if left:
        stream.write("\n## Undated\n\n")
        cells = [[show_markdown(events[o.event].title), show_markdown(o.reason)] for o in left]
        _write_table(stream, ["Event", "Reason"], cells)


def _write_table(stream: TextIO, names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    stream.write(f"| {' | '.join(names)} |\n|{' --- |' * len(names)}\n")
    for row in rows:
        stream.write(f"| {' | '.join(row)} |\n")


def _cell(value: str | int | float | None) -> str:
    return "" if value is None else show_markdown(str(value))
