"""`timeline render`: an earlier chronology in another format."""

from __future__ import annotations

import click

from ..errors import OptionError
from .beware import warn_of_left_out, warn_of_name
from .earlier import read_file
from .extract import choose_exporter, keep_sources, make_layout, open_target, warn_of_suffix
from .folder import is_folder
from .options import check_window, output_options, selection_options


@click.command(
    epilog="""\b
Examples:
  timeline render wire.json -f xlsx --since 2023-09 > autumn.xlsx
  timeline extract data/wire.txt -f json | timeline render - -o wire.ics
  timeline extract data/wire.txt -f jsonl | timeline render - -f csv --fields date,title

\b
Exit codes: 0 done; 2 usage, or a file that is no chronology.
"""
)
@click.argument("file", metavar="FILE|-")
@output_options
@selection_options
@click.option("--color/--no-color", default=None, help="Colours or none.")
@click.option("-q", "--quiet", is_flag=True, help="No warnings.")
def render(
    file: str,
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
    """Write a chronology that was written before in another format.

    It is read from JSON (-f json) with all that is in it, or from JSON Lines (-f jsonl), which have
    no texts and no undated events. Several are joined by `timeline merge`.
    """
    check_window(since, until)
    exporter = choose_exporter(format_name, output)
    if is_folder(output) and not exporter.holds_one:
        raise OptionError(f"{output} is a folder, and {exporter.name} one file", "name that file")
    layout = make_layout(exporter, output, fields, header, color)
    keep_sources((file,), output)
    if not quiet:
        warn_of_suffix(exporter, output)

    from ..report.selection import Selection, select

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
    timeline = select(read_file(file), selection)
    if not quiet:
        warn_of_name(timeline, about)
        warn_of_left_out(timeline, exporter)
    with open_target(output, exporter, layout) as write:
        write(timeline)
    return 0
