"""`timeline render`: an earlier chronology in another format."""

from __future__ import annotations

import click

from .choosing import Wanted, selection_options
from .earlier import read_file, write_chosen
from .options import look_options
from .target import Target, output_options


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
@look_options
def render(file: str, target: Target, wanted: Wanted) -> int:
    """Write a chronology that was written before in another format.

    It is read from JSON (-f json) with all that is in it, or from JSON Lines (-f jsonl), which have
    no texts and no undated events. Several are joined by `timeline merge`.
    """
    wanted.check()
    writer = target.prepare((file,))

    from ..report.selection import select

    timeline = select(read_file(file), wanted.to_selection())
    write_chosen(timeline, writer, wanted, quiet=target.quiet)
    return 0
