"""Read documents, write the chronology of their events, with the evidence for every date.

`extract` gives the chronology of a text, `find_expressions` its dated expressions (rules only, no
spaCy). Both read no clock: the reading date is an argument.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .annotation import TemporalExpression
    from .chronology import Timeline

    __version__: str

__all__ = ["__version__", "extract", "find_expressions"]


def extract(
    text: str,
    *,
    date: str | None = None,
    reading_date: str | None = None,
    title: str | None = None,
    day_first: bool | None = None,
    model: str | None = None,
    keep_all: bool = False,
) -> Timeline:
    """The chronology of one text.

    `date` is the document's own date (ISO 8601: year, month or day) and `reading_date` the latest
    day that it may have; without the latter a dateline without a year stays undated. `keep_all`
    adds the events that only tense or the document's date bounds. Raises OptionError and
    ModelError.

    >>> extract("Protests erupted on January 2.", date="2022-01-10").entries[0].time.value
    '2022-01-02'
    """
    from .batch.run import Selection, run
    from .document import Document, content_id
    from .pipeline import DEFAULT_MODEL, Options
    from .temporal.edtf import parse_date

    options = Options(
        reading_date=parse_date(reading_date) if reading_date else None,
        date=date,
        day_first=day_first,
        model=model or DEFAULT_MODEL,
    )
    document = Document(id=content_id(text), text=text, source="text", title=title)
    return run([document], options, Selection(keep_all=keep_all))


def find_expressions(
    text: str, date: str | None = None, *, day_first: bool | None = None
) -> tuple[TemporalExpression, ...]:
    """The temporal expressions of a text by the rules alone, without a parse: loads no spaCy.

    >>> find_expressions("It opened two weeks ago.", "2024-03-05")[0].text
    'two weeks ago'
    """
    from .rules.narrative import find_expressions as find

    return find(text, date, day_first=day_first)


def __getattr__(name: str) -> str:
    """Read the version only when it is asked for: the metadata costs more than the import."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version

    return version("timeline-extract")
