"""`timeline extract`: what it prints, and what it tells on stderr."""

import json
from pathlib import Path

import jsonschema
import pytest
from chronologies import make_hostile, make_mixed, make_news
from cli.calling import READ_ON, TEXT, run


def test_piped_output_is_tab_separated(here: Path, made) -> None:
    made(make_news())
    result = run("extract", "wire.txt", *READ_ON)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split("\t")[:4] == [
        "2022-01-02",
        "2022-01-02",
        "exact",
        "Protests erupted in several cities",
    ]
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["CSV", "csv", "Csv"])
def test_formats_in_any_case(here: Path, made, name: str) -> None:
    made(make_news())
    assert run("extract", "wire.txt", "-f", name, *READ_ON).stdout.startswith("begin,end,")
    assert json.loads(run("resolve", "1914", "-f", "JSON").stdout)["value"] == "1914"


def test_chosen_fields(here: Path, made) -> None:
    made(make_news())
    result = run("extract", "wire.txt", "--fields", "title, begin", *READ_ON)
    assert result.stdout.splitlines()[0] == "Protests erupted in several cities\t2022-01-02"
    result = run("extract", "wire.txt", "--fields", "begin", "--header", *READ_ON)
    assert result.stdout.splitlines()[:2] == ["begin", "2022-01-02"]


def test_partly_failed(here: Path, made) -> None:
    made(make_mixed())
    result = run("extract", "wire.txt", *READ_ON)
    assert result.exit_code == 3
    assert "Caesar was stabbed" in result.stdout
    assert result.stderr == "timeline: broken.jsonl: line 3 is not JSON\n"


def test_missing_beside_good(here: Path, made) -> None:
    asked = made(make_news())
    run("extract", "wire.txt", "missing.txt", *READ_ON)
    assert len(asked["sources"]) == 2


def test_warnings_can_be_silenced(here: Path, made) -> None:
    made(make_hostile())
    loud = run("extract", "wire.txt", *READ_ON)
    quiet = run("extract", "wire.txt", "-q", *READ_ON)
    assert len(loud.stderr.splitlines()) == 2 * len(quiet.stderr.splitlines())
    assert "\x1b" not in loud.stderr
    assert loud.exit_code == quiet.exit_code == 3


def test_verbose_tells_what_was_found(here: Path, made) -> None:
    made(make_news())
    result = run("extract", "wire.txt", "-v", *READ_ON)
    assert result.stderr == (
        "timeline: wire.txt: document date 2022-01-10 (dateline; Monday fixes the year); "
        "4 time expressions, 4 events, 3 in the chronology\n"
    )


def test_a_file_and_standard_input_give_the_same_rows(here: Path) -> None:
    fields = ["--fields", "begin,end,certainty,title,words,document,line,start,stop"]
    file = run("extract", "wire.txt", *fields, *READ_ON)
    piped = run("extract", *fields, *READ_ON, text=TEXT)
    dash = run("extract", "-", *fields, *READ_ON, text=TEXT)
    assert file.exit_code == 0, file.stderr
    assert file.stdout == piped.stdout == dash.stdout
    assert [line.split("\t")[0] for line in file.stdout.splitlines()][:2] == [
        "2022-01-02",
        "2022-01-07",
    ]


def test_real_json_is_valid_and_exact(here: Path) -> None:
    result = run("extract", "wire.txt", "-f", "json", *READ_ON)
    data = json.loads(result.stdout)
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator(schema).validate(data)
    text = data["documents"][0]["text"]
    assert text == TEXT
    for expression in data["expressions"]:
        assert text[expression["start"] : expression["end"]] == expression["text"]
    for event in data["events"]:
        assert text[event["start"] : event["end"]] == event["trigger"]


def test_an_empty_chronology_is_no_error(here: Path) -> None:
    result = run("extract", *READ_ON, text="Nothing is known about it.\n")
    assert (result.exit_code, result.stdout) == (0, "")
