"""How long a stretch of time is in the words of its phrase."""

from __future__ import annotations

from ..temporal.expression import Amount, AtEvent, Expr, Pick, Range, Shift
from ..temporal.granularity import Granularity


def length_of(expr: Expr) -> Amount | None:
    """The amount that the words of a DURATION state: two weeks of "the past two weeks".

    TIMEX3 takes its value from this where the expression itself denotes the stretch that it
    measures, or a time that is counted from an event ("two days" after the procedure).
    """
    if isinstance(expr, Amount):
        return expr
    if isinstance(expr, Shift):
        return expr.amount if isinstance(expr.base, AtEvent) else None
    if isinstance(expr, Range):
        counted = _counted(expr)
        if counted is not None:
            return counted
        for end in (expr.start, expr.end):
            # "The past decade": the year in which it began.
            moved = end.base if isinstance(end, Pick) and end.which == "same" else end
            if isinstance(moved, Shift) and moved.amount.most != 0:
                return moved.amount
    return None


def _counted(expr: Range) -> Amount | None:
    """Nine months of "the first nine months" of a year: from its first to its ninth."""
    first, last = expr.start, expr.end
    if not isinstance(first, Pick) or not isinstance(last, Pick):
        return None
    if not isinstance(first.which, int) or not isinstance(last.which, int):
        return None
    count = last.which - first.which + 1
    return Amount(count, count, first.what) if isinstance(first.what, Granularity) else None
