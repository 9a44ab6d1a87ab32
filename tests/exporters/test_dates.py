"""Dates as people write them: one row a kind."""

import re

import pytest
from chronologies import Maker, instant, interval

from timeline.chronology import Evidence, Gap
from timeline.dating import find_document_date
from timeline.document import Document
from timeline.exporters.dates import describe_date, write_date, write_gap, write_time
from timeline.readers import find_blocks
from timeline.report.records import make_document_date
from timeline.temporal.edtf import parse_date

DAY = "2022-01-02"


def words(text: str) -> tuple[Evidence]:
    return (Evidence("d/t0", text, 0, len(text), None),)


INSTANTS = [
    # bounds, more, written
    ((DAY, DAY), {}, "Sun 2 Jan 2022"),
    (("2022-01-07", "2022-01-07"), {"value": "2022-01-07TMO"}, "Fri 7 Jan 2022, morning"),
    (("2024-05-06T06:10Z",) * 2, {}, "Mon 6 May 2024 06:10 UTC"),
    (("2024-05-06T06:10",) * 2, {}, "Mon 6 May 2024 06:10"),
    (("2024-05-06T06:10:05+02:00",) * 2, {}, "Mon 6 May 2024 06:10:05 +02:00"),
    (("2024-05-06T06:00", "2024-05-06T06:59"), {}, "Mon 6 May 2024, between 06:00 and 06:59"),
    (("2024-05-06T06:00", "2024-05-06"), {}, "Mon 6 May 2024, from 06:00"),
    (("2024-05-06", "2024-05-06T06:00Z"), {}, "Mon 6 May 2024, by 06:00 UTC"),
    (("2022-01-04", "2022-01-08"), {}, "4-8 Jan 2022 (uncertain)"),
    (("2022-01-30", "2022-02-02"), {}, "30 Jan - 2 Feb 2022 (uncertain)"),
    (("2021-12-30", "2022-01-02"), {}, "30 Dec 2021 - 2 Jan 2022 (uncertain)"),
    ((None, "2022-01-07"), {}, "by 7 Jan 2022"),
    (("2022-01-07", None), {}, "not before 7 Jan 2022"),
    ((None, None), {}, "undated"),
    # Bounds that are told to the month or more vaguely are not told to the day.
    ((None, "2025-10-31"), {"granularity": "month"}, "by Oct 2025"),
    ((None, "2022-12-31"), {"granularity": "year"}, "by 2022"),
    ((None, "1899-12-31"), {"granularity": "century"}, "by the end of the 19th century"),
    ((None, "0399-12-31"), {"granularity": "century"}, "by the end of the 4th century AD"),
    ((None, "2025-06-10"), {"granularity": "month"}, "by 10 Jun 2025"),
    ((None, "2025-08-31"), {"granularity": "season"}, "by Aug 2025"),
    (("1999-01-01", None), {"granularity": "year"}, "not before 1999"),
    (("1990-01-01", None), {"granularity": "decade"}, "not before the 1990s"),
    (("2025-11-01", None), {"granularity": "month"}, "not before Nov 2025"),
    # What is about then says so.
    ((DAY, DAY), {"edtf": "2022-01-02~"}, "about Sun 2 Jan 2022"),
    ((DAY, DAY), {"edtf": "2022-01-02?"}, "Sun 2 Jan 2022 (uncertain)"),
    (("0262-01-01", "0262-12-31"), {"granularity": "year", "edtf": "0262~"}, "about AD 262"),
    (("1850-01-01", "1859-12-31"), {"granularity": "decade", "edtf": "185X~"}, "about the 1850s"),
    ((None, "1850-12-31"), {"granularity": "year", "edtf": "[..1850~]"}, "by about 1850"),
    (("0360-01-01", "0399-12-31"), {"granularity": "century"}, "AD 360-399 (uncertain)"),
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
    # Where the year would be written "AD 350", the century says so too.
    (("0300-01-01", "0399-12-31"), {"granularity": "century"}, "4th century AD"),
    (("0900-01-01", "0999-12-31"), {"granularity": "century"}, "10th century AD"),
    (("-0399-01-01", "-0300-12-31"), {"granularity": "century"}, "4th century BC"),
    (("-0099-01-01", "0000-12-31"), {"granularity": "century"}, "1st century BC"),
    (("-0098-01-01", "0001-12-31"), {}, "99 BC - AD 1 (uncertain)"),
    (("2022-04-01", "2022-06-30"), {"granularity": "quarter", "value": "2022-Q2"}, "Q2 2022"),
    (("2022-01-01", "2022-06-30"), {"granularity": "half", "value": "2022-H1"}, "H1 2022"),
    (("2021-06-01", "2021-08-31"), {"granularity": "season", "value": "2021-SU"}, "summer 2021"),
    (("2021-12-01", "2022-02-28"), {"granularity": "season", "value": "2021-WI"}, "winter 2021/22"),
    (
        ("-0047-12-01", "-0046-02-28"),
        {"granularity": "season", "value": "BC0048-WI"},
        "winter 48/47 BC",
    ),
    (
        ("0000-12-01", "0001-02-28"),
        {"granularity": "season", "value": "BC0001-WI"},
        "winter 1 BC/AD 1",
    ),
    (("2021-05-03", "2021-05-09"), {"granularity": "week"}, "week of 3 May 2021"),
    (("2021-05-08", "2021-05-09"), {"granularity": "weekend"}, "weekend of 8-9 May 2021"),
    (("-0043-03-15", "-0043-03-15"), {}, "15 Mar 44 BC"),
    (("-0043-01-01", "-0043-12-31"), {}, "44 BC"),
    (("-0048-01-01", "-0043-12-31"), {}, "49-44 BC (uncertain)"),
    (("0000-01-01", "0000-12-31"), {}, "1 BC"),
    (("0079-08-24", "0079-08-24"), {}, "24 Aug AD 79"),
    (("1492-10-12", "1492-10-12"), {}, "12 Oct 1492"),  # no weekday: not the one lived then
    (
        ("1699-12-25", "1699-12-25"),
        {"evidence": words("25 December 1699 (O.S.)")},
        "25 Dec 1699",
    ),
    (("1700-01-04", "1700-01-04"), {"evidence": words("4 January 1700")}, "Mon 4 Jan 1700"),
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


APPROXIMATE = [
    (year(1200), year(1231), {"edtf": "1200~/1231"}, "about 1200 - 1231"),
    (year(1200), year(1231), {"edtf": "1200/1231~"}, "1200 - about 1231"),
    ((None, None), (None, "2025-10-31"), {"granularity": "month"}, "until (by Oct 2025)"),
    (("1990-01-01", "1999-12-31"), (None, None), {"granularity": "decade"}, "since the 1990s"),
    (
        ("1200-01-01", "1299-12-31"),
        ("1200-01-01", "1299-12-31"),
        {"edtf": "1200~/1299"},
        "about the 13th century",
    ),
]


@pytest.mark.parametrize(
    ("begin", "end", "more", "written"), APPROXIMATE, ids=[r[3] for r in APPROXIMATE]
)
def test_vague_intervals(begin: tuple, end: tuple, more: dict, written: str) -> None:
    assert write_time(interval(begin, end, **more)) == written


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


REASONS = (
    # text, reading date: what each says of a document without a date, or of how it was dated
    ("PORT ARDEN, September 19. It rained.\n", None),
    ("PORT ARDEN, September 19. It rained.\n", "2024-01-01"),
    ("PORT ARDEN, September 19. It rained on Monday. It had snowed in 2021.\n", "2024-01-01"),
    ("PORT ARDEN, September 31, 2021. It rained.\n", "2024-01-01"),
    ("By Ann Lee, 3 May\n\nIt rained.\n", None),
    ("Published: 3 May\n\nIt rained in 2021.\n", "2024-01-01"),
    ("It rained.\n\nSigned, 3 May\n", None),
    ("It rained.\n", None),
)


@pytest.mark.parametrize(("text", "reading"), REASONS)
@pytest.mark.parametrize("given", [None, "garbage"])
@pytest.mark.parametrize("source", ["a.txt", "notes-2021-09-19.txt"])
def test_how_a_document_was_dated_doubles_no_word(
    text: str, reading: str | None, given: str | None, source: str
) -> None:
    document = Document(
        id="d", text=text, source=source, blocks=find_blocks(text), given_date=given
    )
    day = parse_date(reading) if reading else None
    date = make_document_date(find_document_date(document, reading_date=day))
    made = Maker()
    made.document("d", date.value, note=date.note, basis=date.basis)
    said = describe_date(made.make().documents[0])
    assert not re.search(r"\b(\w+) \1\b", said), said
    assert "{" not in said
    assert ("garbage" in said) is (given is not None)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-12-01", "2023-12-31", "Dec 2023"),
        ("2023-11-01", "2023-12-31", "Nov-Dec 2023"),
        ("2023-12-02", "2023-12-31", "2-31 Dec 2023"),
    ],
)
def test_a_gap(first: str, last: str, words: str) -> None:
    gap = Gap(after="a", before="b", first_day=first, last_day=last, days=30)
    assert write_gap(gap) == words
