"""`timeline explain`: how each date in a document came about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .messages import complain
from .options import read_date, reading_options
from .output import open_output, standard_input

if TYPE_CHECKING:
    from ..exporters.derivation import Derivation
    from ..pipeline import Options


@click.command(
    epilog="""\b
Examples:
  timeline explain data/wire.txt
  timeline explain data/wire.txt t0
  timeline explain data/wire.txt --at 100
"""
)
@click.argument("source", metavar="FILE")
@click.argument("name", metavar="[ID]", required=False)
@click.option("--at", type=click.IntRange(min=0), metavar="OFFSET", help="What stands there.")
@reading_options
def explain(
    source: str,
    name: str | None,
    at: int | None,
    given_date: str | None,
    read_on: str,
    day_first: bool | None,
    model: str | None,
    use_annotations: bool,
) -> int:
    """Tell how each date came about.

    First the document's own date, then those of the entries, then what has none.

    With the ID of an event, an expression (t0 is the document's date) or an entry, or with --at,
    only that one is told. Several documents (a folder, JSON Lines) are told one after the other.
    """
    from ..pipeline import DEFAULT_MODEL, Options

    options = Options(
        reading_date=read_date(read_on),
        date=given_date,
        day_first=day_first,
        model=model or DEFAULT_MODEL,
        use_annotations=use_annotations,
    )
    told, failed = _derive(source, options)
    if not told:
        return 2
    with open_output(None) as stream:
        for line in _choose_lines(told, name, at):
            stream.write(f"{line}\n")
    return 3 if failed else 0


def _derive(source: str, options: Options) -> tuple[list[Derivation], int]:
    """The derivation of each document of a source, and how many failed."""
    from .. import __version__
    from ..batch.local import annotate_sources
    from ..chronology import Provenance
    from ..exporters.derivation import Derivation
    from ..readers import Failure, read_sources
    from ..report import make_timeline

    provenance = Provenance(
        version=__version__, model=options.model, rules="", options={}, reading_date=None
    )
    told, failed = [], 0
    found = read_sources([source], stdin=standard_input())
    for item in annotate_sources(found, options):
        if isinstance(item, Failure):
            failed += 1
            complain(f"{item.source}: {item.reason}", item.hint)
        else:
            timeline = make_timeline([item], failures=[], provenance=provenance)
            told.append(Derivation(item, timeline))
    return told, failed


def _choose_lines(told: list[Derivation], name: str | None, at: int | None) -> Iterator[str]:
    """All lines, or those about one thing; raises OptionError if it is in no document."""
    if at is not None:
        if len(told) > 1:
            raise OptionError(f"--at needs one document, not {len(told)}", "give an ID instead")
        yield from told[0].tell_at(at)
    elif name is not None:
        yield from _find(told, name)
    else:
        for number, derivation in enumerate(told):
            if number:
                yield ""
            yield from derivation.tell_all()


def _find(told: list[Derivation], name: str) -> list[str]:
    for number, derivation in enumerate(told):
        try:
            return list(derivation.tell_id(name))
        except OptionError:
            if number == len(told) - 1:
                raise
    return []
