"""An append-only record of a run: one line of JSON for the run, then one for each source.

What is in it stays true whenever the run is killed: a line is written when its output is there, and
a line that is not whole does not count. It is handed to the system at once (SIGKILL loses none) and
to the disk every `SYNC` seconds (a power cut may lose the last ones, which are then done again).
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import IO, Final, Literal

import msgspec

from ..errors import OptionError, TimelineError

SYNC = 5.0  # s
_PART = ".part"
# What of a run is no option, and options with another name or none that says the value.
_PARTS = frozenset({"version", "event_model", "rules"})
_RENAMED = {"reading_date": "read_on"}
_OPTIONS: Mapping[tuple[str, object], str] = {
    ("day_first", False): "--month-first",
    ("header", False): "--no-header",
}


class Header(msgspec.Struct, frozen=True):
    """What a run is made with; another run may go on with it only if all of it is the same."""

    journal: Literal["timeline-journal/1"]
    made: dict[str, str | int | float | bool | None]


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one source; `reason` says why it failed.

    `key` is a digest of the document as it was read, "" where there is none. Its chronology is in
    the `file` of that `size` (bytes) and `sha256`, or stands here. A file may be that of a part of
    so many `documents`, of which so many `failed`.
    """

    id: str | None
    key: str
    source: str
    reason: str | None = None
    file: str | None = None
    size: int | None = None
    sha256: str | None = None
    documents: int | None = None
    failed: int | None = None
    chronology: msgspec.Raw | None = None


HEADER: Final = "timeline-journal/1"
_encode = msgspec.json.Encoder().encode
_decode_line = msgspec.json.Decoder(Line).decode
_decode_header = msgspec.json.Decoder(Header).decode


class Journal:
    """The lines of a run, by the place (byte) where each begins."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self.path = path
        self._stream = stream
        self._lines = 0
        self._end = 0
        self._synced = time.monotonic()
        self._places: dict[bytes, int] = {}

    def find(self, line: Line) -> int | None:
        """Where a line of the same document, or of the same failure, begins."""
        return self._places.get(_name(line))

    def read(self, place: int) -> Line:
        """The line that begins there."""
        self._stream.seek(place)
        return _decode_line(self._stream.readline())

    def append(self, line: Line) -> int:
        """Write a line behind the others; returns where it begins. Raises TimelineError."""
        place = self._end
        self._write(_encode(line) + b"\n")
        self._lines += 1
        return place

    def _write(self, data: bytes) -> None:
        try:
            self._stream.seek(self._end)
            self._stream.write(data)
            self._stream.flush()
            if time.monotonic() - self._synced >= SYNC:
                os.fsync(self._stream.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            raise unwritable(self.path, error) from error
        self._end += len(data)

    def recover(self) -> None:
        """Learn what is there, and cut off what was not written to its end."""
        self._stream.seek(0)
        self._end = len(self._stream.readline())
        for data in self._stream:
            try:
                line = _decode_line(data) if data.endswith(b"\n") else None
            except msgspec.MsgspecError:
                line = None
            if line is None:
                break
            self._places[_name(line)] = self._end
            self._lines += 1
            self._end += len(data)
        self._stream.truncate(self._end)

    def settle(self, order: Sequence[int]) -> None:
        """Keep the lines that begin at these places, in this order, as if no run had been broken.

        Nothing is written where they stand so already. Raises TimelineError.
        """
        places = array("q", order)
        in_order = all(a < b for a, b in pairwise(places))
        part = self.path.with_name(self.path.name + _PART)
        try:
            if in_order and len(places) == self._lines:
                os.fsync(self._stream.fileno())
                part.unlink(missing_ok=True)
                return
            with part.open("wb") as whole:
                self._stream.seek(0)
                whole.write(self._stream.readline())
                for place in places:
                    self._stream.seek(place)
                    whole.write(self._stream.readline())
                whole.flush()
                os.fsync(whole.fileno())
            part.replace(self.path)
        except OSError as error:
            raise unwritable(self.path, error) from error


@contextmanager
def open_journal(path: Path, made: Mapping[str, object], *, resume: bool) -> Iterator[Journal]:
    """The journal of a run that begins, or with `resume` goes on where there is one.

    Raises OptionError for one that is there without `resume`, of another run, or in use.
    """
    known = read_header(path)
    if known is not None:
        if not resume:
            raise OptionError(
                f"{path} is there: the journal of an earlier run",
                "add --resume to go on with it, or choose another name",
            )
        _compare(path, known.made, made)
    try:
        with path.open("r+b" if known is not None else "w+b") as stream:
            _lock(path, stream)
            journal = Journal(path, stream)
            if known is None:
                journal._write(_encode(Header(journal=HEADER, made=dict(made))) + b"\n")  # type: ignore[arg-type]
            else:
                journal.recover()
            yield journal
    except OSError as error:
        raise unwritable(path, error) from error


def read_header(path: Path) -> Header | None:
    """What the journal of an earlier run was made with; None where there is none yet.

    A header that was not written to its end is none: nothing stands behind it. Raises OptionError.
    """
    try:
        with path.open("rb") as stream:
            data = stream.readline()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        if data.endswith(b"\n"):
            return _decode_header(data)
    except msgspec.MsgspecError as error:
        raise OptionError(f"{path} is no journal of timeline", "choose another name") from error
    if not data or b'{"journal":"timeline-journal/1"'.startswith(data[:31]):
        return None
    raise OptionError(f"{path} is no journal of timeline", "choose another name")


def unwritable(path: Path, error: OSError) -> TimelineError:
    """One sentence about a file that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    return TimelineError(
        f"{path}: cannot be written: {reason}", "what is done is kept: go on with --resume"
    )


def _compare(path: Path, known: Mapping[str, object], made: Mapping[str, object]) -> None:
    names = [n for n in {**known, **made} if known.get(n) != made.get(n)]
    if names:
        told = "; ".join(f"{_tell(n, known.get(n))}, not {_tell(n, made.get(n))}" for n in names)
        raise OptionError(
            f"{path} is the journal of a run {told}",
            "go on with the same options and versions, or begin another run elsewhere",
        )


def _tell(name: str, value: object) -> str:
    """A setting as a user types it: "with --top 5", "without --all"; a part by its name."""
    if name in _PARTS:
        return f"with {name.replace('_', ' ')} {value}"
    option = _OPTIONS.get((name, value)) or f"--{_RENAMED.get(name, name).replace('_', '-')}"
    if value in (None, "") or (value is False and (name, value) not in _OPTIONS):
        return f"without {option}"
    # What a file of names holds is known by a digest.
    return f"with {option}" if value in (True, False) else f"with {option} {value}"


def _name(line: Line) -> bytes:
    """What a line is found by: of a document itself, of a failure all that it says."""
    from hashlib import blake2b

    told = (line.id, line.key) if line.reason is None else (line.source, line.key, line.reason)
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _lock(path: Path, stream: IO[bytes]) -> None:
    """Keep a second run away; where there are no such locks, nobody is."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OptionError(f"{path} is in use by another run", "wait for its end") from error
