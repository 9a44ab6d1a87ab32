"""Kill runs again and again, go on with --resume, compare with a run that nobody killed.

    python tests/benchmarks/kill_resume.py [--kills 200] [--ways folder-2 cluster ...] [--minutes 5]

A story is a run that is killed, up to three others that go on with it and are killed too, and one
that comes to its end: then the folder must be the same, byte for byte, as that of a quiet run. A
run is a process of its own that kills itself (SIGKILL) within a write, after so many bytes of
outputs and journal together; with two workers ("-2") one of these is killed now and then instead,
at a random time. "program" is the command line with two workers, killed from outside at a random
time. A cluster's scheduler and workers stay; who reads and writes is killed.

Ctrl-C, SIGTERM and --minutes end it early: what it then says is true of the stories that ended.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from killed import begin, counted, end, in_process, workers_of

from timeline.batch import spool
from timeline.batch.each import Folder, extract_each
from timeline.batch.each_part import extract_parts
from timeline.batch.job import Form, Job
from timeline.batch.parts import Outcome, Part, Size, do_part
from timeline.batch.same import describe_process
from timeline.document import Document
from timeline.pipeline import Options
from timeline.readers.base import Failure
from timeline.temporal.edtf import parse_date

OPTIONS = Options(reading_date=parse_date("2026-11-22"))
JOB = Job(OPTIONS, form=Form("json"))
DOCUMENTS = 6
SIZE = Size(documents=2)
SHORT = 1000  # bytes of an output that goes to a file while it is made, in some of the runs
Target = tuple[Folder | None, Path | None]  # a folder of outputs, or a journal


def sources() -> Iterator[Document | Failure]:
    """Tiny documents, and between them a source that cannot be read."""
    for number in range(DOCUMENTS):
        if number == 2:
            yield Failure("broken.pdf", "the file looks like a PDF, not text")
        text = f"Bridge {number} fell on {number + 1} May 2021."
        yield Document(id=f"d{number}", text=text, source=f"d{number}.txt")


def run(target: Target, *, resume: bool = True, jobs: int = 1) -> None:
    """One run to its end."""
    extract_each(sources(), JOB, folder=target[0], journal=target[1], resume=resume, jobs=jobs)


def make_target(place: Path, *, in_journal: bool) -> Target:
    """Where a run writes."""
    place.mkdir(exist_ok=True)
    return (None, place / "run.jsonl") if in_journal else (Folder(place, ".json"), None)


def run_parts(place: Path) -> None:
    """The same by parts, worked on in this process."""

    def work(parts: Iterator[Part]) -> Iterator[tuple[Part, Outcome]]:
        for part in parts:
            yield part, do_part(JOB, part.documents, describe_process(OPTIONS))

    place.mkdir(exist_ok=True)
    extract_parts(sources(), JOB, work, folder=place, resume=True, size=SIZE)


def run_cluster(address: str, place: Path) -> None:
    """The same by parts, worked on by a cluster."""
    from timeline.batch.cluster import open_cluster

    place.mkdir(exist_ok=True)
    with open_cluster(address, JOB) as crew:
        extract_parts(sources(), JOB, crew.work, folder=place, resume=True, size=SIZE)


def run_to(place: Path, *, in_journal: bool = False, jobs: int = 1) -> None:
    """A run that writes below a folder."""
    run(make_target(place, in_journal=in_journal), jobs=jobs)


def run_program(corpus: Path, place: Path) -> None:
    """The command line; this process becomes it."""
    command = [sys.executable, "-m", "timeline", "extract", str(corpus), "--resume", "-j", "2"]
    command += ["--read-on", "2026-11-22", "-q", "--output-dir", str(place)]
    os.execv(sys.executable, command)


Way = Callable[[Path], None]  # a run that writes below a folder
WAYS: Mapping[str, Way] = {
    "folder": run_to,
    "journal": partial(run_to, in_journal=True),
    "parts": run_parts,
    "folder-2": partial(run_to, jobs=2),
    "journal-2": partial(run_to, in_journal=True, jobs=2),
}
CLUSTER, PROGRAM = "cluster", "program"


def contents(place: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}


@dataclass(slots=True)
class Killer:
    """Tells stories of one way to run until there are so many kills.

    `timed`: the runs are killed from outside, not by what they write. `kills` counts those of the
    `stories` that ended as they should.
    """

    name: str
    way: Way
    work: Path
    seed: int = 1
    timed: bool = False
    kills: int = 0
    stories: int = 0
    chance: random.Random = field(init=False)
    quiet: dict[str, bytes] = field(init=False)
    size: int = field(init=False)  # bytes that a quiet run writes
    length: float = field(init=False)  # s that it takes

    def __post_init__(self) -> None:
        self.chance = random.Random(f"{self.name} {self.seed}")
        place = self.work / f"{self.name}-quiet"
        reached, told = os.pipe()

        def tell_size() -> None:
            with counted(None) as written:
                self.way(place)
            os.write(told, str(written()).encode())

        for once_more in (True, False):  # the first run is the slower one
            begun = time.monotonic()
            assert in_process(partial(self.way, place) if self.timed else tell_size) == 0
            self.length = time.monotonic() - begun
            self.size = 0 if self.timed else int(os.read(reached, 20))
            self.quiet = contents(place)
            if once_more:
                shutil.rmtree(place)
        os.close(reached)
        os.close(told)

    def tell(self, kills: int, until: float) -> Iterator[None]:
        """Story by story. Raises AssertionError where one does not end as it should."""
        while self.kills < kills and time.monotonic() < until:
            what = f"{self.name}, seed {self.seed}, story {self.stories + 1}"
            place = self.work / f"{self.name}-{self.stories + 1}"
            done = 0
            for _ in range(self.chance.randint(1, 4)):
                killed, code = self._run_until_killed(place)
                assert code in (0, -signal.SIGKILL), f"{what}: exit code {code}"
                done += killed
                if code == 0 and not killed:
                    break
            code = in_process(partial(self.way, place))
            assert code == 0, f"{what}: exit code {code}"
            assert contents(place) == self.quiet, f"{what}: not the same bytes, see {place}"
            shutil.rmtree(place)
            self.kills, self.stories = self.kills + done, self.stories + 1
            yield

    def _run_until_killed(self, place: Path) -> tuple[bool, int]:
        """Whether something was killed, and how the run ended."""
        chance = self.chance
        if self.timed:
            return self._kill_later(begin(partial(self.way, place)), chance.uniform(0.1, 1.1))
        limit, short = chance.randint(0, self.size), chance.random() < 0.5

        def work(limit: int | None) -> None:
            if short:
                spool.LARGE = SHORT
            with counted(limit):
                self.way(place)

        if self.name.endswith("-2") and chance.random() < 0.3:
            process = begin(partial(work, None))
            return self._kill_worker(chance.random()), end(process)
        code = in_process(partial(work, limit))
        return code == -signal.SIGKILL, code

    def _kill_later(self, process: int, share: float) -> tuple[bool, int]:
        """Kill a run when this share of its time is over."""
        limit = time.monotonic() + share * self.length
        while time.monotonic() < limit:
            found, status = os.waitpid(process, os.WNOHANG)
            if found:
                return False, os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        os.kill(process, signal.SIGKILL)
        code = end(process)
        return code == -signal.SIGKILL, code

    def _kill_worker(self, share: float) -> bool:
        """Kill one of two workers when this share of the time is over, if there is one."""
        time.sleep(share * self.length)
        workers = workers_of()
        if not workers:
            return False
        with suppress(ProcessLookupError):
            os.kill(self.chance.choice(workers), signal.SIGKILL)
            return True
        return False


def kill_and_resume(way: str, kills: int, seed: int, work: Path) -> int:
    """How many kills there were; raises AssertionError where an end is not that of a quiet run."""
    killer = _make_killer(way, work, seed)
    for _ in killer.tell(kills, float("inf")):
        pass
    return killer.kills


def _make_killer(way: str, work: Path, seed: int) -> Killer:
    with tempfile.TemporaryDirectory() as name:
        WAYS[way](
            Path(name)
        )  # once here: the runs are forked from what is loaded, and share workers
    gc.collect()
    gc.freeze()
    return Killer(way, WAYS[way], work, seed)


def main() -> None:
    """Kill, resume, compare, and say how often."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=40, help="of each way")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", nargs="+", default=[*WAYS], choices=[*WAYS, CLUSTER, PROGRAM])
    parser.add_argument("--minutes", type=float, default=float("inf"), help="of all together")
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, _stop)
    until = time.monotonic() + 60 * args.minutes
    killers: list[Killer] = []
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack, suppress(KeyboardInterrupt):
        folder = Path(name)
        for way in args.ways:
            killer = _begin(way, folder, args.seed, stack)
            killers.append(killer)
            _tell_all(killer, args.kills, until)
    kills, stories = sum(one.kills for one in killers), sum(one.stories for one in killers)
    told = ", ".join(f"{one.name} {one.kills}" for one in killers)
    print(f"{kills} kills in {stories} stories, each ended with the bytes of a quiet run: {told}")


def _stop(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
    raise KeyboardInterrupt


def _tell_all(killer: Killer, kills: int, until: float) -> None:
    """All stories of one way, with a line for every tenth kill or so."""
    begun, said = time.monotonic(), 0
    for _ in killer.tell(kills, until):
        if killer.kills - said >= 10 or killer.kills >= kills:
            said = killer.kills
            spent = f"{time.monotonic() - begun:.0f} s"
            print(f"{killer.name}: {said} kills, {killer.stories} stories, {spent}", flush=True)


def _begin(way: str, folder: Path, seed: int, stack: ExitStack) -> Killer:
    """Whoever tells the stories of this way, with what it needs."""
    if way == CLUSTER:
        import distributed  # noqa: F401  # once, before the runs are forked
        from dask_processes import started

        (folder / "dask").mkdir()
        address = stack.enter_context(started(folder / "dask")).address
        return Killer(way, partial(run_cluster, address), folder, seed)
    if way == PROGRAM:
        corpus = folder / "corpus"
        corpus.mkdir()
        for item in range(60):
            text = f"Bridge {item} fell on {item % 28 + 1} May 2021.\n"
            (corpus / f"d{item:02}.txt").write_text(text, "utf-8")
        return Killer(way, partial(run_program, corpus), folder, seed, timed=True)
    return _make_killer(way, folder, seed)


if __name__ == "__main__":
    main()
