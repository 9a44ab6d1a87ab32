"""Many documents on this machine, in this process or in several; the results in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..annotation import Annotated
from ..document import Document
from ..pipeline import Options, Pipeline, check_date, load
from ..readers.base import Failure
from .job import Job, Made, Result

SHORT = 10_000  # characters of a document that is read together with others


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
        assert not isinstance(result, Made)  # a job without a form makes none
        yield result


def work(
    sources: Iterable[Document | Failure],
    job: Job,
    *,
    jobs: int = 1,
    timeout: float | None = None,
    ahead: int = 1,
) -> Iterator[tuple[Document | Failure, Result]]:
    """Each source with its result, in order; a document that breaks is a failure.

    `jobs` is the number of processes; `timeout` (s) how long one document may take, which needs a
    process even for one job. The model is loaded when the first document arrives, and a ModelError
    is raised then; a `date` that is none is an OptionError at once: it would fail every document.
    So many documents are read `ahead` and parsed together, where nobody waits for each result.
    """
    check_date(job.options)
    if jobs > 1 or timeout is not None:
        from .pool import work_in_processes

        yield from work_in_processes(sources, job, jobs=jobs, timeout=timeout)
        return
    pipeline: Pipeline | None = None
    for batch in _batches(sources, ahead):
        if isinstance(batch, Failure):
            yield batch, batch
            continue
        if pipeline is None:
            pipeline = load(job.options)
        results = job.do_together(pipeline, batch) if len(batch) > 1 else None
        for place, document in enumerate(batch):
            yield document, results[place] if results else job.do(pipeline, document)


def _batches(
    sources: Iterable[Document | Failure], most: int
) -> Iterator[list[Document] | Failure]:
    """Short documents some at a time; longer ones, failures and the first one are alone."""
    batch: list[Document] = []
    size = 1
    for item in sources:
        if isinstance(item, Document) and len(item.text) <= SHORT:
            batch.append(item)
            if len(batch) < size:
                continue
        if batch:
            yield batch
        batch, size = [], most
        if isinstance(item, Failure):
            yield item
        elif len(item.text) > SHORT:
            yield [item]
    if batch:
        yield batch
