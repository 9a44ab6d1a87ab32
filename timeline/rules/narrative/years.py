"""Whose year a bare day has: the story's, the report's, or that of the date just before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...temporal.anchor import AnchorTime
from ...temporal.expression import Base, Expr, Partial
from ...temporal.granularity import Granularity
from ...temporal.resolve import resolve
from ...temporal.values import Interval, Moment, OneOf, TimeValue, Unresolved
from ..cues import Aside
from .shapes import core_of
from .told import DAY, MONTHS_BACK, last_of
from .value import value_of
from .view import PRESS, View

YEARS_BACK = 3 * 366  # days within which a report may tell of its own last weeks again


def is_of_the_news(expr: Expr, value: TimeValue | Unresolved, view: View) -> bool:
    """Whether a bare "13 February" is of the story that the report began with.

    "gave way on 11 February" was told first, then, in a paragraph before, "inspected in May 2019":
    the same year would lie further from that than this year's day from the first one.
    """
    core, told = core_of(expr), view.told
    if told is None or told.block == view.block or Aside.FLASHBACK in view.cue.aside:
        return False
    if not isinstance(core, Partial) or core.month is None or not isinstance(value, Moment):
        return False
    if Aside.PASSING in view.cue.aside and view.date.basis in PRESS:
        return True  # "a report published in March"
    if not view.recent:
        return False
    here, _ = value_of(expr, Base.SPEECH, view, None)
    old = last_of(told.value)
    if not isinstance(here, Moment) or old is None:
        return False
    return _to_nearest(here.cell.lo, view.recent) < _apart(value, old)


def is_recent(expr: Expr, value: TimeValue | Unresolved, view: View) -> bool:
    """Whether a bare day is one of the last weeks of a report, not of the year of an aside.

    "The certificate was issued on 17 February 2024. We migrated on 3 February", told in February
    2025: no story steps back from the day that it has just named without saying so. In a paragraph
    of its own a day is the report's where it lies nearer to that than to what was told before.
    """
    core, told, speech = core_of(expr), view.told, view.date.value
    if told is None or speech is None or not told.full or view.joined:
        return False
    if not (view.cue.over or isinstance(value, OneOf)):
        return False
    if (Aside.FLASHBACK | Aside.PASSING) & view.cue.aside or not isinstance(core, Partial):
        return False
    day = value.start if isinstance(value, Interval) else value
    if core.month is None or core.day is None or not isinstance(day, (Moment, OneOf)):
        return False
    old = told.value
    if not isinstance(old, Moment) or old.granularity > Granularity.SEASON:
        return False
    if old.granularity > Granularity.DAY and told.block == view.block:
        return False
    found, _ = value_of(expr, Base.SPEECH, view, None)
    here = found.start if isinstance(found, Interval) else found
    days = (speech.cell.lo - here.cell.lo) / DAY if isinstance(here, Moment) else -1.0
    if not 0 <= days <= MONTHS_BACK:
        return False
    if isinstance(day, OneOf):
        return True  # "In the summer of 2021 she was ill", and in the next paragraph "19 February"
    if day.cell.lo < old.cell.lo:
        return True
    near = (speech.cell.lo - old.cell.lo) / DAY <= YEARS_BACK
    return near and told.block != view.block and days < _apart(day, old) / DAY


def in_the_period(
    expr: Expr, value: TimeValue | Unresolved, view: View
) -> TimeValue | Unresolved | None:
    """A bare date in the period that the report covers, where its paragraph tells no other year."""
    core, told, cue = core_of(expr), view.told, view.cue
    if view.covered is None or not isinstance(core, Partial) or core.month is None:
        return None
    if core.year is not None or not cue.over or Aside.FLASHBACK in cue.aside:
        return None
    if view.covered.holds(value):
        return None
    if told is not None and told.block == view.block and not view.covered.holds(told.value):
        return None
    anchor = AnchorTime(view.date.value, view.covered.first, "future", Base.REFERENCE, view.customs)
    found = resolve(expr, anchor)
    return found if view.covered.holds(found) else None


def is_behind(expr: Expr, view: View) -> bool:
    """Whether a bare day goes behind the one before it, in its sentence and with its year.

    "In a report published on 5 April 2019 the agency said the dam had failed on 1 April".
    """
    core, near = core_of(expr), view.near
    if near is None or not (view.joined and near.framed):
        return False
    if Aside.FLASHBACK not in view.cue.aside:
        return False
    bare = isinstance(core, Partial) and core.month is not None and not core.short_year
    return bare and near.value.granularity <= Granularity.DAY


def _to_nearest(time: float, times: Sequence[float]) -> float:
    """How far the nearest of some times lies, which stand in order."""
    place = bisect_left(times, time)
    return min(abs(time - near) for near in times[max(place - 1, 0) : place + 1])


def _apart(one: Moment, other: Moment) -> float:
    return abs(one.cell.lo - other.cell.lo)
