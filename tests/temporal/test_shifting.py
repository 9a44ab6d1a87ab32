"""So long before or after: from the anchor, from another date, on from what is told."""

import pytest
from temporal.seeing import MONDAY, SPEECH, TOLD, A, G, P, check, seen

from timeline.temporal.anchor import AnchorTime
from timeline.temporal.expression import AtEvent, Pick, Range, Shift, Vague
from timeline.temporal.values import Reference


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
