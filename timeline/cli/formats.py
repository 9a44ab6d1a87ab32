"""`timeline formats`: what can be written."""

from __future__ import annotations

import click

from .output import is_terminal


@click.command()
def formats() -> None:
    """List the formats and what each loses.

    Through a pipe: name, suffixes, summary and loss, apart by tabs.
    """
    from ..exporters import list_exporters

    for exporter in list_exporters().values():
        suffixes = " ".join(exporter.suffixes)
        if is_terminal():
            click.echo(f"{exporter.name:<10}{suffixes:<16}{exporter.summary}")
            click.echo(f"{'':<10}{'':<16}loses: {exporter.loses}")
        else:
            click.echo("\t".join([exporter.name, suffixes, exporter.summary, exporter.loses]))
