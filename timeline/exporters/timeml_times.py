"""Our expressions as TIMEX3; what TimeML says by an empty one stands before the words.

TIMEX3 has no interval. A range ("from 1914 to 1933") is an empty DURATION with a beginPoint and an
endPoint, the two expressions that it runs between. A duration that lies somewhere ("the past two
weeks") has both too; the ends that no words name are empty TIMEX3 that are anchored to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..chronology import Document, Expression
from ..readers.given_times import UNRESOLVED
from ..readers.timeml_xml import Attributes, Mark, fit_marks
from ..temporal.edtf import from_edtf, parse_date
from ..temporal.timex3 import to_timex3
from ..temporal.values import Interval, Moment

DATE = "t0"  # the document's own date

# A value that is not known, in TIMEX3's own placeholder.
_UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}

Rows = list[tuple[str, str]]


def creation_of(document: Document) -> Attributes:
    """The TIMEX3 of the document's own date; none where it has none."""
    if document.date.value is None:
        return ()
    timex = to_timex3(parse_date(document.date.value))
    return (
        ("tid", DATE),
        ("type", timex.type),
        ("value", timex.value),
        ("temporalFunction", "false"),
        ("functionInDocument", "CREATION_TIME"),
    )


def make_times(
    document: Document, expressions: Sequence[Expression]
) -> tuple[list[Mark], list[Mark], dict[str, str]]:
    """The marks over words, the empty ones, and the tid of each expression's id."""
    return _Times(document, expressions).make()


class _Times:
    """Numbers the expressions in order, t1 on, and then the ends that no words name."""

    def __init__(self, document: Document, expressions: Sequence[Expression]) -> None:
        self.expressions = expressions
        numbered = {one.id: f"t{number}" for number, one in enumerate(expressions, 1)}
        spans = [
            Mark(one.start, one.end, "TIMEX3", (("tid", numbered[one.id]),))
            for one in expressions
            if one.type != "INTERVAL"
        ]
        self.shown = fit_marks(spans, ())
        shown = {dict(mark.attributes)["tid"] for mark in self.shown}
        self.tids = {
            id: tid
            for (id, tid), one in zip(numbered.items(), expressions, strict=True)
            if tid in shown or one.type == "INTERVAL"
        }
        # What a point that an expression names already has: its tid, by anchor's id and value.
        self.values = {one.id: one.value for one in expressions if one.id in self.tids}
        if creation := dict(creation_of(document)):
            self.tids[f"{document.id}/{DATE}"] = DATE
            self.values[f"{document.id}/{DATE}"] = creation["value"]
        self.count = len(expressions)
        self.empty: list[Mark] = []

    def make(self) -> tuple[list[Mark], list[Mark], dict[str, str]]:
        marks = []
        # An interval without an end is none, so it goes before anything could name it.
        for one in self.expressions:
            if one.type == "INTERVAL" and not self._ends(one) and self._stretch(one) is None:
                self.tids.pop(one.id)
        for one in self.expressions:
            if one.id not in self.tids:
                continue
            if one.type == "INTERVAL":
                points = self._ends(one) or self._points(one)
                self._add_empty(one.start, [*self._attributes(one), *points])
            else:
                points = self._points(one) if one.type == "DURATION" else []
                attributes = (*self._attributes(one), *points)
                marks.append(Mark(one.start, one.end, "TIMEX3", attributes))
        return marks, self.empty, self.tids

    def _attributes(self, one: Expression) -> Rows:
        kind = "DURATION" if one.type == "INTERVAL" else one.type
        is_function = one.anchor_id is not None or (one.value is None and one.reason is not None)
        rows = [
            ("tid", self.tids[one.id]),
            ("type", kind),
            ("value", one.value or _UNKNOWN[kind]),
            ("temporalFunction", "true" if is_function else "false"),
            ("functionInDocument", "NONE"),
        ]
        said = {"mod": one.mod, "quant": one.quant, "freq": one.freq}
        rows += [(name, value) for name, value in said.items() if value]
        if one.reason is not None:
            rows.append(("comment", UNRESOLVED + one.reason))
        if one.anchor_id in self.tids:
            rows.append(("anchorTimeID", self.tids[str(one.anchor_id)]))
        return rows

    def _ends(self, one: Expression) -> Rows:
        """The ends of a range that words name."""
        names = ["beginPoint", "endPoint"]
        if len(one.ends) == 1 and one.first_day is None:
            names = names[1:]
        named = zip(names, one.ends, strict=False)
        return [(name, self.tids[end]) for name, end in named if end in self.tids]

    def _points(self, one: Expression) -> Rows:
        """Where a duration begins and ends, as far as days say it."""
        stretch = self._stretch(one)
        if stretch is None:
            return []
        ends = zip(("beginPoint", "endPoint"), stretch, strict=True)
        return [(name, self._point(one, moment)) for name, moment in ends]

    def _point(self, one: Expression, moment: Moment) -> str:
        timex = to_timex3(moment)
        if one.anchor_id in self.tids and self.values.get(str(one.anchor_id)) == timex.value:
            return self.tids[str(one.anchor_id)]
        self.count += 1
        tid = f"t{self.count}"
        rows = [
            ("tid", tid),
            ("type", timex.type),
            ("value", timex.value),
            ("temporalFunction", "true"),
            ("functionInDocument", "NONE"),
            ("anchorTimeID", self.tids[one.id]),
        ]
        self._add_empty(one.start, rows)
        return tid

    def _stretch(self, one: Expression) -> tuple[Moment, Moment] | None:
        found = from_edtf(one.edtf) if one.edtf and "/" in one.edtf else None
        if not isinstance(found, Interval):
            return None
        start, end = found.start, found.end
        return (start, end) if isinstance(start, Moment) and isinstance(end, Moment) else None

    def _add_empty(self, start: int, rows: Rows) -> None:
        """Before the words, and never within those of another."""
        index = bisect_right(self.shown, start, key=lambda mark: mark.start) - 1
        if index >= 0 and start < self.shown[index].end:
            start = self.shown[index].start
        self.empty.append(Mark(start, start, "TIMEX3", tuple(rows)))
