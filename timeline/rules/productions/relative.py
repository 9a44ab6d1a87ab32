"""Dates counted from another: the time of speaking or of telling, or a date in the phrase."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ...temporal.expression import Amount, AtEvent, Base, Expr, Partial, Pick, Range, Shift, Vague
from ...temporal.granularity import Granularity
from ...temporal.values import Reference
from ..schema import Slots
from .calendar import calendar
from .duration import unit_of
from .feasts import feast_of

Which = Literal["this", "last", "next", "same"]
_WHICH: dict[str, Which] = {"this": "this", "last": "last", "next": "next", "same": "same"}


def base_of(slots: Slots) -> Base:
    """The base that the rule states; the time of speaking by default."""
    return Base(slots.word("base") or "speech")


def which_of(slots: Slots) -> Which:
    """The choice that the rule or the slot `which` states."""
    return _WHICH[slots.word("which") or "this"]


def around_today(slots: Slots) -> Expr | None:
    """Today, tomorrow, yesterday."""
    offset = slots.number("today")
    if offset is None:
        return None
    words: dict[int, Which] = {-1: "last", 0: "this", 1: "next"}
    return Pick(words[offset], Granularity.DAY)


def pick_cell(slots: Slots) -> Expr | None:
    """The cell of a unit that holds, precedes or follows the base: "last week", "the next day"."""
    word = slots.word("cell") or slots.word("unit")
    if word is None:
        return None
    times, unit = unit_of(word)
    which, base, mod = which_of(slots), base_of(slots), slots.word("mod")
    if unit is Granularity.WEEKEND and which == "same" and mod is None:
        return Partial(part="WE")  # "the weekend" is as near as a weekday
    if times > 1 or unit is Granularity.SEASON:
        if which in ("this", "same") or unit is Granularity.SEASON:
            return None
        return Shift(base, Amount(times, times, unit), -1 if which == "last" else 1, mod)
    fiscal = unit is Granularity.YEAR and "fiscalword" in slots.values
    return Pick(which, unit, base, mod, fiscal)


def year_earlier(slots: Slots) -> Expr | None:
    """The same quarter one year before: of the one that is told, or of the one that is named."""
    number = slots.number("quarter")
    if number is None:
        return Shift(Base.PERIOD, Amount(1, 1, Granularity.YEAR), -1)
    return Shift(Partial(part=f"Q{number}"), Amount(4, 4, Granularity.QUARTER), -1)


def alike(slots: Slots) -> Expr | None:
    """The period that is told, in another year: "the 1988 period", "the same period last year"."""
    node = slots.nodes.get("date")
    year: Expr | None = node.expr if node else calendar(slots)
    if isinstance(year, Shift) and isinstance(year.base, Base):
        return replace(year, base=Base.PERIOD)  # a year before it, not before the speaker
    return None if year is None else Pick("alike", Granularity.YEAR, year)


def pick_named(slots: Slots) -> Expr | None:
    """A named cell before, after or around the base: "last Tuesday", "the following October"."""
    named = Partial(
        weekday=slots.number("weekday"),
        month=slots.number("month"),
        day=slots.number("day"),
        part=slots.word("season") or _quarter(slots),
    )
    easter, code = slots.number("easterday"), slots.number("holiday")
    feast = slots.word("feast")
    if feast is not None:
        named = feast_of(feast)
    elif easter is not None:
        named = Partial(easter=easter)
    elif code is not None:
        named = Partial(month=code // 100, day=code % 100)
    if named == Partial():
        return None
    return Pick(which_of(slots), named, base_of(slots), slots.word("mod"))


def seasons_on(slots: Slots) -> Expr | None:
    """The season of so many years on or back: "three summers later", "two winters ago"."""
    count, part = slots.number("number"), slots.word("seasons")
    if count is None or part is None:
        return None
    years = Amount(count, count, Granularity.YEAR)
    shifted = Shift(base_of(slots), years, -1 if slots.args.get("sign") == -1 else 1)
    return Pick("within", Partial(part=part), shifted)


def nth_day_on(slots: Slots) -> Expr | None:
    """The second day is the one after the day that is told, which was the first."""
    number = slots.number("nth")
    if number is None or number < 2:
        return None
    return Shift(Base.REFERENCE, Amount(number - 1, number - 1, Granularity.DAY), 1)


def weekday_before_last(slots: Slots) -> Expr | None:
    """The Friday a week before the last one."""
    last = Pick("last", Partial(weekday=slots.number("weekday")))
    return Shift(last, Amount(1, 1, Granularity.WEEK), -1)


def weekday_next_week(slots: Slots) -> Expr | None:
    """Next Friday is that of the next week; "this coming Friday" is the first one ahead."""
    named = Partial(weekday=slots.number("weekday"))
    return Pick("within", named, Pick("next", Granularity.WEEK))


def weekday_week(slots: Slots) -> Expr | None:
    """A week or two after the coming one: "Monday week", "a fortnight on Tuesday"."""
    days = 7 * (slots.number("fortnight") or 1)
    named = Pick("next", Partial(weekday=slots.number("weekday")))
    return Shift(named, Amount(days, days, Granularity.DAY), 1)


def day_of_this_month(slots: Slots) -> Expr | None:
    """A day of the month in which a letter was written, or of one beside it: "the 3rd inst."."""
    which = _WHICH.get(slots.word("inst") or "")
    if which is None:
        return None
    return Pick("within", Partial(day=slots.number("day")), Pick(which, Granularity.MONTH))


def _quarter(slots: Slots) -> str | None:
    number = slots.number("quarter")
    return None if number is None else f"Q{number}"


def pick_part(slots: Slots) -> Expr | None:
    """A part of the base's day or of its neighbours: "the following morning", "this evening"."""
    part = slots.word("daypart") or slots.word("part")
    if part is None:
        return None
    day = Pick(which_of(slots), Granularity.DAY, base_of(slots))
    return Pick("within", Partial(part=part, mod=slots.word("mod")), day)


def pick_nth(slots: Slots) -> Expr | None:
    """The nth cell inside a date: "the first week of May", "the third Thursday of November"."""
    number = slots.number("ordinal")
    if number is None:
        return None
    base = slots.nodes["date"].expr
    day = slots.nodes.get("inner")
    if day is not None:
        expr = day.expr
        if not isinstance(expr, Partial) or expr != Partial(weekday=expr.weekday):
            return None
        return Pick(number, expr, base)
    word = slots.word("cell")
    if word is None:
        return None
    times, unit = unit_of(word)
    return Pick(number, unit, base) if times == 1 else None


def cell_around(slots: Slots) -> Expr | None:
    """The week or month that holds a date; the weekend of a Monday is the one before it."""
    word = slots.word("cell")
    if word is None:
        return None
    times, unit = unit_of(word)
    if times != 1:
        return None
    date = slots.nodes["date"].expr
    if unit is Granularity.WEEKEND:
        date = Shift(date, Amount(1, 1, Granularity.DAY), -1)
    return Pick("same", unit, date)


def cell_ended(slots: Slots) -> Expr | None:
    """The year that ends with a date, or the quarter that such a quarter lies mostly in."""
    date, unit = slots.nodes["date"].expr, slots.word("unit")
    if unit == "year":
        whole = isinstance(date, Partial) and date.day is None and date.month is not None
        step = Granularity.MONTH if whole else Granularity.DAY
        after = Shift(date, Amount(1, 1, step), 1)
        return Range(Shift(after, Amount(1, 1, Granularity.YEAR), -1, keep=True), date)
    month = Shift(date, Amount(1, 1, Granularity.MONTH), -1)
    return Pick("same", Granularity.QUARTER, month)


def amount_ended(slots: Slots) -> Expr | None:
    """The length of time that ends with a date: "the six months ended 30 June"."""
    date, length = slots.nodes["date"].expr, slots.nodes["amount"].expr
    if not isinstance(length, Amount) or length.most is None or length.unit < Granularity.DAY:
        return None
    after = Shift(date, Amount(1, 1, Granularity.DAY), 1)
    return Range(Shift(after, length, -1, keep=True), date)


def shift(slots: Slots) -> Expr | None:
    """An amount before or after the base, a date inside the phrase, or an event."""
    node = slots.nodes.get("amount")
    if node is not None and isinstance(node.expr, Amount):
        counted = node.expr
    else:
        word = slots.word("cell") or slots.word("unit")
        if word is None:
            return None
        times, unit = unit_of(word)
        count = slots.args.get("count", 1)
        number = times * (count if isinstance(count, int) else 1)
        counted = Amount(number, number, unit)
    sign: Literal[-1, 1] = -1 if slots.args.get("sign") == -1 else 1
    mod = slots.word("mod")
    if "event" in slots.values:
        return Shift(AtEvent(str(slots.values["event"])), counted, sign, mod)
    date = slots.nodes.get("date")
    if date is not None and node is None and counted.unit is Granularity.WEEK:
        # "the week before Easter" is a week of the calendar, "a week before" it is a day.
        return Pick("last" if sign < 0 else "next", counted.unit, date.expr, mod)
    return Shift(date.expr if date else base_of(slots), counted, sign, mod)


def within_of(slots: Slots) -> Expr | None:
    """From a day to so much after it: "within 28 days of 14 March"."""
    counted, date = slots.nodes["amount"].expr, slots.nodes["date"].expr
    return Range(date, Shift(date, counted, 1, keep=True)) if isinstance(counted, Amount) else None


def first_units(slots: Slots) -> Expr | None:
    """So many units from an end of a date: "the first nine months" of 1997."""
    edge, inner = slots.number("edge"), slots.nodes["amount"].expr
    if edge is None or not isinstance(inner, Amount) or inner.more:
        return None
    count = int(inner.least)
    if count != inner.most or count < 1:
        return None
    date = slots.nodes["date"].expr
    ends = (1, count) if edge == 1 else (-count, -1)
    return Range(Pick(ends[0], inner.unit, date), Pick(ends[1], inner.unit, date))


def the_time_told(_: Slots) -> Expr:
    """The very time that is being told: "by then", "since then"."""
    return Shift(Base.REFERENCE, Amount(0, 0, Granularity.DAY), 1, keep=True)


def since_the_time_told(slots: Slots) -> Expr:
    """From the time that is being told until now: "ever since"."""
    return Range(the_time_told(slots), None, ongoing=True)


def one_of_its_days(slots: Slots) -> Expr | None:
    """Some such weekday of a month: "a wet Tuesday in March"."""
    named = slots.nodes["inner"].expr
    if not isinstance(named, Partial) or named != Partial(weekday=named.weekday):
        return None
    return Pick("within", named, slots.nodes["outer"].expr)


def vague(slots: Slots) -> Vague | None:
    """The past, the present, the future."""
    code = slots.word("ref") or slots.word("shiftword") or slots.word("vagueword")
    return None if code is None else Vague(Reference(code))


RELATIVE = {
    "around-today": around_today,
    "pick-cell": pick_cell,
    "pick-named": pick_named,
    "seasons-on": seasons_on,
    "nth-day-on": nth_day_on,
    "pick-part": pick_part,
    "pick-nth": pick_nth,
    "cell-around": cell_around,
    "shift": shift,
    "within-of": within_of,
    "first-units": first_units,
    "the-time-told": the_time_told,
    "since-the-time-told": since_the_time_told,
    "one-of-its-days": one_of_its_days,
    "vague": vague,
    "year-earlier": year_earlier,
    "alike": alike,
    "weekday-before-last": weekday_before_last,
    "weekday-next-week": weekday_next_week,
    "weekday-week": weekday_week,
    "day-of-this-month": day_of_this_month,
    "cell-ended": cell_ended,
    "amount-ended": amount_ended,
}
