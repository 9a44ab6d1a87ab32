"""The period that a report covers, and the bare dates that lie in it."""

import pytest

from timeline import extract, find_expressions
from timeline.rules.covering import names_the_period

SAYS = [
    ("Reporting period: ", True),
    ("This report covers the period ", True),
    ("Annual report of the fund for the period from ", True),
    ("Grant no. 4\nPeriod: ", True),
    ("Period covered by this report: ", True),
    ("He was on leave for the period ", False),
    ("The report was late in the period ", False),
    ("A cold period: ", False),
]


@pytest.mark.parametrize(("before", "says"), SAYS)
def test_words_before_the_period(before: str, says: bool) -> None:
    assert names_the_period(f"{before}1 July to 31 December 2023", len(before)) is says


PERIOD = "Reporting period: 1 July to 31 December 2023"
BEFORE = "The project started on 1 July 2022."
# (paragraph, words, begin of their day): told on 31 January 2024.
DATES = [
    ("The rig arrived on 11 July.", "11 July", "2023-07-11"),
    ("It broke in December.", "December", "2023-12-01"),
    ("It was leased on 3 May 2021 and sold on 11 July.", "11 July", "2021-07-11"),
    ("The team came on 16 January.", "16 January", "2024-01-16"),
    ("It will break on 11 July.", "11 July", "2024-07-11"),
]


@pytest.mark.parametrize(("paragraph", "words", "first"), DATES)
def test_bare_dates_of_the_period(paragraph: str, words: str, first: str) -> None:
    timeline = extract(f"{PERIOD}\n\n{BEFORE}\n\n{paragraph}", date="2024-01-31")
    found = {e.text: e.first_day for e in timeline.expressions}
    assert found[words] == first
    assert all("period" not in e.title.lower() for e in timeline.entries)


def test_a_report_of_nothing_covers_nothing() -> None:
    text = f"{BEFORE}\n\nThe rig arrived on 11 July."
    found = {e.text: e.first_day for e in extract(text, date="2024-01-31").expressions}
    assert found["11 July"] == "2022-07-11"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In the Michaelmas term of 1941 they left.", "the Michaelmas term of 1941"),
        ("At Michaelmas 1941 they left.", "Michaelmas 1941"),
    ],
)
def test_a_term_is_no_feast(text: str, words: str) -> None:
    (one,) = find_expressions(text)
    assert one.text == words


CLUB = (
    "Rowing Club\nAnnual Report of the Secretary, 9 November 2018\n\nIt was founded on 3 May 1898."
)
# (paragraph, words, begin): a report that comes every year tells of the last one.
YEAR = [
    ("The roof fell on 12 May.", "12 May", "2018-05-12"),
    ("Our treasurer resigned in December.", "December", "2017-12-01"),
    ("The hall was built on 3 May 1950 and burned on 12 June.", "12 June", "1950-06-12"),
]


@pytest.mark.parametrize(("paragraph", "words", "first"), YEAR)
def test_an_annual_report_is_of_its_year(paragraph: str, words: str, first: str) -> None:
    timeline = extract(f"{CLUB}\n\n{paragraph}")
    assert timeline.documents[0].date.value == "2018-11-09"
    assert {e.text: e.first_day for e in timeline.expressions}[words] == first


def test_a_life_is_no_annual_report() -> None:
    text = CLUB.replace("Annual Report of the Secretary, 9 November 2018", "A Life")
    timeline = extract(f"{text}\n\nThe roof fell on 12 May.", date="2018-11-09")
    assert {e.text: e.first_day for e in timeline.expressions}["12 May"] == "1898-05-12"


TITLES = [
    ("Annual report for the year ended 31 March 2023", "2023-01-01"),
    ("Interim accounts for the six months to 30 June 2024", "2024-01-01"),
]


@pytest.mark.parametrize(("title", "first"), TITLES)
def test_the_period_of_a_title(title: str, first: str) -> None:
    timeline = extract(f"{title}\n\nA pump failed. The insurers paid in January.")
    assert timeline.expressions[-1].first_day == first
