"""The period that a report covers: "Reporting period: 1 July to 31 December 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..annotation import TemporalExpression
from ..temporal.arithmetic import first_moment, last_moment, move, truncate
from ..temporal.granularity import Granularity
from ..temporal.values import Interval, Moment, TimeValue, Unresolved

_SAYS = re.compile(
    r"(?:\b(?:reporting period|period (?:covered|of (?:this|the) report|under review|reported on)"
    r"|report covers(?: the period)?|covering the period)"
    r"|\b(?:report|review|accounts|statements?|summary|results)\b[^.;:\n]{0,40} for the period"
    r"|(?:^|\n)[ \t*#|-]{0,6}period)"
    r"[ \t*|]{0,3}[:(,]?[ \t*|]{0,3}(?:is|was|runs?|by this report)?[ \t:(]{0,3}(?:from )?$",
    re.IGNORECASE,
)
# "Annual report for the year ended 31 March 2023".
_ENDED = frozenset({"year-ended", "months-ended"})
_OF_REPORT = re.compile(
    r"\b(?:reports?|review|accounts|statements?|summary|results|newsletter|return|figures)\b"
    r"[^.;:\n]{0,40}\b(?:for|of|covering) $",
    re.IGNORECASE,
)
# A report that comes again tells of the time since the last one.
_PERIODIC = re.compile(
    r"\b(?P<often>annual|yearly|half-yearly|quarterly|monthly|weekly) (?:\w{1,20} )?"
    r"(?:report|review|newsletter|return)\b",
    re.IGNORECASE,
)
_MONTHS = {"annual": 12, "yearly": 12, "half-yearly": 6, "quarterly": 3, "monthly": 1, "weekly": 0}
TITLE = 200  # characters in which a report says how often it comes
HEAD = 1500  # characters in which a report says what it covers


@dataclass(frozen=True, slots=True)
class Covered:
    """The first and the last moment of the period, and the id of the words that give it."""

    first: Moment
    last: Moment
    id: str

    def holds(self, value: TimeValue | Unresolved) -> bool:
        """Whether a value lies in the period, as a whole."""
        if isinstance(value, Unresolved):
            return False
        first, last = first_moment(value), last_moment(value)
        if first is None or last is None:
            return False
        return self.first.cell.lo <= first.cell.lo and last.cell.hi <= self.last.cell.hi


def names_the_period(text: str, start: int) -> bool:
    """Whether words say that what follows them is the period of a report."""
    return bool(_SAYS.search(text[max(0, start - 80) : start]))


def _is_of_title(text: str, made: TemporalExpression) -> bool:
    """Whether the title of a report says with which day its year, or its months, ended."""
    if made.rule not in _ENDED or made.start > TITLE:
        return False
    return bool(_OF_REPORT.search(text[max(0, made.start - 80) : made.start]))


def find_periodic(text: str, date: Moment | None) -> Covered | None:
    """The time before the day of an annual, a quarterly, ... report, from its title."""
    said = _PERIODIC.search(text[:TITLE])
    if said is None or date is None or date.granularity > Granularity.DAY:
        return None
    months = _MONTHS[said["often"].lower()]
    last = truncate(replace(date, zone=None), Granularity.DAY)
    back = move(last, -months, Granularity.MONTH) if months else move(last, -7, Granularity.DAY)
    return Covered(move(back, 1, Granularity.DAY), last, "t0")


def find_covered(text: str, made: TemporalExpression) -> Covered | None:
    """The period that an interval at the head of a report says that it covers."""
    value = made.value
    if made.start > HEAD or not isinstance(value, Interval):
        return None
    if not isinstance(value.start, Moment) or not isinstance(value.end, Moment):
        return None
    named = names_the_period(text, made.start) or _is_of_title(text, made)
    if made.anchor_id is not None or not named:
        return None
    first, last = first_moment(value), last_moment(value)
    return Covered(first, last, made.id) if first is not None and last is not None else None
