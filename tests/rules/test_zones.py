"""A zone that a text names once for all its clock times."""

import pytest

from timeline import find_expressions
from timeline.rules.narrative.zones import find_zone
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Interval, Unresolved

STATED = [
    ("All times are UTC.", "Z"),
    ("Unless otherwise stated, all times in this report are given in CET.", "+01:00"),
    ("Timeline (all times BST)", "+01:00"),
    ("Timestamps are in GMT.", "Z"),
    ("Times shown are UTC+2.", "+02:00"),
    ("Times are UTC-05:30.", "-05:30"),
    ("Log\n\n| Time (UTC) | Event |", "Z"),
    ("Times are UTC. As said, all times are UTC.", "Z"),
    # Nothing, or not one.
    ("Match report (all times local)", None),
    ("He rang at 13:00 local time (GMT 11:00).", None),
    ("Times are UTC. In the annex times are CET.", None),
    ("At the times 14:05 UTC and 15:05 UTC it rang.", None),
    ("In best times he estimated.", None),
    ("He read The Times in Estonia.", None),
]


@pytest.mark.parametrize(("text", "zone"), STATED)
def test_zone_that_a_text_states(text: str, zone: str | None) -> None:
    assert find_zone(text) == zone


def test_every_clock_time_without_a_zone_takes_it() -> None:
    text = (
        "All times are CET. At 09:12 on 3 May 2021 it failed. At 10:00 GMT he rang. It was down "
        "from 09:12 to 10:05. The next morning it failed again, at 8:10."
    )
    found = {}
    for one in find_expressions(text):
        assert not isinstance(one.value, Unresolved)
        ends = (one.value.start,) if isinstance(one.value, Interval) else (one.value,)
        found[one.text] = to_timex3(ends[0]).value  # type: ignore[arg-type]  # no open end here
    assert found["09:12 on 3 May 2021"] == "2021-05-03T09:12+01:00"
    assert found["10:00 GMT"] == "2021-05-03T10:00Z"
    assert found["from 09:12 to 10:05"] == "2021-05-03T09:12+01:00"
    assert found["The next morning"] == "2021-05-04TMO"
    assert found["8:10"] == "2021-05-04T08:10+01:00"
