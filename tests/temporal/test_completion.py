"""What a date leaves out comes from the anchor: one row, one meaning."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from temporal.seeing import SPEECH, TOLD, G, P, check, seen
from temporal_strategies import BARE, days, moments

from timeline.temporal.anchor import AnchorTime
from timeline.temporal.completion import complete
from timeline.temporal.customs import Customs
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved


@pytest.mark.parametrize(
    ("expr", "direction", "expected"),
    [
        # "said on Monday" on a Monday is that very day.
        (P(weekday=0), "past", "day 2022-01-10"),
        (P(weekday=0), "future", "day 2022-01-10"),
        (P(weekday=1), "past", "day 2022-01-04"),
        (P(weekday=1), "future", "day 2022-01-11"),
        (P(weekday=3), "near", "day 2022-01-13"),
        (P(weekday=4), "near", "day 2022-01-07"),
        (P(month=1), "past", "month 2022-01-01 .. 2022-01-31"),
        (P(month=12), "past", "month 2021-12-01 .. 2021-12-31"),
        (P(month=3), "future", "month 2022-03-01 .. 2022-03-31"),
        (P(month=7), "near", "month 2021-07-01 .. 2021-07-31"),
        (P(month=1, day=9), "past", "day 2022-01-09"),
        (P(month=1, day=11), "past", "day 2021-01-11"),
        (P(month=2, day=29), "past", "day 2020-02-29"),
        (P(month=2, day=29), "future", "day 2024-02-29"),
        (P(day=11), "past", "day 2021-12-11"),
        (P(day=31), "future", "day 2022-01-31"),
        (P(week=53), "past", "week 2020-12-28 .. 2021-01-03"),
        (P(part="Q3"), "past", "quarter 2021-07-01 .. 2021-09-30"),
        (P(part="H1"), "future", "half 2022-01-01 .. 2022-06-30"),
        (P(part="WI"), "past", "season 2021-12-01 .. 2022-02-28"),
        (P(part="SU"), "future", "season 2022-06-01 .. 2022-08-31"),
        (P(part="WE"), "past", "weekend 2022-01-08 .. 2022-01-09"),
        (P(part="MO"), "past", "daypart 2022-01-10"),
        (P(weekday=4, part="EV"), "past", "daypart 2022-01-07"),
        (P(hour=18), "past", "hour 2022-01-10T18:00 .. 2022-01-10T18:59"),
        (P(hour=6, minute=10), "past", "minute 2022-01-10T06:10"),
        (P(weekday=4, hour=9, minute=0), "past", "minute 2022-01-07T09:00"),
        (P(easter=0), "future", "day 2022-04-17"),
        (P(easter=-2), "past", "day 2021-04-02"),
        # The weekday chooses the year.
        (P(month=1, day=10, weekday=0), "past", "day 2022-01-10"),
        (P(month=1, day=10, weekday=6), "past", "day 2021-01-10"),
        (P(month=1, day=10, weekday=1), "past", "day 2017-01-10"),
        (P(month=1, day=10, weekday=1), "future", "day 2023-01-10"),
        (P(month=2, day=29, weekday=0), "past", "day 2016-02-29"),
        (P(day=13, weekday=4), "past", "day 2021-08-13"),
        # Early, middle, late.
        (P(month=12, mod="END"), "past", "month 2021-12-21 .. 2021-12-31 END"),
    ],
)
def test_what_is_left_out_comes_from_the_anchor(expr, direction, expected):
    check(expr, seen(direction=direction), expected)


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (P(year=2020), "year 2020-01-01 .. 2020-12-31"),
        (P(year=1800, span=G.CENTURY), "century 1800-01-01 .. 1899-12-31"),
        (P(year=1994, span=G.DECADE), "decade 1990-01-01 .. 1999-12-31"),
        (P(year=-48, span=G.DECADE), "decade -0048-01-01 .. -0039-12-31"),
        (P(year=-43, month=3, day=15), "day -0043-03-15"),
        (P(year=2020, week=32), "week 2020-08-03 .. 2020-08-09"),
        (P(year=2020, week=32, weekday=2), "day 2020-08-05"),
        (P(year=2020, month=5, day=2, part="WE"), "weekend 2020-05-02 .. 2020-05-03"),
        (P(year=2020, part="WI"), "season 2020-12-01 .. 2021-02-28"),
        (P(year=2022, month=1, day=7, part="MO"), "daypart 2022-01-07"),
        (P(year=2024, easter=0), "day 2024-03-31"),
        (P(year=999_999_999), "year +999999999-01-01 .. +999999999-12-31"),
        # A weekday that contradicts a full date leaves the date.
        (P(year=2022, month=1, day=10, weekday=3), "day 2022-01-10"),
        # Two digits: no more than 20 years ahead of 2029 where nothing else is known.
        (P(year=49, short_year=True), "year 2049-01-01 .. 2049-12-31"),
        (P(year=50, short_year=True), "year 1950-01-01 .. 1950-12-31"),
        (P(year=30, span=G.DECADE, short_year=True), "decade 1930-01-01 .. 1939-12-31"),
        # What cannot be.
        (P(month=2, day=31), "there is no 31 February"),
        (P(year=2015, month=2, day=29), "2015 has no 29 February"),
        (P(year=-43, month=2, day=29), "44 BC has no 29 February"),
        (P(year=2021, week=53), "2021 has no week 53"),
        (P(week=54), "there is no week 54"),
        (P(hour=25), "there is no hour 25"),
        (P(year=2020, month=13), "there is no month 13"),
        (P(year=2020, hour=10), "no day is known for this time of day"),
        # What is not known.
        (P(hour=6, minute=10), "no day is known for this time of day"),
        (P(minute=10), "the hour of this time is not said"),
        (P(month=5), "needs the document's date"),
        (P(), "the words name no date"),
    ],
)
def test_what_needs_no_anchor(expr, expected):
    check(expr, AnchorTime(None), expected)


@pytest.mark.parametrize(
    ("year", "anchor", "expected"),
    [
        (45, "2012", 1945),
        (32, "2012", 2032),
        (33, "2012", 1933),
        (98, "1998", 1998),
        (5, "1901", 1905),
    ],
)
def test_a_two_digit_year_is_near_the_anchor(year, anchor, expected):
    value = resolve(P(year=year, short_year=True), seen(speech=anchor))
    assert value.year == expected


def test_the_20s_have_begun():
    assert resolve(P(year=20, span=G.DECADE, short_year=True), seen()).year == 2020
    assert resolve(P(year=30, span=G.DECADE, short_year=True), seen()).year == 1930
    ahead = seen(direction="future")
    assert resolve(P(year=30, span=G.DECADE, short_year=True), ahead).year == 2030


@pytest.mark.parametrize(
    ("told", "year", "expected"),
    [
        ("1943", 70, 1970),
        ("1932", 90, 1990),
        ("1871", 70, 1870),
        ("1985", 30, 1930),
        # Nobody tells the decade that runs as history, but right after the years before it.
        ("1985", 20, 1920),
        ("2001", 20, 1920),
        ("2012", 20, 2020),
    ],
)
def test_a_story_goes_on_to_the_decade_ahead(told, year, expected):
    decade = P(year=year, span=G.DECADE, short_year=True)
    story = seen(told, "near", None)
    assert resolve(decade, story).year == expected


def test_what_the_text_states_is_kept_apart_from_what_is_filled_in():
    value = resolve(P(month=1, day=9, hour=6, zone="Z", qualifier="?", mod="APPROX"), seen())
    assert value.stated == ("month", "day", "hour")
    assert (value.zone, value.qualifier, value.mod) == ("Z", "?", "APPROX")
    assert resolve(P(weekday=0), seen()).stated == ("weekday",)


def test_partials_take_the_base_they_are_given_or_the_only_one_there_is():
    told = seen(told="1940-05-26", partial_base=TOLD, direction="near")
    check(P(month=6, day=4), told, "day 1940-06-04")
    check(P(month=6, day=4), replace(told, partial_base=SPEECH), "day 2022-06-04")
    check(P(month=6, day=4), replace(told, speech=None, partial_base=SPEECH), "day 1940-06-04")
    check(P(month=1), replace(told, reference=None), "month 2022-01-01 .. 2022-01-31")


def test_an_anchor_that_holds_several_leaves_open_which():
    check(P(weekday=0), seen(speech="2022-05"), "some day 2022-05-02 .. 2022-05-30")
    check(P(month=3), seen(speech="2022"), "month 2022-03-01 .. 2022-03-31")
    check(P(hour=9), seen(speech="2022-05"), "no day is known for this time of day")


def test_the_day_of_a_zoned_anchor_is_that_of_the_place():
    late = seen(speech="2022-01-10T23:30-05:00", direction="future")  # it is Tuesday in UTC
    check(P(weekday=0), late, "day 2022-01-10")
    check(
        P(hour=9),
        seen(speech="2022-01-10T23:30-05:00"),
        "hour 2022-01-10T09:00 .. 2022-01-10T09:59",
    )


def test_southern_summers():
    south = seen(customs=Customs(hemisphere="south"))
    check(P(part="SU"), south, "season 2021-12-01 .. 2022-02-28")
    assert to_timex3(resolve(P(part="SU"), south)).value == "2021-SU"


@given(BARE, moments(st.sampled_from([G.DAY, G.MINUTE]), st.integers(-3000, 5000)))
def test_past_near_and_future_agree_on_what_they_look_for(expr, anchor):
    anchor = replace(anchor, zone=None)
    past, near, future = (complete(expr, anchor, d) for d in ("past", "near", "future"))
    if isinstance(past, Unresolved):
        assert "there is no" in past.reason
        return
    assert past.cell.lo < anchor.cell.hi
    assert future.cell.hi > anchor.cell.lo
    assert near in (past, future)
    assert past.cell.lo <= near.cell.lo <= future.cell.lo
    holds = past.cell.contains(anchor.cell)
    assert (past == future) == holds or past.cell.intersect(future.cell) is None


@given(st.sampled_from(["past", "future"]), days(st.integers(1700, 2300)), st.integers(0, 6))
def test_a_weekday_is_within_a_week(direction, anchor, weekday):
    found = complete(P(weekday=weekday), anchor, direction)
    gap = date(found.year, found.month, found.day) - date(anchor.year, anchor.month, anchor.day)
    assert date(found.year, found.month, found.day).weekday() == weekday
    assert -7 < gap.days <= 0 if direction == "past" else 0 <= gap.days < 7
