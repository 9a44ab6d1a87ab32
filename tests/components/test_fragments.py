"""What only a date shows to be an event, and what a date does not."""

import pytest
from docs import Row, make_doc

from timeline import find_expressions
from timeline.components.fragments import find_timed
from timeline.describe.parse import Parse

NOUNS = {"review": "OCCURRENCE", "replacement": "OCCURRENCE"}

# (name, rows, tokens known as events, {word: class})
CASES: list[tuple[str, list[Row], set[int], dict[str, str]]] = [
    (
        "a participle that the parser took for an adjective heads a line of years",
        [
            ("1976", "CD", "NUM", "1976", 3, "nummod"),
            (":", ":", "PUNCT", ":", 3, "punct"),
            ("Studied", "JJ", "ADJ", "studied", 3, "amod"),
            ("law", "NN", "NOUN", "law", 3, "ROOT"),
        ],
        {3},
        {"Studied": "OCCURRENCE"},
    ),
    (
        "the noun of a dated line",
        [
            ("2021-05-15", "CD", "NUM", "2021-05-15", 2, "nummod"),
            (":", ":", "PUNCT", ":", 2, "punct"),
            ("party", "NN", "NOUN", "party", 2, "ROOT"),
        ],
        set(),
        {"party": "OCCURRENCE"},
    ),
    (
        "a line of a log without a noun",
        [
            ("2021-05-15", "CD", "NUM", "2021-05-15", 3, "nummod"),
            (":", ":", "PUNCT", ":", 3, "punct"),
            ("All", "DT", "ADV", "all", 3, "advmod"),
            ("clear", "JJ", "ADJ", "clear", 3, "ROOT"),
        ],
        set(),
        {"clear": "OCCURRENCE"},
    ),
    (
        "a longer line without a noun is prose gone wrong",
        [
            ("2021-05-15", "CD", "NUM", "2021-05-15", 5, "nummod"),
            (":", ":", "PUNCT", ":", 5, "punct"),
            ("All", "DT", "ADV", "all", 5, "advmod"),
            ("of", "IN", "ADP", "of", 2, "prep"),
            ("it", "PRP", "PRON", "it", 3, "pobj"),
            ("clear", "JJ", "ADJ", "clear", 5, "ROOT"),
        ],
        set(),
        {},
    ),
    (
        "a participle that labels a date",
        [
            ("Discharged", "NNP", "PROPN", "Discharged", 0, "ROOT"),
            (":", ":", "PUNCT", ":", 0, "punct"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 0, "nummod"),
        ],
        set(),
        {"Discharged": "OCCURRENCE"},
    ),
    (
        "what says when a document was made labels it too, and is none",
        [
            ("Dated", "NNP", "PROPN", "Dated", 0, "ROOT"),
            (":", ":", "PUNCT", ":", 0, "punct"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 0, "nummod"),
        ],
        set(),
        {},
    ),
    (
        "what is to be done with an object by a day",
        [
            ("Renew", "VB", "VERB", "renew", 0, "ROOT"),
            ("certificates", "NNS", "NOUN", "certificate", 0, "dobj"),
            ("by", "IN", "ADP", "by", 1, "prep"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 2, "pobj"),
        ],
        set(),
        {"Renew": "OCCURRENCE"},
    ),
    (
        "an examination of a day, though the parser made a name of it",
        [
            ("Scan", "NNP", "PROPN", "scan", 0, "ROOT"),
            ("on", "IN", "ADP", "on", 0, "prep"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 1, "pobj"),
        ],
        set(),
        {"Scan": "OCCURRENCE"},
    ),
    (
        "a name of a day is none",
        [
            ("Smith", "NNP", "PROPN", "Smith", 0, "ROOT"),
            ("on", "IN", "ADP", "on", 0, "prep"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 1, "pobj"),
        ],
        set(),
        {},
    ),
    (
        'a predicate adjective of time, behind "no later than"',
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("is", "VBZ", "AUX", "be", 1, "ROOT"),
            ("due", "JJ", "ADJ", "due", 1, "acomp"),
            ("later", "RB", "ADV", "later", 2, "advmod"),
            ("than", "IN", "ADP", "than", 3, "prep"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 4, "pobj"),
        ],
        set(),
        {"due": "STATE"},
    ),
    (
        "an order by its date",
        [
            ("ORDER", "NNP", "PROPN", "ORDER", 0, "ROOT"),
            ("of", "IN", "ADP", "of", 0, "prep"),
            ("Hart", "NNP", "PROPN", "Hart", 1, "pobj"),
            ("dated", "VBN", "VERB", "date", 0, "acl"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 3, "npadvmod"),
        ],
        {3},
        {"ORDER": "OCCURRENCE"},
    ),
    (
        "an order that a sentence only names is dated by nothing",
        [
            ("ORDER", "NNP", "PROPN", "ORDER", 1, "nsubj"),
            ("cites", "VBZ", "VERB", "cite", 1, "ROOT"),
            ("one", "CD", "NUM", "one", 1, "dobj"),
            ("dated", "VBN", "VERB", "date", 2, "acl"),
            ("2021-05-15", "CD", "NUM", "2021-05-15", 3, "npadvmod"),
        ],
        {1, 3},
        {},
    ),
    (
        "a line whose event is known needs no other",
        [
            ("2021-05-15", "CD", "NUM", "2021-05-15", 2, "nummod"),
            (":", ":", "PUNCT", ":", 2, "punct"),
            ("party", "NN", "NOUN", "party", 2, "ROOT"),
        ],
        {2},
        {},
    ),
    (
        "the noun that stands for the verb of its sentence",
        [
            ("Drinks", "NNS", "NOUN", "drink", 0, "ROOT"),
            ("on", "IN", "ADP", "on", 0, "prep"),
            ("3", "CD", "NUM", "3", 3, "nummod"),
            ("May", "NNP", "PROPN", "May", 1, "pobj"),
            ("2021", "CD", "NUM", "2021", 3, "nummod"),
        ],
        set(),
        {"Drinks": "OCCURRENCE"},
    ),
    (
        "what a line tells to do by a day",
        [
            ("Add", "VB", "VERB", "add", 0, "ROOT"),
            ("alerts", "NNS", "NOUN", "alert", 0, "dobj"),
            ("by", "IN", "ADP", "by", 0, "prep"),
            ("3", "CD", "NUM", "3", 4, "nummod"),
            ("May", "NNP", "PROPN", "May", 2, "pobj"),
            ("2021", "CD", "NUM", "2021", 4, "nummod"),
        ],
        set(),
        {"Add": "OCCURRENCE"},
    ),
    (
        "what a day is told of, where the copula says only how it was",
        [
            ("The", "DT", "DET", "the", 1, "det"),
            ("swab", "NN", "NOUN", "swab", 6, "nsubj"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("3", "CD", "NUM", "3", 4, "nummod"),
            ("May", "NNP", "PROPN", "May", 2, "pobj"),
            ("2021", "CD", "NUM", "2021", 4, "nummod"),
            ("was", "VBD", "AUX", "be", 6, "ROOT"),
            ("clean", "JJ", "ADJ", "clean", 6, "acomp"),
        ],
        set(),
        {"swab": "OCCURRENCE"},
    ),
    (
        "a verb that the parser took for a noun",
        [
            ("She", "PRP", "PRON", "she", 1, "nsubj"),
            ("teaches", "VBZ", "VERB", "teach", 1, "ROOT"),
            ("and", "CC", "CCONJ", "and", 1, "cc"),
            ("leaves", "NNS", "NOUN", "leaf", 1, "conj"),
            ("on", "IN", "ADP", "on", 3, "prep"),
            ("3", "CD", "NUM", "3", 6, "nummod"),
            ("May", "NNP", "PROPN", "May", 4, "pobj"),
            ("2021", "CD", "NUM", "2021", 6, "nummod"),
        ],
        {1},
        {"leaves": "OCCURRENCE"},
    ),
    (
        "a state that a date is tied to by what is said of it",
        [
            ("Trains", "NNS", "NOUN", "train", 1, "nsubj"),
            ("were", "VBD", "AUX", "be", 1, "ROOT"),
            ("back", "RB", "ADV", "back", 1, "advmod"),
            ("by", "IN", "ADP", "by", 2, "prep"),
            ("3", "CD", "NUM", "3", 5, "nummod"),
            ("May", "NNP", "PROPN", "May", 3, "pobj"),
            ("2021", "CD", "NUM", "2021", 5, "nummod"),
        ],
        set(),
        {"were": "STATE"},
    ),
    (
        "the outing, not the being, where the noun is a happening",
        [
            ("The", "DT", "DET", "the", 1, "det"),
            ("outing", "NN", "NOUN", "outing", 2, "nsubj"),
            ("was", "VBD", "AUX", "be", 2, "ROOT"),
            ("on", "IN", "ADP", "on", 2, "prep"),
            ("3", "CD", "NUM", "3", 5, "nummod"),
            ("May", "NNP", "PROPN", "May", 3, "pobj"),
            ("2021", "CD", "NUM", "2021", 5, "nummod"),
        ],
        {1},
        {},
    ),
    (
        "a topic's date is no event: of, about",
        [
            ("Minutes", "NNS", "NOUN", "minute", 0, "ROOT"),
            ("of", "IN", "ADP", "of", 0, "prep"),
            ("3", "CD", "NUM", "3", 3, "nummod"),
            ("May", "NNP", "PROPN", "May", 1, "pobj"),
            ("2021", "CD", "NUM", "2021", 3, "nummod"),
        ],
        set(),
        {},
    ),
    (
        "what only bears a date",
        [
            ("Report", "NN", "NOUN", "report", 1, "compound"),
            ("date", "NN", "NOUN", "date", 1, "ROOT"),
            (":", ":", "PUNCT", ":", 1, "punct"),
            ("May", "NNP", "PROPN", "May", 1, "npadvmod"),
            ("2018", "CD", "NUM", "2018", 3, "nummod"),
        ],
        set(),
        {},
    ),
    (
        "an event noun before its date",
        [
            ("hip", "NN", "NOUN", "hip", 1, "compound"),
            ("replacement", "NN", "NOUN", "replacement", 1, "ROOT"),
            ("May", "NNP", "PROPN", "May", 1, "npadvmod"),
            ("2018", "CD", "NUM", "2018", 2, "nummod"),
        ],
        set(),
        {"replacement": "OCCURRENCE"},
    ),
    (
        "a verb that the model does not know",
        [
            ("They", "PRP", "PRON", "they", 1, "nsubj"),
            ("palpate", "VBP", "VERB", "palpate", 1, "ROOT"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("3", "CD", "NUM", "3", 4, "nummod"),
            ("May", "NNP", "PROPN", "May", 2, "pobj"),
            ("2021", "CD", "NUM", "2021", 4, "nummod"),
        ],
        set(),
        {"palpate": "OCCURRENCE"},
    ),
    (
        "a verb that tells nothing by itself",
        [
            ("They", "PRP", "PRON", "they", 1, "nsubj"),
            ("have", "VBP", "VERB", "have", 1, "ROOT"),
            ("it", "PRP", "PRON", "it", 1, "dobj"),
            ("on", "IN", "ADP", "on", 1, "prep"),
            ("3", "CD", "NUM", "3", 5, "nummod"),
            ("May", "NNP", "PROPN", "May", 3, "pobj"),
            ("2021", "CD", "NUM", "2021", 5, "nummod"),
        ],
        set(),
        {},
    ),
    (
        "the adjective of a copula",
        [
            ("It", "PRP", "PRON", "it", 1, "nsubj"),
            ("is", "VBZ", "AUX", "be", 1, "ROOT"),
            ("due", "JJ", "ADJ", "due", 1, "acomp"),
            ("on", "IN", "ADP", "on", 2, "prep"),
            ("3", "CD", "NUM", "3", 5, "nummod"),
            ("May", "NNP", "PROPN", "May", 3, "pobj"),
            ("2021", "CD", "NUM", "2021", 5, "nummod"),
        ],
        set(),
        {"due": "STATE"},
    ),
    (
        "the copula itself",
        [
            ("She", "PRP", "PRON", "she", 1, "nsubj"),
            ("was", "VBD", "AUX", "be", 1, "ROOT"),
            ("mayor", "NN", "NOUN", "mayor", 1, "attr"),
            ("from", "IN", "ADP", "from", 1, "prep"),
            ("May", "NNP", "PROPN", "May", 3, "pobj"),
            ("1999", "CD", "NUM", "1999", 4, "nummod"),
        ],
        set(),
        {"was": "STATE"},
    ),
]


@pytest.mark.parametrize(
    ("rows", "known", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_a_date_shows(rows: list[Row], known: set[int], expected: dict[str, str]) -> None:
    doc = make_doc(rows)
    found = find_timed(Parse(doc), find_expressions(doc.text), dict.fromkeys(known), NOUNS)
    assert {doc[i].text: class_ for i, class_ in found.items()} == expected


def test_no_expression_no_event() -> None:
    doc = make_doc([("Drinks", "NNS", "NOUN", "drink", 0, "ROOT")])
    assert find_timed(Parse(doc), (), {}, NOUNS) == {}
