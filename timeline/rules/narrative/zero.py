"""The day or the minute that a plan counts from, where the text says when it is.

"D-Day was 6 June 1944" dates "D-Day minus 2"; "T-0 was 09:00" dates "T+45 min". Where nothing says
what T is, it is the launch: "Lift-off came at 09:00"; a launch counts its bare numbers in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...temporal.expression import AtEvent, Expr, Partial, Pick, Shift
from ...temporal.granularity import Granularity
from ..match import Match

_SAYS = re.compile(
    r"\b(?P<name>D-Day|H-Hour|T)(?: ?[-–=+] ?0| zero)?(?: (?:for|of) the [a-z]{2,20})?"
    r"(?:(?:,| \(|:| =| was| is| fell"
    r"| would be| had been| set| fixed| scheduled| for| on| at){1,5}) ?$"
)
_LAUNCH = re.compile(
    r"\b(?:launch(?:ed)?|lift(?:s|ed)?[ -]?off|blast(?:ed)?[ -]?off)\b[^.\n]{0,40}? at ?$",
    re.IGNORECASE,
)
BARE = "zero-count"  # the rule of "T+45"
# The landings in Normandy, unless the text has a D-Day of its own.
_NORMANDY = re.compile(r"\b(?:1944|Normandy)\b")
_DDAY = Partial(year=1944, month=6, day=6)


def find_zero(text: str, matches: Sequence[Match]) -> Mapping[str, Partial]:
    """By its name, the date or the clock time of each zero that the matches count from."""
    asked = {name for match in matches if (name := _name(match.expr)) is not None}
    known: dict[str, Partial] = {}
    for match in matches if asked else ():
        said = _SAYS.search(text, max(0, match.start - 40), match.start)
        if said is None or said["name"] not in asked or not isinstance(match.expr, Partial):
            continue
        if (match.expr.day if said["name"] == "D-Day" else match.expr.hour) is not None:
            known.setdefault(said["name"], match.expr)
    if "D-Day" in asked and "D-Day" not in known and _NORMANDY.search(text):
        known["D-Day"] = _DDAY
    if "T" in asked and "T" not in known:
        launch = _find_launch(text, matches)
        known.update({"T": launch, BARE: launch} if launch is not None else {})
    return known


def _find_launch(text: str, matches: Sequence[Match]) -> Partial | None:
    """The clock time of the launch, where the text tells one."""
    told = {
        match.expr
        for match in matches
        if isinstance(match.expr, Partial)
        and match.expr.hour is not None
        and _LAUNCH.search(text, max(0, match.start - 60), match.start)
    }
    return told.pop() if len(told) == 1 else None


def from_zero(match: Match, known: Mapping[str, Partial]) -> Match:
    """The match counted from its zero, where that is known."""
    name = _name(match.expr)
    zero = known.get(name) if name is not None else None
    if zero is None:
        return match
    expr = match.expr
    if match.rule == BARE and BARE in known and isinstance(expr, Shift):
        expr = replace(expr, amount=replace(expr.amount, unit=Granularity.SECOND))
    return replace(match, expr=_with(expr, zero))


def _name(expr: Expr) -> str | None:
    while isinstance(expr, (Shift, Pick)) and isinstance(expr.base, Expr):
        expr = expr.base
    known = isinstance(expr, AtEvent) and expr.text in ("D-Day", "H-Hour", "T")
    return expr.text if isinstance(expr, AtEvent) and known else None


def _with(expr: Expr, zero: Partial) -> Expr:
    if isinstance(expr, (Shift, Pick)) and isinstance(expr.base, Expr):
        return replace(expr, base=_with(expr.base, zero))
    return zero
