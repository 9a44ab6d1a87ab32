"""One match in its place: what it is counted from, and the expression that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..annotation import DocumentDate, TemporalExpression, TimexType
from ..temporal.arithmetic import move, shift, truncate
from ..temporal.expression import (
    Amount,
    Base,
    Direction,
    Expr,
    Partial,
    Pick,
    Range,
    Shift,
    Vague,
)
from ..temporal.granularity import Granularity
from ..temporal.resolve import AnchorTime, bases, resolve
from ..temporal.values import YEAR_PARTS, Interval, Moment, OneOf, TimeValue, Unresolved
from .covering import Covered
from .cues import Cue
from .customs import Customs
from .figures import Figures, recount
from .match import Match
from .perspective import (
    DAY,
    FAR_DAYS,
    MONTHS_BACK,
    Told,
    base_of,
    core_of,
    follows,
    is_cell_at_hand,
    is_clock,
    is_day_alone,
    is_far,
    last_of,
    side_of,
    uses_reference,
)

PRESS = ("dateline", "byline", "dct", "report")  # bases that prove a news report
HALF_DAY = 43_200  # s
SMALL_HOURS = 9  # o'clock, up to which a time that follows a night is of its morning
YEARS_BACK = 3 * 366  # days within which a report may tell of its own last weeks again
NO_WEEK = "the text does not say of which week it is"
NOTHING = Amount(0, 0, Granularity.DAY)


@dataclass(frozen=True, slots=True)
class View:
    """All that an expression may be counted from, where it stands."""

    date: DocumentDate
    date_id: str
    told: Told | None
    figures: Figures | None
    cue: Cue
    compared: bool
    against: bool
    customs: Customs
    near: Told | None = (
        None  # the date that stands just before it, whether the story is there or not
    )
    aside: Told | None = None  # the year that the story looked back to, in this paragraph
    block: int = -1
    pointing: bool = False  # "that month", never the month at hand
    joined: bool = False  # no sentence ends between `near` and it
    form: bool = False  # a field of a form: "DOB: "
    recent: Sequence[Moment] = ()  # the days of the story that were told from the document's date
    covered: Covered | None = None  # the period that a report says it covers


def date_match(text: str, match: Match, view: View) -> list[TemporalExpression]:
    """The expression of a match; for an interval the whole phrase first and then its ends."""
    words = " ".join(text[match.start : match.end].lower().split())
    compared, figures = view.compared, view.figures
    expr = recount(match.expr, words, told=figures is not None, compared=compared)
    period = figures.get(expr, words) if figures else None
    expr = in_the_story(expr, view)
    press = view.date.basis in PRESS
    base = base_of(expr, view.date.value, view.told, view.cue, view.block, press=press)
    if view.pointing and view.told is not None and core_of(expr) is not Base.REFERENCE:
        base = Base.REFERENCE  # "that Friday" is never this week's
    if is_day_alone(expr) and follows(view.near, view.date.value, view.cue, joined=view.joined):
        base = Base.REFERENCE
    if base is Base.SPEECH and _is_behind(expr, view):
        base, view = Base.REFERENCE, replace(view, told=view.near)
    value, anchor_id = _value(expr, base, view, period)
    if base is Base.REFERENCE and _is_of_the_news(expr, value, view):
        base = Base.SPEECH
        value, anchor_id = _value(expr, base, view, period)
    if base is Base.REFERENCE and _is_recent(expr, value, view):
        base = Base.SPEECH
        value, anchor_id = _value(expr, base, view, period)
    if isinstance(value, Unresolved) and base is Base.REFERENCE and view.date.value:
        base = Base.SPEECH
        value, anchor_id = _value(expr, base, view, period)
    covered = _in_the_period(expr, value, view)
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
            got, anchor_id = _value(end.expr, base, view, period)
        ends.append(_record(text, end, got, anchor_id))
    whole = replace(whole, id=f"i{match.start}", ends=tuple(e.id for e in ends))
    return [whole, *ends]


def in_the_story(expr: Expr, view: View) -> Expr:
    """A stretch ahead that is told as past begins then: "over the next two years they built it"."""
    if not isinstance(expr, Range) or view.cue.direction != "past":
        return expr
    end = expr.end
    if not isinstance(end, Shift) or end.base is not Base.SPEECH or end.sign < 0:
        return expr
    now = Shift(Base.REFERENCE, NOTHING, 1, keep=True)
    return Range(now, replace(end, base=Base.REFERENCE, keep=True))


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


def _value(
    expr: Expr, base: Base, view: View, period: Moment | None
) -> tuple[TimeValue | Unresolved, str | None]:
    """The value of an expression and the id of the expression that it was counted from."""
    needed, speech, told = bases(expr), view.date.value, _told_for(expr, base, view)
    reference = told.value if told else None
    direction: Direction = side_of(expr, base, view.date, told, view.cue)
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
    """Whether a day alone that is told as past would be to come: "by the 28th; on the 24th"."""
    speech = view.date.value
    if speech is None or view.cue.direction != "past" or not is_day_alone(expr):
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


def _told_for(expr: Expr, base: Base, view: View) -> Told | None:
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
    if view.told is not None and _is_same_day(expr) and view.told.block == view.block:
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


def _is_same_day(expr: Expr) -> bool:
    """True for "that same night", "the same day", "that evening"."""
    if isinstance(expr, Pick) and expr.which == "within":
        return _is_same_day(expr.base) if isinstance(expr.base, Pick) else False
    if not isinstance(expr, Pick) or expr.which != "same" or expr.base is not Base.REFERENCE:
        return False
    named = isinstance(expr.what, Partial) and expr.what.month is None  # not "that June"
    return expr.what is Granularity.DAY or named


def _comes_next(told: Told, near: Told, view: View) -> bool:
    """Whether a day told in passing is the last: "The vote, lost on 12 May, ... That night".

    One that lies years behind it only says which: "in the house that he had bought on 3 May 1990".
    """
    last, day = last_of(told.value), last_of(near.value)
    if last is None or day is None or day.granularity > Granularity.DAY or near.planned:
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
    if isinstance(expr, Pick) and isinstance(expr.what, Partial) and expr.what.part in YEAR_PARTS:
        unit = Granularity.YEAR  # "the following summer"
    return unit is not None and unit >= told.value.granularity


def _is_of_the_news(expr: Expr, value: TimeValue | Unresolved, view: View) -> bool:
    """Whether a bare "13 February" is of the story that the report began with.

    "gave way on 11 February" was told first, then, in a paragraph before, "inspected in May 2019":
    the same year would lie further from that than this year's day from the first one.
    """
    core, told = core_of(expr), view.told
    if told is None or told.block == view.block or view.cue.flashback:
        return False
    if not isinstance(core, Partial) or core.month is None or not isinstance(value, Moment):
        return False
    if view.cue.background and view.date.basis in PRESS:
        return True  # "a report published in March"
    if not view.recent:
        return False
    here, _ = _value(expr, Base.SPEECH, view, None)
    old = last_of(told.value)
    if not isinstance(here, Moment) or old is None:
        return False
    return min(_apart(here, day) for day in view.recent) < _apart(value, old)


def _is_recent(expr: Expr, value: TimeValue | Unresolved, view: View) -> bool:
    """Whether a bare day is one of the last weeks of a report, not of the year of an aside.

    "The certificate was issued on 17 February 2024. We migrated on 3 February", told in February
    2025: no story steps back from the day that it has just named without saying so. In a paragraph
    of its own a day is the report's where it lies nearer to that than to the day told before.
    """
    core, told, speech = core_of(expr), view.told, view.date.value
    if told is None or speech is None or not told.full or not view.cue.over or view.joined:
        return False
    if view.cue.flashback or view.cue.background or not isinstance(core, Partial):
        return False
    day = value.start if isinstance(value, Interval) else value
    if core.month is None or core.day is None or not isinstance(day, Moment):
        return False
    old = told.value
    if not isinstance(old, Moment) or old.granularity > Granularity.DAY:
        return False
    found, _ = _value(expr, Base.SPEECH, view, None)
    here = found.start if isinstance(found, Interval) else found
    days = (speech.cell.lo - here.cell.lo) / DAY if isinstance(here, Moment) else -1.0
    if not 0 <= days <= MONTHS_BACK:
        return False
    if day.cell.lo < old.cell.lo:
        return True
    near = (speech.cell.lo - old.cell.lo) / DAY <= YEARS_BACK
    return near and told.block != view.block and days < _apart(day, old) / DAY


def _in_the_period(
    expr: Expr, value: TimeValue | Unresolved, view: View
) -> TimeValue | Unresolved | None:
    """A bare date in the period that the report covers, where its paragraph tells no other year."""
    core, told, cue = core_of(expr), view.told, view.cue
    if view.covered is None or not isinstance(core, Partial) or core.month is None:
        return None
    if core.year is not None or not cue.over or cue.flashback or view.covered.holds(value):
        return None
    if told is not None and told.block == view.block and not view.covered.holds(told.value):
        return None
    anchor = AnchorTime(view.date.value, view.covered.first, "future", Base.REFERENCE, view.customs)
    found = resolve(expr, anchor)
    return found if view.covered.holds(found) else None


def _is_behind(expr: Expr, view: View) -> bool:
    """Whether a bare day goes behind the one before it, in its sentence and with its year.

    "In a report published on 5 April 2019 the agency said the dam had failed on 1 April".
    """
    core, near = core_of(expr), view.near
    if near is None or not (view.joined and near.framed and view.cue.flashback):
        return False
    bare = isinstance(core, Partial) and core.month is not None and not core.short_year
    return bare and near.value.granularity <= Granularity.DAY


def _apart(one: Moment, other: Moment) -> float:
    return abs(one.cell.lo - other.cell.lo)


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
