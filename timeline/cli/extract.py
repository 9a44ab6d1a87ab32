"""`timeline extract`: documents in, their chronology out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from ..errors import OptionError
from .beware import warn_of_confidence, warn_of_dates, warn_of_left_out, warn_of_name
from .each import check_cluster, check_each, choose_form, reading_day, run_each
from .earlier import read_files
from .folder import is_folder, make_folder, write_each
from .messages import complain
from .options import (
    batch_options,
    check_window,
    choice_options,
    output_options,
    read_names,
    reading_options,
    talk_options,
)
from .output import is_terminal, open_output, standard_input, terminal_width, wants_color
from .sources import Progress, name_sources, tell_failures

if TYPE_CHECKING:
    from ..chronology import Timeline
    from ..exporters import Exporter, Layout

PARTLY = 3


@click.command(
    epilog="""\b
Examples:
  timeline extract data/wire.txt
  timeline extract data -o chronology.json
  timeline extract data --since 2022 --fields date,title,source
  timeline extract data --status happened,planned
  timeline extract data --about Osk --gaps auto
  timeline extract data/disputed -j 2 --output-dir out --resume
  cat data/wire.txt | timeline extract --date 2022-01-10 | cut -f1,4

\b
Exit codes: 0 done, also where nothing is dated; 2 usage or nothing usable; 3 some sources failed.
"""
)
@click.argument("sources", nargs=-1, metavar="[FILES|DIRS|GLOBS|-]...")
@output_options
@reading_options
@choice_options
@click.option(
    "--corrections",
    metavar="FILE",
    help="Do again what a person corrected in this chronology (see timeline apply).",
)
@batch_options
@talk_options
@click.pass_context
def extract(
    ctx: click.Context,
    sources: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    fields: tuple[str, ...] | None,
    header: bool | None,
    given_date: str | None,
    read_on: str,
    day_first: bool | None,
    country: str | None,
    hemisphere: str | None,
    fiscal_year_start: int | None,
    named_dates: str | None,
    model: str | None,
    use_annotations: bool,
    keep_all: bool,
    since: str | None,
    until: str | None,
    status: tuple[str, ...] | None,
    about: str | None,
    top: int | None,
    min_confidence: float | None,
    granularity: str | None,
    gaps: int | None,
    corrections: str | None,
    jobs: int,
    timeout: float | None,
    output_dir: str | None,
    journal: str | None,
    resume: bool,
    cluster: str | None,
    color: bool | None,
    quiet: bool,
    verbose: int,
) -> int:
    """Write the chronology of documents.

    They are files, folders, globs, or standard input: text, Markdown, HTML, PDF, Word, mails and
    mailboxes, subtitles, TimeML, or JSON Lines ({"id", "text", "date", "title"}), packed too. Of a
    folder, and of those in it, it reads what ends with .txt, .text, .log, .md, .markdown, .mkd,
    .html, .htm, .xhtml, .pdf, .docx, .docm, .odt, .eml, .mbox, .mbx, .srt, .vtt, .jsonl, .ndjson,
    .tml or .xml. On a terminal the chronology is a table, through a pipe it is
    tab-separated lines; -f and -o choose otherwise.
    """
    names = name_sources(ctx, sources)
    check_window(since, until)
    is_each = check_each(
        names,
        output=output,
        output_dir=output_dir,
        journal=journal,
        resume=resume,
        corrections=corrections,
    )
    check_cluster(cluster, output_dir=output_dir, jobs=jobs, timeout=timeout)
    if is_each:
        exporter = choose_form(format_name, journal)
    else:
        exporter = choose_exporter(format_name, output)
    if is_folder(output) and not exporter.holds_one:
        raise OptionError(f"{output} is a folder, and {exporter.name} one file", "name that file")
    layout = make_layout(exporter, output_dir or journal or output, fields, header, color)
    keep_sources(names, output)
    keep_corrections(output, corrections)
    reviewed = read_files([corrections])[0] if corrections else None
    if not quiet:
        warn_of_suffix(exporter, output)

    from ..batch.boundary import contain
    from ..batch.job import Form, Job
    from ..batch.run import Selection, run
    from ..batch.worker import count_cores
    from ..pipeline import DEFAULT_MODEL, Options
    from ..readers import read_sources

    options = Options(
        reading_date=reading_day(
            ctx, read_on, output_dir=output_dir, journal=journal, resume=resume
        ),
        date=given_date,
        day_first=day_first,
        model=model or DEFAULT_MODEL,
        use_annotations=use_annotations,
        country=country,
        hemisphere=hemisphere,
        fiscal_year_start=fiscal_year_start,
        named_dates=read_names(named_dates),
    )
    selection = Selection(
        keep_all=keep_all,
        since=since,
        until=until,
        status=status,
        about=about,
        top=top,
        min_confidence=min_confidence,
        granularity=granularity,
        gaps=gaps,
    )
    told: set[str] = set()
    if cluster and ctx.get_parameter_source("jobs") is ParameterSource.DEFAULT:
        jobs = 0  # a cluster of its own has the whole machine
    jobs = jobs or count_cores()
    if is_each:
        found = tell_failures(read_sources(names, stdin=standard_input(), boundary=contain), told)
        job = Job(options, selection, Form(exporter.name, layout))
        with Progress(names, quiet=quiet) as progress:
            return run_each(
                progress.count(found),
                job,
                exporter,
                progress,
                told,
                output_dir=output_dir,
                journal=journal,
                resume=resume,
                jobs=jobs,
                timeout=timeout,
                cluster=cluster,
                verbose=verbose,
            )
    with open_target(output, exporter, layout) as write:
        found = tell_failures(read_sources(names, stdin=standard_input(), boundary=contain), told)
        with Progress(names, quiet=quiet) as progress:
            timeline = run(
                progress.count(found),
                options,
                selection,
                jobs=jobs,
                timeout=timeout,
                watch=progress.done,
            )
        if reviewed is not None:
            timeline = _redo(timeline, reviewed, quiet=quiet)
        # A table on standard output says some of it itself.
        in_table = exporter.name == "table" and output in (None, "-")
        _tell(timeline, told, in_table=in_table, quiet=quiet, verbose=verbose)
        if not quiet:
            warn_of_confidence(timeline, min_confidence)
            warn_of_name(timeline, about)
            warn_of_left_out(timeline, exporter)
        if not timeline.documents:
            ctx.exit(2)
        write(timeline)
    return PARTLY if timeline.failures else 0


@contextmanager
def open_target(
    output: str | None, exporter: Exporter, layout: Layout
) -> Iterator[Callable[[Timeline], None]]:
    """What writes the chronology: to one file or stream, or to a file a document in a folder."""
    if output is not None and is_folder(output):
        folder = make_folder(output)
        yield lambda timeline: write_each(timeline, exporter, folder, layout)
        return
    with open_output(output, binary=exporter.binary) as stream:
        yield lambda timeline: exporter.write(timeline, stream, layout)


def choose_exporter(format_name: str | None, output: str | None) -> Exporter:
    """By -f, by the suffix of -o, or by who reads; one that can be written here.

    Raises OptionError, MissingExtraError.
    """
    exporter = _find_exporter(format_name, output)
    exporter.check()
    if exporter.binary and output in (None, "-") and is_terminal():
        raise OptionError(
            f"{exporter.name} is not text, and this is a terminal",
            f"write a file with -o chronology{exporter.suffixes[0]}, or send it through a pipe",
        )
    return exporter


def _find_exporter(format_name: str | None, output: str | None) -> Exporter:
    from ..exporters import FORMATS, find_exporter, get_exporter

    if format_name:
        return get_exporter(format_name)
    if output and output != "-":
        if is_folder(output):
            raise OptionError(f"{output} is a folder", "name a file in it, or add -f timeml")
        return find_exporter(output)
    return FORMATS["table" if is_terminal() else "tsv"]


def make_layout(
    exporter: Exporter,
    output: str | None,
    fields: tuple[str, ...] | None,
    header: bool | None,
    color: bool | None,
) -> Layout:
    """How to write, by the options and the terminal. Raises OptionError."""
    from ..exporters import Layout
    from ..exporters.columns import choose_columns

    if fields and not exporter.takes_fields:
        raise OptionError(
            f"--fields: {exporter.name} has columns of its own or none",
            "choose -f tsv, csv, table, jsonl or xlsx",
        )
    choose_columns(fields)
    # A file is the same wherever it is written.
    if output and output != "-":
        return Layout(fields=fields, color=color is True, header=header)
    return Layout(fields=fields, width=terminal_width(), color=wants_color(color), header=header)


def warn_of_suffix(exporter: Exporter, output: str | None) -> None:
    """Where -f and the name of the file say different things, -f is right; .txt suits any text."""
    from pathlib import PurePath

    from ..exporters import FORMATS

    suffix = PurePath(output or "").suffix.lower()
    named = next((one.name for one in FORMATS.values() if suffix in one.suffixes), exporter.name)
    if named not in (exporter.name, "table") and suffix not in exporter.suffixes:
        complain(f"{output} is written as {exporter.name}, although {suffix} names {named}")


def keep_sources(names: tuple[str, ...], output: str | None) -> None:
    """Refuse to write over what is to be read."""
    from pathlib import Path

    for name in names if output else ():
        path = Path(name)
        target = Path(str(output))
        if name != "-" and path.is_file() and target.exists() and path.samefile(target):
            raise OptionError(f"{output} is a source too", "choose another file with -o")


def keep_corrections(output: str | None, corrections: str | None) -> None:
    """Refuse to write over what a person corrected, unless it is done again."""
    from pathlib import Path

    from ..earlier import count_corrections

    if corrections or not output or not output.endswith(".json") or not Path(output).is_file():
        return
    if number := count_corrections(Path(output).read_bytes()):
        what = "1 correction" if number == 1 else f"{number} corrections"
        raise OptionError(
            f"{output} holds {what} by a person",
            f"add --corrections {output} to do them again, or write another file",
        )


def _redo(timeline: Timeline, reviewed: Timeline, *, quiet: bool) -> Timeline:
    from ..review import apply_again

    outcome = apply_again(timeline, reviewed)
    for sentence in () if quiet else outcome.told:
        complain(sentence)
    return outcome.timeline


def _tell(timeline: Timeline, told: set[str], *, in_table: bool, quiet: bool, verbose: int) -> None:
    """Say on stderr what failed while it was processed, what to beware of, and what was found."""
    for failure in timeline.failures:
        if failure.source not in told:
            complain(f"{failure.source}: {failure.reason}")
    for document in timeline.documents:
        for warning in () if quiet or in_table else document.warnings:
            complain(f"{document.source}: {warning}")
        if verbose:
            complain(f"{document.source}: {describe(timeline, document.id)}")
    if not quiet and not in_table:
        warn_of_dates(timeline)


def describe(timeline: Timeline, document: str) -> str:
    """What was found in a document, in one line."""
    from ..exporters.dates import describe_date

    source = next(d for d in timeline.documents if d.id == document)
    times = sum(e.document == document for e in timeline.expressions)
    events = sum(e.document == document for e in timeline.events)
    entries = sum(document in e.documents for e in timeline.entries)
    return (
        f"{describe_date(source)}; {times} time expressions, {events} events, "
        f"{entries} in the chronology"
    )
