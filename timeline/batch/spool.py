"""An output, in memory while it is short; of a book it goes to a file as it is made."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import RawIOBase, TextIOWrapper
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from ..exporters import get_exporter

if TYPE_CHECKING:
    from ..chronology import Timeline
    from ..exporters import Layout

LARGE = 1 << 23  # bytes of an output that are held; those of a book are 50 for each character
PART = ".timeline.part"  # how the name of an output begins that is being written; hidden
_numbers = count()  # an output may wait for its turn while the next is made


@dataclass(frozen=True, slots=True)
class Spooled:
    """An output that stands in a file; `sha256` is its digest in hex."""

    path: Path
    size: int
    sha256: str


class _Sheet(RawIOBase):
    """Takes bytes, and puts them into a file once there are more than `LARGE`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.held = bytearray()
        self.size = 0
        self.digest = sha256()
        self.file: IO[bytes] | None = None

    def writable(self) -> bool:
        """Say that it takes bytes."""
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        """Take some more."""
        self.held += data
        if len(self.held) > LARGE:
            self._empty()
        return len(data)

    def _empty(self) -> None:
        if self.file is None:
            self.file = self.path.open("wb")
        self.file.write(self.held)
        self.digest.update(self.held)
        self.size += len(self.held)
        self.held.clear()

    def finish(self) -> bytes | Spooled:
        """All of it, in memory if it is short."""
        if self.file is None:
            return bytes(self.held)
        self._empty()
        self.file.close()
        return Spooled(self.path, self.size, self.digest.hexdigest())

    def drop(self) -> None:
        """Leave nothing behind."""
        self.close()
        if self.file is not None:
            self.file.close()
            self.path.unlink(missing_ok=True)


def write_out(
    timeline: Timeline, format: str, layout: Layout, folder: Path | None
) -> bytes | Spooled:
    """A chronology as it stands in a file: bytes, or with a `folder` a file there if it is long."""
    exporter = get_exporter(format)
    if folder is None or exporter.binary:
        return exporter.to_bytes(timeline, layout)
    sheet = _Sheet(folder / f"{PART}-{os.getpid()}-{next(_numbers)}")
    text = TextIOWrapper(cast(IO[bytes], sheet), "utf-8", "surrogatepass", newline="\n")
    done: bytes | Spooled | None = None
    try:
        # Where it cannot be written, who keeps it says so better.
        with suppress(OSError):
            exporter.write(timeline, text, layout)
            text.flush()
            done = sheet.finish()
    finally:
        if done is None:
            sheet.drop()
    return done if done is not None else exporter.to_bytes(timeline, layout)


def sweep(folder: Path) -> None:
    """Remove what was being written when a process was killed."""
    for path in folder.glob(f"{PART}*"):
        with suppress(FileNotFoundError):
            path.unlink()
