"""`timeline explain`: how each date in a document came about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .messages import complain
from .options import Reading, reading_options
from .output import open_output, standard_input
from .parameters import Whole
from .sources import Progress, name_sources

if TYPE_CHECKING:
    from ..exporters.derivation.found import Derivation
    from ..pipeline import Options

# As the report names them: t0, e120, i7, each perhaps after its document's id and a slash.
_ID = re.compile(r"(?:.+/)?[tei]\d+")


@click.command(
    epilog="""\b
Examples:
  timeline explain data/wire.txt
  timeline explain data/wire.txt t0
  timeline explain data/wire.txt --at 100
  cat data/wire.txt | timeline explain

\b
Exit codes: 0 done, 2 usage or nothing usable, 3 some sources failed.
"""
)
@click.argument("names", nargs=-1, metavar="[FILES|DIRS|GLOBS|-]... [ID]")
@click.option("--at", type=Whole(min=0), metavar="OFFSET", help="What stands there.")
@reading_options
@click.pass_context
def explain(
    ctx: click.Context,
    names: tuple[str, ...],
    at: int | None,
    reading: Reading,
) -> int:
    """Tell how each date came about.

    First the document's own date, then those of the entries, then what has none. Several documents
    are told one after the other, at the end what they have in common and where they disagree;
    without a file, standard input is read.

    With the ID of an event, an expression (t0 is the document's date) or an entry after the files,
    or with --at, only that one is told.
    """
    files, name = split_names(names)
    options = reading.to_options()
    told, failed = _derive(name_sources(ctx, files), options)
    if not told:
        return 2
    with open_output(None) as stream:
        for line in _choose_lines(told, name, at):
            stream.write(f"{line}\n")
    return 3 if failed else 0


def split_names(names: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """The sources, and the last name where it looks like an ID and no file is called so."""
    from pathlib import Path

    if names and _ID.fullmatch(names[-1]) and not Path(names[-1]).exists():
        return names[:-1], names[-1]
    return names, None


def _derive(sources: tuple[str, ...], options: Options) -> tuple[list[Derivation], int]:
    """The derivation of each document of the sources, and how many failed."""
    from .. import __version__
    from ..batch.boundary import contain
    from ..batch.local import annotate_sources
    from ..chronology import Provenance
    from ..exporters.derivation.found import Derivation
    from ..readers import Failure, read_sources
    from ..report import make_timeline

    provenance = Provenance(
        version=__version__, model=options.model, rules="", options={}, reading_date=None
    )
    told, failures = [], []
    with Progress() as progress:
        read = read_sources(sources, stdin=standard_input(), boundary=contain)
        found = progress.count(read)
        for item in annotate_sources(found, options):
            if isinstance(item, Failure):
                failures.append(item)
            else:
                timeline = make_timeline([item], failures=[], provenance=provenance)
                told.append(Derivation(item, timeline))
    for failure in failures:
        complain(f"{failure.source}: {failure.reason}", failure.hint)
    return told, len(failures)


def _choose_lines(told: list[Derivation], name: str | None, at: int | None) -> Iterator[str]:
    """All lines, or those about one thing; raises OptionError if it is in no document."""
    from ..exporters.derivation.asked import tell_at
    from ..exporters.derivation.whole import tell_all

    if at is not None:
        if len(told) > 1:
            raise OptionError(f"--at needs one document, not {len(told)}", "give an ID instead")
        yield from tell_at(told[0], at)
    elif name is not None:
        yield from _find(told, name)
    else:
        for number, derivation in enumerate(told):
            if number:
                yield ""
            yield from tell_all(derivation)
        yield from _tell_together(told)


def _tell_together(told: list[Derivation]) -> Iterator[str]:
    """What several documents tell alike, and where they do not agree."""
    if len(told) < 2:
        return
    from ..exporters.derivation.whole import tell_common
    from ..report import make_timeline

    provenance = told[0].timeline.provenance
    whole = make_timeline([one.annotated for one in told], provenance=provenance)
    if lines := list(tell_common(whole)):
        yield ""
        yield "Told by several documents:"
        yield from lines


def _find(told: list[Derivation], name: str) -> list[str]:
    """What every document tells of an ID that has it; raises OptionError if none has."""
    from ..exporters.derivation.asked import tell_id

    lines: list[str] = []
    missing = None
    for derivation in told:
        try:
            found = list(tell_id(derivation, name))
        except OptionError as error:
            missing = error
        else:
            lines += ["", *found] if lines else found
    if not lines and missing is not None:
        if len(told) > 1:
            text = f"there is no {name!r} in any of the {len(told)} documents"
            raise OptionError(text, "`timeline explain FILE` lists the ids")
        raise missing
    return lines
