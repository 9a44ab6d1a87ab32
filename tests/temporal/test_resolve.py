"""Ranges, sets, amounts and vague references; which anchors an expression needs."""

from dataclasses import replace

import pytest
from temporal.seeing import MONDAY, SPEECH, TOLD, A, G, P, check, seen
from temporal_strategies import month_of, year_of

from timeline.temporal.anchor import AnchorTime, bases
from timeline.temporal.axis import civil
from timeline.temporal.expression import AtEvent, Every, Pick, Range, Shift, Vague
from timeline.temporal.naming import easter_day, weekday_conflict
from timeline.temporal.resolve import resolve
from timeline.temporal.values import OPEN, UNKNOWN, Duration, Recurrence, Reference


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


def test_the_ground_values_are_used_as_given():
    assert resolve(Pick("same", G.MONTH), AnchorTime(year_of(2020))) == year_of(2020, stated=())
    check(Range(None, P(month=1)), seen(), "'' / month 2022-01-01 .. 2022-01-31")
    assert resolve(Range(P(year=2014), None, True), seen()).end is OPEN
    assert resolve(Range(None, P(year=2014)), seen()).start is UNKNOWN
    assert resolve(P(year=2020, month=5), seen()) == replace(
        month_of(2020, 5), stated=("year", "month")
    )


def test_the_end_of_a_range_may_be_counted_from_its_start() -> None:
    """ "From 5 December 2022 until the end of the following February" in a text of 2025."""
    following = Pick("next", P(month=2), TOLD)
    expr = Range(P(year=2022, month=12, day=5), following)
    check(
        expr,
        seen(told="2024-05-01", speech="2025-09-03"),
        "day 2022-12-05 / month 2023-02-01 .. 2023-02-28",
    )


@pytest.mark.parametrize(
    ("mod", "sign", "value"),
    [
        ("LESS_THAN", -1, "some day 2023-12-10 .. 2024-02-10"),
        ("LESS_THAN", 1, "some day 2024-02-10 .. 2024-04-10"),
        ("NEARLY", -1, "month 2023-12-01 .. 2023-12-31 APPROX"),
        ("JUST_OVER", 1, "month 2024-04-01 .. 2024-04-30 APPROX"),
        ("MORE_THAN", -1, "month 2023-12-01 .. 2023-12-31 BEFORE"),
    ],
)
def test_what_is_less_than_so_far_lies_between(mod: str, sign: int, value: str) -> None:
    """ "Less than two months before 10 February" lies between, "nearly two months" about there."""
    check(Shift(P(year=2024, month=2, day=10), A(2, 2, G.MONTH, mod=mod), sign), seen(), value)
