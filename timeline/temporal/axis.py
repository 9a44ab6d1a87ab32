"""The time axis: integer seconds of the proleptic Gregorian calendar, for any year.

Years are astronomical (1 BC is 0, 44 BC is -43). Second 0 is 1970-01-01T00:00. Weeks are ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

DAY_SECONDS = 86_400  # s; leap seconds are not counted, as in POSIX time
REMEMBERED = 4096  # answers that a question of the calendar keeps: a text has the same few days
_ERA_DAYS = 146_097  # days in 400 Gregorian years
_EPOCH = 719_468  # days from 0000-03-01 to 1970-01-01

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """True if the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Length of a month (1-12) in days."""
    return 29 if month == 2 and is_leap(year) else MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 of a civil date (months count from March: leap days come last)."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _ERA_DAYS + day_of_era - _EPOCH


def civil(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number; the inverse of `day_number`."""
    era, day_of_era = divmod(number + _EPOCH, _ERA_DAYS)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def weekday(number: int) -> int:
    """0 for Monday to 6 for Sunday, of a day number."""
    return (number + 3) % 7


def week_start(year: int, week: int) -> int:
    """Day number of the Monday of an ISO week; week 1 holds 4 January."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def weeks_in_year(year: int) -> int:
    """52 or 53."""
    return (week_start(year + 1, 1) - week_start(year, 1)) // 7


def iso_week(number: int) -> tuple[int, int]:
    """(ISO year, week) that a day belongs to."""
    thursday = number - weekday(number) + 3
    year = civil(thursday)[0]
    return year, (number - week_start(year, 1)) // 7 + 1


Second = int | float  # s; a float only when infinite


@dataclass(frozen=True, slots=True)
class Extent:
    """A half-open stretch [lo, hi) of the axis in seconds, infinite where open.

    The only thing that is compared or sorted.
    """

    lo: Second
    hi: Second

    def __post_init__(self) -> None:
        if not self.lo <= self.hi:
            raise ValueError(f"extent ends before it starts: [{self.lo}, {self.hi})")

    def intersect(self, other: Extent) -> Extent | None:
        """What both share, or None."""
        lo, hi = max(self.lo, other.lo), min(self.hi, other.hi)
        return Extent(lo, hi) if lo < hi else None

    def hull(self, other: Extent) -> Extent:
        """The smallest extent that holds both."""
        return Extent(min(self.lo, other.lo), max(self.hi, other.hi))

    def contains(self, other: Extent) -> bool:
        """True if the other lies within this one."""
        return self.lo <= other.lo and other.hi <= self.hi


ALWAYS = Extent(-inf, inf)
