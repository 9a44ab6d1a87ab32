"""What people annotated, as marks to compare with, and ours beside it."""

from evaluation_records import annotated, day, document, event, expression

from timeline.document import GivenAnnotations
from timeline.evaluation.faults import find_faults
from timeline.evaluation.gold import found_events, found_timexes, gold_events, gold_timexes
from timeline.evaluation.marks import pair_marks
from timeline.evaluation.score import EVENT_ATTRIBUTES, TIMEX_ATTRIBUTES
from timeline.temporal.values import Interval, Unresolved

TEXT = "It opened on 6 May and closed two days later."
MAY = (("tid", "t1"), ("type", "DATE"), ("value", "2024-05-06"))
LATER = (("tid", "t2"), ("type", "DATE"), ("value", "2024-05-08"))


def at(words, attributes):
    start = TEXT.index(words)
    return start, start + len(words), attributes


def test_gold_expressions_are_those_with_words():
    given = GivenAnnotations(
        timexes=(at("6 May", MAY), at("two days later", LATER), (45, 45, (("tid", "t3"),)))
    )
    marks = gold_timexes(document(TEXT, given))
    assert [(m.text, m.get("type"), m.get("value")) for m in marks] == [
        ("6 May", "DATE", "2024-05-06"),
        ("two days later", "DATE", "2024-05-08"),
    ]


def test_a_document_without_annotations_has_no_gold():
    assert gold_timexes(document(TEXT)) == gold_events(document(TEXT)) == []


def test_gold_events_take_the_attributes_of_their_last_instance():
    given = GivenAnnotations(
        events=(
            at("opened", (("eid", "e1"), ("class", "OCCURRENCE"))),
            at("closed", (("eid", "e2"), ("class", "ASPECTUAL"))),
        ),
        instances=(
            (("eventID", "e1"), ("eiid", "ei1"), ("tense", "PRESENT"), ("pos", "VERB")),
            (("eventID", "e1"), ("eiid", "ei2"), ("tense", "PAST"), ("pos", "VERB")),
        ),
    )
    opened, closed = gold_events(document(TEXT, given))
    assert (opened.text, opened.get("class"), opened.get("tense")) == (
        "opened", "OCCURRENCE", "PAST",
    )  # fmt: skip
    assert (closed.get("class"), closed.get("tense")) == ("ASPECTUAL", "")


def test_intervals_are_left_out_and_the_unresolved_have_no_value():
    phrase = TEXT[3:39]
    expressions = [
        expression(TEXT, phrase, Interval(day(2024, 5, 6), day(2024, 5, 8)), "INTERVAL"),
        expression(TEXT, "6 May", day(2024, 5, 6), rule="day-month"),
        expression(TEXT, "two days later", Unresolved("no date is told before")),
    ]
    marks = found_timexes(annotated(document(TEXT), expressions))
    assert [(m.text, m.get("type"), m.get("value"), m.by) for m in marks] == [
        ("6 May", "DATE", "2024-05-06", "day-month"),
        ("two days later", "DATE", "", "some-rule"),
    ]


def test_found_events():
    (mark,) = found_events(annotated(document(TEXT), events=[event(TEXT, "closed", "ASPECTUAL")]))
    assert mark.span == (23, 29)
    assert (mark.get("class"), mark.get("tense"), mark.get("pos"), mark.by) == (
        "ASPECTUAL", "PAST", "VERB", "rule",
    )  # fmt: skip


def test_faults_of_expressions():
    """A missed one, a spurious one, and one with three faults."""
    given = GivenAnnotations(
        timexes=(at("6 May", MAY), at("two days later", (*LATER[:1], ("type", "DURATION")))),
    )
    expressions = [
        expression(TEXT, "days later", Unresolved("no date is told before")),
        expression(TEXT, "closed", day(2024, 5, 7)),
    ]
    of = document(TEXT, given)
    pairs = pair_marks(gold_timexes(of), found_timexes(annotated(of, expressions)))
    faults = list(find_faults("d", TEXT, pairs, TIMEX_ATTRIBUTES))
    assert [(f.kind, f.words, f.gold, f.found, f.by) for f in faults] == [
        ("missed", "6 May", "6 May", "", ""),
        ("spurious", "closed", "", "closed", "some-rule"),
        ("span", "two days later", "two days later", "days later", "some-rule"),
        ("type", "two days later", "DURATION", "DATE", "some-rule"),
    ]
    assert all(f.before + f.words + f.after == TEXT for f in faults)


def test_the_reason_stands_where_the_value_is_missing():
    given = GivenAnnotations(timexes=(at("two days later", LATER),))
    of = document(TEXT, given)
    found = [expression(TEXT, "two days later", Unresolved("no date is told before"))]
    pairs = pair_marks(gold_timexes(of), found_timexes(annotated(of, found)))
    (fault,) = find_faults("d", TEXT, pairs, TIMEX_ATTRIBUTES)
    assert (fault.kind, fault.gold, fault.found) == (
        "value", "2024-05-08", "no date is told before",
    )  # fmt: skip


def test_faults_of_events():
    instance = (("eventID", "e2"), ("tense", "PAST"), ("aspect", "NONE"), ("polarity", "NEG"))
    given = GivenAnnotations(
        events=(at("closed", (("eid", "e2"), ("class", "ASPECTUAL"))),), instances=(instance,)
    )
    of = document(TEXT, given)
    pairs = pair_marks(gold_events(of), found_events(annotated(of, events=[event(TEXT, "closed")])))
    faults = list(find_faults("d", TEXT, pairs, EVENT_ATTRIBUTES))
    assert [(f.kind, f.gold, f.found) for f in faults] == [
        ("class", "ASPECTUAL", "OCCURRENCE"),
        ("polarity", "NEG", "POS"),
    ]


def test_polarity_that_is_the_wrong_way_round_is_turned():
    """As in a third of the AQUAINT documents: nearly all NEG, what the text denies POS."""
    text = " ".join(f"word{n}" for n in range(12))
    spans = [(text.index(word), word) for word in text.split()]
    given = GivenAnnotations(
        events=tuple((a, a + len(w), (("eid", f"e{a}"),)) for a, w in spans),
        instances=tuple(
            (("eventID", f"e{a}"), ("polarity", "POS" if w == "word3" else "NEG")) for a, w in spans
        ),
    )
    found = {
        text[m.start : m.end]: m.attributes["polarity"] for m in gold_events(document(text, given))
    }
    assert found.pop("word3") == "NEG"
    assert set(found.values()) == {"POS"}
