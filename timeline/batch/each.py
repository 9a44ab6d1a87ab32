"""A chronology for each document, written as it is made: memory does not grow with their number.

The outputs are files of a folder, or lines of the journal itself. A run that was killed goes on
where it stopped and ends with the same bytes as one that was not.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import file_digest, sha256
from pathlib import Path

import msgspec

from ..document import Document
from ..errors import OptionError
from ..exporters.missing import Notice
from ..readers.base import Failure
from .job import Job, Made
from .journal import Journal, Line, open_journal, unwritable
from .local import work
from .names import FileNames
from .provenance import describe_made
from .spool import PART, Spooled, sweep

JOURNAL = ".timeline.journal"  # in the folder of the outputs; hidden, so that nobody reads it


@dataclass(frozen=True, slots=True)
class Folder:
    """Where each document has a file, named as its source with this suffix."""

    path: Path
    suffix: str


@dataclass(slots=True)
class Tally:
    """How many documents were done, were done before, and failed."""

    done: int = 0
    kept: int = 0
    failed: int = 0


Watch = Callable[[Document | Failure, Failure | None], None]
Tell = Callable[[Notice], None]


def extract_each(
    sources: Iterable[Document | Failure],
    job: Job,
    *,
    folder: Folder | None = None,
    journal: Path | None = None,
    resume: bool = False,
    jobs: int = 1,
    timeout: float | None = None,
    watch: Watch | None = None,
    tell: Tell | None = None,
) -> Tally:
    """Write the chronology of each document into a folder, or into the lines of a journal.

    With `resume` it goes on with what an earlier run has left: what is done is kept, what failed is
    tried again, and a document that is new or changed is done. `jobs` and `timeout` are as in
    `local.work`; `watch` is called for each source, with its failure, `tell` with what to
    know of each document that is done. `job.form` is what a file
    holds; in a journal it must be JSON. Raises OptionError, ModelError, and TimelineError for what
    cannot be written.
    """
    path = folder.path / JOURNAL if folder else journal
    if path is None or job.form is None:
        raise OptionError("there is neither a folder nor a journal to write to")
    where = {"output": folder.suffix if folder else None}
    made = describe_made(job.options, job.selection, job.form.format, job.form.layout) | where
    with open_journal(path, made, resume=resume) as open_:
        run = _Run(
            open_, folder, watch or (lambda item, failure: None), tell or (lambda notice: None)
        )
        here = replace(job, folder=folder.path if folder is not None else None)
        for item, result in work(run.choose(sources), here, jobs=jobs, timeout=timeout):
            run.keep(item, result)
        open_.settle(run.order)
        if folder is not None:
            sweep(folder.path)
    return run.tally


@dataclass(slots=True)
class _Run:
    """One pass over the sources: what of it is done already, and where its lines stand.

    `order` has the place of each source's line in the journal, in the order of the sources.
    """

    journal: Journal
    folder: Folder | None
    watch: Watch
    tell: Tell
    names: FileNames = field(default_factory=FileNames)
    order: array[int] = field(default_factory=lambda: array("q"))
    begun: deque[tuple[int, str | None, str]] = field(default_factory=deque)
    tally: Tally = field(default_factory=Tally)

    def choose(self, sources: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        """The sources that are still to be done."""
        for item in sources:
            name, key = None, ""
            if isinstance(item, Document):
                key = sha256(repr(item).encode("utf-8", "surrogatepass")).hexdigest()[:32]
                name = self._name(item)
                place = self.journal.find(Line(id=item.id, key=key, source=item.source))
                if place is not None and self._is_there(self.journal.read(place), name):
                    self.order.append(place)
                    self.tally.kept += 1
                    self.watch(item, None)
                    continue
            self.begun.append((len(self.order), name, key))
            self.order.append(-1)
            yield item

    def keep(self, item: Document | Failure, result: object) -> None:
        """Write what came out of a source, the output first and then its line."""
        place, name, key = self.begun.popleft()
        id = item.id if isinstance(item, Document) else None
        failure = result if isinstance(result, Failure) else None
        if failure is not None:
            line = Line(id=id, key=key, source=item.source, reason=failure.reason)
            known = self.journal.find(line)
            self.order[place] = self.journal.append(line) if known is None else known
            self.tally.failed += 1
        else:
            assert isinstance(result, Made)
            line = Line(id=id, key=key, source=item.source)
            if self.folder is None:
                assert isinstance(result.data, bytes)
                whole = msgspec.Raw(_one_line(result.data))
                line = msgspec.structs.replace(line, chronology=whole)
            else:
                assert name is not None
                done = self._write(self.folder.path / name, result.data)
                line = msgspec.structs.replace(line, file=name, size=done.size, sha256=done.sha256)
            self.order[place] = self.journal.append(line)
            self.tally.done += 1
            self.tell(result.notice)
        self.watch(item, failure)

    def _name(self, document: Document) -> str | None:
        """The name of a document's file. Raises OptionError if that is its source."""
        if self.folder is None:
            return None
        name = self.names.claim(document.source, document.id, document.title) + self.folder.suffix
        target = self.folder.path / name
        if target.exists() and Path(document.source).exists() and target.samefile(document.source):
            raise OptionError(f"{target} is a source too", "choose another folder")
        return name

    def _is_there(self, line: Line, name: str | None) -> bool:
        """Whether a document's output is there, whole: a power cut may have lost it."""
        if self.folder is None:
            return line.chronology is not None
        if line.file is None or line.file != name:
            return False
        try:
            with (self.folder.path / name).open("rb") as stream:
                found = file_digest(stream, sha256).hexdigest()
                return stream.tell() == line.size and found == line.sha256
        except OSError:
            return False

    def _write(self, target: Path, result: bytes | Spooled) -> Spooled:
        """A file that is there whole or not at all, and what is known of it."""
        part = target.with_name(PART)
        try:
            if isinstance(result, bytes):
                part.write_bytes(result)
                result = Spooled(part, len(result), sha256(result).hexdigest())
            result.path.replace(target)
        except OSError as error:
            raise unwritable(target, error) from error
        return result


def _one_line(data: bytes) -> bytes:
    return msgspec.json.format(data, indent=-1)
