"""A process that loads the pipeline once, and then does one document after another."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection

from ..errors import TimelineError
from ..pipeline import load
from ..readers.base import Failure
from .job import Job

READY = "ready"


def serve(connection: Connection, job: Job) -> None:
    """Answer documents with results until nobody asks any more.

    First comes READY, or the Failure that keeps this worker from starting.
    """
    # Ctrl-C goes to all processes of a terminal: the one that reads and writes decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError), connection:
        try:
            pipeline = load(job.options)
        except TimelineError as error:
            connection.send(Failure("", error.message, error.hint))
            return
        connection.send(READY)
        while True:
            connection.send(job.do(pipeline, connection.recv()))


def count_cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
