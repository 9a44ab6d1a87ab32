"""A list of days whose year stands only behind one of them."""

import pytest
from rules.telling import told

LISTS = [
    ("Jan. 14: Talks fail.\nFeb. 2: A strike.\nMarch 24, 2024: A deal.", None, "2024-01-14"),
    ("- Nov. 3: Talks fail.\n- Feb. 2: A strike.\n- March 24, 2024: A deal.", None, "2023-11-03"),
    # A month may be that of the day behind it, or of the day before.
    ("Late January: Talks.\nJan. 30: A strike.\nMarch 24, 2024: A deal.", None, "2024-01"),
    ("Jan. 16: Talks.\nLate January: A strike.\nMarch 24, 2024: A deal.", None, "2024-01-16"),
    ("Feb. 3-5: Clashes.\nMarch 24, 2024: A deal.", None, "P3D"),
]


@pytest.mark.parametrize(("text", "date", "value"), LISTS)
def test_the_year_of_a_list_stands_in_one_of_its_lines(
    text: str, date: str | None, value: str
) -> None:
    assert next(iter(told(text, date).values())) == value


def test_what_stands_before_the_list_is_not_of_it() -> None:
    text = "They voted on Sunday.\nJan. 14: Talks fail.\nMarch 24, 2024: A deal."
    assert told(text, None)["Sunday"] == "needs the document's date"
    assert told(text, None)["Jan. 14"] == "2024-01-14"


def test_only_the_lines_of_a_list_tell_it() -> None:
    prose = "He came on Jan. 14.\nHe left on March 24, 2024."
    assert told(prose, None)["Jan. 14"] == "needs the document's date"
    dated = "Jan. 14: Talks fail.\nMarch 24, 2021: A deal."
    assert told(dated, "2024-05-01")["Jan. 14"] == "2024-01-14"
    later = "June 2, 2019: A deal.\nJan. 14: Talks fail.\nMarch 24, 2021: A deal."
    assert told(later, None)["Jan. 14"] != "2021-01-14"
