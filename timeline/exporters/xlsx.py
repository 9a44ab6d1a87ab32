"""A workbook (Office Open XML): the chronology, what is undated, sources, conflicts and failures.

Dates are dates where a spreadsheet has them, else ISO 8601 as text. Texts are typed as text, so
that none is a formula. The same chronology gives the same bytes: no clock, no zip times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import IO, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from ..chronology import Timeline
from .cells import Point, read_point
from .columns import COLUMNS, choose_columns, get_lines, get_rows
from .dates import describe_date, write_date, write_time
from .notes import name_source
from .registry import Layout
from .safe import show_sheet

# The usual columns, with their widths in characters.
DEFAULT = (
    "date", "title", "words", "certainty", "status", "source", "line", "page", "begin",
    "begin_latest", "end_earliest", "end", "edtf", "sentence", "other_dates", "document", "id",
)  # fmt: skip
DATES = ("begin", "begin_latest", "end_earliest", "end")
WIDTHS = {"date": 24, "title": 60, "words": 28, "sentence": 80, "other_dates": 40, "source": 28}
USUAL_WIDTH = 14
# Excel has a 29 February 1900, and other programs have not: the days before are told apart.
FIRST, LAST = (1900, 3, 1), (9999, 12, 31)
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # the first that a zip can tell
_FORMULA = ("=", "+", "-", "@")

Value = str | int | float | Point | None


def write(timeline: Timeline, stream: BinaryIO, layout: Layout) -> None:
    """Five sheets with frozen headers; --fields chooses the columns of the first."""
    book = Workbook(write_only=True)
    columns = choose_columns(layout.fields, DEFAULT)
    widths = [WIDTHS.get(name, USUAL_WIDTH) for name in columns]
    lines = get_lines(timeline, columns)
    rows = ([_date_of(n, v) for n, v in zip(columns, line, strict=True)] for line in lines)
    _add_sheet(book, "Chronology", list(columns), widths, rows)
    events = {event.id: event for event in timeline.events}
    documents = {document.id: document for document in timeline.documents}
    undated = (
        (e.title, one.reason, e.trigger, documents[e.document].source, e.locator.line, e.id)
        for one in timeline.undated
        for e in [events[one.event]]
    )
    names = ["title", "reason", "word", "source", "line", "event"]
    _add_sheet(book, "Undated", names, [60, 48, 14, 28, 8, 22], undated)
    names = ["source", "title", "date", "how", "id", "warnings"]
    _add_sheet(book, "Sources", names, [40, 40, 20, 60, 16, 60], _sources(timeline))
    names = ["date", "title", "source", "other date", "quote", "why", "entry", "event"]
    _add_sheet(book, "Conflicts", names, [24, 48, 28, 24, 60, 48, 22, 22], _conflicts(timeline))
    failures = ((one.source, one.reason) for one in timeline.failures)
    _add_sheet(book, "Failures", ["source", "reason"], [40, 80], failures)
    _save(book, stream)


def _sources(timeline: Timeline) -> Iterator[tuple[Value, ...]]:
    for one in timeline.documents:
        value = one.date.value
        day = write_date(value) if value else None
        yield one.source, one.title, day, describe_date(one), one.id, "; ".join(one.warnings)


def _conflicts(timeline: Timeline) -> Iterator[tuple[Value, ...]]:
    for row in get_rows(timeline):
        for conflict in row.entry.conflicts:
            yield (
                write_time(row.entry.time), row.entry.title, name_source(row),
                write_time(conflict.time), conflict.quote, conflict.note, row.entry.id,
                conflict.event,
            )  # fmt: skip


def _date_of(name: str, value: Any) -> Value:
    """A bound becomes its point, if a spreadsheet has that day."""
    if name not in DATES or not value:
        return value  # type: ignore[no-any-return]
    point = read_point(value)
    return point if FIRST <= point.date <= LAST else value


def _add_sheet(
    book: Workbook,
    name: str,
    header: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[Value]],
) -> None:
    sheet = book.create_sheet(name)
    # All of it before the first row: a write-only sheet is written from its top.
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    heads = [_make_cell(sheet, text) for text in header]
    for cell in heads:
        cell.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        sheet.append([_make_cell(sheet, value) for value in row])


def _make_cell(sheet: Any, value: Value) -> Any:
    if isinstance(value, Point):
        return _make_date(sheet, value)
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    text = show_sheet(value)
    cell = WriteOnlyCell(sheet, text)
    # Else "=1+1" is a formula and "#N/A" an error, here or when somebody edits the cell.
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
    cell.alignment = Alignment(vertical="top", wrap_text=len(text) > USUAL_WIDTH)
    return cell


def _make_date(sheet: Any, point: Point) -> Any:
    """A real day, or clock time as it is written; its format shows the zone, sheets have none."""
    if point.clock is None:
        cell = WriteOnlyCell(sheet, datetime(*point.date))
        cell.number_format = "yyyy-mm-dd"
        return cell
    clock = time.fromisoformat(point.clock)
    cell = WriteOnlyCell(sheet, datetime.combine(date(*point.date), clock))
    shown = "yyyy-mm-dd hh:mm:ss" if point.clock.count(":") > 1 else "yyyy-mm-dd hh:mm"
    cell.number_format = f'{shown}"{point.zone}"' if point.zone else shown
    return cell


def _save(book: Workbook, stream: IO[bytes]) -> None:
    """Write the parts in their order, with one time for all that asks for one."""
    made = BytesIO()
    book.save(made)
    book.properties.creator = "timeline"
    # Workbooks have times without a zone, in UTC.
    book.properties.created = book.properties.modified = _EPOCH.replace(tzinfo=None)
    # In memory first: a zip on a pipe, which cannot be wound back, has other bytes.
    packed = BytesIO()
    with ZipFile(made) as parts, ZipFile(packed, "w") as target:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "docProps/core.xml":
                data = tostring(book.properties.to_tree())
            # The same on every system: deflated, and made by none.
            info = ZipInfo(name, _EPOCH.timetuple()[:6])
            info.compress_type, info.create_system = ZIP_DEFLATED, 3
            target.writestr(info, data)
    stream.write(packed.getvalue())


assert set(DEFAULT) <= set(COLUMNS)
