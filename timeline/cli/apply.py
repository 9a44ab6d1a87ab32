"""`timeline apply`: what a person corrected, into a chronology."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OptionError, ReadError
from .beware import warn_of_left_out
from .earlier import read_bytes, read_files
from .messages import complain
from .options import look_options
from .target import Target, output_options

if TYPE_CHECKING:
    from ..chronology import Timeline
    from ..review import Outcome

MANY = 5  # that many missing rows, if they are more than half of all, are no accident to be done


@click.command(
    epilog="""\b
Examples:
  timeline apply case.json case.csv -f json > corrected.json
  timeline apply new.json corrected.json -f json > new-corrected.json
  timeline extract data/war.txt -o w.json && timeline render w.json -f csv | timeline apply w.json -

\b
Exit codes: 0 done; 2 usage, or a table with a fault, which is not applied in part.
"""
)
@click.argument("chronology")
@click.argument("corrections")
@click.option(
    "--missing",
    type=click.Choice(["remove", "keep"]),
    help="Entries without a row: taken out, or left. Must be said where most have none.",
)
@output_options
@look_options
def apply(
    chronology: str,
    corrections: str,
    missing: str | None,
    target: Target,
) -> int:
    """Correct a chronology (-f json) by a table that was written from it (-f csv).

    In the table, change begin, end, edtf or title, delete rows, or add rows without an id; the
    column id must stay. The entries are marked as a person's, and the corrections are kept in the
    chronology. CORRECTIONS may also be a chronology that was corrected: what a person did there is
    done again to the new one, with entries found by what they tell.
    """
    writer, quiet = target.prepare(), target.quiet
    if chronology == corrections == "-":
        raise OptionError("- stands for standard input, and that is read once", "name a file")
    (timeline,) = read_files([chronology])
    outcome = _apply(timeline, corrections, missing)
    for sentence in () if quiet else outcome.told:
        complain(sentence)
    if outcome.missing and missing is None and not quiet:
        rows = "entry has" if outcome.missing == 1 else "entries have"
        complain(f"{outcome.missing} {rows} no row: taken out", "--missing keep leaves them")
    if not quiet:
        warn_of_left_out(outcome.timeline, writer.exporter)
    with writer.open() as write:
        write(outcome.timeline)
    return 0


def _apply(timeline: Timeline, name: str, missing: str | None) -> Outcome:
    from ..earlier import read_timeline
    from ..review import apply_again, apply_table

    data = read_bytes(name)
    if data.lstrip()[:1] == b"{":
        return apply_again(timeline, read_timeline(data, name))
    outcome = apply_table(timeline, data, Path(name).name, keep_missing=missing == "keep")
    if missing is None and outcome.missing >= MANY and 2 * outcome.missing > len(timeline.entries):
        raise ReadError(
            f"{name} has no row for {outcome.missing} of {len(timeline.entries)} entries",
            "add --missing remove to take them out, or --missing keep",
        )
    return outcome
