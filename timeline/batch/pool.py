"""Processes that work side by side: order kept, few documents read ahead, no worker irreplaceable.

The workers come from a fork server that has loaded the pipeline: it has no threads, unlike a
program that may have started some, so that forking is safe, and the workers share its memory. Where
there is no such server each loads the pipeline itself.
"""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import forkserver, get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from ..document import Document
from ..errors import ModelError, TimelineError
from ..readers.base import Failure
from .job import Job, Result
from .nursery import WANTED, describe_wanted
from .worker import READY, serve

AHEAD = 4  # documents a worker that are read and not yet handed on
STARTS = 3  # workers in a row that die before they are ready
GRACE = 5.0  # s for a killed process to be gone
# Documents after which another process takes over: spaCy's table of words keeps a place for each
# new one though it forgets the word, 0.4 kB for a short text.
RENEWED = 5_000
# Each worker has one processor: its mathematics must not start a thread for every one.
SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(slots=True)
class _Task:
    """A source in its turn, and its result when there is one."""

    item: Document | Failure
    result: Result | None = None


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, and what it does."""

    process: BaseProcess
    line: Connection
    ready: bool = False
    done: int = 0
    task: _Task | None = None
    deadline: float | None = None


def work_in_processes(
    sources: Iterable[Document | Failure],
    job: Job,
    *,
    jobs: int,
    timeout: float | None = None,
    crew: Crew | None = None,
) -> Iterator[tuple[Document | Failure, Result]]:
    """Each source with its result, in order; see `local.work`.

    A document whose worker dies or takes too long is a failure, and another worker goes on with the
    rest. At most `AHEAD` documents a worker are in memory. A `crew` of the same job and timeout is
    kept for the next call, where all went well. Raises ModelError.
    """
    stays = crew is not None
    crew = crew or Crew(job, timeout)
    rest = iter(sources)
    tasks: deque[_Task] = deque()  # in order, not yet handed on
    waiting: deque[_Task] = deque()  # of these, not yet begun
    more, done_well = True, False
    try:
        while True:
            while more and len(tasks) < AHEAD * jobs:
                item = next(rest, None)
                if item is None:
                    more = False
                    break
                task = _Task(item, item if isinstance(item, Failure) else None)
                tasks.append(task)
                if task.result is None:
                    waiting.append(task)
                if crew.idle and waiting:
                    break  # nobody waits while more is read
            crew.hire(min(jobs, len(waiting) + crew.busy))
            crew.hand_out(waiting)
            while tasks and tasks[0].result is not None:
                done = tasks.popleft()
                assert done.result is not None
                yield done.item, done.result
            if not tasks and not more:
                done_well = True
                return
            if crew.busy or waiting:
                crew.listen(block=not more or len(tasks) >= AHEAD * jobs)
    finally:
        if not (stays and done_well):
            crew.dismiss()


@dataclass(slots=True)
class Crew:
    """The workers, and what became of each."""

    job: Job
    timeout: float | None
    workers: list[_Worker] = field(default_factory=list)
    lost: int = 0  # workers in a row that died before they were ready

    @property
    def busy(self) -> int:
        """How many work on a document."""
        return sum(worker.task is not None for worker in self.workers)

    @property
    def idle(self) -> bool:
        """Whether one has nothing to do."""
        return any(worker.ready and worker.task is None for worker in self.workers)

    def hire(self, number: int) -> None:
        """Start workers until there are so many."""
        while len(self.workers) < number:
            self.workers.append(_start(self.job))

    def hand_out(self, waiting: deque[_Task]) -> None:
        """Give documents to those who have none."""
        for worker in tuple(self.workers):
            if worker.ready and worker.task is None and waiting:
                worker.task = waiting.popleft()
                worker.deadline = None if self.timeout is None else time.monotonic() + self.timeout
                try:
                    worker.line.send(worker.task.item)
                except OSError:
                    self._bury(worker)

    def listen(self, *, block: bool) -> None:
        """Take what the workers say, and look after those who are dead or too slow."""
        limits = [worker.deadline for worker in self.workers if worker.deadline is not None]
        left = max(0.0, min(limits) - time.monotonic()) if limits else None
        spoken = wait([worker.line for worker in self.workers], left if block else 0)
        for worker in tuple(self.workers):
            if worker.line in spoken:
                self._hear(worker)
            elif worker.deadline is not None and time.monotonic() >= worker.deadline:
                assert worker.task is not None
                _stop(worker)
                self._fail(worker, f"it was not done within {self.timeout:g} seconds")
                self.workers.remove(worker)

    def _hear(self, worker: _Worker) -> None:
        try:
            said = worker.line.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if worker.ready:
            assert worker.task is not None
            worker.task.result = said
            worker.task = worker.deadline = None
            worker.done += 1
            if worker.done >= RENEWED:
                _stop(worker)
                self.workers.remove(worker)
        elif said == READY:
            worker.ready, self.lost = True, 0
        else:
            raise ModelError(said.reason, said.hint)

    def _bury(self, worker: _Worker) -> None:
        """A worker has died: its document failed, and another goes on."""
        _stop(worker)
        reason = _cause(worker.process.exitcode)
        if not worker.ready:
            self.lost += 1
            if self.lost >= STARTS:
                raise TimelineError(
                    f"no worker process can start: {reason}", "try a smaller number with --jobs"
                )
        self._fail(worker, f"the worker process {reason}")
        self.workers.remove(worker)

    def _fail(self, worker: _Worker, reason: str) -> None:
        if worker.task is not None:
            worker.task.result = Failure(worker.task.item.source, reason)
            worker.task = worker.deadline = None

    def dismiss(self) -> None:
        """Stop all workers, whatever they do."""
        for worker in self.workers:
            _stop(worker)
        self.workers.clear()


def _start(job: Job) -> _Worker:
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context: Any = get_context(method)
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there, job), daemon=True)
    with _quiet_children(describe_wanted(job.options)):
        if method == "forkserver":
            context.set_forkserver_preload([describe_wanted.__module__])
            forkserver.ensure_running()
        process.start()
    there.close()
    return _Worker(process, here)


def _stop(worker: _Worker) -> None:
    """End a process and wait until it is gone: no zombie stays."""
    worker.line.close()
    with suppress(OSError, ValueError):
        if worker.process.is_alive() and worker.process.exitcode is None:
            worker.process.kill()
    worker.process.join(GRACE)


def _cause(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"ended by itself with code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    out = ": perhaps the memory ran out" if name == "SIGKILL" else ""
    return f"was killed ({name}){out}"


@contextmanager
def _quiet_children(wanted: str) -> Iterator[None]:
    """New processes hear no Ctrl-C, start one thread for mathematics, and know what to load."""
    before = {name: os.environ.get(name) for name in (*SINGLE, WANTED)}
    os.environ.update({name: os.environ.get(name, "1") for name in SINGLE})
    os.environ[WANTED] = wanted
    masks = hasattr(signal, "pthread_sigmask")
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else set()
    try:
        yield
    finally:
        if masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
