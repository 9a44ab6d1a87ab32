"""Which date an expression counts from, the document's own or the narrative's: chains of dates."""

import pytest
from rules.chains import CHAINS
from rules.telling import told

from timeline import extract


@pytest.mark.parametrize(("text", "date", "expected"), CHAINS, ids=[row[0] for row in CHAINS])
def test_chains(text: str, date: str | None, expected: dict[str, str]) -> None:
    got = told(text, date)
    assert {words: got.get(words) for words in expected} == expected


def test_the_past_decade_began_ten_years_ago() -> None:
    found = extract("It grew over the past decade.", date="2024-05-06").expressions[0]
    assert (found.edtf, found.value) == ("2014/2024-05-06", "P1E")


def test_the_year_end_of_a_story_is_that_of_its_year() -> None:
    found = extract("In 1920 the mill opened. By the year end it had forty hands.")
    assert found.expressions[-1].last_day == "1920-12-31"
