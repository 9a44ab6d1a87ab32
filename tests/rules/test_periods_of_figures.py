"""Figures of a business report: which quarter or year they are compared with."""

import pytest
from rules.telling import told

from timeline.annotation import DocumentDate
from timeline.rules import find_matches
from timeline.rules.cues import Cue, compares_figures
from timeline.rules.narrative import resolve_matches
from timeline.rules.timex import timex_of
from timeline.temporal.edtf import parse_date
from timeline.temporal.expression import Direction

# (text of a report of 2 November 1989, {words: value}); every cue is "past".
REPORTS = [
    # What figures are compared with is a quarter like theirs.
    (
        "Third-quarter net rose to $6 million from $3 million a year ago.",
        {"Third-quarter": "1989-Q3", "a year ago": "1988-Q3"},
    ),
    (
        "Net rose 6% in the third quarter. Year-earlier results were hurt by a strike.",
        {"Year-earlier": "1988-Q3"},
    ),
    # No figures, no comparison: he joined in some part of that year.
    (
        "Third-quarter net rose 6%. He joined the firm a year ago.",
        {"a year ago": "1988"},
    ),
    ("Sales were $6 million, up from $3 million a year ago.", {"a year ago": "1988"}),
    # A comparison leaves the period alone, and so does a quarter before it.
    (
        "In the third quarter it lost $1 million, against a profit of $2 million in the second "
        "quarter. In the year-ago period it lost $3 million. Sales for the quarter fell.",
        {"the year-ago period": "1988-Q3", "the quarter": "1989-Q3"},
    ),
    (
        "In the year-ago quarter it lost $1 million. Sales for the quarter rose.",
        {"the year-ago quarter": "1988-Q3", "the quarter": "1989-Q3"},
    ),
    # After the figures of three quarters a year is compared with a year.
    (
        "Third-quarter net rose 6%. In the nine months, net was $9 million, from $8 million a year "
        "earlier. The latest quarter was good.",
        {"a year earlier": "1988", "The latest quarter": "1989-Q3"},
    ),
    (
        "It lost $1 million in the third quarter. In the 1988 period it earned $2 million, as in "
        "the same period of 1987.",
        {"the 1988 period": "1988-Q3", "the same period of 1987": "1987-Q3"},
    ),
    # Where no period is told, figures are those of the quarter that has ended.
    ("Sales for the quarter rose 6%.", {"the quarter": "1989-Q3"}),
    ("Sales fell in the 1988 period.", {"the 1988 period": "1988"}),
    # A quarter that ends with a date is the one that it lies mostly in.
    (
        "Sales for the quarter ended Sept. 30 rose to $5 million from $4 million a year earlier.",
        {"the quarter": "1989-Q3", "a year earlier": "1988-Q3"},
    ),
    ("For the year ended Oct. 31 it lost $1 million.", {"the year": "P1Y"}),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[row[0] for row in REPORTS])
def test_figures_are_compared_with_those_of_a_like_period(
    text: str, expected: dict[str, str]
) -> None:
    given = DocumentDate(parse_date("1989-11-02"), "given")
    found = resolve_matches(text, find_matches(text), given, (), lambda _a, _b: Cue("past"))
    got = {e.text: timex.value for e in found if (timex := timex_of(e)) is not None}
    assert {words: got.get(words) for words in expected} == expected


@pytest.mark.parametrize("direction", ["future", "near"])
def test_a_planned_quarter_is_not_that_of_the_figures(direction: Direction) -> None:
    text = (
        "Third-quarter net rose 6%. It plans a fourth-quarter charge. "
        "Sales were up from $1 million a year ago."
    )
    cues = {"fourth-quarter": Cue(direction)}
    assert told(text, "1989-11-02", cues)["a year ago"] == "1988-Q3"


def test_a_fiscal_quarter_has_begun_unless_it_is_planned() -> None:
    text = "It earned $2 million in the first quarter."
    assert told(text, "1989-10-26")["the first quarter"] == "1989-Q1"
    cues = {"the first quarter": Cue("future")}
    assert told(text, "1989-10-26", cues)["the first quarter"] == "1990-Q1"


def test_figures_do_not_pass_a_heading() -> None:
    text = "Third-quarter net rose 6%.\n# Shipping\nRates were $3, from $2 a year ago."
    assert told(text, "1989-11-02")["a year ago"] == "1988"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net was $3 million a year ago.", True),
        ("a year ago, net was $3 million.", True),
        ("It was a year ago, net was $3 million.", False),
        ("Prices were higher than a year ago.", True),
        ("It was founded a year ago.", False),
        ("It earned $3 million. It was founded a year ago.", False),
    ],
)
def test_figures_stand_in_the_same_sentence(text: str, expected: bool) -> None:
    start = text.index("a year ago")
    assert compares_figures(text, start, start + len("a year ago")) is expected
