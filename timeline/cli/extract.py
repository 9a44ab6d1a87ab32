"""`timeline extract`: documents in, their chronology out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from ..errors import OptionError, TimelineError
from .messages import complain
from .options import choice_options, output_options, read_date, reading_options, talk_options
from .output import is_terminal, open_output, standard_input, terminal_width, wants_color

if TYPE_CHECKING:
    from ..chronology import Timeline
    from ..document import Document
    from ..exporters import Exporter, Layout
    from ..readers.base import Failure

PARTLY = 3


@click.command(
    epilog="""\b
Examples:
  timeline extract data/wire.txt
  timeline extract data -o chronology.json
  timeline extract data --since 2022 --fields date,title,source
  cat data/wire.txt | timeline extract --date 2022-01-10 | cut -f1,4
"""
)
@click.argument("sources", nargs=-1, metavar="[FILES|DIRS|GLOBS|-]...")
@output_options
@reading_options
@choice_options
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
    model: str | None,
    use_annotations: bool,
    keep_all: bool,
    since: str | None,
    until: str | None,
    top: int | None,
    min_confidence: float | None,
    color: bool | None,
    quiet: bool,
    verbose: int,
) -> int:
    """Write the chronology of documents.

    They are files, folders, globs, or standard input: text, TimeML, or JSON Lines ({"id", "text",
    "date", "title"}). On a terminal the chronology is a table, through a pipe it is tab-separated
    lines; -f and -o choose otherwise.
    """
    names = sources or _standard_input(ctx)
    exporter = choose_exporter(format_name, output)
    layout = _make_layout(exporter, output, fields, header, color)
    _keep_sources(names, output)

    from ..batch.run import Selection, run
    from ..pipeline import DEFAULT_MODEL, Options
    from ..readers import read_sources

    options = Options(
        reading_date=read_date(read_on),
        date=given_date,
        day_first=day_first,
        model=model or DEFAULT_MODEL,
        use_annotations=use_annotations,
    )
    selection = Selection(
        keep_all=keep_all, since=since, until=until, top=top, min_confidence=min_confidence
    )
    told: set[str] = set()
    with open_output(output, binary=exporter.binary) as stream:
        found = read_sources(names, stdin=standard_input())
        timeline = run(tell_failures(found, told), options, selection)
        _tell(timeline, told, exporter, output, quiet=quiet, verbose=verbose)
        if not timeline.documents:
            ctx.exit(2)
        exporter.write(timeline, stream, layout)
    return PARTLY if timeline.failures else 0


def _standard_input(ctx: click.Context) -> tuple[str, ...]:
    """Standard input where something is piped in; on a bare terminal the help."""
    if sys.stdin is not None and not sys.stdin.isatty():
        return ("-",)
    click.echo(ctx.get_help(), err=True)
    raise TimelineError("nothing to read", "name a file or a folder, or pipe a text in")


def choose_exporter(format_name: str | None, output: str | None) -> Exporter:
    """By -f, by the suffix of -o, or by who reads. Raises OptionError."""
    from ..exporters import FORMATS, find_exporter, get_exporter

    if format_name:
        return get_exporter(format_name)
    if output and output != "-":
        return find_exporter(output)
    return FORMATS["table" if is_terminal() else "tsv"]


def _make_layout(
    exporter: Exporter,
    output: str | None,
    fields: tuple[str, ...] | None,
    header: bool | None,
    color: bool | None,
) -> Layout:
    from ..exporters import Layout
    from ..exporters.columns import choose_columns

    if fields and not exporter.takes_fields:
        raise OptionError(
            f"--fields: {exporter.name} has no columns", "choose -f tsv, csv, table or jsonl"
        )
    choose_columns(fields)
    # A file is the same wherever it is written.
    if output and output != "-":
        return Layout(fields=fields, color=color is True, header=header)
    return Layout(fields=fields, width=terminal_width(), color=wants_color(color), header=header)


def _keep_sources(names: tuple[str, ...], output: str | None) -> None:
    """Refuse to write over what is to be read."""
    from pathlib import Path

    for name in names if output else ():
        path = Path(name)
        target = Path(str(output))
        if name != "-" and path.is_file() and target.exists() and path.samefile(target):
            raise OptionError(f"{output} is a source too", "choose another file with -o")


def tell_failures(
    found: Iterable[Document | Failure], told: set[str]
) -> Iterator[Document | Failure]:
    """Pass on what was read; complain at once of what could not be."""
    from ..readers.base import Failure

    for item in found:
        if isinstance(item, Failure):
            told.add(item.source)
            complain(f"{item.source}: {item.reason}", item.hint)
        yield item


def _tell(
    timeline: Timeline,
    told: set[str],
    exporter: Exporter,
    output: str | None,
    *,
    quiet: bool,
    verbose: int,
) -> None:
    """Say on stderr what failed while it was processed, what to beware of, and what was found."""
    for failure in timeline.failures:
        if failure.source not in told:
            complain(f"{failure.source}: {failure.reason}")
    # A table on standard output says these itself.
    seen = exporter.name == "table" and output is None
    for document in timeline.documents:
        for warning in () if quiet or seen else document.warnings:
            complain(f"{document.source}: {warning}")
        if verbose:
            complain(f"{document.source}: {describe(timeline, document.id)}")


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
