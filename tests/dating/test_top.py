"""The one day with a cell of its own above the text."""

import pytest
from dating.finding import BODY, find, shown

OWN = [
    ("Northgate Hospital, Ward 7, 3 May 2024\nDear Dr Lamb,", "2024-05-03"),
    ("Interview with Odile Brand, Larn, 3 May 2024", "2024-05-03"),
    ("Notes taken at the spring conference, Larn, 3 May 2024", "2024-05-03"),
    ("To the head of planning, 3 May 2024", "2024-05-03"),
    ("Larn Review\n3 May 2024", "2024-05-03"),
]
REFUSED = [
    ("The assassination of Brand, Larn, 3 May 1963", "the day of the happening"),
    ("Report on the assassination of Brand, Larn, 3 May 1963", "the day of the happening"),
    ("General Election, Larn, 3 May 1984", "the day of the election"),
    ("Moon landing, Sea of Tranquility, 20 July 1969", "the day of the landing"),
    ("Total eclipse, Larn, 11 August 1999", "the day of a thing"),
    ("The old footbridge, Larn, 3 May 1999", "the day of a thing"),
    ("The abduction of Odile Brand\n3 May 1963, Quay Lane", "the day of the title above it"),
    ("Royal visit to Larn\nFriday 3 May 1963, Quay Lane", "the day of the title above it"),
    ("Ward 7, Northgate Hospital, 3 May 2014\n\nThe roof fell on 9 June 2015.", "told later"),
    ("Spring fair, Larn, 3 May 2031", "a day to come"),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_a_day_with_a_cell_of_its_own(text: str, expected: str) -> None:
    found = find(text + BODY)
    assert (shown(found), found.basis) == (expected, "header"), found


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_the_day_of_something_else(text: str, why: str) -> None:
    found = find(text + "\n\nLast year a plaque was put up." + BODY)
    assert found.value is None, (why, found)
