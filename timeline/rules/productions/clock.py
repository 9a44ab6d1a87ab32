"""Times of day."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Expr, Partial, Pick
from ..schema import Slots
from .calendar import calendar
from .combine import inside, merge

_NOON = 12
_DAY = 24


def clock(slots: Slots) -> Partial | None:
    """Hour, minute, second, meridiem and zone; with date slots the whole date-time."""
    hour, minute = slots.number("hour"), slots.number("minute")
    if hour is None:
        hour = slots.number("noon")
    compact = slots.number("military")
    if compact is not None:
        hour, minute = divmod(compact, 100)
    if hour is None or hour > _DAY or (minute or 0) > 59:
        return None
    meridiem = slots.number("meridiem")
    if meridiem is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + meridiem
    zone = slots.word("zone")
    if zone is None and "offset" in slots.values:
        zone = _offset(str(slots.values["offset"]))
    date = calendar(slots)
    if date is None:
        return None
    return replace(date, hour=hour, minute=minute, second=slots.number("second"), zone=zone)


def _offset(text: str) -> str:
    if text == "z":
        return "Z"
    sign, digits = text[0], text[1:].replace(":", "")
    return f"{sign}{digits[:2]}:{digits[2:4] or '00'}"


def clock_before(slots: Slots) -> Partial | None:
    """The start of a range whose end says a.m. or p.m. for both: "2:00 to 3:30 p.m."."""
    hour, until, half = (slots.number(name) for name in ("hour", "until", "meridiem"))
    if hour is None or until is None or half is None or not (hour <= _NOON and until <= _NOON):
        return None
    minutes = slots.number("minute") or 0, slots.number("untilminute") or 0
    if (hour % _NOON, minutes[0]) < (until % _NOON, minutes[1]):
        hour = hour % _NOON + half
    else:
        hour = hour % _NOON + _NOON - half
    return Partial(hour=hour, minute=slots.number("minute"))


def spoken_clock(slots: Slots) -> Partial | None:
    """Minutes before or after a full hour: "half past seven", "quarter to eight"."""
    hour = slots.number("hour")
    if hour is None or not 0 <= hour <= _DAY:
        return None
    minutes = slots.args.get("minutes", slots.values.get("minutes"))
    if not isinstance(minutes, int) or not 0 < minutes < 60:
        return None
    if slots.args.get("before"):
        hour, minutes = (_NOON if hour == 1 else (hour - 1) % _DAY), 60 - minutes
    meridiem = slots.number("meridiem")
    if meridiem is not None:
        hour = hour % _NOON + meridiem
    return Partial(hour=hour, minute=minutes)


def part_of_day(slots: Slots) -> Partial | None:
    """A morning or night by its name, maybe early or late."""
    part = slots.word("daypart") or slots.word("overnight") or slots.word("part")
    return None if part is None else Partial(part=part, mod=slots.word("mod"))


def clock_part(slots: Slots) -> Partial | None:
    """A clock time that a part of the day makes plain: "8 o'clock in the evening"."""
    part = slots.nodes["part"].expr
    node = slots.nodes.get("inner")
    inner = node.expr if node else clock(slots)
    if isinstance(inner, Partial) and isinstance(part, Partial):
        return at_part(inner, part.part)
    return None


def clock_in_time(slots: Slots) -> Expr | None:
    """A clock time in a part of a day: "tomorrow evening at 7:30"."""
    return _in_time(slots.nodes["inner"].expr, slots.nodes["outer"].expr)


def day_at_hour(slots: Slots) -> Expr | None:
    """A full hour on a day or in a part of it: "Monday at 9", "tonight at 9"."""
    hour, node = slots.number("hour"), slots.nodes["outer"]
    if hour is None:
        return None
    if node.kind == "time":
        return _in_time(Partial(hour=hour), node.expr)
    return inside(Partial(hour=hour), node.expr)


def _in_time(inner: Expr, outer: Expr) -> Expr | None:
    if not isinstance(inner, Partial):
        return None
    if isinstance(outer, Partial) and outer.hour is None:
        clock_time = at_part(inner, outer.part)
        return clock_time and merge(clock_time, replace(outer, part=None, mod=None))
    if isinstance(outer, Pick) and isinstance(outer.what, Partial) and outer.what.hour is None:
        clock_time = at_part(inner, outer.what.part)
        rest = replace(outer.what, part=None, mod=None)
        both = clock_time and merge(clock_time, rest)
        return both and replace(outer, what=both, mod=None)
    return None


def at_part(time: Partial, part: str | None) -> Partial | None:
    """The clock time with the half of the day that a part of the day says."""
    if time.hour is None:
        return None
    late = part in ("AF", "EV") or (part == "NI" and time.hour >= 5)
    if late and 1 <= time.hour < _NOON:
        return replace(time, hour=time.hour + _NOON)
    return time


CLOCK = {
    "clock": clock,
    "clock-before": clock_before,
    "clock-in-time": clock_in_time,
    "clock-part": clock_part,
    "day-at-hour": day_at_hour,
    "part-of-day": part_of_day,
    "spoken-clock": spoken_clock,
}
