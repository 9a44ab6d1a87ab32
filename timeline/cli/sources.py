"""What a command reads, and what is said of it while it is read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from ..errors import TimelineError
from .messages import complain

if TYPE_CHECKING:
    from ..document import Document
    from ..readers.base import Failure


def name_sources(ctx: click.Context, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, else standard input where something is piped in; on a bare terminal the help."""
    if names:
        return names
    if sys.stdin is not None and not sys.stdin.isatty():
        return ("-",)
    click.echo(ctx.get_help(), err=True)
    raise TimelineError("nothing to read", "name a file or a folder, or pipe a text in")


def tell_failures(
    found: Iterable[Document | Failure], told: set[str]
) -> Iterator[Document | Failure]:
    """Pass on what was read; complain at once of what could not be."""
    from ..readers.base import Failure

    for item in found:
        if isinstance(item, Failure):
            told.add(item.source)
            complain(f"{item.source}: {item.reason}", item.hint)
        yield item


class Progress:
    """A line on a terminal's stderr that counts documents, from the second on; gone at the end.

    with Progress() as progress:
        run(progress.count(sources))
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self.shown = ""
        self.is_wanted = not quiet and sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    def count(self, found: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        """Pass on what was read; no counter stands in the way of what is said meanwhile."""
        number = 0
        rest = iter(found)
        while True:
            self._show("")
            item = next(rest, None)
            number += item is not None
            # Documents are worked on many at a time, the last ones when nothing more is read.
            self._show(f"timeline: {number} documents read ..." if number > 1 else "")
            if item is None:
                return
            yield item

    def _show(self, line: str) -> None:
        """Put a line in the place of the one before; a dumb terminal has no other eraser."""
        if self.is_wanted and line != self.shown:
            with suppress(OSError):
                sys.stderr.write(f"\r{' ' * len(self.shown)}\r{line}")
                sys.stderr.flush()
            self.shown = line
