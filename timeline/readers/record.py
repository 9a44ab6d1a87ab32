"""A record of a table or of JSON as a document: its text, and what else it says of it."""

from __future__ import annotations

from collections.abc import Mapping

from ..document import Document
from .base import Failure
from .decoding import scrub
from .make import make_document

FIELDS = ("text", "id", "date", "title")


def read_record(
    record: Mapping[str, object], source: str, warnings: tuple[str, ...] = ()
) -> Document | Failure:
    """The document of a record with `FIELDS`, of which only the text is needed.

    A text is kept as it is, line ends too: its writer counts offsets in it.
    """
    text = record.get("text")
    if text is None:
        return Failure(source, 'this document has no "text"')
    if not isinstance(text, str):
        return Failure(source, 'the "text" of this document is not a string')
    if not text.strip():
        return Failure(source, "the text of this document is empty")
    fields: dict[str, str | None] = {}
    for key in ("id", "date", "title"):
        given = record.get(key)
        value = fields[key] = _as_text(given)
        if value is None and given is not None:
            what = "empty" if isinstance(given, str) else "not text"
            warnings = (*warnings, f'the field "{key}" is {what} and was not used')
    return make_document(
        scrub(text),
        source,
        id=fields["id"],
        title=fields["title"],
        given_date=fields["date"],
        given_basis="field" if fields["date"] else None,
        warnings=warnings,
    )


def _as_text(value: object) -> str | None:
    """A string on one line, a number as it is written; None for anything else and for nothing."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return " ".join(scrub(value).split()) or None
