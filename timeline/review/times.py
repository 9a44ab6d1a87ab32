"""The time that a person gives, as the output contract's `time`."""

from __future__ import annotations

from ..chronology import Bounds, Evidence, Time
from ..errors import FormatError
from ..temporal.arithmetic import first_moment, iso, last_moment, truncate
from ..temporal.edtf import to_edtf
from ..temporal.granularity import Granularity
from ..temporal.timex3 import to_timex3
from ..temporal.values import OPEN, UNKNOWN, Interval, Moment, OneOf

SIEVE = "person"
# The cells of the calendar that first and last day are read as, coarsest first.
CELLS = (
    Granularity.CENTURY,
    Granularity.DECADE,
    Granularity.YEAR,
    Granularity.MONTH,
    Granularity.DAY,
)


def point_between(begin: Moment | None, end: Moment | None) -> Moment | OneOf:
    """What happened at some time from one cell to another, either of them open."""
    if begin == end and begin is not None:
        return begin
    first = first_moment(begin) if begin else None
    last = last_moment(end) if end else None
    if first and last:
        _check_order(first, last)
        for granularity in CELLS:
            cell = truncate(first, granularity)
            if (first_moment(cell), last_moment(cell)) == (first, last):
                return cell
    known = [moment.granularity for moment in (begin, end) if moment]
    return OneOf(first, last, min(known))


def span_between(begin: Moment | None, end: Moment | None, *, ongoing: bool = False) -> Interval:
    """What lasted from one cell to another; None is not known, `ongoing` has no end yet."""
    if begin and end:
        _check_order(begin, end)
    return Interval(begin or UNKNOWN, OPEN if ongoing else end or UNKNOWN)


def _check_order(begin: Moment, end: Moment) -> None:
    if begin.cell.lo >= end.cell.hi:
        raise FormatError(f"it ends on {iso(end)}, before it begins on {iso(begin)}")


def make_time(
    value: Moment | Interval | OneOf, note: str, *, ends_after: str | None = None
) -> Time:
    """A time by a person's word; `ends_after` is the day on which something still goes on."""
    if isinstance(value, Interval):
        sides = [end if isinstance(end, Moment) else None for end in (value.start, value.end)]
        if sides[0] and sides[1]:
            _check_order(sides[0], sides[1])
        begin, end = _bounds(sides[0], sides[0]), _bounds(sides[1], sides[1])
        if value.end is OPEN and ends_after:
            end = Bounds(earliest=ends_after, latest=None)
        grains = [side.granularity for side in sides if side]
        relation = "IS_INCLUDED"
    else:
        first, last = (
            (value, value) if isinstance(value, Moment) else (value.earliest, value.latest)
        )
        begin = end = _bounds(first, last)
        grains = [value.granularity]
        relation = "BEFORE" if first is None else "AFTER" if last is None else "IS_INCLUDED"
    return Time(
        value=to_timex3(value).value if isinstance(value, Moment) else None,
        edtf=to_edtf(value),
        shape="interval" if isinstance(value, Interval) else "instant",
        begin=begin,
        end=end,
        granularity=min(grains, default=Granularity.DAY).label,
        basis="person",
        relation=relation,
        sieve=SIEVE,
        evidence=(Evidence(expression=None, text=None, start=None, end=None, note=note),),
        confidence=None,
    )


def _bounds(first: Moment | None, last: Moment | None) -> Bounds:
    lo = first_moment(first) if first else None
    hi = last_moment(last) if last else None
    return Bounds(earliest=iso(lo) if lo else None, latest=iso(hi) if hi else None)
