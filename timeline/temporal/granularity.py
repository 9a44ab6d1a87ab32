"""How coarse a cell of the calendar is."""

from __future__ import annotations

from enum import IntEnum


class Granularity(IntEnum):
    """The sizes of calendar cells, from fine to coarse; comparable."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAYPART = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    SEASON = 8
    QUARTER = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14

    @property
    def label(self) -> str:
        """Lower-case name as the output prints it: "day"."""
        return self.name.lower()

    @property
    def is_clock(self) -> bool:
        """True for cells that the clock names, not the calendar."""
        return self <= Granularity.HOUR


# Years in a cell that starts on a round year.
YEARS = {
    Granularity.YEAR: 1,
    Granularity.DECADE: 10,
    Granularity.CENTURY: 100,
    Granularity.MILLENNIUM: 1000,
}
