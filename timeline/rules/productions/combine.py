"""Expressions made of expressions: a time on a day, a month of a year, early and late."""

from __future__ import annotations

from dataclasses import fields, replace

from ...temporal.expression import Expr, Partial, Pick, Shift
from ...temporal.granularity import Granularity
from ..schema import Slots

_FIELDS = tuple(field.name for field in fields(Partial))
_EMPTY = Partial()
_HALF_YEAR = 6  # months
_WEEKS = 53  # of the longest ISO year


def merge(inner: Partial, outer: Partial) -> Partial | None:
    """Both sets of fields as one, or None if they contradict each other."""
    changes: dict[str, object] = {}
    for name in _FIELDS:
        mine, theirs, empty = getattr(inner, name), getattr(outer, name), getattr(_EMPTY, name)
        if theirs == empty:
            continue
        if mine not in (empty, theirs):
            return None
        changes[name] = theirs
    return replace(inner, **changes)  # type: ignore[arg-type]


def inside(inner: Expr, outer: Expr) -> Expr | None:
    """The cell that `inner` names in `outer`: "Tuesday" of "last week", "10 a.m." of "May 7"."""
    if isinstance(inner, Pick) and inner.which not in ("this", "last", "next", "same"):
        if isinstance(inner.base, Partial | Pick | Shift):
            base = inside(inner.base, outer)
            return None if base is None else replace(inner, base=base)
        return replace(inner, base=outer)
    if not isinstance(inner, Partial):
        return None
    whole = isinstance(outer, Partial) and (outer.span is None or outer.fiscal)
    if isinstance(outer, Partial) and whole and outer.mod is None:
        both = merge(inner, outer)
        if both is not None:
            return both
        return None if inner.part is None else Pick("within", inner, outer)
    if isinstance(outer, Pick) and outer.which == "within" and isinstance(outer.what, Partial):
        both = merge(inner, outer.what)
        if both is not None:
            return replace(outer, what=both)
        return Pick("within", inner, outer)
    return Pick("within", inner, outer)


def within(slots: Slots) -> Expr | None:
    """The slot `inner`, or the slots of a part of the day, within the slot `outer`."""
    outer = slots.nodes["outer"].expr
    node = slots.nodes.get("inner")
    if node is not None:
        found = inside(node.expr, outer)
        mod = slots.word("mod")
        return with_mod(found, mod) if found is not None and mod else found
    part = slots.word("daypart") or slots.word("part")
    named = Partial(
        part=part or slots.word("season"),
        weekday=slots.number("weekday"),
        month=slots.number("month"),
        mod=slots.word("mod"),
    )
    return None if named == _EMPTY else inside(named, outer)


def clock_in_week(slots: Slots) -> Expr | None:
    """A clock time on a day of a week: "next week on Tuesday 9 a.m."."""
    day = inside(slots.nodes["day"].expr, slots.nodes["outer"].expr)
    return None if day is None else inside(slots.nodes["inner"].expr, day)


def week_of_year(slots: Slots) -> Expr | None:
    """A numbered week of a year: "week 27 of last year"."""
    week = slots.number("week")
    if week is None or not 1 <= week <= _WEEKS:
        return None
    return inside(Partial(week=week), slots.nodes["outer"].expr)


def within_day(slots: Slots) -> Expr | None:
    """A numbered day of a month: "the 5th of this month"."""
    day = slots.number("day")
    return None if day is None else inside(Partial(day=day), slots.nodes["outer"].expr)


def day_in_list(slots: Slots) -> Partial | None:
    """A day that a later one gives its month and year: the first of "3 and 5 May 2021"."""
    first, last = slots.number("first"), slots.nodes["date"].expr
    if first is None or not isinstance(last, Partial) or last.month is None or last.day is None:
        return None
    return replace(last, day=first, weekday=None) if first < last.day else None


def date_in_list(slots: Slots) -> Partial | None:
    """A date that a later one gives its year: the first of "26 May and 4 June 1940"."""
    first, last = slots.nodes["first"].expr, slots.nodes["date"].expr
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return None
    days = [one.month and one.day and (one.month, one.day) for one in (first, last)]
    if first.year is not None or last.year is None or not days[0] or not days[1]:
        return None
    return replace(first, year=last.year) if days[0] < days[1] and not last.short_year else None


def date_given_up(slots: Slots) -> Partial | None:
    """A date that the new one gives its year: "set for 20 December, was moved to 4 May 2024"."""
    first, last = slots.nodes["first"].expr, slots.nodes["date"].expr
    if not isinstance(first, Partial) or not isinstance(last, Partial):
        return None
    if first.year is not None or last.year is None or not first.month or not last.month:
        return None
    months = first.month - last.month
    return replace(first, year=last.year - (months > _HALF_YEAR) + (months < -_HALF_YEAR))


def same(slots: Slots) -> Expr | None:
    """The expression inside, unchanged: a rule that only adds the words around it."""
    return next(iter(slots.nodes.values())).expr


def license_bare(slots: Slots) -> Expr | None:
    """An expression that may not stand alone, in words that show it to be a time ("since 1914")."""
    node = slots.nodes["date"]
    return None if node.alone else node.expr


def half_of(slots: Slots) -> Expr | None:
    """The first or second half of a decade, a century or a month."""
    half = slots.nodes["inner"].expr
    number = {"H1": 1, "H2": 2}.get(half.part or "") if isinstance(half, Partial) else None
    return Pick(number, Granularity.HALF, slots.nodes["date"].expr) if number else None


def modify(slots: Slots) -> Expr | None:
    """An expression with a TIMEX3 mod: "early 2021", "the end of next week"."""
    return with_mod(slots.nodes["date"].expr, slots.word("mod"))


def beside(slots: Slots) -> Expr | None:
    """A cell before or after what is told in it: "earlier that year"; of a named one its share."""
    expr, side = slots.nodes["date"].expr, slots.word("side")
    if isinstance(expr, Pick) and expr.which in ("this", "same"):
        return with_mod(expr, side)
    return with_mod(expr, {"EARLIER": "START", "LATER": "END"}[side or ""])


def circa(slots: Slots) -> Expr | None:
    """An approximate date, with EDTF's `~`."""
    expr = slots.nodes["date"].expr
    if isinstance(expr, Partial):
        return replace(expr, mod=expr.mod or "APPROX", qualifier="~")
    return with_mod(expr, "APPROX")


def doubtful(slots: Slots) -> Partial | None:
    """A day or month whose year may follow it, with EDTF's `?`: "On 14 May 876 Danes"."""
    expr = slots.nodes["date"].expr
    if not isinstance(expr, Partial) or expr.month is None or expr.year is not None:
        return None
    return replace(expr, qualifier="?")


def with_mod(expr: Expr, mod: str | None) -> Expr | None:
    """The expression with a mod, if it can have one and has none yet."""
    if isinstance(expr, Partial | Pick | Shift) and mod is not None and expr.mod is None:
        return replace(expr, mod=mod)
    return None


COMBINE = {
    "within": within,
    "within-day": within_day,
    "date-in-list": date_in_list,
    "date-given-up": date_given_up,
    "clock-in-week": clock_in_week,
    "week-of-year": week_of_year,
    "day-in-list": day_in_list,
    "same": same,
    "license": license_bare,
    "modify": modify,
    "beside": beside,
    "half-of": half_of,
    "circa": circa,
    "doubtful": doubtful,
}
