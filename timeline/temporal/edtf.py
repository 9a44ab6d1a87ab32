"""EDTF level 2 (ISO 8601-2:2019) as far as our values need it, written and read.

What EDTF cannot say is told as the days that it covers: weeks, weekends and "early May" are
intervals of days, a part of a day is its day. A clock time has seconds in EDTF: hours and minutes
get :00. Sets and intervals hold only years, months and days here: from spring 2020 is from March.
A day beyond the year 9999 is its year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ..errors import FormatError
from .arithmetic import first_moment, last_moment, move
from .axis import REMEMBERED
from .cells import cell_at, index_of
from .granularity import YEARS, Granularity
from .values import MOD_SHARES, OPEN, UNKNOWN, End, Interval, Moment, OneOf, TimeValue

# EDTF level 2 divisions of a year: seasons anywhere and in the south, quarters, halves.
_PART_CODES = {
    "SP": 21, "SU": 22, "FA": 23, "WI": 24,
    "SSP": 29, "SSU": 30, "SFA": 31, "SWI": 32,
    "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36,
    "H1": 40, "H2": 41,
}  # fmt: skip
_PARTS = {code: part for part, code in _PART_CODES.items()}
_UNMASKED = {1: Granularity.DECADE, 2: Granularity.CENTURY, 3: Granularity.MILLENNIUM}


def to_edtf(value: TimeValue) -> str | None:
    """The EDTF of a value, or None for what EDTF cannot say (durations, sets of times).

    >>> to_edtf(Moment(Granularity.QUARTER, 2021, part="Q3"))
    '2021-35'
    """
    if isinstance(value, Moment):
        return _moment(value)
    if isinstance(value, Interval):
        return _interval(value)
    if isinstance(value, OneOf):
        return _set(value.earliest, value.latest)
    return None


def _moment(m: Moment) -> str | None:
    if m.mod in ("BEFORE", "ON_OR_BEFORE"):
        return _set(None, _beside(m, -1) if m.mod == "BEFORE" else replace(m, mod=None))
    if m.mod in ("AFTER", "ON_OR_AFTER"):
        return _set(_beside(m, 1) if m.mod == "AFTER" else replace(m, mod=None), None)
    if m.mod == "APPROX" and not m.qualifier:
        m = replace(m, qualifier="~")
    if m.mod in MOD_SHARES or m.granularity in (Granularity.WEEK, Granularity.WEEKEND):
        return _days(m)
    if m.granularity.is_clock and abs(m.year) <= 9999:
        clock = f"T{m.hour or 0:02d}:{m.minute or 0:02d}:{m.second or 0:02d}"
        return _date(m) + clock + (m.zone or "")
    return _cell(m) or _days(m)


def _beside(m: Moment, step: int) -> Moment:
    """The cell before or after; of a clock time or a part of the day, the same day, to be sure."""
    plain = replace(m, mod=None)
    return move(plain, step, m.granularity) if m.granularity >= Granularity.DAY else plain


def _cell(m: Moment) -> str | None:
    """A cell that EDTF has a name for, with its qualifier."""
    g = m.granularity
    if abs(m.year) > 9999:
        return f"Y{m.year}{m.qualifier}" if g <= Granularity.YEAR else None
    if g in _UNMASKED.values():
        masked = _masked(m)
        return masked + m.qualifier if masked else None
    if g is Granularity.YEAR:
        return _year(m.year) + m.qualifier
    if m.part in _PART_CODES:
        return f"{_year(m.year)}-{_PART_CODES[m.part]}{m.qualifier}"
    if g is Granularity.MONTH:
        return f"{_year(m.year)}-{m.month:02d}{m.qualifier}"
    if g <= Granularity.DAY:
        return _date(m) + m.qualifier
    return None


def _masked(m: Moment) -> str | None:
    """199X, 18XX, -04XX; None where the years of the cell share no digits (the 40s BC)."""
    size = YEARS[m.granularity]
    sign, nearest = ("", m.year) if m.year >= 0 else ("-", -(m.year + size - 1))
    if nearest % size or (sign and nearest < size):
        return None
    digits = f"{nearest:04d}"
    return sign + digits[: -len(str(size)) + 1] + "X" * (len(str(size)) - 1)


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _date(m: Moment) -> str:
    return f"{_year(m.year)}-{m.month or 1:02d}-{m.day or 1:02d}"


def _days(m: Moment) -> str | None:
    """The days (or for rounder cells the years) from the first to the last that it covers."""
    first, last = first_moment(m), last_moment(m)
    if first is None or last is None:
        return None
    if m.granularity > Granularity.YEAR and m.mod not in MOD_SHARES:
        first, last = (
            cell_at(index_of(d, Granularity.YEAR), Granularity.YEAR) for d in (first, last)
        )
    ends = [_cell(replace(end, qualifier=m.qualifier)) for end in (first, last)]
    return ends[0] if ends[0] == ends[1] else _joined(ends[0], ends[1], "/")


def _joined(first: str | None, last: str | None, by: str) -> str | None:
    """Two ends; EDTF has no intervals or sets of years beyond four digits."""
    if first is None or last is None or "Y" in first + last:
        return None
    return first + by + last


def _interval(value: Interval) -> str | None:
    if isinstance(value.start, Moment) and isinstance(value.end, Moment):
        both = (value.start, value.end)
        start, end = _end(value.start, last=False), _end(value.end, last=True)
        # From 9 to 11 on one day: the day.
        if start == end and all(m.granularity < Granularity.DAY for m in both):
            return start
        return _joined(start, end, "/")
    if isinstance(value.start, End) and isinstance(value.end, End):
        return None
    return _joined(_end(value.start, last=False), _end(value.end, last=True), "/")


def _end(end: Moment | End, *, last: bool) -> str | None:
    if isinstance(end, End):
        return end.value
    return _member(end, last=last, qualified=True)


def _set(first: Moment | None, last: Moment | None) -> str | None:
    """An uncertain instant: [a..b], [..b], [a..]; of years, months and days only."""
    lo = None if first is None else _member(first, last=False)
    hi = None if last is None else _member(last, last=True)
    if lo is None or hi is None:
        known = lo or hi
        if known is None or "Y" in known:
            return None
        return f"[{lo or ''}..{hi or ''}]"
    if lo == hi:
        return lo
    joined = _joined(lo, hi, "..")
    return joined and f"[{joined}]"


def _member(m: Moment, *, last: bool, qualified: bool = False) -> str | None:
    """A year, month or day: the first or last that the cell covers."""
    edge = last_moment(m) if last else first_moment(m)
    if edge is None:
        return None
    unit = Granularity.DAY
    if m.mod not in MOD_SHARES:
        if m.granularity >= Granularity.YEAR:
            unit = Granularity.YEAR
        elif m.granularity >= Granularity.MONTH:
            unit = Granularity.MONTH
    qualifier = (m.qualifier or ("~" if m.mod == "APPROX" else "")) if qualified else ""
    return _cell(replace(cell_at(index_of(edge, unit), unit), qualifier=qualifier))


_ISO = re.compile(
    r"(?P<year>[+-]?\d{4,12})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?)?)?"
)
_PLAIN = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<qualifier>[?~%]?)"
)
_LONG = re.compile(r"Y(?P<year>-?\d{5,12})(?P<qualifier>[?~%]?)")
_MASK = re.compile(r"(?P<sign>-?)(?P<digits>\d{1,3})(?P<unknown>X{1,3})(?P<qualifier>[?~%]?)")

_FINEST = (
    ("second", Granularity.SECOND),
    ("minute", Granularity.MINUTE),
    ("day", Granularity.DAY),
    ("month", Granularity.MONTH),
)


@lru_cache(maxsize=REMEMBERED)
def parse_date(text: str) -> Moment:
    """A year, month, day or clock time of ISO 8601: "2022", "2022-01-10", "2022-01-10T06:10Z".

    Raises FormatError for another notation, ImpossibleDateError for a day that does not exist.
    """
    found = _ISO.fullmatch(text.strip())
    if not found:
        raise FormatError(
            f"{text!r} is not a date",
            "write it as in ISO 8601: 2022-01-10, 2022-01 or 2022",
        )
    return _fields(found.groupdict())


def _fields(said: dict[str, str | None]) -> Moment:
    names = ("year", "month", "day", "hour", "minute", "second")
    numbers = {name: int(text) for name in names if (text := said.get(name)) is not None}
    granularity = next((g for name, g in _FINEST if name in numbers), Granularity.YEAR)
    return Moment(
        granularity,
        **numbers,  # type: ignore[arg-type]  # only the six integer fields
        zone=_zone(said.get("zone")),
        qualifier=said.get("qualifier") or "",
        stated=tuple(numbers),
    )


def _zone(text: str | None) -> str | None:
    if text is None or text == "Z":
        return text
    digits = text[1:].replace(":", "").ljust(4, "0")
    return f"{text[0]}{digits[:2]}:{digits[2:]}"


def from_edtf(text: str) -> Moment | Interval | OneOf:
    """The value of an EDTF string of the forms that `to_edtf` writes.

    Raises FormatError for any other, ImpossibleDateError for a day that does not exist.
    """
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and ".." in text:
        first, _, last = text[1:-1].partition("..")
        ends = [_one(end) if end else None for end in (first, last)]
        known = ends[1] or ends[0]
        if known is None:
            raise FormatError(
                f"{text!r} bounds nothing", "write [2020..2022], [..2022] or [2020..]"
            )
        return OneOf(ends[0], ends[1], known.granularity)
    if "/" in text:
        start, end = map(_read_end, text.split("/", 1))
        if isinstance(start, End) and isinstance(end, End):
            raise FormatError(f"{text!r} bounds nothing", "write 1914/1933, ../1933 or 1914/")
        return Interval(start, end)
    return _one(text)


def _read_end(text: str) -> Moment | End:
    return {"": UNKNOWN, "..": OPEN}.get(text) or _one(text)


def _one(text: str) -> Moment:
    if found := _LONG.fullmatch(text):
        return _fields(found.groupdict())
    if found := _PLAIN.fullmatch(text):
        code = int(found["month"] or 0)
        if code in _PARTS and not found["day"]:
            return _part(int(found["year"]), _PARTS[code], found["qualifier"])
        return _fields(found.groupdict())
    found = _MASK.fullmatch(text)
    if found and len(found["digits"] + found["unknown"]) == 4:
        return _unmasked(found)
    found = _ISO.fullmatch(text)
    if found and found["second"] and abs(int(found["year"])) <= 9999:
        moment = _fields(found.groupdict())
        # A whole minute is how we write a minute, for which EDTF has no form.
        if moment.second == 0:
            return replace(moment, granularity=Granularity.MINUTE, second=None)
        return moment
    raise FormatError(
        f"{text!r} is not an EDTF date that we write",
        "see https://www.loc.gov/standards/datetime/ for the notation",
    )


def _part(year: int, part: str, qualifier: str) -> Moment:
    if part[0] == "Q":
        granularity = Granularity.QUARTER
    elif part[0] == "H":
        granularity = Granularity.HALF
    else:
        granularity = Granularity.SEASON
    return Moment(granularity, year, part=part, qualifier=qualifier)


def _unmasked(found: re.Match[str]) -> Moment:
    granularity = _UNMASKED[len(found["unknown"])]
    size = YEARS[granularity]
    nearest = int(found["digits"]) * size
    year = -(nearest + size - 1) if found["sign"] else nearest
    return Moment(granularity, year, qualifier=found["qualifier"])
