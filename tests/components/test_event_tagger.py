"""Triggers and their attributes, on parses without a model."""

import pytest
from docs import make_doc, parsed
from spacy.tokens import Doc

from timeline import layers
from timeline.annotation import Event
from timeline.components.event_tagger import EventTagger
from timeline.describe import describe_events

TAGGER = EventTagger()


def events_of(sentence: str) -> dict[str, Event]:
    return {event.text: event for event in TAGGER.predict(parsed(sentence))}


# sentence, its triggers in text order
TRIGGERS = [
    (
        "Protests erupted in several towns on [3 May], "
        "growing into riots with shops getting looted.",
        "Protests erupted growing riots looted",
    ),
    ("The minister said on [Monday] that the talks had failed.", "said talks failed"),
    ("The gangs attempted to seize weapons.", "attempted seize"),
    # Neither auxiliaries nor the copula without a date.
    ("Police could not have stopped the march.", "stopped march"),
    ('"The strike is over," said the union leader.', "strike said"),
    # The copula that a date hangs on is a state.
    ("He was mayor from [1999] to [2004].", "was mayor"),  # "mayor" is doubtful
    # A participle before its noun describes it.
    ("The planned merger collapsed.", "merger collapsed"),
    ("Stranded miners waited.", "waited"),
    ("The officer accused of taking bribes resigned.", "accused taking resigned"),
    # The building is no event.
    ("The attack on the army base killed four soldiers.", "attack killed"),
    ("The battle of Arden was fought in [1302].", "battle fought"),
]


@pytest.mark.parametrize(("sentence", "triggers"), TRIGGERS)
def test_triggers(sentence: str, triggers: str) -> None:
    assert " ".join(events_of(sentence)) == triggers


# sentence, trigger, class
CLASSES = [
    ("The minister said on [Monday] that the talks had failed.", "said", "REPORTING"),
    ("The minister said on [Monday] that the talks had failed.", "talks", "OCCURRENCE"),
    ("The strike began on [3 May] and lasted [nine days].", "began", "ASPECTUAL"),
    ("The gangs attempted to seize weapons.", "attempted", "I_ACTION"),
    ("The council plans to close two schools.", "plans", "I_STATE"),
    ("I saw the car at [10 pm].", "saw", "PERCEPTION"),
    ("He was mayor from [1999] to [2004].", "was", "STATE"),
]


@pytest.mark.parametrize(("sentence", "trigger", "class_"), CLASSES)
def test_class(sentence: str, trigger: str, class_: str) -> None:
    assert events_of(sentence)[trigger].class_ == class_


# sentence, trigger, tense, aspect, polarity, modality
GROUPS = [
    ("The bank was closed.", "closed", "PAST", "NONE", "POS", None),
    ("The firm will open a plant in Leeds next year.", "open", "FUTURE", "NONE", "POS", None),
    ("The talks may resume in [June].", "resume", "NONE", "NONE", "POS", "may"),
    ("Police could not have stopped the march.", "stopped", "NONE", "PERFECTIVE", "NEG", "could"),
    (
        "She has been negotiating with the bank since [2019].",
        "negotiating",
        "PRESENT",
        "PERFECTIVE_PROGRESSIVE",
        "POS",
        None,
    ),
    ("The minister said on [Monday] that the talks had failed.", "failed", "PAST", "PERFECTIVE",
     "POS", None),
    ("The gangs attempted to seize weapons.", "seize", "INFINITIVE", "NONE", "POS", None),
    ("The officer accused of taking bribes resigned.", "accused", "PASTPART", "NONE", "POS", None),
    ("The officer accused of taking bribes resigned.", "taking", "PRESPART", "NONE", "POS", None),
    # The second of two coordinated participles shares the auxiliary of the first.
    ("Two men were arrested and charged with fraud.", "charged", "PAST", "NONE", "POS", None),
    ("No one was injured in the crash.", "injured", "PAST", "NONE", "NEG", None),
    ("No one was injured in the crash.", "crash", "NONE", "NONE", "POS", None),
    ("A bomb was defused without injuring anyone.", "injuring", "PRESPART", "NONE", "NEG", None),
    ("The council plans to close two schools.", "plans", "PRESENT", "NONE", "POS", None),
    ("The works made nothing but shells.", "made", "PAST", "NONE", "POS", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "tense", "aspect", "polarity", "modality"), GROUPS)
def test_verb_group(
    sentence: str, trigger: str, tense: str, aspect: str, polarity: str, modality: str | None
) -> None:
    event = events_of(sentence)[trigger]
    found = (event.tense, event.aspect, event.polarity, event.modality)
    assert found == (tense, aspect, polarity, modality)


# sentence, trigger, status
STATUSES = [
    ("The bank was closed.", "closed", "happened"),
    ("The firm will open a plant in Leeds next year.", "open", "planned"),
    ("The council plans to close two schools.", "close", "planned"),
    ("The planned merger collapsed.", "merger", "denied"),
    ("The minister is to visit Oslo.", "visit", "planned"),
    ("The planned merger collapsed.", "collapsed", "happened"),
    ("The talks may resume in [June].", "resume", "possible"),
    ("If the vote passes, the mayor will resign.", "passes", "possible"),
    ("If the vote passes, the mayor will resign.", "resign", "possible"),
    ("The company failed to deliver the engines.", "deliver", "denied"),
    ("The company failed to deliver the engines.", "failed", "happened"),
    ("The ministry denied the attack.", "attack", "denied"),
    ("Police could not have stopped the march.", "stopped", "denied"),
    ("A bomb was defused without injuring anyone.", "injuring", "denied"),
    ("The suspect allegedly robbed a bank in Bonn.", "robbed", "alleged"),
    ("The officer accused of taking bribes resigned.", "taking", "alleged"),
    ("The trains usually leave at noon.", "leave", "recurring"),
    ("She has been negotiating with the bank since [2019].", "negotiating", "ongoing"),
]


@pytest.mark.parametrize(("sentence", "trigger", "status"), STATUSES)
def test_status(sentence: str, trigger: str, status: str) -> None:
    assert events_of(sentence)[trigger].status == status


# sentence, trigger, whose words it stands in
SPEAKERS = [
    ("The minister said on [Monday] that the talks had failed.", "failed", "The minister"),
    ("The talks had failed, the minister said.", "talks", "the minister"),
    ('"The strike is over," said the union leader.', "strike", "the union leader"),
    ("The minister said on [Monday] that the talks had failed.", "said", None),
    ("The bank was closed.", "closed", None),
]


@pytest.mark.parametrize(("sentence", "trigger", "speaker"), SPEAKERS)
def test_attribution(sentence: str, trigger: str, speaker: str | None) -> None:
    assert events_of(sentence)[trigger].attributed_to == speaker


# sentence, verb, the event that it only carries
CARRIERS = [
    ("Workers staged a protest outside the factory.", "staged", "protest"),
    ("Real fights took place in Lyon and other cities.", "took", "fights"),
    ("The strike began on [3 May] and lasted [nine days].", "began", "strike"),
    ("The battle of Arden was fought in [1302].", "fought", "battle"),
    ("The attack on the army base killed four soldiers.", "killed", None),
    ("The ministry denied the attack.", "denied", None),
]


@pytest.mark.parametrize(("sentence", "verb", "noun"), CARRIERS)
def test_carriers(sentence: str, verb: str, noun: str | None) -> None:
    events = events_of(sentence)
    assert events[verb].same_as == (events[noun].id if noun else None)


def test_offsets_and_ids() -> None:
    doc = parsed("The minister said on [Monday] that the talks had failed.")
    for event in TAGGER.predict(doc):
        assert doc.text[event.start : event.end] == event.text
        assert event.id == f"e{event.start}"
        assert event.sentence == (0, len(doc.text))


def test_names_and_dates_are_no_events() -> None:
    rows = [
        ("The", "DT", "DET", "the", 1, "det"),
        ("Strike", "NNP", "PROPN", "Strike", 2, "nsubj"),
        ("sold", "VBD", "VERB", "sell", 2, "ROOT"),
        ("it", "PRP", "PRON", "it", 2, "dobj"),
    ]
    named = make_doc(rows, entities=["-", "ORG", "-", "-"])
    unnamed = make_doc(rows, entities=["-", "-", "-", "-"])
    assert [event.text for event in TAGGER.predict(named)] == ["sold"]
    assert [event.text for event in TAGGER.predict(unnamed)] == ["Strike", "sold"]


def test_the_component_stores_what_it_predicts() -> None:
    doc = parsed("The bank was closed.")
    assert isinstance(TAGGER(doc), Doc)
    assert layers.get_events(doc) == describe_events(doc, TAGGER.predict(doc))
    assert layers.get_events(doc)[0].title == "The bank was closed"
    assert [span.text for span in doc.spans[layers.EVENTS]] == ["closed"]


def test_an_empty_doc_has_no_events() -> None:
    empty = Doc(parsed("The bank was closed.").vocab, words=[])
    assert TAGGER.predict(empty) == []
