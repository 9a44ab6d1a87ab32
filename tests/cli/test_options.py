"""Options reach the library: dates, choices, customs, named dates."""

from pathlib import Path
from typing import get_args

import pytest
from chronologies import make_news
from cli.calling import READ_ON, run


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("44 BC", "-0043"),
        ("44bce", "-0043"),
        ("1 B.C.", "0000"),
        ("AD 79", "0079"),
        ("476 CE", "0476"),
        ("-0043-03", "-0043-03"),
        ("2022", "2022"),
    ],
)
def test_years_with_their_era(here: Path, made, said: str, read: str) -> None:
    asked = made(make_news())
    assert run("extract", "wire.txt", "--since", said, *READ_ON).exit_code == 0
    assert asked["selection"].since == read


def test_options_reach_the_library(here: Path, made) -> None:
    asked = made(make_news())
    run(
        "extract", "wire.txt", "--date", "2022-01", "--month-first", "--all", "--since", "-0043",
        "--until", "2022-02", "--status", "happened, planned", "--top", "3",
        "--min-confidence", "0.5", "--use-annotations",
        "--model", "other", *READ_ON,
    )  # fmt: skip
    options, selection = asked["options"], asked["selection"]
    assert (options.date, options.day_first, options.model) == ("2022-01", False, "other")
    assert options.use_annotations
    assert (options.reading_date.year, options.reading_date.day) == (2026, 1)
    assert selection.keep_all
    assert (selection.top, selection.min_confidence) == (3, 0.5)
    assert selection.status == ("happened", "planned")
    assert "-43" in str(selection.since) or "-0043" in str(selection.since)


def test_every_status_can_be_asked_for() -> None:
    from timeline.annotation import Status
    from timeline.cli.choosing import STATUSES

    assert get_args(Status) == STATUSES


def test_customs_and_named_dates_reach_the_library(here: Path, made, monkeypatch) -> None:
    (here / "names.toml").write_text('"the merger" = "2019-03-04"\n')
    asked = made(make_news())
    run("extract", "wire.txt", "--country", "IN", "--hemisphere", "South", "--fiscal-year-start",
        "4", "--named-dates", "names.toml", *READ_ON)  # fmt: skip
    options = asked["options"]
    assert (options.country, options.hemisphere, options.fiscal_year_start) == ("IN", "south", 4)
    assert options.named_dates.entries == (("the merger", "2019-03-04"),)
    # The same from timeline.toml, the file of names beside it, and from the environment over it.
    (here / "timeline.toml").write_text(
        'country = "CA"\nfiscal-year-start = 10\nnamed-dates = "names.toml"\n'
    )
    monkeypatch.setenv("TIMELINE_COUNTRY", "GB")
    run("extract", "wire.txt", *READ_ON)
    options = asked["options"]
    assert (options.country, options.hemisphere, options.fiscal_year_start) == ("GB", None, 10)
    assert options.named_dates.entries == (("the merger", "2019-03-04"),)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--country", "ZZ"], "'ZZ' is not a country whose holidays are known"),
        (["--fiscal-year-start", "13"], "13 is not in the range"),
        (["--named-dates", "none.toml"], "none.toml: cannot be read: no such file"),
    ],
)
def test_customs_that_are_none_are_told(here: Path, arguments: list[str], sentence: str) -> None:
    for command in (["extract", "wire.txt"], ["explain", "wire.txt"], ["resolve", "Monday"]):
        done = run(*command, *arguments)
        assert done.exit_code == 2
        assert sentence in done.stderr


def test_today_is_read_in_the_command_line_only(here: Path, made, monkeypatch) -> None:
    import timeline.cli.options as options

    class Clock:
        @staticmethod
        def today():
            import datetime

            return datetime.date(2031, 2, 3)

    monkeypatch.setattr(options, "date", Clock)
    asked = made(make_news())
    run("extract", "wire.txt", "--date", "today")
    assert asked["options"].date == "2031-02-03"
    reading = asked["options"].reading_date
    assert (reading.year, reading.month, reading.day) == (2031, 2, 3)
