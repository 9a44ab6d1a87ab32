"""Whether a text writes the day or the month first in numeric dates."""

from __future__ import annotations

import re

# What a text that gives no hint is taken for: English news and software write the month first.
DEFAULT_DAY_FIRST = False

# It begins with a digit and looks back from there: `re` skips to the next digit by itself.
_NUMERIC = re.compile(r"(\d(?<![\d./-].)\d?)([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])", re.DOTALL)
_MONTHS = 12
_DAYS = 31
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = r"(?<![\d/.,-])(?:3[01]|[12]\d|0?[1-9])"
_DAY_MONTH = re.compile(rf"{_DAY}(?:st|nd|rd|th)? (?:day of |of )?{_MONTH}", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?(?![\d:/])", re.IGNORECASE)


def infer_day_first(text: str) -> bool | None:
    """True or False where the unambiguous numeric dates of a text agree by majority, else None.

    Where none is unambiguous the dates with the month's name tell: who writes "7th October" writes
    the eleventh of that month 11/10.
    """
    balance, numeric = 0, False
    for found in _NUMERIC.finditer(text):
        numeric = True
        first, second = int(found[1]), int(found[3])
        if _MONTHS < first <= _DAYS and 1 <= second <= _MONTHS:
            balance += 1
        elif _MONTHS < second <= _DAYS and 1 <= first <= _MONTHS:
            balance -= 1
    if balance == 0 and numeric:
        balance = sum(1 for _ in _DAY_MONTH.finditer(text))
        balance -= sum(1 for _ in _MONTH_DAY.finditer(text))
    return None if balance == 0 else balance > 0


def find_doubtful(text: str) -> str | None:
    """The first numeric date that is another day if read in the other order; "04/04/2021" is not.

    >>> find_doubtful("filed 04/02/2024")
    '04/02/2024'
    """
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        if first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS:
            return found.group()
    return None
