"""Runs in processes of their own that are killed: after so many bytes, or from outside."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from pathlib import Path
from typing import IO, Any


class _Counting:
    """A stream that kills its process when so many bytes are written to all of them."""

    written = 0
    limit: int | None = None

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def write(self, data: bytes) -> int:
        """Write what is still allowed."""
        left = len(data) if self.limit is None else self.limit - _Counting.written
        self.stream.write(data[: max(0, left)])
        self.stream.flush()
        _Counting.written += len(data)
        if self.limit is not None and left <= len(data):
            os.kill(os.getpid(), signal.SIGKILL)
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.stream)

    def __enter__(self) -> _Counting:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()


@contextmanager
def counted(limit: int | None) -> Iterator[Callable[[], int]]:
    """All that is opened meanwhile counts what is written to it; yields who tells how much."""
    open_ = Path.open

    def opened(path: Path, mode: str = "r", *args: Any, **named: Any) -> Any:
        stream = open_(path, mode, *args, **named)
        return _Counting(stream) if mode in ("wb", "w+b", "r+b") else stream

    Path.open = opened  # type: ignore[method-assign,assignment]
    _Counting.written, _Counting.limit = 0, limit
    try:
        yield lambda: _Counting.written
    finally:
        Path.open = open_  # type: ignore[method-assign]


def begin(work: Callable[[], None]) -> int:
    """Do it in a forked process, whose number is returned."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _share_fork_server()
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def end(process: int) -> int:
    """Wait for it; returns how it ended, as os.waitstatus_to_exitcode tells it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def in_process(work: Callable[[], None]) -> int:
    """Begin and end."""
    return end(begin(work))


def _share_fork_server() -> None:
    """Take workers from the server of the process above, which may be no child of this one."""
    if workers_of() is not None:
        there: Any = forkserver
        there.ensure_running = there._forkserver.ensure_running = lambda: None


def workers_of() -> list[int] | None:
    """The workers that there are now; None where no fork server runs."""
    there: Any = forkserver
    server = there._forkserver._forkserver_pid
    if server is None:
        return None
    tasks = Path(f"/proc/{server}/task").iterdir()
    return [int(n) for task in tasks for n in (task / "children").read_text().split()]
