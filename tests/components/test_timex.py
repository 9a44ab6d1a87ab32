"""Guards of the tagger and cues of the normalizer, on Docs built by hand."""

from __future__ import annotations

import pytest
from docs import Row, make_doc
from spacy.tokens import Doc

from timeline.annotation import DocumentDate
from timeline.components.timex_normalizer import TimexNormalizer, find_cue
from timeline.components.timex_tagger import TimexTagger
from timeline.layers import get_expressions, get_matches, set_source
from timeline.rules import find_matches
from timeline.rules.cues import Cue
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


# (rows, index of the date, cue)
CUES: list[tuple[str, list[Row], int, Cue]] = [
    (
        "will leave on Monday",
        [
            ("She", "PRP", "PRON", "she", 2, "nsubj"),
            ("will", "MD", "AUX", "will", 2, "aux"),
            ("leave", "VB", "VERB", "leave", 2, "ROOT"),
            ("on", "IN", "ADP", "on", 2, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 3, "pobj"),
        ],
        4,
        Cue("future"),
    ),
    (
        "left on Monday",
        [
            ("She", "PRP", "PRON", "she", 1, "nsubj"),
            ("left", "VBD", "VERB", "leave", 1, "ROOT"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 2, "pobj"),
        ],
        3,
        Cue("past"),
    ),
    (
        "had left on Monday",
        [
            ("She", "PRP", "PRON", "she", 2, "nsubj"),
            ("had", "VBD", "AUX", "have", 2, "aux"),
            ("left", "VBN", "VERB", "leave", 2, "ROOT"),
            ("on", "IN", "ADP", "on", 2, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 3, "pobj"),
        ],
        4,
        Cue("past", flashback=True),
    ),
    (
        "said on Monday",
        [
            ("She", "PRP", "PRON", "she", 1, "nsubj"),
            ("said", "VBD", "VERB", "say", 1, "ROOT"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 2, "pobj"),
        ],
        3,
        Cue("past", reporting=True, scene=True),
    ),
    (
        "failed to close on Monday",
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("failed", "VBD", "VERB", "fail", 1, "ROOT"),
            ("to", "TO", "PART", "to", 3, "aux"),
            ("close", "VB", "VERB", "close", 1, "xcomp"),
            ("on", "IN", "ADP", "on", 3, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 4, "pobj"),
        ],
        5,
        Cue("past"),
    ),
    # What is reported stands first: an aside of the story.
    (
        "It closed, she said on Monday",
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("closed", "VBD", "VERB", "close", 4, "ccomp"),
            (",", ",", "PUNCT", ",", 4, "punct"),
            ("she", "PRP", "PRON", "she", 4, "nsubj"),
            ("said", "VBD", "VERB", "say", 4, "ROOT"),
            ("on", "IN", "ADP", "on", 4, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 5, "pobj"),
        ],
        6,
        Cue("past", reporting=True),
    ),
    (
        "the ramp that was installed in May fell",
        [
            ("ramp", "NN", "NOUN", "ramp", 6, "nsubj"),
            ("that", "WDT", "PRON", "that", 3, "nsubjpass"),
            ("was", "VBD", "AUX", "be", 3, "auxpass"),
            ("installed", "VBN", "VERB", "install", 0, "relcl"),
            ("in", "IN", "ADP", "in", 3, "prep"),
            ("May", "NNP", "PROPN", "May", 4, "pobj"),
            ("fell", "VBD", "VERB", "fall", 6, "ROOT"),
        ],
        5,
        Cue("past", background=True),
    ),
    # An attribute is told in passing; what a plan is about may lie behind.
    (
        "will sell it under a June agreement",
        [
            ("will", "MD", "AUX", "will", 1, "aux"),
            ("sell", "VB", "VERB", "sell", 1, "ROOT"),
            ("it", "PRP", "PRON", "it", 1, "dobj"),
            ("under", "IN", "ADP", "under", 1, "prep"),
            ("a", "DT", "DET", "a", 6, "det"),
            ("June", "NNP", "PROPN", "June", 6, "compound"),
            ("agreement", "NN", "NOUN", "agreement", 3, "pobj"),
        ],
        5,
        Cue("near", background=True),
    ),
    (
        "postponed it until Tuesday",
        [
            ("They", "PRP", "PRON", "they", 1, "nsubj"),
            ("postponed", "VBD", "VERB", "postpone", 1, "ROOT"),
            ("it", "PRP", "PRON", "it", 1, "dobj"),
            ("until", "IN", "ADP", "until", 1, "prep"),
            ("Tuesday", "NNP", "PROPN", "Tuesday", 3, "pobj"),
        ],
        4,
        Cue("future"),
    ),
    (
        "postponed it on Tuesday",
        [
            ("They", "PRP", "PRON", "they", 1, "nsubj"),
            ("postponed", "VBD", "VERB", "postpone", 1, "ROOT"),
            ("it", "PRP", "PRON", "it", 1, "dobj"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("Tuesday", "NNP", "PROPN", "Tuesday", 3, "pobj"),
        ],
        4,
        Cue("past"),
    ),
    (
        "declared a dividend payable January",
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("declared", "VBD", "VERB", "declare", 1, "ROOT"),
            ("a", "DT", "DET", "a", 3, "det"),
            ("dividend", "NN", "NOUN", "dividend", 1, "dobj"),
            ("payable", "JJ", "ADJ", "payable", 3, "amod"),
            ("January", "NNP", "PROPN", "January", 4, "npadvmod"),
        ],
        5,
        Cue("future", reporting=True),
    ),
    (
        "could not be reached Wednesday",
        [
            ("He", "PRP", "PRON", "he", 4, "nsubjpass"),
            ("could", "MD", "AUX", "could", 4, "aux"),
            ("not", "RB", "PART", "not", 4, "neg"),
            ("be", "VB", "AUX", "be", 4, "auxpass"),
            ("reached", "VBN", "VERB", "reach", 4, "ROOT"),
            ("Wednesday", "NNP", "PROPN", "Wednesday", 4, "npadvmod"),
        ],
        5,
        Cue("near"),
    ),
    (
        "schedule it for Monday",
        [
            ("Schedule", "VB", "VERB", "schedule", 0, "ROOT"),
            ("it", "PRP", "PRON", "it", 0, "dobj"),
            ("for", "IN", "ADP", "for", 0, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 2, "pobj"),
        ],
        3,
        Cue("future"),
    ),
    (
        "a record high set in August",
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("neared", "VBD", "VERB", "near", 1, "ROOT"),
            ("a", "DT", "DET", "a", 3, "det"),
            ("high", "NN", "NOUN", "high", 1, "dobj"),
            ("set", "VBN", "VERB", "set", 3, "acl"),
            ("in", "IN", "ADP", "in", 4, "prep"),
            ("August", "NNP", "PROPN", "August", 5, "pobj"),
        ],
        6,
        Cue("past", background=True),
    ),
    (
        "although she was nominated in 1921, she stayed",
        [
            ("although", "IN", "SCONJ", "although", 3, "mark"),
            ("she", "PRP", "PRON", "she", 3, "nsubjpass"),
            ("was", "VBD", "AUX", "be", 3, "auxpass"),
            ("nominated", "VBN", "VERB", "nominate", 7, "advcl"),
            ("in", "IN", "ADP", "in", 3, "prep"),
            ("1921", "CD", "NUM", "1921", 4, "pobj"),
            ("she", "PRP", "PRON", "she", 7, "nsubj"),
            ("stayed", "VBD", "VERB", "stay", 7, "ROOT"),
        ],
        5,
        Cue("past"),
    ),
    (
        "it is the worst fire since 2017",
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("is", "VBZ", "AUX", "be", 1, "ROOT"),
            ("the", "DT", "DET", "the", 4, "det"),
            ("worst", "JJS", "ADJ", "bad", 4, "amod"),
            ("fire", "NN", "NOUN", "fire", 1, "attr"),
            ("since", "IN", "SCONJ", "since", 1, "prep"),
            ("2017", "CD", "NUM", "2017", 5, "pobj"),
        ],
        6,
        Cue("near", background=True),
    ),
    (
        "was told to leave by Monday",
        [
            ("She", "PRP", "PRON", "she", 2, "nsubjpass"),
            ("was", "VBD", "AUX", "be", 2, "auxpass"),
            ("told", "VBD", "VERB", "tell", 2, "ROOT"),
            ("to", "TO", "PART", "to", 4, "aux"),
            ("leave", "VB", "VERB", "leave", 2, "xcomp"),
            ("by", "IN", "ADP", "by", 4, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 5, "pobj"),
        ],
        6,
        Cue("near"),
    ),
    (
        "plans to leave on Monday",
        [
            ("She", "PRP", "PRON", "she", 1, "nsubj"),
            ("hopes", "VBZ", "VERB", "hope", 1, "ROOT"),
            ("to", "TO", "PART", "to", 3, "aux"),
            ("leave", "VB", "VERB", "leave", 1, "xcomp"),
            ("on", "IN", "ADP", "on", 3, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 4, "pobj"),
        ],
        5,
        Cue("future"),
    ),
    (
        "blood count to be repeated in August",
        [
            ("count", "NN", "NOUN", "count", 0, "ROOT"),
            ("to", "TO", "PART", "to", 3, "aux"),
            ("be", "VB", "AUX", "be", 3, "auxpass"),
            ("repeated", "VBN", "VERB", "repeat", 0, "relcl"),
            ("in", "IN", "ADP", "in", 3, "prep"),
            ("August", "NNP", "PROPN", "August", 4, "pobj"),
        ],
        5,
        Cue("future", background=True),
    ),
    (
        "will act until a successor is named in June",
        [
            ("He", "PRP", "PRON", "he", 2, "nsubj"),
            ("will", "MD", "AUX", "will", 2, "aux"),
            ("act", "VB", "VERB", "act", 2, "ROOT"),
            ("until", "IN", "SCONJ", "until", 7, "mark"),
            ("a", "DT", "DET", "a", 5, "det"),
            ("successor", "NN", "NOUN", "successor", 7, "nsubjpass"),
            ("is", "VBZ", "AUX", "be", 7, "auxpass"),
            ("named", "VBN", "VERB", "name", 2, "advcl"),
            ("in", "IN", "ADP", "in", 7, "prep"),
            ("June", "NNP", "PROPN", "June", 8, "pobj"),
        ],
        9,
        Cue("future"),
    ),
    (
        "acted until a successor was named in June",
        [
            ("He", "PRP", "PRON", "he", 1, "nsubj"),
            ("acted", "VBD", "VERB", "act", 1, "ROOT"),
            ("until", "IN", "SCONJ", "until", 6, "mark"),
            ("a", "DT", "DET", "a", 4, "det"),
            ("successor", "NN", "NOUN", "successor", 6, "nsubjpass"),
            ("was", "VBD", "AUX", "be", 6, "auxpass"),
            ("named", "VBN", "VERB", "name", 1, "advcl"),
            ("in", "IN", "ADP", "in", 6, "prep"),
            ("June", "NNP", "PROPN", "June", 7, "pobj"),
        ],
        8,
        Cue("past"),
    ),
    (
        "declared war on Monday",
        [
            ("They", "PRP", "PRON", "they", 1, "nsubj"),
            ("declared", "VBD", "VERB", "declare", 1, "ROOT"),
            ("war", "NN", "NOUN", "war", 1, "dobj"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("Monday", "NNP", "PROPN", "Monday", 3, "pobj"),
        ],
        4,
        Cue("past"),
    ),
]


@pytest.mark.parametrize(("rows", "at", "cue"), [row[1:] for row in CUES], ids=[r[0] for r in CUES])
def test_cues(rows: list[Row], at: int, cue: Cue) -> None:
    assert find_cue(make_doc(rows)[at]) == cue


def test_tense_decides_the_side_of_a_weekday() -> None:
    got = []
    for rows in (CUES[0][1], CUES[1][1]):
        doc = make_doc(rows)
        set_source(doc, DocumentDate(parse_date("2022-10-07"), "given"))
        TimexNormalizer()(TimexTagger()(doc))
        got += [to_timex3(e.value).value for e in get_expressions(doc)]  # type: ignore[arg-type]
    assert got == ["2022-10-10", "2022-10-03"]
