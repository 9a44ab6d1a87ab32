"""What a phrase means, in words: the expression algebra read out.

"two weeks before the invasion" is '2 weeks before the time of "the invasion"'.
"""

from __future__ import annotations

from collections.abc import Sequence

from .expression import Amount, AtEvent, Base, Every, Expr, Partial, Pick, Range, Shift, Vague
from .granularity import Granularity
from .naming import WEEKDAY_NAMES
from .values import MONTH_NAMES, year_name

_PARTS = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime", "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
    "Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter", "Q4": "fourth quarter",
    "H1": "first half", "H2": "second half", "WE": "weekend",
}  # fmt: skip
_BASES = {
    Base.SPEECH: "the time of speaking",
    Base.REFERENCE: "the time that is being told",
    Base.PERIOD: "the period that figures are given for",
}


def describe(expr: Expr | Base | None) -> str:
    """Say what an expression means, before any date is known."""
    match expr:
        case None:
            return "a time that is not said"
        case Base():
            return _BASES[expr]
        case Partial():
            return _describe_partial(expr)
        case Amount():
            return _describe_amount(expr)
        case Shift():
            side = "before" if expr.sign < 0 else "after"
            return _with_mod(f"{_describe_amount(expr.amount)} {side} {describe(expr.base)}", expr)
        case Pick():
            return _with_mod(_describe_pick(expr), expr)
        case Range():
            end = "now" if expr.ongoing and expr.end is None else describe(expr.end)
            return f"from {describe(expr.start)} to {end}"
        case Every():
            times = f", {expr.freq}" if expr.freq else ""
            return f"{(expr.quant or 'every').lower()} {describe(expr.what)}{times}"
        case Vague():
            return f"some time in the {expr.reference.name.lower()}"
        case AtEvent():
            return f'the time of "{expr.text}"'


def _with_mod(words: str, expr: Shift | Pick) -> str:
    return f"{words} ({_mod(expr.mod)})" if expr.mod else words


def _mod(mod: str) -> str:
    return mod.lower().replace("_", " ")


def _describe_pick(expr: Pick) -> str:
    is_unit = isinstance(expr.what, Granularity)
    is_long = isinstance(expr.what, Granularity) and expr.what > Granularity.DAY
    what = expr.what.label if isinstance(expr.what, Granularity) else _describe_partial(expr.what)
    base = describe(expr.base)
    if isinstance(expr.which, int):
        return f"{_ordinal(expr.which)} {what} of {base}"
    if expr.which == "within":
        return f"{what}, within {base}"
    if expr.which == "alike":
        return f"the like period of {base}"
    if expr.which == "same":
        return f"the {what} of {base}"
    side = {"this": "that holds", "last": "before", "next": "after"}[expr.which]
    if is_long and expr.which != "this":
        side += " the one that holds"  # no seven days from the base on
    return f"the {what} {side} {base}" if is_unit else f"{expr.which} {what}, seen from {base}"


def _describe_partial(p: Partial) -> str:
    """The fields from coarse to fine, as far as they are stated."""
    words: list[str] = []
    if p.mod:
        words.append(_mod(p.mod))
    if p.weekday is not None:
        words.append(_name(WEEKDAY_NAMES, p.weekday, "weekday"))
    if p.part:
        words.append(_PARTS.get(p.part, p.part))
    if p.easter is not None:
        shift = f"{abs(p.easter)} days {'before' if p.easter < 0 else 'after'} " if p.easter else ""
        words.append(f"{shift}Easter")
    if p.feast is not None:
        words += _describe_feast(p)
    if p.fiscal:
        words.append("fiscal")
    if p.day is not None:
        words.append(str(p.day) if p.month else f"day {p.day}")
    if p.month is not None:
        words.append(_name(MONTH_NAMES, p.month - 1, "month"))
    if p.week is not None:
        words.append(f"week {p.week}")
    if p.year is not None:
        words.append(_describe_year(p))
    if p.hour is not None:
        words.append(_describe_clock(p))
    return " ".join(words) + (f" ({p.qualifier})" if p.qualifier else "") or "any time"


def _name(names: Sequence[str], place: int, what: str) -> str:
    """The name, or the number where no calendar has such a one: "2021-13-01"."""
    return names[place] if 0 <= place < len(names) else f"{what} {place + 1}"


def _describe_feast(p: Partial) -> list[str]:
    days = f"{abs(p.shift)} day{'s' * (abs(p.shift) != 1)}"
    words = [f"{days} {'before' if p.shift < 0 else 'after'}"] if p.shift else []
    words.append((p.feast or "").title().replace("'S", "'s"))
    return [*words, f"({p.country})"] if p.country else words


def _describe_year(p: Partial) -> str:
    year = p.year or 0
    if p.short_year:
        return f"'{year % 100:02}"
    if p.span:
        return f"the {p.span.label} from {year_name(year)}"
    return year_name(year)


def _describe_clock(p: Partial) -> str:
    clock = f"{p.hour:02}:{p.minute or 0:02}" + (f":{p.second:02}" if p.second is not None else "")
    return clock + (f" {p.zone}" if p.zone else "")


def _describe_amount(amount: Amount) -> str:
    parts = [_describe_count(a) for a in (amount, *amount.more)]
    return " and ".join(parts) + (f" ({_mod(amount.mod)})" if amount.mod else "")


def _describe_count(amount: Amount) -> str:
    unit = amount.unit.label
    if amount.most is None:
        return f"{amount.least:g} or more {_plural(unit)}"
    if amount.least == amount.most:
        return f"{amount.least:g} {unit if amount.least == 1 else _plural(unit)}"
    return f"{amount.least:g} to {amount.most:g} {_plural(unit)}"


def _plural(unit: str) -> str:
    irregular = {"century": "centuries", "half": "halves", "millennium": "millennia"}
    return irregular.get(unit, f"{unit}s")


def _ordinal(number: int) -> str:
    if number < 0:
        return "the last" if number == -1 else f"the {_ordinal(-number)[4:]} last"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{'th' if number % 100 in {11, 12, 13} else ending}"
