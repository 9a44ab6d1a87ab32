"""The date that a story has come to, and how far a reader keeps it in mind."""

from __future__ import annotations

from dataclasses import dataclass

from ...annotation import DocumentDate
from ...document import Block
from ...temporal.expression import Expr, Partial
from ...temporal.granularity import Granularity
from ...temporal.values import Moment, OneOf
from .shapes import core_of, is_clock

# Blocks that a narrated date still reaches where the document has a date of its own; without one it
# reaches to the next heading.
REACH = 2
AT_HAND = 400  # characters; the short paragraphs of a transcript or a list do not part it
DAY = 86_400  # s
MONTHS_BACK = 92  # days


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
    past: bool = True  # what was told of it is said to be past; else it may be to come
    night: bool = False  # it is a night, which runs into the next day


def last_of(value: Moment | OneOf) -> Moment | None:
    """The moment itself, or the last one that may be meant."""
    return value if isinstance(value, Moment) else value.latest


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


def names_year_back(expr: Expr, value: Moment | OneOf, speech: Moment | None) -> bool:
    """Whether words tell another year than the document's, if not by its number: "May last year".

    Bare dates go on from it: "In May last year he fell ill. He died on June 2".
    """
    if speech is None or not isinstance(value, Moment) or isinstance(core_of(expr), Partial):
        return False
    far = (speech.cell.lo - value.cell.hi) / DAY > MONTHS_BACK
    return far and value.granularity <= Granularity.MONTH and value.year != speech.year


def _has_month(expr: Expr) -> bool:
    core = core_of(expr)
    return isinstance(core, Partial) and core.month is not None and core.year is None
