"""Ranges of clock times on their day: "Tuesday from 2 to 3:30 p.m.", "between 7 and 9 today"."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Amount, Every, Expr, Partial, Pick, Range
from ...temporal.granularity import Granularity
from ..schema import Range2, Slots
from .clock import at_part
from .combine import inside, merge

_LAST_HOUR = 24
_NOON = 12


def place_range(slots: Slots) -> Range2 | None:
    """A range of clock times with the day beside it, which may say the half of the day."""
    match, outer = slots.nodes["inner"].match, slots.nodes["outer"].expr
    if not isinstance(match.expr, Range):
        return None
    first, last = (end.expr if end else None for end in match.ends)
    start, end = (_place(edge, outer) for edge in (first, last))
    if start is None or end is None:
        return None
    spans = [(edge.start, edge.end) for edge in match.ends if edge is not None]
    if _is_over_midnight(first, last) and first is not None and last is not None:
        # "On 19 February between 22:00 and 01:00": the day is that of the end beside it.
        leads = slots.spans["outer"] < spans[0]
        start, end = (start, last) if leads else (first, end)
    return _range(slots, start, end, spans)


def _is_over_midnight(first: Expr | None, last: Expr | None) -> bool:
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return False
    return (first.hour or 0, first.minute or 0) >= (last.hour or 0, last.minute or 0)


def place_hours(slots: Slots) -> Range2 | None:
    """Two bare hours, which only a day beside them shows to be times."""
    hour, until, outer = slots.number("hour"), slots.number("until"), slots.nodes["outer"].expr
    if hour is None or until is None:
        return None
    until = until_hour(hour, until)
    if not hour < until <= _LAST_HOUR:
        return None
    start, end = (_place(Partial(hour=at), outer) for at in (hour, until))
    if start is None or end is None:
        return None
    return _range(slots, start, end, [slots.spans["hour"], slots.spans["until"]])


def until_hour(hour: int, until: int) -> int:
    """The hour that ends a range, past noon where it must be: "from 10 to 2" ends at 14:00."""
    return until + _NOON if until <= hour <= _NOON and until < _NOON else until


def clock_to_hour(slots: Slots) -> Range2 | None:
    """A clock time and a bare hour after it: "from 10:30 to 3"."""
    first, until = slots.nodes["a"].expr, slots.number("until")
    if not isinstance(first, Partial) or first.hour is None or until is None:
        return None
    hour = until_hour(first.hour, until)
    if not (first.hour, first.minute or 0) < (hour, 0) or hour > _LAST_HOUR:
        return None
    last = replace(first, hour=hour, minute=None, second=None, zone=slots.word("zone"))
    first = replace(first, zone=first.zone or last.zone)
    ends = (*slots.spans["a"], "TIME", first), (*slots.spans["until"], "TIME", last)
    return Range2(Range(first, last), ends)


def day_until(slots: Slots) -> Range2 | None:
    """A day up to a clock time: "Tuesday before five"."""
    return _part_of_day(slots, until=True)


def day_from(slots: Slots) -> Range2 | None:
    """A day from a clock time on: "Tuesday after five"."""
    return _part_of_day(slots, until=False)


def _part_of_day(slots: Slots, *, until: bool) -> Range2 | None:
    day = slots.nodes["outer"].expr
    clock = _place(slots.nodes["inner"].expr, day)
    if clock is None:
        return None
    ends = (*slots.spans["outer"], "DATE", day), (*slots.spans["inner"], "TIME", clock)
    if until:
        return Range2(Range(day, clock), ends)
    return Range2(Range(clock, day), (ends[1], ends[0]))


def set_clock(slots: Slots) -> Expr | None:
    """A clock time that comes again every day or on a day of the week."""
    often, clock = slots.nodes["often"].expr, slots.nodes["inner"].expr
    if not isinstance(often, Every) or not isinstance(clock, Partial):
        return None
    what = often.what
    if isinstance(what, Amount):
        daily = what.unit is Granularity.DAY and what.least == what.most == 1 and not what.more
        return replace(often, what=clock) if daily else None
    both = merge(clock, what)
    return None if both is None else replace(often, what=both)


def _place(clock: Expr | None, outer: Expr) -> Expr | None:
    """A clock time on a day; the evening makes seven o'clock 19:00."""
    if not isinstance(clock, Partial) or clock.hour is None:
        return None
    if clock.day is not None or clock.weekday is not None or clock.month is not None:
        return None
    cell = outer.what if isinstance(outer, Pick) and outer.which == "within" else outer
    if not isinstance(cell, Partial) or cell.part is None:
        return None if isinstance(cell, Partial) and cell.hour is not None else inside(clock, outer)
    time = at_part(clock, cell.part)
    rest = replace(cell, part=None, mod=None)
    both = time and merge(time, rest)
    if both is None:
        return None
    return replace(outer, what=both, mod=None) if isinstance(outer, Pick) else both


def _range(slots: Slots, start: Expr, end: Expr, spans: list[tuple[int, int]]) -> Range2:
    """Both ends; the one next to the day takes its words in."""
    day = slots.spans["outer"]
    (a, b), (c, d) = spans
    if day[0] < a:
        a = day[0]
    else:
        d = day[1]
    return Range2(Range(start, end), ((a, b, "TIME", start), (c, d, "TIME", end)))


PLACE = {
    "place-range": place_range,
    "place-hours": place_hours,
    "clock-to-hour": clock_to_hour,
    "day-until": day_until,
    "day-from": day_from,
    "set-clock": set_clock,
}
