"""How long a stretch of time is in the words of its phrase."""

from __future__ import annotations

from ..temporal.expression import Amount, AtEvent, Expr, Range, Shift


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
        for end in (expr.start, expr.end):
            if isinstance(end, Shift):
                return end.amount
    return None
