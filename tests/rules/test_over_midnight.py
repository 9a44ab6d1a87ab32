"""Clock times of a range of which one end names the day: which night, and which cells of a year."""

import pytest

from timeline import find_expressions
from timeline.temporal.edtf import to_edtf
from timeline.temporal.timex3 import moment_text
from timeline.temporal.values import Interval, Moment, Unresolved

DATE = "2025-02-24"

# (words, begin, end): one end names the day, or neither.
RANGES = [
    ("Between midnight and 06:00 on 19 February", "02-19T00:00", "02-19T06:00"),
    ("Between midnight and 1 a.m. Tuesday", "02-18T00:00", "02-18T01:00"),
    ("From midnight until noon on 3 February", "02-03T00:00", "02-03T12:00"),
    ("From 8 pm to midnight on 3 February", "02-03T20:00", "02-03T24:00"),
    ("From 23:00 to 02:00 on 19 February", "02-18T23:00", "02-19T02:00"),
    ("On 19 February between 22:00 and 01:00", "02-19T22:00", "02-20T01:00"),
    ("On Tuesday from 11 p.m. to 2 a.m.", "02-18T23:00", "02-19T02:00"),
    ("From 11 p.m. to 2 a.m. on Tuesday", "02-17T23:00", "02-18T02:00"),
    ("From midnight to 6 a.m.", "02-24T00:00", "02-24T06:00"),
    ("From 9:15 to 9:40 on 19 February", "02-19T09:15", "02-19T09:40"),
]


@pytest.mark.parametrize(("words", "begin", "end"), RANGES)
def test_range_of_clock_times(words: str, begin: str, end: str) -> None:
    whole = find_expressions(f"{words} it was shut.", DATE)[0]
    assert isinstance(whole.value, Interval)
    edges = [moment_text(m) for m in (whole.value.start, whole.value.end) if isinstance(m, Moment)]
    assert edges == [f"2025-{begin}", f"2025-{end}"]


# (text, document date, words, EDTF): before and after what is told, in its year, month or week.
BESIDE = [
    ("He left on 11 November 1921. Earlier that year she left.", None, "1921-01-01..1921-11-10"),
    ("He left on 11 November 1921. Later that month she left.", None, "1921-11-11..1921-11-30"),
    ("He left in May 1905. Earlier that year she left.", None, "1905-01-01..1905-05-31"),
    ("He left in May 1905. Earlier in the year she left.", None, "1905-01-01..1905-05-31"),
    ("Earlier this month she left.", "2024-09-12", "2024-09-01..2024-09-11"),
    ("She leaves later this year.", "2024-09-12", "2024-09-12..2024-12-31"),
]


@pytest.mark.parametrize(("text", "date", "edtf"), BESIDE)
def test_share_of_a_cell_beside_what_is_told(text: str, date: str | None, edtf: str) -> None:
    value = find_expressions(text, date)[-1].value
    assert not isinstance(value, Unresolved)
    assert to_edtf(value) == f"[{edtf}]"


def test_a_share_with_nothing_finer_told_is_the_early_or_late_part() -> None:
    value = find_expressions("He left in 1905. Earlier that year she left.")[-1].value
    assert not isinstance(value, Unresolved)
    assert to_edtf(value) == "1905-01-01/1905-04-30"


def test_what_was_earlier_does_not_move_the_story() -> None:
    text = "He left on 11 November 1921. Earlier that year she left. The next day it closed."
    value = find_expressions(text)[-1].value
    assert not isinstance(value, Unresolved)
    assert to_edtf(value) == "1921-11-12"


# (what a story tells first, the day of "at 2 a.m." that follows): told on 18 March 2024.
NIGHTS = [
    ("On the night of 12-13 March it failed.", "2024-03-13T02:00"),
    ("On the night of 3 January it failed.", "2024-01-04T02:00"),
    ("It failed on Friday night.", "2024-03-16T02:00"),
    ("It failed last night.", "2024-03-18T02:00"),
    ("It failed on 3 January.", "2024-01-03T02:00"),
    ("It failed overnight.", "2024-03-18T02:00"),
]


@pytest.mark.parametrize(("text", "value"), NIGHTS)
def test_the_small_hours_of_a_night_are_of_its_second_day(text: str, value: str) -> None:
    found = find_expressions(f"{text} At 2 a.m. it rang.", "2024-03-18")[-1].value
    assert isinstance(found, Moment)
    assert moment_text(found) == value
