"""The year or the season that a title names: the time that the document is of."""

import pytest
from dating.finding import BODY, find, shown

from timeline import extract

PERIODS = [
    ("Minutes, AGM 2024", "2024"),
    ("Annual Report 2024\nReview of the year", "2024"),
    ("Minutes of the Parish Council 2023", "2023"),
    ("Larn Harriers Newsletter 2021", "2021"),
    # What is still to come, or is told of before, says nothing.
    ("Annual report 2021\n\nIn January 2022 the board will meet. It met in March 2021.", "2021"),
]
REFUSED = [
    ("Annual report 2021\n\nIn January 2022 the board met.", "told in the year after it"),
    ("Club newsletter, Spring 2021\nThe roof fell on 3 July 2021.", "told after that spring"),
    ("Summary of the year 2019\n\nThe mill has stood empty since 2020.", "told after that year"),
    ("Wedding speech 2031\n\nLast year we met.", "a year to come"),
    ("Statement of the Kyoto protocol 1997\n\nLast year we met.", "the year of the protocol"),
    ("The Beveridge Report 1942\n\nIt sold well last year.", "the year of another paper"),
    ("A note on the Hague Declaration 1899\n\nIt was signed by all.", "the year of another paper"),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_the_time_that_a_title_names(text: str, expected: str) -> None:
    found = find(text + BODY)
    assert (shown(found), found.basis) == (expected, "title"), found


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_not_the_time_of_the_document(text: str, why: str) -> None:
    found = find(text + BODY)
    assert found.value is None, (why, found)


def test_a_title_may_name_the_season() -> None:
    value = find("School newsletter, autumn  term 2021" + BODY).value
    assert value is not None and (value.year, value.part) == (2021, "FA")


def test_a_report_may_be_written_after_the_time_that_it_is_of() -> None:
    timeline = extract("Annual report 2021\n\nThe mill burned down. The club met in March.")
    burned, met = (next(e for e in timeline.events if e.trigger == w) for w in ("burned", "met"))
    assert burned.time is None
    assert met.time is not None and met.time.begin.earliest == "2021-03-01"
