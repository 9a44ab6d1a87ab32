"""A scheduler and two workers in processes of their own; one of them is killed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from benchmarks import kill_resume as runs
from dask_processes import started
from journals import read_chronologies

from timeline.batch import cluster
from timeline.batch.each import extract_each
from timeline.batch.each_part import extract_parts
from timeline.batch.parts import Size
from timeline.document import Document
from timeline.errors import OptionError, TimelineError
from timeline.readers.base import Failure

pytest.importorskip("distributed", reason="the extra cluster is not installed")
SIZE = Size(documents=2)


def documents(number: int) -> list[Document | Failure]:
    texts = [f"Mill {i} burned down in {1900 + i}." for i in range(number)]
    return [Document(id=f"d{i}", text=text, source=f"d{i}") for i, text in enumerate(texts)]


def test_a_killed_worker_costs_nothing_and_a_lost_scheduler_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    extract_each(documents(40), runs.JOB, journal=tmp_path / "run")
    told = [msgspec.json.encode(one) for one in read_chronologies(tmp_path / "run")]
    with started(tmp_path) as processes:
        begun: list[object] = []

        def kill_one(item: object, failure: Failure | None) -> None:
            assert failure is None
            if not begun:
                processes.workers[0].kill()
                begun.append(item)

        with cluster.open_cluster(processes.address, runs.JOB) as crew:
            crew.client.wait_for_workers(2, timeout=60)
            tally = extract_parts(
                documents(40), runs.JOB, crew.work, folder=out, size=SIZE, watch=kill_one
            )
        assert (tally.done, tally.kept, tally.failed) == (40, 0, 0)
        assert processes.workers[0].wait() == -9
        parts = sorted(out.glob("part-*.jsonl"))
        assert b"".join(part.read_bytes() for part in parts).splitlines() == told

        def kill_scheduler(item: object, failure: Failure | None) -> None:
            processes.scheduler.kill()

        (out / parts[3].name).unlink()
        with (
            pytest.raises(TimelineError, match=r"the scheduler at tcp://.* is gone"),
            cluster.open_cluster(processes.address, runs.JOB) as crew,
        ):
            extract_parts(
                documents(60), runs.JOB, crew.work,
                folder=out, size=SIZE, resume=True, watch=kill_scheduler,
            )  # fmt: skip


def test_what_is_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.2)
    with (
        pytest.raises(TimelineError, match="there is no Dask scheduler at tcp://127"),
        cluster.open_cluster("tcp://127.0.0.1:1", runs.JOB),
    ):
        pass
    with (
        pytest.raises(OptionError, match="'here' is no address of a Dask scheduler"),
        cluster.open_cluster("here", runs.JOB),
    ):
        pass
