"""Read documents, write the chronology of their events, with the evidence for every date.

`extract` gives the chronology of a text, `relation` how two of its entries or events lie to each
other, `find_expressions` a text's dated expressions (rules only, no spaCy). None reads a clock: the
reading date is an argument.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from typing import Any

    from .annotation import TemporalExpression
    from .chronology import Entry, Event, Timeline
    from .relating import Relation
    from .temporal.values import Moment

    __version__: str

__all__ = ["__version__", "extract", "find_expressions", "relation"]


def extract(
    text: str,
    *,
    date: str | datetime.date | None = None,
    reading_date: str | datetime.date | None = None,
    title: str | None = None,
    day_first: bool | None = None,
    model: str | None = None,
    keep_all: bool = False,
    country: str | None = None,
    hemisphere: str | None = None,
    fiscal_year_start: int | None = None,
    named_dates: Mapping[str, str] | None = None,
) -> Timeline:
    """The chronology of one text.

    `date` is the document's own date (a year, month or day) and `reading_date` the latest day that
    it may have; without the latter a dateline without a year stays undated. `keep_all` adds the
    events that only tense, the document's date or another event bounds.

    `country` (two letters, US where none is given) says whose Independence Day is meant,
    `hemisphere` ("north", "south") whose summer, `fiscal_year_start` (1 to 12) in which month
    fiscal years begin. `named_dates` maps names of your own to an EDTF date or interval. Raises
    OptionError for a date or setting that is none, ModelError, and TimelineError for a text that
    cannot be read.

    >>> extract("Protests erupted on January 2.", date="2022-01-10").entries[0].time.value
    '2022-01-02'
    """
    from .batch.run import Selection, run
    from .document import Document, content_id
    from .errors import TimelineError
    from .pipeline import DEFAULT_MODEL, Options
    from .rules.named import make_named_dates

    if not isinstance(text, str):
        raise TypeError(f"the text must be a str, not {type(text).__name__}")
    options = Options(
        reading_date=_day(reading_date),
        date=None if date is None else str(date),
        day_first=day_first,
        model=model or DEFAULT_MODEL,
        country=country,
        hemisphere=hemisphere,
        fiscal_year_start=fiscal_year_start,
        named_dates=make_named_dates(named_dates or {}),
    )
    document = Document(id=content_id(text), text=text, source="text", title=title)
    timeline = run([document], options, Selection(keep_all=keep_all))
    for failure in timeline.failures:
        raise TimelineError(failure.reason)
    return timeline


def find_expressions(
    text: str,
    date: str | datetime.date | None = None,
    *,
    day_first: bool | None = None,
    country: str | None = None,
    hemisphere: str | None = None,
    fiscal_year_start: int | None = None,
    named_dates: Mapping[str, str] | None = None,
) -> tuple[TemporalExpression, ...]:
    """The temporal expressions of a text by the rules alone, without a parse: loads no spaCy.

    The settings are those of `extract`.

    >>> find_expressions("It opened two weeks ago.", "2024-03-05")[0].text
    'two weeks ago'
    """
    from .rules.customs import make_customs
    from .rules.named import make_named_dates
    from .rules.narrative import find_expressions as find

    customs = make_customs(country, hemisphere, fiscal_year_start)
    named = make_named_dates(named_dates or {})
    return find(text, _day(date), day_first=day_first, customs=customs, named=named)


def relation(
    a: Entry | Event | Mapping[str, Any],
    b: Entry | Event | Mapping[str, Any],
    chronology: Timeline | Mapping[str, Any] | None = None,
) -> Relation:
    """How one entry or event lies to another: before, after, overlapping or not settled.

    "before": it is over when the other begins, whatever their bounds leave open, and so it stands
    before it in the chronology; "overlapping": some moment belongs to both. Two happenings of one
    day are "not settled", unless their `chronology` is given and its `links` order them ("after the
    vote"), which rows of one day do not show. Records read back from JSON are as good, also as
    dicts.

    >>> first, second = extract("War broke out in 1914. Peace came in 1918.").entries
    >>> relation(first, second)
    'before'
    """
    from .relating import relate

    return relate(a, b, chronology)


def _day(date: str | datetime.date | None) -> Moment | None:
    """A date given to the library. Raises OptionError for one that the calendar does not have."""
    from .errors import OptionError, TimelineError
    from .temporal.edtf import parse_date

    try:
        return None if date is None else parse_date(str(date))
    except TimelineError as error:
        raise OptionError(error.message, error.hint) from error


def __getattr__(name: str) -> str:
    """Read the version only when it is asked for: the metadata costs more than the import."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version

    return version("timeline-extract")
