"""What a phrase means before any date is known: the expression algebra.

"two weeks before the invasion"  Shift(AtEvent("the invasion"), Amount(2, 2, WEEK), -1)
"last Tuesday"                   Pick("last", Partial(weekday=1))
"the morning of January 7"       Partial(month=1, day=7, part="MO")
"10 a.m. yesterday"              Pick("within", Partial(hour=10), Pick("last", Unit DAY))
"a few days later"               Shift(Base.REFERENCE, Amount(2, 6, DAY), +1)
"the first week of May"          Pick(1, WEEK, Partial(month=5))
"the same period of 2010"        Pick("alike", YEAR, Partial(year=2010))
"from 1914 to 1933"              Range(Partial(year=1914), Partial(year=1933))
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from .granularity import Granularity
from .values import Reference

Direction = Literal["past", "future", "near"]


class Base(Enum):
    """What a phrase counts from: the time of speaking or the time told (Reichenbach).

    PERIOD is what figures are given for ("third-quarter net ..., from $3 million a year ago").
    """

    SPEECH = "speech"
    REFERENCE = "reference"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Partial:
    """Fields of the calendar and clock that a phrase states; the rest comes from the anchor.

    `year` is astronomical; with `short_year` it has two digits and waits for its century. `span`
    says that the DECADE, CENTURY or MILLENNIUM of `year` is meant. `weekday` is 0 (Monday) to 6.
    `part` is as in Moment, or "WE" for a weekend. `easter` is an offset in days from Easter Sunday.
    `feast` names a day that a country or a calendar sets ("thanksgiving"), `shift` counts days from
    it; `country` is the one that the words state. `fiscal`: the year and its part are those of
    fiscal years.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    span: Granularity | None = None
    short_year: bool = False
    easter: int | None = None
    mod: str | None = None
    qualifier: str = ""
    zone: str | None = None
    feast: str | None = None
    shift: int = 0
    country: str | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A duration: least and most count (most None: "days"), unit, and smaller amounts after it.

    `mod` is a TIMEX3 mod, or "NEARLY" or "JUST_OVER".
    """

    least: float
    most: float | None
    unit: Granularity
    more: tuple[Amount, ...] = ()
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """An amount before (-1) or after (+1) something; `keep`: to the day, as an anniversary is."""

    base: Expr | Base
    amount: Amount
    sign: Literal[-1, 1]
    mod: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """One cell chosen relative to another.

    which: "this", "last", "next" (cell of its kind that holds, precedes, follows the base),
    "within" (the cell that `what` names inside the base), "same" (the base's own cell of that unit:
    "that year"), "alike" (in the year of the base, the cell that figures are given for: "the 1988
    period"), or a number: the nth (from 1; -1 is the last) cell of its kind inside the base.
    `fiscal`: the year is a fiscal one.
    """

    which: Literal["this", "last", "next", "within", "same", "alike"] | int
    what: Granularity | Partial
    base: Expr | Base = Base.SPEECH
    mod: str | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From one expression to another; None is an end not said, `ongoing` leaves the end open."""

    start: Expr | None
    end: Expr | None
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """A recurrence: a period ("every two weeks") or a named cell ("every Wednesday").

    `quant` and `freq` are TIMEX3's.
    """

    what: Amount | Partial
    quant: str | None = "EVERY"
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF, FUTURE_REF."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class AtEvent:
    """The time of an event that the phrase names; known only once events are dated."""

    text: str


Expr = Partial | Shift | Pick | Range | Every | Amount | Vague | AtEvent
