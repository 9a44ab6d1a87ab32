"""Dates told no finer than is wanted, and the stretches of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from statistics import median_low

import msgspec

from .. import chronology as out
from ..temporal.arithmetic import first_moment, iso, last_moment, truncate
from ..temporal.axis import DAY_SECONDS, civil
from ..temporal.edtf import parse_date, to_edtf
from ..temporal.granularity import Granularity
from ..temporal.timex3 import to_timex3
from ..temporal.values import OPEN, UNKNOWN, End, Interval, Moment, OneOf

LONG, LEAST = 4, 7  # a long gap: so many times the usual one, and at least so many days


def coarsen(entries: Sequence[out.Entry], granularity: str) -> list[out.Entry]:
    """The entries with finer dates widened to that cell of the calendar, in order.

    What conflicts only within such a cell does not conflict.
    """
    wanted = Granularity[granularity.upper()]
    told = []
    for entry in entries:
        time = widen(entry.time, wanted)
        conflicts = tuple(
            msgspec.structs.replace(one, time=widen(one.time, wanted)) for one in entry.conflicts
        )
        apart = tuple(c for c in conflicts if (c.time.begin, c.time.end) != (time.begin, time.end))
        told.append(msgspec.structs.replace(entry, time=time, conflicts=apart))
    return sorted(told, key=lambda entry: out.time_key(entry.time))


def widen(time: out.Time, wanted: Granularity) -> out.Time:
    """A time that is told no finer than a granularity; a coarser one as it is."""
    if Granularity[time.granularity.upper()] >= wanted:
        return time
    begin, end = _widen(time.begin, wanted), _widen(time.end, wanted)
    value = None
    if time.shape == "instant":
        cells = {
            truncate(parse_date(b), wanted) for b in (time.begin.earliest, time.end.latest) if b
        }
        if len(cells) == 1 and time.begin.earliest and time.end.latest:
            (cell,) = cells
            value, edtf = to_timex3(cell).value, to_edtf(cell)
        else:
            first, last = _day(begin.earliest), _day(end.latest)
            edtf = to_edtf(OneOf(first, last, Granularity.DAY)) if first or last else None
    else:
        going_on = time.end.earliest is not None and time.end.latest is None
        side: Moment | End = OPEN if going_on else _side(time.end, wanted)
        edtf = to_edtf(Interval(_side(time.begin, wanted), side))
    return msgspec.structs.replace(
        time, value=value, edtf=edtf, begin=begin, end=end, granularity=wanted.label
    )


def _widen(bounds: out.Bounds, wanted: Granularity) -> out.Bounds:
    first = last = None
    if bounds.earliest:
        first = first_moment(truncate(parse_date(bounds.earliest), wanted))
    if bounds.latest:
        last = last_moment(truncate(parse_date(bounds.latest), wanted))
    return out.Bounds(earliest=iso(first) if first else None, latest=iso(last) if last else None)


def _day(text: str | None) -> Moment | None:
    return parse_date(text) if text else None


def _side(bounds: out.Bounds, wanted: Granularity) -> Moment | End:
    known = bounds.earliest or bounds.latest
    return truncate(parse_date(known), wanted) if known else UNKNOWN


def find_gaps(entries: Sequence[out.Entry], least: int) -> list[out.Gap]:
    """The stretches between entries that are longer than so many days; 0: that are unusually long.

    A stretch is covered from an entry's first to its last day. What is known to a year or more
    vaguely, or at one end only, covers nothing: it does not tell when in it something happened.
    """
    stretches = list(_stretches(entries))
    least = least or _usual(stretches)
    return [
        out.Gap(
            after=before,
            before=after,
            first_day=_iso(first),
            last_day=_iso(last),
            days=last - first + 1,
        )
        for before, after, first, last in stretches
        if last - first + 1 > least
    ]


def _stretches(entries: Sequence[out.Entry]) -> Iterator[tuple[str, str, int, int]]:
    """(entry before, entry after, first day, last day) between neighbours, in days since 1970.

    The last day is before the first where nothing lies between them.
    """
    covered, before = -inf, ""
    for entry in sorted(entries, key=lambda one: out.time_key(one.time)):
        first, last = entry.time.begin.earliest, entry.time.end.latest
        if first is None or last is None:
            continue
        point = entry.time.shape == "instant"
        if point and Granularity[entry.time.granularity.upper()] > Granularity.SEASON:
            continue
        lo = int(parse_date(first).cell.lo // DAY_SECONDS)
        hi = int((parse_date(last).cell.hi - 1) // DAY_SECONDS)
        if before:
            yield before, entry.id, int(covered) + 1, lo - 1
        if hi > covered:
            covered, before = hi, entry.id


def _usual(stretches: Sequence[tuple[str, str, int, int]]) -> int:
    """Beyond how many days a stretch is long, beside the others than the longest."""
    days = sorted(max(last - first + 1, 0) for _, _, first, last in stretches)[:-1]
    return max(LONG * median_low(days), LEAST) if days else LEAST


def _iso(day: int) -> str:
    year, month, number = civil(day)
    return iso(Moment(Granularity.DAY, year=year, month=month, day=number))
