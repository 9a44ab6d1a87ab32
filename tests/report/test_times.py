"""The time of an event and of a document, as the contract writes it."""

from dataclasses import replace

import msgspec
import pytest
from report.making import row, row_with, timeline
from sieves.annotating import annotated
from sieves.rows import TABLES
from sieves.scenes import date_of, plain

from timeline import extract
from timeline.annotation import Candidate
from timeline.report.times import make_expression
from timeline.rules.narrative import find_expressions
from timeline.temporal.edtf import parse_date


def day(text: str | None, last: str | None = None) -> dict[str, str | None]:
    return {"earliest": text, "latest": last or text}


# The examples of the output contract.
CONTRACT = (
    (
        0,
        {
            "value": "2022-01-07",
            "edtf": "[..2022-01-07]",
            "shape": "instant",
            "begin": {"earliest": None, "latest": "2022-01-07"},
            "end": {"earliest": None, "latest": "2022-01-07"},
            "granularity": "day",
            "basis": "relative",
            "relation": "BEFORE",
        },
    ),
    (
        1,
        {
            "value": None,
            "edtf": "1914/1933",
            "shape": "interval",
            "begin": day("1914-01-01", "1914-12-31"),
            "end": day("1933-01-01", "1933-12-31"),
            "granularity": "year",
            "basis": "expression",
            "relation": "SIMULTANEOUS",
        },
    ),
    (
        2,
        {
            "value": None,
            "edtf": "2021-05-03/2021-05-11",
            "shape": "interval",
            "begin": day("2021-05-03"),
            "end": day("2021-05-11"),
            "granularity": "day",
            "basis": "relative",
            "relation": "BEGUN_BY",
        },
    ),
    (
        4,
        {
            "value": "2021-03",
            "edtf": "2021-03",
            "shape": "instant",
            "begin": day("2021-03-01", "2021-03-31"),
            "end": day("2021-03-01", "2021-03-31"),
            "granularity": "month",
            "basis": "expression",
            "relation": "IS_INCLUDED",
        },
    ),
)


@pytest.mark.parametrize(("index", "expected"), CONTRACT)
def test_time_of_the_contract(index: int, expected: dict[str, object]) -> None:
    (entry,) = timeline(row("contract", index)).entries
    time = msgspec.to_builtins(entry.time)
    assert {key: time[key] for key in expected} == expected
    text = plain(TABLES["contract"][index].text)
    for evidence in time["evidence"]:
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_an_uncertain_instant_is_a_set() -> None:
    entries = timeline(row("attached", 0)).entries
    days = "[2022-01-04..2022-01-08]"
    assert [e.time.edtf for e in entries] == ["2022-01-02", days, days]


@pytest.mark.parametrize(
    ("date", "status"), [("2022-01-10", "planned"), ("2022-01-14", "happened")]
)
def test_what_lies_ahead_of_the_document_is_planned(date: str, status: str) -> None:
    text = "The [talks] will be [held:OCCURRENCE,FUTURE] until {Friday=~2022-01-14}."
    found = annotated(text, date)
    anchors = [replace(a, begin=a.end, relation="IS_INCLUDED") for a in found.anchors]
    events = [replace(e, status="happened") for e in found.events]
    made = timeline(replace(found, anchors=tuple(anchors), events=tuple(events)))
    assert {e.status for e in made.events if e.time} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # What is done with the document itself is told when it has been done.
        ("[Signed] on {Friday=~2022-01-14}.", "happened"),
        ("[Sold] on {Friday=~2022-01-14}.", "planned"),
    ],
)
def test_what_is_written_up_later_is_no_plan(text: str, status: str) -> None:
    found = annotated(text, "2022-01-14")
    date = date_of("2022-01-10")
    made = timeline(replace(found, date=date))
    assert {e.status for e in made.events if e.time} == {status}


def test_what_is_due_by_a_day_to_come_is_planned() -> None:
    found = annotated("It is [due:STATE,PRESENT] by {Friday=~2022-01-14}.", "2022-01-10")
    events = [replace(e, status="ongoing") for e in found.events]
    made = timeline(replace(found, events=tuple(events)))
    assert [e.status for e in made.events if e.time] == ["planned"]
    over = timeline(replace(found, events=tuple(events), date=date_of("2022-01-15")))
    assert [e.status for e in over.events if e.time] == ["happened"]


def test_still_going_on() -> None:
    (entry,) = timeline(row_with("He has lived in Rome since 1990")).entries
    assert entry.time.edtf == "1990/.."
    assert (entry.time.end.earliest, entry.time.end.latest) == ("2022-01-10", None)


def test_still_going_on_at_a_date_that_nobody_knows() -> None:
    (entry,) = timeline(row_with("has led it since 1990", None)).entries
    assert entry.time.edtf == "1990/.."
    assert (entry.time.end.earliest, entry.time.end.latest) == (None, None)


def test_the_reason_of_an_unresolved_expression() -> None:
    made = timeline(row_with("31 February", None))
    assert made.undated[0].reason.startswith('"31 February" could not be dated')
    (expression,) = made.expressions
    assert (expression.value, expression.reason) == (None, "there is no day 31")


def test_document_date_with_its_evidence_and_alternatives() -> None:
    date = replace(
        date_of("2022-01-10"),
        basis="dateline",
        text="January 10",
        start=0,
        end=10,
        note="Monday fixes the year",
        alternatives=(Candidate(parse_date("2011-01-10"), "also a Monday"),),
    )
    made = timeline(replace(row("contract", 0), date=date)).documents[0].date
    assert msgspec.to_builtins(made) == {
        "value": "2022-01-10",
        "basis": "dateline",
        "evidence": {"text": "January 10", "start": 0, "end": 10},
        "note": "Monday fixes the year",
        "confidence": None,
        "alternatives": ({"value": "2011-01-10", "reason": "also a Monday"},),
    }


@pytest.mark.parametrize(("date", "written"), [("2022", "2022"), ("2022-01", "2022-01")])
def test_a_coarse_document_date_is_not_made_a_day(date: str, written: str) -> None:
    assert timeline(row("contract", 3, date)).documents[0].date.value == written


def test_a_range_is_three_expressions_and_its_length_is_its_value() -> None:
    (expression,) = timeline(row("contract", 1)).expressions
    assert (expression.type, expression.value, expression.edtf) == ("INTERVAL", "P20Y", "1914/1933")
    assert (expression.first_day, expression.last_day) == ("1914-01-01", "1933-12-31")


def test_a_set_says_how_often() -> None:
    text = "They met every Wednesday and twice a month."
    found = [make_expression("d", text, x) for x in find_expressions(text)]
    assert [(x.type, x.value, x.quant, x.freq) for x in found] == [
        ("SET", "XXXX-WXX-3", "EVERY", None),
        ("SET", "P1M", None, "2X"),
    ]
    assert [(x.quant, x.freq) for x in timeline(row("contract", 1)).expressions] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # What "would" be on a past day was, without a condition.
        ("The talks were scheduled for 6 June 2024.", "planned"),
        ("He would die on 6 January 1991.", "happened"),
        ("He would sell it on 6 January 1991 if she paid.", "possible"),
        # A row of a log tells in the present what has happened.
        ("| 13:07 | The bridge collapses |\n| 13:09 | The siren sounds |\n", "happened"),
        ("The minister arrives at 13:07.", "ongoing"),
        # A diary tells in the present what is to come after its day.
        (
            "3 May 2018. Tomorrow we rest in the hut.\n\n4 May 2018. Rain.\n\n5 May 2018. More.",
            "planned",
        ),
    ],
)
def test_the_status_that_a_date_gives(text: str, status: str) -> None:
    made = extract(text, date="2024-05-30")
    assert {e.status for e in made.events if e.id in made.entries[0].events} == {status}
