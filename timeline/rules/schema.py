"""What a rule is: a row of a rule file, its pattern compiled when a text first needs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ..errors import RuleError
from ..temporal.expression import Expr
from .match import Match

TYPES = ("DATE", "TIME", "DURATION", "SET", "INTERVAL", "REFUSE", "SAME")
GUARDS = ("not-verb", "not-name", "noun-number")


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the words that the rule must match in it, and their value at 2012-08-10.

    A date that the words leave open lies in the past unless `direction` says otherwise.
    """

    text: str
    match: str
    value: str
    direction: Literal["past", "future", "near"] = "past"


@dataclass(frozen=True)
class Rule:
    """One row: the words it matches, the production that reads them, and its own evidence.

    A stretch of text must hold all triggers of `needs`, one of `any_of`, one word of every choice
    in `wants`, and `nested` expressions of earlier stages for the rule to be tried. A match of a
    rule that is not `alone` counts only inside a later one ("1914" in "since 1914"). Type SAME
    takes the type of the expression inside. `checks` name looks at the text around, `guard` one
    that needs a parse. `reason` says why a rule is kept that fires in hardly any document
    (tests/benchmarks/rules_audit.py).
    """

    name: str
    type: str
    file: str
    regex: str
    slots: Mapping[str, str]
    needs: int
    any_of: int
    wants: tuple[frozenset[str], ...]
    nested: int
    produce: Callable[[Slots], Reading | None] = field(compare=False)
    args: Mapping[str, object]
    guard: str | None
    checks: tuple[str, ...]
    alone: bool
    stage: int
    examples: tuple[Example, ...]
    refusals: tuple[str, ...]
    source: str
    reason: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern. Most texts need few; all together cost a tenth of a second."""
        try:
            return re.compile(self.regex)
        except re.error as error:
            message = f"{self.file}: the rule {self.name} has a pattern that does not compile"
            raise RuleError(f"{message}: {error}") from error


@dataclass(frozen=True, slots=True)
class Node:
    """A match as later rules see it: its kind ("day", "amount"...) and if it may stand alone."""

    match: Match
    kind: str
    alone: bool

    @property
    def expr(self) -> Expr:
        """What the words mean."""
        return self.match.expr


@dataclass(frozen=True, slots=True)
class Range2:
    """The reading of a range: the whole and its two ends, each (start, end, type, expr) or None."""

    expr: Expr
    ends: tuple[tuple[int, int, str, Expr] | None, tuple[int, int, str, Expr] | None]


Reading = Expr | Range2


@dataclass(frozen=True, slots=True)
class Slots:
    """The filled slots of a match, as a production sees them.

    `values` holds the lexicon's value or the number that a slot's words stand for, `nodes` the
    expressions inside, `spans` where each slot lies in the text.
    """

    values: Mapping[str, object]
    nodes: Mapping[str, Node]
    spans: Mapping[str, tuple[int, int]]
    args: Mapping[str, object]
    day_first: bool

    def number(self, name: str) -> int | None:
        """The whole number in a slot, or None if the slot is empty."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str | None:
        """The code in a slot or argument ("Q3", "START"), or None."""
        value = self.values.get(name, self.args.get(name))
        return value if isinstance(value, str) else None
