"""The verbs without a subject that open the sentences of a diary, and what only looks like one."""

import pytest
from docs import Row, make_doc

from timeline.annotation import DocumentDate, Passage
from timeline.components.diary import find_openers
from timeline.describe.parse import Parse
from timeline.temporal.values import day_of

LEFT: list[Row] = [
    ("Left", "NNP", "PROPN", "Left", 1, "compound"),
    ("Skardu", "NNP", "PROPN", "Skardu", 1, "ROOT"),
    ("at", "IN", "ADP", "at", 1, "prep"),
    ("dawn", "NN", "NOUN", "dawn", 2, "pobj"),
]
BANK: list[Row] = [
    ("Left", "JJ", "ADJ", "left", 1, "amod"),
    ("bank", "NN", "NOUN", "bank", 2, "nsubj"),
    ("flooded", "VBD", "VERB", "flood", 2, "ROOT"),
]
CAMPED: list[Row] = [
    ("Camped", "VBN", "VERB", "camp", 0, "ROOT"),
    ("at", "IN", "ADP", "at", 0, "prep"),
    ("Thurgon", "NNP", "PROPN", "Thurgon", 1, "pobj"),
]
WAS_CAMPED: list[Row] = [
    ("Camped", "VBN", "VERB", "camp", 0, "ROOT"),
    ("was", "VBD", "AUX", "be", 0, "auxpass"),
    ("he", "PRP", "PRON", "he", 0, "nsubjpass"),
]
RED: list[Row] = [
    ("Red", "NNP", "PROPN", "Red", 1, "compound"),
    ("sky", "NN", "NOUN", "sky", 1, "ROOT"),
]


@pytest.mark.parametrize(
    ("rows", "basis", "found"),
    [
        (LEFT, "day", [0]),
        (CAMPED, "day", [0]),
        (LEFT, "mail", []),
        (BANK, "day", []),
        (WAS_CAMPED, "day", []),
        (RED, "day", []),
    ],
)
def test_what_opens_a_sentence_of_a_diary(rows: list[Row], basis: str, found: list[int]) -> None:
    parse = Parse(make_doc(rows))
    passage = Passage(0, len(parse.text), DocumentDate(day_of(1934, 7, 14), basis))
    assert list(find_openers(parse, [passage])) == found
