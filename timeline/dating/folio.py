"""The folio of a newspaper or a page: a line of short fields of which one is the day."""

from __future__ import annotations

from collections.abc import Iterator

from .header import OTHERS, TITLE_LINES, find_cells, is_bare
from .page import Head, Line, Page, can_date


def find_folio(page: Page) -> Iterator[Head]:
    """The day between others' fields: "Vol. 12, No. 33    Saturday, June 12, 1999    50 cents".

    A field with a label dates something else: "Due: 5 June | Ref: 12".
    """
    for line in page.head[:TITLE_LINES]:
        cells = [Line(a, b, page.text[a:b]) for a, b in find_cells(line)]
        dated = [cell for cell in cells if can_date(cell.text)]
        others = " ".join(cell.text for cell in cells if cell not in dated)
        if len(cells) < 2 or len(dated) != 1 or ":" in others or OTHERS.search(others):
            continue
        dates = page.dates(dated[0].start, dated[0].end)
        if len(dates) == 1 and dates[0].fields.day and is_bare(page, dated[0], dates[0]):
            yield Head("header", dates[0], "the line above the text")
            return
