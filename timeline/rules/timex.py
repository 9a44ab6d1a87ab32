"""The TIMEX3 attributes of an expression: of its value, or of the length that its words state."""

from __future__ import annotations

from ..annotation import TemporalExpression
from ..temporal.expression import Base, Shift
from ..temporal.granularity import Granularity
from ..temporal.recurrence import to_duration
from ..temporal.timex3 import Timex3, to_timex3
from ..temporal.values import Reference, Unresolved
from .length import length_of

_LONG = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)


def timex_of(expression: TemporalExpression) -> Timex3 | None:
    """TIMEX3 of an expression, None where it is unresolved.

    TimeML gives "the past two weeks" the value P2W; where it lies is told by the bounds. A DURATION
    that waits for an event ("two days after the procedure") has its length all the same.
    """
    if expression.type == "DURATION" and expression.expr is not None:
        length = length_of(expression.expr)
        if length is not None:
            return to_timex3(to_duration(length))
    if isinstance(expression.value, Unresolved):
        return None
    if isinstance(expression.expr, Shift) and _is_vague(expression.expr):
        past = expression.expr.sign < 0
        return to_timex3(Reference.PAST if past else Reference.FUTURE)
    return to_timex3(expression.value)


def _is_vague(expr: Shift) -> bool:
    """Whether no year of it is known: "several years ago" is some time in the past."""
    amount = expr.amount
    return expr.base is Base.SPEECH and amount.unit in _LONG and amount.least != amount.most
