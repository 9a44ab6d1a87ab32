"""The annotations of a source as our records."""

from pathlib import Path

import pytest

from timeline.document import Document
from timeline.readers import read_sources
from timeline.readers.given import given_events, given_expressions
from timeline.readers.timeml import read
from timeline.rules.timex import timex_of
from timeline.temporal.granularity import Granularity
from timeline.temporal.timex3 import Timex3
from timeline.temporal.values import Duration, Interval, Moment, Recurrence, Unresolved


def read_one(text: str, after: str = "", dct: str = "") -> Document:
    xml = f"<TimeML>{dct}<TEXT>{text}</TEXT>{after}</TimeML>"
    (document,) = read(xml.encode(), "x.tml")
    assert isinstance(document, Document)
    return document


DCT = '<DCT><TIMEX3 tid="t7" type="DATE" value="2021-05-10">10 May</TIMEX3></DCT>'


def test_expressions() -> None:
    def timex(tid: str, words: str, **attributes: str) -> str:
        pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
        return f'<TIMEX3 tid="{tid}"{pairs}>{words}</TIMEX3>'

    monday = {"value": "2021-05-03", "anchorTimeID": "t7", "temporalFunction": "true"}
    parts = (
        timex("t1", " Monday", type="DATE", **monday),
        timex("t2", "the next day", type="DATE", value="2021-05-04", anchorTimeID="t1"),
        timex("t3", "for two hours", type="DURATION", value="PT2H"),
        timex("t4", "daily", type="SET", value="P1D", quant="EVERY"),
        timex("t5", "soon", type="DATE", value="soon"),
        timex("t6", "then", type="DATE"),
    )
    document = read_one("On {} and {} it rained {}, {}, {}, {}.".format(*parts), dct=DCT)
    found = given_expressions(document)
    assert [(e.id, e.text, e.type, e.anchor_id, e.function) for e in found] == [
        ("t4", "Monday", "DATE", "t0", True),
        ("t15", "the next day", "DATE", "t4", False),
        ("t38", "for two hours", "DURATION", None, False),
        ("t53", "daily", "SET", None, False),
        ("t60", "soon", "DATE", None, False),
        ("t66", "then", "DATE", None, False),
    ]
    assert all(document.text[e.start : e.end] == e.text for e in found)
    assert {(e.rule, e.expr) for e in found} == {("given", None)}
    day, _, hours, daily, soon, then = (e.value for e in found)
    assert isinstance(day, Moment)
    assert (day.granularity, day.year, day.month, day.day) == (Granularity.DAY, 2021, 5, 3)
    assert isinstance(hours, Duration)
    assert isinstance(daily, Recurrence)
    assert soon == Unresolved("the source gives it the value 'soon', which names no time")
    assert then == Unresolved("the source annotates it without a value")


def test_ids_are_unique_and_none_is_that_of_the_document() -> None:
    timex = '<TIMEX3 tid="t1" type="DATE" value="2021">'
    document = read_one(f"{timex}{timex}Today</TIMEX3> or so</TIMEX3> {timex}x</TIMEX3>")
    assert [e.id for e in given_expressions(document)] == ["t0-2", "t0-3", "t12"]


def test_what_stands_for_the_document_is_no_expression_of_it() -> None:
    document = read_one(
        '<TIMEX3 tid="t1" value="2021-05-10" functionInDocument="CREATION_TIME">10 May</TIMEX3>: '
        '<TIMEX3 tid="t2" type="DATE" value="2021-05-09" anchorTimeID="t1">yesterday</TIMEX3>',
        after='<TIMEX3 tid="t3" type="DATE" value="2020"/>',
    )
    assert [(e.text, e.anchor_id) for e in given_expressions(document)] == [("yesterday", "t0")]


def test_an_empty_duration_between_two_times_is_the_range_over_their_words() -> None:
    ends = 'type="DURATION" value="P20Y" beginPoint="t1" endPoint="t2"'
    first = '<TIMEX3 tid="t1" type="DATE" value="1914">1914</TIMEX3>'
    last = '<TIMEX3 tid="t2" type="DATE" value="{}">1933</TIMEX3>'
    later = ' <TIMEX3 tid="t4" type="DATE" value="1933" anchorTimeID="t3">then</TIMEX3>'
    text = f'It ran <TIMEX3 tid="t3" {ends}/>from {first} to {last}.{later}'
    years = "from 1914 to 1933"
    whole, *parts, then = given_expressions(read_one(text.format("1933")))
    assert (whole.id, whole.text, whole.type) == ("i7", years, "INTERVAL")
    assert whole.ends == tuple(part.id for part in parts) == ("t12", "t20")
    assert whole.value == Interval(parts[0].value, parts[1].value)
    assert then.anchor_id == "i7"
    # Beside the text it says nothing of where it begins.
    beside = read_one(f"It ran from {first} to {last}.".format(1933), f'<TIMEX3 tid="t3" {ends}/>')
    assert given_expressions(beside)[0].text == "1914 to 1933"
    # Ends in the wrong order, or of which one is no date.
    for value in ("1913", "soon", "PAST_REF"):
        whole, *_ = given_expressions(read_one(text.format(value)))
        assert whole.value == Unresolved("one of its ends is no known date")
    # Ends that are not there or mark no words.
    assert not given_expressions(read_one(f'No <TIMEX3 tid="t3" {ends}/>', dct=DCT))


def test_a_duration_with_both_its_points_is_a_stretch_of_time() -> None:
    points = 'beginPoint="t8" endPoint="t7"'
    begin = '<TIMEX3 tid="t8" type="DATE" value="2021-04-26" anchorTimeID="t1"/>'
    duration = '<TIMEX3 tid="t1" type="DURATION" value="P2W" {}>two weeks</TIMEX3>'
    (stretch,) = given_expressions(read_one(f"For {begin}{duration.format(points)}.", dct=DCT))
    assert isinstance(stretch.value, Interval)
    assert (stretch.value.start.day, stretch.value.end.day) == (26, 10)
    assert timex_of(stretch) == Timex3("DURATION", "P2W")
    (bare,) = given_expressions(read_one(f"For {duration.format('')}.", dct=DCT))
    assert isinstance(bare.value, Duration)


def test_the_reason_of_what_we_could_not_resolve() -> None:
    attributes = 'value="XXXX-XX-XX" comment="unresolved: needs a date told before it"'
    (found,) = given_expressions(
        read_one(f'<TIMEX3 tid="t1" type="DATE" {attributes}>then</TIMEX3>')
    )
    assert found.value == Unresolved("needs a date told before it")


def instance(event: str, **attributes: str) -> str:
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<MAKEINSTANCE eventID="{event}" eiid="i{event}"{pairs}/>'


def test_events() -> None:
    document = read_one(
        '<EVENT eid="e1" class="REPORTING">Said </EVENT>, '
        '<EVENT eid="e2" class="STATE">was</EVENT>, <EVENT eid="e3">left</EVENT>',
        after=instance("e1", tense="PAST", aspect="NONE", polarity="POS", pos="VERB")
        + instance("e1", tense="FUTURE")
        + instance("e2", tense="PRESENT", aspect="PERFECTIVE", polarity="NEG", modality="WOULD"),
    )
    said, was, left = given_events(document)
    assert (said.id, said.start, said.end, said.text, said.lemma) == ("e0", 0, 4, "Said", "said")
    assert (said.class_, said.pos, said.tense, said.aspect) == ("REPORTING", "VERB", "PAST", "NONE")
    assert (said.sentence, said.found_by, said.modality) == ((0, 4), "given", None)
    assert (was.polarity, was.modality, was.pos) == ("NEG", "would", "UNKNOWN")
    assert (left.class_, left.tense, left.polarity) == ("OCCURRENCE", "NONE", "POS")
    assert [e.status for e in (said, was, left)] == ["happened", "denied", "happened"]


@pytest.mark.parametrize(
    ("attributes", "status"),
    [
        ({"tense": "PAST"}, "happened"),
        ({"tense": "FUTURE"}, "planned"),
        ({"tense": "PRESENT", "aspect": "PROGRESSIVE"}, "ongoing"),
        ({"tense": "PAST", "aspect": "PROGRESSIVE"}, "happened"),
        ({"tense": "PAST", "modality": "may"}, "possible"),
        ({"tense": "PAST", "modality": "none"}, "happened"),
        ({"tense": "FUTURE", "modality": "may", "polarity": "NEG"}, "denied"),
    ],
)
def test_status(attributes: dict[str, str], status: str) -> None:
    document = read_one('<EVENT eid="e1" class="STATE">x</EVENT>', instance("e1", **attributes))
    assert [e.status for e in given_events(document)] == [status]


@pytest.mark.parametrize(("negative", "swapped"), [(5, False), (6, True)])
def test_a_polarity_that_denies_most_of_a_text_is_the_wrong_way_round(
    negative: int, swapped: bool
) -> None:
    text = " ".join(f'<EVENT eid="e{i}" class="STATE">x</EVENT>' for i in range(10))
    marks = ["NEG"] * negative + ["POS"] * (10 - negative)
    after = "".join(instance(f"e{i}", polarity=mark) for i, mark in enumerate(marks))
    found = [e.polarity for e in given_events(read_one(text, after))]
    assert found == ([("POS" if m == "NEG" else "NEG") for m in marks] if swapped else marks)


def test_what_a_text_denies_in_its_own_words_is_denied() -> None:
    text = "".join(
        f'They did not <EVENT eid="e{i}" class="OCCURRENCE">go</EVENT>. ' for i in range(12)
    )
    after = "".join(instance(f"e{i}", polarity="NEG") for i in range(12))
    assert {e.polarity for e in given_events(read_one(text, after))} == {"NEG"}


def test_a_document_without_annotations_has_none() -> None:
    document = Document("a", "He left.", "a.txt")
    assert given_expressions(document) == ()
    assert given_events(document) == ()


def test_the_corpora_are_understood(corpora: Path) -> None:
    documents = list(read_sources([str(corpora / "timebank"), str(corpora / "aquaint")]))
    unresolved = 0
    denied = events = 0
    for document in documents:
        assert isinstance(document, Document)
        assert document.annotations is not None
        expressions, found = given_expressions(document), given_events(document)
        assert len({e.id for e in expressions}) == len(document.annotations.timexes)
        assert len({e.id for e in found}) == len(document.annotations.events)
        assert all(document.text[e.start : e.end] == e.text for e in (*expressions, *found))
        unresolved += sum(isinstance(e.value, Unresolved) for e in expressions)
        denied += sum(e.polarity == "NEG" for e in found)
        events += len(found)
    # The two are durations of a value that TIMEX3 does not have, "PXX".
    assert unresolved == 2
    assert denied < 0.05 * events
