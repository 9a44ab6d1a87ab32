"""Holidays: against dates that almanacs print, and what is said where none is known."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline import find_expressions
from timeline.errors import OptionError
from timeline.rules.customs import make_customs
from timeline.rules.feasts import countries, find_feast
from timeline.rules.timex import timex_of
from timeline.temporal.values import Interval, Moment, Unresolved


def value(text: str, date: str | None = None, **settings: object) -> str:
    (expression,) = [
        e for e in find_expressions(text, date, **settings) if not e.id.startswith("i")
    ]  # type: ignore[arg-type]
    if isinstance(expression.value, Unresolved):
        return expression.value.reason
    if isinstance(expression.value, Interval):
        from timeline.temporal.edtf import to_edtf

        return str(to_edtf(expression.value))
    timex = timex_of(expression)
    assert timex is not None
    return timex.value


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Thanksgiving 1939", "1939-11-23"),  # a week early by proclamation
        ("Thanksgiving 1941", "1941-11-20"),
        ("Memorial Day 1970", "1970-05-30"),
        ("Memorial Day 1971", "1971-05-31"),
        ("Veterans Day 1975", "1975-10-27"),
        ("Labor Day 2023", "2023-09-04"),
        ("Black Friday 2021", "2021-11-26"),
        ("Election Day 2016", "2016-11-08"),
        ("Election Day 2022", "2022-11-08"),
        ("Canadian Thanksgiving 2023", "2023-10-09"),
        ("Thanksgiving in Canada 2023", "2023-10-09"),
        ("Ukrainian Independence Day 2022", "2022-08-24"),
        ("India's Independence Day 2022", "2022-08-15"),
        ("Mexican Independence Day 2022", "2022-09-16"),
        ("Finnish Independence Day 2022", "2022-12-06"),
        ("Polish Independence Day 2022", "2022-11-11"),
        ("Indian Republic Day 2021", "2021-01-26"),
        ("Turkish Republic Day 2021", "2021-10-29"),
        ("Russian Victory Day 2021", "2021-05-09"),
        ("Diwali 2021", "2021-11-04"),
        ("Chinese New Year 2023", "2023-01-22"),
        ("Lunar New Year 1985", "1985-02-20"),
        ("Rosh Hashanah 2022", "2022-09-26"),
        ("Yom Kippur 1973", "1973-10-06"),
        ("Eid al-Fitr 2021", "2021-05-13"),
        ("Eid al-Adha 2023", "2023-06-28"),
        ("Orthodox Easter 2021", "2021-05-02"),
        ("Orthodox Easter 1999", "1999-04-11"),
        ("Orthodox Good Friday 2021", "2021-04-30"),
        ("Nowruz 2012", "2012-03-20"),
        ("Mother's Day 2021", "2021-05-09"),
        ("British Mother's Day 2021", "2021-03-14"),
        ("French Mother's Day 2020", "2020-06-07"),  # the last Sunday of May was Pentecost
        ("Australian Father's Day 2021", "2021-09-05"),
        ("Australia Day 2020", "2020-01-26"),
        ("Bastille Day 1789", "1789-07-14"),
        ("Ramadan 2021", "2021-04-13~/2021-05-12~"),
        ("Hanukkah 2022", "2022-12-19/2022-12-26"),
    ],
)
def test_a_named_day_of_a_year(phrase: str, expected: str) -> None:
    assert value(f"It began on {phrase}.").replace("~", "") == expected.replace("~", "")


@pytest.mark.parametrize(
    ("country", "expected"),
    [("US", "2012-07-04"), ("IN", "2012-08-15"), ("MX", "2012-09-16"), ("GR", "2012-03-25")],
)
def test_the_setting_says_whose_day_is_meant(country: str, expected: str) -> None:
    assert value("It fell on Independence Day 2012.", country=country) == expected
    assert value("On India's Independence Day 2012 it fell.", country=country) == "2012-08-15"


def test_the_nearest_feast_where_a_year_holds_two() -> None:
    # Ramadan began on 10 January and on 30 or 31 December 1997.
    assert value("It fell in Ramadan.", "1998-01-20").startswith("1997-12-30")
    assert value("It fell on Eid al-Fitr.", "2001-01-03") == "2000-12-27"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("Independence Day 1600", "no independence day of 1600 is known for US"),
        ("British Independence Day", "no independence day is known for GB"),
        ("Election Day 2021", "no election day of 2021 is known for US"),
        ("French Election Day", "no election day is known for FR"),
        ("Diwali 1950", "no diwali of 1950 is known for US"),
        ("Yom Kippur", "needs the document's date"),
    ],
)
def test_a_day_that_is_not_known_is_unresolved(phrase: str, reason: str) -> None:
    assert value(f"It fell on {phrase}.") == reason


@pytest.mark.parametrize(
    "text",
    [
        "He sailed to Easter Island.",
        "He saw Independence Day (film) twice.",
        "He saw Independence Day (1996 film) twice.",
        "It was an independence day for all.",
        "Christmas Island is far.",
        "The labor day is long.",
        "He was elected on election day.",
        "Diwalis come and go.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert find_expressions(text, "2012-08-10") == ()


def test_a_sighted_moon_is_an_estimate() -> None:
    (expression,) = find_expressions("It fell on Eid al-Fitr 1995.")
    assert isinstance(expression.value, Moment) and expression.value.qualifier == "~"
    (exact,) = find_expressions("It fell on Yom Kippur 1995.")
    assert isinstance(exact.value, Moment) and exact.value.qualifier == ""


def test_a_country_that_is_none_is_told() -> None:
    assert {"US", "GB", "IN"} <= countries()
    for code in ("ZZ", "USA", "", "England"):
        with pytest.raises(OptionError, match="not a country whose holidays are known"):
            make_customs(country=code)
    with pytest.raises(OptionError, match="hemisphere"):
        make_customs(hemisphere="east")
    for month in (0, 13):
        with pytest.raises(OptionError, match="not a month"):
            make_customs(fiscal_start=month)


@pytest.mark.parametrize("year", [-5000, 0, 1, 9999, 10_000, 10**9])
def test_any_year_may_be_asked_for(year: int) -> None:
    for name in ("thanksgiving", "diwali", "ramadan", "orthodox easter", "election day", "nothing"):
        assert isinstance(find_feast(name, "US", year), tuple)


def test_the_library_is_loaded_for_a_feast_only() -> None:
    program = (
        "import sys, timeline\n"
        "timeline.find_expressions('It fell on Christmas 2011 and at Easter.', '2012-08-10')\n"
        "assert 'holidays' not in sys.modules\n"
        "timeline.find_expressions('It fell on Thanksgiving.', '2012-08-10')\n"
        "assert 'holidays' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
