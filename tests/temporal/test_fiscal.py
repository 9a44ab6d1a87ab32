"""Fiscal years: they have the number of the calendar year that they end in."""

from __future__ import annotations

import pytest

from timeline.errors import OptionError
from timeline.rules import parse_phrase
from timeline.temporal.anchor import AnchorTime
from timeline.temporal.arithmetic import first_moment, iso, last_moment
from timeline.temporal.customs import Customs
from timeline.temporal.edtf import parse_date
from timeline.temporal.resolve import resolve
from timeline.temporal.values import Unresolved


def days(phrase: str, start: int, date: str | None = "2012-08-10", direction: str = "past") -> str:
    match = parse_phrase(phrase)
    assert match is not None, phrase
    now = parse_date(date) if date else None
    value = resolve(
        match.expr,
        AnchorTime(now, now, direction, customs=Customs(fiscal_start=start)),  # type: ignore[arg-type]
    )
    if isinstance(value, Unresolved):
        return value.reason
    first, last = first_moment(value), last_moment(value)
    assert first is not None and last is not None
    return f"{iso(first)} {iso(last)}"


@pytest.mark.parametrize(
    ("phrase", "start", "expected"),
    [
        ("fiscal 2021", 1, "2021-01-01 2021-12-31"),
        ("fiscal 2021", 10, "2020-10-01 2021-09-30"),
        ("fiscal year 2021", 4, "2020-04-01 2021-03-31"),
        ("FY2021", 7, "2020-07-01 2021-06-30"),
        ("FY21", 7, "2020-07-01 2021-06-30"),
        ("the 2021 financial year", 7, "2020-07-01 2021-06-30"),
        ("fiscal year 2020-21", 1, "2020-01-01 2021-12-31"),
        ("fiscal year 2020-21", 4, "2020-04-01 2021-03-31"),
        ("the 2020/21 financial year", 4, "2020-04-01 2021-03-31"),
        ("the first quarter of fiscal 2019", 1, "2019-01-01 2019-03-31"),
        ("the first quarter of fiscal 2019", 10, "2018-10-01 2018-12-31"),
        ("the first quarter of fiscal 2019", 2, "2018-02-01 2018-04-30"),
        ("the first quarter of fiscal year 2018-19", 4, "2018-04-01 2018-06-30"),
        ("the first half of fiscal 2019", 10, "2018-10-01 2019-03-31"),
        ("FY21 Q3", 10, "2021-04-01 2021-06-30"),
        ("Q3 FY2021", 10, "2021-04-01 2021-06-30"),
        ("Q3 2021", 10, "2021-07-01 2021-09-30"),
        ("the fiscal third quarter", 10, "2012-04-01 2012-06-30"),
        ("the third quarter", 10, "2012-07-01 2012-09-30"),
        ("last fiscal year", 10, "2010-10-01 2011-09-30"),
        ("this fiscal year", 10, "2011-10-01 2012-09-30"),
        ("next fiscal year", 7, "2013-07-01 2014-06-30"),
        ("the current fiscal year", 7, "2012-07-01 2013-06-30"),
        ("last year", 10, "2011-01-01 2011-12-31"),
        ("last fiscal year", 1, "2011-01-01 2011-12-31"),
    ],
)
def test_a_fiscal_year_begins_where_the_reader_says(phrase: str, start: int, expected: str) -> None:
    assert days(phrase, start) == expected


def test_what_the_setting_must_say() -> None:
    reason = "the month in which the fiscal year begins is not set"
    assert days("the first quarter of fiscal year 2018-19", 1) == reason
    assert days("the fiscal third quarter", 10, None) == "needs the document's date"


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("past", "2012-04-01 2012-06-30"),
        ("future", "2013-04-01 2013-06-30"),
        ("near", "2012-04-01 2012-06-30"),
    ],
)
def test_the_side_of_a_bare_fiscal_quarter(direction: str, expected: str) -> None:
    assert days("the fiscal third quarter", 10, direction=direction) == expected


def test_the_setting_is_a_month() -> None:
    import timeline

    with pytest.raises(OptionError, match="not a month"):
        timeline.find_expressions("In fiscal 2021 it grew.", fiscal_year_start=13)
    (found,) = timeline.find_expressions("In fiscal 2021 it grew.", fiscal_year_start=10)
    assert found.type == "DURATION"
