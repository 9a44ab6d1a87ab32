"""Whose a date without its year is: the speaker's or the story's."""

from __future__ import annotations

from ...temporal.expression import Base, Expr, Partial
from ...temporal.granularity import Granularity
from ...temporal.values import DAYPARTS, Moment
from ..cues import Aside, Cue
from .shapes import core_of
from .told import DAY, MONTHS_BACK, Told, last_of

# A bare weekday belongs to the narrative when that is further than this from the document's date.
NEWS_DAYS = 21  # days
# A bare month or day of the year is not further away than this.
FAR_DAYS = 300


def base_of(
    expr: Expr, speech: Moment | None, told: Told | None, cue: Cue, block: int, *, press: bool
) -> Base:
    """Whether a date without year (or a time without day) is the speaker's or the story's."""
    core = core_of(expr)
    if not isinstance(core, Partial) or told is None:
        return Base.SPEECH
    if speech is None:
        return Base.REFERENCE
    reference = last_of(told.value)
    if reference is None or core.short_year:
        return Base.SPEECH
    if core.month is None and core.weekday is None and (core.hour is not None or _is_part(core)):
        fine = reference.granularity <= Granularity.DAY
        if cue.direction == "past" and reference.cell.lo >= speech.cell.hi:
            return Base.SPEECH  # what is past is not of a day to come that was told before it
        if reference.granularity.is_clock and core.hour is not None:
            return Base.REFERENCE  # "02:47 incident declared": a report among clock times
        return Base.REFERENCE if fine and Aside.REPORT not in cue.aside else Base.SPEECH
    if Aside.REPORT in cue.aside or (cue.direction == "future" and not cue.ahead):
        return Base.SPEECH
    if core.day is not None and core.month is None and core.weekday is None:
        # "On 18 October I called. On the 24th I wrote": the next one, if that is past as well.
        days = (speech.cell.lo - reference.cell.lo) / DAY
        fine = reference.granularity <= Granularity.DAY and cue.direction == "past"
        return Base.REFERENCE if fine and 0 < days < MONTHS_BACK else Base.SPEECH
    flashback = Aside.FLASHBACK in cue.aside
    if flashback and not press and _is_step_back(core, reference, told, block):
        return Base.REFERENCE  # "On 28 January it failed. It had been left so on Monday"
    if not told.framed:
        return Base.SPEECH
    if reference.cell.lo - speech.cell.hi > FAR_DAYS * DAY:
        return Base.SPEECH  # a term that ends years ahead is no year of the story
    days = abs(reference.cell.lo - speech.cell.lo) / DAY
    if (core.weekday is not None or core.part == "WE") and core.day is None:
        near_day = reference.granularity <= Granularity.WEEK and reference.cell.lo < speech.cell.lo
        far = days > NEWS_DAYS or told.title
        aside = press and told.block != block  # a report comes back to its own week
        return Base.REFERENCE if near_day and far and not aside else Base.SPEECH
    least = Granularity.MONTH if press else Granularity.YEAR
    if reference.granularity >= least and told.block != block and not told.heads:
        # A year of another paragraph; its months would be told with it. In a report a month too:
        # "left in June 2022", and in the next paragraph "a fire on November 18".
        return Base.SPEECH
    return Base.REFERENCE if reference.year != speech.year else Base.SPEECH


def _is_step_back(core: Partial, reference: Moment, told: Told, block: int) -> bool:
    """Whether a bare weekday lies behind the day that its paragraph has just told."""
    bare = core.weekday is not None and core.day is None and core.month is None
    return bare and told.block == block and reference.granularity <= Granularity.DAY


def _is_part(partial: Partial) -> bool:
    return partial.part in DAYPARTS
