"""`timeline merge`: earlier chronologies as one."""

from __future__ import annotations

import click

from .choosing import Wanted, selection_options
from .earlier import read_files, write_chosen
from .options import look_options
from .target import Target, output_options


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
@look_options
def merge(files: tuple[str, ...], target: Target, wanted: Wanted) -> int:
    """Make one chronology of several that were written with -f json.

    What several of them tell becomes one entry, with all mentions and the more precise date; where
    they give it two dates, the other stands with its words as a conflict. Ids are kept. A document
    that is in several files is taken from the last one.
    """
    wanted.check()
    writer = target.prepare()

    from ..report.several import merge_timelines

    # Read before -o is opened: a chronology may be replaced by its union with another.
    timeline = merge_timelines(read_files(files), wanted.to_selection())
    write_chosen(timeline, writer, wanted, quiet=target.quiet)
    return 0
