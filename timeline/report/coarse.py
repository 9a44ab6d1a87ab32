"""Dates told no finer than is wanted, and the stretches of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    """A time that is told no finer than a granularity; a coarser one as it is.

    Its bounds become those of whole cells: "late June" is June, "by 12 October" by the end of it.
    """
    told = Granularity[time.granularity.upper()]
    begin, end = _widen(time.begin, wanted), _widen(time.end, wanted)
    if told >= wanted and (begin, end) == (time.begin, time.end):
        return time
    value = None
    if time.shape == "instant":
        first, last = _cell(begin.earliest, wanted), _cell(end.latest, wanted)
        if first is not None and first == last:
            cell = replace(first, qualifier=_qualifier(time.edtf))
            value, edtf = to_timex3(cell).value, to_edtf(cell)
        else:
            finest = min(wanted, Granularity.YEAR)  # in sets EDTF has no decades
            ends = _cell(begin.earliest, finest), _cell(end.latest, finest)
            edtf = to_edtf(OneOf(*ends, finest)) if any(ends) else None
    else:
        of_begin, _, of_end = (time.edtf or "").partition("/")
        going_on = time.end.earliest is not None and time.end.latest is None
        side = OPEN if going_on else _side(end, wanted, of_end)
        edtf = to_edtf(Interval(_side(begin, wanted, of_begin), side))
    return msgspec.structs.replace(
        time, value=value, edtf=edtf, begin=begin, end=end, granularity=max(told, wanted).label
    )


def _widen(bounds: out.Bounds, wanted: Granularity) -> out.Bounds:
    first, last = _cell(bounds.earliest, wanted), _cell(bounds.latest, wanted)
    start, stop = first and first_moment(first), last and last_moment(last)
    return out.Bounds(earliest=iso(start) if start else None, latest=iso(stop) if stop else None)


def _cell(bound: str | None, wanted: Granularity) -> Moment | None:
    """The cell of a granularity that holds a bound."""
    return truncate(parse_date(bound), wanted) if bound else None


def _side(bounds: out.Bounds, wanted: Granularity, edtf: str) -> Moment | End:
    cell = _cell(bounds.earliest or bounds.latest, wanted)
    return replace(cell, qualifier=_qualifier(edtf)) if cell else UNKNOWN


def _qualifier(edtf: str | None) -> str:
    """Whether a date is said to be uncertain (?), approximate (~) or both (%)."""
    return next((mark for mark in "%~?" if mark in (edtf or "")), "")


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
