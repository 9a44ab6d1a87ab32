"""`timeline extract`: documents in, their chronology out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .batching import Batch, batch_options
from .beware import warn_of_choice, warn_of_confidence, warn_of_dates
from .choosing import Wanted, choice_options
from .each import choose_form, run_each
from .earlier import read_files
from .messages import complain
from .options import Reading, reading_options, talk_options
from .output import standard_input
from .sources import Progress, name_sources, settling, tell_failures
from .target import Target, output_options

if TYPE_CHECKING:
    from ..chronology import Timeline

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
    target: Target,
    reading: Reading,
    wanted: Wanted,
    corrections: str | None,
    batch: Batch,
    verbose: int,
) -> int:
    """Write the chronology of documents.

    They are files, folders, globs, or standard input: text, Markdown, HTML, PDF, Word, mails and
    mailboxes, subtitles, TimeML, or JSON Lines ({"id", "text", "date", "title"}), packed too, and
    Parquet with such columns. Of a folder, and of those in it, it reads what ends with .txt, .text,
    .log, .md, .markdown, .mkd, .html, .htm, .xhtml, .pdf, .docx, .docm, .odt, .eml, .mbox, .mbx,
    .srt, .vtt, .jsonl, .ndjson, .parquet, .pq, .tml or .xml. On a terminal the chronology is a
    table, through a pipe it is tab-separated lines; -f and -o choose otherwise.
    """
    names = name_sources(ctx, sources)
    wanted.check()
    batch.check(names, target.output, corrections)
    if batch.place is not None:
        writer = target.lay_out(choose_form(target.format_name, batch.journal), batch.place)
    else:
        writer = target.prepare(names)
    keep_corrections(target.output, corrections)
    reviewed = read_files([corrections])[0] if corrections else None

    from ..batch.boundary import contain
    from ..batch.job import Form, Job
    from ..batch.run import run
    from ..readers import read_sources

    selection = wanted.to_selection()
    options = reading.to_options(
        batch.reading_day(ctx, reading.read_on),
        every_title=writer.exporter.every_title or selection.keep_all or reviewed is not None,
    )
    jobs, quiet = batch.count_jobs(ctx), target.quiet
    told: set[str] = set()
    read = read_sources(names, stdin=standard_input(), boundary=contain)
    found = settling(tell_failures(read, told))
    if batch.place is not None:
        job = Job(options, selection, Form(writer.exporter.name, writer.layout))
        with Progress(names, quiet=quiet) as progress:
            return run_each(
                progress.count(found), job, writer, progress, told, batch, jobs=jobs,
                verbose=verbose, quiet=quiet,
            )  # fmt: skip
    with writer.open() as write:
        with Progress(names, quiet=quiet) as progress:
            timeline = run(
                progress.count(found),
                options,
                selection,
                jobs=jobs,
                timeout=batch.timeout,
                watch=progress.done,
            )
        if reviewed is not None:
            timeline = _redo(timeline, reviewed, quiet=quiet)
        # A table on standard output says some of it itself.
        in_table = writer.exporter.name == "table" and target.output in (None, "-")
        _tell(timeline, told, in_table=in_table, quiet=quiet, verbose=verbose)
        if not quiet:
            warn_of_confidence(timeline, wanted.min_confidence)
            warn_of_choice(timeline, wanted, writer.exporter)
        if not timeline.documents:
            ctx.exit(2)
        write(timeline)
    return PARTLY if timeline.failures else 0


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
    from ..exporters.missing import tell_warnings

    for warning in () if quiet or in_table else tell_warnings(timeline):
        complain(warning)
    for document in timeline.documents:
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
