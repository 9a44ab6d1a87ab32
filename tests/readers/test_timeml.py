"""TimeML is read and written without loss; XML that could harm is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.document import Document, GivenAnnotations, GivenLink
from timeline.readers import Failure, read_sources
from timeline.readers.timeml import read, sniff, write_timeml
from timeline.readers.timeml_xml import Mark, build_timeml, fit_marks, mark_up, split_crossing

SAMPLE = """\
<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>harbour 7</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-05-10" functionInDocument="CREATION_TIME">10 May 2021</TIMEX3></DCT>
<TITLE>Mole &amp; pier</TITLE>
<EXTRAINFO>not <EVENT eid="e99" class="STATE">ours</EVENT></EXTRAINFO>
<TEXT>
The board <EVENT eid="e1" class="OCCURRENCE">met</EVENT> <SIGNAL sid="s1">on</SIGNAL> <TIMEX3 tid="t1" type="DATE" value="2021-05-03" anchorTimeID="t0" temporalFunction="true">the <EVENT eid="e2" class="STATE">third</EVENT></TIMEX3> &lt;of&gt; May&#x2014;<b>late</b>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB" odd="&quot;1&quot;"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<SLINK lid="l2" relType="MODAL" eventInstanceID="ei1" subordinatedEventInstance="ei2"/>
<ALINK lid="l3" relType="INITIATES" eventInstanceID="ei1" relatedToEventInstance="ei2"/>
</TimeML>
"""  # noqa: E501


def read_one(xml: str | bytes) -> Document:
    (document,) = read(xml if isinstance(xml, bytes) else xml.encode(), "x.tml")
    assert isinstance(document, Document), document
    return document


def the_failure(xml: str | bytes) -> str:
    (failure,) = read(xml if isinstance(xml, bytes) else xml.encode(), "x.tml")
    assert isinstance(failure, Failure), failure
    assert failure.source == "x.tml"
    return failure.reason


def test_what_is_read() -> None:
    document = read_one(SAMPLE)
    assert document.text == "\nThe board met on the third <of> May—late.\n"
    assert (document.id, document.title) == ("harbour 7", "Mole & pier")
    assert (document.given_date, document.given_basis) == ("2021-05-10", "dct")
    given_ = document.annotations
    assert given_ is not None
    quoted = [
        [(document.text[start:end], attributes[0]) for start, end, attributes in group]
        for group in (given_.timexes, given_.events, given_.signals)
    ]
    assert quoted == [
        [("the third", ("tid", "t1"))],
        [("met", ("eid", "e1")), ("third", ("eid", "e2"))],
        [("on", ("sid", "s1"))],
    ]
    assert dict(given_.timexes[0][2])["anchorTimeID"] == "t0"
    assert [dict(i)["odd"] for i in given_.instances] == ['"1"']
    assert [link.kind for link in given_.links] == ["TLINK", "SLINK", "ALINK"]
    assert dict(given_.dct)["value"] == "2021-05-10"
    assert given_.dct_text == "10 May 2021"


def same(document: Document, again: Document) -> bool:
    # The annotations do not count in the comparison of documents.
    return document == again and document.annotations == again.annotations


def test_what_is_written_is_read_again() -> None:
    document = read_one(SAMPLE)
    written = write_timeml(document)
    assert same(read_one(written), document)
    assert write_timeml(read_one(written)) == written


def test_the_order_of_the_links_is_kept() -> None:
    document = read_one(SAMPLE)
    assert document.annotations is not None
    backwards = replace(document.annotations, links=document.annotations.links[::-1])
    document = replace(document, annotations=backwards)
    assert same(read_one(write_timeml(document)), document)


@pytest.mark.parametrize(("folder", "count"), [("timebank", 174), ("aquaint", 73)])
def test_the_corpora_lose_nothing(folder: str, count: int, corpora: Path) -> None:
    documents = list(read_sources([str(corpora / folder)]))
    assert len(documents) == count
    for document in documents:
        assert isinstance(document, Document), document
        again = read_one(write_timeml(document).encode())
        assert same(replace(again, source=document.source), document), document.source
        assert document.annotations is not None
        assert document.annotations.events
        assert document.given_date


def test_a_text_without_annotations_is_written_with_its_date() -> None:
    document = Document("a", "He left.", "a.txt", title=None, given_date="2021-05-10")
    again = read_one(write_timeml(document))
    assert (again.text, again.given_date, again.given_basis) == ("He left.", "2021-05-10", "dct")


def test_what_xml_cannot_hold_is_replaced_in_place() -> None:
    document = Document("a\x00", "a\x01b\ufffec\rd]]>\t", "a.txt", title="<&>\x0b")
    again = read_one(write_timeml(document))
    assert again.text == "a\ufffdb\ufffdc\rd]]>\t"
    assert again.title == "<&>\ufffd"


def test_sentences_do_not_run_together() -> None:
    document = read_one('<TimeML><TEXT><s id="1">3 May</s><s id="2">He left .</s></TEXT></TimeML>')
    assert document.text == "3 May\nHe left ."


def test_a_timex_beside_the_text_stands_empty_at_its_end() -> None:
    document = read_one(
        '<TimeML><TEXT>He left.</TEXT><TIMEX3 tid="t9" type="DATE" value="2021"/></TimeML>'
    )
    assert document.annotations is not None
    assert document.annotations.timexes == (
        (8, 8, (("tid", "t9"), ("type", "DATE"), ("value", "2021"))),
    )
    assert same(read_one(write_timeml(document)), document)


@pytest.mark.parametrize(
    ("dct", "date"),
    [
        ('<DCT><TIMEX3 tid="t0" value="2021-05-10">10/5</TIMEX3></DCT>', "2021-05-10"),
        ("<DCT>May 10, 2021</DCT>", "May 10, 2021"),
        ("<DCT/>", None),
        ("", None),
    ],
)
def test_the_date(dct: str, date: str | None) -> None:
    document = read_one(f"<TimeML>{dct}<TEXT>He left.</TEXT></TimeML>")
    assert (document.given_date, document.given_basis) == (date, "dct" if date else None)
    assert read_one(write_timeml(document)).given_date == date


def test_a_creation_time_in_the_text_is_the_date_where_there_is_no_dct() -> None:
    timex = '<TIMEX3 tid="t3" value="2021-05-10" functionInDocument="CREATION_TIME">10/5</TIMEX3>'
    assert read_one(f"<TimeML><TEXT>He left. {timex}</TEXT></TimeML>").given_date == "2021-05-10"
    other = f"<TimeML><DCT>May 9</DCT><TEXT>He left. {timex}</TEXT></TimeML>"
    assert read_one(other).given_date == "May 9"


DECLARED = '<?xml version="1.0" encoding="{}"?><TimeML><TEXT>café</TEXT></TimeML>'


@pytest.mark.parametrize(
    ("xml", "warnings"),
    [
        (DECLARED.format("UTF-8").encode(), ()),
        (b"\xef\xbb\xbf" + DECLARED.format("UTF-8").encode(), ()),
        (DECLARED.format("iso-8859-1").encode("latin-1"), ()),
        (DECLARED.format("UTF-16").encode("utf-16"), ()),
        (("\r\n" + DECLARED.format("UTF-8")).encode(), ()),
        (DECLARED.format("windows-1252").encode("cp1252"), ()),
        (DECLARED.format("UTF-8").encode("cp1252"), ("not valid UTF-8; read as Windows-1252",)),
        (DECLARED.format("klingon").encode(), ()),
    ],
)
def test_encodings(xml: bytes, warnings: tuple[str, ...]) -> None:
    document = read_one(xml)
    assert (document.text, document.warnings) == ("café", warnings)


LAUGHS = '<!DOCTYPE TimeML [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><TimeML><TEXT>&b;</TEXT></TimeML>'
OUTSIDE = (
    '<!DOCTYPE TimeML [<!ENTITY x SYSTEM "file:///etc/hostname">]><TimeML><TEXT>&x;</TEXT></TimeML>'
)
DTD = "this XML declares a document type (DTD), which is not read"


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (LAUGHS, DTD),
        (OUTSIDE, DTD),
        ('<!DOCTYPE TimeML SYSTEM "TimeML.dtd"><TimeML><TEXT>a</TEXT></TimeML>', DTD),
        ("<rss><item/></rss>", "this is XML, but not TimeML: its first element is <rss>"),
        ("<TimeML><TEXT>a</TimeML>", "this is not well-formed XML: mismatched tag in line 1"),
        (
            "<TimeML>\n<TEXT>&nbsp;</TEXT>",
            "this is not well-formed XML: undefined entity in line 2",
        ),
        ("He left.", "this is not well-formed XML: syntax error in line 1"),
        ("<TimeML><TEXT> \n</TEXT></TimeML>", "the TEXT element of this TimeML is empty"),
        ("<TimeML><P>He left.</P></TimeML>", "the TEXT element of this TimeML is missing"),
    ],
)
def test_what_is_refused(xml: str, reason: str) -> None:
    assert the_failure(xml) == reason


def test_deep_nesting_does_not_break_the_reader() -> None:
    depth = 50_000
    document = read_one(f"<TimeML><TEXT>{'<b>' * depth}x{'</b>' * depth}</TEXT></TimeML>")
    assert document.text == "x"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (SAMPLE.encode()[:90], True),
        (b"<!-- note --><TimeML>", True),
        (b"\xef\xbb\xbf<TimeML>", True),
        (b"He wrote <TimeML>", False),
        (b"<rss>", False),
    ],
)
def test_sniff(head: bytes, expected: bool) -> None:
    assert sniff(head) is expected


ROWS = [
    ("nothing", "ab", [], "ab"),
    ("one", "ab", [Mark(0, 1, "X")], "<X>a</X>b"),
    ("equal: the first outside", "ab", [Mark(0, 2, "X"), Mark(0, 2, "Y")], "<X><Y>ab</Y></X>"),
    ("one start", "ab", [Mark(0, 1, "Y"), Mark(0, 2, "X")], "<X><Y>a</Y>b</X>"),
    ("nested", "abc", [Mark(1, 2, "Y"), Mark(0, 3, "X")], "<X>a<Y>b</Y>c</X>"),
    ("side by side", "ab", [Mark(1, 2, "Y"), Mark(0, 1, "X")], "<X>a</X><Y>b</Y>"),
    ("empty", "ab", [Mark(1, 1, "E"), Mark(0, 1, "X"), Mark(1, 2, "Y")], "<X>a</X><E/><Y>b</Y>"),
    ("empty, at the end", "ab", [Mark(2, 2, "E"), Mark(0, 2, "X")], "<X>ab</X><E/>"),
    ("escaped", "<&>", [Mark(1, 2, "X", (("a", '"\n'),))], '&lt;<X a="&quot;&#10;">&amp;</X>&gt;'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "marks", "xml"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_mark_up(text: str, marks: list[Mark], xml: str) -> None:
    assert mark_up(text, marks) == xml


def test_marks_that_cross_are_told_apart_and_refused() -> None:
    marks = [Mark(0, 2, "X"), Mark(1, 3, "Y"), Mark(2, 3, "Z")]
    assert split_crossing(marks) == ((marks[0], marks[2]), (marks[1],))
    with pytest.raises(ValueError, match="Y at 1 to 3 crosses"):
        mark_up("abc", marks)


WORDS = st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip)
VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t<&\"'"))


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text that XML can hold, and marks over it that do not cross."""
    text = draw(WORDS.filter(lambda t: mark_up(t, []).find("\ufffd") < 0))
    offsets = st.integers(0, len(text))
    spans = draw(
        st.lists(st.tuples(offsets, offsets, st.sampled_from(["TIMEX3", "EVENT"]), VALUES))
    )
    marks = [Mark(min(a, b), max(a, b), name, (("v", value),)) for a, b, name, value in spans]
    return text, list(split_crossing(marks)[0])


@given(annotated())
def test_any_annotation_survives(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    marks = [m for m in marks if "\ufffd" not in mark_up("", [Mark(0, 0, "X", m.attributes)])]
    xml = build_timeml(doc_id="a", text=text, marks=marks, after=[("TLINK", (("lid", "l1"),))])
    document = read_one(xml)
    assert document.text == text
    found = document.annotations
    assert found is not None
    for name, group in (("TIMEX3", found.timexes), ("EVENT", found.events)):
        assert sorted(group) == sorted(
            (m.start, m.end, m.attributes) for m in marks if m.name == name
        )
    assert found.links == (GivenLink("TLINK", (("lid", "l1"),)),)
    assert found.dct == GivenAnnotations().dct
    assert same(read_one(write_timeml(document)), document)


@pytest.mark.parametrize(
    ("times", "event", "fits"),
    [
        ((2, 5), (0, 3), False),
        ((2, 5), (4, 6), False),
        ((2, 5), (0, 6), True),
        ((2, 5), (3, 4), True),
        ((2, 5), (0, 2), True),
        ((2, 5), (5, 6), True),
        ((2, 5), (2, 6), True),
        ((2, 5), (1, 5), True),
    ],
)
def test_an_event_fits_beside_within_or_around_a_time(
    times: tuple[int, int], event: tuple[int, int], fits: bool
) -> None:
    time, other = Mark(*times, "TIMEX3"), Mark(*event, "EVENT")
    assert fit_marks([time], [other]) == ((time, other) if fits else (time,))
