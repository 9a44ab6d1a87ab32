"""On which side of the time of writing the date in a verb's own clause lies: over, or to come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from ..annotation import TemporalExpression
from ..describe.parse import Parse
from ..temporal.arithmetic import first_moment, last_moment
from ..temporal.values import Moment, Unresolved

# The date of what is written at an offset; None where it is not known.
DateAt = Callable[[int], Moment | None]


class Sides:
    """The expressions of a parse that are over, and those that lie ahead, where they stand."""

    def __init__(
        self, parse: Parse, expressions: Iterable[TemporalExpression], date_at: DateAt
    ) -> None:
        self.parse = parse
        self.over: list[tuple[int, int]] = []
        self.ahead: list[tuple[int, int]] = []
        for expression in expressions:
            date = date_at(expression.start)
            value = expression.value
            if date is None or isinstance(value, Unresolved):
                continue
            if expression.type not in ("DATE", "TIME"):
                continue
            first, last = first_moment(value), last_moment(value)
            if last is not None and last.cell.hi <= date.cell.lo:
                self.over.append((expression.start, expression.end))
            elif first is not None and first.cell.lo >= date.cell.hi:
                self.ahead.append((expression.start, expression.end))

    def is_over(self, verb: int) -> bool:
        """Whether the clause of a verb names a time that was over: "would die on Epiphany 1991"."""
        return self._names(verb, self.over)

    def lies_ahead(self, verb: int) -> bool:
        """Whether it names one that is to come: "tomorrow we rest"."""
        return self._names(verb, self.ahead)

    def _names(self, verb: int, spans: list[tuple[int, int]]) -> bool:
        parse = self.parse
        for kid in parse.kids[verb] if spans else ():
            below = parse.child(kid, "pobj") if parse.dep[kid] == "prep" else kid
            if below is None or parse.dep[kid] not in ("prep", "npadvmod", "advmod"):
                continue
            offset = parse.start[below]
            at = bisect_left(spans, (offset + 1,)) - 1
            if at >= 0 and offset < spans[at][1]:
                return True
        return False
