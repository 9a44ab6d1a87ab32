"""From an expression and its anchor to a time: the semantics of every form of Expr.

Nothing here raises: what cannot be dated comes back Unresolved, with the reason.
"""

from __future__ import annotations

from .anchor import AnchorTime
from .completion import complete
from .expression import Amount, AtEvent, Base, Every, Expr, Partial, Pick, Range, Shift, Vague
from .fiscal import fiscal
from .picking import resolve_pick
from .ranging import resolve_range
from .recurrence import to_duration, to_recurrence
from .shifting import resolve_shift
from .values import TimeValue, Unresolved

_NEEDS = {
    Base.SPEECH: "needs the document's date",
    Base.REFERENCE: "needs a date told before it",
    Base.PERIOD: "needs the document's date",
}


def resolve(expr: Expr, anchor: AnchorTime) -> TimeValue | Unresolved:
    """The time that an expression means, seen from an anchor; the same whatever came before."""
    match expr:
        case Partial():
            if expr.fiscal and (anchor.customs.fiscal_start != 1 or expr.span):
                return fiscal(expr, anchor.for_partials, anchor.direction, anchor.customs)
            return complete(expr, anchor.for_partials, anchor.direction, customs=anchor.customs)
        case Shift():
            return resolve_shift(expr, _based(expr.base, anchor), anchor)
        case Pick():
            return resolve_pick(expr, _based(expr.base, anchor), anchor)
        case Range():
            return resolve_range(expr, anchor, resolve)
        case Every():
            return to_recurrence(expr)
        case Amount():
            return to_duration(expr)
        case Vague():
            return expr.reference
        case AtEvent():
            return anchor.event or Unresolved(f"depends on an event: {expr.text}")


def _based(base: Expr | Base, anchor: AnchorTime) -> TimeValue | Unresolved:
    if isinstance(base, Base):
        return anchor.get(base) or Unresolved(_NEEDS[base])
    return resolve(base, anchor)
