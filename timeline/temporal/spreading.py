"""What is counted from an uncertain date is uncertain too: from its first to its last."""

from __future__ import annotations

from collections.abc import Callable

from .values import End, Interval, Moment, OneOf, TimeValue, Unresolved

Dated = Moment | OneOf | Unresolved


def spread(value: TimeValue | Unresolved, side: int, make: Callable[[Moment], Dated]) -> Dated:
    """Apply to a moment, to both ends of an uncertain one, or to the near end of an interval."""
    if isinstance(value, Interval):
        end = value.start if side < 0 else value.end
        value = Unresolved("counts from an end that is not known") if isinstance(end, End) else end
    if isinstance(value, Moment):
        return make(value)
    if isinstance(value, OneOf):
        first = None if value.earliest is None else make(value.earliest)
        last = None if value.latest is None else make(value.latest)
        return join(first, last)
    if isinstance(value, Unresolved):
        return value
    return Unresolved("counts from something that is not a date")


def join(first: Dated | None, last: Dated | None) -> Dated:
    """One value from the first possible to the last possible; None is open."""
    if isinstance(first, Unresolved):
        return first
    if isinstance(last, Unresolved):
        return last
    known = last or first
    if known is None:
        return Unresolved("counts from a date that is not known")
    lo = first.earliest if isinstance(first, OneOf) else first
    hi = last.latest if isinstance(last, OneOf) else last
    if lo == hi and lo is not None:
        return lo
    if lo and hi and hi.cell.hi <= lo.cell.lo:
        lo, hi = hi, lo
    return OneOf(lo, hi, known.granularity)
