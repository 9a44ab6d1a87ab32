"""This, last, next, the nth: one cell chosen relative to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from .anchor import AnchorTime
from .arithmetic import first_moment, last_, last_moment, move, next_, nth, this_, truncate
from .cells import cell_at, first_day, index_of
from .completion import complete, impossible, within
from .customs import PLAIN, Customs
from .expression import Base, Direction, Partial, Pick
from .fiscal import fiscal_year_at
from .granularity import Granularity
from .patterns import Pattern, pattern_of
from .spreading import Dated, spread
from .values import Interval, Moment, OneOf, TimeValue, Unresolved

Which = Literal["this", "last", "next", "within", "same", "alike"] | int
_MOST = 1000  # an ordinal beyond this names no date that a text means
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}
# The cells in which a half or a quarter of a longer cell is told.
_SHARED_IN = {
    Granularity.MILLENNIUM: Granularity.YEAR,
    Granularity.CENTURY: Granularity.YEAR,
    Granularity.DECADE: Granularity.YEAR,
}
_SHARES = {Granularity.HALF: 2, Granularity.QUARTER: 4}
# "Earlier that year": before what is told; where that is no closer than the cell, its early part.
_SIDES = {"EARLIER": "START", "LATER": "END"}


def resolve_pick(expr: Pick, base: TimeValue | Unresolved, anchor: AnchorTime) -> Dated | Interval:
    """The cell that is chosen relative to a base, which is the value of the expression's own."""
    what, customs = expr.what, anchor.customs
    if isinstance(what, Partial) and pattern_of(what) is None:
        return complete(what, anchor.for_partials, anchor.direction, customs=customs)
    if expr.which == "alike":
        return spread(base, 1, lambda m: _alike(m, anchor.period))
    if expr.fiscal and customs.fiscal_start != 1 and isinstance(base, Moment):
        steps = {"last": -1, "next": 1}.get(str(expr.which), 0)
        return fiscal_year_at(base, steps, customs)
    side = -1 if expr.which == "last" else 1
    value = spread(
        base, side, lambda m: pick(expr.which, what, m, anchor.direction, customs=customs)
    )
    if isinstance(value, Moment) and isinstance(base, Moment) and _is_yesterday(expr, value, base):
        value = move(value, -1, Granularity.WEEK)
    if not expr.mod or not isinstance(value, Moment):
        return value
    if expr.mod in _SIDES:
        return _beside_told(value, base, expr.mod)
    return replace(value, mod=expr.mod)


def pick(
    which: Which,
    what: Granularity | Partial,
    base: Moment,
    direction: Direction,
    *,
    customs: Customs = PLAIN,
) -> Moment | OneOf | Unresolved:
    """The cell that is meant, seen from a base; "last Tuesday" on a Tuesday is a week ago."""
    base = replace(base, mod=None, zone=None) if base.zone else base
    if isinstance(what, Granularity):
        return _pick_unit(which, what, base)
    pattern = pattern_of(what, customs=customs)
    if pattern is None:
        return Unresolved("the words name no date")
    if problem := impossible(pattern):
        return Unresolved(problem)
    if isinstance(which, int):
        found = pattern.inside(base, which) if 0 < abs(which) <= _MOST else None
        return found or Unresolved(f"there is no {_ordinal(which)} such date there")
    if which == "last":
        return _from_ends(base, pattern.period, pattern.before)
    if which == "next":
        return _from_ends(base, pattern.period, pattern.after)
    if which == "this":
        return _this(pattern, base, direction)
    return _inside(pattern, base, same=which == "same")


def _pick_unit(which: Which, unit: Granularity, base: Moment) -> Moment | OneOf | Unresolved:
    if which == "last":
        return _from_ends(base, unit, lambda m: last_(m, unit))
    if which == "next":
        return _from_ends(base, unit, lambda m: next_(m, unit))
    if isinstance(which, str):
        return this_(base, unit)
    if unit in _SHARES and base.granularity is not Granularity.YEAR:
        return _share(which, unit, base)
    found = nth(which, unit, base)
    return found or Unresolved(f"there is no {_ordinal(which)} {unit.label} there")


def _share(which: int, unit: Granularity, base: Moment) -> Moment | OneOf | Unresolved:
    """The first half of May, the last quarter of a century: somewhere in that share of the cell."""
    shares = _SHARES[unit]
    number = which - 1 if which > 0 else shares + which
    if not 0 <= number < shares or which == 0:
        return Unresolved(f"there is no {_ordinal(which)} {unit.label} there")
    if base.granularity <= Granularity.DAY:
        if unit is not Granularity.HALF:
            return Unresolved(f"there is no {unit.label} of a {base.granularity.label}")
        return replace(base, mod=("START", "END")[number])
    step = _SHARED_IN.get(base.granularity, Granularity.DAY)
    whole = replace(base, mod=None)
    first, last = first_moment(whole), last_moment(whole)
    if first is None or last is None:
        return Unresolved("the words name no date")
    lo, count = index_of(first, step), index_of(last, step) - index_of(first, step) + 1
    ends = (lo + count * number // shares, lo + count * (number + 1) // shares - 1)
    return OneOf(cell_at(ends[0], step), cell_at(ends[1], step), step)


def _from_ends(
    base: Moment, unit: Granularity, make: Callable[[Moment], Moment | None]
) -> Moment | OneOf | Unresolved:
    """Seen from a base that holds several of the cells, any of them may be the one meant."""
    if base.granularity <= unit:
        return make(base) or Unresolved("there is no such date near by")
    edges = (first_moment(base), last_moment(base))
    first, last = (make(edge) if edge else None for edge in edges)
    if first is None or last is None:
        return Unresolved("there is no such date near by")
    return first if first == last else OneOf(first, last, first.granularity)


def _this(pattern: Pattern, base: Moment, direction: Direction) -> Moment | OneOf | Unresolved:
    """The cell that holds the base, else the one of the same year, week or day.

    "this Friday" and "this winter" lie on the side that the direction says.
    """
    if pattern.period is Granularity.DAY or base.granularity >= pattern.period:
        return within(pattern, base)
    around = pattern.latest(base)
    if around is not None and around.cell.contains(base.cell):
        return around
    index = index_of(base, pattern.period)
    found = pattern.walk(index, 1, lambda _: True)
    floats = pattern.period is Granularity.WEEK or (
        found is not None and found.granularity is Granularity.SEASON
    )
    if floats and direction == "past":
        found = around
    elif pattern.period is Granularity.WEEK and direction == "future":
        found = pattern.earliest(base)
    return found or Unresolved("there is no such date near by")


def _inside(pattern: Pattern, base: Moment, *, same: bool) -> Moment | OneOf | Unresolved:
    if same and base.granularity < pattern.period:
        around = pattern.latest(base)
        if around is not None and around.cell.contains(base.cell):
            return around  # "that winter" of January is the one that began the year before
        base = this_(base, pattern.period)
    if not same and pattern.period is Granularity.DAY and base.granularity > Granularity.DAY:
        return _some_day(pattern, base)
    return within(pattern, base)


def _some_day(pattern: Pattern, base: Moment) -> OneOf | Unresolved:
    """A time of a day of which only the year or month is known: "this morning", told in 2023."""
    end = last_moment(base)
    first = pattern.at(first_day(base))
    last = pattern.at(first_day(end)) if end is not None else None
    if first is None or last is None:
        return Unresolved("there is no such time")
    return OneOf(first, last, first.granularity)


def _ordinal(n: int) -> str:
    if n < 0:
        return "last" if n == -1 else f"{-n}th from last"
    return _ORDINALS.get(n, f"{n}th")


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
