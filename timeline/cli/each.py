"""`timeline extract` with a chronology for each document, in a folder or in a journal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OptionError
from .beware import Notices
from .folder import make_folder
from .messages import complain

if TYPE_CHECKING:
    from ..batch.job import Job
    from ..document import Document
    from ..exporters import Exporter
    from ..exporters.missing import Notice
    from ..readers.base import Failure
    from .batching import Batch
    from .sources import Progress
    from .target import Writer


def choose_form(format_name: str | None, journal: str | None) -> Exporter:
    """The format of each chronology; raises OptionError."""
    from ..exporters import get_exporter

    exporter = get_exporter(format_name or "json")
    if journal is not None and exporter.name != "json":
        raise OptionError(f"a journal holds JSON, not {exporter.name}", "use --output-dir")
    return exporter


def run_each(
    found: Iterable[Document | Failure],
    job: Job,
    writer: Writer,
    progress: Progress,
    told: set[str],
    batch: Batch,
    *,
    jobs: int,
    verbose: int,
    quiet: bool,
) -> int:
    """Write each chronology, or part of them, and say what failed; returns the exit code."""
    from ..batch.each import Folder, extract_each
    from ..document import Document

    if batch.cluster:
        from ..batch.parts import check_form

        assert job.form is not None
        check_form(job.form)
    suffix = writer.exporter.suffixes[0]
    folder = Folder(make_folder(batch.output_dir), suffix) if batch.output_dir else None

    notices = Notices(every=verbose > 0, none=quiet)

    def tell(notice: Notice) -> None:
        progress.hide()
        notices.tell(notice)

    def watch(item: Document | Failure, failure: Failure | None) -> None:
        progress.hide()
        if failure is not None and failure.source not in told:
            complain(f"{failure.source}: {failure.reason}", failure.hint)
        if isinstance(item, Document):
            progress.done(item)

    if batch.cluster and folder is not None:
        from ..batch.cluster import open_cluster
        from ..batch.each_part import extract_parts

        cluster = open_cluster(batch.cluster, job, processes=jobs, timeout=batch.timeout)
        with cluster as crew:
            tally = extract_parts(
                found, job, crew.work, folder=folder.path, resume=batch.resume, watch=watch,
                tell=tell,
            )  # fmt: skip
    else:
        tally = extract_each(
            found,
            job,
            folder=folder,
            journal=Path(batch.journal) if batch.journal else None,
            resume=batch.resume,
            jobs=jobs,
            timeout=batch.timeout,
            watch=watch,
            tell=tell,
        )
    progress.hide()
    notices.end()
    if verbose:
        kept = f", {tally.kept:,} done before" if tally.kept else ""
        complain(f"{tally.done:,} documents done{kept}, {tally.failed:,} failed")
    if not tally.done and not tally.kept:
        return 2
    return 3 if tally.failed else 0
