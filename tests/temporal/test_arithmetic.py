"""Cells tile the axis; moving there and back; the first, the last and the nth inside."""

import calendar
from datetime import date, timedelta
from itertools import pairwise
from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from temporal_strategies import ANY_YEAR, GRANULARITIES, VALUES, days, moments, month_of, year_of

from timeline.errors import ImpossibleDateError
from timeline.temporal.arithmetic import (
    extent_of,
    first_cell,
    first_moment,
    hull,
    intersect,
    iso,
    last_,
    last_cell,
    last_moment,
    move,
    next_,
    nth,
    shift,
    this_,
    truncate,
)
from timeline.temporal.axis import Extent
from timeline.temporal.cells import cell_at, index_of
from timeline.temporal.edtf import parse_date
from timeline.temporal.granularity import YEARS, Granularity
from timeline.temporal.values import (
    OPEN,
    UNKNOWN,
    Duration,
    Interval,
    Moment,
    OneOf,
    Reference,
    day_of,
)

G = Granularity
TILES = [g for g in Granularity if g not in (G.DAYPART, G.WEEKEND)]
ERA = {G.DECADE, G.CENTURY, G.MILLENNIUM}


@given(st.sampled_from(TILES), st.integers(-(10**9), 10**9))
def test_neighbouring_cells_touch(unit, index):
    assume(not (unit in ERA and index == -1))  # named from both sides of the era: they overlap
    cell, after = cell_at(index, unit), cell_at(index + 1, unit)
    assert cell.granularity is unit and index_of(cell, unit) == index
    assert cell.cell.hi == after.cell.lo


@pytest.mark.parametrize("unit", TILES)
def test_cells_around_year_0_leave_no_gap(unit):
    middle = index_of(day_of(0, 12, 31), unit)
    cells = [cell_at(index, unit) for index in range(middle - 40, middle + 41)]
    for cell, after in pairwise(cells):
        if unit in ERA and cell.year < 0 <= after.year:
            assert after.cell.lo < cell.cell.hi
        else:
            assert cell.cell.hi == after.cell.lo


@pytest.mark.parametrize(
    ("unit", "year", "first"),
    [
        (G.DECADE, -43, -48),  # 44 BC is in the 40s BC, 49 to 40 BC
        (G.DECADE, 44, 40),
        (G.DECADE, -9, -18),  # 10 BC
        (G.CENTURY, -43, -99),  # the 1st century BC
        (G.CENTURY, -100, -199),  # 101 BC
        (G.CENTURY, 1899, 1800),
        (G.MILLENNIUM, -43, -999),
        (G.MILLENNIUM, 2022, 2000),
    ],
)
def test_rounder_cells_are_named_by_the_number_before_or_after_christ(unit, year, first):
    assert truncate(year_of(year), unit).year == first


@given(moments(), GRANULARITIES)
def test_truncating_twice_is_truncating_once(moment, unit):
    cell = truncate(moment, unit)
    assert truncate(cell, unit) == cell
    assert cell.granularity >= moment.granularity


@given(days(), st.sampled_from([g for g in Granularity if g is not G.WEEKEND]))
def test_the_truncated_cell_holds_the_day(day, unit):
    assert truncate(day, unit).cell.contains(day.cell)


@given(moments(st.sampled_from([G.SECOND, G.MINUTE, G.HOUR])), GRANULARITIES)
def test_the_truncated_cell_holds_the_local_clock_time(clock, unit):
    assume(unit is not G.WEEKEND)
    local = Moment(**{f: getattr(clock, f) for f in clock.__slots__} | {"zone": None})
    assert truncate(local, unit).cell.contains(local.cell)


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)), st.integers(-400, 400))
def test_days_and_weeks_move_as_in_datetime(day, count):
    assume(1 < day.year < 9990)
    there = move(day_of(day.year, day.month, day.day), count, G.DAY)
    moved = day + timedelta(days=count)
    assert (there.year, there.month, there.day) == (moved.year, moved.month, moved.day)
    week = shift(day_of(day.year, day.month, day.day), count, G.WEEK)
    moved = day + timedelta(weeks=count)
    assert (week.year, week.week) == moved.isocalendar()[:2]


@given(days(st.integers(1, 9000)), st.integers(-300, 300))
def test_moving_by_months_keeps_the_day_or_takes_the_last(day, count):
    assume(day.year * 12 + count > 24)
    there = move(day, count, G.MONTH)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    assert there.day == min(day.day, calendar.monthrange(there.year, there.month)[1])


@given(moments(), st.integers(-1000, 1000))
def test_moving_there_and_back_by_its_own_unit(moment, count):
    unit = moment.granularity
    assert move(move(moment, count, unit), -count, unit) == moment


@given(moments(), st.integers(-1000, 1000), GRANULARITIES)
def test_shifting_lands_on_a_cell_of_the_unit_and_back(moment, count, unit):
    there = shift(moment, count, unit)
    if unit.is_clock:
        assert there.granularity <= unit or there.granularity is moment.granularity
    elif unit is G.DAYPART:
        assert there.granularity in (G.DAYPART, G.DAY)
    else:
        assert there.granularity is unit
        base = this_(first_cell(moment, unit), unit)
        assert shift(there, -count, unit).cell == base.cell


@given(moments(), GRANULARITIES)
def test_last_this_and_next_follow_each_other(moment, unit):
    assume(moment.granularity <= unit and unit not in (G.DAYPART, G.WEEKEND))
    before, here, after = last_(moment, unit), this_(moment, unit), next_(moment, unit)
    assert index_of(before, unit) + 1 == index_of(here, unit) == index_of(after, unit) - 1


@pytest.mark.parametrize(
    ("text", "count", "unit", "expected"),
    [
        ("2020-01-31", 1, G.MONTH, "2020-02-29"),
        ("2019-01-31", 1, G.MONTH, "2019-02-28"),
        ("2020-02-29", 1, G.YEAR, "2021-02-28"),
        ("2020-02-29", -4, G.YEAR, "2016-02-29"),
        ("0001-01-01", -1, G.DAY, "0000-12-31"),
        ("-0001-12-31", 1, G.DAY, "0000-01-01"),
        ("2020-03-01", -1, G.DAY, "2020-02-29"),
        ("2024-05-06T06:10", 3, G.HOUR, "2024-05-06T09:10"),
        ("2024-12-31T23:50+02:00", 15, G.MINUTE, "2025-01-01T00:05+02:00"),
        ("2024-05-06T24:00", 1, G.DAY, "2024-05-08T00:00"),
        ("2024-05-06T06:10", 1, G.MONTH, "2024-06-06T06:10"),
        ("999999999-12-31", 1, G.DAY, "+1000000000-01-01"),
    ],
)
def test_moves(text, count, unit, expected):
    assert iso(move(parse_date(text), count, unit)) == expected


def test_two_weeks_ago_is_a_week_a_year_ago_a_year_and_hours_keep_their_minutes():
    day, clock = day_of(2022, 1, 10), parse_date("2024-05-06T06:10")
    assert shift(day, -2, G.WEEK) == Moment(G.WEEK, 2021, week=52)
    assert shift(day, -1, G.YEAR) == Moment(G.YEAR, 2021)
    assert shift(day, 1, G.SEASON) == Moment(G.SEASON, 2022, part="SP")
    assert shift(clock, 3, G.HOUR).granularity is G.MINUTE
    assert shift(clock, 2, G.DAY) == day_of(2024, 5, 8)


def test_southern_seasons_keep_their_hemisphere():
    summer = Moment(G.SEASON, 2021, part="SSU")
    assert summer.cell == Moment(G.SEASON, 2021, part="WI").cell
    assert move(summer, 1, G.SEASON) == Moment(G.SEASON, 2022, part="SFA")
    assert move(summer, 1, G.YEAR) == Moment(G.SEASON, 2022, part="SSU")


@pytest.mark.parametrize(
    ("n", "unit", "base", "expected"),
    [
        (1, G.DAY, month_of(2020, 2), "2020-02-01"),
        (-1, G.DAY, month_of(2020, 2), "2020-02-29"),
        (1, G.WEEK, month_of(2020, 5), "2020-05-04"),  # the 1st of May 2020 is a Friday
        (1, G.WEEK, month_of(2020, 4), "2020-03-30"),  # the 2nd is a Thursday
        (-1, G.WEEK, month_of(2020, 4), "2020-04-27"),
        (5, G.WEEKEND, month_of(2020, 5), "2020-05-30"),
        (6, G.WEEKEND, month_of(2020, 5), None),
        (1, G.WEEK, year_of(2021), "2021-01-04"),
        (53, G.WEEK, year_of(2020), "2020-12-28"),
        (53, G.WEEK, year_of(2021), None),
        (12, G.MONTH, year_of(-43), "-0043-12-01"),
        (13, G.MONTH, year_of(2020), None),
        (4, G.SEASON, year_of(2020), "2020-12-01"),
        (10, G.YEAR, Moment(G.DECADE, -48), "-0039-01-01"),
        (24, G.HOUR, day_of(2020, 5, 1), "2020-05-01T23:00"),
        (0, G.DAY, month_of(2020, 5), None),
        (1, G.MONTH, day_of(2020, 5, 1), None),
    ],
)
def test_nth(n, unit, base, expected):
    found = nth(n, unit, base)
    assert (found and iso(found)) == expected


@given(moments(), GRANULARITIES)
def test_the_first_and_the_last_inside_are_at_the_edges(base, unit):
    assume(base.granularity > unit and unit is not G.DAYPART)
    first, last = first_cell(base, unit), last_cell(base, unit)
    assert first.cell.lo <= last.cell.lo
    if unit not in (G.WEEKEND, G.WEEK, G.SEASON) and base.granularity not in (G.SEASON, G.WEEK):
        local = Moment(**{f: getattr(base, f) for f in base.__slots__} | {"zone": None})
        first, last = first_cell(local, unit), last_cell(local, unit)
        nests = base.granularity not in YEARS or unit < G.DECADE
        if nests and not (base.granularity is G.WEEKEND or unit >= G.WEEK > base.granularity):
            assert first.cell.lo == local.cell.lo
            assert last.cell.hi == local.cell.hi


@given(moments())
def test_every_nth_is_counted_once(base):
    assume(G.DAYPART < base.granularity <= G.YEAR)
    for unit in (G.DAY, G.WEEK, G.MONTH):
        found = []
        while (cell := nth(len(found) + 1, unit, base)) is not None:
            found.append(cell)
        back = [nth(-n, unit, base) for n in range(1, len(found) + 1)]
        assert found == back[::-1]
        assert nth(-len(found) - 1, unit, base) is None


@given(VALUES)
def test_first_and_last_moments_bound_the_extent(value):
    extent = extent_of(value)
    first, last = first_moment(value), last_moment(value)
    if extent is None:
        return
    assert (first is None) == (extent.lo == -inf)
    assert (last is None) == (extent.hi == inf)
    for edge in (first, last):
        assert edge is None or edge.granularity in (G.DAY, G.MINUTE, G.SECOND)
    if first is not None:
        assert first.cell.lo <= extent.lo < first.cell.hi
    if last is not None:
        assert last.cell.lo < extent.hi <= last.cell.hi


def test_what_is_not_placed_has_no_bounds():
    for value in (Duration(((2, 2, G.DAY),)), Reference.PAST):
        assert extent_of(value) is None
        assert first_moment(value) is last_moment(value) is None


def test_midnight_is_the_next_day():
    midnight = parse_date("2024-05-06T24:00")
    assert iso(first_moment(midnight)) == "2024-05-07T00:00"
    assert iso(last_moment(Moment(G.HOUR, 2024, 5, 6, hour=6))) == "2024-05-06T06:59"


def test_intersections_and_hulls():
    may, week = month_of(2020, 5), Moment(G.WEEK, 2020, week=18)
    shared = intersect(may, week)
    assert shared == Extent(may.cell.lo, week.cell.hi)
    assert hull(may, week) == Extent(week.cell.lo, may.cell.hi)
    assert intersect(may, month_of(2020, 6)) is None
    since = Interval(day_of(2020, 5, 30), OPEN)
    assert intersect(may, since) == Extent(day_of(2020, 5, 30).cell.lo, may.cell.hi)
    assert extent_of(Interval(UNKNOWN, may)) == Extent(-inf, may.cell.hi)
    assert extent_of(OneOf(None, may, G.MONTH)) == Extent(-inf, may.cell.hi)


@given(moments(st.sampled_from([G.SECOND, G.MINUTE, G.DAY]), ANY_YEAR))
def test_iso_is_read_back(moment):
    read = parse_date(iso(moment))
    assert (read.granularity, read.cell, read.zone) == (
        moment.granularity,
        moment.cell,
        moment.zone,
    )


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"month": 2, "day": 31}, "there is no 31 February"),
        ({"month": 2, "day": 29}, "2015 has no 29 February"),
        ({"month": 4, "day": 31}, "there is no 31 April"),
        ({"month": 4, "day": 0}, "there is no 0 April"),
        ({"month": 13}, "there is no month 13"),
        ({"week": 54}, "there is no week 54"),
        ({"hour": 25}, "there is no hour 25"),
        ({"hour": 24, "minute": 1}, "there is no time after 24:00"),
        ({"minute": 60}, "there is no minute 60"),
    ],
)
def test_impossible_cells_say_why(fields, reason):
    with pytest.raises(ImpossibleDateError) as error:
        Moment(G.DAY, 2015, **fields)
    assert error.value.message == reason


def test_years_before_christ_are_named_so():
    with pytest.raises(ImpossibleDateError, match="44 BC has no 29 February"):
        day_of(-43, 2, 29)
    assert iso(day_of(-44, 2, 29)) == "-0044-02-29"
