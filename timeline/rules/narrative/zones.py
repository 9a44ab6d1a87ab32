"""The time zone that a text names once for all its clock times: "All times are UTC"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...temporal.expression import Expr, Partial, Pick, Range, Shift
from ..lexicon import read_lexicon
from ..match import Match

_WORDS = "|".join(sorted(read_lexicon("en").classes["zone"].values, key=len, reverse=True))
_ZONE = rf"(?P<zone>{_WORDS})(?P<offset>[+-]\d{{1,2}}(?::?\d\d)?)?(?!\w)"
# "All times are UTC", "times in CET", "Timestamps are given in GMT", "Timeline (all times BST)",
# and the head of a column, "Time (UTC)" or "UTC time".
_BETWEEN = (
    "below|here|shown|given|listed|quoted|stated|noted|recorded|logged|reported|throughout"
    "|in this (?:report|log|document)|that|follow|are|is|all|both|in|as|the"
)
_STATED = re.compile(
    rf"(?:\b(?:times|time-?stamps|timeline|hours)\b|(?:^|[|\t])[ \t*]{{0,4}}time(?:stamp)?\b)"
    rf"(?:[ \t]{{1,3}}(?:{_BETWEEN})){{0,6}}"
    rf"[ \t]{{0,3}}[(:=]?(?:all times (?:are )?(?:in )?)?[ \t]?{_ZONE}",
    re.IGNORECASE | re.MULTILINE,
)


def find_zone(text: str) -> str | None:
    """The zone that a text states for its clock times; None where it states none, or several."""
    zones = {_read(found) for found in _STATED.finditer(text) if not _is_one_time(text, found)}
    return zones.pop() if len(zones) == 1 else None


def _is_one_time(text: str, found: re.Match[str]) -> bool:
    """True for the zone of one time: "at the time, 14:05 UTC"; what follows goes on about it."""
    return bool(
        re.search(r"\d[ \t]{0,3}$", text[max(0, found.start("zone") - 4) : found.start("zone")])
    )


def _read(found: re.Match[str]) -> str:
    offset = found["offset"]
    if offset:
        hours, _, minutes = offset[1:].partition(":")
        return f"{offset[0]}{int(hours[:2]):02d}:{minutes or hours[2:] or '00'}"
    return str(read_lexicon("en").classes["zone"].values[found["zone"].lower()])


def in_zone(match: Match, zone: str | None) -> Match:
    """The match with the zone for each clock time in it that names none itself."""
    if zone is None:
        return match
    ends = tuple(None if end is None else in_zone(end, zone) for end in match.ends)
    return replace(match, expr=_with(match.expr, zone), ends=ends)


def _with(expr: Expr, zone: str) -> Expr:
    if isinstance(expr, Partial):
        return replace(expr, zone=zone) if expr.hour is not None and not expr.zone else expr
    if isinstance(expr, Pick):
        what = _with(expr.what, zone) if isinstance(expr.what, Partial) else expr.what
        base = _with(expr.base, zone) if isinstance(expr.base, Expr) else expr.base
        return replace(expr, what=what, base=base)  # type: ignore[arg-type]  # a Partial stays one
    if isinstance(expr, Shift) and isinstance(expr.base, Expr):
        return replace(expr, base=_with(expr.base, zone))
    if isinstance(expr, Range):
        start, end = (None if one is None else _with(one, zone) for one in (expr.start, expr.end))
        return replace(expr, start=start, end=end)
    return expr
