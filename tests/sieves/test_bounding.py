"""Bounds of values, and of what came near them."""

import pytest

from timeline.sieves.frames.bounding import shortly, somewhere_in
from timeline.temporal.arithmetic import iso
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import Interval, Moment, day_of


def hour(day: int, at: int, stated: tuple[str, ...] = ()) -> Moment:
    return Moment(Granularity.HOUR, 2022, 1, day, hour=at, stated=stated)


# (value, side, first and last moment): "shortly before" is -1.
NEAR = [
    (hour(8, 6), -1, "2022-01-08T05:30", "2022-01-08T06:00"),
    (hour(8, 6), 1, "2022-01-08T06:00", "2022-01-08T06:30"),
    (Moment(Granularity.DAYPART, 2022, 1, 8, part="MO"), -1, "2022-01-08", "2022-01-08"),
    (day_of(2022, 1, 8), 1, "2022-01-09", "2022-01-22"),
    (Moment(Granularity.MONTH, 2022, 5), -1, "2022-01-31", "2022-04-30"),
    (Moment(Granularity.YEAR, 1900), 1, "1901-01-01", "1903-12-31"),
    # Of a day that the words name, its own midnight; of the day that is told, the next.
    (hour(8, 24, ("day", "hour")), 1, "2022-01-08T00:00", "2022-01-08T00:30"),
    (hour(8, 24, ("hour",)), 1, "2022-01-09T00:00", "2022-01-09T00:30"),
]


@pytest.mark.parametrize(("value", "side", "first", "last"), NEAR)
def test_what_came_shortly_before_or_after(value: Moment, side: int, first: str, last: str) -> None:
    frame = shortly(value, side)
    assert frame is not None and frame.begin == frame.end and frame.shape == "instant"
    assert frame.begin.earliest and frame.begin.latest
    assert (iso(frame.begin.earliest), iso(frame.begin.latest)) == (first, last)


def test_nothing_comes_shortly_before_a_century() -> None:
    assert shortly(Moment(Granularity.CENTURY, 1800), -1) is None


def test_between_six_and_eight_is_not_a_minute_to_nine() -> None:
    bounds = somewhere_in(Interval(hour(8, 18), hour(8, 20))).begin
    assert bounds.latest is not None and iso(bounds.latest) == "2022-01-08T20:00"
