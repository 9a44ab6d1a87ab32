"""The year of a head that gives none: every year is a candidate, weekdays and told years choose.

A weekday named with the head, and every "Saturday, September 16" of the text, must be true of the
year. Bare weekdays of the first paragraphs ("said on Monday") are weighed: a story is mostly
written on the day that it tells first, or on the day after, and hardly ever before a day of which
it tells by the hour. Of the years that fit equally well the latest is taken that is not after the
reading date and not before a year told as past.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import prod

from ..annotation import Candidate
from ..errors import ImpossibleDateError
from ..temporal.axis import day_number, weekday
from ..temporal.cells import first_day
from ..temporal.naming import WEEKDAY_NAMES
from ..temporal.values import MONTH_NAMES, Moment, day_of
from .clues import Clues, Day, Pair, Told, find_clues
from .page import Page, Written, moment_of

HORIZON = 100  # years before the reading date
MOST_LISTED = 5  # alternatives with the same fit
NEAR = 3  # days between a dateline and the day on which the same text is filed or printed

# How often a bare weekday of a story's first 800 characters lies 0, 1, ... 6 days before the
# story's own day; counted in 2,452 news documents (TempEval-3 silver), no share below 0.002.
GAPS = {
    "first said": (0.95, 0.027, 0.006, 0.003, 0.005, 0.002, 0.007),  # 743 documents
    "first": (0.893, 0.065, 0.013, 0.006, 0.004, 0.005, 0.014),  # 1,284
    "before said": (0.58, 0.26, 0.06, 0.03, 0.02, 0.02, 0.03),  # 49: a later one is a report's
    "said": (0.63, 0.25, 0.05, 0.02, 0.02, 0.015, 0.015),  # 75
    "by hour": (0.48, 0.34, 0.09, 0.06, 0.015, 0.01, 0.005),  # 131
    "later": (0.37, 0.37, 0.1, 0.05, 0.04, 0.035, 0.035),  # 390
}
# Below this share of the weight the bare weekdays decide nothing: in the same documents, given
# a dateline, the weekday was right in 92 % of those above it and in 48 % of those below.
DECIDED = 0.65
# Share of right years among those documents whose weekday was right, where several years fit and
# the text is read up to ten years after it was written (uniformly).
LATEST = 0.76
# Share of right years where only told years decide: stories mostly tell of years before their own.
TOLD = 0.1


@dataclass(frozen=True, slots=True)
class Verdict:
    """The day that a head means, or None with the reason, and what else it may mean."""

    value: Moment | None
    note: str | None = None
    reason: str | None = None
    confidence: float | None = None
    alternatives: tuple[Candidate, ...] = ()


def fix_year(page: Page, head: Written, companions: Sequence[tuple[Moment, str]]) -> Verdict:
    """The full date of a head that names a day and a month, with the other years that fit.

    `companions` are complete dates that other parts of the document give, with their names.
    """
    if page.reading is None:
        return Verdict(None, reason="{where} gives no year and no reading date bounds it")
    last = first_day(page.reading)
    years = range(page.reading.year, page.reading.year - HORIZON - 1, -1)
    days = [d for y in years if (d := moment_of(head.fields, y)) and first_day(d) <= last]
    for companion, where in companions:
        for day in days:
            if abs(first_day(day) - first_day(companion)) <= NEAR:
                return Verdict(day, note=f"{where} gives the year")
    clues = find_clues(page, head)
    proven = [told for told in clues.years if told.past and told.year <= page.reading.year]
    floor = max((_start(told) for told in proven), default=None)
    open_days = [d for d in days if floor is None or first_day(d) >= floor]
    if not open_days:
        return Verdict(None, reason="{where} gives no year and every year before the reading date "
                       "is too early for the text")  # fmt: skip
    if clues.weekdays or clues.pairs or head.fields.weekday is not None:
        return _by_weekday(head, clues, open_days)
    return _by_told_years(open_days, clues, proven)


def _start(told: Told) -> int:
    """Day number of the first day of a told year, month or day."""
    fields = told.fields
    try:
        return first_day(day_of(told.year, fields.month or 1, fields.day or 1))
    except ImpossibleDateError:
        return day_number(told.year, 1, 1)


def _by_weekday(head: Written, clues: Clues, days: Sequence[Moment]) -> Verdict:
    """The latest day on which every weekday fits best."""
    named = head.fields.weekday
    fitting = [
        day
        for day in days
        if (named is None or _weekday(day) == named)
        and all(_agrees(pair, day) for pair in clues.pairs)
    ]
    if not fitting:
        words = [pair.words for pair in clues.pairs]
        words = ([WEEKDAY_NAMES[named]] if named is not None else []) + words
        return Verdict(None, reason="{where} gives no year and none fits " + _listed(words))
    weigh = _weigher(clues.weekdays)
    best = max(weigh(_weekday(day)) for day in fitting)
    chosen = [day for day in fitting if weigh(_weekday(day)) == best]
    value = chosen[0]
    deciding = _deciding(named, clues, value)
    others = [
        Candidate(day, f"{_spoken(day)} is a {WEEKDAY_NAMES[_weekday(day)]} too, but earlier")
        for day in chosen[1 : 1 + MOST_LISTED]
    ]
    missed = [day for day in fitting if weigh(_weekday(day)) < best]
    if missed and clues.weekdays:
        near = max(missed, key=lambda day: (weigh(_weekday(day)), first_day(day)))
        others.append(Candidate(near, _near_miss(near, clues.weekdays[0].weekday)))
    strict = named is not None or bool(clues.pairs)
    possible = {_weekday(day) for day in fitting} if strict else set(range(7))
    sure = best / sum(weigh(own) for own in possible)
    if sure < DECIDED:
        names = list(dict.fromkeys(WEEKDAY_NAMES[day.weekday] for day in clues.weekdays))
        fix = "does not fix it" if len(names) == 1 else "do not fix it"
        first = Candidate(value, f"{_spoken(value)} is a {WEEKDAY_NAMES[_weekday(value)]}")
        return Verdict(
            None,
            reason=f"{{where}} gives no year and {_listed(names)} {fix}",
            alternatives=(first, *others),
        )
    return Verdict(
        value,
        note=f"{WEEKDAY_NAMES[deciding]} fixes the year",
        confidence=round(sure if len(chosen) == 1 else sure * LATEST, 2),
        alternatives=tuple(others),
    )


def _deciding(named: int | None, clues: Clues, value: Moment) -> int:
    """The weekday that the note names: of the head, else of the story, else of a pair."""
    if named is not None:
        return named
    told = [day.weekday for day in clues.weekdays]
    same = [w for w in told if w == _weekday(value)]
    return next(chain(same, told, (pair.weekday for pair in clues.pairs)))


def _weigher(days: Sequence[Day]) -> Callable[[int], float]:
    """How well a story's own weekday explains the bare weekdays that it names."""
    tables = [GAPS[_kind(days, index)] for index in range(len(days))]

    def weigh(own: int) -> float:
        return prod(gaps[(own - day.weekday) % 7] for gaps, day in zip(tables, days, strict=True))

    return weigh


def _kind(days: Sequence[Day], index: int) -> str:
    """The row of GAPS that a weekday is weighed with."""
    day = days[index]
    if index:
        return "said" if day.said else "by hour" if day.by_hour else "later"
    if day.said:
        return "first said"
    return "before said" if any(other.said for other in days[1:]) else "first"


def _weekday(day: Moment) -> int:
    return weekday(first_day(day))


def _agrees(pair: Pair, day: Moment) -> bool:
    """True if the pair's nearest occurrence to a day falls on its weekday."""
    numbers = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            numbers.append(first_day(day_of(year, pair.month, pair.day)))
        except ImpossibleDateError:
            continue
    nearest = min(numbers, key=lambda n: abs(n - first_day(day)), default=None)
    return nearest is not None and weekday(nearest) == pair.weekday


def _by_told_years(days: Sequence[Moment], clues: Clues, proven: Sequence[Told]) -> Verdict:
    """The first day after all that the text tells as past, else in the year that it tells most."""
    if proven:
        value = days[-1]
        year = max(told.year for told in proven)
    else:
        counts = Counter(told.year for told in clues.years if not told.ahead)
        known = [day for day in days if counts[day.year]]
        if not known:
            return Verdict(None, reason="{where} gives no year and nothing in the text fixes it")
        value = max(known, key=lambda day: (counts[day.year], day.year))
        year = value.year
    later = [day for day in reversed(days) if day.year > value.year][:MOST_LISTED]
    return Verdict(
        value,
        note=f"the text speaks of {year}; uncertain",
        confidence=TOLD,
        alternatives=tuple(
            Candidate(day, f"{_spoken(day)} is not before {year} either") for day in later
        ),
    )


def _near_miss(day: Moment, told: int) -> str:
    own = _weekday(day)
    gap = (own - told) % 7
    back = "the same day" if gap == 0 else "the day before" if gap == 1 else f"{gap} days before"
    return f"{_spoken(day)} is a {WEEKDAY_NAMES[own]}: {WEEKDAY_NAMES[told]} would be {back}"


def _spoken(day: Moment) -> str:
    return f"{day.day} {MONTH_NAMES[(day.month or 1) - 1]} {day.year}"


def _listed(words: Sequence[str]) -> str:
    unique = list(dict.fromkeys(words))
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " and " + unique[-1]
