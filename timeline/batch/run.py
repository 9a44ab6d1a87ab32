"""From sources to a chronology in one call: what the library and the command line both do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..annotation import Annotated
from ..chronology import Failure as FailureRecord
from ..chronology import Timeline
from ..document import Document
from ..pipeline import Options
from ..readers.base import Failure
from ..report import make_timeline
from ..report.selection import Selection
from .job import Job
from .local import work
from .provenance import make_provenance

__all__ = ["Selection", "run"]

AHEAD = 8  # documents; more of them save hardly more


def run(
    sources: Iterable[Document | Failure],
    options: Options,
    selection: Selection | None = None,
    *,
    jobs: int = 1,
    timeout: float | None = None,
    watch: Callable[[Document | Failure], None] | None = None,
) -> Timeline:
    """The chronology of all sources; a broken source is a failure in it.

    `jobs` is the number of processes, which changes no byte of it; `timeout` (s) how long one
    document may take. `watch` is called after each source. Raises OptionError and ModelError.
    """
    selection = selection or Selection()
    failures: list[FailureRecord] = []
    choice = selection.make_choice()

    def find() -> Iterator[Annotated]:
        for item, result in work(sources, Job(options), jobs=jobs, timeout=timeout, ahead=AHEAD):
            if isinstance(result, Failure):
                failures.append(FailureRecord(source=result.source, reason=result.reason))
            elif isinstance(result, Annotated):
                yield result
            if watch is not None:
                watch(item)

    return make_timeline(
        find(),
        failures=failures,
        provenance=make_provenance(options, selection),
        keep_all=selection.keep_all,
        choice=choice,
    )
