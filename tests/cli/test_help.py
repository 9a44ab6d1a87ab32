"""Help: every command and option says what it does."""

import re

import click
import pytest
from cli.calling import run

from timeline.cli.main import COMMANDS, main


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([c, "--help"] for c in COMMANDS)])
def test_help(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: timeline")
    assert result.stderr == ""


def test_help_lists_every_command() -> None:
    text = run("--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", text, re.MULTILINE), name
    assert "Examples:" in text


def test_every_option_says_what_it_does() -> None:
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command.help
        for param in command.params:
            assert not isinstance(param, click.Option) or param.help, (name, param.name)


def test_nothing_asked_shows_the_help_and_fails() -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: timeline")


def test_version() -> None:
    assert re.fullmatch(r"timeline \d+\.\d+\.\d+\S*\n", run("--version").stdout)


def test_the_help_names_what_a_folder_gives() -> None:
    from timeline.readers import BUILT_IN

    text = " ".join(run("extract", "--help").stdout.split())
    told = re.search(r"reads what ends with (.+?)\. On", text)
    assert told
    assert set(re.findall(r"\.\w+", told[1])) == {s for one in BUILT_IN for s in one.suffixes}
