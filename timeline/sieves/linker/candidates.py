"""The times that an event without a date may have: shapes around the document's day and others.

A shape says where begin and end lie, seen from a day or a longer stretch x that the text names, and
from the document's own day D: at x, before it, from x on and still going on at D, ...
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...annotation import Bounds, TemporalExpression
from ...temporal.arithmetic import first_moment, last_moment, truncate
from ...temporal.granularity import Granularity
from ...temporal.values import Moment
from ..frames.bounding import Frame, granularity_of, is_datable

MOST = 8  # other times that are looked at, the nearest first

# Shapes around the document's day, and around another time x; their place is their number.
AT_DAY = ("D", "<D|>D", "<D", ">D", ">D|>D", "<D|<D", "D|>D", "<D|D")
AT_OTHER = (
    "x", "x-D|>D", "x-D", "x|>D", "x|x", "in x", ">x|<D", "<x", "<x|x", "<x|<x", "<x|>D", ">x",
    ">x|>x", "x|>x",
)  # fmt: skip
SHAPES = AT_DAY + AT_OTHER
NUMBER = {shape: number for number, shape in enumerate(SHAPES)}


Key = tuple[bool, int | None, int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Other:
    """A time of the text that is not the document's day: its first and last day.

    `lo` and `hi` are the seconds from which and up to which it runs.
    """

    expression: TemporalExpression
    first: Moment
    last: Moment
    lo: int
    hi: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible time of an event; `other` is None where only the document's day counts.

    `key` is what the frame means: whether begin and end are told apart, and the bounds in seconds.
    """

    shape: int
    other: Other | None
    frame: Frame
    key: Key

    @property
    def is_day(self) -> bool:
        """True for a time on one day."""
        several, begin, begin_latest, *_ = self.key
        return not several and begin is not None and begin == begin_latest


def other_times(expressions: Iterable[TemporalExpression], day: Moment) -> list[Other]:
    """The expressions that name another day or stretch than the document's, bounded on both sides.

    Those that lie on either side of the day are left out: "this year" places nothing.
    """
    return [other for e in expressions if (other := _other(e, day)) is not None]


def _other(expression: TemporalExpression, day: Moment) -> Other | None:
    value = expression.value
    if not is_datable(value):
        return None
    first, last = first_moment(value), last_moment(value)  # type: ignore[arg-type]  # as told
    if first is None or last is None:
        return None
    first, last = _day(first), _day(last)
    if first == last == day:
        return None
    return Other(expression, first, last, int(first.cell.lo), int(last.cell.hi))


def around_day(day: Moment) -> list[Candidate]:
    """Every shape around the document's day."""
    return [_candidate(shape, None, _around_day(shape, day)) for shape in AT_DAY]


def around_other(other: Other, day: Moment) -> list[Candidate]:
    """Every shape around another time that makes sense."""
    made = ((shape, _around_other(shape, other, day)) for shape in AT_OTHER)
    return [_candidate(shape, other, frame) for shape, frame in made if frame is not None]


def _candidate(shape: str, other: Other | None, frame: Frame) -> Candidate:
    bounds = frame.begin.earliest, frame.begin.latest, frame.end.earliest, frame.end.latest
    lows = (None if bound is None else int(bound.cell.lo) for bound in bounds)
    key: Key = (frame.shape == "interval", *lows)  # type: ignore[assignment]  # four of them
    return Candidate(NUMBER[shape], other, frame, key)


def _around_day(shape: str, day: Moment) -> Frame:
    at, before, after = Bounds(day, day), Bounds(None, day), Bounds(day, None)
    begin, _, end = shape.partition("|")
    side = {"D": at, "<D": before, ">D": after}
    ongoing = end == ">D" and begin != ">D"
    last = side[end] if end else None
    return _frame(side[begin], last, _RELATIONS[shape], Granularity.DAY, ongoing=ongoing)


_RELATIONS = {
    "D": "IS_INCLUDED",
    "<D": "BEFORE",
    ">D": "AFTER",
    "<D|>D": "INCLUDES",
    ">D|>D": "AFTER",
    "<D|<D": "BEFORE",
    "D|>D": "BEGUN_BY",
    "<D|D": "ENDED_BY",
}


def _around_other(shape: str, other: Other, day: Moment) -> Frame | None:
    """None where x lies on the wrong side of the document's day for the shape."""
    first, last = other.first, other.last
    past = first.cell.lo <= day.cell.lo
    at, before, after = Bounds(first, last), Bounds(None, first), Bounds(last, None)
    since = Bounds(first, day)
    still, ended = Bounds(day, None), Bounds(None, day)
    parts: dict[str, tuple[Bounds, Bounds | None, str]] = {
        "x": (at, None, "IS_INCLUDED"),
        "x|x": (Bounds(first, first), Bounds(last, last), "SIMULTANEOUS"),
        "in x": (Bounds(first, None), Bounds(None, last), "IS_INCLUDED"),
        "<x": (before, None, "BEFORE"),
        ">x": (after, None, "AFTER"),
        "<x|x": (before, at, "ENDED_BY"),
        "<x|<x": (before, before, "BEFORE"),
        ">x|>x": (after, after, "AFTER"),
        "x|>x": (at, after, "BEGUN_BY"),
    }
    if past:
        parts |= {
            "x-D|>D": (since, still, "AFTER"),
            "x-D": (since, None, "AFTER"),
            "x|>D": (at, still, "BEGUN_BY"),
            ">x|<D": (Bounds(first, None), ended, "AFTER"),
            "<x|>D": (before, still, "INCLUDES"),
        }
    if shape not in parts or (shape == "in x" and first == last):
        return None
    begin, end, relation = parts[shape]
    grain = granularity_of(other.expression.value)
    return _frame(begin, end, relation, max(grain, Granularity.DAY), ongoing=shape.endswith("|>D"))


def _frame(
    begin: Bounds, end: Bounds | None, relation: str, grain: Granularity, *, ongoing: bool
) -> Frame:
    if end is None:
        return Frame("instant", begin, begin, relation, grain, bounded=False)
    return Frame("interval", begin, end, relation, grain, ongoing, bounded=False)


def _day(moment: Moment) -> Moment:
    return replace(truncate(moment, Granularity.DAY), zone=None)
