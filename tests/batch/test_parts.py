"""Files by parts: order, formats, failures, what is done again, and who may work on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import pytest
from benchmarks import kill_resume as runs
from journals import read_chronologies
from perilous import PerilousJob

from timeline.batch.each import extract_each
from timeline.batch.each_part import extract_parts
from timeline.batch.job import Form
from timeline.batch.parts import Outcome, Part, Size, _crew_of, cut, do_part
from timeline.batch.same import check_same, describe_process
from timeline.document import Document
from timeline.errors import ModelError, OptionError
from timeline.readers.base import Failure

JOB = replace(runs.JOB, form=Form("json"))
SAME = describe_process(JOB.options)
SIZE = Size(documents=3)


@dataclass
class Crew:
    """This process, which does the parts in a strange order and notes which."""

    job: object = JOB
    done: list[str] = field(default_factory=list)

    def work(self, parts: Iterator[Part]) -> Iterator[tuple[Part, Outcome]]:
        for part in reversed(list(parts)):
            self.done.append(part.name)
            yield part, do_part(self.job, part.documents, SAME)  # type: ignore[arg-type]


def documents(number: int = 7) -> list[Document | Failure]:
    return [
        Document(id=f"d{i}", text=f"Mill {i} burned down in {1900 + i}.", source=f"d{i}.txt")
        for i in range(number)
    ]


def test_a_document_that_hangs_or_kills_costs_itself_alone() -> None:
    """With a timeout a part is worked on by a process below, which is there for the next part."""
    job = PerilousJob(JOB.options, form=JOB.form)
    found = [
        Document(id=str(i), text=text, source=f"{i}.txt")
        for i, text in enumerate(("It fell in 1900.", "sleep", "die", "It fell in 1901."))
    ]
    outcome = do_part(job, found, SAME, timeout=3)
    assert [failure and failure.reason for failure in outcome.failures] == [
        None,
        "it was not done within 3 seconds",
        "the worker process was killed (SIGKILL): perhaps the memory ran out",
        None,
    ]
    again = do_part(job, [found[0], found[3]], SAME, timeout=3)
    assert again.data == outcome.data == do_part(JOB, [found[0], found[3]], SAME).data
    crew = _crew_of(job, 3)
    assert len(crew.workers) == 1
    assert crew.workers[0].process.is_alive()
    crew.dismiss()


def test_a_part_ends_where_it_is_full() -> None:
    long = Document(id="l", text="x" * 50, source="l.txt")
    found = cut([*documents(4), long, *documents(1)], Size(documents=3, characters=60))
    assert [len(part.items) for part in found] == [3, 2, 1]


def test_parts_hold_what_a_local_run_makes(tmp_path: Path) -> None:
    extract_each(documents(), JOB, journal=tmp_path / "run")
    local = [msgspec.json.encode(one) for one in read_chronologies(tmp_path / "run")]
    (tmp_path / "out").mkdir()
    extract_parts(documents(), JOB, Crew().work, folder=tmp_path / "out", size=SIZE)
    parts = sorted((tmp_path / "out").glob("part-*"))
    assert [part.name for part in parts] == [f"part-00000{i}.jsonl" for i in range(3)]
    assert b"".join(part.read_bytes() for part in parts).splitlines() == local


def test_only_what_failed_or_changed_is_done_again(tmp_path: Path) -> None:
    sources = [*documents(), Failure("bad.pdf", "it is a PDF")]
    for name in ("quiet", "out"):
        (tmp_path / name).mkdir()
    broken = replace(documents()[4], blocks=(None,))  # as no reader makes it
    crew = Crew()
    run = {"folder": tmp_path / "out", "size": SIZE, "resume": True}
    tally = extract_parts([*sources[:4], broken, *sources[5:]], JOB, crew.work, **run)
    assert (tally.done, tally.kept, tally.failed) == (6, 0, 2)
    crew.done.clear()
    tally = extract_parts(sources, JOB, crew.work, **run)
    assert (crew.done, tally.done, tally.kept, tally.failed) == (["part-000001"], 3, 4, 1)
    (tmp_path / "out/part-000000.jsonl").write_bytes(b"spoilt")
    crew.done.clear()
    extract_parts(sources, JOB, crew.work, **run)
    assert crew.done == ["part-000000"]
    extract_parts(sources, JOB, Crew().work, folder=tmp_path / "quiet", size=SIZE)
    assert runs.contents(tmp_path / "out") == runs.contents(tmp_path / "quiet")
    extract_parts(sources[:2], JOB, crew.work, **run)
    assert [p.name for p in (tmp_path / "out").glob("part-*")] == ["part-000000.jsonl"]
    with pytest.raises(OptionError, match=r"is the journal of a run with .*part .?3 documents"):
        extract_parts(sources, JOB, crew.work, folder=tmp_path / "out", resume=True)


def test_entries_of_a_part_are_one_table(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    job = replace(JOB, form=Form("parquet"))
    extract_parts(documents(4), job, Crew(job).work, folder=tmp_path, size=SIZE)
    tables = [parquet.read_table(path) for path in sorted(tmp_path.glob("part-*.parquet"))]
    assert [table["source"].to_pylist() for table in tables] == [
        ["d0.txt", "d1.txt", "d2.txt"],
        ["d3.txt"],
    ]
    with pytest.raises(OptionError, match="a part holds many documents, which html does not"):
        extract_parts([], replace(JOB, form=Form("html")), Crew().work, folder=tmp_path)


def test_a_process_that_is_another_says_in_what() -> None:
    assert set(SAME) >= {"package", "model", "rules", "trained models", "spacy"}
    with pytest.raises(ModelError, match=r"worker w1 .*: rules 0ld, not [0-9a-f]{12}$"):
        check_same("w1", {**SAME, "rules": "0ld"}, SAME)
    with pytest.raises(ModelError, match="the worker of part 3 has another version"):
        do_part(JOB, [], {**SAME, "spacy": "2"}, "of part 3")
