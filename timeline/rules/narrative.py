"""From matches to dated expressions: a walk through the text that keeps the date being told.

Two clocks run through a text: the time of speaking (the document's own date) and the time that is
being told (the last date of the narrative). "two weeks ago" counts from the first, "two days later"
from the second; a bare month or weekday takes whichever the text is closer to. Reports keep a third
one, the period that their figures are given for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..annotation import (
    Counted,
    DocumentDate,
    Passage,
    TemporalExpression,
    TimexType,
    passage_at,
)
from ..document import Block
from ..temporal.arithmetic import move, shift, truncate
from ..temporal.expression import Base, Direction, Expr, Pick, Shift, Vague
from ..temporal.granularity import Granularity
from ..temporal.resolve import AnchorTime, bases, resolve
from ..temporal.values import OPEN, Interval, Moment, OneOf, TimeValue, Unresolved
from .cues import Cue, CueOf, compares_figures, is_compared_with, is_quoted, points_back, read_cue
from .customs import CUSTOMS, Customs
from .figures import Figures, is_comparison, note, recount
from .halves import Half, in_half, next_half
from .match import Match
from .matcher import find_matches
from .named import NO_NAMES, NamedDates
from .perspective import (
    Told,
    base_of,
    core_of,
    counts_on,
    find_sections,
    is_cell_at_hand,
    is_clock,
    is_far,
    last_of,
    reaches,
    side_of,
    uses_reference,
)

STAMPS = ("day", "entry")  # a diary and a log tell their story by their stamps
HALF_DAY = 43_200  # s
ASIDE_YEARS = 100
_HELD_SINCE = re.compile(r"\b(?:has|have)\b[^.;!?]{0,60}\bsince\s{1,3}$")
NOT_COUNTED: Mapping[str, Counted] = {}


@dataclass(frozen=True, slots=True)
class Speech:
    """The time of speaking, and the id of what gives it: "t0" is the document's own date."""

    date: DocumentDate
    id: str = "t0"


@dataclass(frozen=True, slots=True)
class _View:
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
    block: int = -1
    pointing: bool = False  # "that month", never the month at hand


def resolve_matches(
    text: str,
    matches: Sequence[Match],
    date: DocumentDate,
    blocks: Sequence[Block] = (),
    cue_of: CueOf | None = None,
    customs: Customs = CUSTOMS,
    passages: Sequence[Passage] = (),
    counted: Mapping[str, Counted] = NOT_COUNTED,
) -> tuple[TemporalExpression, ...]:
    """Date every match, in text order; what cannot be dated keeps its reason.

    `counted`: by the id of an expression, what it means where events have been dated already.

    In a passage with a date of its own that is the time of speaking, and nothing told outside of
    it is carried in.
    """
    blocks = tuple(blocks) or (Block(0, len(text), "paragraph"),)
    starts = [block.start for block in blocks]
    sections = find_sections(blocks)
    told: Told | None = None
    clock: Told | None = None  # the last clock time: the next one is of its day
    scene: Told | None = None  # the last report that was a step of the story
    near_by: Told | None = None  # the last date of the paragraph, also one told in passing
    figures: Figures | None = None
    half: Half | None = None  # the afternoon, where the last clock time said so
    found: list[TemporalExpression] = []
    speech = Speech(date)
    current: Passage | None = None
    for match in _outermost(matches):
        passage = passage_at(passages, match.start)
        if passage is not current:
            if "entry" not in (basis_of(passage), basis_of(current)):
                told = clock = scene = figures = near_by = half = None
            current = passage
            speech = Speech(passage.date, f"t{match.start}") if passage else Speech(date)
            if passage and not (match.start <= (passage.date.start or 0) < match.end):
                speech = Speech(date)  # its stamp is no expression: nothing could be shown for it
        place = max(bisect_right(starts, match.start) - 1, 0)
        section = sections[place]
        match = in_half(text, match, half, place, section)
        near = told
        if clock and is_clock(match.expr) and told and told.block != place:
            near = clock
        view = _View(
            speech.date,
            speech.id,
            near
            if near and reaches(near, match.expr, place, section, speech.date, match.start)
            else None,
            figures if figures and figures.section == section else None,
            cue_of(match.start, match.end) if cue_of else Cue(),
            compares_figures(text, match.start, match.end),
            is_compared_with(text, match.start),
            customs,
            near_by if near_by and near_by.block == place else None,
            place,
            points_back(text, match.start, match.end),
        )
        again = counted.get(_id_of(match))
        if again is not None and again.value is None:
            match = replace(match, expr=again.expr)
        made = _resolve_one(text, match, view)
        if scene is not None and scene.section == section and place - scene.block <= 1:
            made = _after_scene(text, match, view, scene) or made
        if made[0].id in counted:
            made = [count(made[0], counted[made[0].id])]
        found.extend(made)
        half = next_half(text, match, made[-1].value, half, place, section)
        if not _is_own_date(made[0], speech.date):
            near_by = _stands_near(made[0], place, section) or near_by
        figures = note(made[0], view.cue, view.figures, view.date.value, section) or figures
        quoted = is_quoted(text, match.start, match.end)
        moved = None if quoted else _moves_narrative(made[0], view)
        leaps = told is not None and told.block == place and moved and _is_aside(moved, told.value)
        if (
            moved is not None
            and speech.date.value
            and _HELD_SINCE.search(text[max(0, match.start - 80) : match.start])
        ):
            moved, told, scene = None, None, None  # what has held since 2019 holds now
        leaps = leaps or bool(told and moved and speech.date.value and _looks_back(moved, told))
        if moved is not None and not leaps:
            anchor = made[0].anchor_id
            framed = anchor is None or bool(told and anchor == told.id and told.framed)
            told = Told(moved, made[-1].id, place, section, framed, match.end)
            clock = told if _has_clock(moved) else clock
            scene = None
        elif view.cue.scene and isinstance(made[0].value, Moment) and made[0].type != "SET":
            scene = Told(made[0].value, made[0].id, place, section, False)
    return tuple(sorted(found, key=lambda e: (e.start, -e.end)))


def count(expression: TemporalExpression, counted: Counted) -> TemporalExpression:
    """An expression with the meaning and value that its event gives it."""
    if counted.value is None:
        return expression
    return replace(
        expression,
        expr=counted.expr,
        value=counted.value,
        anchor_id=counted.event_id,
        function=True,
    )


def find_expressions(
    text: str,
    date: Moment | None = None,
    *,
    day_first: bool | None = None,
    customs: Customs = CUSTOMS,
    named: NamedDates = NO_NAMES,
) -> tuple[TemporalExpression, ...]:
    """Find and date the expressions of a text by the rules alone: no parse, no spaCy.

    `date` is the document's own date; relative expressions stay unresolved without it.
    """
    given = DocumentDate(date, "given" if date else None)
    blocks = (Block(0, len(text), "paragraph"),)
    matches = find_matches(text, day_first=day_first, blocks=blocks, named=named)
    return resolve_matches(text, matches, given, blocks, lambda a, b: read_cue(text, a, b), customs)


def basis_of(passage: Passage | None) -> str | None:
    """What kind of passage it is: mail, day or entry."""
    return passage.date.basis if passage else None


def _outermost(matches: Sequence[Match]) -> Iterable[Match]:
    """The matches without those that stand again as an end of an interval."""
    inner = {end for match in matches for end in match.ends if end is not None}
    return (m for m in sorted(matches, key=lambda m: (m.start, -m.end)) if m not in inner)


def _resolve_one(text: str, match: Match, view: _View) -> list[TemporalExpression]:
    """The expression of a match; for an interval the whole phrase first and then its ends."""
    words = " ".join(text[match.start : match.end].lower().split())
    compared, figures = view.compared, view.figures
    expr = recount(match.expr, words, told=figures is not None, compared=compared)
    period = figures.get(expr, words) if figures else None
    base = base_of(expr, view.date.value, view.told, view.cue, view.block)
    value, anchor_id = _value(expr, base, view, period)
    if isinstance(value, Unresolved) and base is Base.REFERENCE and view.date.value:
        base = Base.SPEECH
        value, anchor_id = _value(expr, base, view, period)
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


def type_of(match: Match, value: TimeValue | Unresolved) -> TimexType:
    """The type of a match that has this value: a clock time is a TIME, a fiscal year a DURATION."""
    kind: TimexType = match.type  # type: ignore[assignment]  # the rule schema checks the type
    if kind in ("DATE", "TIME") and isinstance(value, (Moment, OneOf)):
        return "TIME" if value.granularity < Granularity.DAY else "DATE"
    if kind == "DATE" and isinstance(value, Interval):
        return "DURATION"
    return kind


def _after_scene(
    text: str, match: Match, view: _View, scene: Told
) -> list[TemporalExpression] | None:
    """Count on from a report: "She told staff on Thursday. The next day she resigned".

    None where that is after the text, or not a day that follows.
    """
    if view.cue.direction == "future" or not counts_on(match.expr):
        return None
    made = _resolve_one(text, match, replace(view, told=scene))
    value, speech = made[0].value, view.date.value
    if not isinstance(value, Moment) or (speech and value.cell.lo >= speech.cell.hi):
        return None
    return made


def _id_of(match: Match) -> str:
    """t0 is the document's own date, so words at the very start get another id."""
    return f"t{match.start}" if match.start else "t0-2"


def _record(
    text: str, match: Match, value: TimeValue | Unresolved, anchor_id: str | None
) -> TemporalExpression:
    return TemporalExpression(
        id=_id_of(match),
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
    expr: Expr, base: Base, view: _View, period: Moment | None
) -> tuple[TimeValue | Unresolved, str | None]:
    """The value of an expression and the id of the expression that it was counted from."""
    needed, speech, told = bases(expr), view.date.value, _told_for(expr, view)
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
        if base is Base.SPEECH and is_far(value, speech, expr):
            return resolve(expr, replace(anchor, direction="near"))
        return value

    if isinstance(reference, Moment) and _keeps_cell(expr, reference):
        value: TimeValue | Unresolved = _years_before(expr, reference)
    elif isinstance(reference, OneOf):
        value = _spread(at(reference.earliest), at(reference.latest))
    else:
        value = at(reference)
    if not needed or isinstance(value, Unresolved):
        return value, None
    if Base.PERIOD in needed and view.figures is not None:
        return value, view.figures.id
    from_told = told is not None and uses_reference(expr, base)
    if from_told and told is not None and isinstance(value, Moment) and is_clock(expr):
        value = _after_midnight(value, told.value)
    return value, (told.id if from_told and told else view.date_id)


def _told_for(expr: Expr, view: _View) -> Told | None:
    """The date that is told, or the one just before: "had ended on 30 August, and five days later".

    The story need not stand there: what points back or counts on goes on from what was read last;
    so do months from a story that knows its year only, where a day was read last.
    """
    if view.near is None or core_of(expr) is not Base.REFERENCE:
        return view.told
    if view.told is not None and isinstance(expr, Shift):
        unit = expr.amount.unit
        if view.told.value.granularity > unit >= view.near.value.granularity:
            return view.near
    return view.near if view.told is None or view.pointing else view.told


def _stands_near(made: TemporalExpression, place: int, section: int) -> Told | None:
    value = made.value
    if made.type not in ("DATE", "TIME") or not isinstance(value, Moment):
        return None
    if made.expr is not None and is_comparison(made.expr):
        return None
    return Told(value, made.id, place, section, made.anchor_id is None)


def _counts_from_now(expr: Expr, view: _View) -> bool:
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


def _is_aside(value: Moment | OneOf, told: Moment | OneOf) -> bool:
    """Within a paragraph a leap back over a century is a comparison: "the Greeks in 480 BC"."""
    new, old = last_of(value), last_of(told)
    return new is not None and old is not None and old.year - new.year > ASIDE_YEARS


def _looks_back(value: Moment | OneOf, told: Told) -> bool:
    """A year alone that lies behind the day told: "Two similar fires broke out in 2021".

    A report goes on from its day; without a day of its own a text may go back for good.
    """
    new, old = last_of(value), last_of(told.value)
    if new is None or old is None:
        return False
    coarse = value.granularity >= Granularity.YEAR > told.value.granularity
    return coarse and new.year < old.year


def _has_clock(value: Moment | OneOf) -> bool:
    return isinstance(value, Moment) and value.granularity.is_clock


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


def _after_midnight(value: Moment, told: Moment | OneOf) -> Moment:
    """A clock time long before the last one that was told belongs to the next day."""
    if not isinstance(told, Moment) or not told.granularity.is_clock:
        return value
    if told.cell.lo - value.cell.lo > HALF_DAY:
        day = shift(truncate(value, Granularity.DAY), 1, Granularity.DAY)
        return replace(value, year=day.year, month=day.month, day=day.day)
    return value


def _is_own_date(made: TemporalExpression, date: DocumentDate) -> bool:
    """True for the words that give the document its date; they tell nothing."""
    return (
        date.basis not in STAMPS
        and date.start is not None
        and made.start < (date.end or 0)
        and date.start < made.end
    )


def _tells_history(value: TimeValue | Unresolved, view: _View) -> bool:
    """A year in which something was declared, in a text that is no report: it is its story."""
    cue = view.cue
    if view.date.value is not None or not cue.reporting or cue.flashback or cue.background:
        return False
    return isinstance(value, Moment) and value.granularity >= Granularity.MONTH


def _moves_narrative(made: TemporalExpression, view: _View) -> Moment | OneOf | None:
    """The date that the narrative has after this expression, or None where it stays."""
    value, date = made.value, view.date
    if (
        _is_own_date(made, date)
        or not (view.cue.moves or _tells_history(value, view))
        or made.type == "SET"
    ):
        return None
    if made.type == "DURATION" and not (made.anchor_id or "").startswith("e"):
        return None
    if made.expr is not None and is_comparison(made.expr):
        return None
    if view.against:
        return None
    if isinstance(made.expr, Shift) and made.expr.sign < 0 and view.compared:
        return None  # "$3 million a year ago" is what a figure is compared with
    if isinstance(value, Interval):
        if value.end is OPEN and date.value is not None:
            return None  # "since 2019" leads back to the present
        value = value.end if isinstance(value.end, Moment) else value.start  # type: ignore[assignment]
    if isinstance(value, OneOf) and (value.earliest is None or value.latest is None):
        return None
    if not isinstance(value, (Moment, OneOf)):
        return None
    last = last_of(value)
    ahead = date.value and last and last.cell.hi > date.value.cell.hi
    if ahead and view.cue.direction == "future":
        return None  # a plan does not move the story that is being told
    return value
