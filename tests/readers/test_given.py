"""The annotations of a source as our records."""

from pathlib import Path

import pytest

from timeline.document import Document
from timeline.readers import read_sources
from timeline.readers.given import given_events, given_expressions
from timeline.readers.timeml import read
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import Duration, Moment, Recurrence, Unresolved


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
