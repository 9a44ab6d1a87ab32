"""`timeline diff`: what a new run, or a new source, changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .earlier import read_files
from .options import answer_option, color_option
from .output import is_terminal, open_output, wants_color

if TYPE_CHECKING:
    from ..chronology import Entry
    from ..difference import Change, Difference

_MARKS = {
    "added": "+", "dropped": "-", "moved": "~", "contradicted": "!", "supported": "=",
    "retitled": "*",
}  # fmt: skip
_COLORS = {
    "added": "green", "dropped": "red", "moved": "yellow", "contradicted": "red",
    "retitled": "yellow",
}  # fmt: skip
_FOUND = 1  # exit code: with --exit-code, there is a difference


@click.command(
    epilog="""\b
Examples:
  timeline diff old.json new.json --exit-code > changes.tsv
  timeline extract data/war.txt -o war.json && timeline diff war.json war.json -f json | head -3

\b
Exit codes: 0 done, also where something changed; 1 something changed, with --exit-code; 2 usage, or
a file that is no chronology.
"""
)
@click.argument("old")
@click.argument("new")
@click.option("--exit-code", is_flag=True, help="Leave with 1 if anything changed.")
@answer_option
@click.option("-o", "--output", type=click.Path(allow_dash=True, readable=False), metavar="FILE",
              help="Write this file.")  # fmt: skip
@color_option
def diff(
    old: str,
    new: str,
    exit_code: bool,
    format_name: str | None,
    output: str | None,
    color: bool | None,
) -> int:
    """Say what changed from one chronology to another, both written with -f json.

    Entries are added (+), dropped (-), moved to another date (~), contradicted by a source with
    another date (!), told by more sources (=), or told by another title (*). They are found again
    by what they tell, so it does not matter that a text has grown above.

    Through a pipe: kind, old begin and end, new begin and end, title, source, line and note, apart
    by tabs.
    """
    from ..difference import compare_timelines
    from ..exporters.json import encode

    difference = compare_timelines(*read_files([old, new]))
    name = format_name or ("table" if is_terminal() and output in (None, "-") else "tsv")
    with open_output(output) as stream:
        if name == "json":
            stream.write(encode(difference, indent=2) + "\n")
        else:
            paint = name == "table" and output in (None, "-") and wants_color(color)
            for line in tell(difference, paint) if name == "table" else _rows(difference):
                stream.write(line + "\n")
    return _FOUND if exit_code and difference.changes else 0


def tell(difference: Difference, paint: bool = False) -> Iterator[str]:
    """The changes for people, then how many there are."""
    from ..exporters.dates import write_time
    from ..exporters.safe import show

    for word, sources in (
        ("new source", difference.documents_added),
        ("source gone", difference.documents_dropped),
    ):
        yield from (f"{word}: {show(source)}" for source in sources)
    for change in difference.changes:
        times = [write_time(one.time) for one in (change.old, change.new) if one]
        when = " -> ".join(dict.fromkeys(times))
        where = f" ({show(change.source)}{f', line {change.line}' if change.line else ''})"
        line = f"{_MARKS[change.kind]} {when}: {show(change.title)}{where}"
        yield click.style(line, fg=_COLORS.get(change.kind)) if paint else line
        if change.note:
            yield f"    {show(change.note)}"
    counts = {kind: sum(c.kind == kind for c in difference.changes) for kind in _MARKS}
    told = [f"{number} {kind}" for kind, number in counts.items() if number]
    yield ", ".join([*(told or ["no difference"]), f"{difference.unchanged} unchanged"])


def _rows(difference: Difference) -> Iterator[str]:
    from ..exporters.safe import show

    for change in difference.changes:
        cells = [change.kind, *_bounds(change.old), *_bounds(change.new), *_where(change)]
        yield "\t".join(show(cell) for cell in cells)


def _bounds(entry: Entry | None) -> tuple[str, str]:
    if entry is None:
        return "", ""
    return entry.time.begin.earliest or "", entry.time.end.latest or ""


def _where(change: Change) -> tuple[str, ...]:
    line = str(change.line) if change.line else ""
    return change.title, change.source, line, change.note or ""
