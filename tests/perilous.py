"""A job that does what a document says to the process that works on it."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from timeline.batch.job import Job, Result
from timeline.document import Document
from timeline.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class PerilousJob(Job):
    """Documents that kill their worker, never end, or are too much for the memory."""

    def do(self, pipeline: Pipeline, document: Document) -> Result:
        """Do as the text says, or the work."""
        if document.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text == "sleep":
            time.sleep(600)
        return Job.do(self, pipeline, document)
