"""The calendar: what the standard demands of its lines, and what a calendar program makes of it."""

import icalendar
import msgspec
import pytest
from chronologies import HOSTILE, Maker, instant, interval, make_hostile, make_mixed, make_news
from format_readers import write_bytes

from timeline import chronology as c
from timeline.exporters.safe import show


def events(made: c.Timeline) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(write_bytes("ics", made)).walk("VEVENT")


def make(when: c.Time, **more) -> c.Timeline:
    made = Maker()
    made.entry(made.document("a/b c%", "2022-01-10"), "It happened", when, "then", **more)
    return made.make()


@pytest.mark.parametrize("make_one", [make_news, make_mixed, make_hostile])
def test_lines_are_folded_and_end_as_the_standard_says(make_one) -> None:
    data = write_bytes("ics", make_one())
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no character is torn


def test_hostile_words_read_back_as_they_are_shown() -> None:
    long = "=cmd|x; y, z\\n <script>]]> : # " + "w" * 10_000
    made = Maker()
    name = made.document("text", "2022-01-10")
    for title in (*HOSTILE, long, "BEGIN:VEVENT\nEND:VCALENDAR"):
        made.entry(name, title, instant("2022-01-02", "2022-01-02"), title)
    found = events(made.make())
    assert [str(one["SUMMARY"]) for one in found] == [
        show(title) for title in (*HOSTILE, long, "BEGIN:VEVENT\nEND:VCALENDAR")
    ]
    assert f'Dated by: "{show(long)}"' in str(found[-2]["DESCRIPTION"]).splitlines()


def test_ids_are_stable_and_plain() -> None:
    (event,) = events(make(instant("2022-01-02", "2022-01-02")))
    assert str(event["UID"]) == "a/b%20c%25/n10@timeline-extract"


def test_the_stamp_is_the_reading_date_else_the_latest_document_date_and_never_a_clock() -> None:
    made = make_news()
    (first, *_) = events(made)
    assert first["DTSTAMP"].to_ical() == b"20260101T000000Z"
    unread = msgspec.structs.replace(made.provenance, reading_date=None)
    (first, *_) = events(msgspec.structs.replace(made, provenance=unread))
    assert first["DTSTAMP"].to_ical() == b"20220110T000000Z"
    bare = make_hostile()
    documents = tuple(
        msgspec.structs.replace(d, date=msgspec.structs.replace(d.date, value=None))
        for d in bare.documents
    )
    (first, *_) = events(msgspec.structs.replace(bare, provenance=unread, documents=documents))
    assert first["DTSTAMP"].to_ical() == b"19700101T000000Z"


@pytest.mark.parametrize(
    ("when", "start", "end", "summary"),
    [
        (instant("2022-12-31", "2022-12-31"), b"20221231", b"20230101", "It happened"),
        (
            instant("2018-01-01", "2018-12-31", granularity="year"),
            b"20180101",
            b"20190101",
            "It happened (2018; year)",
        ),
        (
            instant(None, "2022-01-07"),
            b"20220107",
            b"20220108",
            "It happened (by 7 Jan 2022; before)",
        ),
        (
            interval(("2022-01-03", "2022-01-03"), ("2022-01-10", None)),
            b"20220103",
            b"20220111",
            "It happened (since 3 Jan 2022, still going on; ongoing)",
        ),
        (instant("0476-09-04", "0476-09-04"), b"04760904", b"04760905", "It happened"),
        (instant("2024-05-06T06:10", "2024-05-06T06:10"), b"20240506T061000", None, "It happened"),
        (
            instant("2024-05-06T23:10-05:00", "2024-05-06T23:10-05:00"),
            b"20240507T041000Z",
            None,
            "It happened",
        ),
        (
            interval(("2024-05-06T06:10Z",) * 2, ("2024-05-07", "2024-05-07")),
            b"20240506",
            b"20240508",
            "It happened (6 May 2024 06:10 UTC - 7 May 2024; period)",
        ),
    ],
)
def test_days_are_whole_and_clock_times_as_written(
    when: c.Time, start: bytes, end: bytes | None, summary: str
) -> None:
    (event,) = events(make(when))
    assert event["DTSTART"].to_ical() == start
    assert (event["DTEND"].to_ical() if "DTEND" in event else None) == end
    assert str(event["SUMMARY"]) == summary
    assert ("VALUE" in event["DTSTART"].params) == (b"T" not in start)


def test_what_a_calendar_cannot_hold_is_counted() -> None:
    made = Maker()
    name = made.document("text")
    made.entry(name, "Caesar was stabbed", instant("-0043-03-15", "-0043-03-15"))
    made.entry(name, "Nobody knows when", instant(None, None))
    made.leave_undated(name, "It was long", "a duration places nothing in time")
    calendar = icalendar.Calendar.from_ical(write_bytes("ics", made.make()))
    assert not calendar.walk("VEVENT")
    assert str(calendar["X-TIMELINE-LEFT-OUT"]) == "1 before the year 1, 1 without a bound"
    assert str(calendar["X-TIMELINE-UNDATED"]) == "1"


@pytest.mark.parametrize(
    ("status", "settled"), [("planned", "TENTATIVE"), ("alleged", "TENTATIVE"), ("denied", None)]
)
def test_what_is_not_settled_is_tentative(status: str, settled: str | None) -> None:
    made = make(instant("2022-01-02", "2022-01-02"))
    changed = tuple(msgspec.structs.replace(one, status=status) for one in made.events)
    (event,) = events(msgspec.structs.replace(made, events=changed))
    assert event.get("STATUS") == settled
    assert event["CATEGORIES"].to_ical().decode() == f"exact,{status}"


def test_a_category_is_named_once() -> None:
    made = make(interval(("2022-01-02", "2022-01-02"), ("2022-01-10", None)))
    changed = tuple(msgspec.structs.replace(one, status="ongoing") for one in made.events)
    (event,) = events(msgspec.structs.replace(made, events=changed))
    assert event["CATEGORIES"].to_ical() == b"ongoing"
