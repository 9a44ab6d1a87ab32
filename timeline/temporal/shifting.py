"""Counting from a date: "two weeks ago", "a few days later", "a year and a half before"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil, floor, isfinite

from .anchor import AnchorTime
from .arithmetic import first_cell, first_moment, last_cell, last_moment, move, this_, truncate
from .cells import CLOCK_SECONDS
from .expression import Amount, Base, Expr, Partial, Pick, Shift
from .granularity import Granularity
from .recurrence import flat
from .spreading import Dated, spread
from .values import Moment, OneOf, TimeValue, Unresolved

Step = tuple[int, int | None, Granularity]  # least and most (None: unknown) count of a unit

_DEEP = 10_000  # years; nobody counts so many to the year
_MOST = 1e12  # units; no text counts further, and floats lose ones beyond 2**53
# What a broken count is counted in: a year and a half are 18 months, a month and a half 6 or 7
# weeks.
_FINER: dict[Granularity, tuple[float, Granularity]] = {
    Granularity.MINUTE: (60, Granularity.SECOND),
    Granularity.HOUR: (60, Granularity.MINUTE),
    Granularity.DAYPART: (6, Granularity.HOUR),
    Granularity.DAY: (24, Granularity.HOUR),
    Granularity.WEEKEND: (2, Granularity.DAY),
    Granularity.WEEK: (7, Granularity.DAY),
    Granularity.MONTH: (4.348125, Granularity.WEEK),
    Granularity.SEASON: (3, Granularity.MONTH),
    Granularity.QUARTER: (3, Granularity.MONTH),
    Granularity.HALF: (6, Granularity.MONTH),
    Granularity.YEAR: (12, Granularity.MONTH),
    Granularity.DECADE: (10, Granularity.YEAR),
    Granularity.CENTURY: (10, Granularity.DECADE),
    Granularity.MILLENNIUM: (10, Granularity.CENTURY),
}
# What "more than a year" makes of a date that is counted with it, back and forth (TimeML 1.2.1).
_SHIFTED_MODS = {
    -1: {
        "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER",
        "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
        "NEARLY": "APPROX", "JUST_OVER": "APPROX",
    },
    1: {
        "MORE_THAN": "AFTER", "LESS_THAN": "BEFORE",
        "EQUAL_OR_MORE": "ON_OR_AFTER", "EQUAL_OR_LESS": "ON_OR_BEFORE",
        "NEARLY": "APPROX", "JUST_OVER": "APPROX",
    },
}  # fmt: skip


def resolve_shift(expr: Shift, base: TimeValue | Unresolved, anchor: AnchorTime) -> Dated:
    """The date that lies so far from a base, which is the value of the expression's own."""
    steps = to_steps(expr.amount)
    if isinstance(steps, Unresolved):
        return steps
    day = base if isinstance(base, Moment) and base.granularity is Granularity.DAY else None
    if day is not None and expr.base is Base.SPEECH and within_the_day(steps):
        return day
    if expr.base is Base.PERIOD and isinstance(base, Moment):
        for least, _, unit in steps:
            base = move(base, expr.sign * least, unit)
        return base  # a year before a quarter is the same quarter
    if expr.keep:
        return spread(base, expr.sign, lambda m: _anniversary(m, steps, expr.sign))
    keep_day = not isinstance(expr.base, Base) and names_a_day(expr.base)
    value = spread(base, expr.sign, lambda m: shift_moment(m, steps, expr.sign, keep_day=keep_day))
    if isinstance(value, OneOf) and expr.sign > 0 and anchor.direction == "past" and anchor.speech:
        value = not_after(value, anchor.speech)
    amount_mod = expr.amount.mod
    if amount_mod in ("LESS_THAN", "EQUAL_OR_LESS") and not isinstance(expr.base, Base):
        return spread(base, expr.sign, lambda m: _up_to(m, steps, expr.sign))
    said = expr.mod or amount_mod
    mod = _SHIFTED_MODS[expr.sign].get(said or "", said)
    return replace(value, mod=mod) if mod and isinstance(value, Moment) else value


def to_steps(amount: Amount) -> tuple[Step, ...] | Unresolved:
    """An amount as whole counts; a broken count becomes a whole one of a finer unit."""
    steps = []
    for part in flat(amount):
        counts = (part.least, part.least if part.most is None else part.most)
        if not all(isfinite(count) and abs(count) <= _MOST for count in counts):
            return Unresolved("counts more than a calendar can hold")
        factor, unit = 1.0, part.unit
        if any(count != int(count) for count in counts) and unit in _FINER:
            factor, unit = _FINER[unit]
        least, most = sorted(counts)
        low, high = floor(least * factor + 1e-9), ceil(most * factor - 1e-9)
        steps.append((low, None if part.most is None else high, unit))
    return tuple(steps)


def names_a_day(expr: Expr) -> bool:
    """True for words that name a day: two weeks before Easter or from Tuesday are a day.

    "Two weeks later" and "two weeks ago" are a week.
    """
    what = expr.what if isinstance(expr, Pick) else expr
    if isinstance(what, Partial):
        named = (what.weekday, what.easter, what.feast, what.day)
        return any(field is not None for field in named)
    return what is Granularity.DAY


def shift_moment(
    base: Moment, steps: tuple[Step, ...], sign: int, *, keep_day: bool = False
) -> Moment | OneOf | Unresolved:
    """The cell that lies so far from a base, or the first and last that may be meant.

    It is as coarse as the finest unit counted ("two weeks ago" is a week), or as the base. A base
    coarser than the unit leaves open where in it the counting starts: two days after "May 2019" is
    some day from 3 May to 2 June.
    """
    if base.granularity >= Granularity.DAY:
        steps = tuple(_whole_days(step) for step in steps)
    unit = min(step[2] for step in steps)
    if keep_day and unit is Granularity.WEEK and base.granularity is Granularity.DAY:
        unit = Granularity.DAY
    first, last = _ends(base, unit)
    near = [(sign * least, u) for least, _, u in steps]
    far = None
    if all(most is not None for _, most, _ in steps):
        far = [(sign * (most or 0), u) for _, most, u in steps]
    before, after = (near, far) if sign > 0 else (far, near)
    lo = None if before is None else _rounded(_moved(first, before, unit), before)
    hi = None if after is None else _rounded(_moved(last, after, unit), after)
    if lo == hi and lo is not None:
        return lo
    return OneOf(lo, hi, unit if base.granularity > unit else (lo or hi or base).granularity)


def within_the_day(steps: tuple[Step, ...]) -> bool:
    """True for some hours: an hour ago is the same day, as far as a text without a clock tells."""
    if not all(unit.is_clock and most is not None for _, most, unit in steps):
        return False
    seconds = sum((most or 0) * CLOCK_SECONDS[unit] for _, most, unit in steps)
    return seconds <= CLOCK_SECONDS[Granularity.HOUR] * 12


def _whole_days(step: Step) -> Step:
    """48 hours after a day are two days after it: no clock time is known."""
    least, most, unit = step
    if unit is not Granularity.HOUR or least % 24 or (most or 0) % 24:
        return step
    return least // 24, None if most is None else most // 24, Granularity.DAY


def _moved(base: Moment, counts: list[tuple[int, Granularity]], unit: Granularity) -> Moment:
    base = base if unit in CLOCK_SECONDS else truncate(base, unit)
    for count, step in counts:
        base = move(base, count, step)
    return base


def _rounded(moved: Moment, counts: list[tuple[int, Granularity]]) -> Moment:
    """As roughly as so many years are told: 66 million years ago is no year that ends in 21."""
    count = abs(counts[0][0])
    if moved.granularity is not Granularity.YEAR or len(counts) > 1 or count < _DEEP:
        return moved
    step = 10
    while count % (step * 10) == 0 and step * 100 <= count:
        step *= 10
    before_christ = moved.year <= 0
    year = 1 - moved.year if before_christ else moved.year
    year = round(year / step) * step
    return replace(moved, year=1 - year if before_christ else year, qualifier="~")


def _ends(base: Moment, unit: Granularity) -> tuple[Moment, Moment]:
    """The first and last cell of `unit` where the base may lie; "early May" ends early."""
    if base.granularity <= unit:
        return base, base
    if base.granularity > Granularity.DAY:
        coarse = max(unit, Granularity.DAY)
        first, last = first_moment(base), last_moment(base)
        if first is not None and last is not None:
            return (
                first_cell(this_(first, coarse), unit),
                last_cell(this_(last, coarse), unit),
            )
    return first_cell(base, unit), last_cell(base, unit)


def not_after(value: OneOf, speech: Moment) -> OneOf | Moment:
    """An uncertain date of the past, cut at the time of speaking unless it begins after that."""
    cap = _ends(this_(speech, speech.granularity), value.granularity)[1]
    if cap.granularity < value.granularity:
        cap = this_(cap, value.granularity)
    earliest, latest = value.earliest, value.latest
    if earliest is not None and earliest.cell.lo > cap.cell.lo:
        return value
    if latest is not None and latest.cell.lo <= cap.cell.lo:
        return value
    return cap if earliest == cap else OneOf(earliest, cap, value.granularity)


def _up_to(base: Moment, steps: Iterable[Step], sign: int) -> Dated:
    """Somewhere between the base and so much before or after it: "less than a month after"."""
    far = _anniversary(base, steps, sign)
    if not isinstance(far, Moment):
        return far
    ends = (base, far) if sign > 0 else (far, base)
    return OneOf(*ends, min(base.granularity, far.granularity))


def _anniversary(day: Moment, steps: Iterable[Step], sign: int) -> Dated:
    """The same day so many years on; of "the third year" from a day all that year's days."""
    steps = tuple(steps)
    if not any(most for _, most, _ in steps):
        return day  # "by then"
    day = truncate(day, Granularity.DAY) if day.granularity < Granularity.DAY else day
    first = last = day
    for least, most, unit in steps:
        first = move(first, sign * least, unit)
        if most is not None and most > least and day.granularity < unit:
            last = move(last, sign * most, unit)
    if last == day or day.granularity > Granularity.DAY:
        return first
    return OneOf(first, move(last, -1, Granularity.DAY), Granularity.DAY)
