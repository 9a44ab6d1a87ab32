"""What a date depends on besides the calendar: where its seasons, feasts and fiscal years lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

# The days (month, day, whether only estimated) of a feast in a year, as a country keeps it; ()
# where it is not known or not kept there. Two in years that hold a lunar one twice.
FeastDays = tuple[tuple[int, int, bool], ...]
FindFeast = Callable[[str, str, int], FeastDays]


def no_feasts(name: str, country: str, year: int) -> FeastDays:
    """Know no feast; for callers that need none."""
    return ()


@dataclass(frozen=True, slots=True)
class Customs:
    """The reader's settings for what words leave to a country.

    `country` is ISO 3166-1 alpha-2. `fiscal_start` is the month in which a fiscal year begins; it
    has the number of the calendar year that it ends in.
    """

    country: str = "US"
    hemisphere: Literal["north", "south"] = "north"
    fiscal_start: int = 1
    find_feast: FindFeast = no_feasts

    @property
    def south(self) -> bool:
        """Whether the seasons are those of the south."""
        return self.hemisphere == "south"


PLAIN = Customs()
