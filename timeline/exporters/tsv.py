"""Tab-separated lines for grep, sort, cut and less."""

from __future__ import annotations

from typing import TextIO

from ..chronology import Timeline
from .columns import Cell, choose_columns, get_lines
from .registry import Layout
from .safe import show


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """One line an entry; a header only if asked for."""
    columns = choose_columns(layout.fields)
    if layout.header:
        stream.write("\t".join(columns) + "\n")
    for cells in get_lines(timeline, columns):
        stream.write("\t".join(map(_cell, cells)) + "\n")


def _cell(value: Cell) -> str:
    return "" if value is None else show(str(value))
