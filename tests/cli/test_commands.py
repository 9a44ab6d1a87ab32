"""The commands in one process: what they print, what they refuse, and their exit codes."""

import json
import os
import re
from pathlib import Path
from typing import get_args

import click
import jsonschema
import msgspec
import pytest
from chronologies import make_hostile, make_mixed, make_news
from click.testing import CliRunner, Result

from timeline.cli.folder import name_files
from timeline.cli.main import COMMANDS, main
from timeline.document import Document
from timeline.readers import read_sources

TEXT = "LONDON, January 10, 2022. Protests erupted on January 2. Order returned on January 7.\n"
READ_ON = ["--read-on", "2026-01-01"]


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    """Run a command; a traceback is a failure of the test."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=text)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def complaint(result: Result, code: int = 2) -> tuple[str, str]:
    """The sentence and the hint on stderr; nothing is on stdout."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0].startswith("timeline: "), lines
    assert not lines[0].endswith(".")
    hint = [line.removeprefix("hint: ") for line in lines if line.startswith("hint: ")]
    return lines[0].removeprefix("timeline: "), hint[0] if hint else ""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch):
    """Hand-made chronologies in place of the extraction; returns what it was asked for."""
    import timeline.batch.run as batch

    asked = {}

    def install(timeline):
        def fake(sources, options, selection, **_):
            asked.update(sources=list(sources), options=options, selection=selection)
            return timeline

        monkeypatch.setattr(batch, "run", fake)
        return asked

    return install


# Help --------------------------------------------------------------------------------------------


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


# Usage -------------------------------------------------------------------------------------------


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
            "44 BC or -0043",
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


# Extract -----------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv", "markdown", "table", "timeml"])
def test_a_file_is_what_is_printed(here: Path, made, name: str) -> None:
    made(make_news())
    printed = run("extract", "wire.txt", "-f", name, *READ_ON)
    assert printed.exit_code == 0
    written = run("extract", "wire.txt", "-f", name, "-o", "out", *READ_ON)
    assert (written.exit_code, written.stdout) == (0, "")
    assert (here / "out").read_bytes() == printed.stdout_bytes
    assert printed.stdout_bytes.endswith(b"\n")


def test_the_suffix_names_the_format(here: Path, made) -> None:
    made(make_news())
    assert run("extract", "wire.txt", "-o", "out.json", *READ_ON).exit_code == 0
    assert json.loads((here / "out.json").read_bytes())["schema"] == "timeline/1"
    assert run("extract", "wire.txt", "-f", "csv", "-o", "out.json", *READ_ON).exit_code == 0
    assert (here / "out.json").read_text("utf-8").startswith("begin,end,")


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


@pytest.mark.parametrize("name", ["CSV", "csv", "Csv"])
def test_formats_in_any_case(here: Path, made, name: str) -> None:
    made(make_news())
    assert run("extract", "wire.txt", "-f", name, *READ_ON).stdout.startswith("begin,end,")
    assert json.loads(run("resolve", "1914", "-f", "JSON").stdout)["value"] == "1914"


def test_a_format_against_the_suffix_is_told(here: Path, made) -> None:
    made(make_news())
    odd = run("extract", "wire.txt", "-f", "csv", "-o", "x.json", *READ_ON)
    assert (odd.exit_code, odd.stderr) == (
        0,
        "timeline: x.json is written as csv, although .json names json\n",
    )
    for name in ("x.csv", "x.log", "x.txt", "x"):
        assert run("extract", "wire.txt", "-f", "csv", "-o", name, *READ_ON).stderr == ""
    for options in (["-f", "json", "-o", "x.json"], ["-o", "x.json"]):
        assert run("extract", "wire.txt", *options, *READ_ON).stderr == ""
    assert run("extract", "wire.txt", "-f", "csv", "-o", "x.json", "-q", *READ_ON).stderr == ""


def test_a_protected_file_or_folder_is_told(here: Path, made) -> None:
    made(make_news())
    (here / "old.csv").write_text("precious\n", encoding="utf-8")
    (here / "old.csv").chmod(0o444)
    if os.access(here / "old.csv", os.W_OK):
        pytest.skip("the system lets this user write everywhere")
    said, _ = complaint(run("extract", "wire.txt", "-o", "old.csv", *READ_ON))
    assert "write-protected" in said
    (here / "shut").mkdir(0o555)
    said, _ = complaint(run("extract", "wire.txt", "-o", "shut/x.csv", *READ_ON))
    assert "in the folder" in said
    assert "permission denied" in said


def test_the_help_names_what_a_folder_gives() -> None:
    from timeline.readers import BUILT_IN

    text = " ".join(run("extract", "--help").stdout.split())
    told = re.search(r"reads what ends with (.+?)\. On", text)
    assert told
    assert set(re.findall(r"\.\w+", told[1])) == {s for one in BUILT_IN for s in one.suffixes}


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
    from timeline.cli.options import STATUSES

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


def test_resolve_follows_the_customs(here: Path) -> None:
    (here / "names.toml").write_text('"the Blitz" = "1940-09-07/1941-05-11"\n')
    said = ("--named-dates", "names.toml", "--country", "IN", "--fiscal-year-start", "10")
    assert "edtf\t2020-10/2021-09" in run("resolve", "fiscal 2021", *said).stdout
    assert "value\t2012-08-15" in run("resolve", "Independence Day 2012", *said).stdout
    blitz = run("resolve", "the Blitz", *said).stdout
    assert "edtf\t1940-09-07/1941-05-11" in blitz and "rule\tnamed-dates" in blitz
    south = run("resolve", "summer 2012", "--hemisphere", "south").stdout
    assert "first\t2012-12-01" in south


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


def test_nothing_usable_leaves_the_file_alone(here: Path) -> None:
    (here / "out.csv").write_text("precious\n", encoding="utf-8")
    said, hint = complaint(run("extract", "missing.txt", "-o", "out.csv", *READ_ON))
    assert said.startswith("missing.txt: ")
    assert hint
    assert (here / "out.csv").read_text("utf-8") == "precious\n"
    assert sorted(p.name for p in here.iterdir()) == ["out.csv", "wire.txt"]


def test_a_failing_exporter_leaves_the_file_alone(here: Path, made) -> None:
    made(make_mixed())
    (here / "out.tml").write_text("precious\n", encoding="utf-8")
    result = run("extract", "wire.txt", "-o", "out.tml", *READ_ON)
    assert result.exit_code == 2
    assert "a TimeML file holds one document, not 3" in result.stderr
    assert (here / "out.tml").read_text("utf-8") == "precious\n"
    assert sorted(p.name for p in here.iterdir()) == ["out.tml", "wire.txt"]


def test_a_folder_takes_a_file_of_each_document(here: Path, made) -> None:
    timeline = make_mixed()
    made(timeline)
    result = run("extract", "wire.txt", "-f", "timeml", "-o", "out/", *READ_ON)
    assert result.stdout == ""
    written = sorted((here / "out").iterdir())
    assert [path.name for path in written] == sorted(
        f"{Path(document.source).stem}.tml" for document in timeline.documents
    )
    texts = {
        document.text
        for path in written
        for document in read_sources([str(path)])
        if isinstance(document, Document)
    }
    assert texts == {document.text for document in timeline.documents}


def test_a_folder_is_never_written_over_a_source(here: Path, made) -> None:
    timeline = make_mixed()
    last = msgspec.structs.replace(timeline.documents[-1], source=str(here / "out" / "mine.tml"))
    made(msgspec.structs.replace(timeline, documents=(*timeline.documents[:-1], last)))
    (here / "out").mkdir()
    (here / "out" / "mine.tml").write_text("precious\n", encoding="utf-8")
    result = run("extract", "wire.txt", "-f", "timeml", "-o", "out", *READ_ON)
    assert result.exit_code == 2
    assert "mine.tml is a source too" in result.stderr
    assert [path.name for path in (here / "out").iterdir()] == ["mine.tml"]


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        (("a/x.txt", "b/x.txt", "X.md"), ["x", "x-2", "X-3"]),
        (("-", "s.jsonl:1", "s.jsonl:2"), ["wire-1", "wire-2", "wire-3"]),
        (("../..txt", "a b\x1b/c: d.txt", "é.txt", f"{'y' * 300}.txt"),
         ["document", "c_d", "é", "y" * 100]),
    ],
)  # fmt: skip
def test_the_names_of_files_in_a_folder(sources: tuple[str, ...], names: list[str]) -> None:
    document = make_mixed().documents[0]
    documents = tuple(
        msgspec.structs.replace(document, source=source, id=f"wire-{n}")
        for n, source in enumerate(sources, 1)
    )
    assert list(name_files(documents)) == names


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions and links")
def test_the_file_keeps_its_mode_and_its_links(here: Path, made) -> None:
    made(make_news())
    real, link = here / "real.csv", here / "link.csv"
    real.write_text("old\n", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("extract", "wire.txt", "-o", "link.csv", *READ_ON).exit_code == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("begin,end,")
    assert real.stat().st_mode & 0o777 == 0o640
    assert run("extract", "wire.txt", "-o", "new.csv", *READ_ON).exit_code == 0
    umask = os.umask(0)
    os.umask(umask)
    assert (here / "new.csv").stat().st_mode & 0o777 == 0o666 & ~umask


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_a_device_stays_one(here: Path, made) -> None:
    made(make_news())
    assert run("extract", "wire.txt", "-f", "csv", "-o", "/dev/null", *READ_ON).exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_a_dash_is_standard_output(here: Path, made) -> None:
    made(make_news())
    result = run("extract", "wire.txt", "-f", "csv", "-o", "-", *READ_ON)
    assert result.stdout.startswith("begin,end,")
    assert not (here / "-").exists()


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


# A real document ---------------------------------------------------------------------------------


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


def test_explain(here: Path) -> None:
    text = run("explain", "wire.txt", *READ_ON).stdout
    assert "document date: 2022-01-10 (Mon 10 Jan 2022)" in text
    assert "dated by the sieve" in text
    at = TEXT.index("January 2.")
    told = run("explain", "wire.txt", "--at", str(at), *READ_ON).stdout
    assert f't{at} "January 2" (line 1, offset {at})' in told
    assert "dates e" in told
    event = TEXT.index("erupted")
    assert "sieve" in run("explain", "wire.txt", f"e{event}", *READ_ON).stdout
    assert "document date" in run("explain", "wire.txt", "t0", *READ_ON).stdout
    assert "rule" in run("explain", "-", f"t{at}", *READ_ON, text=TEXT).stdout


def test_explain_tells_where_documents_disagree(here: Path) -> None:
    Path("a.txt").write_text("Oslo, 6 May 2021\n\nAnders Vik died in Port Lenn on 4 May 2021.\n")
    Path("b.txt").write_text("Oslo, 7 May 2021\n\nAnders Vik died in Port Lenn on 3 May 2021.\n")
    told = run("explain", "a.txt", "b.txt", *READ_ON).stdout
    common = told.partition("\nTold by several documents:\n")[2].splitlines()
    assert common[1] == '    a.txt, Tue 4 May 2021: "Anders Vik died in Port Lenn on 4 May 2021."'
    assert common[2] == '    b.txt, Mon 3 May 2021: "Anders Vik died in Port Lenn on 3 May 2021."'
    assert common[3].startswith("      not taken: ")
    assert "Told by several" not in run("explain", "a.txt", *READ_ON).stdout


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["missing.txt"], "missing.txt: ", ""),
        (["wire.txt", "e99"], "there is no 'e99' in wire.txt", "lists the ids"),
        (
            ["wire.txt", "wire2.txt", "e99"],
            "there is no 'e99' in any of the 2 doc",
            "lists the ids",
        ),
        (["wire.txt", "wire2.txt", "--at", "1"], "--at needs one document, not 2", "give an ID"),
        (["wire.txt", "--at", "9999"], "--at 9999 is outside the text", "characters"),
        (["wire.txt", "--at", "25"], "nothing was found at offset 25, line 1", "the nearest is"),
    ],
)
def test_explain_refuses(here: Path, arguments: list[str], sentence: str, hint: str) -> None:
    (here / "wire2.txt").write_text(f"{TEXT}More.\n", encoding="utf-8")
    said, tip = complaint(run("explain", *arguments, *READ_ON))
    assert said.startswith(sentence)
    assert hint in tip


def test_explain_lists_the_dates_that_date_nothing(here: Path) -> None:
    text = "Grace Hume (9 May 1901 - 3 June 1980), a writer. She left in May 1950."
    told = run("explain", *READ_ON, text=text).stdout
    _, mark, idle = told.partition("Time expressions that date no event:\n")
    assert mark
    assert '"9 May 1901 - 3 June 1980"' in idle
    assert '"3 June 1980"' not in idle
    assert '"May 1950"' not in idle
    assert mark not in run("explain", *READ_ON, text="She left in May 1950.").stdout


def test_explain_several(here: Path) -> None:
    (here / "t0").write_text("PARIS, May 2, 2020. It rained on May 1.\n", encoding="utf-8")
    both = run("explain", "wire.txt", "t0", *READ_ON)
    assert both.exit_code == 0
    assert re.findall(r"document date: (\S+)", both.stdout) == ["2022-01-10", "2020-05-02"]
    assert "Fri 1 May 2020: It rained" in both.stdout
    (here / "t0").rename(here / "other.txt")
    dates = run("explain", "*.txt", "t0", *READ_ON).stdout
    assert re.findall(r"document date: (\S+)", dates) == ["2020-05-02", "2022-01-10"]
    assert "rained" not in dates
    partly = run("explain", "wire.txt", "missing.txt", *READ_ON)
    assert partly.exit_code == 3
    assert "missing.txt: there is no such file" in partly.stderr


@pytest.mark.parametrize("arguments", [[], ["-"], ["t0"]])
def test_explain_what_is_piped_in(here: Path, arguments: list[str]) -> None:
    result = run("explain", *arguments, *READ_ON, text=TEXT)
    assert result.exit_code == 0
    assert result.stdout.startswith("-\n  document date: 2022-01-10")
    assert ("dated by the sieve" in result.stdout) is (arguments != ["t0"])


# Resolve -----------------------------------------------------------------------------------------


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
        ("last Monday", [], "2024-03-04", None),
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


# Settings ----------------------------------------------------------------------------------------


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


def test_settings_reach_resolve(here: Path) -> None:
    (here / "timeline.toml").write_text('day-first = true\nformat = "csv"\n', encoding="utf-8")
    assert answer("3/4/2021")["value"] == "2021-04-03"


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


@pytest.mark.parametrize(("name", "value"), [("TIMELINE_TOP", "x"), ("TIMELINE_SINCE", "soon")])
def test_bad_environment(here: Path, monkeypatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    complaint(run("extract", "wire.txt"))


def test_the_settings_are_the_options() -> None:
    from timeline.cli.options import names_of_settings
    from timeline.config import SETTINGS

    context = click.Context(main)
    options = {
        name
        for command in COMMANDS
        for name in names_of_settings(main.get_command(context, command))
    }
    assert options == set(SETTINGS)


# The others --------------------------------------------------------------------------------------


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
