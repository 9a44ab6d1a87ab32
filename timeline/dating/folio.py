"""The folio of a newspaper or a page: a line of short fields of which one is the day.

Where commas part them a newspaper's name has to stand before the day: "The Daily Star, 5 May 1999"
is one, "Sharpeville, 21 March 1960" a place in history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from .header import TITLE_LINES, find_cells, is_bare
from .labels import OTHERS
from .page import MOST_COMPARED, Head, Line, Page, Written, can_date

PAPER = re.compile(
    r"^(?:[^\n,|]{2,60}, ){0,2}(?:[A-Z][\w'’.&-]{0,20} ){1,5}"
    r"(?:Courier|Times|Review|Post|Herald|Gazette|Journal|Tribune|Magazine|Guardian|News|Telegraph"
    r"|Observer|Chronicle|Mail|Press|Weekly|Bulletin|Monitor|Dispatch|Despatch|Standard|Echo|Argus"
    r"|Advertiser|Independent|Examiner|Ledger|Globe|Mirror|Express|Quarterly|Digest|Reporter"
    r"|Inquirer|Register|Star|Sun|Record), (?=.{6,40}$)"
)
# "Due: 5 June", but not "10:15 AM".
_LABEL = re.compile(r":(?!\d\d)")


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
    paper = PAPER.match(line.text.strip()) if len(cells) < 2 else None
    if paper is not None:
        start = line.start + line.text.index(line.text.strip()) + paper.end()
        dated = [Line(start, line.end, page.text[start : line.end])]
        cells = [line, *dated]
    label = _LABEL.search(others)
    if len(cells) < 2 or len(dated) != 1 or label or OTHERS.search(others):
        return None
    dates = page.dates(dated[0].start, dated[0].end)
    return dates[0] if len(dates) == 1 and is_bare(page, dated[0], dates[0]) else None
