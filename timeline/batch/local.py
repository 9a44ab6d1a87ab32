"""Many documents on this machine: a document that breaks becomes a failure, the others come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..annotation import Annotated
from ..document import Document
from ..errors import TimelineError
from ..pipeline import Options, Pipeline, check_date, check_length, load
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
    for item in sources:
        if isinstance(item, Failure):
            yield item
            continue
        if pipeline is None:
            pipeline = load(options)
        yield annotate_one(pipeline, item)


def annotate_one(pipeline: Pipeline, document: Document) -> Annotated | Failure:
    """Everything found in a document, or why it broke.

    The document boundary: the one place where any exception is caught, and kept with its type.
    """
    try:
        check_length(document)
        return pipeline.annotate(document)
    except TimelineError as error:
        return Failure(document.source, error.message, error.hint)
    except Exception as error:
        return Failure(document.source, f"{type(error).__name__}: {error}", None)
