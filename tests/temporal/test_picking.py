"""Which one is meant by "last", "this", "next", "the third" and "a like"."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from temporal.seeing import TOLD, A, G, P, check, seen
from temporal_strategies import BARE, days

from timeline.temporal.arithmetic import iso
from timeline.temporal.completion import complete
from timeline.temporal.expression import AtEvent, Base, Pick, Shift
from timeline.temporal.granularity import Granularity
from timeline.temporal.resolve import resolve
from timeline.temporal.values import Moment, Unresolved

Q3 = Moment(Granularity.QUARTER, 2021, part="Q3")


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
