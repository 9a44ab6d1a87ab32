"""A Dask scheduler and its workers as processes of their own, on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WAIT = 120  # s


@dataclass(frozen=True)
class Cluster:
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def started(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A scheduler and so many workers, each of one thread and without anybody who restarts it."""
    told = folder / "scheduler.json"
    scheduler = _start(
        "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told)
    )
    running = [scheduler]
    try:
        limit = time.monotonic() + WAIT
        while not (told.exists() and told.read_text("utf-8").endswith("}")):
            assert scheduler.poll() is None
            assert time.monotonic() < limit
            time.sleep(0.05)
        address = json.loads(told.read_text("utf-8"))["address"]
        names = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        running += [_start("worker", address, *names) for _ in range(workers)]
        yield Cluster(address, scheduler, running[1:])
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()


def _start(kind: str, *args: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard", *args]
    quiet = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(
        command, env={**os.environ, **quiet}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
