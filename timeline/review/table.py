"""A table of entries that a person worked over (-f csv, then a spreadsheet or an editor)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..chronology import Entry, Event, Time, Timeline
from ..errors import FormatError, ReadError, TimelineError
from ..exporters.columns import COLUMNS, Row, get_rows
from ..exporters.csv import write_cell
from ..readers.decoding import read_text
from ..temporal.edtf import from_edtf
from ..temporal.values import Interval, Moment, OneOf
from .days import Days
from .times import make_time, point_between, span_between

GIVES_DATE = ("begin", "end", "edtf")
EDITABLE = (*GIVES_DATE, "title")
HINT = "write the table with timeline render case.json -o case.csv"
MAX_TOLD = 5  # lines with a fault that one message tells
MAX_TITLE = 1000


@dataclass(frozen=True, slots=True)
class Edit:
    """One row that differs: its entry or its event without a date (neither: a new one)."""

    line: int
    entry: Entry | None
    event: Event | None
    time: Time | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """What a table changes: edited and new rows, entries that it lacks, cells that do not count."""

    edits: tuple[Edit, ...]
    missing: tuple[Entry, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: Mapping[str, str]


def read_table(data: bytes, name: str, timeline: Timeline) -> Table:
    """Compare a table with the chronology that it was written from.

    Comma, semicolon or tab; a header with the column `id`. Raises ReadError that names the lines
    with a fault: a table is applied whole or not at all.
    """
    lines = _read_lines(data, name)
    rows = {write_cell(COLUMNS["id"], row.entry.id): row for row in get_rows(timeline)}
    events = {event.id: event for event in timeline.events}
    spare = {one.event: events[one.event] for one in timeline.undated}
    known = [(rows[line.cells["id"]], line) for line in lines if line.cells["id"] in rows]
    days = Days(
        (str(COLUMNS[column].read(row) or ""), line.cells[column])
        for row, line in known
        for column in ("begin", "end")
        if column in line.cells
    )
    edits: list[Edit] = []
    faults: list[str] = []
    ignored: list[str] = []
    seen: set[str] = set()
    note = f"given by a person in {name}"
    for line in lines:
        wanted = line.cells["id"]
        row, event = rows.get(wanted), spare.get(wanted)
        try:
            if wanted and row is None and event is None:
                raise ReadError(f"there is no entry {wanted!r}")
            if wanted and wanted in seen:
                raise ReadError(f"the id {wanted!r} is there twice; a new row has none")
            seen.add(wanted)
            edit = _edit(line, row, days, note) if row else _new(line, event, days, note)
        except TimelineError as error:
            faults.append(f"line {line.number}: {error.message}")
            continue
        if edit.time or edit.title:
            edits.append(edit)
        if row:
            ignored += _find_ignored(line, row)
    if faults:
        more = f"; and {len(faults) - MAX_TOLD} more" if len(faults) > MAX_TOLD else ""
        raise ReadError(f"{name}: {'; '.join(faults[:MAX_TOLD])}{more}", "nothing was changed")
    missing = tuple(row.entry for shown, row in rows.items() if shown not in seen)
    return Table(tuple(edits), missing, tuple(ignored))


def _read_lines(data: bytes, name: str) -> Sequence[_Line]:
    text = read_text(data)[0].removeprefix("\ufeff")
    head = text.partition("\n")[0]
    columns, separator = max(
        (([cell.strip().strip('"') for cell in head.split(mark)], mark) for mark in ",;\t"),
        key=lambda found: len({*found[0]} & {*COLUMNS}),
    )
    if "id" not in columns or not {*columns} & {*EDITABLE}:
        raise ReadError(
            f"{name} has no header with the column id and one of {', '.join(EDITABLE)}", HINT
        )
    if len({*columns}) < len(columns):
        raise ReadError(f"{name} has a column twice in its header", HINT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return list(_make_lines(reader, columns, name))
    except csv.Error as error:
        raise ReadError(f"{name}, line {reader.line_num}: {error}", HINT) from error


def _make_lines(reader: Iterator[list[str]], columns: Sequence[str], name: str) -> Iterator[_Line]:
    next(reader)
    for number, cells in enumerate(reader, 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            raise ReadError(
                f"{name}, row {number}: {len(cells)} cells under {len(columns)} columns",
                "put text that holds the separator in quotes",
            )
        filled = [cell.strip() for cell in cells] + [""] * (len(columns) - len(cells))
        line = _Line(number, dict(zip(columns, filled, strict=True)))
        # A stretch of which nothing is told (--gaps) is no entry.
        if line.cells["id"] or line.cells.get("certainty") != "gap":
            yield line


def _edit(line: _Line, row: Row, days: Days, note: str) -> Edit:
    """What a row changes in its entry."""
    title = _read_title(line, write_cell(COLUMNS["title"], row.entry.title))
    return Edit(line.number, row.entry, None, _changed_time(line, row, days, note), title)


def _changed_time(line: _Line, row: Row, days: Days, note: str) -> Time | None:
    old = row.entry.time
    if line.cells.get("edtf", old.edtf or "") != (old.edtf or "") and line.cells["edtf"]:
        return make_time(_read_edtf(line.cells["edtf"]), note, ends_after=old.end.earliest)
    was = {"begin": old.begin.earliest or "", "end": old.end.latest or ""}
    told = {name: line.cells.get(name, cell) for name, cell in was.items()}
    moved = {name for name in was if not days.is_same(was[name], told[name])}
    if not moved:
        return None
    begin, end = days.read(told["begin"]), days.read(told["end"])
    # One day of two equal ones: the day was corrected, nothing was made of it that lasts.
    if len(moved) == 1 and was["begin"] == was["end"] and told[next(iter(moved))]:
        begin = end = days.read(told[next(iter(moved))])
    if begin is None and end is None:
        raise FormatError("it has no date left; delete the row to take the entry out")
    if old.shape == "instant":
        return make_time(point_between(begin, end), note)
    going_on = end is None and old.end.earliest is not None and old.end.latest is None
    span = span_between(begin, end, ongoing=going_on)
    return make_time(span, note, ends_after=old.end.earliest)


def _new(line: _Line, event: Event | None, days: Days, note: str) -> Edit:
    """A row of the person's own, or a date for an event that had none."""
    title = _read_title(line, event.title if event else "") if line.cells.get("title") else None
    if event is None and not title:
        raise FormatError("a new row needs a title")
    value: Moment | Interval | OneOf
    if line.cells.get("edtf"):
        value = _read_edtf(line.cells["edtf"])
    else:
        begin, end = (days.read(line.cells.get(name, "")) for name in ("begin", "end"))
        if begin is None and end is None:
            raise FormatError("a new row needs a date")
        value = span_between(begin, end) if begin and end else point_between(begin, end)
        if begin and end in (None, begin):
            value = begin
    return Edit(line.number, None, event, make_time(value, note), title)


def _read_edtf(text: str) -> Moment | Interval | OneOf:
    value = from_edtf(text)
    if isinstance(value, OneOf):
        return point_between(value.earliest, value.latest)
    return value


def _read_title(line: _Line, shown: str) -> str | None:
    """The title of a row where it is another one, without a guard against formulas."""
    title = line.cells.get("title", shown)
    if title == shown:
        return None
    if title.startswith("'") and shown.startswith("'"):
        title = title[1:]
    title = " ".join(title.split())
    if not title:
        raise FormatError("its title is empty; delete the row to take the entry out")
    if len(title) > MAX_TITLE:
        raise FormatError(f"its title has more than {MAX_TITLE} characters")
    return title


def _find_ignored(line: _Line, row: Row) -> Iterator[str]:
    for name, cell in line.cells.items():
        if name in COLUMNS and name not in (*EDITABLE, "id"):
            column = COLUMNS[name]
            if cell != write_cell(column, column.read(row)).strip() and column.is_text:
                yield f"line {line.number}: {name} cannot be corrected; it stays as it was"
