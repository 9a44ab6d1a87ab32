"""Guards of the tagger and dates of the normalizer, on Docs without a model."""

from __future__ import annotations

from docs import Row, make_doc, parsed
from spacy.tokens import Doc

from timeline.annotation import DocumentDate
from timeline.components.timex_normalizer import TimexNormalizer
from timeline.components.timex_tagger import TimexTagger
from timeline.layers import get_expressions, get_matches, set_source
from timeline.rules import find_matches
from timeline.rules.match import Match
from timeline.temporal.edtf import parse_date
from timeline.temporal.expression import Partial
from timeline.temporal.timex3 import to_timex3


def words(doc: Doc) -> list[str]:
    return [doc.text[m.start : m.end] for m in TimexTagger().predict(doc)]


MAY_VERB: list[Row] = [
    ("It", "PRP", "PRON", "it", 2, "nsubj"),
    ("may", "MD", "AUX", "may", 2, "aux"),
    ("rain", "VB", "VERB", "rain", 2, "ROOT"),
    ("in", "IN", "ADP", "in", 2, "prep"),
    ("May", "NNP", "PROPN", "May", 3, "pobj"),
    (".", ".", "PUNCT", ".", 2, "punct"),
]
NAMED: list[Row] = [
    ("April", "NNP", "PROPN", "April", 1, "compound"),
    ("Jones", "NNP", "PROPN", "Jones", 2, "nsubj"),
    ("left", "VBD", "VERB", "leave", 2, "ROOT"),
    ("in", "IN", "ADP", "in", 2, "prep"),
    ("April", "NNP", "PROPN", "April", 3, "pobj"),
    (".", ".", "PUNCT", ".", 2, "punct"),
]


def test_a_modal_is_no_month() -> None:
    assert words(make_doc(MAY_VERB)) == ["May"]


def test_a_persons_name_is_no_month() -> None:
    assert words(make_doc(NAMED, entities=["PERSON", "PERSON", "-", "-", "DATE", "-"])) == ["April"]


def test_a_month_after_its_preposition_is_no_person() -> None:
    entities = ["PERSON", "PERSON", "-", "-", "PERSON", "-"]
    assert words(make_doc(NAMED, entities=entities)) == ["April"]


def test_what_no_rule_reads_goes_through_dateparser() -> None:
    rows: list[Row] = [
        ("Open", "VB", "VERB", "open", 0, "ROOT"),
        ("Mar.3.2021", "CD", "NUM", "Mar.3.2021", 0, "npadvmod"),
    ]
    doc = make_doc(rows, entities=["-", "DATE"])
    TimexTagger()(doc)
    expected = Match(5, 15, "dateparser", "DATE", Partial(2021, 3, 3), ("year", "month", "day"))
    assert get_matches(doc) == (expected,)
    assert find_matches(doc.text) == ()


def test_what_dateparser_only_guesses_is_left_alone() -> None:
    rows: list[Row] = [("Mar.3.2021", "CD", "NUM", "Mar.3.2021", 0, "ROOT")]
    assert TimexTagger().predict(make_doc(rows, entities=["CARDINAL"])) == ()
    rows = [("five", "CD", "NUM", "five", 0, "ROOT")]
    assert TimexTagger().predict(make_doc(rows, entities=["DATE"])) == ()


def test_tense_decides_the_side_of_a_weekday() -> None:
    got = []
    for sentence in ("She will leave on [Monday]", "She left on [Monday]"):
        doc = parsed(sentence)
        set_source(doc, DocumentDate(parse_date("2022-10-07"), "given"))
        TimexNormalizer()(TimexTagger()(doc))
        got += [to_timex3(e.value).value for e in get_expressions(doc)]  # type: ignore[arg-type]
    assert got == ["2022-10-10", "2022-10-03"]
