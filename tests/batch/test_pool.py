"""Several processes give what one gives; one that dies or hangs costs its document alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from perilous import PerilousJob

from timeline.annotation import Annotated
from timeline.batch import nursery, pool
from timeline.batch.job import Job
from timeline.batch.local import work
from timeline.document import Document
from timeline.errors import ModelError
from timeline.pipeline import Options
from timeline.readers.base import Failure
from timeline.temporal.edtf import parse_date

OPTIONS = Options(reading_date=parse_date("2024-01-01"))


def documents(*texts: str) -> Iterator[Document]:
    return (Document(id=str(i), text=text, source=f"{i}.txt") for i, text in enumerate(texts))


def test_a_worker_that_dies_or_hangs_costs_one_document() -> None:
    texts = ["It fell in 1900.", "die", "sleep", *(f"It fell in {1901 + i}." for i in range(20))]
    unread = Failure("x.pdf", "it is a PDF")
    read: list[str] = []

    def sources() -> Iterator[Document | Failure]:
        for document in documents(*texts):
            read.append(document.text)
            yield document
        yield unread

    results = work(sources(), PerilousJob(OPTIONS), jobs=2, timeout=6)
    item, first = next(results)
    assert item.source == "0.txt"
    assert isinstance(first, Annotated)
    assert len(read) <= 2 * pool.AHEAD  # no more is read than is needed
    rest = [result for _, result in results]
    assert rest[0] == Failure(
        "1.txt", "the worker process was killed (SIGKILL): perhaps the memory ran out"
    )
    assert rest[1] == Failure("2.txt", "it was not done within 6 seconds")
    assert rest[-1] is unread
    told = [result.expressions[0].text for result in rest[2:-1] if isinstance(result, Annotated)]
    assert told == [str(1901 + i) for i in range(20)]


def test_a_model_that_is_missing_is_told_by_the_worker() -> None:
    job = PerilousJob(Options(model="no_such_model"))
    with pytest.raises(ModelError, match="there is no spaCy pipeline 'no_such_model'"):
        list(work(documents("It fell."), job, jobs=2))


def test_the_fork_server_loads_what_the_workers_will(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[Options] = []
    monkeypatch.setattr(nursery, "load", loaded.append)
    monkeypatch.setattr(nursery.gc, "freeze", lambda: None)
    wanted = Options(day_first=True, country="GB", hemisphere="south", fiscal_year_start=4)
    nursery._load_wanted(nursery.describe_wanted(wanted))
    nursery._load_wanted("{}")
    assert loaded == [wanted]


def extract(*args: str, seed: str = "0") -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "timeline", "extract", "--read-on", "2026-11-22", *args]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_ctrl_c,
    )


def hear_ctrl_c() -> None:
    """What is started in the background of a shell ignores it, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_processes_and_hash_seeds_change_no_byte(data: Path) -> None:
    sources = str(data / "disputed")
    one, two = extract(sources, "-f", "json"), extract(sources, "-f", "json", "-j", "2", seed="1")
    told, errors = one.communicate()
    assert told, errors
    assert (told, errors) == two.communicate()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
def test_ctrl_c_leaves_nobody_behind(tmp_path: Path) -> None:
    lines = (f'{{"id": "d{i}", "text": "It fell in {1000 + i}."}}\n' for i in range(50_000))
    source = tmp_path / "many.jsonl"
    source.write_text("".join(lines), "utf-8")
    process = extract(str(source), "-j", "2", "--output-dir", str(tmp_path / "out"))
    limit = time.monotonic() + 120
    while not list((tmp_path / "out").glob("*.json")):
        assert process.poll() is None
        assert time.monotonic() < limit
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    told, errors = process.communicate(timeout=60)
    assert (process.returncode, told, errors) == (130, b"", b"timeline: interrupted\n")
    while members := _members(process.pid):
        assert time.monotonic() < limit, members
        time.sleep(0.05)


def _members(session: int) -> list[str]:
    """The processes of a session, as /proc tells them."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            stat = place.read_text("utf-8", "replace")
        except OSError:
            continue
        if stat.rpartition(")")[2].split()[3] == str(session):
            found.append(stat)
    return found


def test_a_worker_is_replaced_after_some_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its memory would grow with the words of all the texts that it has read."""
    texts = [f"It fell in {1901 + i}." for i in range(11)]
    started: list[int] = []
    start = pool._start

    def count(job: Job) -> pool._Worker:
        worker = start(job)
        started.append(worker.process.pid or 0)
        return worker

    monkeypatch.setattr(pool, "_start", count)
    monkeypatch.setattr(pool, "RENEWED", 3)
    results = [result for _, result in work(documents(*texts), PerilousJob(OPTIONS), jobs=2)]
    told = [result.expressions[0].text for result in results if isinstance(result, Annotated)]
    assert told == [str(1901 + i) for i in range(11)]
    assert len(started) >= 4
    assert len(set(started)) == len(started)
