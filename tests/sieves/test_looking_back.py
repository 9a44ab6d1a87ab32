"""Which of two happenings a date behind them is of: the words, or what they look back to."""

import pytest

from timeline import extract

# (text, title of the row that the date is for)
ROWS = [
    ("The council condemned the invasion of Kuwait on Aug. 2.", "Invasion of Kuwait"),
    ("He denounced the killing of monks on Tuesday.", "He denounced the killing of monks"),
    ("They criticised the plan on 3 August.", "They criticised the plan"),
    ("The council approved the invasion of Kuwait on Aug. 2.", "The council approved the invasion"),
    ("We married, I think, on 2 August.", "We married"),
    ("I think we married on 2 August.", "We married"),
]


@pytest.mark.parametrize(("text", "title"), ROWS)
def test_what_a_date_is_of(text: str, title: str) -> None:
    (row,) = extract(text, date="1990-08-10").entries
    assert row.title.startswith(title)


def test_who_reports_for_work_tells_nothing() -> None:
    text = "On 16 June 2009 she reported for the late shift at noon. At 9 p.m. a man fell."
    rows = extract(text, date="2009-11-06").entries
    assert [row.time.begin.earliest for row in rows][-1] == "2009-06-16T21:00"
