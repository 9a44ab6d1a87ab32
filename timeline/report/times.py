"""An anchor as the output contract's `time`: ISO bounds, TIMEX3 value, EDTF, quoted words."""

from __future__ import annotations

from collections.abc import Mapping

from .. import chronology as out
from ..annotation import Anchor, Annotated, Bounds, TemporalExpression
from ..rules.timex import timex_of
from ..temporal.arithmetic import first_moment, iso, last_moment, truncate
from ..temporal.edtf import to_edtf
from ..temporal.granularity import Granularity
from ..temporal.meaning import describe
from ..temporal.timex3 import to_timex3
from ..temporal.values import OPEN, UNKNOWN, End, Interval, Moment, OneOf, Unresolved

# The cells that EDTF can write as one side of an interval.
_SIDES = (
    Granularity.DAY,
    Granularity.MONTH,
    Granularity.YEAR,
    Granularity.DECADE,
    Granularity.CENTURY,
)
DOCUMENT_DATE = "t0"


def make_time(
    document: str,
    annotated: Annotated,
    anchor: Anchor,
    expressions: Mapping[str, TemporalExpression],
) -> out.Time:
    """The time of an event; `document` is its document's id in the output."""
    value = None
    if anchor.value_id is not None:
        value = _timex_value(annotated, anchor.value_id, expressions)
    begin = make_bounds(anchor.begin)
    return out.Time(
        value=value,
        edtf=_edtf(annotated, anchor, expressions),
        shape=anchor.shape,
        begin=begin,
        end=begin if anchor.end == anchor.begin else make_bounds(anchor.end),
        granularity=anchor.granularity.label,
        basis=anchor.basis,
        relation=anchor.relation,
        sieve=anchor.sieve,
        evidence=tuple(
            _make_evidence(document, annotated, e.timex_id, e.note, expressions)
            for e in anchor.evidence
        ),
        confidence=anchor.confidence,
    )


def _timex_value(
    annotated: Annotated, timex_id: str, expressions: Mapping[str, TemporalExpression]
) -> str | None:
    counted = expressions.get(timex_id)
    if counted is not None and (counted.anchor_id or "").startswith("e"):
        pass  # "two days" after the procedure: its day, not its length
    elif timex_id in expressions:
        timex = timex_of(expressions[timex_id])
        return timex.value if timex else None
    said = _value_of(annotated, timex_id, expressions)
    return None if said is None else to_timex3(said).value


def make_bounds(bounds: Bounds) -> out.Bounds:
    """Bounds as inclusive ISO days or date-times."""
    earliest = iso(bounds.earliest) if bounds.earliest else None
    one = bounds.latest == bounds.earliest
    latest = iso(bounds.latest) if bounds.latest and not one else None
    return out.Bounds(earliest=earliest, latest=earliest if one else latest)


def _make_evidence(
    document: str,
    annotated: Annotated,
    timex_id: str,
    note: str,
    expressions: Mapping[str, TemporalExpression],
) -> out.Evidence:
    expression = expressions.get(timex_id)
    if expression is None:
        date = annotated.date
        return out.Evidence(
            expression=f"{document}/{timex_id}",
            text=date.text,
            start=date.start,
            end=date.end,
            note=note or None,
        )
    return out.Evidence(
        expression=f"{document}/{timex_id}",
        text=annotated.document.text[expression.start : expression.end],
        start=expression.start,
        end=expression.end,
        note=note or None,
    )


def _value_of(
    annotated: Annotated, timex_id: str, expressions: Mapping[str, TemporalExpression]
) -> Moment | Interval | OneOf | None:
    if timex_id == DOCUMENT_DATE:
        return annotated.date.value
    expression = expressions.get(timex_id)
    value = expression.value if expression else None
    return value if isinstance(value, (Moment, Interval, OneOf)) else None


def _edtf(
    annotated: Annotated, anchor: Anchor, expressions: Mapping[str, TemporalExpression]
) -> str | None:
    if anchor.shape == "interval":
        end: Moment | End = OPEN if anchor.ongoing else _side(anchor.end, last=True)
        return to_edtf(Interval(_side(anchor.begin, last=False), end))
    if anchor.relation == "IS_INCLUDED" and anchor.value_id is not None:
        value = _value_of(annotated, anchor.value_id, expressions)
        if value is not None:
            return to_edtf(value)
    if anchor.begin.earliest is None and anchor.end.latest is None:
        return None
    return to_edtf(OneOf(anchor.begin.earliest, anchor.end.latest, Granularity.DAY))


def _side(bounds: Bounds, *, last: bool) -> Moment | End:
    """One side of an interval: the coarsest cell with these bounds, else its outermost day."""
    earliest, latest = bounds.earliest, bounds.latest
    outermost = (latest or earliest) if last else (earliest or latest)
    if outermost is None:
        return UNKNOWN
    if earliest is None or latest is None or earliest.granularity.is_clock:
        return outermost
    for granularity in reversed(_SIDES):
        cell = truncate(earliest, granularity)
        if first_moment(cell) == earliest and last_moment(cell) == latest:
            return cell
    return outermost


def make_expression(document: str, text: str, found: TemporalExpression) -> out.Expression:
    """A temporal expression: TIMEX3 value, EDTF, first and last day; or why it has none."""
    value = None if isinstance(found.value, Unresolved) else found.value
    timex = timex_of(found)
    first = first_moment(value) if value is not None else None
    last = last_moment(value) if value is not None else None
    return out.Expression(
        id=f"{document}/{found.id}",
        document=document,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=found.type,
        value=timex.value if timex else None,
        mod=timex.mod if timex else None,
        quant=timex.quant if timex else None,
        freq=timex.freq if timex else None,
        edtf=to_edtf(value) if value is not None else None,
        first_day=_day(first),
        last_day=_day(last),
        granularity=_granularity(value),
        stated=found.stated,
        anchor_id=f"{document}/{found.anchor_id}" if found.anchor_id else None,
        ends=tuple(f"{document}/{end}" for end in found.ends),
        rule=found.rule,
        meaning=describe(found.expr) if found.expr is not None else None,
        reason=found.value.reason if isinstance(found.value, Unresolved) else None,
    )


def _day(moment: Moment | None) -> str | None:
    return iso(truncate(moment, Granularity.DAY)) if moment else None


def _granularity(value: object) -> str | None:
    if isinstance(value, (Moment, OneOf)):
        return value.granularity.label
    if isinstance(value, Interval):
        return _granularity(value.start) or _granularity(value.end)
    return None
