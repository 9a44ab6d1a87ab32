"""A row of the sieves' tables.

Text, {trigger: "sieve bounds" or "-" and a part of the reason}, document's date. Bounds: a..b from
the earliest to the latest, begin/end for an interval.
"""

from typing import NamedTuple

TENSE_PAST = "tense ..2022-01-10"


class Row(NamedTuple):
    text: str
    expected: dict[str, str]
    date: str | None = "2022-01-10"
    basis: str = "given"
