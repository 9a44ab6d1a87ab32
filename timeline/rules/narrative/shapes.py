"""What a phrase is by its meaning alone, wherever it stands: a clock time, a day alone, ..."""

from __future__ import annotations

from ...temporal.expression import Base, Expr, Partial, Pick, Range, Shift
from ...temporal.granularity import Granularity


def core_of(expr: Expr | Base) -> Expr | Base:
    """What a picked, shifted or ranged expression finally counts from."""
    while isinstance(expr, (Shift, Pick)):
        expr = expr.base
    if isinstance(expr, Range):
        return core_of(expr.start or expr.end or expr)
    return expr


def is_clock(expr: Expr) -> bool:
    """True for a time of the clock without its day, or a range of such."""
    if isinstance(expr, Range):
        return any(is_clock(end) for end in (expr.start, expr.end) if end is not None)
    return (
        isinstance(expr, Partial)
        and expr.hour is not None
        and expr.day is None
        and expr.weekday is None
    )


def is_day_alone(expr: Expr) -> bool:
    """True for "the 24th", a day of a month that is not named."""
    core = core_of(expr)
    return (
        isinstance(core, Partial)
        and core.day is not None
        and core.month is None
        and core.weekday is None
        and core.year is None
    )


def is_same_day(expr: Expr) -> bool:
    """True for "that same night", "the same day", "that evening"."""
    if isinstance(expr, Pick) and expr.which == "within":
        return is_same_day(expr.base) if isinstance(expr.base, Pick) else False
    if not isinstance(expr, Pick) or expr.which != "same" or expr.base is not Base.REFERENCE:
        return False
    named = isinstance(expr.what, Partial) and expr.what.month is None  # not "that June"
    return expr.what is Granularity.DAY or named


def is_today(expr: Expr | Base) -> bool:
    """True for "today", "this morning", "tonight": the day on which the text was written."""
    while isinstance(expr, Pick) and expr.which == "within":
        expr = expr.base
    return (
        isinstance(expr, Pick)
        and expr.which == "this"
        and expr.what is Granularity.DAY
        and expr.base is Base.SPEECH
    )


def is_cell_at_hand(expr: Expr | Base) -> bool:
    """Whether "the month", "the year" may be the one that the document is written in."""
    if isinstance(expr, Pick) and expr.which == "within":
        return is_cell_at_hand(expr.base)  # "the first quarter of the year"
    return (
        isinstance(expr, Pick)
        and expr.which == "same"
        and expr.base is Base.REFERENCE
        and isinstance(expr.what, Granularity)
        and expr.what > Granularity.DAY
    )


def counts_on(expr: Expr, told: Granularity) -> bool:
    """True for what follows a time told as finely: "the next morning", "two days later".

    Any amount may follow ("three months later"); of cells only those that are not coarser, or a
    week at most: "the next year" is seldom counted from a day.
    """
    if isinstance(expr, Pick) and expr.which == "within":
        return isinstance(expr.base, (Shift, Pick)) and counts_on(expr.base, told)
    if isinstance(expr, Shift):
        return expr.sign > 0 and expr.base is Base.REFERENCE
    if not isinstance(expr, Pick) or expr.which != "next" or expr.base is not Base.REFERENCE:
        return False
    return isinstance(expr.what, Partial) or expr.what <= max(Granularity.WEEK, told)


def counts_in_days(expr: Expr) -> bool:
    """True for what follows a day told by days or less: "the next day", "two weeks later"."""
    if isinstance(expr, Pick) and expr.which == "within":
        return isinstance(expr.base, (Shift, Pick)) and counts_in_days(expr.base)
    if isinstance(expr, Shift):
        near = expr.amount.unit <= Granularity.WEEK
        return near and expr.sign > 0 and expr.base is Base.REFERENCE and not expr.keep
    if not isinstance(expr, Pick) or expr.which != "next" or expr.base is not Base.REFERENCE:
        return False
    return isinstance(expr.what, Granularity) and expr.what <= Granularity.DAY


def uses_reference(expr: Expr, base: Base) -> bool:
    """True if a value is counted from the date that is being told."""
    core = core_of(expr)
    return core is Base.REFERENCE or (isinstance(core, Partial) and base is Base.REFERENCE)
