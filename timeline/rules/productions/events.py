"""Dates that only an event gives: "the day of his arrest", "the third anniversary of the crash"."""

from __future__ import annotations

from typing import Literal

from ...temporal.expression import Amount, AtEvent, Expr, Partial, Pick, Shift
from ...temporal.granularity import Granularity
from ..schema import Slots
from .duration import unit_of

_WHICH: dict[str | None, Literal["same", "last", "next"]] = {
    None: "same",
    "last": "last",
    "next": "next",
}


def _event(slots: Slots) -> AtEvent:
    return AtEvent(str(slots.values["event"]))


def cell_of_event(slots: Slots) -> Expr | None:
    """The day or year in which an event happened: "the day of his arrest", "the year it opened"."""
    word = slots.word("cell")
    if word is None:
        return None
    times, unit = unit_of(word)
    return Pick("same", unit, _event(slots)) if times == 1 else None


def part_of_event(slots: Slots) -> Expr | None:
    """A part of the event's day, or of the day before or after it: "the night of the fire"."""
    part = slots.word("daypart")
    if part is None:
        return None
    day = Pick(_WHICH[slots.word("which")], Granularity.DAY, _event(slots))
    return Pick("within", Partial(part=part), day)


def anniversary(slots: Slots) -> Expr | None:
    """So many years after the event, to the day."""
    number = slots.number("nth")
    if number is None:
        return None
    return Shift(_event(slots), Amount(number, number, Granularity.YEAR), 1, keep=True)


def nth_of_event(slots: Slots) -> Expr | None:
    """The nth day or year of what goes on, from its begin: "the third day of the siege"."""
    number, word = slots.number("nth"), slots.word("cell")
    if number is None or word is None:
        return None
    times, unit = unit_of(word)
    if times != 1:
        return None
    return Shift(_event(slots), Amount(number - 1, number, unit), 1, keep=True)


def day_of_stay(slots: Slots) -> Expr | None:
    """A numbered day after an operation, or of a stay, whose first day is that of the admission."""
    number, named, first = slots.number("number"), slots.word("of"), slots.args.get("first", 0)
    if number is None or named is None or not isinstance(first, int) or number < first:
        return None
    days = number - first
    return Shift(AtEvent(named), Amount(days, days, Granularity.DAY), 1, keep=True)


def zero_day(slots: Slots) -> Expr | None:
    """The day that a plan counts from, or so many days before or after it: "D-Day minus 2"."""
    said, count = slots.word("zero") or "", slots.number("daynum")
    if count is None:
        return AtEvent(said) if said[-1:] not in ("+", "-") else None
    return _from_zero(said, Amount(count, count, Granularity.DAY)) if "D-Day" in said else None


def zero_amount(slots: Slots) -> Expr | None:
    """So long before or after the moment that a plan counts from: "T-10 minutes"."""
    counted = slots.nodes["amount"].expr
    clock = isinstance(counted, Amount) and counted.unit.is_clock
    return _from_zero(slots.word("zero") or "", counted) if clock else None


def zero_count(slots: Slots) -> Expr | None:
    """So many minutes after the moment that a log counts from: "T+45"; `zero` knows of launches."""
    count = slots.number("number")
    if count is None:
        return None
    return _from_zero(slots.word("zero") or "", Amount(count, count, Granularity.MINUTE))


def _from_zero(said: str, counted: Expr) -> Expr | None:
    sides: dict[str, Literal[-1, 1]] = {"+": 1, "-": -1}
    side = sides.get(said[-1:])
    if side is None or not isinstance(counted, Amount):
        return None
    whole = counted.unit is Granularity.DAY
    return Shift(AtEvent(said[:-1]), counted, side, keep=whole)


EVENTS = {
    "zero-day": zero_day,
    "zero-amount": zero_amount,
    "zero-count": zero_count,
    "day-of-stay": day_of_stay,
    "cell-of-event": cell_of_event,
    "part-of-event": part_of_event,
    "anniversary": anniversary,
    "nth-of-event": nth_of_event,
}
