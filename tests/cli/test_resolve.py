"""`timeline resolve`: what a phrase means, seen from a day."""

import json
from pathlib import Path

import pytest
from cli.calling import run


def test_resolve_follows_the_customs(here: Path) -> None:
    (here / "names.toml").write_text('"the Blitz" = "1940-09-07/1941-05-11"\n')
    said = ("--named-dates", "names.toml", "--country", "IN", "--fiscal-year-start", "10")
    assert "edtf\t2020-10/2021-09" in run("resolve", "fiscal 2021", *said).stdout
    assert "value\t2012-08-15" in run("resolve", "Independence Day 2012", *said).stdout
    blitz = run("resolve", "the Blitz", *said).stdout
    assert "edtf\t1940-09-07/1941-05-11" in blitz and "rule\tnamed-dates" in blitz
    south = run("resolve", "summer 2012", "--hemisphere", "south").stdout
    assert "first\t2012-12-01" in south


def answer(*arguments: str) -> dict[str, str]:
    result = run("resolve", *arguments)
    assert result.exit_code == 0, result.stderr
    return dict(line.split("\t", 1) for line in result.stdout.splitlines())


def test_resolve() -> None:
    found = answer("yesterday", "--date", "2024-03-05")
    assert found["value"] == found["edtf"] == found["first"] == found["last"] == "2024-03-04"
    assert (found["type"], found["granularity"]) == ("DATE", "day")
    assert {"rule", "meaning"} <= set(found)
    easter = answer("two weeks before Easter", "--date", "2024-03-05")
    assert (easter["first"], easter["meaning"]) == ("2024-03-17", "2 weeks before Easter")
    assert answer("44 BC")["first"] == "-0043-01-01"


def test_resolve_as_json() -> None:
    data = json.loads(run("resolve", "every Wednesday", "-f", "json").stdout)
    assert (data["type"], data["value"], data["quant"]) == ("SET", "XXXX-WXX-3", "EVERY")
    assert data["reason"] is None


def test_understood_but_without_a_date() -> None:
    for phrase in ("yesterday", "two days later", "Thanksgiving", "9 o'clock"):
        result = run("resolve", phrase)
        assert result.exit_code == 2
        assert "reason\t" in result.stdout
        assert "hint: give --date" in result.stderr
    impossible = run("resolve", "31 February 2020")
    assert (impossible.exit_code, "hint" in impossible.stderr) == (0, False)
    assert "there is no 31 February" in impossible.stdout


@pytest.mark.parametrize(
    ("phrase", "options", "value", "direction"),
    [
        ("Thanksgiving", [], "2023-11-23", "past"),
        ("Thanksgiving", ["--past"], "2023-11-23", "past"),
        ("Thanksgiving", ["--future"], "2024-11-28", "future"),
        ("the first Monday in September", [], "2023-09-04", "past"),
        ("two weeks before Easter", [], "2024-03-17", "future"),
        ("two weeks before Easter", ["--past"], "2023-03-26", "past"),
        ("Monday", ["--future"], "2024-03-11", "future"),
        # Nothing to choose: it is today, or the words say which.
        ("5 March", [], "2024-03-05", None),
        ("last Monday", [], "2024-02-26", None),
        ("Easter 2020", ["--future"], "2020-04-12", None),
    ],
)
def test_a_day_that_comes_again(
    phrase: str, options: list[str], value: str, direction: str | None
) -> None:
    found = answer(phrase, "--date", "2024-03-05", *options)
    assert (found["value"], found.get("direction")) == (value, direction)
    data = json.loads(run("resolve", phrase, "--date", "2024-03-05", *options, "-f", "json").stdout)
    assert data["direction"] == direction


def test_day_first() -> None:
    assert answer("3/4/2021", "--day-first")["value"] == "2021-04-03"
    assert answer("3/4/2021", "--month-first")["value"] == "2021-03-04"


def test_settings_reach_resolve(here: Path) -> None:
    (here / "timeline.toml").write_text('day-first = true\nformat = "csv"\n', encoding="utf-8")
    assert answer("3/4/2021")["value"] == "2021-04-03"
