"""The one door to dateparser: explicit calendar dates that no rule reads."""

from __future__ import annotations

import re
import warnings
from datetime import datetime

from ..temporal.expression import Partial
from .folding import fold
from .lexicon import read_lexicon

_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w)")
_WORD = re.compile(r"[a-z]{3,12}")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d| ?[ap]\.?m)")
_LONGEST = 60  # characters; a longer span of a model is no date


def read_calendar_date(text: str) -> Partial | None:
    """The date that words name by a month with a year or a day; None for anything less."""
    words = fold(text.strip())
    months = {*read_lexicon("en").classes["month"].values}
    has_month = any(word in months for word in _WORD.findall(words))
    has_year = bool(_YEAR.search(words))
    has_day = has_month and bool(_DAY.search(_YEAR.sub(" ", words)))
    explicit = has_month and (has_year or has_day)
    if len(words) > _LONGEST or _CLOCK.search(words) or not explicit:
        return None
    date = _parse(words)
    if date is None:
        return None
    found, period = date
    year = found.year if has_year else None
    if period == "month":
        return Partial(year=year, month=found.month)
    if period == "day" and has_day:
        return Partial(year=year, month=found.month, day=found.day)
    return None


def _parse(words: str) -> tuple[datetime, str] | None:
    # Costs 0.1 s to import and is needed for few texts.
    from dateparser.date import DateDataParser

    # Stands in for what the words leave out, and is never copied into the result.
    settings = {"RELATIVE_BASE": datetime(2000, 1, 1), "RETURN_AS_TIMEZONE_AWARE": False}
    with warnings.catch_warnings():
        # It parses with patterns that newer Pythons remark on; that is not the reader's business.
        warnings.simplefilter("ignore")
        parsed = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    return None if parsed.date_obj is None else (parsed.date_obj, parsed.period)
