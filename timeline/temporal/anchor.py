"""What an expression is seen from, and what of it the expression needs."""

from __future__ import annotations

from dataclasses import dataclass

from .arithmetic import last_
from .customs import PLAIN, Customs
from .expression import AtEvent, Base, Direction, Expr, Partial, Pick, Range, Shift
from .granularity import Granularity
from .patterns import pattern_of
from .values import Moment, OneOf


@dataclass(frozen=True, slots=True)
class AnchorTime:
    """What an expression is seen from: the time of speaking and the time that is being told.

    `direction` is the side on which a date without its year lies, `partial_base` the time that
    it is completed from (the other one where only that is known). `period` is the cell that
    figures are given for, `event` when the event happened that the words name.
    """

    speech: Moment | None
    reference: Moment | None = None
    direction: Direction = "near"
    partial_base: Base = Base.SPEECH
    customs: Customs = PLAIN
    period: Moment | None = None
    event: Moment | OneOf | None = None

    def get(self, base: Base) -> Moment | None:
        """The time of speaking, the time that is being told, or the period of the figures.

        Where no period is told it is the quarter that has just ended: figures come after it.
        """
        if base is Base.SPEECH:
            return self.speech
        if base is Base.REFERENCE:
            return self.reference
        if self.period is None and self.speech is not None:
            return last_(self.speech, Granularity.QUARTER)
        return self.period

    @property
    def for_partials(self) -> Moment | None:
        """What a date without its year is completed from."""
        return self.get(self.partial_base) or self.speech or self.reference


def bases(expr: Expr) -> frozenset[Base]:
    """Which anchors a value depends on; a date to be completed counts as SPEECH."""
    match expr:
        case Partial():
            return frozenset() if pattern_of(expr) is None else frozenset({Base.SPEECH})
        case Shift() | Pick():
            if isinstance(expr.base, Base):
                return frozenset({expr.base})
            return bases(expr.base)
        case Range():
            said = (end for end in (expr.start, expr.end) if end is not None)
            ends = [end for end in said if not isinstance(end, AtEvent)]
            full = [end for end in ends if not is_bare(end)]
            return frozenset().union(*(bases(end) for end in full or ends))
        case _:
            return frozenset()


def is_bare(expr: Expr | None) -> bool:
    """True for a date that its neighbour in a range completes: one without a year."""
    return isinstance(expr, Partial) and pattern_of(expr) is not None
