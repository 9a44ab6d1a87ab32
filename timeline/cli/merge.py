"""`timeline merge`: earlier chronologies as one."""

from __future__ import annotations

import click

from ..errors import OptionError
from .beware import warn_of_left_out, warn_of_name
from .earlier import read_files
from .extract import choose_exporter, make_layout, warn_of_suffix
from .folder import is_folder
from .options import check_window, output_options, selection_options
from .output import open_output


@click.command(
    epilog="""\b
Examples:
  timeline merge monday.json tuesday.json > all.tsv
  timeline extract data/disputed/*.txt -f json | timeline merge - --top 5 | cut -f1,4

\b
Exit codes: 0 done; 2 usage, or a file that is no chronology.
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILES|-...")
@output_options
@selection_options
@click.option("--color/--no-color", default=None, help="Colours or none.")
@click.option("-q", "--quiet", is_flag=True, help="No warnings.")
def merge(
    files: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    fields: tuple[str, ...] | None,
    header: bool | None,
    since: str | None,
    until: str | None,
    status: tuple[str, ...] | None,
    about: str | None,
    top: int | None,
    min_confidence: float | None,
    granularity: str | None,
    gaps: int | None,
    color: bool | None,
    quiet: bool,
) -> int:
    """Make one chronology of several that were written with -f json.

    What several of them tell becomes one entry, with all mentions and the more precise date; where
    they give it two dates, the other stands with its words as a conflict. Ids are kept. A document
    that is in several files is taken from the last one.
    """
    check_window(since, until)
    exporter = choose_exporter(format_name, output)
    if is_folder(output):
        raise OptionError(f"{output} is a folder, and {exporter.name} one file", "name that file")
    layout = make_layout(exporter, output, fields, header, color)
    if not quiet:
        warn_of_suffix(exporter, output)

    from ..report.selection import Selection
    from ..report.several import merge_timelines

    selection = Selection(
        since=since,
        until=until,
        status=status,
        about=about,
        top=top,
        min_confidence=min_confidence,
        granularity=granularity,
        gaps=gaps,
    )
    # Read before -o is opened: a chronology may be replaced by its union with another.
    timeline = merge_timelines(read_files(files), selection)
    if not quiet:
        warn_of_name(timeline, about)
        warn_of_left_out(timeline, exporter)
    with open_output(output, binary=exporter.binary) as stream:
        exporter.write(timeline, stream, layout)
    return 0
