"""TimeML of our own annotations, read back by our reader."""

import io
import re
from xml.etree import ElementTree

import msgspec
import pytest
from chronologies import HOSTILE, Maker, instant, interval, make_mixed, make_news

from timeline import chronology
from timeline.document import Document
from timeline.errors import OptionError
from timeline.exporters import FORMATS, Layout
from timeline.readers import read_sources

# Written apart from the code's own list: what a screen may never get.
STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def write(timeline: chronology.Timeline) -> str:
    stream = io.StringIO()
    FORMATS["timeml"].write(timeline, stream, Layout())
    return stream.getvalue()


def read(text: str) -> Document:
    (document,) = read_sources(["-"], format="timeml", stdin=io.BytesIO(text.encode()))
    assert isinstance(document, Document), document
    return document


def test_what_is_written_is_read_back() -> None:
    made = make_news()
    document = read(write(made))
    assert document.text == made.documents[0].text
    assert document.given_date == "2022-01-10"
    given = document.annotations
    assert [(start, end, dict(a)["tid"]) for start, end, a in given.timexes] == [
        (x.start, x.end, f"t{n}") for n, x in enumerate(made.expressions, 1)
    ]
    assert [(start, end, dict(a)["class"]) for start, end, a in given.events] == [
        (e.start, e.end, "OCCURRENCE") for e in made.events
    ]
    assert [dict(a)["eiid"] for a in given.instances] == ["ei1", "ei2", "ei3", "ei4"]
    assert [dict(link.attributes) for link in given.links] == [
        {
            "lid": f"l{n}",
            "relType": "IS_INCLUDED",
            "eventInstanceID": f"ei{n}",
            "relatedToTime": f"t{n}",
        }
        for n in (1, 2, 3)
    ]


def test_values_and_chains() -> None:
    made = Maker()
    name = made.document("d", "2022-01-10T08:00Z")
    first = made.expression(name, "3 May", value="2021-05-03", anchor_id="d/t0", mod="START")
    made.expression(name, "two days later", value="2021-05-05", anchor_id=first.expression)
    made.expression(name, "some day", reason="nothing to count from")
    root = ElementTree.fromstring(write(made.make()))
    assert root.find("DCT/TIMEX3").attrib["type"] == "TIME"
    made.expression(name, "weekly", type="SET", value="P1W", quant="EVERY", freq="2X")
    root = ElementTree.fromstring(write(made.make()))
    one, two, three, four = (x.attrib for x in root.find("TEXT").iter("TIMEX3"))
    assert (one["value"], one["anchorTimeID"], one["mod"]) == ("2021-05-03", "t0", "START")
    assert (two["anchorTimeID"], two["temporalFunction"]) == ("t1", "true")
    assert (three["value"], three["temporalFunction"]) == ("XXXX-XX-XX", "true")
    assert three["comment"] == "unresolved: nothing to count from"
    assert (four["quant"], four["freq"]) == ("EVERY", "2X")


def test_an_interval_is_a_duration_between_its_ends() -> None:
    made = Maker()
    name = made.document("d")
    ends = [made.expression(name, text, value=text).expression for text in ("1914", "1933")]
    whole = made.expression(name, "from 1914 to 1933", type="INTERVAL", ends=tuple(ends))
    made.event(
        name,
        "She directed an institute",
        interval(("1914-01-01",) * 2, ("1933-12-31",) * 2, evidence=(whole,)),
    )
    root = ElementTree.fromstring(write(made.make()))
    first, second, beside = root.find("TEXT").iter("TIMEX3")
    assert [first.text, second.text, beside.text] == ["1914", "1933", None]
    beside = beside.attrib
    assert (beside["type"], beside["beginPoint"], beside["endPoint"]) == ("DURATION", "t1", "t2")
    assert root.find("TLINK").attrib["relatedToTime"] == beside["tid"]


def test_a_stretch_has_its_ends() -> None:
    made = Maker()
    name = made.document("d", "2024-03-05")
    made.expression(
        name,
        "the past two weeks",
        type="DURATION",
        value="P2W",
        edtf="2024-02-19/2024-03-05",
        anchor_id="d/t0",
    )
    root = ElementTree.fromstring(write(made.make()))
    begin, whole = (x.attrib for x in root.find("TEXT").iter("TIMEX3"))
    assert (begin["value"], begin["anchorTimeID"]) == ("2024-02-19", whole["tid"])
    assert (whole["value"], whole["beginPoint"], whole["endPoint"]) == ("P2W", begin["tid"], "t0")


def test_no_link_where_nothing_is_known() -> None:
    made = Maker()
    name = made.document("d")
    words = made.expression(name, "then", reason="no date")
    made.event(name, "It rained", instant(None, None, evidence=(words,), relation="VAGUE"))
    made.event(name, "It snowed", None)
    root = ElementTree.fromstring(write(made.make()))
    assert root.find("TLINK") is None
    assert len(root.findall("MAKEINSTANCE")) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    made = Maker()
    name = made.document("d", title=text)
    made.entry(name, text, instant("2022-01-02", "2022-01-02"), text)
    written = write(made.make())
    assert not STEERING.search(written.replace("\n", "").replace("\t", "").replace("\r", ""))
    marked = ElementTree.fromstring(written).find("TEXT/EVENT")
    assert len("".join(marked.itertext())) == len(text)
    if text.isprintable():
        assert marked.text == text


def test_a_mark_that_crosses_is_left_out() -> None:
    made = make_news()
    event = made.events[0]
    moved = msgspec.structs.replace(event, start=event.start - 3, end=event.start + 2)
    root = ElementTree.fromstring(
        write(msgspec.structs.replace(made, events=(moved, *made.events[1:])))
    )
    assert len(root.findall("MAKEINSTANCE")) == len(root.findall("TEXT/EVENT")) == 3
    assert "".join(root.find("TEXT").itertext()) == made.documents[0].text


def test_a_time_that_crosses_another_has_no_link() -> None:
    made = make_news()
    first = made.expressions[0]
    across = msgspec.structs.replace(first, id="wire/t1", start=first.start - 2, end=first.end - 1)
    changed = msgspec.structs.replace(made, expressions=(across, *made.expressions))
    root = ElementTree.fromstring(write(changed))
    tids = {x.attrib["tid"] for x in root.iter("TIMEX3")}
    assert "t1" in tids
    assert "t2" not in tids
    assert {x.attrib["relatedToTime"] for x in root.iter("TLINK")} <= tids
    assert (
        len(root.findall("TLINK")) == len(ElementTree.fromstring(write(made)).findall("TLINK")) - 1
    )


def test_one_document_only() -> None:
    with pytest.raises(OptionError, match="one document, not 3"):
        write(make_mixed())
    made = make_mixed()
    for document in made.documents:
        written = write(chronology.of_document(made, document.id))
        assert read(written).text == document.text
