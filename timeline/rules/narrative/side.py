"""On which side of what it counts from a date without its year lies."""

from __future__ import annotations

from ...annotation import DocumentDate
from ...temporal.completion import complete
from ...temporal.expression import Base, Direction, Expr, Partial
from ...temporal.granularity import Granularity
from ...temporal.values import YEAR_PARTS, Interval, Moment, OneOf, TimeValue, Unresolved
from ..cues import Aside, Cue
from .shapes import core_of, is_day_alone
from .told import DAY, Told, last_of
from .whose import FAR_DAYS

STEP_BACK = 31  # days that a story may go back without saying so
SEASONS = ("SP", "SU", "FA", "WI")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def side_of(expr: Expr, base: Base, date: DocumentDate, told: Told | None, cue: Cue) -> Direction:
    """The side of its base on which a date without its year lies."""
    core, flashback = core_of(expr), Aside.FLASHBACK in cue.aside
    decade = isinstance(core, Partial) and core.short_year and core.span is Granularity.DECADE
    if decade and date.value is None:
        # "The nineties" told after 1985; but "it had been built in the twenties" lies behind that.
        return "past" if (Aside.FLASHBACK | Aside.PASSING) & cue.aside else "near"
    if cue.ahead and isinstance(core, Partial) and core.part not in QUARTERS:
        return _of_what_comes(core, base, cue)
    if base is Base.REFERENCE and told is not None:
        if is_day_alone(expr) and _is_short(told.value) and (cue.limit or not flashback):
            if _is_that_day(core, told):
                return "near"  # "on July 19 ... at 5:10 a.m. on the 19th"
            return "past" if _lies_in(core, told) else "future"
        if flashback:
            if cue.limit and _is_of_a_week(core):
                return "future"  # "By the weekend three others had confirmed it"
            return "near" if cue.limit else "past"
        passing = Aside.PASSING in cue.aside  # "arrested Vane, who was paroled in June"
        on = not told.stretch and not passing and _is_ahead(core, told.value)
        return "future" if on else "near"
    if isinstance(core, Partial) and core.part in YEAR_PARTS:
        return _of_a_period(core, date.value, cue)
    if isinstance(core, Partial) and core.weekday is not None and core.day is not None:
        return "near"  # the weekday fixes the year
    if isinstance(core, Partial) and core.week is not None:
        return "past" if cue.direction == "past" else "near"
    # "The GM move follows Tuesday's declaration": a weekday is near on either side.
    ahead = cue.present and isinstance(core, Partial) and core.weekday is None
    return "future" if ahead else cue.direction


def _of_what_comes(core: Partial, base: Base, cue: Cue) -> Direction:
    """What is ahead of the story comes after what is told; ahead of the news only a weekday does.

    "Ahead of the January vote, the party lost support" is told after the vote as well.
    """
    if base is Base.REFERENCE or _is_of_a_week(core):
        return "future"
    return "near" if cue.direction == "past" else cue.direction


def is_far(value: TimeValue | Unresolved, speech: Moment | None, expr: Expr) -> bool:
    """Nobody says "Nov. 20" of a day nearly a year away when the other one is near."""
    core = core_of(expr)
    if not isinstance(core, Partial) or core.month is None or core.weekday is not None:
        return False
    if isinstance(value, Interval) and isinstance(value.start, Moment):
        value = value.start
    if speech is None or not isinstance(value, Moment):
        return False
    return abs(value.cell.lo - speech.cell.lo) > FAR_DAYS * DAY


def _is_that_day(core: Expr | Base, told: Told) -> bool:
    """Whether a day alone names the very day that is told."""
    last = last_of(told.value)
    return isinstance(core, Partial) and last is not None and core.day == last.day


def _lies_in(core: Expr | Base, told: Told) -> bool:
    """Whether a day alone is one of the stretch told: "From the 1st to the 9th ... On the 5th"."""
    last, first = last_of(told.value), told.first
    if first is None or last is None or not isinstance(core, Partial):
        return False
    day = complete(core, last, "past")
    return isinstance(day, Moment) and day.cell.lo >= first.cell.lo


def _is_of_a_week(core: Expr | Base) -> bool:
    """True for a bare weekday or weekend."""
    if not isinstance(core, Partial) or core.day is not None:
        return False
    return core.weekday is not None or core.part == "WE"


def _is_ahead(core: Expr | Base, told: Moment | OneOf) -> bool:
    """Whether a bare month is that of the next year: a story goes on, or back by some weeks only.

    "In March 1990 he left. In December he came back"; the December before lies nearer.
    """
    reference = last_of(told)
    if reference is None or reference.granularity >= Granularity.YEAR:
        return False
    if not isinstance(core, Partial) or (core.month is None and core.part not in YEAR_PARTS):
        return False
    near = complete(core, reference, "near")
    return isinstance(near, Moment) and reference.cell.lo - near.cell.hi > STEP_BACK * DAY


def _of_a_period(core: Partial, speech: Moment | None, cue: Cue) -> Direction:
    """Firms speak of the quarter that has just ended; one that nobody plans has begun at least.

    So has the autumn in which something was sold, and a spring that is planned for is to come.
    """
    if cue.direction == "future" and core.part in SEASONS:
        return "future"
    told = core.part in QUARTERS or cue.direction == "past"
    if not told or cue.direction == "future" or speech is None:
        return "near"
    near = complete(core, speech, "near")
    ahead = isinstance(near, Moment) and near.cell.lo >= speech.cell.hi
    return "past" if ahead else "near"


def _is_short(value: Moment | OneOf) -> bool:
    return value.granularity <= Granularity.WEEK
