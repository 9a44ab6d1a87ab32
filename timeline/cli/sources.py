"""What a command reads, and what is said of it while it is read."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
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


def settling(found: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
    """The same; when the first document is done, all that is loaded stays until the program ends.

    Python need not look through it again and again for what is dead: 2 to 4 % of the time.
    """
    import gc

    from ..document import Document

    rest = iter(found)
    for item in rest:
        yield item
        if isinstance(item, Document):
            gc.freeze()
            break
    yield from rest


class Progress:
    """A line on a terminal's stderr that counts documents, from the second on; gone at the end.

    It tells how many are done in a second and how long the rest will take, by the share of the
    files `names` that is done: of their number, or of the bytes where there is only one.

    with Progress(names) as progress:
        run(progress.count(sources), watch=progress.done)
    """

    def __init__(self, names: Sequence[str] = (), *, quiet: bool = False) -> None:
        self.shown = ""
        self.is_wanted = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self.names = names
        self.number = self.finished = self.files = self.characters = 0
        self._file: str | None = None
        self._sizes: list[int] | None = None
        self._begun = 0.0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()

    def count(self, found: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        """Pass on what was read; no counter stands in the way of what is said meanwhile."""
        rest = iter(found)
        while True:
            self.hide()
            item = next(rest, None)
            self.number += item is not None
            # Documents are worked on many at a time, the last ones when nothing more is read.
            self._show(self._line() if self.number > 1 else "")
            if item is None:
                return
            yield item

    def done(self, item: Document | Failure) -> None:
        """Tell that a source is finished with."""
        if not self.is_wanted:
            return
        self.finished += 1
        file = re.sub(r":\d+$", "", item.source)
        self.files += file != self._file
        self._file = file
        self.characters += len(getattr(item, "text", ""))
        if self.finished == 1:
            self._begun = time.monotonic()  # before it the model was loaded
        if self.number > 1:
            self._show(self._line())

    def hide(self) -> None:
        """Make room for something to say."""
        self._show("")

    def _line(self) -> str:
        if self.finished < 2:
            return f"timeline: {self.number:,} documents read ..."
        told = f"timeline: {self.finished:,} documents done"
        spent = time.monotonic() - self._begun
        if spent <= 0:
            return told
        rate = (self.finished - 1) / spent
        share = self._share()
        left = f", about {tell_time(spent / share - spent)} left" if 0 < share < 1 else ""
        return f"{told}, {rate:.3g} a second{left}"

    def _share(self) -> float:
        """What part of the sources is done; 0 where nobody can know."""
        if self._sizes is None:
            from ..readers import measure_sources

            self._sizes = measure_sources(self.names)
        if len(self._sizes) > 1:
            return self.files / len(self._sizes)
        return self.characters / max(1, sum(self._sizes))

    def _show(self, line: str) -> None:
        """Put a line in the place of the one before; a dumb terminal has no other eraser."""
        if self.is_wanted and line != self.shown:
            with suppress(OSError):
                sys.stderr.write(f"\r{' ' * len(self.shown)}\r{line}")
                sys.stderr.flush()
            self.shown = line


def tell_time(seconds: float) -> str:
    """A length of time as people say it.

    >>> tell_time(42), tell_time(170), tell_time(9000)
    ('42 s', '3 min', '2 h 30 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
