"""Dates as people write them: one row a kind."""

import pytest
from chronologies import instant, interval

from timeline.exporters.dates import write_date, write_time

DAY = "2022-01-02"
INSTANTS = [
    # bounds, more, written
    ((DAY, DAY), {}, "Sun 2 Jan 2022"),
    (("2022-01-07", "2022-01-07"), {"value": "2022-01-07TMO"}, "Fri 7 Jan 2022, morning"),
    (("2024-05-06T06:10Z",) * 2, {}, "Mon 6 May 2024 06:10 UTC"),
    (("2024-05-06T06:10",) * 2, {}, "Mon 6 May 2024 06:10"),
    (("2024-05-06T06:10:05+02:00",) * 2, {}, "Mon 6 May 2024 06:10:05 +02:00"),
    (("2024-05-06T06:00", "2024-05-06T06:59"), {}, "Mon 6 May 2024 06:00-06:59 (uncertain)"),
    (("2022-01-04", "2022-01-08"), {}, "4-8 Jan 2022 (uncertain)"),
    (("2022-01-30", "2022-02-02"), {}, "30 Jan - 2 Feb 2022 (uncertain)"),
    (("2021-12-30", "2022-01-02"), {}, "30 Dec 2021 - 2 Jan 2022 (uncertain)"),
    ((None, "2022-01-07"), {}, "by 7 Jan 2022"),
    (("2022-01-07", None), {}, "not before 7 Jan 2022"),
    ((None, None), {}, "undated"),
    (("2021-03-01", "2021-03-31"), {"granularity": "month"}, "Mar 2021"),
    (("2024-02-01", "2024-02-29"), {"granularity": "month"}, "Feb 2024"),
    (("2021-02-01", "2021-04-30"), {}, "Feb-Apr 2021 (uncertain)"),
    (("2021-11-01", "2022-01-31"), {}, "Nov 2021 - Jan 2022 (uncertain)"),
    (("1914-01-01", "1914-12-31"), {"granularity": "year"}, "1914"),
    (("1914-01-01", "1916-12-31"), {}, "1914-1916 (uncertain)"),
    (("1920-01-01", "1929-12-31"), {"granularity": "decade"}, "1920s"),
    (("1800-01-01", "1899-12-31"), {"granularity": "century"}, "19th century"),
    (("2000-01-01", "2099-12-31"), {"granularity": "century"}, "21st century"),
    (("1000-01-01", "1099-12-31"), {"granularity": "century"}, "11th century"),
    (("2022-04-01", "2022-06-30"), {"granularity": "quarter", "value": "2022-Q2"}, "Q2 2022"),
    (("2022-01-01", "2022-06-30"), {"granularity": "half", "value": "2022-H1"}, "H1 2022"),
    (("2021-06-01", "2021-08-31"), {"granularity": "season", "value": "2021-SU"}, "summer 2021"),
    (("2021-12-01", "2022-02-28"), {"granularity": "season", "value": "2021-WI"}, "winter 2021/22"),
    (("2021-05-03", "2021-05-09"), {"granularity": "week"}, "week of 3 May 2021"),
    (("2021-05-08", "2021-05-09"), {"granularity": "weekend"}, "weekend of 8-9 May 2021"),
    (("-0043-03-15", "-0043-03-15"), {}, "15 Mar 44 BC"),
    (("-0043-01-01", "-0043-12-31"), {}, "44 BC"),
    (("-0048-01-01", "-0043-12-31"), {}, "49-44 BC (uncertain)"),
    (("0000-01-01", "0000-12-31"), {}, "1 BC"),
    (("0079-08-24", "0079-08-24"), {}, "24 Aug AD 79"),
    (("1492-10-12", "1492-10-12"), {}, "12 Oct 1492"),  # no weekday: not the one lived then
    (("12022-01-02", "12022-01-02"), {}, "Sun 2 Jan 12022"),
]


@pytest.mark.parametrize(("limits", "more", "written"), INSTANTS, ids=[r[2] for r in INSTANTS])
def test_instants(limits: tuple, more: dict, written: str) -> None:
    assert write_time(instant(*limits, **more)) == written


def year(number: int) -> tuple[str, str]:
    return f"{number:04}-01-01", f"{number:04}-12-31"


INTERVALS = [
    (year(1914), year(1933), "1914-1933"),
    (("1914-05-03",) * 2, year(1933), "3 May 1914 - 1933"),
    (("2021-05-03",) * 2, ("2021-05-11",) * 2, "3-11 May 2021"),
    (("1940-05-26",) * 2, ("1940-06-04",) * 2, "26 May - 4 Jun 1940"),
    (("2021-01-01",) * 2, ("2021-12-31",) * 2, "all of 2021"),
    (("2021-05-03",) * 2, (None, None), "since 3 May 2021"),
    (("2021-05-03",) * 2, ("2022-01-10", None), "since 3 May 2021, still going on"),
    ((None, None), ("2022-01-10", None), "still going on"),
    ((None, None), ("2021-05-03",) * 2, "until 3 May 2021"),
    ((None, "2021-05-03"), ("2021-05-11",) * 2, "(by 3 May 2021) - 11 May 2021"),
    (("2021-05-03", None), ("2021-05-11",) * 2, "(not before 3 May 2021) - 11 May 2021"),
    (("2021-05-03", "2021-05-04"), ("2021-05-11",) * 2, "(3-4 May 2021) - 11 May 2021"),
    (("2021-03-01", "2021-03-31"), ("2021-05-01", "2021-05-31"), "Mar 2021 - May 2021"),
    (("2024-05-06T06:10",) * 2, ("2024-05-06T09:45",) * 2, "Mon 6 May 2024 06:10-09:45"),
    (("2024-05-06T23:00",) * 2, ("2024-05-07T01:00",) * 2, "6 May 2024 23:00 - 7 May 2024 01:00"),
    (("-0026-01-01", "-0026-12-31"), year(14), "27 BC - AD 14"),
    ((None, None), (None, None), "undated"),
]


@pytest.mark.parametrize(("begin", "end", "written"), INTERVALS, ids=[r[2] for r in INTERVALS])
def test_intervals(begin: tuple, end: tuple, written: str) -> None:
    assert write_time(interval(begin, end)) == written


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2022-01-10", "Mon 10 Jan 2022"),
        ("2022-01", "Jan 2022"),
        ("1914", "1914"),
        ("-0043", "44 BC"),
    ],
)
def test_dates_of_documents(iso: str, written: str) -> None:
    assert write_date(iso) == written
