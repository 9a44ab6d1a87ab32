"""The small commands: formats, schema, completion."""

import json
from pathlib import Path

import jsonschema
import pytest
from chronologies import make_mixed
from cli.calling import READ_ON, run
from click.testing import CliRunner

from timeline.cli.main import main


def test_formats_say_what_they_lose() -> None:
    rows = [line.split("\t") for line in run("formats").stdout.splitlines()]
    assert {row[0] for row in rows} >= {
        "table",
        "tsv",
        "json",
        "jsonl",
        "csv",
        "markdown",
        "timeml",
    }
    assert all(len(row) == 5 and all(row[:4]) for row in rows)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_schema(here: Path, made, name: str) -> None:
    schema = json.loads(run("schema", name).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for record in schema["$defs"].values():
        assert set(record["required"]) == set(record["properties"])
    made(make_mixed())
    printed = run("extract", "wire.txt", "-f", name, *READ_ON).stdout
    lines = printed.splitlines() if name == "jsonl" else [printed]
    for line in lines:
        jsonschema.Draft202012Validator(schema).validate(json.loads(line))
    broken = json.loads(lines[0])
    del broken["schema"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(broken)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    script = run("completion", shell).stdout
    assert "_TIMELINE_COMPLETE" in script
    assert "timeline" in script


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("timeline ex", "extract"),
        ("timeline extract --min", "--min-confidence"),
        ("timeline extract -f js", "jsonl"),
        ("timeline completion z", "zsh"),
    ],
)
def test_completions(monkeypatch, words: str, expected: str) -> None:
    monkeypatch.setenv("_TIMELINE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    result = CliRunner().invoke(main, [])
    assert expected in result.output, result.output
