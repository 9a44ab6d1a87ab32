"""Kill runs at random bytes of what they write, go on with --resume, compare with a quiet run.

    python tests/benchmarks/kill_resume.py [--kills 200] [--seed 1]

Each run is a process of its own that kills itself (SIGKILL) in the middle of a write, after so many
bytes of outputs and journal together; then another goes on, and may be killed too. At the end the
folder must be the same, byte for byte, as that of a run that nobody killed. With --jobs 2 the
processes are killed from outside, at random times, their workers too.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from timeline.batch.each import Folder, extract_each
from timeline.batch.job import Form, Job
from timeline.document import Document
from timeline.pipeline import Options, load
from timeline.readers.base import Failure
from timeline.temporal.edtf import parse_date

OPTIONS = Options(reading_date=parse_date("2026-11-22"))
JOB = Job(OPTIONS, form=Form("json"))
DOCUMENTS = 6
Target = tuple[Folder | None, Path | None]  # a folder of outputs, or a journal


def sources() -> Iterator[Document | Failure]:
    """Tiny documents, and between them a source that cannot be read."""
    for number in range(DOCUMENTS):
        if number == 2:
            yield Failure("broken.pdf", "the file looks like a PDF, not text")
        text = f"Bridge {number} fell on {number + 1} May 2021."
        yield Document(id=f"d{number}", text=text, source=f"d{number}.txt")


def run(target: Target, *, resume: bool = True) -> None:
    """One run to its end."""
    extract_each(sources(), JOB, folder=target[0], journal=target[1], resume=resume)


def contents(place: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}


class _Counting:
    """A stream that kills its process when so many bytes are written to all of them."""

    written = 0
    limit: int | None = None

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def write(self, data: bytes) -> int:
        """Write what is still allowed."""
        left = len(data) if self.limit is None else self.limit - _Counting.written
        self.stream.write(data[: max(0, left)])
        self.stream.flush()
        _Counting.written += len(data)
        if self.limit is not None and left <= len(data):
            os.kill(os.getpid(), signal.SIGKILL)
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.stream)

    def __enter__(self) -> _Counting:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()


@contextmanager
def counted(limit: int | None) -> Iterator[None]:
    """All that is opened meanwhile counts what is written to it."""
    open_ = Path.open

    def opened(path: Path, mode: str = "r", *args: Any, **named: Any) -> Any:
        stream = open_(path, mode, *args, **named)
        return _Counting(stream) if mode in ("wb", "w+b", "r+b") else stream

    Path.open = opened  # type: ignore[method-assign,assignment]
    _Counting.written, _Counting.limit = 0, limit
    try:
        yield
    finally:
        Path.open = open_  # type: ignore[method-assign]


def in_process(work: Callable[[], None]) -> int:
    """Run it in a forked process; returns how it ended, as os.waitstatus_to_exitcode tells it."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def make_target(place: Path, *, in_journal: bool) -> Target:
    """Where a run writes."""
    place.mkdir()
    return (None, place / "run.jsonl") if in_journal else (Folder(place, ".json"), None)


def kill_and_resume(kills: int, seed: int, work: Path) -> int:
    """How many runs were killed; raises AssertionError where the end is not that of a quiet run."""
    load(OPTIONS)  # once: the killed processes are forked from this one
    chance = random.Random(seed)
    quiet, sizes = {}, {}
    for in_journal in (False, True):
        place = work / f"quiet-{in_journal}"
        with counted(None):
            run(make_target(place, in_journal=in_journal), resume=False)
            sizes[in_journal] = _Counting.written
        quiet[in_journal] = contents(place)
    done = story = 0
    while done < kills:
        story += 1
        in_journal = chance.random() < 0.5
        place = work / f"story-{story}"
        target = make_target(place, in_journal=in_journal)

        def work_until(limit: int, target: Target = target) -> None:
            with counted(limit):
                run(target)

        for _ in range(chance.randint(1, 4)):
            limit = chance.randint(0, sizes[in_journal])
            code = in_process(lambda limit=limit: work_until(limit))  # type: ignore[misc]
            assert code in (0, -signal.SIGKILL), f"seed {seed}, story {story}: exit code {code}"
            done += code == -signal.SIGKILL
            if code == 0:
                break
        assert in_process(lambda target=target: run(target)) == 0, f"story {story}"  # type: ignore[misc]
        assert contents(place) == quiet[in_journal], f"seed {seed}, story {story}: not the same"
        shutil.rmtree(place)
    return done


def kill_from_outside(kills: int, seed: int, work: Path) -> int:
    """The same with two workers and the command line, killed from outside at random times."""
    chance = random.Random(seed)
    corpus = work / "corpus"
    corpus.mkdir()
    for number in range(60):
        text = f"Bridge {number} fell on {number % 28 + 1} May 2021.\n"
        (corpus / f"d{number:02}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "timeline", "extract", str(corpus), "--resume"]
    command += ["-j", "2", "--read-on", "2026-11-22", "-q", "--output-dir"]
    started = time.monotonic()
    subprocess.run([*command, str(work / "quiet")], check=True)
    length = time.monotonic() - started
    done, story = 0, 0
    while done < kills:
        story += 1
        place = work / f"outside-{story}"
        while True:
            process = subprocess.Popen([*command, str(place)], stderr=subprocess.DEVNULL)
            try:
                process.wait(chance.uniform(0.3, 1.1) * length)
                break
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                done += 1
        assert process.returncode == 0
        assert contents(place) == contents(work / "quiet"), f"seed {seed}, story {story}"
    return done


def main() -> None:
    """Kill, resume, compare, and say how often."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kill = kill_and_resume if args.jobs == 1 else kill_from_outside
        started = time.monotonic()
        done = kill(args.kills, args.seed, Path(folder))
    spent = time.monotonic() - started
    print(f"{done} kills, every run ended with the same bytes ({spent:.0f} s)")


if __name__ == "__main__":
    main()
