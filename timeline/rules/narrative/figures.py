"""The period that figures are given for: a second thread through reports, beside the narrative.

"Third-quarter net rose to $6 million from $3 million a year ago": the year ago is a quarter too,
and so is "the year-earlier period" or, a paragraph later, "the quarter". What a figure is compared
with changes neither this period nor the date that is being told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...annotation import TemporalExpression
from ...temporal.arithmetic import this_
from ...temporal.expression import Amount, Base, Expr, Pick, Range, Shift
from ...temporal.granularity import Granularity
from ...temporal.values import Interval, Moment
from ..cues import Cue

_PERIODS = (Granularity.QUARTER, Granularity.HALF)
_TO_DATE = (3, 6, 9, 12)  # months that a report counts from the start of its year


@dataclass(frozen=True, slots=True)
class Figures:
    """The period and the quarter that figures are given for, and the expression that told it."""

    period: Moment
    quarter: Moment | None
    id: str
    section: int

    def get(self, expr: Expr, words: str) -> Moment | None:
        """The cell that an expression counts from: the quarter if it speaks of one."""
        is_quarter = isinstance(expr, Pick) and expr.what is Granularity.QUARTER
        return self.quarter if is_quarter or "quarter" in words else self.period


def recount(expr: Expr, words: str, *, told: bool, compared: bool) -> Expr:
    """The same expression counted from the period of the figures, where it speaks of that.

    `told`: there is such a period; `compared`: figures stand before the words in their sentence.
    """
    if isinstance(expr, Shift) and _is_years_before(expr):
        adjective = words.startswith("year-")
        return replace(expr, base=Base.PERIOD) if told and (compared or adjective) else expr
    quarter = isinstance(expr, Pick) and expr.what is Granularity.QUARTER
    if quarter and isinstance(expr, Pick) and isinstance(expr.base, Base):
        same = expr.which == "same" and expr.base is Base.REFERENCE
        if same or (told and expr.which == "last" and "latest" in words):
            return replace(expr, which="same", base=Base.PERIOD)
    return expr


def is_comparison(expr: Expr) -> bool:
    """True for what a figure is compared with: another year's like period."""
    if isinstance(expr, Pick):
        return expr.which == "alike"
    return isinstance(expr, Shift) and (expr.base is Base.PERIOD or _of_a_quarter(expr))


def note(
    made: TemporalExpression, cue: Cue, figures: Figures | None, speech: Moment | None, section: int
) -> Figures | None:
    """The period of the figures after an expression; as before where it tells none."""
    expr = made.expr
    if expr is None or is_comparison(expr):
        return figures
    quarter = figures.quarter if figures else None
    period = _to_date(made, quarter or speech)
    if period is None:
        value = made.value
        if not isinstance(value, Moment) or cue.direction == "future":
            return figures
        if value.granularity not in _PERIODS and not _is_the_year(expr):
            return figures
        if speech is not None and value.cell.hi > speech.cell.hi and cue.direction != "past":
            return figures
        period = value
    if period.granularity is Granularity.QUARTER:
        here = figures is not None and figures.section == section
        if here and quarter is not None and period.cell.lo < quarter.cell.lo:
            return figures  # "after a flat second quarter": looked back at in passing
        quarter = period
    return Figures(period, quarter, made.id, section)


def _is_years_before(expr: Shift) -> bool:
    amount = expr.amount
    return (
        expr.sign < 0
        and expr.base in (Base.SPEECH, Base.REFERENCE)
        and amount.unit is Granularity.YEAR
        and amount.least == amount.most == int(amount.least)
        and not amount.more
        and amount.mod is None
        and expr.mod is None
    )


def _of_a_quarter(expr: Shift) -> bool:
    return expr.amount.unit is Granularity.QUARTER and not isinstance(expr.base, Base)


def _is_the_year(expr: Expr) -> bool:
    return isinstance(expr, Pick) and expr.which == "same" and expr.what is Granularity.YEAR


def _to_date(made: TemporalExpression, now: Moment | None) -> Moment | None:
    """The year of "the nine months", which are compared with those of another year."""
    expr = made.expr
    if made.type != "DURATION":
        return None
    if isinstance(expr, Amount) and made.text.lower().startswith("the "):
        of_year = expr.unit is Granularity.MONTH and expr.least == expr.most
        if of_year and expr.least in _TO_DATE and not expr.more and now is not None:
            return this_(now, Granularity.YEAR)
    if isinstance(expr, Range) and isinstance(made.value, Interval):
        first = expr.start
        if isinstance(first, Pick) and first.what is Granularity.MONTH and first.which == 1:
            start = made.value.start
            return this_(start, Granularity.YEAR) if isinstance(start, Moment) else None
    return None
