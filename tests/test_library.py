"""The library's two functions: what they give and what they refuse."""

import datetime
import subprocess
import sys

import pytest

import timeline
from timeline.errors import OptionError, TimelineError


def test_a_chronology_of_a_text() -> None:
    found = timeline.extract("Protests erupted on January 2.", date="2022-01-10")
    (entry,) = found.entries
    assert (entry.title, entry.time.value) == ("Protests erupted", "2022-01-02")
    assert timeline.extract("It fell on Monday.", date=datetime.date(2022, 1, 10)).entries


@pytest.mark.parametrize("date", ["foo", "2022-02-30", "today", "31/31/2020", 3])
def test_a_date_that_is_none_raises(date: str) -> None:
    with pytest.raises(OptionError, match="no date of the calendar"):
        timeline.extract("It fell on Monday.", date=date)


@pytest.mark.parametrize("date", ["x", "2022-02-30"])
def test_a_reading_date_that_is_none_raises(date: str) -> None:
    with pytest.raises(OptionError):
        timeline.extract("It fell on Monday.", reading_date=date)
    with pytest.raises(OptionError):
        timeline.find_expressions("It fell on Monday.", date)


@pytest.mark.parametrize("text", [None, b"x", ["x"]])
def test_what_is_no_text_raises(text: object) -> None:
    with pytest.raises(TypeError, match="must be a str"):
        timeline.extract(text)  # type: ignore[arg-type]


def test_a_text_that_cannot_be_read_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.pipeline.options.MAX_LENGTH", 5)
    with pytest.raises(TimelineError, match="characters, more than 5"):
        timeline.extract("It fell on Monday.")


def test_without_a_reading_date_no_year_is_guessed() -> None:
    text = "OSLO, January 10 (Newswire) - It fell in January, the mayor said on Monday."
    assert timeline.extract(text).documents[0].date.value is None
    found = timeline.extract(text, reading_date="2023-05-01")
    assert found.documents[0].date.value == "2022-01-10"
    assert found.provenance.reading_date == "2023-05-01"


def test_find_expressions_loads_no_spacy() -> None:
    code = (
        "import sys, timeline; timeline.find_expressions('two weeks ago', '2024-03-05');"
        "print('spacy' in sys.modules, 'dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_same_text_gives_the_same_bytes() -> None:
    import msgspec

    text = "It began on 3 May 1968. Two days later the police came. In March she left."
    first, second = (msgspec.json.encode(timeline.extract(text)) for _ in range(2))
    assert first == second
