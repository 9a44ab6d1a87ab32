"""`timeline formats`: what can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import MissingExtraError
from .output import is_terminal, terminal_width

if TYPE_CHECKING:
    from ..exporters import Exporter


@click.command()
def formats() -> None:
    """List the formats and what each loses.

    Through a pipe: name, suffixes, summary, loss and other names, apart by tabs.
    """
    from ..exporters import list_exporters

    for exporter in list_exporters().values():
        suffixes = " ".join(exporter.suffixes)
        if is_terminal():
            click.echo(_tell(exporter, suffixes))
        else:
            cells = [exporter.name, suffixes, exporter.summary, exporter.loses]
            click.echo("\t".join([*cells, " ".join(exporter.aliases)]))


def _tell(exporter: Exporter, suffixes: str) -> str:
    """A paragraph for people, as wide as the terminal, with what has to be installed first."""
    lines = [exporter.summary, f"loses: {exporter.loses}"]
    if exporter.aliases:
        lines.append(f"also called {' or '.join(exporter.aliases)}")
    try:
        exporter.check()
    except MissingExtraError as error:
        lines.append(f"to be installed: {error.hint}")
    width, indent = min(terminal_width() or 80, 100), " " * 4
    told = (click.wrap_text(line, width, indent, indent + "  ") for line in lines)
    return "\n".join([f"{exporter.name:<12}{suffixes}", *told])
