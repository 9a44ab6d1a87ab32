"""Heads without a year: weekdays and told years fix it, or nothing does."""

from pathlib import Path

import pytest
from dating.finding import BODY, find, shown, years

from timeline.temporal.values import day_of

SEED = Path(__file__).parents[3] / "shared" / "seed" / "tass-kazakhstan.txt"


def test_the_seed_article() -> None:
    if not SEED.exists():
        pytest.skip("the seed article is not beside this checkout")
    text = SEED.read_text(encoding="utf-8")
    found = find(text, SEED.name)
    assert (shown(found), found.basis, found.text) == ("2022-01-10", "dateline", "January 10")
    assert found.note == "Monday fixes the year"
    assert years(found)[:2] == [2011, 2005]
    assert all(c.reason for c in found.alternatives)


def test_a_weekday_gives_the_latest_year_that_fits() -> None:
    found = find("ASTANA, January 10. /WIRE/. It is over, the president said on Monday." + BODY)
    assert shown(found) == "2022-01-10" and found.note == "Monday fixes the year"
    assert years(found)[:4] == [2011, 2005, 2000, 1994]
    # Read earlier, the same words mean an earlier day.
    early = find(
        "ASTANA, January 10. /WIRE/. It is over, the president said on Monday." + BODY,
        reading=day_of(2022, 1, 9),
    )
    assert shown(early) == "2011-01-10"


YEARLESS = [
    # The weekday stands in the head itself.
    ("Monday, January 10\n\nIt rained.", "2022-01-10", "Monday fixes the year"),
    # A pair elsewhere must be true of the year: 9 January was a Sunday in 2022.
    (
        "ASTANA, January 10 (Wire) - It is over. On Sunday, January 9, the airport had opened.",
        "2022-01-10",
        "Sunday fixes the year",
    ),
    # The pair lies in the year before.
    (
        "ASTANA, January 2 (Wire) - It is over. The riots began on Thursday, December 30.",
        "2022-01-02",
        "Thursday fixes the year",
    ),
    # What is to come says nothing of the day of writing.
    (
        "ASTANA, January 10 (Wire) - It is over, he said on Monday. He will speak on Friday.",
        "2022-01-10",
        "Monday fixes the year",
    ),
    # A year told as past rules out earlier ones; later weekdays tell of earlier days.
    (
        "ARDEN, September 19 (Wire) - It was unsafe, she said on Tuesday."
        " The ramp, which was built in 2021, fell on Saturday.",
        "2023-09-19",
        "Tuesday fixes the year",
    ),
    # A year that is to come proves nothing.
    (
        "ASTANA, January 10 (Wire) - It will grow by 2025, he said on Monday.",
        "2022-01-10",
        "Monday fixes the year",
    ),
    # Nor does one that was to come.
    (
        "ASTANA, January 10 (Wire) - It is over, he said on Monday."
        " He had been promised that it would open in 2023.",
        "2022-01-10",
        "Monday fixes the year",
    ),
    # Every weekday told as past fits: Sunday the 12th, Monday the 13th, Tuesday the 14th.
    (
        "GARE, March 14 (Wire) - A train left the rails late on Sunday, police said on Monday.\n\n"
        "Divers searched the canal until the early hours of Tuesday. It opens on Friday.",
        "2023-03-14",
        "Tuesday fixes the year",
    ),
    # The day on which it was reported is nearer than the day on which it happened.
    (
        "GARE, March 14 (Wire) - A train left the rails late on Sunday, police said on Monday.",
        "2022-03-14",
        "Monday fixes the year",
    ),
    # What was put off to an hour of the next day is no day gone by.
    (
        "GARE, March 14 (Wire) - It is over, he said on Monday. The vote was to be held in the"
        " early hours of Tuesday.",
        "2022-03-14",
        "Monday fixes the year",
    ),
    # A weekday that only names something.
    (
        "ASTANA, January 10 (Wire) - Tuesday's vote is off, he said on Monday.",
        "2022-01-10",
        "Monday fixes the year",
    ),
    # 29 February exists in leap years only: 2016 began on a Friday, its leap day was a Monday.
    (
        "ASTANA, February 29 (Wire) - It is over, he said on Monday.",
        "2016-02-29",
        "Monday fixes the year",
    ),
]


@pytest.mark.parametrize(("text", "expected", "note"), YEARLESS)
def test_heads_without_a_year(text: str, expected: str, note: str) -> None:
    found = find(text + BODY)
    assert (shown(found), found.note) == (expected, note), found


def test_pairs_that_agree_on_no_year_leave_the_document_undated() -> None:
    found = find(
        "ASTANA, January 10 (Wire) - It is over. It began on Sunday, January 9, and ended on"
        " Thursday, January 10." + BODY
    )
    assert found.value is None
    assert found.reason and "none fits" in found.reason and "Sunday, January 9" in found.reason


def test_a_weekday_that_fits_no_open_year_is_not_stretched() -> None:
    # From 2023 to 2026 10 January is a Tuesday, Wednesday, Friday and Saturday.
    found = find(
        "ASTANA, January 10 (Wire) - In 2023 it was shut. It is over, he said on Monday." + BODY
    )
    assert found.value is None
    assert found.reason == "the dateline gives no year and Monday does not fix it"
    assert set(years(found)) <= {2023, 2024, 2025, 2026} and years(found)[0] == 2023


def test_without_a_weekday_told_years_decide_with_lower_confidence() -> None:
    by_year = find("ARDEN, September 19 (Wire) - In 2021 the firm was fined." + BODY)
    by_day = find("ARDEN, September 19 (Wire) - It is over, he said on Tuesday." + BODY)
    assert (shown(by_year), by_year.note) == ("2021-09-19", "the text speaks of 2021; uncertain")
    assert years(by_year)[:2] == [2022, 2023]
    assert by_year.confidence and by_day.confidence and by_year.confidence < by_day.confidence


def test_a_told_month_after_the_head_moves_the_year_on() -> None:
    found = find("ARDEN, January 10 (Wire) - In December 2021 the firm was fined." + BODY)
    assert (shown(found), found.note) == ("2022-01-10", "the text speaks of 2021; uncertain")


def test_nothing_fixes_the_year() -> None:
    found = find("ARDEN, September 19 (Wire) - The firm is quiet." + BODY)
    assert found.value is None
    assert found.reason == "the dateline gives no year and nothing in the text fixes it"


def test_without_a_reading_date_a_year_is_not_guessed() -> None:
    text = "ASTANA, January 10. /WIRE/. It is over, the president said on Monday." + BODY
    found = find(text, reading=None)
    assert found.value is None and found.reason and "no reading date" in found.reason


def test_another_head_gives_the_year() -> None:
    text = "ASTANA, January 10 (Wire) - It is over." + BODY
    found = find(text, "wire-2019-01-11.txt")
    assert (shown(found), found.basis) == ("2019-01-10", "dateline")
    assert found.note and "gives the year" in found.note


def test_no_year_of_the_dateline_is_ever_after_the_reading_date() -> None:
    text = "ASTANA, November 23 (Wire) - It is over, he said on Monday." + BODY
    assert shown(find(text)) == "2020-11-23"
    assert shown(find(text, reading=day_of(2026, 11, 23))) == "2026-11-23"
