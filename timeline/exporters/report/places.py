"""Where a time lies on the drawn axis, and under which heading of the list."""

from __future__ import annotations

from ...chronology import Time
from ...temporal.edtf import parse_date

# The certainties that are drawn alike, with the words of the legend.
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("exact", "exact: one day or clock time", ("exact",)),
    (
        "cell",
        "somewhere within a week, month, season, year, ...",
        ("daypart", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
         "century", "millennium"),
    ),
    ("approximate", "approximate: about then, or somewhere between two bounds", ("approximate",)),
    ("open", "before or after: bounded on one side", ("before", "after")),
    ("stretch", "stretch: period, since, until, ongoing", ("period", "since", "until", "ongoing")),
    ("inferred", "inferred: no expression says it", ("inferred",)),
)  # fmt: skip


def bounds_of(time: Time) -> list[int | None]:
    """Seconds of the axis between which an instant lies; of an interval first and last begin too.

    That is [first begin, last begin, first end, last end]: begins are where their day or minute
    starts, ends where it is over, and between the second and the third it certainly lasted. None is
    not bounded.
    """
    begin, end = time.begin, time.end
    if time.shape == "instant":
        return [_edge(begin.earliest, last=False), _edge(end.latest, last=True)]
    begins = [_edge(bound, last=False) for bound in (begin.earliest, begin.latest)]
    return begins + [_edge(bound, last=True) for bound in (end.earliest, end.latest)]


def _edge(bound: str | None, *, last: bool) -> int | None:
    """Where the day or minute of a bound starts, or is over."""
    if bound is None:
        return None
    cell = parse_date(bound).cell
    return int(cell.hi if last else cell.lo)


def heading_of(time: Time) -> tuple[int, int] | None:
    """The year and the month that an entry stands under, as the chronology orders it.

    The month is 0 where the time is no closer than a year. None where nothing bounds it.
    """
    bound = time.begin.earliest or time.end.latest or time.begin.latest or time.end.earliest
    if bound is None:
        return None
    moment = parse_date(bound)
    cells = [parse_date(b).cell for b in (time.begin.earliest, time.end.latest) if b]
    wide = time.shape == "instant" and len(cells) == 2 and cells[1].hi - cells[0].lo > _MONTH
    return moment.year, 0 if wide else (moment.month or 1)


_MONTH = 31 * 86_400  # s; the longest month
