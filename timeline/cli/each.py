"""`timeline extract` with a chronology for each document, in a folder or in a journal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .folder import make_folder
from .messages import complain
from .options import read_date

if TYPE_CHECKING:
    from ..batch.job import Job
    from ..document import Document
    from ..exporters import Exporter
    from ..readers.base import Failure
    from ..temporal.values import Moment
    from .sources import Progress


def check_each(
    names: tuple[str, ...],
    *,
    output: str | None,
    output_dir: str | None,
    journal: str | None,
    resume: bool,
    corrections: str | None,
) -> bool:
    """Whether each document has a chronology of its own; raises OptionError for what cannot be."""
    wanted = [
        name
        for name, value in (("--output-dir", output_dir), ("--journal", journal), ("-o", output))
        if value is not None
    ]
    if wanted in ([], ["-o"]):
        if resume:
            raise OptionError("--resume needs --output-dir or --journal", "name what to go on with")
        return False
    if len(wanted) > 1:
        raise OptionError(f"{' and '.join(wanted)} are two outputs", "choose one of them")
    if corrections is not None:
        raise OptionError(f"--corrections and {wanted[0]} do not go together", "use -o")
    for name in names if output_dir is not None else ():
        source, folder = Path(name).resolve(), Path(output_dir or "").resolve()
        if source.is_dir() and folder.is_relative_to(source):
            raise OptionError(
                f"{output_dir} lies in {name}: what is written there would be read again",
                "choose a folder beside it",
            )
    return True


def check_cluster(
    cluster: str | None, *, output_dir: str | None, jobs: int, timeout: float | None
) -> None:
    """Raises OptionError for what cannot be done with a cluster."""
    if cluster is None:
        return
    if output_dir is None:
        raise OptionError("--cluster needs --output-dir", "name a folder for the parts")
    if timeout is not None:
        raise OptionError(
            "--timeout and --cluster do not go together", "leave one out, or use -j on one machine"
        )
    if cluster != "local" and jobs > 1:
        raise OptionError(
            f"-j {jobs} says nothing of the workers of {cluster}", "use --cluster local, or no -j"
        )


def choose_form(format_name: str | None, journal: str | None) -> Exporter:
    """The format of each chronology; raises OptionError."""
    from ..exporters import get_exporter

    exporter = get_exporter(format_name or "json")
    if journal is not None and exporter.name != "json":
        raise OptionError(f"a journal holds JSON, not {exporter.name}", "use --output-dir")
    return exporter


def reading_day(
    ctx: click.Context, read_on: str, *, output_dir: str | None, journal: str | None, resume: bool
) -> Moment:
    """The reading date; where none is given, that of the run that goes on."""
    from click.core import ParameterSource

    if resume and ctx.get_parameter_source("read_on") is ParameterSource.DEFAULT:
        from ..batch.each import JOURNAL
        from ..batch.journal import read_header

        header = read_header(Path(output_dir) / JOURNAL if output_dir else Path(journal or ""))
        if header is not None and isinstance(day := header.made.get("reading_date"), str):
            return read_date(day)
    return read_date(read_on)


def run_each(
    found: Iterable[Document | Failure],
    job: Job,
    exporter: Exporter,
    progress: Progress,
    told: set[str],
    *,
    output_dir: str | None,
    journal: str | None,
    resume: bool,
    jobs: int,
    timeout: float | None,
    cluster: str | None,
    verbose: int,
) -> int:
    """Write each chronology, or part of them, and say what failed; returns the exit code."""
    from ..batch.each import Folder, extract_each
    from ..document import Document

    if cluster:
        from ..batch.parts import check_form

        assert job.form is not None
        check_form(job.form)
    folder = Folder(make_folder(output_dir), exporter.suffixes[0]) if output_dir else None

    def watch(item: Document | Failure, failure: Failure | None) -> None:
        progress.hide()
        if failure is not None and failure.source not in told:
            complain(f"{failure.source}: {failure.reason}", failure.hint)
        if isinstance(item, Document):
            progress.done(item)

    if cluster and folder is not None:
        from ..batch.cluster import open_cluster
        from ..batch.each_part import extract_parts

        with open_cluster(cluster, job, processes=jobs) as crew:
            tally = extract_parts(
                found, job, crew.work, folder=folder.path, resume=resume, watch=watch
            )
    else:
        tally = extract_each(
            found,
            job,
            folder=folder,
            journal=Path(journal) if journal else None,
            resume=resume,
            jobs=jobs,
            timeout=timeout,
            watch=watch,
        )
    progress.hide()
    if verbose:
        kept = f", {tally.kept:,} done before" if tally.kept else ""
        complain(f"{tally.done:,} documents done{kept}, {tally.failed:,} failed")
    if not tally.done and not tally.kept:
        return 2
    return 3 if tally.failed else 0
