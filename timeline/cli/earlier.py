"""Commands that take chronologies, not documents: their files, and what is written of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OptionError, ReadError
from .beware import warn_of_choice
from .output import standard_input

if TYPE_CHECKING:
    from ..chronology import Timeline
    from .choosing import Wanted
    from .target import Writer


def read_file(name: str) -> Timeline:
    """The chronology of a JSON or JSON Lines file, "-" from standard input. Raises ReadError."""
    from ..earlier.lines import read_any

    return read_any(read_bytes(name), _call(name))


def read_files(names: Sequence[str]) -> list[Timeline]:
    """The chronologies of JSON files, "-" from standard input. Raises OptionError, ReadError."""
    from ..earlier import read_timeline

    if names.count("-") > 1:
        raise OptionError("- stands for standard input, and that is read once", "name files")
    return [read_timeline(read_bytes(name), _call(name)) for name in names]


def _call(name: str) -> str:
    return name if name != "-" else "standard input"


def read_bytes(name: str) -> bytes:
    """A file whole, "-" standard input. Raises ReadError."""
    if name != "-":
        path = Path(name)
        if path.is_dir():
            raise ReadError(f"{name} is a folder", "name the JSON file in it")
        try:
            return path.read_bytes()
        except ValueError as error:
            raise ReadError(f"{name!r} is no file name") from error
    stream = standard_input()
    if stream is None:
        raise ReadError("standard input is closed", "name a file")
    return stream.read()


def write_chosen(timeline: Timeline, writer: Writer, wanted: Wanted, *, quiet: bool) -> None:
    """Write a chosen chronology, and tell what it lacks."""
    if not quiet:
        warn_of_choice(timeline, wanted, writer.exporter)
    with writer.open() as write:
        write(timeline)
