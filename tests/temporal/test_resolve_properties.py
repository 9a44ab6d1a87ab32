"""What holds for every expression and every anchor."""

from dataclasses import replace

from hypothesis import assume, given, settings
from temporal_strategies import ANCHORS, EXPRESSIONS, days

from timeline.temporal.anchor import bases
from timeline.temporal.arithmetic import extent_of, first_moment, iso, last_moment
from timeline.temporal.edtf import from_edtf, to_edtf
from timeline.temporal.expression import Base
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import from_timex3, to_timex3
from timeline.temporal.values import Duration, Interval, Moment, OneOf, Recurrence, Unresolved


@settings(max_examples=700)
@given(EXPRESSIONS, ANCHORS)
def test_everything_resolves_or_says_why_not(expr, anchor):
    value = resolve(expr, anchor)
    if isinstance(value, Unresolved):
        assert value.reason and value.reason == value.reason.strip()
        return
    written = to_timex3(value)
    if not isinstance(value, (Recurrence, Duration)):
        read = from_timex3(written)
        assert read is not None and to_timex3(read).value == written.value
    text = to_edtf(value)
    assert text is None or to_edtf(from_edtf(text)) == text
    assert (extent_of(value) is not None) == isinstance(value, (Moment, Interval, OneOf))
    for edge in (first_moment(value), last_moment(value)):
        assert edge is None or iso(edge)


@settings(max_examples=200)
@given(EXPRESSIONS, ANCHORS, EXPRESSIONS)
def test_the_answer_does_not_depend_on_what_was_asked_before(expr, anchor, other):
    value = resolve(expr, anchor)
    resolve(other, anchor)
    again = resolve(expr, anchor)
    assert again == value or repr(again) == repr(value)  # a count may be nan


@settings(max_examples=300)
@given(EXPRESSIONS, ANCHORS, days(), days())
def test_what_does_not_count_from_the_told_time_does_not_change_with_it(expr, anchor, a, b):
    assume(Base.REFERENCE not in bases(expr) and anchor.speech is not None)
    anchor = replace(anchor, partial_base=Base.SPEECH)
    told = (resolve(expr, replace(anchor, reference=reference)) for reference in (a, b))
    assert len({repr(value) for value in told}) == 1
