"""The component around the sieves: what it needs is on the Doc, what it finds goes there too."""

from sieves.rows import TABLES
from sieves.scenes import date_of, doc_of, read
from spacy.tokens import Doc

from timeline import layers
from timeline.components.event_anchorer import EventAnchorer
from timeline.document import Block
from timeline.temporal.values import day_of

STRIKE = TABLES["contract"][2].text


def prepared() -> Doc:
    text, events, expressions = read(STRIKE)
    doc = doc_of(text)
    layers.set_source(doc, date_of("2022-01-10"), [Block(0, len(text), "paragraph")])
    layers.set_expressions(doc, expressions)
    layers.set_events(doc, events)
    return doc


def test_it_stores_what_it_predicts() -> None:
    doc = prepared()
    dated = EventAnchorer().predict(doc)
    anchors, undated = dated.anchors, dated.undated
    assert layers.get_anchors(doc) == ()  # predicting sets nothing
    assert EventAnchorer()(doc) is doc
    assert layers.get_anchors(doc) == anchors
    assert layers.get_undated(doc) == undated
    assert [a.part_of for a in anchors] == [None, "e4", "e4"]


def test_what_it_stores_survives_bytes() -> None:
    doc = EventAnchorer()(prepared())
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert layers.get_anchors(again) == layers.get_anchors(doc) != ()


def test_a_doc_without_anything_has_no_anchors() -> None:
    doc = EventAnchorer()(doc_of(read(STRIKE)[0]))
    assert (layers.get_anchors(doc), layers.get_undated(doc)) == ((), ())


def test_it_stores_what_events_give_a_date_to() -> None:
    text = (
        "A [blast] on {14 June 2019=2019-06-14} [killed] 29 men. The valve had been [switched] "
        "off {two days=2d} before the [explosion]."
    )
    plain, events, expressions = read(text)
    doc = doc_of(plain)
    layers.set_source(doc, date_of("2022-01-10"), [Block(0, len(plain), "paragraph")])
    layers.set_expressions(doc, expressions)
    layers.set_events(doc, events)
    counted = layers.get_expressions(EventAnchorer()(doc))[1]
    blast = events[0].id
    assert (counted.text, counted.anchor_id) == ("two days", blast)
    assert counted.value == day_of(2019, 6, 12)
    assert [span.text for span in doc.spans["timexes"]] == ["14 June 2019", "two days"]
