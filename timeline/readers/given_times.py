"""TIMEX3 of a TimeML source as expressions of ours: values, ranges, and stretches of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from ..annotation import TemporalExpression, TimexType
from ..temporal.arithmetic import truncate
from ..temporal.expression import Amount
from ..temporal.granularity import Granularity
from ..temporal.timex3 import Timex3, from_timex3
from ..temporal.values import OPEN, Duration, Interval, Moment, Reference, TimeValue, Unresolved

RULE = "given"
# Before the reason in `comment`, as our exporter writes it.
UNRESOLVED = "unresolved: "
# The words before the first end that an interval's own empty TIMEX3 may take in ("in the years
# between"); one that stands farther off stands anywhere.
_LEAD = 30  # characters

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A TIMEX3 over words of the text, and the id that it gets."""

    id: str
    start: int
    end: int
    timex: Attributes


@dataclass(frozen=True, slots=True)
class GivenTimes:
    """All TIMEX3 of a source by tid, those over words as rows by tid, and the ids that tids get."""

    text: str
    timexes: Mapping[str, Attributes]
    rows: Mapping[str, Row]
    ids: Mapping[str, str]

    def make_expression(self, row: Row) -> TemporalExpression:
        """The expression over a row's words."""
        kind = _type_of(row.timex)
        value = _value(kind, row.timex)
        length = amount_of(value) if isinstance(value, Duration) else None
        if length is not None and (stretch := self._stretch(row.timex)) is not None:
            value = stretch
        comment = row.timex.get("comment", "")
        if comment.startswith(UNRESOLVED):
            value = Unresolved(comment.removeprefix(UNRESOLVED))
        return TemporalExpression(
            id=row.id,
            start=row.start,
            end=row.end,
            text=self.text[row.start : row.end],
            type=kind,
            # How long it is, where the value says when it is or why that is not known.
            expr=None if isinstance(value, Duration) else length,
            value=value,
            rule=RULE,
            anchor_id=self.ids.get(row.timex.get("anchorTimeID", "")),
            function=row.timex.get("temporalFunction") == "true",
        )

    def find_span(self, position: int, timex: Attributes) -> tuple[int, int] | None:
        """The span of the range that an empty TIMEX3 names, from where it stands to its last end.

        None if it names none: a DURATION between two others that mark words.
        """
        if _type_of(timex) != "DURATION":
            return None
        named = [timex.get(name, "") for name in ("beginPoint", "endPoint")]
        rows = [self.rows[tid] for tid in named if tid in self.rows]
        if not rows or len(rows) < sum(tid in self.timexes for tid in named):
            return None
        first = min(row.start for row in rows)
        start = position if 0 <= first - position <= _LEAD else first
        return start, max(row.end for row in rows)

    def make_interval(
        self, id: str, span: tuple[int, int], timex: Attributes
    ) -> TemporalExpression:
        """The range over a span."""
        named = [timex.get(name, "") for name in ("beginPoint", "endPoint")]
        value: TimeValue | Unresolved | None = self._stretch(timex)
        comment = timex.get("comment", "")
        if value is None:
            reason = comment.removeprefix(UNRESOLVED) or "one of its ends is no known date"
            value = Unresolved(reason)
        return TemporalExpression(
            id=id,
            start=span[0],
            end=span[1],
            text=self.text[span[0] : span[1]],
            type="INTERVAL",
            expr=None,
            value=value,
            rule=RULE,
            anchor_id=self.ids.get(timex.get("anchorTimeID", "")),
            function=timex.get("temporalFunction") == "true",
            ends=tuple(self.rows[tid].id for tid in named if tid in self.rows),
        )

    def _stretch(self, timex: Attributes) -> Interval | None:
        """From its beginPoint to its endPoint, where both are cells of the calendar.

        What begins now begins on the document's date, and what goes on until now is open.
        """
        names = ("beginPoint", "endPoint")
        start, end = (self._end(timex.get(name, "")) for name in names)
        if start is Reference.PRESENT:
            start = self._end(self._dated)
            by_days = not isinstance(end, Moment) or end.granularity >= Granularity.DAY
            if isinstance(start, Moment) and by_days:
                start = replace(truncate(start, Granularity.DAY), stated=())
        if not isinstance(start, Moment):
            return None
        if end is Reference.PRESENT:
            return Interval(start, OPEN)
        if not isinstance(end, Moment) or start.cell.lo >= end.cell.hi:
            return None
        return Interval(start, end)

    @property
    def _dated(self) -> str:
        """The tid of the document's own date, or none."""
        return next((tid for tid, one in self.timexes.items() if _is_own_date(one)), "")

    def _end(self, tid: str) -> TimeValue | Unresolved | None:
        end = self.timexes.get(tid, {})
        return _value(_type_of(end), end)


def amount_of(duration: Duration) -> Amount | None:
    """The amount that a duration is, smaller amounts after it."""
    whole: Amount | None = None
    for least, most, unit in reversed(duration.amounts):
        whole = Amount(least, most, unit, (whole,) if whole else ())
    return replace(whole, mod=duration.mod) if whole else None


def _is_own_date(timex: Attributes) -> bool:
    return timex.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")


def _type_of(timex: Attributes) -> TimexType:
    kind: TimexType = "DATE"
    for name in get_args(TimexType):
        if timex.get("type", "").upper() == name:
            kind = name
    return kind


def _value(kind: str, timex: Attributes) -> TimeValue | Unresolved:
    value = timex.get("value", "")
    if not value:
        return Unresolved("the source annotates it without a value")
    known = from_timex3(
        Timex3(kind, value, timex.get("mod"), timex.get("quant") or None, timex.get("freq") or None)
    )
    return known or Unresolved(f"the source gives it the value {value!r}, which names no time")
