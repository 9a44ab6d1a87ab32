"""The unit of work: what is done with one document; no error in it reaches another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..annotation import Annotated
from ..document import Document
from ..exporters import Layout, get_exporter
from ..exporters.missing import Notice, make_notice
from ..pipeline import Options, Pipeline, check_length
from ..readers.base import Failure
from ..report import make_timeline
from ..report.selection import Selection
from .boundary import contain
from .provenance import make_provenance
from .spool import Spooled, write_out


@dataclass(frozen=True, slots=True)
class Made:
    """A document's own chronology as it stands in a file, and what to know of it."""

    data: bytes | Spooled
    notice: Notice


Result = Annotated | Made | Failure


@dataclass(frozen=True, slots=True)
class Form:
    """How the chronology of one document is written down: a format's name, and its layout."""

    format: str
    layout: Layout = field(default_factory=Layout)


@dataclass(frozen=True, slots=True)
class Job:
    """What is wanted of each document; any process that loads `options` can do it.

    Without a `form` that is all that was found (Annotated), for one chronology of many documents;
    with it the document's own chronology, written (Made). It is told by values alone and goes to
    other processes as it is. The same document gives the same result wherever it is worked on. What
    is too long to be handed over is put into a file of the `folder`, where there is one.
    """

    options: Options
    selection: Selection = field(default_factory=Selection)
    form: Form | None = None
    folder: Path | None = None

    def do(self, pipeline: Pipeline, document: Document) -> Result:
        """The result for one document, or why it broke."""
        return next(contain(document.source, self._results(pipeline, document)))

    def do_together(
        self, pipeline: Pipeline, documents: Sequence[Document]
    ) -> Sequence[Annotated] | None:
        """All that was found in short documents, for one chronology; None if one broke."""
        assert self.form is None
        results = (pipeline.annotate_together(some) for some in (documents,))
        found = next(contain("", results))
        return None if isinstance(found, Failure) else found

    def _results(self, pipeline: Pipeline, document: Document) -> Iterator[Annotated | Made]:
        check_length(document)
        if self.form is None:
            yield pipeline.annotate(document)
            return
        # Of a book all that was found and all records of it need not be there together.
        yield self._write((pipeline.annotate(one) for one in (document,)), self.form)

    def _write(self, annotated: Iterator[Annotated], form: Form) -> Made:
        """The document's own chronology as it stands in a file."""
        timeline = make_timeline(
            annotated,
            provenance=make_provenance(self.options, self.selection),
            keep_all=self.selection.keep_all,
            choice=self.selection.make_choice(),
        )
        data = write_out(timeline, form.format, form.layout, self.folder)
        return Made(data, make_notice(timeline, get_exporter(form.format)))
