"""A text as a document, and the date that is found for it, as the tests of dating write it."""

from timeline.annotation import DocumentDate
from timeline.dating import find_document_date
from timeline.document import Document
from timeline.temporal.arithmetic import iso
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import Moment, day_of

READING = day_of(2026, 11, 22)

BODY = "\n\nThe committee met in the old town hall. Nobody objected, and the plan was kept.\n"


def document(text: str, source: str = "document.txt") -> Document:
    return Document(id="d", text=text, source=source)


def find(
    text: str, source: str = "document.txt", *, reading: Moment | None = READING
) -> DocumentDate:
    return find_document_date(document(text, source), reading_date=reading)


def shown(found: DocumentDate) -> str | None:
    """The date as ISO 8601 writes it, no finer than it is."""
    if found.value is None:
        return None
    length = {Granularity.YEAR: 4, Granularity.MONTH: 7}.get(found.value.granularity)
    return iso(found.value)[:length]


def years(found: DocumentDate) -> list[int]:
    return [candidate.value.year for candidate in found.alternatives]
