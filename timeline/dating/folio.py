"""The folio of a newspaper or a page: a line of short fields of which one is the day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from .header import OTHERS, TITLE_LINES, find_cells, is_bare
from .page import MOST_COMPARED, Head, Line, Page, Written, can_date


def find_folio(page: Page) -> Iterator[Head]:
    """The day between others' fields: "Vol. 12, No. 33    Saturday, June 12, 1999    50 cents".

    A field with a label dates something else: "Due: 5 June | Ref: 12". So does each of several such
    lines with days of their own: they are the rows of a table.
    """
    for line in page.head[:TITLE_LINES]:
        found = _find_day(page, line)
        if found is None or not found.fields.day:
            continue
        dated = islice((x for x in page.lines if can_date(x.text)), MOST_COMPARED)
        others = (_find_day(page, other) for other in dated if other.start != line.start)
        if not any(other and other.fields != found.fields for other in others):
            yield Head("header", found, "the line above the text")
        return


def _find_day(page: Page, line: Line) -> Written | None:
    """The one date of a line of fields, where it fills its field."""
    cells = [Line(a, b, page.text[a:b]) for a, b in find_cells(line)]
    dated = [cell for cell in cells if can_date(cell.text)]
    others = " ".join(cell.text for cell in cells if cell not in dated)
    if len(cells) < 2 or len(dated) != 1 or ":" in others or OTHERS.search(others):
        return None
    dates = page.dates(dated[0].start, dated[0].end)
    return dates[0] if len(dates) == 1 and is_bare(page, dated[0], dates[0]) else None
