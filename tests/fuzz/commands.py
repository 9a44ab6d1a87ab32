"""Targets that run commands with made-up options, and the whole extraction of hostile texts."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from random import Random

import click
from click.testing import CliRunner
from fuzz.files import pick
from fuzz.mutate import mutate_text
from fuzz.nasties import DATES, STRINGS
from fuzz.records import saved, write_all
from fuzz.target import Target
from fuzz.words import a_sentence, a_text

from timeline import extract
from timeline.cli.main import COMMANDS, main

CODES = {0, 1, 2, 3}  # 1: diff --exit-code and resolve where nothing was found
FILES = {
    "case.json": lambda: saved()[0],
    "mixed.json": lambda: saved()[1],
    "lines.jsonl": lambda: saved("jsonl")[1],
    "case.csv": lambda: saved("csv")[0],
    "names.toml": lambda: b'"the merger" = "2019-03-04"\n',
    "text.txt": lambda: b"The bridge fell on 3 May 2021. Two days later it was closed.\n",
    "bad.txt": lambda: b"\x89PNG\r\n\x1a\n\x00",
    "empty.json": lambda: b"",
}
HEAVY = {"extract", "explain", "evaluate"}  # they load the model


@cache
def option_names() -> tuple[str, ...]:
    found: dict[str, None] = {"--version": None, "--none": None, "-": None}
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        for param in command.params:
            found.update(dict.fromkeys((*param.opts, *param.secondary_opts)))
    return tuple(name for name in found if name.startswith("-"))


def some_arguments(*commands: str):
    """A command, files and options of any command with any values."""

    def make(rng: Random) -> list[str]:
        def value() -> str:
            files = ("-", *FILES, "out.csv", "out.json", "out.xlsx", "none/out.md", "folder/")
            formats = ("json", "csv", "table", "ics", "html", "timeml", "mermaid", "parquet")
            pools = (files, formats, DATES, STRINGS, ("day", "auto", "0", "-1", "1e9", "happened"))
            text = rng.choice(rng.choice(pools))
            return mutate_text(rng, text) if rng.random() < 0.1 else text

        arguments = [rng.choice(commands)]
        for _ in range(rng.choice((0, 1, 2, 2, 3))):
            arguments.append(rng.choice((*FILES, value())))
        for _ in range(rng.choice((0, 1, 2, 4))):
            arguments.append(rng.choice(option_names()))
            if rng.random() < 0.7:
                arguments.append(value())
        # No path outside the folder of the case, and no cluster or processes.
        return [one for one in arguments if not _leads_out(one)]

    return make


def _leads_out(argument: str) -> bool:
    # A name that the runner would pass on as an option of a cluster starts other processes.
    starts = ("/", "~", "..", "--cluster", "--jobs", "-j", "--timeout")
    return argument.startswith(starts) or ".." in argument


def try_arguments(arguments: list[str]) -> None:
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in FILES.items():
            (Path(folder) / name).write_bytes(content())
        os.chdir(folder)
        try:
            result = CliRunner(env={"XDG_CONFIG_HOME": folder}).invoke(
                main, arguments, input=b"It rained on 3 May 2021.\n"
            )
        finally:
            os.chdir(here)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in CODES, f"exit code {result.exit_code}"
    assert "Traceback" not in result.output
    assert result.exit_code != 2 or result.stderr.strip(), "an error without a word"


def a_story(rng: Random) -> str:
    if rng.random() < 0.2:
        return pick(".txt", ".md", ".log")(rng)[1].decode("utf-8", "surrogateescape")[:3000]
    return rng.choice((a_sentence, a_text))(rng)[:2500]


def try_extract(text: str) -> None:
    """The whole way from words to every format; a text that breaks it would be a failure."""
    timeline = extract(text, reading_date="2026-11-22", keep_all=True)
    for record in (*timeline.events, *timeline.expressions):
        source = timeline.documents[0].text
        words = source[record.start : record.end]
        assert words == (record.text if hasattr(record, "text") else record.trigger)
    write_all(timeline)


TARGETS = (
    Target(
        "commands",
        0.012,
        some_arguments(*(name for name in COMMANDS if name not in HEAVY), "--help", "none"),
        try_arguments,
        10,
    ),
    Target("reading-commands", 0.002, some_arguments("extract", "explain"), try_arguments, 30),
    Target("extract", 0.004, a_story, try_extract, 20),
)
