"""A chronology for each document; a run that stopped goes on and ends with the same bytes."""

from __future__ import annotations

import resource
import signal
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from benchmarks import kill_resume as runs
from journals import read_chronologies

from timeline.batch.each import JOURNAL, Folder, extract_each
from timeline.batch.journal import open_journal
from timeline.chronology import Timeline
from timeline.document import Document
from timeline.errors import OptionError, TimelineError
from timeline.readers.base import Failure


def test_each_document_has_its_own_chronology(tmp_path: Path) -> None:
    runs.run(runs.make_target(tmp_path / "out", in_journal=False), resume=False)
    runs.run(runs.make_target(tmp_path / "two", in_journal=True), resume=False)
    files = sorted((tmp_path / "out").glob("*.json"))
    assert [path.name for path in files] == [f"d{i}.json" for i in range(runs.DOCUMENTS)]
    told = [msgspec.json.decode(path.read_bytes(), type=Timeline) for path in files]
    assert [t.documents[0].id for t in told] == [f"d{i}" for i in range(runs.DOCUMENTS)]
    assert [t.entries[0].time.value for t in told[:2]] == ["2021-05-01", "2021-05-02"]
    in_journal = [
        msgspec.convert(c, Timeline) for c in read_chronologies(tmp_path / "two/run.jsonl")
    ]
    assert in_journal == told


@pytest.mark.parametrize("way", ["folder", "journal", "parts"])
def test_killed_runs_end_as_a_quiet_one(tmp_path: Path, way: str) -> None:
    assert runs.kill_and_resume(way, 2, 7, tmp_path) >= 2


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    quiet = runs.make_target(tmp_path / "quiet", in_journal=True)
    runs.run(quiet, resume=False)
    full = runs.make_target(tmp_path / "full", in_journal=True)
    assert full[1] is not None

    def run_full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
        with pytest.raises(TimelineError, match=r"run\.jsonl: cannot be written: file too large"):
            runs.run(full)

    assert runs.in_process(run_full) == 0
    assert full[1].stat().st_size == 9000
    runs.run(full)
    assert runs.contents(tmp_path / "full") == runs.contents(tmp_path / "quiet")


def test_what_failed_is_tried_again_and_takes_its_place(tmp_path: Path) -> None:
    for name in ("quiet", "out"):
        (tmp_path / name).mkdir()
    good = [Document(id=f"d{i}", text=f"It fell in {1900 + i}.", source="-") for i in range(3)]
    bad = [good[0], Failure("x", "it cannot be read"), good[1], replace(good[2], text="It rose.")]

    def run(
        name: str, sources: list[Document | Failure], *, resume: bool = True
    ) -> tuple[int, ...]:
        tally = extract_each(
            sources, runs.JOB, folder=Folder(tmp_path / name, ".json"), resume=resume
        )
        return tally.done, tally.kept, tally.failed

    assert run("quiet", [*good], resume=False) == (3, 0, 0)
    assert run("out", bad) == (3, 0, 1)
    assert run("out", bad) == (0, 3, 1)
    # d2 has changed, a file was lost, another has been tampered with; the bad one is gone.
    (tmp_path / "out/d0.json").unlink()
    (tmp_path / "out/d1.json").write_text("{}", "utf-8")
    assert run("out", [*good]) == (3, 0, 0)
    assert runs.contents(tmp_path / "out") == runs.contents(tmp_path / "quiet")
    assert run("out", [*good]) == (0, 3, 0)


def test_another_run_is_kept_away(tmp_path: Path) -> None:
    target = runs.make_target(tmp_path / "out", in_journal=False)
    runs.run(target)
    before = runs.contents(tmp_path / "out")
    with pytest.raises(OptionError, match="the journal of an earlier run"):
        runs.run(target, resume=False)
    job = replace(runs.JOB, options=replace(runs.OPTIONS, day_first=True))
    with pytest.raises(OptionError, match="a run without --day-first, not with --day-first"):
        extract_each(runs.sources(), job, folder=target[0], resume=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / JOURNAL).write_text("Dear diary,\n", "utf-8")
    with pytest.raises(OptionError, match="is no journal of timeline"):
        extract_each([], runs.JOB, folder=Folder(tmp_path / "other", ".json"), resume=True)
    assert runs.contents(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("known", "made", "told"),
    [
        ({"all": False}, {"all": True}, "without --all, not with --all"),
        ({"top": 5}, {"top": None}, "with --top 5, not without --top"),
        ({"day_first": False}, {"day_first": None}, "with --month-first, not without --day-first"),
        ({"reading_date": "2024-01-01"}, {"reading_date": "2024-01-02"},
         "with --read-on 2024-01-01, not with --read-on 2024-01-02"),
        ({"version": "1"}, {"version": "2"}, "with version 1, not with version 2"),
        ({"min_confidence": 0.5, "all": True}, {"min_confidence": 0.9, "all": False},
         "with --min-confidence 0.5, not with --min-confidence 0.9; with --all, not without --all"),
    ],
)  # fmt: skip
def test_options_are_told_as_they_are_typed(
    tmp_path: Path, known: dict[str, object], made: dict[str, object], told: str
) -> None:
    path = tmp_path / "run.journal"
    with open_journal(path, known, resume=False):
        pass
    with pytest.raises(OptionError) as caught, open_journal(path, made, resume=True):
        pass
    assert caught.value.message == f"{path} is the journal of a run {told}"
