"""Dates that no calendar has, years out of all bounds, floods of words: a reason, never a crash."""

from __future__ import annotations

import sys
import time

import pytest

from timeline import extract, find_expressions
from timeline.rules.timex import timex_of
from timeline.temporal.values import Unresolved


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("It fell on 30 February 2021.", "30 February 2021", "there is no 30 February"),
        ("It fell on 29 February 2015.", "29 February 2015", "2015 has no 29 February"),
        ("It fell on 31/31/2020.", "31/31/2020", "there is no month 31"),
        ("It fell on 2021-13-01.", "2021-13-01", "there is no month 13"),
        ("It fell on 32 May 2010.", "32 May 2010", "there is no 32 May"),
        ("It fell in the year 0.", "the year 0", "the words name no date"),
    ],
)
def test_an_impossible_date_is_kept_with_its_reason(text: str, words: str, reason: str) -> None:
    (found,) = find_expressions(text, "2012-08-10")
    assert isinstance(found.value, Unresolved)
    assert (found.text, found.value.reason) == (words, reason)


def test_an_impossible_date_is_in_the_chronology_as_unresolved() -> None:
    chronology = extract("The bridge fell on 30 February 2021.", date="2022-01-10")
    (found,) = chronology.expressions
    assert (found.text, found.reason) == ("30 February 2021", "there is no 30 February")
    assert not chronology.entries and chronology.undated


@pytest.mark.parametrize("text", ["The ratio is 25:61.", "He said 999999999.", "In 0000 it fell."])
def test_what_is_no_date_at_all_is_none(text: str) -> None:
    assert find_expressions(text, "2012-08-10") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the year 10000 it ends.", "10000"),
        ("In the year 999999999 it ends.", "999999999"),
        ("In 99999 BC it fell.", "BC99999"),
        ("In the 99th century it ends.", "98"),
    ],
)
def test_far_years_have_their_value(text: str, value: str) -> None:
    (found,) = find_expressions(text, "2012-08-10")
    timex = timex_of(found)
    assert timex is not None and timex.value == value


@pytest.mark.parametrize(
    "text",
    [
        "In the year 999999999 the bridge fell.",
        "The bridge fell in 99999 BC.",
        "The bridge fell 999999999 years ago.",
        f"The bridge fell {'9' * 300} years ago.",
        f"The bridge fell in {'1' * 5000}.",
        "The bridge fell 1e309 days after 3 May 2021.",
    ],
)
def test_every_exporter_takes_far_years(text: str) -> None:
    import io

    from timeline.exporters import FORMATS, Layout

    chronology = extract(text, date="2012-08-10", keep_all=True)
    for name, exporter in FORMATS.items():
        stream = io.BytesIO() if exporter.binary else io.StringIO()
        exporter.write(chronology, stream, Layout())
        # What no clock reaches is left out, and told.
        assert stream.getvalue() or name in ("tsv", "jsonl", "timesketch")


@pytest.mark.parametrize(
    "piece",
    [
        "January ", "1", "9", "30 February 2021 ", "999999999 ", "25:61 ", "the Ides of ",
        "fiscal 2020-", "Ramadan ", "Independence Day of ", "the turn of the ", "2021-13-",
        "12,000,", "99999 BC ",
    ],
)  # fmt: skip
def test_a_flood_of_words_takes_linear_time(piece: str) -> None:
    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        start = time.process_time()
        find_expressions(text, "2012-08-10")
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(10_000), seconds(60_000)
    assert large < 6 * 3 * small + 0.3


def test_a_megabyte_of_digits() -> None:
    start = time.process_time()
    assert find_expressions("1" * 1_000_000, "2012-08-10") == ()
    assert time.process_time() - start < 5


def _steps(text: str) -> int:
    """Python calls and resumed generators while a text is extracted."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        extract(text, date="2012-08-10")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    ["January ", "may march ", "two days after ", "a ", "( ", "He fell. "],
)
def test_the_steps_of_a_flood_double_with_it(piece: str) -> None:
    extract(piece, date="2012-08-10")
    words = len(piece.split())
    small, large = _steps(piece * (1200 // words)), _steps(piece * (2400 // words))
    assert large < 2.3 * small


@pytest.mark.parametrize("sign", ["1", "a", "1.", "(", "\u00e9"])
def test_an_unbroken_flood_is_no_word(sign: str) -> None:
    flood = sign * (2_000 // len(sign))
    chronology = extract(f"He fell on 3 May 2011.\n{flood}\nShe left on 4 May 2011.")
    assert [found.text for found in chronology.expressions] == ["3 May 2011", "4 May 2011"]
    assert [event.trigger for event in chronology.events] == ["fell", "left"]
    assert _steps(flood * 20) < 2.3 * _steps(flood * 10)
