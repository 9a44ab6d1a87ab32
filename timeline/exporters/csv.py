"""Comma-separated values for spreadsheets (RFC 4180, but LF), without formulas from the text."""

from __future__ import annotations

import csv
from typing import TextIO

from ..chronology import Timeline
from .columns import Cell, Column, choose_columns, get_lines
from .registry import Layout
from .safe import show, show_cell


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """A header, then one row an entry.

    Only words of a document are guarded: a date before the year 1 starts with a minus, and no
    program may have to strip an apostrophe from it.
    """
    columns = choose_columns(layout.fields)
    writer = csv.writer(stream, lineterminator="\n")
    if layout.header is not False:
        writer.writerow(columns)
    for cells in get_lines(timeline, columns):
        pairs = zip(columns.values(), cells, strict=True)
        writer.writerow(write_cell(column, cell) for column, cell in pairs)


def write_cell(column: Column, value: Cell) -> str:
    """A value as the table has it."""
    if value is None:
        return ""
    return show_cell(str(value)) if column.is_text else show(str(value))
