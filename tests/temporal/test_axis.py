"""The axis against the standard library where that can answer, and without gaps where it cannot."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from temporal_strategies import ANY_YEAR, days

from timeline.temporal.axis import (
    Extent,
    civil,
    day_number,
    days_in_month,
    is_leap,
    iso_week,
    week_start,
    weekday,
    weeks_in_year,
)

EPOCH = date(1970, 1, 1).toordinal()
DATES = st.dates()


@given(DATES)
def test_day_numbers_are_those_of_datetime(day):
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal() - EPOCH
    assert civil(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()
    assert iso_week(number) == day.isocalendar()[:2]


def test_years_are_those_of_calendar():
    for year in range(1, 10_000):
        assert is_leap(year) == calendar.isleap(year)
        assert weeks_in_year(year) == date(year, 12, 28).isocalendar().week
    for year in (1, 1899, 1900, 2000, 2023, 2024, 9999):
        lengths = [days_in_month(year, month) for month in range(1, 13)]
        assert lengths == [calendar.monthrange(year, month)[1] for month in range(1, 13)]


@given(st.integers(-(10**12), 10**12))
def test_civil_dates_and_day_numbers_are_inverse_for_any_year(number):
    year, month, day = civil(number)
    assert day_number(year, month, day) == number
    assert 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


@given(days())
def test_the_calendar_repeats_after_400_years(day):
    number = day_number(day.year, day.month, day.day)
    later = day_number(day.year + 400, day.month, day.day)
    assert later - number == 146_097
    assert weekday(later) == weekday(number)


def test_days_around_year_0_have_no_gap():
    numbers = [
        day_number(year, month, day)
        for year in range(-5, 6)
        for month in range(1, 13)
        for day in range(1, days_in_month(year, month) + 1)
    ]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert is_leap(0) and is_leap(-4) and not is_leap(-100) and is_leap(-400)


@given(ANY_YEAR)
def test_weeks_begin_on_monday_and_hold_their_own_number(year):
    for week in (1, 2, weeks_in_year(year)):
        monday = week_start(year, week)
        assert weekday(monday) == 0
        assert {iso_week(monday + n) for n in range(7)} == {(year, week)}
    assert week_start(year, weeks_in_year(year)) + 7 == week_start(year + 1, 1)


def test_extents_meet_share_and_hold():
    a, b = Extent(0, 10), Extent(5, 20)
    assert a.intersect(b) == Extent(5, 10)
    assert a.hull(b) == Extent(0, 20)
    assert a.intersect(Extent(10, 11)) is None  # half-open: they only touch
    assert a.contains(Extent(2, 10)) and not a.contains(b)
    with pytest.raises(ValueError, match="ends before it starts"):
        Extent(2, 1)
