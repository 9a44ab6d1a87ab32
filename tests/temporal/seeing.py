"""Expressions as they are seen from an anchor, and their values in one line."""

from timeline.temporal.anchor import AnchorTime
from timeline.temporal.arithmetic import first_moment, iso, last_moment
from timeline.temporal.edtf import parse_date
from timeline.temporal.expression import Amount, Base, Partial
from timeline.temporal.granularity import Granularity
from timeline.temporal.resolve import resolve
from timeline.temporal.values import Interval, Moment, OneOf, Unresolved, day_of

G, P, A = Granularity, Partial, Amount
SPEECH, TOLD = Base.SPEECH, Base.REFERENCE
MONDAY = day_of(2022, 1, 10)


def seen(told=None, direction="past", speech="2022-01-10", **more):
    """An anchor from ISO dates."""
    at = None if speech is None else parse_date(speech)
    return AnchorTime(at, parse_date(told) if told else None, direction, **more)


def shown(value):
    """A value in one line: granularity, first and last day or minute, mod."""
    if isinstance(value, Unresolved):
        return value.reason
    if isinstance(value, Interval):
        ends = (value.start, value.end)
        return " / ".join(shown(e) if isinstance(e, Moment) else repr(e.value) for e in ends)
    first, last = first_moment(value), last_moment(value)
    text = f"{value.granularity.label} {first and iso(first)}"
    if last != first:
        text += f" .. {last and iso(last)}"
    if isinstance(value, OneOf):
        return f"some {text}"
    return f"{text} {value.mod}" if value.mod else text


def check(expr, anchor, expected):
    value = resolve(expr, anchor)
    assert shown(value) == expected, f"{expr}\nseen from {anchor}\nis {value}"
