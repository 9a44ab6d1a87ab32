"""Whether the story goes on from an expression: which date is told after it."""

from __future__ import annotations

import re

from ...annotation import DocumentDate, TemporalExpression
from ...temporal.anchor import bases
from ...temporal.expression import Base, Pick, Shift
from ...temporal.granularity import Granularity
from ...temporal.values import OPEN, Interval, Moment, OneOf, TimeValue, Unresolved
from ..cues import STORY, Aside, Cue
from ..match import Match
from .figures import is_comparison
from .shapes import is_today
from .told import Told, last_of
from .view import View

# A night of two days: what is told of it begins on the first.
NIGHTS = ("night-of-two-days", "night-of-two-weekdays", "night-into-day")
STAMPS = ("day", "entry")  # a diary and a log tell their story by their stamps
ASIDE_YEARS = 100
YEARS_ON = 2  # a full date so soon after the year told goes on with a history
STEP = 7 * 86_400  # s; so soon after the day told what is told in passing is the story's next step

HELD_SINCE = re.compile(r"\b(?:has|have)\b[^.;!?]{0,60}\bsince\s{1,3}$")
_SINCE = re.compile(r"\bsince\s{1,3}$", re.IGNORECASE)
_HAS_HELD = re.compile(r"[^.;!?]{0,60}\b(?:has|have)\b")


def story_after(made: TemporalExpression, view: View) -> Moment | OneOf | None:
    """The date that the narrative has after this expression, or None where it stays."""
    value, date = made.value, view.date
    history = _tells_history(value, view) or tells_of_old(made, view)
    if (
        is_own_date(made, date)
        or not (view.cue.aside is STORY or history or _steps_on(made, view))
        or made.type == "SET"
    ):
        return None
    if made.type == "DURATION" and not (made.anchor_id or "").startswith("e"):
        return None
    if made.expr is not None and is_comparison(made.expr):
        return None
    if view.against or view.form:
        return None
    if isinstance(made.expr, Pick) and made.expr.mod == "EARLIER":
        return None  # "earlier that year" goes back behind the story, which goes on where it was
    if isinstance(made.expr, Shift) and made.expr.sign < 0 and view.compared:
        return None  # "$3 million a year ago" is what a figure is compared with
    if isinstance(value, Interval):
        if value.end is OPEN and date.value is not None:
            return None  # "since 2019" leads back to the present
        night = made.rule in NIGHTS and isinstance(value.start, Moment)
        value = value.start if night or not isinstance(value.end, Moment) else value.end  # type: ignore[assignment]
    if isinstance(value, OneOf) and (value.earliest is None or value.latest is None):
        return None
    if not isinstance(value, (Moment, OneOf)):
        return None
    last = last_of(value)
    ahead = date.value and last and last.cell.hi > date.value.cell.hi
    log = date.basis == "day" and view.cue.direction != "past"  # "agreed to core it on the 19th"
    if ahead and (log or view.cue.direction == "future"):
        return None  # a plan does not move the story that is being told
    return value


def _tells_history(value: TimeValue | Unresolved, view: View) -> bool:
    """A year in which something was declared, in a text that is no report: it is its story."""
    cue = view.cue
    if view.date.value is not None or cue.aside is not Aside.REPORT:
        return False
    return isinstance(value, Moment) and value.granularity >= Granularity.MONTH


def tells_of_old(made: TemporalExpression, view: View) -> bool:
    """What was said in another year is told as history: "An audit warned of it in May 2020"."""
    cue, speech, value = view.cue, view.date.value, made.value
    if cue.aside is not Aside.REPORT or cue.direction != "past":
        return False
    stated = made.anchor_id is None and isinstance(value, Moment)
    return stated and speech is not None and speech.year - value.year > 0  # type: ignore[union-attr]


def _steps_on(made: TemporalExpression, view: View) -> bool:
    """A day soon after the one told, told in passing: "the mate, who took over at 4 on the 9th"."""
    cue, told, value = view.cue, view.told, made.value
    if told is None or cue.aside is not Aside.PASSING or cue.direction != "past":
        return False
    if not isinstance(value, Moment):
        return False
    old = last_of(told.value)
    if old is None or value.granularity > Granularity.DAY:
        return False
    if old.granularity > Granularity.DAY:  # "He came in 1936. Tull, whose sister he married on ..."
        own = view.date.value is None and made.anchor_id is None
        return own and 0 <= value.year - old.year <= YEARS_ON
    return 0 <= value.cell.lo - old.cell.lo <= STEP


def is_night(made: TemporalExpression) -> bool:
    """A night of two days, or of a day that the words name: its small hours are of the second."""
    if isinstance(made.value, Interval):
        return made.rule in NIGHTS
    if not isinstance(made.value, Moment) or made.value.part != "NI" or "hour" in made.stated:
        return False
    return made.rule == "last-night" or bool({"day", "weekday"} & set(made.stated))


def is_own_date(made: TemporalExpression, date: DocumentDate) -> bool:
    """True for the words that give the document its date; they tell nothing."""
    return (
        date.basis not in STAMPS
        and date.start is not None
        and made.start < (date.end or 0)
        and date.start < made.end
    )


def leaps_back(value: Moment | OneOf, told: Moment | OneOf) -> bool:
    """Within a paragraph a leap back over a century is a comparison: "the Greeks in 480 BC"."""
    new, old = last_of(value), last_of(told)
    return new is not None and old is not None and old.year - new.year > ASIDE_YEARS


def looks_back(
    value: Moment | OneOf, told: Told | None, made: TemporalExpression, view: View
) -> bool:
    """A year alone that lies behind the day told: "Two similar fires broke out in 2021".

    So does the year of a report before which nothing was told: "Experts warned of it in 2022". A
    report goes on from its day; without a day of its own a text may go back for good.
    """
    if told is None:
        return value.granularity >= Granularity.YEAR and tells_of_old(made, view)
    new, old = last_of(value), last_of(told.value)
    if new is None or old is None:
        return False
    coarse = value.granularity >= Granularity.YEAR > told.value.granularity
    return coarse and new.year < old.year


def is_long_over(value: Moment | OneOf, speech: Moment) -> bool:
    """A year alone, years before the text: what went on until then only ended in it."""
    last = last_of(value)
    coarse = value.granularity >= Granularity.YEAR
    return coarse and last is not None and speech.year - last.year > YEARS_ON


def has_clock(value: Moment | OneOf) -> bool:
    """True for a time of the clock."""
    return isinstance(value, Moment) and value.granularity.is_clock


def stands_near(made: TemporalExpression, cue: Cue, place: int, section: int) -> Told | None:
    """What points back may mean this date, also where the story does not go on from it."""
    value, first = made.value, None
    if isinstance(value, Interval) and made.type == "INTERVAL":
        first = value.start if isinstance(value.start, Moment) else None
        value = value.end  # type: ignore[assignment]  # "silent from 1985 to 2008, bought that year"
    elif made.type not in ("DATE", "TIME"):
        return None
    if not isinstance(value, Moment):
        return None
    if made.expr is not None and is_comparison(made.expr):
        return None
    past, framed = cue.direction == "past" and not cue.ahead, made.anchor_id is None
    return Told(value, made.id, place, section, framed, made.end, first=first, past=past)


def holds_since(text: str, match: Match) -> bool:
    """Whether what began then goes on: "Since then he has walked there every day"."""
    before = text[max(0, match.start - 80) : match.start]
    if not _SINCE.search(before):
        return False
    return bool(HELD_SINCE.search(before) or _HAS_HELD.match(text, match.end))


def is_lost(made: TemporalExpression, view: View) -> bool:
    """Whether the story goes to a time that only the document's own date, unknown, would tell."""
    if view.date.value is not None or not isinstance(made.value, Unresolved):
        return False
    if made.expr is None:
        return False
    if view.told is not None and view.told.title and is_today(made.expr):
        return False  # what the title dates is told on that very day, and its hours stay known
    passing = (Aside.PASSING | Aside.FLASHBACK) & view.cue.aside
    return not passing and Base.SPEECH in bases(made.expr)
