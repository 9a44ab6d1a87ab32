"""Expressions that were found, written back into the text as signs for the rules of later stages.

A match of n characters becomes a sign for its kind and n - 1 fillers, so that offsets stay what
they were and a later pattern says `{@day}` where any day may stand. The signs are from Unicode's
private use area.
"""

from __future__ import annotations

import re

from ..temporal.expression import Amount, AtEvent, Every, Expr, Partial, Pick, Range, Shift, Vague
from ..temporal.granularity import Granularity
from ..temporal.values import DAYPARTS

FILL = "\ue000"
REFUSED = "\ue0ff"
LONGEST = 120  # characters of the longest expression that a later stage can take in

KINDS = (
    "day", "week", "month", "period", "year", "span", "clock", "part", "time", "amount", "set",
    "vague", "interval", "opaque",
)  # fmt: skip
SIGNS = {kind: chr(0xE001 + index) for index, kind in enumerate(KINDS)}
# Names for several kinds at once, as patterns use them.
UNIONS = {kind: (kind,) for kind in KINDS} | {
    "date": ("day", "week", "month", "period", "year", "span"),
    "calendar": ("day", "month", "period", "year", "span"),
    "fine": ("day", "week", "month"),
    "coarse": ("month", "period", "year", "span"),
    "hours": ("clock", "part"),
    "moment": ("day", "week", "month", "period", "year", "span", "time", "clock"),
    "point": ("day", "week", "month", "period", "year", "span", "time"),
}
_PRIVATE = re.compile("[\ue000-\ue0ff]")

_PERIODS = (Granularity.SEASON, Granularity.QUARTER, Granularity.HALF)
_BY_SIZE = {
    Granularity.DAY: "day",
    Granularity.WEEKEND: "week",
    Granularity.WEEK: "week",
    Granularity.MONTH: "month",
    Granularity.SEASON: "period",
    Granularity.QUARTER: "period",
    Granularity.HALF: "period",
    Granularity.YEAR: "year",
    Granularity.DAYPART: "time",
}


def kind_pattern(name: str) -> str | None:
    """The pattern of a nested slot, or None if there is no such kind."""
    kinds = UNIONS.get(name)
    if kinds is None:
        return None
    signs = "".join(SIGNS[kind] for kind in kinds)
    return f"[{signs}]{FILL}{{0,{LONGEST}}}+"


def without_signs(text: str) -> str:
    """The text with its own private use characters replaced, so that none passes for a sign."""
    return _PRIVATE.sub("?", text) if _PRIVATE.search(text) else text


def kind_of(expr: Expr) -> str:
    """Which kind of expression it is: how later rules may combine it."""
    if isinstance(expr, Partial):
        return _kind_of_partial(expr)
    if isinstance(expr, Pick):
        if isinstance(expr.what, Partial):
            inner = _kind_of_partial(expr.what)
            return "time" if inner in ("clock", "part") else inner
        return _of_size(expr.what)
    if isinstance(expr, Shift):
        return "opaque" if isinstance(expr.base, AtEvent) else _of_size(expr.amount.unit)
    names: dict[type, str] = {Amount: "amount", Every: "set", Vague: "vague", Range: "interval"}
    return names.get(type(expr), "opaque")


def _of_size(size: Granularity) -> str:
    return _BY_SIZE.get(size, "time" if size.is_clock else "span")


def _kind_of_partial(expr: Partial) -> str:
    names = (expr.day, expr.weekday, expr.easter, expr.feast)
    dated = any(name is not None for name in names)
    if expr.hour is not None or expr.part in DAYPARTS:
        if dated:
            return "time"
        return "clock" if expr.hour is not None else "part"
    if dated:
        return "day"
    if expr.week is not None or expr.part == "WE":
        return "week"
    if expr.part is not None:
        return "period"
    if expr.month is not None:
        return "month"
    return "year" if expr.span is None or expr.fiscal else "span"
