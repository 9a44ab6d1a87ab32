"""What stderr says besides failures: documents without a date, nothing to judge, progress."""

import io
import sys
from pathlib import Path

import pytest
from chronologies import Maker, instant, make_news
from cli import calling
from click.testing import Result

import timeline.batch.run as batch
from timeline.cli.sources import Progress
from timeline.document import Document

MINUTES = "The vicar opened the meeting last Tuesday. It rained on 3 May. The roof fell in 1914.\n"


def run(*arguments: str, text: str | None = None) -> Result:
    return calling.run(*arguments, *calling.READ_ON, text=text)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    return tmp_path


def waiting(count: int, dated: int = 0) -> Maker:
    """Documents with an expression each that needs a date, and some that have one."""
    made = Maker()
    for number in range(count + dated):
        name = made.document(f"d{number}", None if number < count else "2022-01-10")
        reason = "needs the document's date" if number < count else "a duration has no place"
        made.expression(name, "last week", reason=reason)
    return made


def use(monkeypatch: pytest.MonkeyPatch, made: Maker) -> None:
    timeline = made.make()
    monkeypatch.setattr(batch, "run", lambda sources, options, selection, **_: timeline)


# Documents without a date --------------------------------------------------------------------


@pytest.mark.parametrize(
    "options", [[], ["-o", "x.csv"], ["-f", "json"], ["-f", "table", "-o", "x"]]
)
def test_a_missing_date_is_told_with_the_way_out(here: Path, options: list[str]) -> None:
    result = run("extract", "minutes.txt", *options)
    assert result.exit_code == 0
    assert result.stderr == (
        "timeline: minutes.txt: no document date (no dateline, header line, byline, file name, "
        "signature or 'as of' gives the document's date); 2 time expressions unresolved\n"
        "hint: give it with --date\n"
    )
    for silent in (["-q"], ["--date", "2022-01-10"]):
        assert run("extract", "minutes.txt", *options, *silent).stderr == ""


def test_the_table_tells_it_itself(here: Path) -> None:
    for options in (["-f", "table"], ["-f", "table", "-o", "-"]):
        result = run("extract", "minutes.txt", *options)
        assert result.stderr == ""
        assert "2 of them need a document date: give it with --date" in result.stdout


def test_what_needs_no_date_is_not_told(here: Path) -> None:
    result = run("extract", text="The church burned on 3 May 1914. It took two hours.\n")
    assert (result.exit_code, result.stderr) == (0, "")


def test_each_of_some_documents_and_one_hint(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, waiting(8, dated=3))
    lines = run("extract", "minutes.txt").stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines[:-1]] == [
        f"d{n}.txt (d{n})" for n in range(8)
    ]
    assert all(line.endswith("; 1 time expression unresolved") for line in lines[:-1])
    assert lines[-1].startswith("hint: give one for all with --date, or one each")


def test_many_are_summed_up(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, waiting(9, dated=3))
    lines = run("extract", "minutes.txt").stderr.splitlines()
    assert lines[0] == (
        "timeline: 9 documents have no date; 9 time expressions unresolved "
        "(-v tells of each document)"
    )
    assert len(lines) == 2
    told = run("extract", "minutes.txt", "-v").stderr
    assert told.count("no document date") == 9


def test_a_date_field_that_is_none_is_told(here: Path) -> None:
    (here / "d.jsonl").write_text(
        '{"text": "It rained.", "date": "garbage"}\n'
        '{"text": "LONDON, January 10, 2022. It rained.", "date": "2022-31-31"}\n'
        '{"text": "It rained.", "date": "2022-01-31"}\n',
        encoding="utf-8",
    )
    lines = run("extract", "d.jsonl").stderr.splitlines()
    assert "d.jsonl:1: no document date (the source's date field 'garbage' is no" in lines[0]
    assert "d.jsonl:2: document date 2022-01-10 (dateline; the source's date field" in lines[1]
    assert lines[2].startswith("hint: ")
    assert len(lines) == 3
    many = "".join(f'{{"text": "{n}.", "date": "garbage"}}\n' for n in range(9))
    (here / "many.jsonl").write_text(many, encoding="utf-8")
    assert run("extract", "many.jsonl").stderr.startswith(
        "timeline: 9 documents: the source's own date is no date of the calendar"
    )


# Confidence ------------------------------------------------------------------------------------


def test_a_threshold_without_confidences_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "run", lambda sources, options, selection, **_: make_news())
    said = (
        "timeline: --min-confidence: what is shown has no measured confidence and was not judged\n"
    )
    for name in ("tsv", "table"):
        arguments = ("extract", "minutes.txt", "-f", name)
        assert run(*arguments, "--min-confidence", "0.5").stderr == said
        assert run(*arguments, "--min-confidence", "0.5", "-q").stderr == ""
        assert run(*arguments).stderr == ""
    made = Maker()
    made.entry(made.document("d", "2022"), "It rained", instant("2022", "2022", confidence=0.9))
    use(monkeypatch, made)
    assert run("extract", "minutes.txt", "--min-confidence", "0.5").stderr == ""
    assert "has no measured confidence" in " ".join(run("extract", "--help").stdout.split())


# Progress --------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def screen(written: str) -> list[str]:
    """The states of a terminal's one line."""
    states, cells, column = [], "", 0
    for part in written.split("\r"):
        cells = part + cells[len(part) :]
        states.append(cells.rstrip())
        column = len(part)
    assert column == 0, "the cursor is not left at the start of the line"
    return states


def documents(count: int) -> list[Document]:
    return [Document(id=f"d{n}", text="", source=f"d{n}.txt") for n in range(count)]


def test_progress_counts_and_disappears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Progress() as progress:
        passed = list(progress.count(documents(3)))
        last = screen(sys.stderr.getvalue() + "\r")[-1]
        assert last == "timeline: 3 documents read ...", "it stays while the last are worked on"
    assert passed == documents(3)
    states = screen(sys.stderr.getvalue())
    assert "timeline: 2 documents read ..." in states
    assert states[-1] == ""


def test_nothing_stands_in_the_way_of_a_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)

    def found():
        for one in documents(4):
            assert not stderr.getvalue() or screen(stderr.getvalue())[-1] == ""
            yield one

    with Progress() as progress:
        assert len(list(progress.count(found()))) == 4


@pytest.mark.parametrize(
    ("stream", "quiet", "count"),
    [(io.StringIO, False, 3), (Terminal, True, 3), (Terminal, False, 1)],
)
def test_no_progress(
    monkeypatch: pytest.MonkeyPatch, stream: type, quiet: bool, count: int
) -> None:
    monkeypatch.setattr(sys, "stderr", stream())
    with Progress(quiet=quiet) as progress:
        assert len(list(progress.count(documents(count)))) == count
    assert sys.stderr.getvalue() == ""
