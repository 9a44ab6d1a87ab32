"""Dates as a spreadsheet gives them back: ISO 8601, or what it made of that on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import FormatError, TimelineError
from ..temporal.edtf import parse_date
from ..temporal.values import Moment

# 10/01/2022, 1.10.22, 2022/1/10, and with a clock time behind it.
_NUMBERS = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:[ T](\d{1,2}:\d\d)(?::00)?)?")
# The places of year, month and day; the first that fits the whole table is taken.
ORDERS = ((2, 1, 0), (2, 0, 1), (0, 1, 2))


class Days:
    """Reads the dates of one table in the order of day and month that its program wrote.

    That is learnt from cells that nobody touched: where the chronology has 2022-01-10 and the table
    10/01/2022, days come first. Without such a cell 10/01/2022 is refused: it may be October.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """`pairs`: what the chronology has, and what the table has in its place."""
        votes = [0] * len(ORDERS)
        for known, cell in pairs:
            if known == cell:
                continue
            for place, order in enumerate(ORDERS):
                votes[place] += _rewritten(cell, order) == known[:16]
        best = max(votes)
        self.order = ORDERS[votes.index(best)] if best and votes.count(best) == 1 else None

    def read(self, cell: str) -> Moment | None:
        """The cell of the calendar; None for an empty one. Raises FormatError."""
        text = cell.strip()
        if not text:
            return None
        try:
            return parse_date(text)
        except FormatError:
            again = _rewritten(text, self.order) if self.order else read_day(text)
            if again is None:
                raise FormatError(
                    f"{text!r} is not a date",
                    "write it as in ISO 8601: 2022-01-10, 2022-01 or 2022",
                ) from None
        return parse_date(again)

    def is_same(self, known: str, cell: str) -> bool:
        """Whether a cell says what the chronology has."""
        if cell.strip() == known:
            return True
        try:
            return bool(known) and self.read(cell) == parse_date(known)
        except TimelineError:
            return False


def read_day(text: str) -> str | None:
    """A date of numbers that can be one day only, as ISO 8601: 28/04/2023, not 03/04/2023."""
    found = {_rewritten(text, order) for order in ORDERS} - {None}
    days = {iso for iso in found if iso and _exists(iso)}
    return days.pop() if len(days) == 1 else None


def _exists(iso: str) -> bool:
    try:
        parse_date(iso)
    except TimelineError:
        return False
    return True


def _rewritten(cell: str, order: tuple[int, int, int]) -> str | None:
    """A date of numbers in this order as ISO 8601; None for what is none."""
    found = _NUMBERS.fullmatch(cell.strip())
    if not found:
        return None
    numbers = (found[1], found[3], found[4])
    year, month, day = (numbers[place] for place in order)
    if len(year) != 4 or len(month) > 2 or len(day) > 2:
        return None
    clock = f"T{found[5].zfill(5)}" if found[5] and found[5] not in ("0:00", "00:00") else ""
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}{clock}"
