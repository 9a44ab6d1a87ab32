"""Many documents on this machine: a document that breaks becomes a failure, the others come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ..annotation import Annotated
from ..document import Document
from ..errors import TimelineError
from ..pipeline import BATCH, Options, Pipeline, check_date, check_length, load
from ..readers.base import Failure


def annotate_sources(
    sources: Iterable[Document | Failure], options: Options
) -> Iterator[Annotated | Failure]:
    """Annotate each document that was read, in order; failures pass through.

    The model is loaded when the first document arrives, and a ModelError is raised then; a `date`
    that is none is an OptionError at once: it would fail every document.
    """
    check_date(options)
    pipeline: Pipeline | None = None
    rest = iter(sources)
    while chunk := list(islice(rest, BATCH)):
        documents = [item for item in chunk if isinstance(item, Document)]
        if documents and pipeline is None:
            pipeline = load(options)
        done = iter(_annotate_chunk(pipeline, documents) if pipeline else ())
        for item in chunk:
            yield next(done) if isinstance(item, Document) else item


def _annotate_chunk(pipeline: Pipeline, documents: list[Document]) -> list[Annotated | Failure]:
    """A whole chunk at once, or one by one when a document in it breaks.

    The document boundary: the one place where any exception is caught, and kept with its type.
    """
    try:
        for document in documents:
            check_length(document)
        return list(pipeline.annotate_all(documents))
    except Exception as error:
        if len(documents) == 1:
            return [_failure(documents[0], error)]
    return [done for document in documents for done in _annotate_chunk(pipeline, [document])]


def _failure(document: Document, error: Exception) -> Failure:
    if isinstance(error, TimelineError):
        return Failure(document.source, error.message, error.hint)
    return Failure(document.source, f"{type(error).__name__}: {error}", None)
