"""From a text to a Document: its blocks, its language, its id."""

from __future__ import annotations

from ..document import Block, Document, GivenAnnotations, content_id
from .blocks import find_blocks
from .language import detect_language, language_name


def make_document(
    text: str,
    source: str,
    *,
    id: str | None = None,
    title: str | None = None,
    given_date: str | None = None,
    given_basis: str | None = None,
    warnings: tuple[str, ...] = (),
    annotations: GivenAnnotations | None = None,
    blocks: tuple[Block, ...] | None = None,
) -> Document:
    """A Document of a text; without an id it takes that of its content.

    `blocks` are those that the source marks; without them they are found in the text.
    """
    language = detect_language(text)
    if language not in ("en", "und"):
        warning = f"this text does not look English ({language_name(language)}?) and is not dated"
        warnings = (*warnings, warning)
    return Document(
        id=id or content_id(text),
        text=text,
        source=source,
        title=title,
        blocks=find_blocks(text) if blocks is None else blocks,
        given_date=given_date,
        given_basis=given_basis,
        language=language,
        warnings=warnings,
        annotations=annotations,
    )
