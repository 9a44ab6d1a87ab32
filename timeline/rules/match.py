"""A rule that matched: the words, what they mean, and the rule's name. No date is known yet."""

from __future__ import annotations

from dataclasses import dataclass

from ..temporal.expression import Expr


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the text that a rule reads as a time.

    `type` is TIMEX3's, or INTERVAL for a range over the whole phrase with its two `ends` (each a
    match of its own; None for an end that is not said). `stated` names the calendar fields that the
    words give. `guard` names a check that needs a parse ("not-verb", "not-name", ...): the
    component runs it.
    """

    start: int
    end: int
    rule: str
    type: str
    expr: Expr
    stated: tuple[str, ...] = ()
    guard: str | None = None
    ends: tuple[Match | None, ...] = ()
