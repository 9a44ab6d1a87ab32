"""Where an assistant and TimeML say the same in different terms, each with the reason.

TimeML says no more than the words: "two weeks ago" is a week, "late July" has no first day, "until
now" goes on. An assistant needs days and seconds and makes them: it counts whole weeks from the
hour of asking, begins late July on the 16th, and ends what goes on at that hour. A value of ours
means the same where theirs is what its convention makes of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil, floor

from ..temporal.axis import DAY_SECONDS, civil
from ..temporal.granularity import Granularity
from ..temporal.recurrence import duration_text
from ..temporal.values import MOD_SHARES, Duration, Moment

_CLOCK_OF_EVERY_DAY = "XXXX-XX-XXT"
_QUARTER = re.compile(r"P(\d{1,4})Q")
_COUNT = re.compile(
    r"\b(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple|few|several)\b"
    r"[\w ]{0,40}\b(?:weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_HALF_YEARS = re.compile(r"P(\d{1,4})\.5Y")


def counts(words: str) -> bool:
    """Whether the words count weeks, months or years: "in two weeks", not "next week Monday"."""
    return bool(_COUNT.search(words))


def is_counted(edge: float | None, moment: object, asked: float | None) -> bool:
    """Whether a day is what whole weeks, months or years from the day of asking make of a cell.

    The day is in our cell, and stands in it where the day of asking (or the next one, where what is
    ahead begins) stands in its own: the same weekday, day of the month, or day of the year.
    """
    if edge is None or asked is None or not isinstance(moment, Moment) or moment.mod:
        return False
    cell = replace(moment, zone=None).cell
    if not (cell.lo <= edge < cell.hi):
        return False
    day = int(edge // DAY_SECONDS)
    starts = (int(asked // DAY_SECONDS), int(asked // DAY_SECONDS) + 1)
    if moment.granularity is Granularity.WEEK:
        return any((day - start) % 7 == 0 for start in starts)
    if moment.granularity is Granularity.MONTH:
        return any(civil(day)[2] == civil(start)[2] for start in starts)
    if moment.granularity is Granularity.YEAR:
        return any(civil(day)[1:] == civil(start)[1:] for start in starts)
    return False


def in_share(edge: float, moment: object) -> bool:
    """Whether an edge lies in the half of a cell that "early", "the middle of" or "late" names.

    Both edges of a half count: the end of March is also 1 April, where it ends.
    """
    if not isinstance(moment, Moment) or moment.mod not in MOD_SHARES:
        return False
    cell = moment.cell
    days = (cell.hi - cell.lo) / DAY_SECONDS
    first, last = MOD_SHARES[moment.mod]
    lo = cell.lo + floor(days * first) * DAY_SECONDS
    return lo <= edge <= cell.lo + ceil(days * last) * DAY_SECONDS


def is_share(start: float, end: float, moment: object) -> bool:
    """Whether a stretch is what someone else takes for that share of the cell: not a day of it."""
    if not isinstance(moment, Moment) or not (in_share(start, moment) and in_share(end, moment)):
        return False
    return end - start >= (moment.extent.hi - moment.extent.lo) / 2


def same_set(timex: str, patterns: tuple[str, ...]) -> bool:
    """The same recurrence: a quarter is three months, and a clock time alone is one of every day.

    TimeML writes the cell that comes again (XXXX-WXX-WE), a recognizer its length (P1WE).
    """
    return _plain_set(timex) in {_plain_set(pattern) for pattern in patterns}


def same_within(value: Duration, text: str, patterns: tuple[str, ...]) -> bool:
    """The length of "within five minutes", for which TimeML leaves "within" to a signal."""
    lengths = {pattern.rstrip(")").rpartition(",")[2] for pattern in patterns if "," in pattern}
    return text.lower().startswith("within ") and duration_text(value) in lengths


def _plain_set(timex: str) -> str:
    if timex.startswith(_CLOCK_OF_EVERY_DAY):
        return timex[len(_CLOCK_OF_EVERY_DAY) - 1 :]
    if found := _QUARTER.fullmatch(timex):
        return f"P{3 * int(found[1])}M"
    if found := _HALF_YEARS.fullmatch(timex):
        return f"P{12 * int(found[1]) + 6}M"
    return "P1WE" if timex == "XXXX-WXX-WE" else timex
