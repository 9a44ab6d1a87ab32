"""Which told date an expression goes on from: the story's, or the one read just before."""

from __future__ import annotations

from ...temporal.axis import DAY_SECONDS, weekday
from ...temporal.expression import Base, Expr, Partial, Pick, Shift
from ...temporal.granularity import Granularity
from ...temporal.values import YEAR_PARTS
from .shapes import core_of, is_day_alone, is_same_day
from .told import DAY, Told, last_of
from .view import PRESS, View
from .whose import FAR_DAYS

FRIDAY = 4  # Monday is 0


def told_for(expr: Expr, base: Base, view: View) -> Told | None:
    """The date that is told, or the one just before: "had ended on 30 August, and five days later".

    The story need not stand there: what points back or counts on goes on from what was read last;
    so do months from a story that knows its year only, where a day was read last.
    """
    if base is Base.REFERENCE and is_day_alone(expr):
        return view.near or view.told
    if core_of(expr) is not Base.REFERENCE:
        return view.told
    aside = view.aside
    alone = aside is not None and (view.near is None or view.near.id == aside.id)
    if aside is not None and alone and _is_as_coarse(expr, aside):
        return aside  # "In 2009 a dam failed. The following year" in the report of a day
    if view.near is None:
        return view.told
    if view.told is not None and is_same_day(expr) and view.told.block == view.block:
        return view.near if _comes_next(view.told, view.near, view) else view.told
    if view.joined and view.told is not None and view.told.block != view.block:
        return view.near  # "quoted it on 6 May, and we accepted the same week"
    apart = view.told is not None and view.told.block != view.block
    if (view.joined or apart) and _goes_on_from(expr, view.near, view.told):
        return view.near  # "Mohn, who left science in 1899, died fifty years later"
    if view.told is not None and isinstance(expr, Shift):
        unit = expr.amount.unit
        if view.told.value.granularity > unit >= view.near.value.granularity:
            return view.near
    return view.near if view.told is None or view.pointing else view.told


def is_next_told(expr: Expr, view: View) -> bool:
    """Whether "the Monday" is the next one after the day that the story has come to.

    So is "the weekend" after a Friday, but in the press, which speaks of its own week.
    """
    core, told = core_of(expr), view.told
    if told is None or not isinstance(core, Partial) or core.day is not None:
        return False
    last, speech = last_of(told.value), view.date.value
    if last is None or last.granularity > Granularity.WEEKEND:
        return False
    if speech is not None and last.cell.lo >= speech.cell.lo:
        return False
    if core.part == "WE" and view.date.basis not in PRESS:
        return weekday(int(last.cell.lo) // DAY_SECONDS) >= FRIDAY
    return view.definite and core.weekday is not None


def is_next_near(expr: Expr, view: View) -> bool:
    """Whether a day alone is the next such one after the day that its paragraph has just named.

    "Picked up on the 19th of May and promised by the 24th"; "We meet on 13 June; on the 20th we
    shall vote".
    """
    near, speech, cue = view.near, view.date.value, view.cue
    day = last_of(near.value) if near is not None else None
    if not is_day_alone(expr) or day is None or speech is None:
        return False
    if day.granularity > Granularity.MONTH:
        return False  # "January was harder. On the 20th he fell"
    if view.joined:
        return True
    ahead = day.cell.lo >= speech.cell.hi
    return cue.direction != "past" if ahead else cue.direction == "past"


def keeps_ahead(expr: Expr, view: View) -> bool:
    """Whether a bare weekday follows a day to come: "in force on Monday. On Tuesday it rains"."""
    near, speech = view.near, view.date.value
    if near is None or speech is None or view.cue.direction != "near":
        return False
    day = last_of(near.value)
    return _is_weekday(expr) and day is not None and day.cell.lo >= speech.cell.hi


def is_led_to(expr: Expr, view: View) -> bool:
    """Whether a bare weekday is ahead of the day of its sentence: "held on Monday for Friday's"."""
    told, near = view.told, view.near
    if not (view.cue.ahead and view.joined) or told is None or near is None or near.id != told.id:
        return False
    return _is_weekday(expr) and told.value.granularity <= Granularity.DAY


def _is_weekday(expr: Expr) -> bool:
    core = core_of(expr)
    return isinstance(core, Partial) and core.weekday is not None and core.day is None


def _comes_next(told: Told, near: Told, view: View) -> bool:
    """Whether a day told in passing is the last: "The vote, lost on 12 May, ... That night".

    One that lies years behind it only says which: "in the house that he had bought on 3 May 1990".
    """
    last, day = last_of(told.value), last_of(near.value)
    if last is None or day is None or day.granularity > Granularity.DAY or not near.past:
        return False
    if near.end <= told.end:
        return False
    back = (last.cell.lo - day.cell.lo) / DAY
    return back <= 0 or (view.pointing and back < FAR_DAYS)


def _goes_on_from(expr: Expr, near: Told, told: Told | None) -> bool:
    """Whether so many years later follow a year that was told in passing."""
    behind = told is not None and told.end < near.end
    ahead = isinstance(expr, Shift) and expr.sign > 0
    ahead = ahead or (isinstance(expr, Pick) and expr.which == "next")
    return behind and ahead and _is_as_coarse(expr, near)


def _is_as_coarse(expr: Expr, told: Told) -> bool:
    """Whether years are counted from a year, and no days."""
    unit = expr.amount.unit if isinstance(expr, Shift) else None
    if isinstance(expr, Pick) and isinstance(expr.what, Granularity):
        unit = expr.what
    if isinstance(expr, Pick) and isinstance(expr.what, Partial):
        named = expr.what
        if named.part in YEAR_PARTS or (named.month is not None and named.day is None):
            unit = Granularity.YEAR  # "the following summer", "the following May"
    return unit is not None and unit >= told.value.granularity
