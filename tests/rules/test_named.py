"""A user's own named dates: what is read, what is found, what is refused and how it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import extract, find_expressions
from timeline.errors import OptionError
from timeline.rules import find_matches
from timeline.rules.named import NO_NAMES, RULE, make_named_dates, read_named_dates
from timeline.rules.timex import timex_of

OWN = {
    "the merger": "2019-03-04",
    "D-Day": "1944-06-06",
    "the Blitz": "1940-09-07/1941-05-11",
    "the summer of love": "1967-06/1967-08",
    "the first quarter from hell": "2009-33",
}


def found(text: str, date: str | None = None) -> list[tuple[str, str, str | None, str]]:
    expressions = find_expressions(text, date, named_dates=OWN)
    timexes = [timex_of(expression) for expression in expressions]
    values = [timex and timex.value for timex in timexes]
    return [(e.text, e.type, v, e.rule) for e, v in zip(expressions, values, strict=True)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It closed in the merger.", "the merger", "DATE", "2019-03-04"),
        ("The merger closed it.", "The merger", "DATE", "2019-03-04"),
        ("It closed in the\n merger.", "the\n merger", "DATE", "2019-03-04"),
        ("Landed on D‑Day.", "D‑Day", "DATE", "1944-06-06"),  # a hyphen that does not break
        ("During the Blitz it burnt.", "the Blitz", "DURATION", "P247D"),
        ("In the summer of love he left.", "the summer of love", "DURATION", "P3M"),
        ("x " * 200 + "after the merger" + " x" * 200, "the merger", "DATE", "2019-03-04"),
    ],
)
def test_a_name_is_found_and_has_its_date(text: str, words: str, kind: str, value: str) -> None:
    assert found(text) == [(words, kind, value, RULE)]


def test_dates_are_counted_from_a_name() -> None:
    assert found("Two weeks before the merger it rained.") == [
        ("Two weeks before the merger", "DATE", "2019-02-18", "before-date")
    ]
    told = found("In the merger it closed. Two days later it rained.", "2020-01-01")
    assert [value for _, _, value, _ in told] == ["2019-03-04", "2019-03-06"]


@pytest.mark.parametrize("text", ["The blitz was over.", "They merger it.", "d-day is near."])
def test_another_word_is_no_name(text: str) -> None:
    assert found(text) == []


def test_names_change_nothing_else() -> None:
    text = "On 3 May 2021 it fell, and the next week as well." * 20
    assert find_matches(text, named=make_named_dates(OWN)) == find_matches(text)
    assert make_named_dates({}) == NO_NAMES


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("x = ", "not valid TOML"),
        ("x = 1.5", "must be a date, not a number"),
        ("x = true", "must be a date, not true or false"),
        ("[x]\ny = 1", "must be a date, not a table"),
        ("x = ['1944']", "must be a date, not a list"),
        ("x = 12345", "is no year"),
        ("x = 'soon'", "soon"),
        ("x = '2021-02-30'", "February"),
        ("x = '/'", "bounds nothing"),
        ("x = '[1990..1995]'", "neither a date nor an interval"),
        ("'' = '1944'", "is no name"),
        ("'--' = '1944'", "is no name"),
        (f"'{'x' * 61}' = '1944'", "is no name"),
        ("D-Day = '1944'\nd-day = '1945'", "twice"),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(toml: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(toml)
    with pytest.raises(OptionError) as caught:
        read_named_dates(path)
    assert reason in caught.value.message and "names.toml" in caught.value.message
    assert "\n" not in caught.value.message and caught.value.hint


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no such file"):
        read_named_dates(tmp_path / "none.toml")


def test_toml_dates_and_years_need_no_quotes(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text("D-Day = 1944-06-06\nwar = 1914\nnoon = 2024-05-06T12:00:00\n")
    names = read_named_dates(path)
    assert names.entries == (
        ("D-Day", "1944-06-06"), ("war", "1914"), ("noon", "2024-05-06T12:00:00")
    )  # fmt: skip


def test_the_chronology_tells_the_names_it_was_made_with() -> None:
    chronology = extract("The plant closed in the merger.", date="2020-01-01", named_dates=OWN)
    assert chronology.entries[0].time.begin.earliest == "2019-03-04"
    assert chronology.expressions[0].rule == RULE
    assert chronology.provenance.options["named_dates"] == make_named_dates(OWN).digest
    plain = extract("The plant closed in the merger.", date="2020-01-01")
    assert plain.provenance.options["named_dates"] is None and not plain.entries


def test_many_names_take_linear_time() -> None:
    import time

    names = make_named_dates({f"the case of party number {n}": "2001" for n in range(2000)})
    text = "the case of party the case of party number 1999 x " * 2000
    find_matches("x", named=names)
    start = time.process_time()
    assert len(find_matches(text, named=names)) == 2000
    assert time.process_time() - start < 10
