"""Counts from dated events: the expressions that name one get their value, round by round.

Every round dates the named expressions anew from the anchors of the round before, so that a chain
(an event, what is counted from it, what that dates) settles; after ROUNDS it stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...annotation import Anchor, Bounds, FromEvent, TemporalExpression
from ...rules.narrative.date_match import date_by_event
from ...temporal.anchor import AnchorTime
from ...temporal.arithmetic import first_moment, last_moment, truncate
from ...temporal.expression import AtEvent, Expr, Pick, Range, Shift
from ...temporal.granularity import Granularity
from ...temporal.resolve import resolve
from ...temporal.spreading import join
from ...temporal.values import Moment, OneOf, TimeValue, Unresolved
from ..base import Naming, Scene
from .mentions import Mention, Mentions, collect, is_usable

ROUNDS = 4
CHAIN = 12  # links of a chain of evidence that are followed
_CELLS = (Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)

Redate = Callable[[Mapping[str, FromEvent]], tuple[TemporalExpression, ...]]


def count_from_events(
    scene: Scene, namings: Mapping[str, Naming], anchors: Mapping[str, Anchor]
) -> dict[str, FromEvent]:
    """The value of every expression that names an event, by its id, as the anchors stand."""
    if not namings:
        return {}
    usable = {event: anchor for event, anchor in anchors.items() if is_usable(anchor)}
    by_id = {e.id: e for e in scene.expressions}
    mentions = collect(scene, usable)
    found: dict[str, FromEvent] = {}
    for name, naming in namings.items():
        value = _count(mentions, by_id, name, naming)
        if value is not None:
            found[name] = value
    return found


def put_in_place(
    scene: Scene, from_events: Mapping[str, FromEvent]
) -> tuple[TemporalExpression, ...]:
    """The expressions with the values that were counted from events; the others as they were."""
    return tuple(
        date_by_event(e, from_events[e.id]) if e.id in from_events else e for e in scene.expressions
    )


def _count(
    mentions: Mentions, by_id: Mapping[str, TemporalExpression], name: str, naming: Naming
) -> FromEvent | None:
    if naming.retold:
        return FromEvent(naming.expr, None, None)
    found = mentions.find(naming.token)
    if isinstance(found, Mention) and name in _chain(found.anchor, mentions.dated, by_id):
        found = "it is dated by these words alone"
    if isinstance(found, str):
        if naming.stands:
            return None
        said = _named(naming.expr)
        return FromEvent(naming.expr, Unresolved(f"depends on an event: {said}: {found}"), None)
    value = _value(naming, found.anchor)
    if isinstance(value, Unresolved) and naming.stands:
        return None
    return FromEvent(naming.expr, value, found.event.id)


def _chain(
    anchor: Anchor, anchors: Mapping[str, Anchor], by_id: Mapping[str, TemporalExpression]
) -> Iterator[str]:
    """The expressions that an anchor rests on, through the events that they were counted from."""
    todo, seen = [e.timex_id for e in anchor.evidence], set[str]()
    while todo and len(seen) < CHAIN:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        expression = by_id.get(name)
        base = expression.anchor_id if expression is not None else None
        if base is not None and base in anchors:
            todo.extend(e.timex_id for e in anchors[base].evidence)
        elif base is not None:
            todo.append(base)


def _named(expr: Expr) -> str:
    while isinstance(expr, (Shift, Pick, Range)):
        inner = expr.start if isinstance(expr, Range) else expr.base
        if not isinstance(inner, Expr):
            return ""
        expr = inner
    return expr.text if isinstance(expr, AtEvent) else ""


def _value(naming: Naming, anchor: Anchor) -> TimeValue | Unresolved:
    """The value as counted from the near side of what is known of the event's time."""
    ends = anchor.end if _counts_from_end(naming) else anchor.begin
    base = _base(ends, anchor.granularity)
    if naming.implied and ends.earliest is not None:
        base = truncate(ends.earliest, Granularity.DAY)  # "admitted shortly after midnight"
    if base is None:
        return Unresolved("the event that it counts from is bounded by nothing")
    expr = naming.expr
    if isinstance(expr, Range) and expr.end is not None:
        last = resolve(expr.end, AnchorTime(None, event=base))
        if not isinstance(last, (Moment, OneOf)):
            return last
        value: TimeValue | Unresolved = join(_edge(base, last=False), _edge(last, last=True))
    else:
        value = resolve(expr, AnchorTime(None, event=base))
    return _in_days(value, base)


def _counts_from_end(naming: Naming) -> bool:
    expr = naming.expr
    if naming.inside or isinstance(expr, Range):
        return isinstance(expr, Range)
    if isinstance(expr, Shift):
        return expr.sign > 0 and not expr.keep
    return isinstance(expr, Pick) and expr.which == "next"


def _base(bounds: Bounds, granularity: Granularity) -> Moment | OneOf | None:
    """What bounds one end of an event, as a cell where it is one."""
    earliest, latest = bounds.earliest, bounds.latest
    if earliest is None and latest is None:
        return None
    if earliest == latest and earliest is not None:
        return earliest
    if earliest is not None and latest is not None and granularity in _CELLS:
        cell = truncate(earliest, granularity)
        if first_moment(cell) == earliest and last_moment(cell) == latest:
            return cell
    fine = (earliest or latest or Moment(Granularity.DAY, 1)).granularity
    return OneOf(earliest, latest, fine)


def _edge(value: Moment | OneOf, *, last: bool) -> Moment | None:
    return last_moment(value) if last else first_moment(value)


def _in_days(value: TimeValue | Unresolved, base: Moment | OneOf) -> TimeValue | Unresolved:
    """Hours after an event whose day alone is known are days: no clock time is told."""
    if base.granularity.is_clock or not isinstance(value, OneOf):
        return value
    if not value.granularity.is_clock:
        return value
    first, last = first_moment(value), last_moment(value)
    lo = truncate(first, Granularity.DAY) if first else None
    hi = truncate(last, Granularity.DAY) if last else None
    return lo if lo is not None and lo == hi else OneOf(lo, hi, Granularity.DAY)
