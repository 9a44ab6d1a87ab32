"""EDTF as other tools read it, and read back; ISO dates."""

import pytest
from hypothesis import assume, given, settings
from temporal_strategies import VALUES, moments, month_of, year_of

from timeline.errors import FormatError, ImpossibleDateError
from timeline.temporal.arithmetic import extent_of
from timeline.temporal.edtf import from_edtf, parse_date, to_edtf
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import (
    OPEN,
    UNKNOWN,
    Duration,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    Reference,
    day_of,
)

G = Granularity


def season(part):
    return Moment(G.SEASON, 2021, part=part)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (day_of(2022, 1, 10), "2022-01-10"),
        (month_of(2022, 1), "2022-01"),
        (year_of(2022), "2022"),
        (year_of(987), "0987"),
        (year_of(0), "0000"),
        (day_of(-43, 3, 15), "-0043-03-15"),
        (year_of(12345), "Y12345"),
        (year_of(-12345), "Y-12345"),
        (day_of(12345, 1, 2), "Y12345"),
        (Moment(G.DECADE, 1990), "199X"),
        (Moment(G.CENTURY, 1800), "18XX"),
        (Moment(G.MILLENNIUM, 1000), "1XXX"),
        (Moment(G.CENTURY, -499), "-04XX"),  # the 5th century BC
        (Moment(G.DECADE, -48), "-0048/-0039"),  # the 40s BC share no digits here
        (Moment(G.CENTURY, -99), "-0099/0000"),
        (Moment(G.CENTURY, 12300), None),
        (season("SP"), "2021-21"),
        (season("WI"), "2021-24"),
        (season("SSU"), "2021-30"),
        (Moment(G.QUARTER, 2021, part="Q1"), "2021-33"),
        (Moment(G.QUARTER, 2021, part="Q4"), "2021-36"),
        (Moment(G.HALF, 2021, part="H1"), "2021-40"),
        (Moment(G.HALF, 2021, part="H2"), "2021-41"),
        (Moment(G.WEEK, 2012, week=32), "2012-08-06/2012-08-12"),
        (Moment(G.WEEKEND, 2012, week=32), "2012-08-11/2012-08-12"),
        (Moment(G.WEEK, 2012, week=32, qualifier="~"), "2012-08-06~/2012-08-12~"),
        (Moment(G.DAYPART, 2022, 1, 7, part="MO"), "2022-01-07"),
        (Moment(G.HOUR, 2022, 1, 7, hour=6), "2022-01-07T06:00:00"),
        (Moment(G.MINUTE, 2022, 1, 7, hour=6, minute=10, zone="Z"), "2022-01-07T06:10:00Z"),
        (Moment(G.SECOND, 2022, 1, 7, hour=6, minute=10, second=5), "2022-01-07T06:10:05"),
        (Moment(G.YEAR, 2022, qualifier="?"), "2022?"),
        (Moment(G.YEAR, 2022, qualifier="%"), "2022%"),
        (Moment(G.YEAR, 2022, mod="APPROX"), "2022~"),
        (Moment(G.MONTH, 2020, 5, mod="START"), "2020-05-01/2020-05-10"),
        (Moment(G.DAY, 2020, 5, 1, mod="START"), "2020-05-01"),
        (Moment(G.YEAR, 2021, mod="BEFORE"), "[..2020]"),
        (Moment(G.YEAR, 2021, mod="ON_OR_BEFORE"), "[..2021]"),
        (Moment(G.MONTH, 2021, 12, mod="AFTER"), "[2022-01..]"),
        (Moment(G.DAYPART, 2022, 1, 7, part="MO", mod="BEFORE"), "[..2022-01-07]"),
        (OneOf(day_of(2022, 1, 4), day_of(2022, 1, 8), G.DAY), "[2022-01-04..2022-01-08]"),
        (OneOf(None, day_of(2022, 1, 7), G.DAY), "[..2022-01-07]"),
        (OneOf(day_of(2022, 1, 7), None, G.DAY), "[2022-01-07..]"),
        (OneOf(month_of(2022, 1), month_of(2022, 3), G.MONTH), "[2022-01..2022-03]"),
        (OneOf(Moment(G.DECADE, 1910), Moment(G.DECADE, 1930), G.DECADE), "[1910..1939]"),
        (OneOf(None, None, G.DAY), None),
        (Interval(year_of(1914), year_of(1933)), "1914/1933"),
        (Interval(year_of(1914), OPEN), "1914/.."),
        (Interval(UNKNOWN, year_of(1933)), "/1933"),
        (Interval(day_of(2019, 3, 15), UNKNOWN), "2019-03-15/"),
        (Interval(season("SP"), Moment(G.QUARTER, 2022, part="Q1")), "2021-03/2022-03"),
        (Interval(Moment(G.YEAR, 1914, qualifier="~"), year_of(1933)), "1914~/1933"),
        (Interval(Moment(G.YEAR, 1914, mod="END"), year_of(1933)), "1914-09-01/1933"),
        (
            Interval(Moment(G.HOUR, 2022, 1, 7, hour=6), Moment(G.HOUR, 2022, 1, 7, hour=9)),
            "2022-01-07",
        ),
        (Interval(year_of(12345), year_of(12346)), None),
        (Duration(((2, 2, G.DAY),)), None),
        (Recurrence("P1D"), None),
        (Reference.PAST, None),
    ],
)
def test_values(value, expected):
    assert to_edtf(value) == expected
    if expected is not None:
        assert to_edtf(from_edtf(expected)) == expected


@given(VALUES)
def test_what_is_written_is_read_and_written_alike(value):
    text = to_edtf(value)
    if text is not None:
        assert to_edtf(from_edtf(text)) == text


@given(moments(plain=False))
def test_what_is_read_covers_what_was_written(moment):
    text = to_edtf(moment)
    assume(text is not None and ".." not in text)
    read, extent = extent_of(from_edtf(text)), moment.extent
    exact = moment.granularity >= G.DAY and abs(moment.year) <= 9999
    if exact and moment.granularity < G.DECADE and moment.mod != "APPROX":
        assert (read.lo, read.hi) == (extent.lo, extent.hi)
    elif moment.granularity is G.HOUR and abs(moment.year) <= 9999 and "T" in text:
        assert moment.cell.contains(read)
    elif not moment.zone:
        assert read.contains(extent)


@settings(max_examples=80)
@given(VALUES)
def test_an_independent_parser_accepts_it(value):
    edtf = pytest.importorskip("edtf", reason="the edtf package is only a test oracle")
    text = to_edtf(value)
    assume(text is not None)
    # Its grammar lacks qualified seasons and long years, and days before Christ in sets.
    assume(not (text[-1] in "?~%" and (text[0] == "Y" or text[-3:-1] in _DIVISIONS)))
    assume("[-" not in text and "..-" not in text)
    edtf.parse_edtf(text)


_DIVISIONS = {str(code) for code in [*range(21, 25), *range(29, 37), 40, 41]}


@pytest.mark.parametrize(
    "text",
    "|2022-1-1|[..]|/|../..|2022-25|22|2022-01-10T06:10|X|XXXX|199X-01|[2020]|2020/2021/2022"
    "|2020,2021|Y123|may 2020|1990/x|2022-37|2022-01-10?~".split("|"),
)
def test_other_notations_are_refused_with_a_hint(text):
    with pytest.raises((FormatError, ImpossibleDateError)) as error:
        from_edtf(text)
    assert error.value.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022", year_of(2022)),
        ("2022-01", Moment(G.MONTH, 2022, 1, stated=("year", "month"))),
        (" 2022-01-10 ", Moment(G.DAY, 2022, 1, 10, stated=("year", "month", "day"))),
        ("-0043-03-15", Moment(G.DAY, -43, 3, 15, stated=("year", "month", "day"))),
        ("+12345", year_of(12345)),
    ],
)
def test_iso_dates(text, expected):
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2022-01-10T06:10", (6, 10, None, None)),
        ("2022-01-10 06:10", (6, 10, None, None)),
        ("2022-01-10T06:10:05.250Z", (6, 10, 5, "Z")),
        ("2022-01-10T06:10+0530", (6, 10, None, "+05:30")),
        ("2022-01-10T06:10-08", (6, 10, None, "-08:00")),
    ],
)
def test_iso_clock_times(text, clock):
    read = parse_date(text)
    assert (read.hour, read.minute, read.second, read.zone) == clock


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("tomorrow", FormatError, "'tomorrow' is not a date"),
        ("10/01/2022", FormatError, "is not a date"),
        ("2022-1-1", FormatError, "is not a date"),
        ("2022-02-31", ImpossibleDateError, "there is no 31 February"),
        ("2022-13", ImpossibleDateError, "there is no month 13"),
        ("2022-01-10T25:00", ImpossibleDateError, "there is no hour 25"),
        ("2022-01-10T06:10+99:00", FormatError, "is not a date"),
    ],
)
def test_bad_dates_say_what_is_wrong(text, error, message):
    with pytest.raises(error, match=message):
        parse_date(text)
