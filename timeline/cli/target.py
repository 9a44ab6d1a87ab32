"""Where a chronology is written, in which format: the options, and what of them goes together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .folder import is_folder, make_folder, write_each
from .messages import complain
from .output import is_terminal, open_output, terminal_width, wants_color
from .parameters import FormatName, split_names
from .setting import chain, gather, setting

if TYPE_CHECKING:
    from ..chronology import Timeline
    from ..exporters import Exporter, Layout


@dataclass(frozen=True, slots=True)
class Writer:
    """What writes a chronology: to one file or stream, or a file a document into a folder."""

    exporter: Exporter
    layout: Layout
    output: str | None

    @contextmanager
    def open(self) -> Iterator[Callable[[Timeline], None]]:
        """What to call with the chronology; nothing is changed if the body raises."""
        if self.output is not None and is_folder(self.output):
            folder = make_folder(self.output)
            yield lambda timeline: write_each(timeline, self.exporter, folder, self.layout)
            return
        with open_output(self.output, binary=self.exporter.binary) as stream:
            yield lambda timeline: self.exporter.write(timeline, stream, self.layout)


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how to write, in the words of the command line."""

    format_name: str | None
    output: str | None
    fields: tuple[str, ...] | None
    header: bool | None
    color: bool | None
    quiet: bool

    def prepare(self, sources: tuple[str, ...] = ()) -> Writer:
        """What will write; raises OptionError and MissingExtraError before any work is done.

        `sources` are files that must not be written over.
        """
        exporter = choose_exporter(self.format_name, self.output)
        if is_folder(self.output) and not exporter.holds_one:
            raise OptionError(
                f"{self.output} is a folder, and {exporter.name} one file", "name that file"
            )
        writer = self.lay_out(exporter, self.output)
        keep_sources(sources, self.output)
        if not self.quiet:
            warn_of_suffix(exporter, self.output)
        return writer

    def lay_out(self, exporter: Exporter, output: str | None) -> Writer:
        """How to write, by the options and the terminal. Raises OptionError."""
        from ..exporters import Layout
        from ..exporters.columns import choose_columns

        if self.fields and not exporter.takes_fields:
            raise OptionError(
                f"--fields: {exporter.name} has columns of its own or none",
                "choose -f tsv, csv, table, jsonl or xlsx",
            )
        choose_columns(self.fields)
        # A file is the same wherever it is written.
        if output and output != "-":
            layout = Layout(fields=self.fields, color=self.color is True, header=self.header)
        else:
            color, width = wants_color(self.color), terminal_width()
            layout = Layout(fields=self.fields, width=width, color=color, header=self.header)
        return Writer(exporter, layout, output)


def choose_exporter(format_name: str | None, output: str | None) -> Exporter:
    """By -f, by the suffix of -o, or by who reads; one that can be written here.

    Raises OptionError, MissingExtraError.
    """
    exporter = _find_exporter(format_name, output)
    exporter.check()
    if exporter.binary and output in (None, "-") and is_terminal():
        raise OptionError(
            f"{exporter.name} is not text, and this is a terminal",
            f"write a file with -o chronology{exporter.suffixes[0]}, or send it through a pipe",
        )
    return exporter


def _find_exporter(format_name: str | None, output: str | None) -> Exporter:
    from ..exporters import FORMATS, find_exporter, get_exporter

    if format_name:
        return get_exporter(format_name)
    if output and output != "-":
        if is_folder(output):
            raise _not_one_file(output)
        return find_exporter(output)
    return FORMATS["table" if is_terminal() else "tsv"]


def _not_one_file(output: str) -> OptionError:
    """A folder where a file is meant, and whether it is there."""
    if Path(output).is_dir():
        return OptionError(f"{output} is a folder", "name a file in it, or add -f timeml")
    return OptionError(
        f"{output} is no file, and there is no such folder",
        f"name a file (-o chronology.csv); with extract, --output-dir {output.rstrip('/')} makes "
        "the folder and a file in it for each document",
    )


def warn_of_suffix(exporter: Exporter, output: str | None) -> None:
    """Where -f and the name of the file say different things, -f is right; .txt suits any text."""
    from ..exporters import FORMATS

    suffix = PurePath(output or "").suffix.lower()
    named = next((one.name for one in FORMATS.values() if suffix in one.suffixes), exporter.name)
    if named not in (exporter.name, "table") and suffix not in exporter.suffixes:
        complain(f"{output} is written as {exporter.name}, although {suffix} names {named}")


def keep_sources(names: tuple[str, ...], output: str | None) -> None:
    """Refuse to write over what is to be read."""
    for name in names if output else ():
        path = Path(name)
        target = Path(str(output))
        if name != "-" and path.is_file() and target.exists() and path.samefile(target):
            raise OptionError(f"{output} is a source too", "choose another file with -o")


_output_options = chain(
    setting(
        "-f",
        "--format",
        "format_name",
        type=FormatName(),
        help="See `timeline formats`. A table on a terminal, tsv through a pipe.",
    ),
    click.option(
        "-o",
        "--output",
        # Whether it can be written shows when it is; that it can be read is not needed.
        type=click.Path(allow_dash=True, readable=False),
        help="Write this file; its suffix names the format. With -f timeml, FOLDER/ takes a file "
        "of each document.",
    ),
    setting(
        "--fields",
        callback=split_names,
        metavar="NAMES",
        help="Columns, such as begin,title,source.",
    ),
    setting("--header/--no-header", default=None, help="Column names before a flat format."),
)

output_options = gather("target", Target, _output_options)
