"""What holds for every expression and every anchor."""

from hypothesis import given, settings
from temporal_strategies import ANCHORS, EXPRESSIONS

from timeline.temporal.arithmetic import extent_of, first_moment, iso, last_moment
from timeline.temporal.edtf import to_edtf
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved


@settings(max_examples=1500)
@given(EXPRESSIONS, ANCHORS)
def test_everything_resolves_or_says_why_not(expr, anchor):
    value = resolve(expr, anchor)
    if isinstance(value, Unresolved):
        assert value.reason and value.reason == value.reason.strip()
        return
    assert to_timex3(value).value
    text = to_edtf(value)
    assert text is None or text
    extent_of(value)
    for edge in (first_moment(value), last_moment(value)):
        assert edge is None or iso(edge)
