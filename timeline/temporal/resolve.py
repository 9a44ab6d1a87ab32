"""From an expression and its anchor to a time: the semantics of every form of Expr.

Nothing here raises: what cannot be dated comes back Unresolved, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .arithmetic import first_moment, last_, last_moment, move, truncate
from .completion import complete
from .customs import PLAIN, Customs
from .expression import (
    Amount,
    AtEvent,
    Base,
    Direction,
    Every,
    Expr,
    Partial,
    Pick,
    Range,
    Shift,
    Vague,
)
from .fiscal import fiscal, fiscal_year_at
from .granularity import Granularity
from .patterns import pattern_of
from .picking import pick
from .ranging import to_interval
from .recurrence import to_duration, to_recurrence
from .shifting import Step, names_a_day, not_after, shift_moment, to_steps, within_the_day
from .values import End, Interval, Moment, OneOf, TimeValue, Unresolved

_NEEDS = {
    Base.SPEECH: "needs the document's date",
    Base.REFERENCE: "needs a date told before it",
    Base.PERIOD: "needs the document's date",
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

# "Earlier that year": before what is told; where that is no closer than the cell, its early part.
_SIDES = {"EARLIER": "START", "LATER": "END"}

Dated = Moment | OneOf | Unresolved


@dataclass(frozen=True, slots=True)
class AnchorTime:
    """What an expression is seen from: the time of speaking and the time that is being told.

    `direction` is the side on which a date without its year lies, `partial_base` the time that
    it is completed from (the other one where only that is known). `period` is the cell that
    figures are given for, `event` when the event happened that the words name.
    """

    speech: Moment | None
    reference: Moment | None = None
    direction: Direction = "near"
    partial_base: Base = Base.SPEECH
    customs: Customs = PLAIN
    period: Moment | None = None
    event: Moment | OneOf | None = None

    def get(self, base: Base) -> Moment | None:
        """The time of speaking, the time that is being told, or the period of the figures.

        Where no period is told it is the quarter that has just ended: figures come after it.
        """
        if base is Base.SPEECH:
            return self.speech
        if base is Base.REFERENCE:
            return self.reference
        if self.period is None and self.speech is not None:
            return last_(self.speech, Granularity.QUARTER)
        return self.period

    @property
    def for_partials(self) -> Moment | None:
        """What a date without its year is completed from."""
        return self.get(self.partial_base) or self.speech or self.reference


def resolve(expr: Expr, anchor: AnchorTime) -> TimeValue | Unresolved:
    """The time that an expression means, seen from an anchor; the same whatever came before."""
    match expr:
        case Partial():
            if expr.fiscal and (anchor.customs.fiscal_start != 1 or expr.span):
                return fiscal(expr, anchor.for_partials, anchor.direction, anchor.customs)
            return complete(expr, anchor.for_partials, anchor.direction, customs=anchor.customs)
        case Shift():
            return _shift(expr, anchor)
        case Pick():
            return _pick(expr, anchor)
        case Range():
            return _range(expr, anchor)
        case Every():
            return to_recurrence(expr)
        case Amount():
            return to_duration(expr)
        case Vague():
            return expr.reference
        case AtEvent():
            return anchor.event or Unresolved(f"depends on an event: {expr.text}")


def bases(expr: Expr) -> frozenset[Base]:
    """Which anchors a value depends on; a date to be completed counts as SPEECH."""
    match expr:
        case Partial():
            return frozenset() if pattern_of(expr) is None else frozenset({Base.SPEECH})
        case Shift() | Pick():
            if isinstance(expr.base, Base):
                return frozenset({expr.base})
            return bases(expr.base)
        case Range():
            said = (end for end in (expr.start, expr.end) if end is not None)
            ends = [end for end in said if not isinstance(end, AtEvent)]
            full = [end for end in ends if not is_bare(end)]
            return frozenset().union(*(bases(end) for end in full or ends))
        case _:
            return frozenset()


def is_bare(expr: Expr | None) -> bool:
    """True for a date that its neighbour in a range completes: one without a year."""
    return isinstance(expr, Partial) and pattern_of(expr) is not None


def _based(base: Expr | Base, anchor: AnchorTime) -> TimeValue | Unresolved:
    if isinstance(base, Base):
        return anchor.get(base) or Unresolved(_NEEDS[base])
    return resolve(base, anchor)


def _over(value: TimeValue | Unresolved, side: int, make: Callable[[Moment], Dated]) -> Dated:
    """Apply to a moment, to both ends of an uncertain one, or to the near end of an interval."""
    if isinstance(value, Interval):
        end = value.start if side < 0 else value.end
        value = Unresolved("counts from an end that is not known") if isinstance(end, End) else end
    if isinstance(value, Moment):
        return make(value)
    if isinstance(value, OneOf):
        first = None if value.earliest is None else make(value.earliest)
        last = None if value.latest is None else make(value.latest)
        return join(first, last)
    if isinstance(value, Unresolved):
        return value
    return Unresolved("counts from something that is not a date")


def join(first: Dated | None, last: Dated | None) -> Dated:
    """One value from the first possible to the last possible; None is open."""
    if isinstance(first, Unresolved):
        return first
    if isinstance(last, Unresolved):
        return last
    known = last or first
    if known is None:
        return Unresolved("counts from a date that is not known")
    lo = first.earliest if isinstance(first, OneOf) else first
    hi = last.latest if isinstance(last, OneOf) else last
    if lo == hi and lo is not None:
        return lo
    if lo and hi and hi.cell.hi <= lo.cell.lo:
        lo, hi = hi, lo
    return OneOf(lo, hi, known.granularity)


def _shift(expr: Shift, anchor: AnchorTime) -> Dated:
    steps = to_steps(expr.amount)
    if isinstance(steps, Unresolved):
        return steps
    base = _based(expr.base, anchor)
    is_day = isinstance(base, Moment) and base.granularity is Granularity.DAY
    if is_day and expr.base is Base.SPEECH and within_the_day(steps):
        return base  # type: ignore[return-value]  # is_day
    if expr.base is Base.PERIOD and isinstance(base, Moment):
        for least, _, unit in steps:
            base = move(base, expr.sign * least, unit)
        return base  # a year before a quarter is the same quarter
    if expr.keep:
        return _over(base, expr.sign, lambda m: _anniversary(m, steps, expr.sign))
    keep_day = not isinstance(expr.base, Base) and names_a_day(expr.base)
    value = _over(base, expr.sign, lambda m: shift_moment(m, steps, expr.sign, keep_day=keep_day))
    if isinstance(value, OneOf) and expr.sign > 0 and anchor.direction == "past" and anchor.speech:
        value = not_after(value, anchor.speech)
    amount_mod = expr.amount.mod
    if amount_mod in ("LESS_THAN", "EQUAL_OR_LESS") and not isinstance(expr.base, Base):
        return _over(base, expr.sign, lambda m: _within(m, steps, expr.sign))
    said = expr.mod or amount_mod
    mod = _SHIFTED_MODS[expr.sign].get(said or "", said)
    return replace(value, mod=mod) if mod and isinstance(value, Moment) else value


def _within(base: Moment, steps: Iterable[Step], sign: int) -> Dated:
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


def _pick(expr: Pick, anchor: AnchorTime) -> Dated | Interval:
    what, customs = expr.what, anchor.customs
    if isinstance(what, Partial) and pattern_of(what) is None:
        return complete(what, anchor.for_partials, anchor.direction, customs=customs)
    base = _based(expr.base, anchor)
    if expr.which == "alike":
        return _over(base, 1, lambda m: _alike(m, anchor.period))
    if expr.fiscal and customs.fiscal_start != 1 and isinstance(base, Moment):
        steps = {"last": -1, "next": 1}.get(str(expr.which), 0)
        return fiscal_year_at(base, steps, customs)
    side = -1 if expr.which == "last" else 1
    value = _over(
        base, side, lambda m: pick(expr.which, what, m, anchor.direction, customs=customs)
    )
    if isinstance(value, Moment) and isinstance(base, Moment) and _is_yesterday(expr, value, base):
        value = move(value, -1, Granularity.WEEK)
    if not expr.mod or not isinstance(value, Moment):
        return value
    if expr.mod in _SIDES:
        return _beside_told(value, base, expr.mod)
    return replace(value, mod=expr.mod)


def _is_yesterday(expr: Pick, value: Moment, base: Moment) -> bool:
    """Whether "last Tuesday" would be yesterday, which nobody calls so: it is a week before."""
    named = isinstance(expr.what, Partial) and expr.what.weekday is not None
    if expr.which != "last" or expr.base is not Base.SPEECH or not named:
        return False
    today = truncate(base, Granularity.DAY)
    return value.granularity <= Granularity.DAY and value.cell.hi == today.cell.lo


def _beside_told(cell: Moment, told: TimeValue | Unresolved, side: str) -> Dated:
    """The share of a cell before or after what is told: "earlier that year" ends before it."""
    edge = told
    if isinstance(told, OneOf):
        edge = (told.latest if side == "EARLIER" else told.earliest) or told
    first, last = first_moment(cell), last_moment(cell)
    fine = isinstance(edge, Moment) and edge.granularity < cell.granularity > Granularity.DAY
    if not fine or not isinstance(edge, Moment) or first is None or last is None:
        return replace(cell, mod=_SIDES[side])
    day = truncate(replace(edge, mod=None, zone=None), Granularity.DAY)
    here = last_moment(day) if side == "EARLIER" else first_moment(day)
    if side == "EARLIER" and day.granularity is Granularity.DAY:
        here = move(day, -1, Granularity.DAY)  # "earlier this month" is not today
    if here is None or not cell.cell.contains(here.cell):
        return replace(cell, mod=_SIDES[side])
    ends = (first, here) if side == "EARLIER" else (here, last)
    return OneOf(*ends, cell.granularity)


def _alike(base: Moment, period: Moment | None) -> Moment:
    """The period of the figures, in the year of the base; that year where no period is told."""
    return base if period is None else move(period, base.year - period.year, Granularity.YEAR)


def _range(expr: Range, anchor: AnchorTime) -> Interval | Unresolved:
    """The interval; an end without its year is completed from the other, not from the anchor."""
    start, end = expr.start, expr.end
    first: TimeValue | Unresolved | None
    last: TimeValue | Unresolved | None
    # An event as one end leaves that end unknown, and the other as it is.
    waiting = anchor.event is None
    events = [edge.text for edge in (start, end) if waiting and isinstance(edge, AtEvent)]
    start = None if waiting and isinstance(start, AtEvent) else start
    end = None if waiting and isinstance(end, AtEvent) else end
    if events and start is None and end is None:
        return Unresolved(f"depends on an event: {', '.join(events)}")
    if start is None or end is None or not (is_bare(start) or is_bare(end)):
        first = None if start is None else resolve(start, anchor)
        last = None if end is None else resolve(end, anchor)
        if first is not None and end is not None and _counts_on(start, end):
            # "from 5 December 2022 until the end of the following February"
            last = _beside(end, first, anchor, "future")
    elif _is_bare_clock(end) and not _is_bare_clock(start):
        first = resolve(start, anchor)
        last = _beside(end, first, anchor, "future")
    elif is_bare(start) and (
        anchor.direction != "near" or not is_bare(end) or _is_bare_clock(start)
    ):
        # Either way the end decides: what is ahead may have begun.
        last = resolve(end, anchor)
        first = _beside(start, last, anchor, "past")
    else:
        first = resolve(start, anchor)
        last = _beside(end, first, anchor, "future")
    return to_interval(first, last, ongoing=expr.ongoing)


def _counts_on(start: Expr | None, end: Expr) -> bool:
    """Whether an end is counted from something told, which the start is not."""
    told = Base.REFERENCE in bases(end)
    return told and start is not None and Base.REFERENCE not in bases(start)


def _beside(
    expr: Expr, other: TimeValue | Unresolved, anchor: AnchorTime, direction: Direction
) -> TimeValue | Unresolved:
    """An end completed from the other end: the nearest on its side."""
    if isinstance(other, Interval):
        near = other.start if direction == "past" else other.end
    elif isinstance(other, OneOf):
        near = (other.earliest if direction == "past" else other.latest) or End.UNKNOWN
    else:
        near = other if isinstance(other, Moment) else End.UNKNOWN
    if isinstance(near, End):
        return resolve(expr, anchor)
    if near.granularity < Granularity.DAY and isinstance(expr, Partial) and not _is_clock(expr):
        near = truncate(near, Granularity.DAY)
    beside = replace(anchor, reference=near, direction=direction, partial_base=Base.REFERENCE)
    return resolve(expr, beside)


def _is_bare_clock(expr: Expr) -> bool:
    return isinstance(expr, Partial) and expr.hour is not None and _is_clock(expr)


def _is_clock(expr: Partial) -> bool:
    pattern = pattern_of(expr)
    return pattern is not None and pattern.period is Granularity.DAY
