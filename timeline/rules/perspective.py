"""Which date a phrase counts from, and on which side of it: the speaker's time or the story's."""

from __future__ import annotations

from dataclasses import dataclass

from ..annotation import DocumentDate
from ..document import Block
from ..temporal.completion import complete
from ..temporal.expression import Base, Direction, Expr, Partial, Pick, Range, Shift
from ..temporal.granularity import Granularity
from ..temporal.values import DAYPARTS, YEAR_PARTS, Interval, Moment, OneOf, TimeValue, Unresolved
from .cues import Aside, Cue

# Blocks that a narrated date still reaches where the document has a date of its own; without one it
# reaches to the next heading.
REACH = 2
AT_HAND = 400  # characters; the short paragraphs of a transcript or a list do not part it
# A bare weekday belongs to the narrative when that is further than this from the document's date.
NEWS_DAYS = 21  # days
# A bare month or day of the year is not further away than this.
FAR_DAYS = 300
DAY = 86_400  # s
MONTHS_BACK = 92  # days
STEP_BACK = 31  # days that a story may go back without saying so
SEASONS = ("SP", "SU", "FA", "WI")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


@dataclass(frozen=True, slots=True)
class Told:
    """The narrative's current date, the expression that gave it, and the block it stands in.

    `framed`: it goes back to a date with its year, not to the document's own: then a bare month
    belongs to it. `end`: where the expression ends.
    """

    value: Moment | OneOf
    id: str
    block: int
    section: int
    framed: bool
    end: int = 0
    title: bool = False  # the document's title gives it
    heads: bool = False  # it is all that a heading says: its section is of that time
    stretch: bool = False  # it is the end of a stretch, in which the next date may lie
    first: Moment | None = None  # where that stretch begins
    full: bool = False  # its own words name the year
    planned: bool = False  # what was told of it lies ahead
    night: bool = False  # it is a night, which runs into the next day


def find_sections(blocks: tuple[Block, ...]) -> list[int]:
    """The number of the section that each block stands in; a heading begins one."""
    section, sections = 0, []
    for block in blocks:
        section += block.kind == "heading"
        sections.append(section)
    return sections


def reaches(
    told: Told, expr: Expr, block: int, section: int, date: DocumentDate, start: int
) -> bool:
    """Whether a reader still has the narrative's date in mind; the day of a clock time always."""
    if is_clock(expr):
        return True
    near = date.value is None or block - told.block <= REACH or start - told.end < AT_HAND
    near = near or told.heads
    if told.section != section:
        # A history goes on behind its headings: nothing else could say which year it is.
        return date.value is None and told.framed and _has_month(expr)
    return near


def _has_month(expr: Expr) -> bool:
    core = core_of(expr)
    return isinstance(core, Partial) and core.month is not None and core.year is None


def names_year_back(expr: Expr, value: Moment | OneOf, speech: Moment | None) -> bool:
    """Whether words tell another year than the document's, if not by its number: "May last year".

    Bare dates go on from it: "In May last year he fell ill. He died on June 2".
    """
    if speech is None or not isinstance(value, Moment) or isinstance(core_of(expr), Partial):
        return False
    far = (speech.cell.lo - value.cell.hi) / DAY > MONTHS_BACK
    return far and value.granularity <= Granularity.MONTH and value.year != speech.year


def is_day_alone(expr: Expr) -> bool:
    """True for "the 24th", a day of a month that is not named."""
    core = core_of(expr)
    return (
        isinstance(core, Partial)
        and core.day is not None
        and core.month is None
        and core.weekday is None
        and core.year is None
    )


def follows(near: Told | None, speech: Moment | None, cue: Cue, *, joined: bool) -> bool:
    """Whether a day alone is the next such one after the day that its paragraph has just named.

    "Picked up on the 19th of May and promised by the 24th"; "We meet on 13 June; on the 20th we
    shall vote". `joined`: both stand in one sentence.
    """
    day = last_of(near.value) if near is not None else None
    if day is None or speech is None or day.granularity > Granularity.MONTH:
        return False  # "January was harder. On the 20th he fell"
    if joined:
        return True
    ahead = day.cell.lo >= speech.cell.hi
    return cue.direction != "past" if ahead else cue.direction == "past"


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
    if Aside.REPORT in cue.aside or cue.direction == "future":
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


def side_of(expr: Expr, base: Base, date: DocumentDate, told: Told | None, cue: Cue) -> Direction:
    """The side of its base on which a date without its year lies."""
    core, flashback = core_of(expr), Aside.FLASHBACK in cue.aside
    if isinstance(core, Partial) and core.short_year and date.value is None:
        return "future"  # "the nineties" told after 1985
    if base is Base.REFERENCE and told is not None:
        if is_day_alone(expr) and _is_short(told.value) and (cue.limit or not flashback):
            if _is_that_day(core, told):
                return "near"  # "on July 19 ... at 5:10 a.m. on the 19th"
            return "past" if _lies_in(core, told) else "future"
        if flashback:
            if cue.limit and _is_of_a_week(core):
                return "future"  # "By the weekend three others had confirmed it"
            return "near" if cue.limit else "past"
        return "future" if not told.stretch and _is_ahead(core, told.value) else "near"
    if isinstance(core, Partial) and core.part in YEAR_PARTS:
        return _of_a_period(core, date.value, cue)
    if isinstance(core, Partial) and core.weekday is not None and core.day is not None:
        return "near"  # the weekday fixes the year
    if isinstance(core, Partial) and core.week is not None:
        return "past" if cue.direction == "past" else "near"
    # "The GM move follows Tuesday's declaration": a weekday is near on either side.
    ahead = cue.present and isinstance(core, Partial) and core.weekday is None
    return "future" if ahead else cue.direction


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


def is_cell_at_hand(expr: Expr | Base) -> bool:
    """Whether "the month", "the year" may be the one that the document is written in."""
    if isinstance(expr, Pick) and expr.which == "within":
        return is_cell_at_hand(expr.base)  # "the first quarter of the year"
    return (
        isinstance(expr, Pick)
        and expr.which == "same"
        and expr.base is Base.REFERENCE
        and isinstance(expr.what, Granularity)
        and expr.what > Granularity.DAY
    )


def core_of(expr: Expr | Base) -> Expr | Base:
    """What a picked, shifted or ranged expression finally counts from."""
    while isinstance(expr, (Shift, Pick)):
        expr = expr.base
    if isinstance(expr, Range):
        return core_of(expr.start or expr.end or expr)
    return expr


def is_clock(expr: Expr) -> bool:
    """True for a time of the clock without its day, or a range of such."""
    if isinstance(expr, Range):
        return any(is_clock(end) for end in (expr.start, expr.end) if end is not None)
    return (
        isinstance(expr, Partial)
        and expr.hour is not None
        and expr.day is None
        and expr.weekday is None
    )


def counts_on(expr: Expr, told: Granularity) -> bool:
    """True for what follows a time told as finely: "the next morning", "two days later".

    Any amount may follow ("three months later"); of cells only those that are not coarser, or a
    week at most: "the next year" is seldom counted from a day.
    """
    if isinstance(expr, Pick) and expr.which == "within":
        return isinstance(expr.base, (Shift, Pick)) and counts_on(expr.base, told)
    if isinstance(expr, Shift):
        return expr.sign > 0 and expr.base is Base.REFERENCE
    if not isinstance(expr, Pick) or expr.which != "next" or expr.base is not Base.REFERENCE:
        return False
    return isinstance(expr.what, Partial) or expr.what <= max(Granularity.WEEK, told)


def counts_in_days(expr: Expr) -> bool:
    """True for what follows a day told by days or less: "the next day", "two weeks later"."""
    if isinstance(expr, Pick) and expr.which == "within":
        return isinstance(expr.base, (Shift, Pick)) and counts_in_days(expr.base)
    if isinstance(expr, Shift):
        near = expr.amount.unit <= Granularity.WEEK
        return near and expr.sign > 0 and expr.base is Base.REFERENCE and not expr.keep
    if not isinstance(expr, Pick) or expr.which != "next" or expr.base is not Base.REFERENCE:
        return False
    return isinstance(expr.what, Granularity) and expr.what <= Granularity.DAY


def uses_reference(expr: Expr, base: Base) -> bool:
    """True if a value is counted from the date that is being told."""
    core = core_of(expr)
    return core is Base.REFERENCE or (isinstance(core, Partial) and base is Base.REFERENCE)


def last_of(value: Moment | OneOf) -> Moment | None:
    """The moment itself, or the last one that may be meant."""
    return value if isinstance(value, Moment) else value.latest


def _is_short(value: Moment | OneOf) -> bool:
    return value.granularity <= Granularity.WEEK


def _is_part(partial: Partial) -> bool:
    return partial.part in DAYPARTS
