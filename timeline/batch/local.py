"""Many documents on this machine, in this process or in several; the results in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..annotation import Annotated
from ..document import Document
from ..pipeline import Options, Pipeline, check_date, load
from ..readers.base import Failure
from .job import Job, Result
from .spool import Spooled


def annotate_sources(
    sources: Iterable[Document | Failure],
    options: Options,
    *,
    jobs: int = 1,
    timeout: float | None = None,
) -> Iterator[Annotated | Failure]:
    """Annotate each document that was read, in order; failures pass through.

    `jobs` and `timeout` are as in `work`, and so are the errors.
    """
    for _, result in work(sources, Job(options), jobs=jobs, timeout=timeout):
        assert not isinstance(result, bytes | Spooled)  # a job without a form makes none
        yield result


def work(
    sources: Iterable[Document | Failure],
    job: Job,
    *,
    jobs: int = 1,
    timeout: float | None = None,
) -> Iterator[tuple[Document | Failure, Result]]:
    """Each source with its result, in order; a document that breaks is a failure.

    `jobs` is the number of processes; `timeout` (s) how long one document may take, which needs a
    process even for one job. The model is loaded when the first document arrives, and a ModelError
    is raised then; a `date` that is none is an OptionError at once: it would fail every document.
    """
    check_date(job.options)
    if jobs > 1 or timeout is not None:
        from .pool import work_in_processes

        yield from work_in_processes(sources, job, jobs=jobs, timeout=timeout)
        return
    pipeline: Pipeline | None = None
    for item in sources:
        if isinstance(item, Failure):
            yield item, item
            continue
        if pipeline is None:
            pipeline = load(job.options)
        yield item, job.do(pipeline, item)
