"""What was called wrongly gets one sentence and one hint, and nothing is written."""

from pathlib import Path

import pytest
from cli.calling import TEXT, complaint, run


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["extrct"], "no such command: extrct", "did you mean extract?"),
        (["wire.txt"], "no such command: wire.txt", "timeline extract wire.txt"),
        (["extract", "--formt", "x"], "no such option: --formt", "did you mean --format?"),
        (["extract", "wire.txt", "-f"], "option '-f' requires an argument", "see timeline"),
        (["extract", "wire.txt", "-f", "jsno"], "unknown format 'jsno'", "did you mean json?"),
        (["extract", "wire.txt", "-o", "x.jsno"], "no format has the suffix '.jsno'", "-f"),
        (["extract", "wire.txt", "-o", "x"], "x: no suffix names a format", "-f"),
        (["extract", "wire.txt", "--fields", "titel"], "unknown field 'titel'", "mean title?"),
        (
            ["extract", "wire.txt", "-f", "json", "--fields", "title"],
            "--fields: json has columns of its own",
            "tsv",
        ),
        (["extract", "wire.txt", "--date", "31/31/2020"], "--date: '31/31/2020' is not", "today"),
        (["extract", "wire.txt", "--date", "2022-13"], "--date: there is no month 13", "2022-01"),
        (["extract", "wire.txt", "--date", "2022-02-30"], "--date: there is no 30 Feb", "2022-01"),
        (
            ["extract", "wire.txt", "--date", "3 May 2024"],
            "--date: '3 May 2024' is not",
            "write it as 2024-05-03",
        ),
        (
            ["extract", "wire.txt", "--since", "May 2024"],
            "--since: 'May 2024' is",
            "write it as 2024-05",
        ),
        (
            ["extract", "wire.txt", "--date", "04/05/2024"],
            "--date: '04/05/2024' is not",
            "2024-04-05 or 2024-05-04",
        ),
        (["help"], "no such command: help", "timeline --help"),
        (["version"], "no such command: version", "timeline --version"),
        (["extract", "https://a.example/b"], "https://a.example/b: addresses are not", "curl -sL"),
        (["extract", "wire.txt", "-o", "new/"], "new/ is no file, and", "--output-dir new makes"),
        (
            ["extract", "wire.txt", "--status", "happend"],
            "--status: 'happend' is no",
            "mean happened?",
        ),
        (
            ["extract", "wire.txt", "--granularity", "days"],
            "--granularity: 'days' is not",
            "did you mean day?",
        ),
        (["extract", "--date"], "option '--date' requires", "see timeline extract --help"),
        (["extract", "wire.txt", "--date", "soon"], "--date: 'soon' is not", "2022-01-10"),
        (["extract", "wire.txt", "--date", "2022-01-10T08:00"], "--date: '2022-01-10T08", "today"),
        (
            ["extract", "wire.txt", "--read-on", "2022-01"],
            "--read-on: '2022-01' is not a day",
            "or",
        ),
        (["extract", "wire.txt", "--since", "today"], "--since: 'today' is not", "2022"),
        (["extract", "wire.txt", "--until", "2022-02-29"], "--until: 2022 has no 29 Feb", "2022"),
        (
            ["extract", "wire.txt", "--status", "happened,hoped"],
            "--status: 'hoped' is no",
            "denied",
        ),
        (["extract", "wire.txt", "--top", "0"], "--top: 0 is not in the range", "see timeline"),
        (
            ["extract", "wire.txt", "--top", "many"],
            "--top: 'many' is not a whole n",
            "see timeline",
        ),
        (
            ["extract", "wire.txt", "--min-confidence", "x"],
            "--min-confidence: 'x' is not a n",
            "see",
        ),
        (["extract", "wire.txt", "--min-confidence", "2"], "--min-confidence: 2.0 is not", "see"),
        (
            ["extract", "wire.txt", "--since", "476"],
            "--since: '476' is not a date",
            "AD 476, 0476 or 476 BC",
        ),
        (["extract", "wire.txt", "--until", "0 BC"], "--until: '0 BC' is not a date", "44 BC"),
        (
            ["extract", "wire.txt", "--since", "2024", "--until", "2023"],
            "--since 2024 is af",
            "swap",
        ),
        (
            ["extract", "wire.txt", "--since", "79 AD", "--until", "44 BC"],
            "--since 0079 is after --until -0043",
            "swap",
        ),
        (
            ["extract", "wire.txt", "-o", "no/such/out.csv"],
            "no/such/out.csv: cannot be written: there is no folder ",
            "-o",
        ),
        (
            ["extract", "wire.txt", "-o", "wire.txt/out.csv"],
            "wire.txt/out.csv: cannot be written: ",
            "-o",
        ),
        (["extract", "wire.txt", "-o", "."], ". is a folder", "-f timeml"),
        (
            ["extract", "wire.txt", "-f", "csv", "-o", "."],
            ". is a folder, and csv one file",
            "name",
        ),
        (["extract", "wire.txt", "-f", "timeml", "-o", "wire.txt/"], "wire.txt/ is a source", "-o"),
        (["extract", "wire.txt", "-f", "timeml", "-o", "no/such/"], "no/such/: cannot be", "-o"),
        (["extract", "wire.txt", "-f", "csv", "-o", "wire.txt"], "wire.txt is a source", "another"),
        (["resolve", "may the best win"], "'may the best win' is not a temporal", "try"),
        (["resolve", "the car left two weeks ago"], "'the car left two", "it holds one"),
        (["resolve", "yesterday", "--date", "soon"], "--date: 'soon' is not", "today"),
        (["resolve"], "missing argument 'PHRASE'", "see timeline resolve --help"),
        (["schema", "xml"], "name: 'xml' is not one of", "see timeline schema"),
        (["completion", "tcsh"], "shell: 'tcsh' is not one of", "see timeline completion"),
        (["explain", "wire.txt", "--at", "x"], "--at: 'x' is not a whole number", "see"),
        (["explain", "wire.txt", "--at", "-1"], "--at: -1 is not in the range", "see"),
    ],
)
def test_usage(here: Path, arguments: list[str], sentence: str, hint: str) -> None:
    said, tip = complaint(run(*arguments))
    assert said.lower().startswith(sentence.lower())
    assert hint in tip
    assert not list(here.glob(".timeline-*")), "a half-written file was left"
    assert (here / "wire.txt").read_text(encoding="utf-8") == TEXT


def test_a_hostile_file_name_does_not_reach_the_terminal(here: Path) -> None:
    said, _ = complaint(run("extract", "\x1b[31mmissing\x1b[0m.txt"))
    assert "\x1b" not in said
    assert "missing" in said
