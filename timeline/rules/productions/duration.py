"""Amounts of time and sets of times."""

from __future__ import annotations

from dataclasses import replace

from ...temporal.expression import Amount, Every, Partial
from ...temporal.granularity import Granularity
from ..schema import Slots

# Words for spans that are multiples of a unit.
UNITS = {
    "night": (1, Granularity.DAY),
    "fortnight": (2, Granularity.WEEK),
}


def unit_of(word: str) -> tuple[int, Granularity]:
    """How many of which granularity a unit's word stands for."""
    return UNITS.get(word) or (1, Granularity[word.upper()])


def amount(slots: Slots) -> Amount | None:
    """A count of a unit; without a count ("for days") it is unknown."""
    word = slots.word("unit") or slots.word("units")
    if word is None:
        return None
    times, unit = unit_of(word)
    count = slots.values.get("count", slots.args.get("count"))
    if isinstance(count, int | float):
        count = count, count
    if isinstance(count, tuple | list):
        least, most = count
        if most is not None and most <= 0:
            return None
        extra = 0.5 if slots.args.get("half") else 0.0
        return Amount((least + extra) * times, (most + extra) * times, unit, mod=slots.word("mod"))
    return Amount(2 * times, None, unit, mod=slots.word("mod"))


def compound(slots: Slots) -> Amount | None:
    """An amount and smaller ones after it: "two years and three months"."""
    whole = slots.nodes["a"].expr
    for name in ("b", "c", "d"):
        if name not in slots.nodes:
            break
        smaller = slots.nodes[name].expr
        if not isinstance(whole, Amount) or not isinstance(smaller, Amount):
            return None
        if smaller.unit >= (whole.more[-1].unit if whole.more else whole.unit):
            return None
        whole = replace(whole, more=(*whole.more, smaller))
    return whole if isinstance(whole, Amount) else None


def bounded(slots: Slots) -> Amount | None:
    """An amount with "more than", "about", "at least" before it."""
    inner = slots.nodes["amount"].expr
    if not isinstance(inner, Amount) or inner.mod is not None:
        return None
    return replace(inner, mod=slots.word("mod"))


def half_more(slots: Slots) -> Amount | None:
    """A year and a half."""
    inner = slots.nodes["amount"].expr
    if not isinstance(inner, Amount) or inner.more or inner.most is None:
        return None
    return replace(inner, least=inner.least + 0.5, most=inner.most + 0.5)


def every(slots: Slots) -> Every | None:
    """A recurrence with a period or a named cell; `quant` and `freq` are TIMEX3's."""
    quant, freq = slots.word("quant"), slots.word("freq")
    times = slots.values.get("times")
    if isinstance(times, int | float) and times > 1:
        freq = f"{int(times)}X"
    node = slots.nodes.get("amount") or slots.nodes.get("date")
    if node is not None:
        inner = node.expr
        return Every(inner, quant, freq) if isinstance(inner, Amount | Partial) else None
    word = slots.word("unit") or slots.word("units")
    if word is not None:
        number, unit = unit_of(word)
        skip = slots.number("ordinal")
        if slots.args.get("other"):
            skip = 2
        number *= skip if skip and skip > 0 else 1
        if unit is Granularity.WEEKEND:
            return Every(Partial(part="WE"), quant, freq)
        return Every(Amount(number, number, unit), quant, freq)
    return _every_cell(slots, quant, freq)


def times_per(slots: Slots) -> Every | None:
    """So many times in a period: "twice a year"."""
    inner = slots.nodes["amount"].expr
    times = slots.number("times")
    if not isinstance(inner, Amount) or not isinstance(times, int):
        return None
    return Every(replace(inner, mod=None), None, f"{times}X" if times > 1 else None)


def _every_cell(slots: Slots, quant: str | None, freq: str | None) -> Every | None:
    period = slots.word("often")
    if period is not None:
        letters = {"H": "HOUR", "D": "DAY", "W": "WEEK", "M": "MONTH", "Y": "YEAR"}
        number = int(period.strip("PTHDWMY"))
        return Every(Amount(number, number, Granularity[letters[period[-1]]]), quant, freq)
    weekday = slots.number("weekday")
    if weekday is None:
        weekday = slots.number("weekdays")
    part = slots.word("daypart") or slots.word("dayparts") or slots.word("season")
    month = slots.number("month")
    if weekday is None and part is None and month is None:
        return None
    return Every(Partial(weekday=weekday, part=part, month=month), quant, freq)


DURATION = {
    "amount": amount,
    "compound": compound,
    "bounded": bounded,
    "half-more": half_more,
    "every": every,
    "times-per": times_per,
}
