"""What we write as TimeML our schema accepts, and our reader gives back as it was."""

import io
from dataclasses import replace

import msgspec
import pytest
from chronologies import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from samples import DATA, NAMES, answer
from temporal_strategies import VALUES
from timeml_schema import OWN, find_faults

from timeline import chronology as c
from timeline.annotation import Annotated, DocumentDate, TemporalExpression
from timeline.batch.run import run
from timeline.document import Document
from timeline.exporters import FORMATS
from timeline.exporters.timeml import annotate
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.readers.given import given_events, given_expressions
from timeline.readers.timeml import read
from timeline.readers.timeml_xml import ILLEGAL
from timeline.report import make_timeline
from timeline.report.times import make_expression
from timeline.rules.narrative import find_expressions
from timeline.temporal.edtf import parse_date
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Interval, Unresolved

PROVENANCE = c.Provenance(version="0", model="", rules="", options={}, reading_date=None)
# Where TIMEX3 says it all; bounds within a masked value ("1990-XX-XX") are coarser when read back.
SAME = (
    "start", "end", "text", "type", "value", "mod", "quant", "freq", "anchor_id", "ends", "reason",
)  # fmt: skip


def write(timeline: c.Timeline) -> bytes:
    stream = io.StringIO()
    FORMATS["timeml"].write(timeline, stream)
    return stream.getvalue().encode()


def read_back(xml: bytes) -> Document:
    (document,) = read(xml, "x.tml")
    assert isinstance(document, Document), document
    return document


def compared(expressions, document: Document, name: str) -> tuple[list, list]:
    """Records before and after, by what must be the same."""
    again = [make_expression(name, document.text, x) for x in given_expressions(document)]
    return tuple(
        sorted(tuple(str(getattr(one, field)) for field in SAME) for one in records)
        for records in (expressions, again)
    )


def events_of(timeline: c.Timeline) -> list:
    return [
        (e.start, e.end, e.trigger, e.class_, e.tense, e.aspect, e.polarity, e.modality, e.pos)
        for e in timeline.events
    ]


@pytest.fixture(scope="module")
def timelines() -> dict[str, c.Timeline]:
    return {
        name: run(
            read_sources([str(DATA / f"{name}.txt")]),
            Options(parse_date(answer(name)["read_on"]), **answer(name)["options"]),
        )
        for name in NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_read_back(timelines: dict[str, c.Timeline], name: str) -> None:
    timeline = timelines[name]
    xml = write(timeline)
    assert find_faults(xml, OWN) == []
    document = read_back(xml)
    source = timeline.documents[0]
    assert (document.id, document.text) == (source.id, source.text)
    assert document.given_date == source.date.value
    assert document.annotations == annotate(
        source, timeline.expressions, timeline.events, timeline.links
    )
    before, after = compared(timeline.expressions, document, source.id)
    assert after == before
    found = given_events(document)
    assert [
        (e.start, e.end, e.text, e.class_, e.tense, e.aspect, e.polarity, e.modality, e.pos)
        for e in found
    ] == events_of(timeline)
    times = [e.time for e in timeline.events if e.time is not None]
    linked = [t for t in times if t.evidence and t.relation != "VAGUE"]
    assert document.annotations is not None
    assert len(document.annotations.links) == len(linked) + len(timeline.links) > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_over_our_own_annotations_says_the_same(
    timelines: dict[str, c.Timeline], name: str, tmp_path
) -> None:
    path = tmp_path / f"{name}.tml"
    path.write_bytes(write(timelines[name]))
    read_on = parse_date(answer(name)["read_on"])
    again = run(read_sources([str(path)]), Options(read_on, use_annotations=True))
    assert find_faults(write(again), OWN) == []
    assert events_of(again) == events_of(timelines[name])
    mine, theirs = (
        [tuple(getattr(x, field) for field in SAME) for x in t.expressions]
        for t in (timelines[name], again)
    )
    assert theirs == mine


@pytest.mark.parametrize("folder", ["timebank", "aquaint"])
def test_what_the_rules_find_in_the_corpora_is_read_back(folder: str, corpora) -> None:
    for source in read_sources([str(corpora / folder)]):
        assert isinstance(source, Document)
        date = parse_date(str(source.given_date))
        found = Annotated(
            replace(source, annotations=None),
            DocumentDate(date, "dct"),
            (),
            find_expressions(source.text, date),
            (),
            (),
        )
        timeline = make_timeline([found], provenance=PROVENANCE)
        xml = write(timeline)
        assert find_faults(xml, OWN) == [], source.source
        before, after = compared(timeline.expressions, read_back(xml), source.id)
        assert after == before, source.source


# Annotated documents of any kind -----------------------------------------------------------------

ANY = st.characters() | st.sampled_from(["]]>", "&", "<", "\r", "\x00", "\u202e", "\ud800", " a"])
TEXTS = st.lists(ANY, min_size=1, max_size=40).map("".join)
RELATIONS = ["IS_INCLUDED", "BEFORE", "AFTER", "BEGUN_BY", "VAGUE"]


@st.composite
def timelines_of_one(draw) -> c.Timeline:
    """A document of any text, with expressions, ranges and events anywhere in it."""
    text = draw(TEXTS.filter(lambda text: ILLEGAL.sub("", text).strip()))
    offsets = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(offsets, offsets), max_size=8, unique=True))
    spans = [(a, b) for a, b in drawn if a < b and text[a:b].strip() == text[a:b] != ""]
    expressions, local = [], []
    for start, end in spans:
        value = draw(VALUES)
        kind = to_timex3(value).type
        if draw(st.booleans()):
            value = Unresolved("needs the document's date <&>")
        found = TemporalExpression(
            id=f"t{start}-{end}",
            start=start,
            end=end,
            text=text[start:end],
            type=kind,
            expr=None,
            value=value,
            rule="made",
            anchor_id=draw(st.sampled_from([None, "t0", *local])),
        )
        local.append(found.id)
        expressions.append(found)
    if len(expressions) > 1:
        first, second = sorted(expressions[:2], key=lambda one: one.start)
        whole = Interval(parse_date("1914"), parse_date("1933"))
        expressions.append(
            replace(
                first,
                id="i0",
                end=max(first.end, second.end),
                type="INTERVAL",
                value=whole,
                ends=(first.id, second.id),
            )
        )
    events = [
        c.Event(
            id=f"d/e{start}-{end}", document="d", start=start, end=end, trigger=text[start:end],
            lemma="x", pos="NOUN", class_=draw(st.sampled_from(["OCCURRENCE", "STATE"])),
            tense="NONE", aspect="NONE", polarity="NEG", status="possible", title="x",
            modality=draw(st.sampled_from([None, "may"])), sentence=c.Span(start=start, end=end),
            locator=c.Locator(line=None, page=None), participants=(), places=(),
            attributed_to=None, confidence=None,
            time=draw(st.none() | st.builds(_time, st.sampled_from(["t0", *local, "t999"]),
                                            st.sampled_from(RELATIONS))),
        )
        for start, end in draw(st.lists(st.tuples(offsets, offsets), max_size=5, unique=True))
        if text[start:end].strip()
    ]  # fmt: skip
    date = draw(st.sampled_from([None, "2021-05-10", "-0043-03-15", "2021-05-10T08:00Z"]))
    return c.Timeline(
        provenance=PROVENANCE,
        documents=(
            c.Document(
                id="d", source="d.txt", title=draw(st.none() | TEXTS), language="en", text=text,
                warnings=(),
                date=c.DocumentDate(
                    value=date, basis=None, evidence=None, note=None, confidence=None,
                    alternatives=(),
                ),
            ),
        ),
        expressions=tuple(make_expression("d", text, x) for x in expressions),
        events=tuple(events),
        entries=(),
        undated=(),
        failures=(),
    )  # fmt: skip


def _time(name: str, relation: str) -> c.Time:
    open_ = c.Bounds(earliest=None, latest=None)
    words = c.Evidence(expression=f"d/{name}", text=None, start=None, end=None, note=None)
    return c.Time(
        value=None, edtf=None, shape="instant", begin=open_, end=open_, granularity="day",
        basis="expression", relation=relation, sieve="made", evidence=(words,), confidence=None,
    )  # fmt: skip


@given(timelines_of_one())
def test_any_chronology_is_good_timeml_and_read_back(timeline: c.Timeline) -> None:
    xml = write(timeline)
    assert find_faults(xml, OWN) == []
    document, source = read_back(xml), timeline.documents[0]
    assert document.text == ILLEGAL.sub("\ufffd", source.text)
    assert document.given_date == source.date.value
    assert document.annotations == annotate(source, timeline.expressions, timeline.events)
    # Of marks that cross, one is left out; all others come back as they were.
    before, after = compared(timeline.expressions, document, "d")
    kept = {row[:2] for row in after}
    by_place = (*SAME[:2], "type", "value", "mod", "quant", "freq", "reason")
    picked = [SAME.index(field) for field in by_place]
    rows = [
        [tuple(row[i] for i in picked) for row in side if row[3] != "INTERVAL" and row[:2] in kept]
        for side in (before, after)
    ]
    assert rows[1] == rows[0]


@pytest.mark.parametrize(
    "text", [*HOSTILE, "a ]]> b", "a\x00b & <c>", "x\ufffe\uffffy", "\U0001f600e\u0301"]
)
def test_hostile_words_keep_their_places(text: str) -> None:
    words = f"On {text} it rained"
    end = 3 + len(text)
    found = TemporalExpression("t3", 3, end, text, "DATE", None, parse_date("2021-05-03"), "made")
    document = Document("d", words, "d.txt", title=text)
    timeline = make_timeline(
        [Annotated(document, DocumentDate(None, None), (), (found,), (), ())],
        provenance=PROVENANCE,
    )
    xml = write(timeline)
    assert find_faults(xml, OWN) == []
    again = read_back(xml)
    assert again.text == ILLEGAL.sub("\ufffd", words)
    assert again.annotations is not None
    assert [(start, stop) for start, stop, _ in again.annotations.timexes] == [(3, end)]


def test_a_range_keeps_its_words() -> None:
    text = "It ran from 1914 to 1933, and it is closed."
    timeline = make_timeline(
        [Annotated(Document("d", text, "d.txt"), DocumentDate(None, None), (),
                   find_expressions(text), (), ())],
        provenance=PROVENANCE,
    )  # fmt: skip
    whole = next(x for x in timeline.expressions if x.type == "INTERVAL")
    assert (whole.text, whole.value) == ("from 1914 to 1933", "P20Y")
    again = next(x for x in given_expressions(read_back(write(timeline))) if x.type == "INTERVAL")
    assert again.text == whole.text
    assert isinstance(again.value, Interval)
    changed = msgspec.structs.replace(whole, ends=())
    others = [x for x in timeline.expressions if x.type != "INTERVAL"]
    alone = msgspec.structs.replace(timeline, expressions=(changed, *others))
    assert find_faults(write(alone), OWN) == []
    assert b'beginPoint="t4" endPoint="t5"' in write(alone)
