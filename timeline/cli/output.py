"""Standard streams, and files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO

from ..errors import TimelineError

ENCODING = "utf-8"


def is_terminal() -> bool:
    """True if a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def standard_input() -> BinaryIO | None:
    """Standard input as bytes, or None where it is closed."""
    return sys.stdin.buffer if sys.stdin is not None else None


def terminal_width() -> int | None:
    """Columns of the terminal or as COLUMNS says, or None where neither is there."""
    if not is_terminal() and not os.environ.get("COLUMNS"):
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def wants_color(chosen: bool | None) -> bool:
    """The option decides; else NO_COLOR (no-color.org), dumb terminals and pipes have none."""
    if chosen is not None:
        return chosen
    dumb = os.environ.get("TERM", "") in {"", "dumb"}
    return is_terminal() and not dumb and not os.environ.get("NO_COLOR")


@contextmanager
def open_output(path: str | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A stream to write to: standard output for None and "-", else a file, replaced at the end.

    Nothing is changed if the body raises. A device or a named pipe is written to directly.
    """
    if path is None or path == "-":
        yield _standard_output(binary)
        return
    target = Path(path)
    if target.exists() and not target.is_file() and not target.is_dir():
        with _open(path, binary) as stream:
            yield stream
        return
    # Through a link, so that the link stays one.
    target = target.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise _unwritable(path, "permission denied: it is write-protected")
    part = _make_part(path, target)
    try:
        with _open(part, binary) as stream:
            yield stream
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        try:
            part.replace(target)
        except OSError as error:
            raise _unwritable(path, _reason(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _standard_output(binary: bool) -> IO[Any]:
    if sys.stdout is None:
        raise TimelineError("standard output is closed", "write a file with -o")
    if binary:
        return sys.stdout.buffer
    # UTF-8 whatever the locale says, but a terminal keeps its encoding.
    if is_terminal():
        sys.stdout.reconfigure(errors="replace", newline="\n")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(encoding=ENCODING, newline="\n")  # type: ignore[union-attr]
    return sys.stdout


def _open(path: str | Path, binary: bool) -> IO[Any]:
    if binary:
        return Path(path).open("wb")
    return Path(path).open("w", encoding=ENCODING, newline="\n")


def _make_part(path: str, target: Path) -> Path:
    """A new empty file beside the target; the umask decides who may read it."""
    from secrets import token_hex

    part = target.with_name(f".timeline-{token_hex(6)}.part")
    try:
        part.touch(exist_ok=False)
    except FileNotFoundError as error:
        raise TimelineError(
            f"{path}: cannot be written: there is no folder {str(target.parent)!r}",
            "make it first, or choose another file with -o",
        ) from error
    except NotADirectoryError as error:
        raise _unwritable(path, f"{str(target.parent)!r} is no folder") from error
    except OSError as error:
        reason = f"in the folder {str(target.parent)!r}: {_reason(error)}"
        raise _unwritable(path, reason) from error
    return part


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _unwritable(path: str, reason: str) -> TimelineError:
    return TimelineError(f"{path}: cannot be written: {reason}", "choose another file with -o")
