"""Parts worked on by the workers of a Dask cluster: those of a scheduler, or some of our own.

Only this program reads the sources and writes the parts; workers need no common disk. A part whose
worker dies is given to another by the scheduler; it is written once, by name, whoever did it.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from ..document import Document
from ..errors import MissingExtraError, ModelError, OptionError, TimelineError
from ..readers.base import Failure
from .job import Job
from .parts import Outcome, Part, do_part, prepare
from .same import Setting, check_same, describe_process

LOCAL = "local"
_SCHEMES = ("tcp://", "tls://")
AHEAD = 3  # parts a worker that are read and not yet written
CONNECT = 15.0  # s to reach a scheduler
BORN = 60.0  # s until the first worker is there: on a busy machine its start takes long
LOST = 60.0  # s without any worker before nobody waits longer
_STEP = 1.0  # s between two looks at who is there
GONE = "what is done is kept: see to the cluster and go on with --resume"


@contextmanager
def open_cluster(
    address: str, job: Job, *, processes: int = 1, timeout: float | None = None
) -> Iterator[Crew]:
    """The workers of a scheduler ("tcp://..."), or of so many own `processes` ("local").

    All of them are like this process. `timeout` (s) is how long one document may take. Raises
    MissingExtraError, ModelError where one is not, and TimelineError where there is no scheduler or
    no worker.
    """
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError("--cluster", "distributed", "cluster") from error
    if address != LOCAL and not address.startswith(_SCHEMES):
        raise OptionError(f"{address!r} is no address of a Dask scheduler", "write tcp://host:8786")
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        target: Any = address
        if address == LOCAL:
            target = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=processes,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    memory_limit=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        client = stack.enter_context(_connect(target, address))
        crew = Crew(client, job, address, describe_process(job.options), timeout)
        crew.check()
        yield crew


@contextmanager
def _connect(target: Any, address: str) -> Iterator[Any]:
    from distributed import Client

    try:
        client = Client(target, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise TimelineError(
            f"there is no Dask scheduler at {address}",
            "start one with `dask scheduler`, and name it as it says: tcp://host:8786",
        ) from error
    try:
        yield client
    finally:
        with suppress(OSError, TimeoutError, RuntimeError):
            client.close(timeout=CONNECT)


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask logs what we tell in one sentence, and warns of what we check or do on purpose."""
    import dask

    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings(), dask.config.set(_SETTINGS):
            warnings.filterwarnings("ignore", module=r"distributed\.")
            yield
    finally:
        logger.setLevel(level)


_SETTINGS = {
    # A part is sent with its task: what is laid in a worker's memory would die with that worker.
    "distributed.admin.large-graph-warning-threshold": "1 GiB",
    # A worker of our own need not be looked at a hundred times a second.
    "distributed.worker.profile.enabled": False,
}


@dataclass(slots=True)
class Crew:
    """The workers of a cluster, and what all of them must be like."""

    client: Any
    job: Job
    address: str
    wanted: Setting
    timeout: float | None = None
    seen: float = field(default_factory=time.monotonic)  # when there last was a worker

    def check(self) -> None:
        """Raises ModelError for a worker of another version, TimelineError where there is none."""
        with self._reaching():
            try:
                self.client.wait_for_workers(1, timeout=BORN)
            except TimeoutError as error:
                raise TimelineError(
                    f"the scheduler at {self.address} has no workers",
                    f"start some with `dask worker {self.address}`",
                ) from error
            found = self.client.run(prepare, self.job, on_error="return")
        for name, told in sorted(found.items()):
            if isinstance(told, TimelineError):
                raise ModelError(f"the worker {name}: {told.message}", told.hint) from told
            if isinstance(told, BaseException):
                raise ModelError(
                    f"the worker {name} cannot run this program: {type(told).__name__}: {told}",
                    "install timeline-extract there, in the same version",
                ) from told
            check_same(name, told, self.wanted)

    def work(self, parts: Iterator[Part]) -> Iterator[tuple[Part, Outcome]]:
        """Each part with what came of it, as they are done; few are read ahead.

        Raises ModelError for a worker that came later and is another, TimelineError where the
        scheduler or all workers are gone.
        """
        flying: dict[Any, Part] = {}
        more = True
        try:
            while True:
                while more and len(flying) < AHEAD * max(1, self._count()):
                    part = next(parts, None)
                    if part is None:
                        more = False
                        break
                    flying[self._submit(part.documents, part.name)] = part
                if not flying:
                    return
                for future in self._wait(list(flying)):
                    part = flying.pop(future)
                    yield part, self._take(future, part)
        finally:
            for future in flying:
                with suppress(OSError, RuntimeError, TimeoutError):
                    future.cancel()

    def _submit(self, documents: Sequence[Document], name: str) -> Any:
        with self._reaching():
            return self.client.submit(
                do_part,
                self.job,
                documents,
                self.wanted,
                f"of {name}",
                self.timeout,
                pure=False,
            )

    def _wait(self, futures: list[Any]) -> list[Any]:
        """Those that are done, one at least."""
        from distributed import wait

        while True:
            with self._reaching(), suppress(TimeoutError), self.client.as_current():
                wait(futures, timeout=_STEP, return_when="FIRST_COMPLETED")
            if done := [future for future in futures if future.done()]:
                return done
            if self._count() == 0 and time.monotonic() - self.seen > LOST:
                raise TimelineError(f"no worker is left at {self.address}", GONE)

    def _take(self, future: Any, part: Part) -> Outcome:
        from distributed import KilledWorker

        with self._reaching():
            try:
                outcome = future.result()
            except KilledWorker:
                outcome = self._find_killers(part)
        assert isinstance(outcome, Outcome)
        return outcome

    def _find_killers(self, part: Part) -> Outcome:
        """Do a part without the documents that kill every worker which is given them."""
        from distributed import KilledWorker

        documents = part.documents
        failures: list[Failure | None] = [None] * len(documents)
        for place, document in enumerate(documents):
            try:
                self._submit([document], part.name).result()
            except KilledWorker:
                failures[place] = Failure(
                    document.source, "workers were killed by it: perhaps the memory ran out"
                )
        rest = [d for d, failure in zip(documents, failures, strict=True) if failure is None]
        outcome = self._submit(rest, part.name).result()
        found = iter(outcome.failures)
        return Outcome(outcome.data, tuple(one or next(found) for one in failures))

    def _count(self) -> int:
        """How many workers there are."""
        with self._reaching():
            number = len(self.client.nthreads())
        if number:
            self.seen = time.monotonic()
        return number

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """A scheduler that cannot be reached any more is told in one sentence."""
        from asyncio import CancelledError as Cancelled
        from concurrent.futures import CancelledError

        try:
            yield
        except (CancelledError, Cancelled, OSError) as error:
            if isinstance(error, TimeoutError):
                raise
            raise TimelineError(f"the scheduler at {self.address} is gone", GONE) from error
