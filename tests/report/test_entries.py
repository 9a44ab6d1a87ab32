"""What becomes an entry, what is left out and why; nothing is lost."""

import json
from dataclasses import replace

import jsonschema
import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from report.making import row, row_with, timeline, titles
from sieves.annotating import annotated
from sieves.rows import MORE, TABLES, TEXTS

from timeline import chronology as out
from timeline.document import Document
from timeline.exporters.missing import chosen_by
from timeline.pipeline import Options
from timeline.temporal.edtf import parse_date
from timeline.temporal.granularity import Granularity


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
        (event.id, "no words date it; by its tense not after 2022-01-10")
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
    made = timeline(row_with("He had resigned", None))
    assert made.entries == () and made.events[0].time is None
    assert made.documents[0].date.value is None
    assert "the document has no date" in made.undated[0].reason


def test_choosing_leaves_events_and_expressions_complete() -> None:
    found = row("attached", 2)
    whole = timeline(found)
    chosen = timeline(found, since=parse_date("2003"), until=parse_date("2005"))
    assert titles(whole) == [["founded"], ["went"], ["moved"]]
    assert titles(chosen) == [["went"]]
    assert (chosen.events, chosen.expressions) == (whole.events, whole.expressions)
    assert len(timeline(found, top=1).entries) == 1


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
