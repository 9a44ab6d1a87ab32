"""Days and minutes that are counted from the one that a plan names."""

import pytest
from rules.telling import values

from timeline import find_expressions

STATED = [
    ("D-Day was 6 June 1944. On D-Day minus 2 they sailed.", "D-Day minus 2", "1944-06-04"),
    ("D-Day (6 June 1944) was wet. On D+6 it fell.", "D+6", "1944-06-12"),
    ("D-Day for the merger was set for 3 May 2021. On D-1 they slept.", "D-1", "2021-05-02"),
    ("He trained for Normandy. On D-Day he landed.", "D-Day", "1944-06-06"),
    ("On 14 March 2024 T-0 was 09:00. At T+45 min it fell.", "T+45 min", "2024-03-14T09:45"),
    ("On 14 March 2024 H-Hour was 06:30. At H-30 minutes it fell.", "H-30 minutes",
     "2024-03-14T06:00"),
    ("On 14 March 2024 T was 09:00. At T+45 it fell.", "T+45", "2024-03-14T09:45"),
    ("On 14 March 2024 it lifted off at 09:00:10. At T+45 it fell.", "T+45",
     "2024-03-14T09:00:55"),
    ("The launch on 14 March 2024 came at 09:00. At T+2 min it fell.", "T+2 min",
     "2024-03-14T09:02"),
    ("On D-Day the plan failed.", "D-Day", "depends on an event: D-Day"),
    ("At T+45 min it fell.", "T+45 min", "depends on an event: T"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), STATED)
def test_what_is_counted_from_zero(text: str, words: str, value: str) -> None:
    assert values(find_expressions(text))[words] == value
