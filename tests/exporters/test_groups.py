"""The headings of a long chronology."""

import pytest
from chronologies import instant

from timeline.exporters.groups import find_headings


def headings(*days: str, long: int = 1) -> dict[int, tuple[str, ...]]:
    return dict(find_headings([instant(day, day) for day in days], long))


def in_year(year: int, number: int) -> list[str]:
    return [f"{year}-{1 + i % 12:02}-01" for i in sorted(range(number), key=lambda i: i % 12)]


def test_short_ones_have_none() -> None:
    assert headings("2021-01-01", "2022-01-01", long=3) == {}
    assert headings(long=0) == {}


def test_years() -> None:
    found = headings(*in_year(2021, 4), *in_year(2023, 3))
    assert found == {0: ("2021",), 4: ("2023",)}


def test_a_full_year_has_months() -> None:
    days = ["2021-03-01"] * 5 + ["2021-07-02"] * 5 + ["2022-01-01"] * 2
    assert headings(*days) == {0: ("2021", "Mar 2021"), 5: ("Jul 2021",), 10: ("2022",)}


def test_sparse_ones_have_decades_and_a_full_decade_its_years() -> None:
    days = ["1901-01-01", "1905-01-01", "1911-01-01", "1917-01-01"]
    days += [f"{year}-05-01" for year in range(1920, 1929)]
    found = headings(*days)
    assert list(found)[:3] == [0, 2, 4]
    assert (found[0], found[2], found[4]) == (("1900s",), ("1910s",), ("1920s", "1920"))
    assert found[5] == ("1921",)


def test_the_first_century_stands_under_its_own_name() -> None:
    assert find_headings([instant("0000-01-01", "0099-12-31")], 1) == {0: ("1st century AD",)}


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("-0043-03-15", "1st century BC"),
        ("-0099-01-01", "1st century BC"),
        ("-0100-01-01", "2nd century BC"),
        ("0000-01-01", "1st century BC"),
        ("0079-08-24", "1st century AD"),
        ("0476-09-04", "5th century AD"),
        ("1066-10-14", "11th century"),
    ],
)
def test_centuries(day: str, heading: str) -> None:
    assert headings(day) == {0: (heading,)}


def test_a_dense_year_does_not_divide_the_sparse_ones() -> None:
    days = ["1858-02-01", "1861-02-01", "1867-03-01", "1974-01-01", *["2024-05-01"] * 12]
    found = headings(*days)
    assert found == {0: ("1850s",), 1: ("1860s",), 3: ("1970s",), 4: ("2024", "May 2024")}


def test_a_heading_says_more_than_its_only_date() -> None:
    alone = instant("2020-01-01", "2020-12-31", granularity="year")
    days = [instant(day, day) for day in [*in_year(2021, 4), *in_year(2022, 4)]]
    assert dict(find_headings([alone, *days], 1)) == {1: ("2021",), 5: ("2022",)}
