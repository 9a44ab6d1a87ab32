"""From matches to dated expressions: which date each one counts from, as a reader would take it.

Two clocks run through a text: the time of speaking (the document's own date) and the time that is
being told (the last date of the narrative). "two weeks ago" counts from the first, "two days later"
from the second; a bare month or weekday takes whichever the text is closer to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..annotation import DocumentDate, TemporalExpression, TimexType
from ..document import Block
from ..temporal.arithmetic import move, shift, truncate
from ..temporal.expression import Base, Direction, Expr, Partial, Pick, Range, Shift
from ..temporal.granularity import Granularity
from ..temporal.resolve import AnchorTime, bases, resolve
from ..temporal.values import (
    DAYPARTS,
    YEAR_PARTS,
    Interval,
    Moment,
    OneOf,
    TimeValue,
    Unresolved,
)
from .match import Match
from .matcher import find_matches

# Blocks that a narrated date still reaches where the document has a date of its own; without one it
# reaches to the next heading.
REACH = 2
# A bare weekday belongs to the narrative when that is further than this from the document's date.
NEWS_DAYS = 21  # days
HALF_DAY = 43_200  # s
ASIDE_YEARS = 100
# A bare month or day of the year is not further away than this.
FAR_DAYS = 300


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words around an expression say of it.

    `direction`: the side on which a bare date lies; `flashback`: the clause goes back behind the
    narrative ("had left in March"); `reporting`: it dates a report ("said on Monday"), which is
    told from the document's date and does not move the narrative; `background`: a relative clause
    or a participle tells it in passing ("the ramp, installed in 2021, collapsed"), which does not
    either.
    """

    direction: Direction = "near"
    flashback: bool = False
    reporting: bool = False
    background: bool = False

    @property
    def moves(self) -> bool:
        """Whether the story goes on from here."""
        return not (self.flashback or self.reporting or self.background)


CueOf = Callable[[int, int], Cue]


@dataclass(frozen=True, slots=True)
class _Told:
    """The narrative's current date, the expression that gave it, and the block it stands in.

    `framed`: it goes back to a date with its year, not to the document's own: then a bare month
    belongs to it.
    """

    value: Moment | OneOf
    id: str
    block: int
    section: int
    framed: bool


def resolve_matches(
    text: str,
    matches: Sequence[Match],
    date: DocumentDate,
    blocks: Sequence[Block] = (),
    cue_of: CueOf | None = None,
) -> tuple[TemporalExpression, ...]:
    """Date every match, in text order; what cannot be dated keeps its reason."""
    blocks = blocks or (Block(0, len(text), "paragraph"),)
    starts = [block.start for block in blocks]
    section, sections = 0, []
    for block in blocks:
        section += block.kind == "heading"
        sections.append(section)
    told: _Told | None = None
    found: list[TemporalExpression] = []
    for match in _outermost(matches):
        place = max(bisect_right(starts, match.start) - 1, 0)
        cue = cue_of(match.start, match.end) if cue_of else Cue()
        reach = told if told and _reaches(told, match, place, sections[place], date) else None
        made = _resolve_one(text, match, date, reach, cue)
        found.extend(made)
        moved = _moves_narrative(made[0], cue, date)
        if moved is not None and not (told and _is_aside(moved, told.value)):
            anchor = made[0].anchor_id
            framed = anchor is None or bool(told and anchor == told.id and told.framed)
            told = _Told(moved, made[-1].id, place, sections[place], framed)
    return tuple(sorted(found, key=lambda e: (e.start, -e.end)))


def _outermost(matches: Sequence[Match]) -> Iterable[Match]:
    """The matches without those that stand again as an end of an interval."""
    inner = {end for match in matches for end in match.ends if end is not None}
    return (m for m in sorted(matches, key=lambda m: (m.start, -m.end)) if m not in inner)


def _reaches(told: _Told, match: Match, block: int, section: int, date: DocumentDate) -> bool:
    """Whether a reader still has the narrative's date in mind; the day of a clock time always."""
    if _is_clock(match.expr):
        return True
    near = date.value is None or block - told.block <= REACH
    return near and told.section == section


def _resolve_one(
    text: str, match: Match, date: DocumentDate, told: _Told | None, cue: Cue
) -> list[TemporalExpression]:
    """The expression of a match; for an interval the whole phrase first and then its ends."""
    base = _base_of(match.expr, date.value, told, cue)
    value, anchor_id = _value(match.expr, base, date, told, cue)
    if isinstance(value, Unresolved) and base is Base.REFERENCE and date.value:
        base = Base.SPEECH
        value, anchor_id = _value(match.expr, base, date, told, cue)
    whole = _record(text, match, value, anchor_id)
    if match.type != "INTERVAL":
        return [whole]
    ends = []
    named = (value.start, value.end) if isinstance(value, Interval) else (None, None)
    for end, moment in zip(match.ends, named, strict=False):
        if end is None:
            continue
        got: TimeValue | Unresolved | None = moment if isinstance(moment, Moment) else None
        if got is None:
            got, anchor_id = _value(end.expr, base, date, told, cue)
        ends.append(_record(text, end, got, anchor_id))
    whole = replace(whole, id=f"i{match.start}", ends=tuple(e.id for e in ends))
    return [whole, *ends]


def _record(
    text: str, match: Match, value: TimeValue | Unresolved, anchor_id: str | None
) -> TemporalExpression:
    kind: TimexType = match.type  # type: ignore[assignment]  # the rule schema checks the type
    if kind in ("DATE", "TIME") and isinstance(value, (Moment, OneOf)):
        kind = "TIME" if value.granularity < Granularity.DAY else "DATE"
    return TemporalExpression(
        # t0 is the document's own date, so words at the very start get another id.
        id=f"t{match.start}" if match.start else "t0-2",
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        type=kind,
        expr=match.expr,
        value=value,
        rule=match.rule,
        anchor_id=anchor_id,
        function=anchor_id is not None,
        stated=match.stated,
    )


def _value(
    expr: Expr, base: Base, date: DocumentDate, told: _Told | None, cue: Cue
) -> tuple[TimeValue | Unresolved, str | None]:
    """The value of an expression and the id of the expression that it was counted from."""
    needed = bases(expr)
    reference = told.value if told else None
    core = _core(expr)
    if isinstance(core, Partial) and core.short_year and date.value is None:
        direction: Direction = "future"  # "the nineties" told after 1985
    elif base is Base.REFERENCE and reference is not None:
        direction = "past" if cue.flashback else "near"
    elif isinstance(core, Partial) and core.part in YEAR_PARTS:
        direction = "near"  # firms speak of the quarter that has just ended
    else:
        direction = cue.direction
    if reference is None and _is_cell_at_hand(expr):
        reference = date.value

    def at(moment: Moment | None) -> TimeValue | Unresolved:
        anchor = AnchorTime(date.value, moment, direction, base)
        value = resolve(expr, anchor)
        if base is Base.SPEECH and _is_far(value, date.value, core):
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
    from_told = told is not None and _uses_reference(expr, base)
    if from_told and told is not None and isinstance(value, Moment) and _is_clock(expr):
        value = _after_midnight(value, told.value)
    return value, (told.id if from_told and told else "t0")


def _is_cell_at_hand(expr: Expr) -> bool:
    """Whether "the quarter", "the weekend" may be the one that the document is written in."""
    return (
        isinstance(expr, Pick)
        and expr.which == "same"
        and expr.base is Base.REFERENCE
        and isinstance(expr.what, Granularity)
        and expr.what > Granularity.DAY
    )


def _is_far(value: TimeValue | Unresolved, speech: Moment | None, core: Expr | Base) -> bool:
    """Nobody says "Nov. 20" of a day nearly a year away when the other one is near."""
    if not isinstance(core, Partial) or core.month is None or core.weekday is not None:
        return False
    if speech is None or not isinstance(value, Moment):
        return False
    return abs(value.cell.lo - speech.cell.lo) > FAR_DAYS * 2 * HALF_DAY


def _keeps_cell(expr: Expr, reference: Moment) -> bool:
    """Whether it counts in cells: "a year earlier" than a quarter is the same quarter."""
    return (
        isinstance(expr, Shift)
        and expr.base is Base.REFERENCE
        and expr.amount.unit is Granularity.YEAR
        and expr.amount.least == expr.amount.most == int(expr.amount.least)
        and not expr.amount.more
        and reference.granularity in (Granularity.QUARTER, Granularity.HALF, Granularity.SEASON)
    )


def _years_before(expr: Expr, reference: Moment) -> Moment:
    assert isinstance(expr, Shift)
    return move(reference, expr.sign * int(expr.amount.least), Granularity.YEAR)


def _is_aside(value: Moment | OneOf, told: Moment | OneOf) -> bool:
    """A leap of over a century is a comparison ("the Greeks in 480 BC"), not the next chapter."""
    new, old = _last(value), _last(told)
    return new is not None and old is not None and abs(new.year - old.year) > ASIDE_YEARS


def _last(value: Moment | OneOf) -> Moment | None:
    return value if isinstance(value, Moment) else value.latest


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


def _core(expr: Expr | Base) -> Expr | Base:
    """What a picked, shifted or ranged expression finally counts from."""
    while isinstance(expr, (Shift, Pick)):
        expr = expr.base
    if isinstance(expr, Range):
        return _core(expr.start or expr.end or expr)
    return expr


def _is_clock(expr: Expr) -> bool:
    if isinstance(expr, Range):
        return any(_is_clock(end) for end in (expr.start, expr.end) if end is not None)
    return (
        isinstance(expr, Partial)
        and expr.hour is not None
        and expr.day is None
        and expr.weekday is None
    )


def _is_daypart(partial: Partial) -> bool:
    return partial.part in DAYPARTS


def _uses_reference(expr: Expr, base: Base) -> bool:
    core = _core(expr)
    return core is Base.REFERENCE or (isinstance(core, Partial) and base is Base.REFERENCE)


def _base_of(expr: Expr, speech: Moment | None, told: _Told | None, cue: Cue) -> Base:
    """Whether a date without year (or a time without day) is the speaker's or the narrative's."""
    core = _core(expr)
    if not isinstance(core, Partial) or told is None:
        return Base.SPEECH
    if speech is None:
        return Base.REFERENCE
    reference = _last(told.value)
    if cue.reporting or reference is None or core.short_year:
        return Base.SPEECH
    if core.month is None and core.weekday is None and (core.hour is not None or _is_daypart(core)):
        fine = reference.granularity <= Granularity.DAY
        return Base.REFERENCE if fine else Base.SPEECH
    if not told.framed or cue.direction == "future":
        return Base.SPEECH
    days = abs(reference.cell.lo - speech.cell.lo) / (2 * HALF_DAY)
    if core.weekday is not None and core.day is None:
        near_day = reference.granularity <= Granularity.WEEK and reference.cell.lo < speech.cell.lo
        return Base.REFERENCE if near_day and days > NEWS_DAYS else Base.SPEECH
    return Base.REFERENCE if reference.year != speech.year else Base.SPEECH


def _moves_narrative(
    made: TemporalExpression, cue: Cue, date: DocumentDate
) -> Moment | OneOf | None:
    """The date that the narrative has after this expression, or None where it stays."""
    value = made.value
    named = date.start is not None and made.start < (date.end or 0) and date.start < made.end
    if named or not cue.moves or made.type in ("DURATION", "SET"):
        return None
    if isinstance(value, Interval):
        value = value.end if isinstance(value.end, Moment) else value.start  # type: ignore[assignment]
    if isinstance(value, OneOf) and (value.earliest is None or value.latest is None):
        return None
    if not isinstance(value, (Moment, OneOf)):
        return None
    last = _last(value)
    if date.value and last and last.cell.lo >= date.value.cell.hi and cue.direction == "future":
        return None  # a plan does not move the story that is being told
    return value


# Without a parse: words before an expression, in its sentence, that tell on which side it lies.
AHEAD = re.compile(
    r"\b(?:will|shall|won't|to be|is to|are to|plans?|expects?|expected|scheduled|due|upcoming"
    r"|going to|'ll|next|would)\b"
)
BEHIND = re.compile(r"\b(?:was|were|had|has|have|did|ago|last|\w{1,20}ed)\b")
SENTENCE_REACH = 120  # characters


def find_expressions(
    text: str, date: Moment | None = None, *, day_first: bool | None = None
) -> tuple[TemporalExpression, ...]:
    """Find and date the expressions of a text by the rules alone: no parse, no spaCy.

    `date` is the document's own date; relative expressions stay unresolved without it.
    """
    given = DocumentDate(date, "given" if date else None)
    blocks = (Block(0, len(text), "paragraph"),)
    matches = find_matches(text, day_first=day_first, blocks=blocks)

    def cue_of(start: int, end: int) -> Cue:
        around = text[max(0, start - SENTENCE_REACH) : start].rpartition(". ")[2]
        around += text[end : end + SENTENCE_REACH].partition(". ")[0]
        if AHEAD.search(around):
            return Cue("future")
        return Cue("past" if BEHIND.search(around) else "near")

    return resolve_matches(text, matches, given, blocks, cue_of)
