"""Markdown tables of the entries and of what could not be dated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from ..chronology import Timeline
from .columns import Row, choose_columns, get_lines, get_rows, tell_gap
from .dates import write_date, write_gap, write_time
from .missing import chosen_by
from .notes import name_source
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
        cells = [list(map(_cell, line)) for line in get_lines(timeline, columns)]
        _write_table(stream, [show_markdown(name) for name in columns], cells)
        return
    names = ["Date", "Event", "Dating words", "Certainty", "Source"]
    _write_table(stream, names, _lines(rows, timeline))
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


def _lines(rows: Iterable[Row], timeline: Timeline) -> Iterator[list[str]]:
    gaps = {gap.before: gap for gap in timeline.gaps}
    for row in rows:
        if gap := gaps.get(row.entry.id):
            yield [write_gap(gap), f"*{tell_gap(gap)}*", "", "", ""]
        yield _entry(row)


def _entry(row: Row) -> list[str]:
    words = ", ".join(f'"{text}"' for text in row.words)
    title = show_markdown(row.entry.title)
    if row.entry.conflicts:
        title += f'<br>"{show_markdown(row.sentence)}"'
    for conflict in row.entry.conflicts:
        when, said = show_markdown(write_time(conflict.time)), show_markdown(conflict.quote)
        title += f'<br>but {when}: "{said}" ({show_markdown(conflict.note)})'
    when = show_markdown(write_time(row.entry.time))
    sure = ", ".join(filter(None, (row.standing, row.confidence)))
    return [when, title, show_markdown(words), sure, show_markdown(name_source(row))]


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
