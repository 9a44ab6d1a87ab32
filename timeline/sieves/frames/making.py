"""Makes anchors of frames: who said it, with what evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...annotation import Anchor, Basis, Event, Evidence, TemporalExpression
from ...temporal.axis import Extent
from ...temporal.values import Moment
from .bounding import Frame, basis_of

WEAKER: tuple[Basis, ...] = ("event", "relative")  # than what the words state in full


def make_anchor(
    event: Event,
    frame: Frame,
    sieve: str,
    evidence: Sequence[tuple[TemporalExpression, str]],
    *,
    basis: Basis | None = None,
    inferred: bool = False,
    part_of: str | None = None,
) -> Anchor:
    """An anchor whose evidence is expressions, each with a note on how it was read."""
    bases = {basis_of(expression) for expression, _ in evidence}
    weakest: Basis = next((b for b in WEAKER if b in bases), "expression")
    return _make(
        event,
        frame,
        sieve,
        basis or weakest,
        tuple(Evidence(e.id, note) for e, note in evidence),
        inferred=inferred,
        part_of=part_of,
    )


def make_document_anchor(
    event: Event, frame: Frame, sieve: str, note: str, date_id: str = "t0"
) -> Anchor:
    """An anchor whose only evidence is the document's own date, or its passage's."""
    return _make(event, frame, sieve, "document-date", (Evidence(date_id, note),), inferred=True)


def _make(
    event: Event,
    frame: Frame,
    sieve: str,
    basis: Basis,
    evidence: tuple[Evidence, ...],
    *,
    inferred: bool,
    part_of: str | None = None,
) -> Anchor:
    return Anchor(
        event_id=event.id,
        relation=frame.relation,
        shape=frame.shape,
        begin=frame.begin,
        end=frame.end,
        granularity=frame.granularity,
        basis=basis,
        sieve=sieve,
        evidence=evidence,
        value_id=evidence[0].timex_id if frame.bounded else None,
        ongoing=frame.ongoing,
        inferred=inferred,
        part_of=part_of,
    )


def same_time(first: Anchor, second: Anchor) -> bool:
    """True if two anchors give the same bounds."""
    return (first.shape, first.begin, first.end) == (second.shape, second.begin, second.end)


def lies_within(inner: Frame, outer: Frame) -> bool:
    """True if one instant lies within another on the text's own clock: "17:40" in "Friday"."""
    if inner.shape != "instant" or outer.shape != "instant":
        return False
    inner_lo, inner_hi = inner.begin.earliest, inner.end.latest
    outer_lo, outer_hi = outer.begin.earliest, outer.end.latest
    if inner_lo is None or inner_hi is None or outer_lo is None or outer_hi is None:
        return False
    return _local(outer_lo).lo <= _local(inner_lo).lo and _local(inner_hi).hi <= _local(outer_hi).hi


def _local(moment: Moment) -> Extent:
    return replace(moment, zone=None).cell
