"""A table for people: the only file that knows rich."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..chronology import Conflict, Timeline, certainty
from .columns import Row, choose_columns, get_rows
from .dates import describe_date, write_time
from .registry import Layout
from .safe import show

WIDTH = 100  # columns, where no terminal says how many
_NARROW = 72  # columns; below, the dating words go under the event
_DOCUMENTS = 8  # documents named in the header; more are counted
_UNSURE = {"inferred": "red", "approximate": "yellow", "before": "yellow", "after": "yellow"}
_SEE_ALL = "-f json lists them, `timeline explain` says why"


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """Write documents and their dates, the entries, then what is not among them."""
    width = layout.width or WIDTH
    # Rendered apart, so that no line keeps the blanks that fill a column.
    rendered = StringIO()
    console = Console(
        file=rendered,
        width=width,
        color_system="auto" if layout.color else None,
        force_terminal=layout.color,
        force_jupyter=False,
        no_color=not layout.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    rows = list(get_rows(timeline))
    parts = [list(_header(timeline)) if layout.header is not False else []]
    if layout.fields:
        parts.append([_chosen(rows, layout.fields)])
    else:
        parts.append([_table(rows, timeline, narrow=width < _NARROW)] if rows else [])
    if not rows:
        parts.append([Text("no dated events")])
    parts.append(list(_footer(timeline)))
    console.print(Group(*_separate(parts)))
    for line in rendered.getvalue().removesuffix("\n").split("\n"):
        stream.write(line.rstrip() + "\n")


def _separate(parts: list[list[RenderableType]]) -> Iterator[RenderableType]:
    """The parts with an empty line between them."""
    for number, part in enumerate(filter(None, parts)):
        if number:
            yield Text()
        yield from part


def _header(timeline: Timeline) -> Iterator[RenderableType]:
    for document in timeline.documents[:_DOCUMENTS]:
        name, title = show(document.source), show(document.title or "")
        yield Text(name + (f": {title}" if title and title != name else ""), style="bold")
        yield Text(f"  {describe_date(document)}")
        for warning in document.warnings:
            yield Text(f"  {show(warning)}", style="yellow")
    more = len(timeline.documents) - _DOCUMENTS
    if more > 0:
        yield Text(f"and {_count(more, 'more document')}")


def _table(rows: list[Row], timeline: Timeline, *, narrow: bool) -> Table:
    several = len(timeline.documents) > 1
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    table.add_column("date", no_wrap=not narrow, max_width=34, overflow="fold")
    table.add_column("event", ratio=None, overflow="fold", min_width=12)
    if not narrow:
        table.add_column("dating words", overflow="fold", max_width=30)
        table.add_column("certainty", no_wrap=True)
        if several:
            table.add_column("source", overflow="fold", max_width=20)
    conflicting = {event.id: event.document for event in timeline.events}
    sources = {document.id: document.source for document in timeline.documents}
    for row in rows:
        sure = certainty(row.entry.time)
        words = _quote(row.words)
        event = Text(show(row.entry.title))
        if narrow:
            event.append("\n" + " ".join(filter(None, [words, f"({sure})"])), style="dim")
        for conflict in row.entry.conflicts:
            source = sources.get(conflicting.get(conflict.event, ""), "")
            event.append(f"\n{_contradiction(conflict, source)}", style="red")
        cells = [Text(write_time(row.entry.time), style="cyan"), event]
        if not narrow:
            cells += [Text(words, style="dim"), Text(sure, style=_UNSURE.get(sure, ""))]
            if several:
                names = [sources[document] for document in row.entry.documents]
                cells.append(Text(show(", ".join(names)), style="dim"))
        table.add_row(*cells)
    return table


def _chosen(rows: list[Row], fields: tuple[str, ...]) -> Table:
    columns = choose_columns(fields)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        values = [column.read(row) for column in columns.values()]
        table.add_row(*(Text("" if value is None else show(str(value))) for value in values))
    return table


def _quote(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{show(text)}"' for text in words)


def _contradiction(conflict: Conflict, source: str) -> str:
    words = _quote(tuple(e.text for e in conflict.time.evidence if e.text))
    where = f"in {show(source)}" if source else ""
    return " ".join(filter(None, ["but", write_time(conflict.time), where, words]))


def _footer(timeline: Timeline) -> Iterator[RenderableType]:
    shown = {event for entry in timeline.entries for event in entry.events}
    undated = sum(one.event not in shown for one in timeline.undated)
    unresolved = sum(one.reason is not None for one in timeline.expressions)
    if undated:
        yield Text(
            f"{_count(undated, 'event')} not dated (--all adds those bounded by tense; {_SEE_ALL})",
            style="dim",
        )
    if unresolved:
        yield Text(f"{_count(unresolved, 'time expression')} unresolved ({_SEE_ALL})", style="dim")
    for failure in timeline.failures:
        yield Text(f"failed: {show(failure.source)}: {show(failure.reason)}", style="red")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
