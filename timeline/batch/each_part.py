"""A file for each part of the sources, written whole or not at all, whoever worked on it.

What is done is noted in the journal that `each` keeps too; a run that was killed goes on where it
stopped and ends with the same bytes as one that was not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..document import Document
from ..errors import OptionError
from ..readers.base import Failure
from .each import JOURNAL, Tally, Tell, Watch
from .job import Job
from .journal import Journal, Line, open_journal, unwritable
from .parts import Outcome, Part, Size, check_form, cut
from .provenance import describe_made

_PART = ".timeline.part"  # the output that is being written

# Works on parts, in any order, and reads no more of them ahead than it needs.
Work = Callable[[Iterator[Part]], Iterator[tuple[Part, Outcome]]]


def extract_parts(
    sources: Iterable[Document | Failure],
    job: Job,
    work: Work,
    *,
    folder: Path,
    resume: bool = False,
    size: Size | None = None,
    watch: Watch | None = None,
    tell: Tell | None = None,
) -> Tally:
    """Write the chronologies of many documents by parts into a folder: part-000000.jsonl and on.

    In JSON a line is the chronology of a document, in other formats their entries follow one
    another; order is kept. With `resume` it goes on with what an earlier run has left: finished
    parts are kept, and those are done again of which a document has failed or changed. Raises
    OptionError, ModelError, and TimelineError for what cannot be written or worked on.
    """
    if job.form is None:
        raise OptionError("there is no form to write the parts in")
    size = size or Size()
    suffix = check_form(job.form)
    made = describe_made(job.options, job.selection, job.form.format, job.form.layout)
    made |= {"output": suffix, "part": f"{size.documents} documents, {size.characters} characters"}
    with open_journal(folder / JOURNAL, made, resume=resume) as journal:
        run = _Run(journal, folder, suffix, watch or (lambda item, failure: None))
        say = tell or (lambda notice: None)
        for part, outcome in work(run.choose(cut(sources, size))):
            run.keep(part, outcome)
            for notice in outcome.notices:
                say(notice)
        journal.settle([place for number in sorted(run.places) for place in run.places[number]])
        run.sweep()
    return run.tally


@dataclass(slots=True)
class _Run:
    """One pass over the parts; `places` has where the lines of each stand in the journal."""

    journal: Journal
    folder: Path
    suffix: str
    watch: Watch
    places: dict[int, list[int]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)

    def choose(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts that are still to be done."""
        for part in parts:
            self.places[part.number] = []
            place = self.journal.find(Line(id=part.name, key=part.key, source=""))
            line = self.journal.read(place) if place is not None else None
            if place is None or line is None or line.failed or not self._is_there(line):
                yield part
                continue
            self.places[part.number].append(place)
            self.tally.kept += len(part.documents)
            self._tell_failures(part, iter(()))

    def keep(self, part: Part, outcome: Outcome) -> None:
        """Write what came out of a part, the file first and then its line."""
        target = self.folder / (part.name + self.suffix)
        self._write(target, outcome.data)
        failed = sum(one is not None for one in outcome.failures)
        line = Line(
            id=part.name,
            key=part.key,
            source=f"{part.items[0].source} to {part.items[-1].source}",
            file=target.name,
            size=len(outcome.data),
            sha256=sha256(outcome.data).hexdigest(),
            documents=len(outcome.failures) - failed,
            failed=failed,
        )
        self.places[part.number].append(self.journal.append(line))
        self.tally.done += len(outcome.failures) - failed
        self._tell_failures(part, iter(outcome.failures))

    def _tell_failures(self, part: Part, failures: Iterator[Failure | None]) -> None:
        """Note what failed of a part, when it was read or worked on, behind the part's line."""
        for item in part.items:
            failure = item if isinstance(item, Failure) else next(failures, None)
            if failure is not None:
                id = item.id if isinstance(item, Document) else None
                line = Line(id=id, key=part.key, source=item.source, reason=failure.reason)
                known = self.journal.find(line)
                self.places[part.number].append(
                    self.journal.append(line) if known is None else known
                )
                self.tally.failed += 1
            self.watch(item, failure)

    def _is_there(self, line: Line) -> bool:
        """Whether a part's file is there, whole."""
        try:
            data = (self.folder / (line.file or "")).read_bytes()
        except OSError:
            return False
        return len(data) == line.size and sha256(data).hexdigest() == line.sha256

    def _write(self, target: Path, data: bytes) -> None:
        part = self.folder / _PART
        try:
            part.write_bytes(data)
            part.replace(target)
        except OSError as error:
            raise unwritable(target, error) from error

    def sweep(self) -> None:
        """Remove the parts of an earlier run behind the last: there were more sources then."""
        (self.folder / _PART).unlink(missing_ok=True)
        number = len(self.places)
        while (old := self.folder / (Part(number, ()).name + self.suffix)).exists():
            old.unlink()
            number += 1
