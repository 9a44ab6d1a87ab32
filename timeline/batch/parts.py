"""Documents by parts: what is sent to a machine at once, and the file that comes of it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from multiprocessing import current_process
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from ..chronology import Timeline
from ..document import Document
from ..errors import OptionError
from ..exporters import get_exporter
from ..exporters.missing import Notice
from ..pipeline import load
from ..readers.base import Failure
from .job import Form, Job, Made, Result
from .provenance import make_provenance
from .same import Setting, check_same, describe_process

if TYPE_CHECKING:
    from .pool import Crew

# Formats of which a part holds many documents, one behind the other.
SUFFIXES = {"json": ".jsonl", "jsonl": ".jsonl", "parquet": ".parquet", "csv": ".csv"}
DOCUMENTS, CHARACTERS = 32, 200_000  # a part ends with the document that reaches one of these

_one_at_a_time = Lock()  # a pipeline is no thing for two threads of a worker


@dataclass(frozen=True, slots=True)
class Size:
    """When a part is full."""

    documents: int = DOCUMENTS
    characters: int = CHARACTERS


@dataclass(frozen=True, slots=True)
class Part:
    """Sources that follow one another; the same sources give the same parts."""

    number: int
    items: tuple[Document | Failure, ...]

    @property
    def name(self) -> str:
        """The name of its file, without a suffix."""
        return f"part-{self.number:06}"

    @property
    def key(self) -> str:
        """A digest of what was read."""
        return sha256(repr(self.items).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def documents(self) -> list[Document]:
        """What there is to work on."""
        return [item for item in self.items if isinstance(item, Document)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The bytes of a part's file, and for each of its documents None or why it failed.

    `notices`: what to know of each that did not.
    """

    data: bytes
    failures: tuple[Failure | None, ...]
    notices: tuple[Notice, ...] = ()


def cut(sources: Iterable[Document | Failure], size: Size) -> Iterator[Part]:
    """The sources in parts, no more of them in memory than one part needs."""
    number, characters = 0, 0
    items: list[Document | Failure] = []
    for item in sources:
        items.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(items) >= size.documents or characters >= size.characters:
            yield Part(number, tuple(items))
            number, characters, items = number + 1, 0, []
    if items:
        yield Part(number, tuple(items))


def prepare(job: Job) -> Setting:
    """Load the pipeline, and tell what this process works with. Raises ModelError."""
    with _one_at_a_time:
        load(job.options)
        # What stays for ever need not be looked through again and again for what does not.
        gc.collect()
        gc.freeze()
    return describe_process(job.options)


def do_part(
    job: Job,
    documents: Sequence[Document],
    wanted: Setting,
    name: str = "",
    timeout: float | None = None,
) -> Outcome:
    """Work on the documents of a part, in this process; with a `timeout` (s) in one below it.

    Raises ModelError in a process that is not like the one that wants it.
    """
    check_same(name or "process", describe_process(job.options), wanted)
    assert job.form is not None
    whole = replace(job, form=Form("json"))
    with _one_at_a_time:
        results = _do_in_time(whole, documents, timeout) if timeout else _do(whole, documents)
    made = [result for result in results if isinstance(result, Made)]
    failures = tuple(result if isinstance(result, Failure) else None for result in results)
    data = [one.data for one in made if isinstance(one.data, bytes)]
    return Outcome(_write(data, job, job.form), failures, tuple(one.notice for one in made))


def _do(job: Job, documents: Sequence[Document]) -> list[Result]:
    pipeline = load(job.options)
    return [job.do(pipeline, document) for document in documents]


def _do_in_time(job: Job, documents: Sequence[Document], timeout: float) -> list[Result]:
    """The same in a process that is killed where it takes too long; it is kept for other parts."""
    from .pool import work_in_processes

    # Dask's nannies start their workers as daemons, which may have no processes below them.
    current_process().daemon = False
    crew = _crew_of(job, timeout)
    done = work_in_processes(documents, job, jobs=1, timeout=timeout, crew=crew)
    return [result for _, result in done]


@lru_cache(maxsize=1)
def _crew_of(job: Job, timeout: float) -> Crew:
    from .pool import Crew

    return Crew(job, timeout)


def check_form(form: Form) -> str:
    """The suffix of the parts; raises OptionError for a format of which parts cannot be made."""
    if form.format not in SUFFIXES:
        raise OptionError(
            f"a part holds many documents, which {form.format} does not",
            f"choose one of {', '.join(SUFFIXES)}",
        )
    return SUFFIXES[form.format]


def _write(made: Sequence[bytes], job: Job, form: Form) -> bytes:
    """The documents' chronologies in one file: in JSON a line each, else their entries."""
    if form.format == "json":
        return b"".join(msgspec.json.format(data, indent=-1) + b"\n" for data in made)
    whole = _join([msgspec.json.decode(data, type=Timeline) for data in made], job)
    return get_exporter(form.format).to_bytes(whole, form.layout)


def _join(made: Sequence[Timeline], job: Job) -> Timeline:
    """The chronologies one behind the other: nothing is merged."""
    return Timeline(
        provenance=make_provenance(job.options, job.selection),
        documents=tuple(x for one in made for x in one.documents),
        expressions=tuple(x for one in made for x in one.expressions),
        events=tuple(x for one in made for x in one.events),
        entries=tuple(x for one in made for x in one.entries),
        undated=tuple(x for one in made for x in one.undated),
        failures=tuple(x for one in made for x in one.failures),
        gaps=tuple(x for one in made for x in one.gaps),
        links=tuple(x for one in made for x in one.links),
    )
