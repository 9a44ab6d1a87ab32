"""An option goes over the environment, the environment over timeline.toml."""

from pathlib import Path

import click
import pytest
from chronologies import make_news
from cli.calling import READ_ON, complaint, run

from timeline.cli.main import COMMANDS, main


def test_option_over_environment_over_file(here: Path, made, monkeypatch) -> None:
    asked = made(make_news())
    (here / "timeline.toml").write_text(
        'format = "csv"\nday-first = true\ntop = 5\nfields = ["title"]\nread-on = "2025-01-01"\n',
        encoding="utf-8",
    )
    assert run("extract", "wire.txt").stdout.startswith("title\n")
    assert (asked["options"].day_first, asked["selection"].top) == (True, 5)
    assert asked["options"].reading_date.year == 2025
    monkeypatch.setenv("TIMELINE_FORMAT", "markdown")
    monkeypatch.setenv("TIMELINE_DAY_FIRST", "0")
    monkeypatch.setenv("TIMELINE_TOP", "6")
    assert run("extract", "wire.txt").stdout.startswith("# Chronology")
    assert (asked["options"].day_first, asked["selection"].top) == (False, 6)
    result = run("extract", "wire.txt", "-f", "tsv", "--day-first", "--top", "7")
    assert result.stdout.startswith("Protests")
    assert (asked["options"].day_first, asked["selection"].top) == (True, 7)


def test_a_date_is_no_habit(here: Path, made, monkeypatch) -> None:
    asked = made(make_news())
    monkeypatch.setenv("TIMELINE_DATE", "1999-01-01")
    run("extract", "wire.txt", *READ_ON)
    assert asked["options"].date is None


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("tpo = 5", "timeline.toml: unknown setting 'tpo'"),
        ('top = "five"', "timeline.toml: top must be a whole number"),
        ("top = -5", "--top: -5 is not in the range"),
        ('format = "jsno"', "unknown format 'jsno'"),
        ('country = "XX"', "--country: 'XX' is not a country"),
        ('since = "soon"', "--since: 'soon' is not"),
        ("= 5", "timeline.toml: not valid TOML"),
    ],
)
def test_bad_settings(here: Path, setting: str, sentence: str) -> None:
    (here / "timeline.toml").write_text(setting, encoding="utf-8")
    said, hint = complaint(run("extract", "wire.txt"))
    assert said.startswith(sentence)
    assert hint
    assert run("formats").exit_code == 0
    assert run("--help").exit_code == 0


@pytest.mark.parametrize(
    ("setting", "tip"),
    [
        ('status = "happened"', 'as in: status = ["happened", "planned"]'),
        ('fields = "title"', 'as in: fields = ["begin", "title"]'),
        ('format = "cvs"', "did you mean csv? formats: "),
        ('until = "300"', "write AD 300, 0300 or 300 BC"),
    ],
)
def test_bad_settings_come_with_what_to_write(here: Path, setting: str, tip: str) -> None:
    (here / "timeline.toml").write_text(setting, encoding="utf-8")
    assert complaint(run("extract", "wire.txt"))[1].startswith(tip)


@pytest.mark.parametrize(("name", "value"), [("TIMELINE_TOP", "x"), ("TIMELINE_SINCE", "soon")])
def test_bad_environment(here: Path, monkeypatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    complaint(run("extract", "wire.txt"))


def test_the_settings_are_the_options() -> None:
    from timeline.cli.setting import names_of_settings
    from timeline.config import SETTINGS

    context = click.Context(main)
    options = {
        name
        for command in COMMANDS
        for name in names_of_settings(main.get_command(context, command))
    }
    assert options == set(SETTINGS)
