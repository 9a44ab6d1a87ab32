"""One match in its place: what it is counted from, and the expression that it becomes."""

from __future__ import annotations

from dataclasses import replace

from ...annotation import FromEvent, TemporalExpression, TimexType
from ...temporal.expression import Amount, Base, Expr, Pick, Range, Shift, Vague
from ...temporal.granularity import Granularity
from ...temporal.values import Interval, Moment, OneOf, TimeValue, Unresolved
from ..match import Match
from .figures import recount
from .reference import is_led_to, is_next_near, is_next_told, keeps_ahead
from .shapes import core_of
from .value import value_of
from .view import PRESS, View
from .whose import base_of
from .years import in_the_period, is_behind, is_of_the_news, is_recent

NOTHING = Amount(0, 0, Granularity.DAY)


def date_match(text: str, match: Match, view: View) -> list[TemporalExpression]:
    """The expression of a match; for an interval the whole phrase first and then its ends."""
    words = " ".join(text[match.start : match.end].lower().split())
    compared, figures = view.compared, view.figures
    expr = recount(match.expr, words, told=figures is not None, compared=compared)
    period = figures.get(expr, words) if figures else None
    expr = in_the_story(expr, view)
    press = view.date.basis in PRESS
    if keeps_ahead(expr, view):
        view = replace(view, cue=replace(view.cue, direction="future"))
    base = base_of(expr, view.date.value, view.told, view.cue, view.block, press=press)
    if view.pointing and view.told is not None and core_of(expr) is not Base.REFERENCE:
        base = Base.REFERENCE  # "that Friday" is never this week's
    if is_next_told(expr, view) or is_led_to(expr, view):
        base = Base.REFERENCE
    if is_next_near(expr, view):
        base = Base.REFERENCE
    if base is Base.SPEECH and is_behind(expr, view):
        base, view = Base.REFERENCE, replace(view, told=view.near)
    value, anchor_id = value_of(expr, base, view, period)
    if base is Base.REFERENCE and is_of_the_news(expr, value, view):
        base = Base.SPEECH
        value, anchor_id = value_of(expr, base, view, period)
    if base is Base.REFERENCE and is_recent(expr, value, view):
        base = Base.SPEECH
        value, anchor_id = value_of(expr, base, view, period)
    if isinstance(value, Unresolved) and base is Base.REFERENCE and view.date.value:
        base = Base.SPEECH
        value, anchor_id = value_of(expr, base, view, period)
    covered = in_the_period(expr, value, view)
    if covered is not None and view.covered is not None:
        value, anchor_id = covered, view.covered.id
    whole = _record(text, replace(match, expr=expr), value, anchor_id)
    if match.type != "INTERVAL":
        return [whole]
    ends = []
    named = (value.start, value.end) if isinstance(value, Interval) else (None, None)
    for end, moment in zip(match.ends, named, strict=False):
        if end is None:
            continue
        # "Now" stays a reference, whatever day the range takes for it.
        got: TimeValue | Unresolved | None = moment if isinstance(moment, Moment) else None
        if got is None or isinstance(end.expr, Vague):
            got, anchor_id = value_of(end.expr, base, view, period)
        ends.append(_record(text, end, got, anchor_id))
    whole = replace(whole, id=f"i{match.start}", ends=tuple(e.id for e in ends))
    return [whole, *ends]


def in_the_story(expr: Expr, view: View) -> Expr:
    """What only a story can mean: "over the next two years they built it", begun when it was told.

    The year-end of a text without a date is that of the year that it tells.
    """
    now = isinstance(expr, Pick) and expr.which == "this" and expr.base is Base.SPEECH
    if isinstance(expr, Pick) and now and expr.mod == "END" and view.date.value is None:
        return replace(expr, which="same", base=Base.REFERENCE)
    if not isinstance(expr, Range) or view.cue.direction != "past":
        return expr
    end = expr.end
    if not isinstance(end, Shift) or end.base is not Base.SPEECH or end.sign < 0:
        return expr
    then = Shift(Base.REFERENCE, NOTHING, 1, keep=True)
    return Range(then, replace(end, base=Base.REFERENCE, keep=True))


def type_of(match: Match, value: TimeValue | Unresolved) -> TimexType:
    """The type of a match that has this value: a clock time is a TIME, a fiscal year a DURATION."""
    kind: TimexType = match.type  # type: ignore[assignment]  # the rule schema checks the type
    if kind in ("DATE", "TIME") and isinstance(value, (Moment, OneOf)):
        return "TIME" if value.granularity < Granularity.DAY else "DATE"
    if kind == "DATE" and isinstance(value, Interval):
        return "DURATION"
    return kind


def id_of(match: Match) -> str:
    """t0 is the document's own date, so words at the very start get another id."""
    return f"t{match.start}" if match.start else "t0-2"


def _record(
    text: str, match: Match, value: TimeValue | Unresolved, anchor_id: str | None
) -> TemporalExpression:
    return TemporalExpression(
        id=id_of(match),
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        type=type_of(match, value),
        expr=match.expr,
        value=value,
        rule=match.rule,
        anchor_id=anchor_id,
        function=anchor_id is not None,
        stated=match.stated,
    )


def date_by_event(expression: TemporalExpression, found: FromEvent) -> TemporalExpression:
    """An expression with the meaning and value that its event gives it."""
    if found.value is None:
        return expression
    return replace(
        expression,
        expr=found.expr,
        value=found.value,
        anchor_id=found.event_id,
        function=True,
    )
