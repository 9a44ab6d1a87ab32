"""The value of an expression counted from its document's date, or from the date told last."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.anchor import AnchorTime, bases
from ...temporal.arithmetic import move, shift, truncate
from ...temporal.expression import Base, Direction, Expr, Partial, Pick, Shift
from ...temporal.granularity import Granularity
from ...temporal.resolve import resolve
from ...temporal.values import Moment, OneOf, TimeValue, Unresolved
from ..cues import Aside
from .reference import is_next_told, told_for
from .shapes import core_of, is_cell_at_hand, is_clock, is_day_alone, uses_reference
from .side import is_far, side_of
from .told import Told
from .view import View

HALF_DAY = 43_200  # s
SMALL_HOURS = 9  # o'clock, up to which a time that follows a night is of its morning
NO_WEEK = "the text does not say of which week it is"


def value_of(
    expr: Expr, base: Base, view: View, period: Moment | None
) -> tuple[TimeValue | Unresolved, str | None]:
    """The value of an expression and the id of the expression that it was counted from."""
    needed, speech, told = bases(expr), view.date.value, told_for(expr, base, view)
    reference = told.value if told else None
    direction: Direction = side_of(expr, base, view.date, told, view.cue)
    goes_on = base is Base.REFERENCE and is_next_told(expr, view)
    goes_on = goes_on and Aside.FLASHBACK not in view.cue.aside
    direction = "future" if goes_on else direction
    at_hand = is_cell_at_hand(expr) and not (view.pointing and told)
    if reference is None and (at_hand or _counts_from_now(expr, view)):
        reference = speech
    if speech and view.cue.direction != "past" and at_hand:
        reference, told = speech, None  # "it falls due at the end of the month"

    def at(moment: Moment | None) -> TimeValue | Unresolved:
        anchor = AnchorTime(speech, moment, direction, base, view.customs, period)
        value = resolve(expr, anchor)
        if _lies_ahead(expr, value, view) and direction == "future":
            return resolve(expr, replace(anchor, direction="past"))
        # "Took office in January" is past for sure; two weeks before Christmas may be any year's.
        sure = view.cue.over and not isinstance(expr, Shift)
        if base is Base.SPEECH and not sure and is_far(value, speech, expr):
            return resolve(expr, replace(anchor, direction="near"))
        return value

    if isinstance(reference, Moment) and _keeps_cell(expr, reference):
        value: TimeValue | Unresolved = _years_before(expr, reference)
    elif isinstance(reference, OneOf):
        value = _spread(at(reference.earliest), at(reference.latest))
    else:
        value = at(reference)
    if base is Base.REFERENCE and _is_any_weekday(expr, value, reference):
        value = Unresolved(NO_WEEK)
    if not needed or isinstance(value, Unresolved):
        return value, None
    if Base.PERIOD in needed and view.figures is not None:
        return value, view.figures.id
    from_told = told is not None and uses_reference(expr, base)
    if from_told and told is not None and isinstance(value, Moment) and is_clock(expr):
        value = _after_midnight(value, told)
    return value, (told.id if from_told and told else view.date_id)


def _lies_ahead(expr: Expr, value: TimeValue | Unresolved, view: View) -> bool:
    """Whether a day alone that is told as past would be to come: "by the 28th; on the 24th".

    So may "the Monday" of a story that stands before the week of its text.
    """
    speech = view.date.value
    if speech is None or view.cue.direction != "past" or view.cue.ahead:
        return False
    if not (is_day_alone(expr) or is_next_told(expr, view)):
        return False
    if view.date.basis == "day":
        return False  # a log tells under a day what came in the next ones
    return isinstance(value, Moment) and value.cell.lo >= speech.cell.hi


def _is_any_weekday(expr: Expr, value: TimeValue | Unresolved, told: Moment | OneOf | None) -> bool:
    """Whether a bare weekday is one of all those of a year: the year was told of something else."""
    core = core_of(expr)
    weekday = isinstance(core, Partial) and core.weekday is not None
    year = told is not None and told.granularity >= Granularity.YEAR
    return weekday and year and isinstance(value, OneOf)


def _counts_from_now(expr: Expr, view: View) -> bool:
    """Where no date is told: "the following week" of a plan, "$3 million a year earlier"."""
    if isinstance(expr, Shift) and expr.sign < 0:
        return view.compared and expr.amount.unit is Granularity.YEAR
    if isinstance(expr, Pick) and expr.which == "last" and expr.what is not Granularity.DAY:
        return True  # "the previous week"
    return view.cue.direction == "future"


def _keeps_cell(expr: Expr, reference: Moment) -> bool:
    """Whether it counts in cells: "a year earlier" than a quarter is the same quarter."""
    return (
        isinstance(expr, Shift)
        and expr.base is Base.REFERENCE
        and expr.amount.unit is Granularity.YEAR
        and expr.amount.least == expr.amount.most == int(expr.amount.least)
        and not expr.amount.more
        and reference.granularity in (Granularity.QUARTER, Granularity.HALF)
    )


def _years_before(expr: Expr, reference: Moment) -> Moment:
    assert isinstance(expr, Shift)
    return move(reference, expr.sign * int(expr.amount.least), Granularity.YEAR)


def _spread(first: TimeValue | Unresolved, last: TimeValue | Unresolved) -> TimeValue | Unresolved:
    """One value for both ends of an uncertain reference: the instant lies between them."""
    if first == last or not isinstance(first, (Moment, OneOf)):
        return first
    lo = first if isinstance(first, Moment) else first.earliest
    if isinstance(last, Moment):
        return OneOf(lo, last, last.granularity)
    if isinstance(last, OneOf):
        return OneOf(lo, last.latest, last.granularity)
    return last


def _after_midnight(value: Moment, told: Told) -> Moment:
    """A clock time long before the last one that was told, or of a night, is of the next day."""
    last = told.value
    late = (
        isinstance(last, Moment)
        and last.granularity.is_clock
        and last.cell.lo - value.cell.lo > HALF_DAY
    )
    small_hours = told.night and (value.hour or 0) < SMALL_HOURS
    if not (late or small_hours):
        return value
    day = shift(truncate(value, Granularity.DAY), 1, Granularity.DAY)
    return replace(value, year=day.year, month=day.month, day=day.day)
