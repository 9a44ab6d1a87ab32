"""From annotated documents to the contract: times, entries, what is left out and why."""

import json
from dataclasses import replace

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sieves.rows import MORE, TABLES, TEXTS
from sieves.scenes import date_of, plain
from test_merge import annotated

from timeline import chronology as out
from timeline.annotation import Annotated, Candidate, Participant
from timeline.document import Document, content_id
from timeline.exporters.missing import chosen_by
from timeline.pipeline import Options
from timeline.report import make_timeline
from timeline.report.times import make_expression
from timeline.rules.narrative import find_expressions
from timeline.temporal.edtf import parse_date
from timeline.temporal.granularity import Granularity

PROVENANCE = out.Provenance(
    version="0", model="m", rules="r", options={}, reading_date="2026-11-22"
)


def timeline(*found: Annotated, **options) -> out.Timeline:
    return make_timeline(found, provenance=PROVENANCE, **options)


def row(table: str, index: int, date: str | None = "2022-01-10") -> Annotated:
    return annotated(TABLES[table][index].text, date)


def row_with(words: str, date: str | None = "2022-01-10") -> Annotated:
    """The row with these words in its text."""
    (text,) = {r.text for table in TABLES.values() for r in table if words in plain(r.text)}
    return annotated(text, date)


def titles(made: out.Timeline) -> list[list[str]]:
    words = {e.id: e.trigger for e in made.events}
    return [[words[event] for event in entry.events] for entry in made.entries]


def day(text: str | None, last: str | None = None) -> dict[str, str | None]:
    return {"earliest": text, "latest": last or text}


# HOUSE section 8: the examples of the output contract.
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


def test_still_going_on() -> None:
    (entry,) = timeline(row("signal", 0)).entries
    assert entry.time.edtf == "1990/.."
    assert (entry.time.end.earliest, entry.time.end.latest) == ("2022-01-10", None)


def test_still_going_on_at_a_date_that_nobody_knows() -> None:
    (entry,) = timeline(row_with("has led it since 1990", None)).entries
    assert entry.time.edtf == "1990/.."
    assert (entry.time.end.earliest, entry.time.end.latest) == (None, None)


def test_two_verbs_of_one_strike_are_one_row_with_both_evidences() -> None:
    (entry,) = timeline(row("contract", 2)).entries
    assert titles(timeline(row("contract", 2))) == [["strike", "began", "lasted"]]
    assert [(e.text, e.note) for e in entry.time.evidence] == [
        ("3 May", "began"),
        ("nine days", "lasted"),
    ]


def test_tense_bounds_an_event_but_makes_no_entry() -> None:
    made = timeline(row("contract", 3))
    (event,) = made.events
    assert event.time is not None and event.time.sieve == "tense"
    assert event.time.edtf == "[..2022-01-10]" and event.time.value is None
    assert event.time.evidence[0].expression == "d/t0"
    assert made.entries == ()
    assert [(u.event, u.reason) for u in made.undated] == [
        (event.id, "only its tense bounds it: not after 2022-01-10")
    ]
    every = timeline(row("contract", 3), keep_all=True)
    assert [e.events for e in every.entries] == [(event.id,)]
    assert every.undated == ()


def test_of_what_only_the_report_dates_the_lead_alone_is_shown() -> None:
    assert titles(timeline(row("reporting", 0))) == [["said"]]
    made = timeline(annotated(TABLES["reporting"][2].text, basis="dateline"))
    assert titles(made) == [["died"]]
    (left,) = made.undated
    assert left.reason == "only the report itself dates it: said when the document was written"


def test_not_dated_without_the_documents_date() -> None:
    made = timeline(row_with("had resigned", None))
    assert made.entries == () and made.events[0].time is None
    assert made.documents[0].date.value is None
    assert "the document has no date" in made.undated[0].reason


def test_the_reason_of_an_unresolved_expression() -> None:
    made = timeline(row_with("31 February", None))
    assert made.undated[0].reason.startswith('"31 February" could not be dated')
    (expression,) = made.expressions
    assert (expression.value, expression.reason) == (None, "there is no day 31")


def test_choosing_leaves_events_and_expressions_complete() -> None:
    found = row("attached", 2)
    whole = timeline(found)
    chosen = timeline(found, since=parse_date("2003"), until=parse_date("2005"))
    assert titles(whole) == [["founded"], ["went"], ["moved"]]
    assert titles(chosen) == [["went"]]
    assert (chosen.events, chosen.expressions) == (whole.events, whole.expressions)
    assert len(timeline(found, top=1).entries) == 1


def test_ids_places_and_lines() -> None:
    found = row_with("collapsed on Saturday.\n\nRescuers")
    who = Participant("Rescuers", 0, 8, "agent", "PERSON")
    where = Participant("the port", 0, 8, "place")
    events = tuple(replace(e, participants=(who, where)) for e in found.events)
    made = timeline(replace(found, events=events))
    first, second = made.events
    assert [e.locator.line for e in made.events] == [1, 3]
    assert second.id == f"d/e{second.start}"
    assert [p.text for p in first.participants] == ["Rescuers"]
    assert [p.text for p in first.places] == ["the port"]
    assert made.expressions[0].id == f"d/t{made.expressions[0].start}"


def test_an_event_stands_on_the_page_that_its_word_is_on() -> None:
    found = row_with("collapsed on Saturday.\n\nRescuers")
    first, second = found.events
    for pages, expected in (
        ((), [None, None]),
        ((0,), [1, 1]),
        ((0, second.start), [1, 2]),
        ((0, first.start + 1, second.start + 1), [1, 2]),
        ((0, 0, 0), [3, 3]),  # two pages without text
    ):
        document = replace(found.document, pages=pages)
        made = timeline(replace(found, document=document))
        assert [e.locator.page for e in made.events] == expected


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


def test_a_text_that_comes_twice_counts_once() -> None:
    made = timeline(row("contract", 0), row("contract", 0))
    assert [d.id for d in made.documents] == ["d", "d-2"]
    (entry,) = made.entries
    assert entry.documents == ("d", "d-2")
    assert entry.events == ("d/e10", "d-2/e10")
    assert len(made.events) == 2


def test_a_document_without_an_id_is_named_by_its_content() -> None:
    found = row("contract", 0)
    made = timeline(replace(found, document=replace(found.document, id="")))
    assert made.documents[0].id == content_id(found.document.text)


def test_the_title_is_the_finite_clause_that_fits() -> None:
    found = row("contract", 2)
    names = {"strike": "The strike", "began": "The strike began", "lasted": "x" * 200}
    events = tuple(replace(e, title=names[e.text]) for e in found.events)
    assert timeline(replace(found, events=events)).entries[0].title == "The strike began"


def test_doubtful_events_are_shown_only_with_all() -> None:
    found = row("contract", 0)
    assert len(timeline(found).entries) == 1
    nouns = tuple(replace(e, doubtful=True, confidence=0.4, pos="NOUN") for e in found.events)
    months = tuple(replace(a, granularity=Granularity.MONTH) for a in found.anchors)
    assert len(timeline(replace(found, events=nouns)).entries) == 1  # a noun with a day of its own
    doubtful = replace(found, events=nouns, anchors=months)
    made = timeline(doubtful)
    assert made.entries == ()
    assert [u.reason for u in made.undated] == [
        "it is dated, but too likely no event: see its confidence"
    ]
    assert made.events[0].time is not None
    shown = [entry.events for entry in timeline(doubtful, keep_all=True).entries]
    assert shown == [entry.events for entry in timeline(found).entries]


def test_a_doubtful_verb_with_a_date_of_its_own_is_shown() -> None:
    found = row("contract", 0)
    verbs = tuple(replace(e, doubtful=True, pos="VERB") for e in found.events)
    assert len(timeline(replace(found, events=verbs)).entries) == 1
    carried = tuple(replace(a, sieve="carried") for a in found.anchors)
    assert timeline(replace(found, events=verbs, anchors=carried)).entries == ()


def test_one_sure_mention_is_enough() -> None:
    found = row("contract", 2)
    assert len(found.events) == 3  # strike, began, lasted
    first, *rest = found.events
    events = (first, *(replace(e, doubtful=True) for e in rest))
    assert timeline(replace(found, events=events)).entries == timeline(found).entries


def test_salience_is_a_share_and_the_lead_has_more() -> None:
    entries = timeline(row("attached", 2)).entries
    shares = [e.salience for e in entries]
    assert all(share is not None and 0 <= share <= 1 for share in shares)
    assert timeline(row("attached", 2), top=1).entries[0].salience == max(shares)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3),
    st.sampled_from(["2022-01-10", None]),
    st.booleans(),
)
def test_no_event_is_lost_and_the_output_fits_its_schema(
    texts: list[str], date: str | None, keep_all: bool
) -> None:
    found = [annotated(text, date) for text in texts]
    made = timeline(*found, keep_all=keep_all)
    in_entries = [event for entry in made.entries for event in entry.events]
    left = [u.event for u in made.undated]
    assert len(set(in_entries)) == len(in_entries) and len(set(left)) == len(left)
    assert sorted({*in_entries, *left}) == sorted(e.id for e in made.events)
    assert not set(in_entries) & set(left)
    assert all(u.reason for u in made.undated)
    assert made == timeline(*found, keep_all=keep_all)
    assert all(entry.time.basis for entry in made.entries)
    VALIDATOR.validate(json.loads(msgspec.json.encode(made)))


VALIDATOR = jsonschema.Draft202012Validator(msgspec.json.schema(out.Timeline))


def test_rows_of_the_denial_do_not_swallow_the_attack() -> None:
    made = timeline(annotated(MORE[2]))
    assert [e.polarity for e in made.events] == ["NEG", "POS"]
    assert titles(made) == [["attack"], ["attacked"]]


def test_entries_are_chosen_by_status_and_events_stay_complete() -> None:
    from timeline.batch.run import Selection, run

    text = (
        "The mill closed on 3 May 2021. The bridge will open on 9 June 2022. "
        "No one fell on 4 May 2021."
    )
    one = Document(id="one", text=text, source="one")
    options = Options(date="2022-01-10")
    kept = run([one], options, Selection(status=("planned", "denied")))
    assert [entry.title for entry in kept.entries] == ["No one fell", "The bridge will open"]
    assert kept.provenance.options["status"] == "planned,denied"
    assert chosen_by(kept) == ("--status",)
    whole = run([one], options, Selection())
    assert len(whole.entries) == 3
    assert whole.events == kept.events


def test_a_set_says_how_often() -> None:
    text = "They met every Wednesday and twice a month."
    found = [make_expression("d", text, x) for x in find_expressions(text)]
    assert [(x.type, x.value, x.quant, x.freq) for x in found] == [
        ("SET", "XXXX-WXX-3", "EVERY", None),
        ("SET", "P1M", None, "2X"),
    ]
    assert [(x.quant, x.freq) for x in timeline(row("contract", 1)).expressions] == [(None, None)]
