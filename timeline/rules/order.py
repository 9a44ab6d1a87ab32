"""Whether a text writes the day or the month first in numeric dates."""

from __future__ import annotations

import re

# What a text that gives no hint is taken for: English news and software write the month first.
DEFAULT_DAY_FIRST = False

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")
_MONTHS = 12
_DAYS = 31


def infer_day_first(text: str) -> bool | None:
    """True or False where the unambiguous numeric dates of a text agree by majority, else None."""
    balance = 0
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        if _MONTHS < first <= _DAYS and 1 <= second <= _MONTHS:
            balance += 1
        elif _MONTHS < second <= _DAYS and 1 <= first <= _MONTHS:
            balance -= 1
    return None if balance == 0 else balance > 0
