"""What only a date shows to be an event, and what a date does not."""

import pytest
from docs import make_doc, parsed

from timeline import find_expressions
from timeline.components.fragments import find_timed
from timeline.describe.parse import Parse

NOUNS = {"review": "OCCURRENCE", "replacement": "OCCURRENCE"}

# (name, sentence of parses.txt, its words known as events, {word: class})
CASES: list[tuple[str, str, set[str], dict[str, str]]] = [
    (
        "a participle that the parser took for an adjective heads a line of years",
        "1976 : Studied law",
        {"law"},
        {"Studied": "OCCURRENCE"},
    ),
    (
        "the noun of a dated line",
        "2021-05-15 : party",
        set(),
        {"party": "OCCURRENCE"},
    ),
    (
        "a line of a log without a noun",
        "2021-05-15 : All clear",
        set(),
        {"clear": "OCCURRENCE"},
    ),
    (
        "a longer line without a noun is prose gone wrong",
        "2021-05-15 : All of it clear",
        set(),
        {},
    ),
    (
        "a participle that labels a date",
        "Discharged : 2021-05-15",
        set(),
        {"Discharged": "OCCURRENCE"},
    ),
    (
        "what says when a document was made labels it too, and is none",
        "Dated : 2021-05-15",
        set(),
        {},
    ),
    (
        "what is to be done with an object by a day",
        "Renew certificates by 2021-05-15",
        set(),
        {"Renew": "OCCURRENCE"},
    ),
    (
        "an examination of a day, though the parser made a name of it",
        "Scan on 2021-05-15",
        set(),
        {"Scan": "OCCURRENCE"},
    ),
    (
        "a name of a day is none",
        "Smith on 2021-05-15",
        set(),
        {},
    ),
    (
        'a predicate adjective of time, behind "no later than"',
        "It is due later than 2021-05-15",
        set(),
        {"due": "STATE"},
    ),
    (
        "an order by its date",
        "ORDER of Hart dated 2021-05-15",
        {"dated"},
        {"ORDER": "OCCURRENCE"},
    ),
    (
        "an order that a sentence only names is dated by nothing",
        "ORDER cites one dated 2021-05-15",
        {"dated", "cites"},
        {},
    ),
    (
        "a line whose event is known needs no other",
        "2021-05-15 : party",
        {"party"},
        {},
    ),
    (
        "the noun that stands for the verb of its sentence",
        "Drinks on 3 May 2021",
        set(),
        {"Drinks": "OCCURRENCE"},
    ),
    (
        "what a line tells to do by a day",
        "Add alerts by 3 May 2021",
        set(),
        {"Add": "OCCURRENCE"},
    ),
    (
        "what a day is told of, where the copula says only how it was",
        "The swab on 3 May 2021 was clean",
        set(),
        {"swab": "OCCURRENCE"},
    ),
    (
        "a verb that the parser took for a noun",
        "She teaches and leaves on 3 May 2021",
        {"teaches"},
        {"leaves": "OCCURRENCE"},
    ),
    (
        "a state that a date is tied to by what is said of it",
        "Trains were back by 3 May 2021",
        set(),
        {"were": "STATE"},
    ),
    (
        "the outing, not the being, where the noun is a happening",
        "The outing was on 3 May 2021",
        {"outing"},
        {},
    ),
    (
        "a topic's date is no event: of, about",
        "Minutes of 3 May 2021",
        set(),
        {},
    ),
    (
        "what only bears a date",
        "Report date : May 2018",
        set(),
        {},
    ),
    (
        "an event noun before its date",
        "hip replacement May 2018",
        set(),
        {"replacement": "OCCURRENCE"},
    ),
    (
        "a verb that the model does not know",
        "They palpate on 3 May 2021",
        set(),
        {"palpate": "OCCURRENCE"},
    ),
    (
        "a verb that tells nothing by itself",
        "They have it on 3 May 2021",
        set(),
        {},
    ),
    (
        "the adjective of a copula",
        "It is due on 3 May 2021",
        set(),
        {"due": "STATE"},
    ),
    (
        "the copula itself",
        "She was mayor from May 1999",
        set(),
        {"was": "STATE"},
    ),
]


@pytest.mark.parametrize(
    ("sentence", "known", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_a_date_shows(sentence: str, known: set[str], expected: dict[str, str]) -> None:
    doc = parsed(sentence)
    triggers = dict.fromkeys(token.i for token in doc if token.text in known)
    found = find_timed(Parse(doc), find_expressions(doc.text), triggers, NOUNS)
    assert {doc[i].text: class_ for i, class_ in found.items()} == expected


def test_no_expression_no_event() -> None:
    doc = make_doc([("Drinks", "NNS", "NOUN", "drink", 0, "ROOT")])
    assert find_timed(Parse(doc), (), {}, NOUNS) == {}
