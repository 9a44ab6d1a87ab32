"""TIMEX3 of TimeML 1.2.1: values as strings, and back.

Conventions where the standard leaves them open, as TimeBank has them: a whole hour is T22:00, a
decade 199, a century 18 (1800-1899), a millennium 1; before Christ BC0044, BC004 (the 40s BC) and
BC04 (the 5th century BC); durations in decades, centuries and millennia are E, C and L. What is not
known is X: 2022-01-XX is some day of that month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import ImpossibleDateError
from .arithmetic import first_moment, last_moment, truncate
from .axis import DAY_SECONDS
from .cells import cell_at, index_of, local_second
from .granularity import YEARS, Granularity
from .masks import astronomical, mask, mask_between, unmask, year_text
from .recurrence import DURATION_UNITS, duration_text
from .values import (
    DAYPARTS,
    SOUTHERN,
    Duration,
    End,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    Reference,
    TimeValue,
)

# TimeML 1.2.1 TIMEX3, attribute mod.
MODS = frozenset(
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE "
    "START MID END APPROX".split()
)


@dataclass(frozen=True, slots=True)
class Timex3:
    """The attributes of a TIMEX3 that say what it denotes; type is DATE, TIME, DURATION or SET."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None


def to_timex3(value: TimeValue) -> Timex3:
    """The TIMEX3 of a value; an interval is the DURATION between the points that mark it."""
    match value:
        case Moment():
            kind = "TIME" if value.granularity <= Granularity.DAYPART else "DATE"
            approx = "APPROX" if value.qualifier in ("~", "%") else None
            return Timex3(kind, moment_text(value), value.mod or approx)
        case OneOf():
            return _one_of(value)
        case Interval():
            return Timex3("DURATION", _length(value))
        case Duration():
            return Timex3("DURATION", duration_text(value), value.mod)
        case Recurrence():
            return Timex3("SET", value.value, None, value.quant, value.freq)
        case Reference():
            return Timex3("DATE", value.value)


def moment_text(m: Moment) -> str:
    """The value of a cell: 2012-08-10, 2012-W32-WE, 2012-Q3, 2012-08-10TMO, 2012-08-10T06:10Z."""
    g = m.granularity
    if g in YEARS:
        return _years(m)
    year = year_text(m.year)
    if g is Granularity.WEEK:
        return f"{year}-W{m.week or 1:02d}"
    if g is Granularity.WEEKEND:
        return f"{year}-W{m.week or 1:02d}-WE"
    if g is Granularity.MONTH:
        return f"{year}-{m.month or 1:02d}"
    if g > Granularity.MONTH:
        part = m.part or ""
        return f"{year}-{part[1:] if part in SOUTHERN else part}"
    day = f"{year}-{m.month or 1:02d}-{m.day or 1:02d}"
    if g is Granularity.DAY:
        return day
    if g is Granularity.DAYPART:
        return f"{day}T{m.part}"
    clock = f"{m.hour or 0:02d}:{m.minute or 0:02d}"
    if g is Granularity.SECOND:
        clock += f":{m.second or 0:02d}"
    return f"{day}T{clock}{m.zone or ''}"


def _years(m: Moment) -> str:
    """Years and rounder cells: leading digits, and X for the rest where these would mislead."""
    if m.granularity is Granularity.YEAR:
        return year_text(m.year)
    size = YEARS[m.granularity]
    cut = len(str(size)) - 1
    first = cell_at(index_of(m, m.granularity), m.granularity).year
    # The number that all years of the cell share: from 40 of 49 to 40 BC, from 4 of 500 to 401 BC.
    if first < 0:
        number = (1 - (first + size - 1)) // size
        digits = f"BC{number:0{4 - cut}d}"
        return digits if number < 10 ** (4 - cut) else digits + "X" * cut
    digits = f"{first // size:0{4 - cut}d}"
    return digits if len(digits) == 4 - cut else digits + "X" * cut


def _one_of(value: OneOf) -> Timex3:
    first, last = value.earliest, value.latest
    g = value.granularity
    kind = "TIME" if g <= Granularity.DAYPART else "DATE"
    if first is None and last is not None:
        return Timex3(kind, moment_text(last), "ON_OR_BEFORE")
    if last is None and first is not None:
        return Timex3(kind, moment_text(first), "ON_OR_AFTER")
    if first is None or last is None:
        return Timex3("DATE", mask("XXXX", g))
    if g > first.granularity and (cell := truncate(first, g)) == truncate(last, g):
        return Timex3(kind, moment_text(cell), _share_of(first, last, cell))
    text = moment_text(first) if first == last else mask_between(first, last, g)
    clock, same = (moment_text(m).partition("T")[2] for m in (first, last))
    if clock and clock == same and "T" not in text and not text.startswith("XXXX"):
        text = f"{text}T{clock}"  # some day at this hour: 2022-01-XXT09:45
    return Timex3("TIME" if "T" in text else "DATE", text)


def _share_of(first: Moment, last: Moment, cell: Moment) -> str | None:
    """The mod of a stretch at the begin or the end of a cell: "earlier that year"."""
    starts = first_moment(first) == first_moment(cell)
    if starts == (last_moment(last) == last_moment(cell)):
        return None
    return "START" if starts else "END"


def _length(value: Interval) -> str:
    """How long an interval is, both ends included, in the finer of the units that name its ends."""
    start, end = value.start, value.end
    if isinstance(start, End) or isinstance(end, End):
        known = end if isinstance(start, End) else start
        unit = Granularity.DAY if isinstance(known, End) else known.granularity
        return duration_text(Duration(((1, None, unit),)))
    unit = min(start.granularity, end.granularity)
    if unit.is_clock:
        minutes = (local_second(end) - local_second(start)) // 60
        hours, rest = divmod(max(minutes, 0), 60)
        amounts = [(hours, Granularity.HOUR), (rest, Granularity.MINUTE)]
        told = [(n, n, u) for n, u in amounts if n] or [(0, 0, Granularity.MINUTE)]
        return duration_text(Duration(tuple(told)))
    if unit is Granularity.DAYPART or start.granularity is not end.granularity:
        first, last = first_moment(start), last_moment(end)
        days = 1
        if first is not None and last is not None:
            days += (local_second(last) - local_second(first)) // DAY_SECONDS
        return duration_text(Duration(((days, days, Granularity.DAY),)))
    count = index_of(end, unit) - index_of(start, unit) + 1
    return duration_text(Duration(((count, count, unit),)))


_DURATION = re.compile(
    r"P((?:(?:\d{1,9}(?:\.\d{1,9})?|X)(?:DP|WE|SE|[LCEYQMWD])){0,9})"
    r"(?:T((?:(?:\d{1,9}(?:\.\d{1,9})?|X)[HMS]){1,3}))?"
)
_COUNT = re.compile(r"(\d{1,9}(?:\.\d{1,9})?|X)(DP|WE|SE|[LCEYQMWDHS])")
_DATE_UNITS = {name: unit for unit, name in DURATION_UNITS.items() if not unit.is_clock}
_DATE_UNITS["M"] = Granularity.MONTH
_CLOCK_UNITS = {name: unit for unit, name in DURATION_UNITS.items() if unit.is_clock}

_ERA = r"(?P<bc>BC)?"
_Y = _ERA + r"(?P<year>\d{4,12})"
_CLOCK = r"T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<zone>Z|[+-]\d\d:\d\d)?"
_SHAPES = tuple(
    (re.compile(pattern), granularity)
    for pattern, granularity in (
        (_Y, Granularity.YEAR),
        (_ERA + r"(?P<digits>\d{3})", Granularity.DECADE),
        (_ERA + r"(?P<digits>\d{2})", Granularity.CENTURY),
        (_ERA + r"(?P<digits>\d)", Granularity.MILLENNIUM),
        (_ERA + r"(?P<digits>\d{4,12})X", Granularity.DECADE),
        (_ERA + r"(?P<digits>\d{3,12})XX", Granularity.CENTURY),
        (_ERA + r"(?P<digits>\d{2,12})XXX", Granularity.MILLENNIUM),
        (_Y + r"-(?P<month>\d\d)", Granularity.MONTH),
        (_Y + r"-(?P<month>\d\d)-(?P<day>\d\d)", Granularity.DAY),
        (_Y + r"-W(?P<week>\d\d?)", Granularity.WEEK),
        (_Y + r"-W(?P<week>\d\d?)-WE", Granularity.WEEKEND),
        (_Y + r"-(?P<part>Q[1-4])", Granularity.QUARTER),
        (_Y + r"-(?P<part>H[12])", Granularity.HALF),
        (_Y + r"-(?P<part>SP|SU|FA|WI)", Granularity.SEASON),
        (
            _Y + r"-(?P<month>\d\d)-(?P<day>\d\d)T(?P<part>" + "|".join(DAYPARTS) + ")",
            Granularity.DAYPART,
        ),
        (_Y + r"-(?P<month>\d\d)-(?P<day>\d\d)" + _CLOCK, Granularity.HOUR),
    )
)
_SET = re.compile(
    r"(?:BC)?[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]"
    r"|SP|SU|FA|WI))?(?:T(?:MO|MI|AF|EV|NI|DT|\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d:\d\d)?))?"
)


def from_timex3(timex: Timex3) -> TimeValue | None:
    """The value of a TIMEX3, or None if it is not one that we know; `type` counts for sets only."""
    text = timex.value.strip()
    mod = timex.mod if timex.mod in MODS else None
    if timex.type == "SET":
        known = _SET.fullmatch(text) or (_DURATION.fullmatch(text) and text not in ("P", "PT"))
        return Recurrence(text, timex.quant, timex.freq) if known else None
    for reference in Reference:
        if text == reference.value:
            return reference
    if text.startswith("P"):
        return _duration(text, mod)
    try:
        return _moment(text, mod) or unmask(text) or _some_day_at(text)
    except ImpossibleDateError:
        return None


def _duration(text: str, mod: str | None) -> Duration | None:
    found = _DURATION.fullmatch(text)
    if not found or not (found[1] or found[2]):
        return None
    amounts: list[tuple[float, float | None, Granularity]] = []
    for part, units in ((found[1], _DATE_UNITS), (found[2], _CLOCK_UNITS)):
        for count, name in _COUNT.findall(part or ""):
            number = 1.0 if count == "X" else float(count)
            amounts.append((number, None if count == "X" else number, units[name]))
    return Duration(tuple(amounts), mod)


def _moment(text: str, mod: str | None) -> Moment | None:
    for shape, granularity in _SHAPES:
        found = shape.fullmatch(text)
        if found:
            return _cell(found.groupdict(), granularity, mod)
    return None


def _some_day_at(text: str) -> OneOf | None:
    """A clock time or part of a day that is not known: 2022-01-XXT09:45."""
    day, mark, clock = text.partition("T")
    days = unmask(day) if mark else None
    if days is None or days.granularity is not Granularity.DAY or not days.earliest:
        return None
    ends = [_moment(f"{moment_text(end)}T{clock}", None) for end in (days.earliest, days.latest)
            if end is not None]  # fmt: skip
    if len(ends) < 2 or ends[0] is None:
        return None
    return OneOf(ends[0], ends[1], ends[0].granularity)


def _cell(said: dict[str, str | None], granularity: Granularity, mod: str | None) -> Moment:
    if (digits := said.get("digits")) is not None:
        return Moment(granularity, _first_year(digits, said["bc"], granularity), mod=mod)

    def number_of(name: str) -> int | None:
        found = said.get(name)
        return None if found is None else int(found)

    if granularity is Granularity.HOUR and said.get("minute") is not None:
        granularity = Granularity.SECOND if said.get("second") else Granularity.MINUTE
    return Moment(
        granularity,
        astronomical(said["year"] or "", said["bc"]),
        month=number_of("month"),
        day=number_of("day"),
        week=number_of("week"),
        hour=number_of("hour"),
        minute=number_of("minute"),
        second=number_of("second"),
        part=said.get("part"),
        zone=said.get("zone"),
        mod=mod,
    )


def _first_year(digits: str, era: str | None, granularity: Granularity) -> int:
    """The year that a decade, century or millennium starts with; the inverse of `_years`."""
    size, number = YEARS[granularity], int(digits)
    if not era:
        return number * size
    oldest = number * size + size - (1 if granularity is Granularity.DECADE else 0)
    return 1 - oldest
