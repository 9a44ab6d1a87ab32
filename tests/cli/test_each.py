"""`--output-dir`, `--journal` and `--resume` at the command line; how far a run has come."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

import pytest

from timeline.cli import sources
from timeline.cli.main import main
from timeline.document import Document
from timeline.readers.base import Failure


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(3):
        (folder / f"a{number}.txt").write_text(f"The mill burned down in {1900 + number}.", "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["extract", *args])
    return int(str(left.value.code))


def test_a_run_goes_on_with_its_own_reading_date(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("corpus", "--output-dir", "out", "--read-on", "2020-02-03", "-v") == 0
    assert capsys.readouterr().err == "timeline: 3 documents done, 0 failed\n"
    (corpus / "a9.txt").write_text("The mill was sold in 1955.", "utf-8")
    (corpus / "b.txt").write_bytes(b"")
    assert run("corpus", "--output-dir", "out", "--resume", "-v") == 3
    told = capsys.readouterr().err
    assert told.endswith("timeline: 1 documents done, 3 done before, 1 failed\n")
    assert told.count("b.txt") == 1
    made = json.loads(Path("out/a9.json").read_text("utf-8"))
    assert made["provenance"]["reading_date"] == "2020-02-03"
    assert [entry["time"]["value"] for entry in made["entries"]] == ["1955"]


def test_another_format_has_its_own_suffix(corpus: Path) -> None:
    assert run("corpus", "--output-dir", "out", "-f", "csv", "--fields", "begin,title") == 0
    assert Path("out/a1.csv").read_text("utf-8").splitlines() == [
        "begin,title",
        "1901-01-01,The mill burned down",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_a_plain_run_warns_of_is_told_here_too(
    corpus: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    for number in range(9):
        (corpus / f"b{number}.txt").write_text("It closed last Friday.", "utf-8")
    assert run("corpus", "--output-dir", "out", "-j", jobs) == 0
    *lines, more, hint = capsys.readouterr().err.splitlines()
    assert [line.partition(": no document date (")[0] for line in lines] == [
        f"timeline: corpus/b{number}.txt" for number in range(8)
    ]
    assert all(line.endswith("; 1 time expression unresolved") for line in lines)
    assert more == "timeline: 1 warning more (-v tells them)"
    assert hint.startswith("hint: give one for all with --date, or one each")
    assert run("corpus", "--output-dir", "quiet", "-q") == 0
    assert capsys.readouterr().err == ""


def test_a_warning_names_the_id_that_a_source_gives(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "c.jsonl").write_text('{"id": "a1", "text": "It closed.", "date": ""}\n', "utf-8")
    assert run("corpus/c.jsonl", "--output-dir", "out") == 0
    told = capsys.readouterr().err
    assert told.startswith('timeline: corpus/c.jsonl:1 (a1): the field "date" is empty')


def test_a_name_that_names_nobody_is_refused(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("corpus", "--about", "") == 2
    assert capsys.readouterr().err.startswith("timeline: --about: '' names nobody\n")


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("--resume",), "--resume needs --output-dir or --journal"),
        (("--journal", "x", "-o", "y.json"), "--journal and -o are two outputs"),
        (("--journal", "x", "-f", "csv"), "a journal holds JSON, not csv"),
        (("--output-dir", "corpus/out"), "corpus/out lies in corpus: what is written there"),
        (("--timeout", "0"), "--timeout: 0"),
        (("-j", "-1"), "--jobs: -1"),
    ],
)
def test_what_cannot_be_is_refused(
    corpus: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], reason: str
) -> None:
    assert run("corpus", *args) == 2
    assert reason in capsys.readouterr().err
    assert not Path("x").exists()


def test_progress_tells_the_rate_and_what_is_left(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([100.0, 104.0, 106.0, 110.0])
    monkeypatch.setattr(sources.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    items: list[Document | Failure] = [
        Document(id=str(n), text="x", source=f"corpus/a{n}.txt") for n in range(3)
    ]
    with sources.Progress(["corpus"]) as progress:
        list(progress.count(items[:0]))
        progress.number = 3
        for item in items[:2]:
            progress.done(item)
        progress.done(Failure("corpus/a1.txt", "again"))
    told = capsys.readouterr().err
    assert "timeline: 2 documents done, 0.25 a second, about 2 s left" in told
    assert "timeline: 3 documents done, 0.333 a second, about 3 s left" in told
    assert told.endswith("\r")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--cluster", "local"], "--cluster needs --output-dir"),
        (["--cluster", "local", "--journal", "run"], "--cluster needs --output-dir"),
        (
            ["--cluster", "tcp://h:1", "--output-dir", "out", "-j", "2"],
            "-j 2 says nothing of the workers of tcp://h:1",
        ),
        (
            ["--cluster", "tcp://h:1", "--output-dir", "out", "-f", "ics"],
            "a part holds many documents, which ics does not",
        ),
    ],
)
def test_what_cannot_be_done_with_a_cluster(
    corpus: Path, capsys: pytest.CaptureFixture[str], args: list[str], sentence: str
) -> None:
    assert run("corpus", *args) == 2
    assert capsys.readouterr().err.startswith(f"timeline: {sentence}\n")
    assert not Path("out").exists()


def test_the_extra_of_clusters_is_named(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run("corpus", "--cluster", "local", "--output-dir", "out") == 2
    assert capsys.readouterr().err == (
        "timeline: --cluster needs distributed, which is not installed\n"
        "hint: pip install 'timeline-extract[cluster]'\n"
    )


def test_what_is_loaded_is_settled_when_the_first_document_is_done() -> None:
    found: list[Document | Failure] = [
        Failure("a0.txt", "broken"),
        *(Document(id=str(n), text="x", source=f"a{n}.txt") for n in (1, 2, 3)),
    ]
    gc.unfreeze()
    settled = [(item.source, gc.get_freeze_count() > 0) for item in sources.settling(found)]
    gc.unfreeze()
    assert settled == [
        ("a0.txt", False), ("a1.txt", False), ("a2.txt", True), ("a3.txt", True),
    ]  # fmt: skip
