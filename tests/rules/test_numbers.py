"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from timeline.rules.numbers import parse_cardinal, parse_count, parse_ordinal, parse_year_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7), ("nineteen", 19), ("forty", 40), ("forty-two", 42), ("forty two", 42),
        ("hundred", 100), ("two hundred", 200), ("a hundred and six", 106),
        ("three thousand", 3000),
        ("1,200", 1200), ("12", 12), ("3.5", 3.5), ("5 1/2", 5.5), ("two-and-a-half", 2.5),
        ("one and a half", 1.5), ("5 1/0", None), ("bananas", None), ("two bananas", None),
        ("5.33 million", 5_330_000), ("a million", 10**6), ("two billion", 2 * 10**9),
    ],
)  # fmt: skip
def test_cardinals(words: str, number: float | None) -> None:
    assert parse_cardinal(words) == number


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a", (1, 1)), ("half a", (0.5, 0.5)), ("a couple of", (2, 2)), ("a few", (2, 6)),
        ("several", (3, 9)), ("two to three", (2, 3)), ("two or three", (2, 3)), ("3-5", (3, 5)),
        ("a  few", (2, 6)), ("twenty-four", (24, 24)), ("bananas", None), ("two to bananas", None),
        ("between 5.97 and 5.33 million", (5_330_000, 5_970_000)), ("2 to 3 million", (2e6, 3e6)),
    ],
)  # fmt: skip
def test_counts(words: str, count: tuple[float, float] | None) -> None:
    assert parse_count(words) == count


@pytest.mark.parametrize(
    ("words", "number"),
    [("7th", 7), ("21", 21), ("twenty-first", 21), ("twenty first", 21), ("last", -1), ("x", None)],
)
def test_ordinals(words: str, number: int | None) -> None:
    assert parse_ordinal(words) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-seven", 1997), ("nineteen hundred ninety three", 1993),
        ("nineteen hundred", 1900), ("nineteen oh five", 1905), ("two thousand", 2000),
        ("two thousand and ten", 2010), ("twenty twelve", 2012), ("bananas", None),
    ],
)  # fmt: skip
def test_years_in_words(words: str, year: int | None) -> None:
    assert parse_year_words(words) == year
