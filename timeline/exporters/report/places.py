"""Where a time lies on the drawn axis, and under which heading of the list."""

from __future__ import annotations

from ...chronology import Time, certainty
from ...temporal.edtf import parse_date
from ...temporal.values import MONTH_NAMES, year_name

# The certainties that are drawn alike, with the words of the legend.
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("exact", "exact: one day or clock time", ("exact",)),
    (
        "cell",
        "somewhere within a week, month, season, year, ...",
        ("daypart", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
         "century", "millennium"),
    ),
    ("approximate", "approximate: somewhere between two bounds", ("approximate",)),
    ("open", "before or after: bounded on one side", ("before", "after")),
    ("stretch", "stretch: period, since, until, ongoing", ("period", "since", "until", "ongoing")),
    ("inferred", "inferred: no expression says it", ("inferred",)),
)  # fmt: skip
_KIND_OF = {word: kind for kind, _, words in KINDS for word in words}


def kind_of(time: Time) -> str:
    """How a time is drawn."""
    return _KIND_OF[certainty(time)]


def bounds_of(time: Time) -> list[int | None]:
    """Seconds of the axis: first begin, last begin, first end, last end; None is not bounded.

    The begins are where their day or minute starts, the ends where it is over: between the second
    and the third it certainly lasts. Of an instant only the first and the last count.
    """
    cells = [
        parse_date(bound).cell if bound else None
        for bound in (time.begin.earliest, time.begin.latest, time.end.earliest, time.end.latest)
    ]
    return [
        None if cell is None else int(cell.hi if number > 1 else cell.lo)
        for number, cell in enumerate(cells)
    ]


def heading_of(time: Time) -> tuple[str, str] | None:
    """The year and the month that an entry stands under, as the chronology orders it.

    The month is empty where the time is no closer than a year. None where nothing bounds it.
    """
    bound = time.begin.earliest or time.end.latest or time.begin.latest or time.end.earliest
    if bound is None:
        return None
    moment = parse_date(bound)
    cells = [parse_date(b).cell for b in (time.begin.earliest, time.end.latest) if b]
    wide = time.shape == "instant" and len(cells) == 2 and cells[1].hi - cells[0].lo > _MONTH
    return year_name(moment.year), "" if wide else MONTH_NAMES[(moment.month or 1) - 1]


_MONTH = 31 * 86_400  # s; the longest month
