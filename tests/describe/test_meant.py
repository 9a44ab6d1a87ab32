"""Whom and what a title means: the names that stand for pronouns and for bare nouns."""

import pytest
from describe.described import TAGGER, described
from docs import make_doc

from timeline.describe import describe_events
from timeline.document import Block
from timeline.layers import set_source

# A name stands for a pronoun only where nothing speaks against it; what is meant where only one
# thing can be, and what a title is about where it names nobody: text, trigger, title
MEANT = [
    # A man's name, so it is not he.
    ("Carl Lind built the bridge. She left the town [on Friday].", "left",
     "She left the town"),
    # Rather the woman who was named before than a speaker who may be a man.
    ("Judith Marlow ran the trust. Prosecutor Imran Shah told the court that she bought a flat"
     " [in May].", "bought",
     "Prosecutor Imran Shah told the court that she bought a flat"),
    ("Judith Marlow told the court that she bought a flat [in May].", "bought",
     "Judith Marlow bought a flat"),
    # The company is no man of that name.
    ("Olav Brekke left Nordfar. Brekke had run the ferry line for years. Families sued the"
     " company [in May].", "sued",
     "Families sued the company"),
    # Nearer than the name is somebody without one.
    ("Ann Harrow led the office. An engineer found a leak. He wrote again [in May].", "wrote",
     "The engineer wrote again"),
    # Two may be meant.
    ("An engineer met a painter. He wrote again [in May].", "wrote",
     "He wrote again"),
    ("Norway raised its tolls. The country sold 470 ships [last year].", "sold",
     "Norway sold 470 ships"),
    # Two may be meant.
    ("Norway and Sweden raised their tolls. The country sold 470 ships [last year].", "sold",
     "The country sold 470 ships"),
    ("Norway met Sweden. The two countries signed a treaty [last year].", "signed",
     "Norway and Sweden signed a treaty"),
    ("Ann Harrow ran the Kestrel ferry terminal. Workers left the terminal [in May].", "left",
     "Workers left the Kestrel ferry terminal"),
    # Two may be meant.
    ("Ann Harrow ran the Kestrel ferry terminal and the Orl bus terminal. Workers left the"
     " terminal [in May].", "left",
     "Workers left the terminal"),
    # Before a colon a person would be the speaker.
    ("Jailed banker Carl Lind left prison. Carl Lind worked for a shipyard. The"
     " day-release regime will be suspended [in May].", "suspended",
     "The day-release regime will be suspended"),
    # Who speaks is told once.
    ('"It was a quiet week," waitress Maya Thorn told the paper. "We had no guests'
     ' [yesterday]," she added, pointing at the empty tables and at the long row of chairs'
     " in the old hall.", "had",
     '"We had no guests," waitress Maya Thorn added'),
    # An issue may be a whole statement.
    ("The council passed a budget that is a serious issue. Critics ignored the issue [in May].",
     "ignored", "Critics ignored the issue"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "title"), MEANT)
def test_whom_and_what_a_title_means(text: str, trigger: str, title: str) -> None:
    assert described(text)[trigger].title == title


def test_a_pronoun_between_two_names_stays() -> None:
    rows = [
        ("Ann", "NNP", "PROPN", "Ann", 1, "nsubj"),
        ("left", "VBD", "VERB", "leave", 1, "ROOT"),
        (".", ".", "PUNCT", ".", 1, "punct"),
        ("Eve", "NNP", "PROPN", "Eve", 4, "nsubj"),
        ("stayed", "VBD", "VERB", "stay", 4, "ROOT"),
        (".", ".", "PUNCT", ".", 4, "punct"),
        ("She", "PRP", "PRON", "she", 7, "nsubj"),
        ("slept", "VBD", "VERB", "sleep", 7, "ROOT"),
    ]
    people = ["PERSON", "-", "-", "PERSON", "-", "-", "-", "-"]
    doc = make_doc(rows, entities=people)
    titles = [event.title for event in describe_events(doc, TAGGER.predict(doc))]
    assert titles == ["Ann left", "Eve stayed", "She slept"]
    people[0] = "-"
    doc = make_doc(rows, entities=people)
    titles = [event.title for event in describe_events(doc, TAGGER.predict(doc))]
    assert titles[-1] == "Eve slept"


def test_it_is_the_body_that_the_sentence_before_was_about() -> None:
    rows = [
        ("The", "DT", "DET", "the", 1, "det"),
        ("firm", "NN", "NOUN", "firm", 2, "nsubj"),
        ("grew", "VBD", "VERB", "grow", 2, "ROOT"),
        (".", ".", "PUNCT", ".", 2, "punct"),
        ("It", "PRP", "PRON", "it", 5, "nsubj"),
        ("bought", "VBD", "VERB", "buy", 5, "ROOT"),
        ("mills", "NNS", "NOUN", "mill", 5, "dobj"),
        (".", ".", "PUNCT", ".", 5, "punct"),
    ]
    (_, bought) = describe_events(doc := make_doc(rows), TAGGER.predict(doc))
    assert bought.title == "The firm bought mills"
    rows[1] = ("flood", "NN", "NOUN", "flood", 2, "nsubj")
    (*_, bought) = describe_events(doc := make_doc(rows), TAGGER.predict(doc))
    assert bought.title == "It bought mills"


CRASHED = [
    ("The", "DT", "DET", "the", 1, "det"),
    ("pump", "NN", "NOUN", "pump", 2, "nsubj"),
    ("started", "VBD", "VERB", "start", 2, "ROOT"),
    (".", ".", "PUNCT", ".", 2, "punct"),
    ("It", "PRP", "PRON", "it", 5, "nsubj"),
    ("crashed", "VBD", "VERB", "crash", 5, "ROOT"),
    (".", ".", "PUNCT", ".", 5, "punct"),
]


def test_it_is_the_only_thing_of_the_sentence_before() -> None:
    (*_, crashed) = describe_events(doc := make_doc(CRASHED), TAGGER.predict(doc))
    assert crashed.title == "The pump crashed"


def test_it_stays_where_two_things_may_be_meant() -> None:
    rows = [*CRASHED[:3], ("the", "DT", "DET", "the", 4, "det"),
            ("engine", "NN", "NOUN", "engine", 2, "dobj"), CRASHED[3]]  # fmt: skip
    later = [(*row[:4], row[4] + 2, row[5]) for row in CRASHED[4:]]
    doc = make_doc([*rows, *later])
    titles = {event.text: event.title for event in describe_events(doc, TAGGER.predict(doc))}
    assert titles["crashed"] == "It crashed"


def test_who_was_born_is_a_person() -> None:
    rows = [
        ("Apollo", "NNP", "PROPN", "Apollo", 2, "nsubjpass"),
        ("was", "VBD", "AUX", "be", 2, "auxpass"),
        ("born", "VBN", "VERB", "bear", 2, "ROOT"),
        (".", ".", "PUNCT", ".", 2, "punct"),
        ("He", "PRP", "PRON", "he", 5, "nsubj"),
        ("died", "VBD", "VERB", "die", 5, "ROOT"),
    ]
    doc = make_doc(rows, entities=["ORG", "-", "-", "-", "-", "-"])
    (*_, died) = describe_events(doc, TAGGER.predict(doc))
    assert died.title == "Apollo died"


def test_the_only_person_of_a_text_is_meant_in_every_paragraph() -> None:
    rows = [
        ("Ann", "NNP", "PROPN", "Ann", 1, "nsubj"),
        ("left", "VBD", "VERB", "leave", 1, "ROOT"),
        (".", ".", "PUNCT", ".", 1, "punct"),
        ("She", "PRP", "PRON", "she", 4, "nsubj"),
        ("slept", "VBD", "VERB", "sleep", 4, "ROOT"),
    ]
    doc = make_doc(rows, entities=["PERSON", "-", "-", "-", "-"])
    second = doc[3].idx
    blocks = [Block(0, second, "paragraph"), Block(second, len(doc.text), "paragraph")]
    set_source(doc, None, blocks)
    titles = [event.title for event in describe_events(doc, TAGGER.predict(doc))]
    assert titles == ["Ann left", "Ann slept"]
