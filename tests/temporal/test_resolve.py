"""What each form of expression means, seen from an anchor: one row, one meaning."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from temporal_strategies import BARE, days, moments, month_of, year_of

from timeline.temporal.arithmetic import first_moment, iso, last_moment
from timeline.temporal.axis import civil
from timeline.temporal.completion import complete
from timeline.temporal.customs import Customs
from timeline.temporal.edtf import parse_date
from timeline.temporal.expression import (
    Amount,
    AtEvent,
    Base,
    Every,
    Partial,
    Pick,
    Range,
    Shift,
    Vague,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.naming import easter_day, weekday_conflict
from timeline.temporal.resolve import AnchorTime, bases, resolve
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import (
    OPEN,
    UNKNOWN,
    Duration,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    Reference,
    Unresolved,
    day_of,
)

G, P, A = Granularity, Partial, Amount
Q3 = Moment(Granularity.QUARTER, 2021, part="Q3")
SPEECH, TOLD = Base.SPEECH, Base.REFERENCE
MONDAY = day_of(2022, 1, 10)


def seen(told=None, direction="past", speech="2022-01-10", **more):
    """An anchor from ISO dates."""
    at = None if speech is None else parse_date(speech)
    return AnchorTime(at, parse_date(told) if told else None, direction, **more)


def shown(value):
    """A value in one line: granularity, first and last day or minute, mod."""
    if isinstance(value, Unresolved):
        return value.reason
    if isinstance(value, Interval):
        ends = (value.start, value.end)
        return " / ".join(shown(e) if isinstance(e, Moment) else repr(e.value) for e in ends)
    first, last = first_moment(value), last_moment(value)
    text = f"{value.granularity.label} {first and iso(first)}"
    if last != first:
        text += f" .. {last and iso(last)}"
    if isinstance(value, OneOf):
        return f"some {text}"
    return f"{text} {value.mod}" if value.mod else text


def check(expr, anchor, expected):
    value = resolve(expr, anchor)
    assert shown(value) == expected, f"{expr}\nseen from {anchor}\nis {value}"


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


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (Pick("last", P(weekday=0)), "day 2022-01-03"),  # a Monday: a week ago
        (Pick("next", P(weekday=0)), "day 2022-01-17"),
        (Pick("this", P(weekday=0)), "day 2022-01-10"),
        (Pick("this", P(weekday=4)), "day 2022-01-07"),
        (Pick("next", P(month=3)), "month 2022-03-01 .. 2022-03-31"),
        (Pick("last", P(month=1)), "month 2021-01-01 .. 2021-01-31"),
        (Pick("this", P(month=3)), "month 2022-03-01 .. 2022-03-31"),
        (Pick("this", P(part="WI")), "season 2021-12-01 .. 2022-02-28"),
        (Pick("last", P(part="WI")), "season 2020-12-01 .. 2021-02-28"),
        (Pick("last", P(part="NI")), "daypart 2022-01-09"),
        (Pick("this", P(part="MO")), "daypart 2022-01-10"),
        (Pick("last", P(easter=0)), "day 2021-04-04"),
        (Pick("last", G.YEAR), "year 2021-01-01 .. 2021-12-31"),
        (Pick("last", G.WEEK), "week 2022-01-03 .. 2022-01-09"),
        (Pick("next", G.QUARTER), "quarter 2022-04-01 .. 2022-06-30"),
        (Pick("next", G.DECADE), "decade 2030-01-01 .. 2039-12-31"),
        (Pick("this", G.DAY), "day 2022-01-10"),
        (Pick("last", G.DAY), "day 2022-01-09"),
        (Pick("last", P(year=1999)), "year 1999-01-01 .. 1999-12-31"),
        (
            Pick("within", P(hour=10), Pick("last", G.DAY)),
            "hour 2022-01-09T10:00 .. 2022-01-09T10:59",
        ),
        (Pick("within", P(part="EV"), P(weekday=4)), "daypart 2022-01-07"),
        (Pick("within", P(weekday=1), Pick("last", G.WEEK)), "day 2022-01-04"),
        (Pick("within", P(month=3), P(year=1940)), "month 1940-03-01 .. 1940-03-31"),
        (Pick("within", P(weekday=0), P(year=2022, month=5)), "some day 2022-05-02 .. 2022-05-30"),
        (Pick("within", P(month=3), P(year=2022, month=5)), "there is no March there"),
        (Pick(3, P(weekday=0), P(year=2022, month=1)), "day 2022-01-17"),
        (Pick(-1, P(weekday=0), P(year=2022, month=1)), "day 2022-01-31"),
        (Pick(6, P(weekday=0), P(year=2022, month=1)), "there is no 6th such date there"),
        (Pick(1, G.WEEK, P(year=2022, month=5)), "week 2022-05-02 .. 2022-05-08"),
        (Pick(-1, G.DAY, P(month=2)), "day 2021-02-28"),
        (Pick(2, G.MONTH, P(year=2020, part="Q3")), "month 2020-08-01 .. 2020-08-31"),
        (Pick(6, G.WEEK, P(year=2022, month=5)), "there is no 6th week there"),
        (Pick(1, G.HALF, P(year=2020)), "half 2020-01-01 .. 2020-06-30"),
        (Pick(1, G.HALF, P(year=2020, month=5)), "some day 2020-05-01 .. 2020-05-15"),
        (Pick(-1, G.HALF, P(year=1800, span=G.CENTURY)), "some year 1850-01-01 .. 1899-12-31"),
        (Pick(2, G.QUARTER, P(year=1900, span=G.CENTURY)), "some year 1925-01-01 .. 1949-12-31"),
        (Pick(3, G.HALF, P(year=2020, month=5)), "there is no 3rd half there"),
        (Pick("last", G.YEAR, AtEvent("the war")), "depends on an event: the war"),
        (Pick("last", G.YEAR, A(2, 2, G.DAY)), "counts from something that is not a date"),
        (Pick("last", G.DAY, TOLD), "needs a date told before it"),
        (Pick("last", G.WEEK, mod="END"), "week 2022-01-06 .. 2022-01-09 END"),
    ],
)
def test_picks(expr, expected):
    check(expr, seen(), expected)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("past", "2022-01-07"), ("near", "2022-01-14"), ("future", "2022-01-14")],
)
def test_this_friday_lies_where_the_text_looks(direction, expected):
    check(Pick("this", P(weekday=4)), seen(direction=direction), f"day {expected}")


def test_this_winter_holds_the_day_or_lies_where_the_text_looks():
    winter = Pick("this", P(part="WI"))
    check(winter, seen(direction="near"), "season 2021-12-01 .. 2022-02-28")
    check(winter, seen(speech="2022-04-01"), "season 2021-12-01 .. 2022-02-28")
    check(winter, seen(speech="2022-04-01", direction="near"), "season 2022-12-01 .. 2023-02-28")


def test_of_two_dates_equally_near_the_earlier_is_meant():
    wednesday = seen(speech="2022-01-12", direction="near")
    check(P(part="WE"), wednesday, "weekend 2022-01-08 .. 2022-01-09")


def test_the_same_year_and_the_following_morning():
    told = seen(told="1940-05-26")
    check(Pick("same", G.YEAR, TOLD), told, "year 1940-01-01 .. 1940-12-31")
    check(Pick("same", P(month=3), TOLD), told, "month 1940-03-01 .. 1940-03-31")
    check(Pick("next", P(part="MO"), TOLD), told, "daypart 1940-05-27")
    check(Pick("next", G.DAY, TOLD), told, "day 1940-05-27")
    check(Pick("next", G.DAY, TOLD), seen(told="1940-05"), "some day 1940-05-02 .. 1940-06-01")


@pytest.mark.parametrize(
    ("expr", "told", "expected"),
    [
        (Shift(SPEECH, A(2, 2, G.WEEK), -1), None, "week 2021-12-27 .. 2022-01-02"),
        (Shift(SPEECH, A(1, 1, G.YEAR), -1), None, "year 2021-01-01 .. 2021-12-31"),
        (Shift(SPEECH, A(3, 3, G.DAY), -1), None, "day 2022-01-07"),
        (Shift(SPEECH, A(2, 2, G.DECADE), -1), None, "decade 2000-01-01 .. 2009-12-31"),
        (Shift(TOLD, A(3, 3, G.HOUR), 1), "2022-01-02T06:10", "minute 2022-01-02T09:10"),
        (Shift(TOLD, A(2, 2, G.DAY), 1), "2022-01-02T06:10", "day 2022-01-04"),
        # Vague counts are an uncertain instant, never beyond the document's date.
        (Shift(TOLD, A(2, 6, G.DAY), 1), "2022-01-02", "some day 2022-01-04 .. 2022-01-08"),
        (Shift(TOLD, A(3, 9, G.DAY), 1), "2022-01-02", "some day 2022-01-05 .. 2022-01-10"),
        (Shift(TOLD, A(8, 20, G.DAY), 1), "2022-01-02", "day 2022-01-10"),
        (Shift(TOLD, A(9, 20, G.DAY), 1), "2022-01-02", "some day 2022-01-11 .. 2022-01-22"),
        (Shift(TOLD, A(2, None, G.DAY), 1), "2022-01-02", "some day 2022-01-04 .. 2022-01-10"),
        (Shift(TOLD, A(2, 6, G.MONTH), 1), "2021-10", "some month 2021-12-01 .. 2022-01-31"),
        (
            Shift(TOLD, A(2, 40, G.HOUR), 1),
            "2022-01-10T06:00",
            "some minute 2022-01-10T08:00 .. 2022-01-10T23:59",
        ),
        (Shift(SPEECH, A(2, 6, G.YEAR), -1), None, "some year 2016-01-01 .. 2020-12-31"),
        (Shift(SPEECH, A(2, None, G.DAY), -1), None, "some day None .. 2022-01-08"),
        # A base coarser than the unit invents no finer date.
        (
            Shift(P(year=2019, month=5), A(2, 2, G.DAY), 1),
            None,
            "some day 2019-05-03 .. 2019-06-02",
        ),
        (Shift(TOLD, A(2, 2, G.MONTH), 1), "2019", "some month 2019-03-01 .. 2020-02-29"),
        (
            Shift(TOLD, A(3, 3, G.HOUR), 1),
            "2022-01-02",
            "some hour 2022-01-02T03:00 .. 2022-01-03T02:59",
        ),
        (
            Shift(P(year=2019, month=5, mod="START"), A(1, 1, G.DAY), 1),
            None,
            "some day 2019-05-02 .. 2019-05-11",
        ),
        # Broken counts go to a finer unit.
        (Shift(SPEECH, A(1.5, 1.5, G.YEAR), -1), None, "month 2020-07-01 .. 2020-07-31"),
        (
            Shift(SPEECH, A(1, 1, G.YEAR, (A(6, 6, G.MONTH),)), -1),
            None,
            "month 2020-07-01 .. 2020-07-31",
        ),
        (Shift(SPEECH, A(1.5, 1.5, G.WEEK), -1), None, "some day 2021-12-30 .. 2021-12-31"),
        (Shift(SPEECH, A(0.5, 0.5, G.CENTURY), -1), None, "decade 1970-01-01 .. 1979-12-31"),
        (Shift(TOLD, A(0.5, 0.5, G.HOUR), 1), "2022-01-02T06:10", "minute 2022-01-02T06:40"),
        # Whole days in hours stay days where no clock time is known.
        (Shift(P(year=2021, month=5, day=3), A(48, 48, G.HOUR), 1), None, "day 2021-05-05"),
        (
            Shift(P(year=2021, month=5, day=3, hour=6, minute=10), A(48, 48, G.HOUR), 1),
            None,
            "minute 2021-05-05T06:10",
        ),
        # Weeks from a named day are counted by the day.
        (Shift(P(weekday=0), A(1, 1, G.WEEK), 1), None, "day 2022-01-17"),
        (Shift(Pick("last", G.DAY), A(1, 1, G.WEEK), -1), None, "day 2022-01-02"),
        (Shift(P(easter=0), A(2, 2, G.WEEK), -1), None, "day 2021-03-21"),
        (Shift(P(year=2021, month=5, day=3), A(2, 2, G.WEEK), 1), None, "day 2021-05-17"),
        (Shift(P(weekday=4), A(3, 3, G.DAY), 1), None, "day 2022-01-10"),
        # From the nearer end of an interval, from both ends of an uncertain date.
        (
            Shift(Range(P(year=1914), P(year=1918)), A(2, 2, G.YEAR), 1),
            None,
            "year 1920-01-01 .. 1920-12-31",
        ),
        (
            Shift(Range(P(year=1914), P(year=1918)), A(2, 2, G.YEAR), -1),
            None,
            "year 1912-01-01 .. 1912-12-31",
        ),
        (
            Shift(Range(P(year=1914), None), A(2, 2, G.YEAR), 1),
            None,
            "counts from an end that is not known",
        ),
        (
            Shift(Shift(SPEECH, A(2, 6, G.DAY), -1), A(1, 1, G.DAY), -1),
            None,
            "some day 2022-01-03 .. 2022-01-07",
        ),
        # More than a year ago is before a year ago (TimeML 1.2.1).
        (
            Shift(SPEECH, A(1, 1, G.YEAR, mod="MORE_THAN"), -1),
            None,
            "year 2021-01-01 .. 2021-12-31 BEFORE",
        ),
        (
            Shift(SPEECH, A(1, 1, G.YEAR, mod="LESS_THAN"), -1),
            None,
            "year 2021-01-01 .. 2021-12-31 AFTER",
        ),
        (
            Shift(SPEECH, A(1, 1, G.YEAR, mod="APPROX"), -1),
            None,
            "year 2021-01-01 .. 2021-12-31 APPROX",
        ),
        (Shift(TOLD, A(2, 2, G.DAY), 1), None, "needs a date told before it"),
        (
            Shift(AtEvent("the invasion"), A(2, 2, G.WEEK), -1),
            None,
            "depends on an event: the invasion",
        ),
        (
            Shift(Vague(Reference.PAST), A(2, 2, G.WEEK), -1),
            None,
            "counts from something that is not a date",
        ),
        (
            Shift(SPEECH, A(float("inf"), None, G.DAY), -1),
            None,
            "counts more than a calendar can hold",
        ),
    ],
)
def test_shifts(expr, told, expected):
    check(expr, seen(told), expected)


def test_the_future_is_not_cut_at_the_document_date():
    soon = Shift(TOLD, A(2, 6, G.DAY), 1)
    check(soon, seen("2022-01-05", "future"), "some day 2022-01-07 .. 2022-01-11")
    check(soon, seen("2022-01-05", "past"), "some day 2022-01-07 .. 2022-01-10")


def test_relative_dates_say_which_anchor_they_miss():
    check(Pick("last", G.DAY), AnchorTime(None, MONDAY), "needs the document's date")
    check(Shift(TOLD, A(1, 1, G.DAY), 1), AnchorTime(MONDAY), "needs a date told before it")


@pytest.mark.parametrize(
    ("expr", "direction", "expected"),
    [
        (Range(P(weekday=0), P(weekday=4)), "past", "day 2022-01-03 / day 2022-01-07"),
        (Range(P(weekday=0), P(weekday=4)), "future", "day 2022-01-10 / day 2022-01-14"),
        (
            Range(P(month=11), P(month=1)),
            "past",
            "month 2021-11-01 .. 2021-11-30 / month 2022-01-01 .. 2022-01-31",
        ),
        (
            Range(P(month=11), P(year=2020, month=2)),
            "past",
            "month 2019-11-01 .. 2019-11-30 / month 2020-02-01 .. 2020-02-29",
        ),
        (
            Range(P(month=11), P(year=2020, month=2)),
            "future",
            "month 2019-11-01 .. 2019-11-30 / month 2020-02-01 .. 2020-02-29",
        ),
        (
            Range(P(year=2019, month=5), P(month=6)),
            "past",
            "month 2019-05-01 .. 2019-05-31 / month 2019-06-01 .. 2019-06-30",
        ),
        (Range(P(day=5), P(year=2020, month=5, day=7)), "past", "day 2020-05-05 / day 2020-05-07"),
        (Range(P(year=2020, month=5, day=28), P(day=3)), "past", "day 2020-05-28 / day 2020-06-03"),
        (
            Range(P(hour=22, minute=0), P(hour=2, minute=0)),
            "near",
            "minute 2022-01-10T22:00 / minute 2022-01-11T02:00",
        ),
        (
            Range(P(hour=22, minute=0), P(year=2020, month=5, day=6, hour=2, minute=0)),
            "past",
            "minute 2020-05-05T22:00 / minute 2020-05-06T02:00",
        ),
        (Range(P(year=1945), P(year=1914)), "past", "the end is before the start"),
        (Range(P(year=2014), None, True), "past", "year 2014-01-01 .. 2014-12-31 / '..'"),
        (Range(P(year=2014), None), "past", "year 2014-01-01 .. 2014-12-31 / ''"),
        (Range(None, P(year=2014)), "past", "'' / year 2014-01-01 .. 2014-12-31"),
        (Range(AtEvent("the coup"), P(year=2014)), "past", "'' / year 2014-01-01 .. 2014-12-31"),
        (Range(AtEvent("the coup"), None, True), "past", "depends on an event: the coup"),
        (Range(P(month=2, day=31), P(year=2014)), "past", "there is no 31 February"),
        (Range(None, None), "past", "neither end is a date"),
        (Range(P(year=2014), A(2, 2, G.DAY)), "past", "an end is not a date"),
    ],
)
def test_ranges(expr, direction, expected):
    check(expr, seen(direction=direction), expected)


@pytest.mark.parametrize(
    ("every", "value"),
    [
        (Every(P(weekday=2)), "XXXX-WXX-3"),
        (Every(P(weekday=0, part="NI")), "XXXX-WXX-1TNI"),
        (Every(P(month=12, day=25)), "XXXX-12-25"),
        (Every(P(month=5)), "XXXX-05"),
        (Every(P(day=1)), "XXXX-XX-01"),
        (Every(P(part="SU")), "XXXX-SU"),
        (Every(P(part="Q2")), "XXXX-Q2"),
        (Every(P(part="WE")), "XXXX-WXX-WE"),
        (Every(P(part="MO")), "XXXX-XX-XXTMO"),
        (Every(P(hour=6, minute=30)), "XXXX-XX-XXT06:30"),
        (Every(P(year=2020, weekday=0)), "2020-WXX-1"),
        (Every(A(1, 1, G.WEEK)), "P1W"),
        (Every(A(2, 2, G.DAY)), "P2D"),
        (Every(A(2, 3, G.DAY)), "PXD"),
        (Every(A(1, 1, G.HALF)), "P6M"),
    ],
)
def test_sets(every, value):
    assert resolve(every, AnchorTime(None)) == Recurrence(value, "EVERY")


def test_amounts_and_vague_references():
    amount = A(1, 1, G.YEAR, (A(6, 6, G.MONTH),), "APPROX")
    expected = Duration(((1, 1, G.YEAR), (6, 6, G.MONTH)), "APPROX")
    assert resolve(amount, AnchorTime(None)) == expected
    assert resolve(Vague(Reference.PAST), AnchorTime(None)) is Reference.PAST
    assert resolve(Every(P(weekday=0), None, "2X"), seen()) == Recurrence("XXXX-WXX-1", None, "2X")


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (P(year=2020, month=5), set()),
        (P(month=5), {SPEECH}),
        (Pick("last", P(weekday=1)), {SPEECH}),
        (Pick("last", G.DAY, TOLD), {TOLD}),
        (Pick(1, G.WEEK, P(year=2020, month=5)), set()),
        (Shift(Shift(TOLD, A(1, 1, G.DAY), 1), A(1, 1, G.DAY), 1), {TOLD}),
        (Range(P(month=11), P(year=2020, month=2)), set()),
        (Range(P(month=11), P(month=2)), {SPEECH}),
        (Range(P(month=11), AtEvent("the coup")), {SPEECH}),
        (Range(Pick("last", G.DAY), None), {SPEECH}),
        (A(2, 2, G.DAY), set()),
        (AtEvent("the coup"), set()),
    ],
)
def test_bases(expr, expected):
    assert bases(expr) == expected


def test_a_weekday_that_contradicts_its_date_is_told():
    expr = P(year=2022, month=1, day=10, weekday=3)
    conflict = weekday_conflict(expr, resolve(expr, seen()))
    assert conflict == "10 January 2022 is a Monday, not a Thursday"
    assert weekday_conflict(P(weekday=0), MONDAY) is None


# Easter Sundays, as any almanac gives them.
@pytest.mark.parametrize(
    "sunday", ["1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2022-04-17", "2038-04-25"]
)
def test_easter(sunday):
    assert civil(easter_day(int(sunday[:4]))) == tuple(map(int, sunday.split("-")))


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


@given(days(st.integers(-3000, 5000)), BARE)
def test_last_and_next_leave_no_cell_between(anchor, expr):
    assume(expr.weekday is None or expr.day is None)
    around = seen(speech=iso(anchor))
    before, after = resolve(Pick("last", expr), around), resolve(Pick("next", expr), around)
    if isinstance(before, Unresolved):
        assert isinstance(after, Unresolved)
        return
    assert before.cell.hi <= anchor.cell.lo and anchor.cell.hi <= after.cell.lo
    assert resolve(Pick("next", expr, Base.REFERENCE), replace(around, reference=before)) in (
        after,
        complete(expr, anchor, "past"),
        complete(expr, anchor, "future"),
    )


def test_the_ground_values_are_used_as_given():
    assert resolve(Pick("same", G.MONTH), AnchorTime(year_of(2020))) == year_of(2020, stated=())
    check(Range(None, P(month=1)), seen(), "'' / month 2022-01-01 .. 2022-01-31")
    assert resolve(Range(P(year=2014), None, True), seen()).end is OPEN
    assert resolve(Range(None, P(year=2014)), seen()).start is UNKNOWN
    assert resolve(P(year=2020, month=5), seen()) == replace(
        month_of(2020, 5), stated=("year", "month")
    )


@pytest.mark.parametrize(
    ("expr", "period", "expected"),
    [
        # A year before a quarter is the same quarter; where none is told, that which has ended.
        (Shift(Base.PERIOD, A(1, 1, G.YEAR), -1), Q3, "quarter 2020-07-01 .. 2020-09-30"),
        (Shift(Base.PERIOD, A(1, 1, G.YEAR), -1), None, "quarter 2020-10-01 .. 2020-12-31"),
        # A like period without a period is all that is known: its year.
        (Pick("alike", G.YEAR, P(year=2010)), Q3, "quarter 2010-07-01 .. 2010-09-30"),
        (Pick("alike", G.YEAR, P(year=2010)), None, "year 2010-01-01 .. 2010-12-31"),
        (Pick("alike", G.YEAR, Pick("last", G.YEAR)), Q3, "quarter 2021-07-01 .. 2021-09-30"),
        (Pick("same", G.QUARTER, Base.PERIOD), Q3, "quarter 2021-07-01 .. 2021-09-30"),
    ],
)
def test_the_period_of_the_figures(expr, period, expected):
    check(expr, seen(period=period), expected)
