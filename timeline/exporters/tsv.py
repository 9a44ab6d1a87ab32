"""Tab-separated lines for grep, sort, cut and less."""

from __future__ import annotations

from typing import TextIO

from ..chronology import Timeline
from .columns import Cell, choose_columns, get_rows
from .registry import Layout
from .safe import show


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """One line an entry; a header only if asked for."""
    columns = choose_columns(layout.fields)
    if layout.header:
        stream.write("\t".join(columns) + "\n")
    for row in get_rows(timeline):
        stream.write("\t".join(_cell(column.read(row)) for column in columns.values()) + "\n")


def _cell(value: Cell) -> str:
    return "" if value is None else show(str(value))
