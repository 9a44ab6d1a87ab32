"""Which mentions are one happening, and which never are."""

from dataclasses import replace

import pytest
from sieves.annotating import annotated
from sieves.rows import MORE, TABLES, TEXTS
from sieves.scenes import plain

from timeline.annotation import Annotated
from timeline.merge import merge_mentions, stem


def groups(found: Annotated) -> list[list[str]]:
    words = {e.id: e.text for e in found.events}
    return [[words[event] for event in group] for group in merge_mentions(found)]


def test_triggers_of_one_clause_are_one_happening() -> None:
    found = annotated(TABLES["contract"][2].text)
    assert groups(found) == [["strike", "began", "lasted"]]
    found = annotated(TABLES["attached"][0].text)
    happenings = [["Protests", "erupted"], ["escalating", "riots"], ["ransacked"]]
    assert groups(found) == happenings
    found = annotated(TABLES["clause"][2].text)
    assert groups(found) == [["held", "protest"], ["blocked"]]


def test_a_noun_goes_back_to_its_verb() -> None:
    assert groups(annotated(MORE[1])) == [["exploded", "explosion", "killed"]]


def test_what_came_of_a_happening_is_told_with_it() -> None:
    found = annotated(MORE[7])
    first, second = found.events
    titled = (
        replace(first, title="Rebels attacked the town"),
        replace(second, title="Rebels attacked the town, taking ten people", tense="PRESPART"),
    )
    assert groups(replace(found, events=titled)) == [["attacked", "taking"]]
    apart = [["attacked"], ["taking"]]
    for change in ({"tense": "PAST"}, {"status": "denied"}, {"title": "Rebels taking ten people"}):
        events = (titled[0], replace(titled[1], **change))  # type: ignore[arg-type]
        assert groups(replace(found, events=events)) == apart


def test_what_a_sentence_tells_twice_is_one_row() -> None:
    found = annotated(MORE[7])
    first, second = found.events
    titled = (
        replace(first, title="Rebels attacked a big town by taking ten people"),
        replace(second, title="Rebels attacked a town by taking ten people from its school"),
    )
    assert groups(replace(found, events=titled)) == [["attacked", "taking"]]
    apart = [["attacked"], ["taking"]]
    for change in (
        {"class_": "REPORTING"},
        {"status": "denied"},
        {"title": "Rebels took ten people from the school of a town"},
        {"title": "Rebels attacked"},
    ):
        events = (titled[0], replace(titled[1], **change))  # type: ignore[arg-type]
        assert groups(replace(found, events=events)) == apart


def test_a_noun_of_another_participant_does_not() -> None:
    found = annotated(MORE[1], exploded="the bomb", explosion="the gas main")
    assert ["exploded"] in groups(found)


def test_a_definite_noun_is_mentioned_again_and_a_report_is_not_what_it_reports() -> None:
    assert groups(annotated(MORE[0])) == [["killed"], ["attack", "attack"], ["shocked"], ["denied"]]
    assert groups(annotated(MORE[5])) == [["attacked"], ["said"]]


def test_what_was_done_by_a_day_is_not_one_time_that_it_was_done() -> None:
    found = annotated(MORE[8], sold="the firm")
    assert groups(found) == [["sold"], ["sold"]]
    first = found.anchors[0]
    same = tuple(replace(a, begin=first.begin, end=first.end) for a in found.anchors)
    assert groups(replace(found, anchors=same)) == [["sold", "sold"]]


def test_two_statements_are_two() -> None:
    assert groups(annotated(MORE[4])) == [["said"], ["said"]]


def test_a_denial_is_not_its_assertion() -> None:
    found = annotated(MORE[2])
    first, second = found.events
    apart = [["attack"], ["attacked"]]
    assert groups(found) == apart
    assert groups(replace(found, events=(replace(first, status="happened"), second))) == apart
    assert groups(replace(found, events=(replace(first, polarity="POS"), second))) == apart


# statuses of "exploded" and of "the explosion" after it, whether they are one
REALITIES = [
    ("happened", "happened", True),
    ("alleged", "happened", True),
    ("planned", "possible", True),
    ("planned", "happened", False),
    ("happened", "planned", False),
    ("denied", "happened", False),
    ("happened", "denied", False),
    ("planned", "denied", False),
    ("recurring", "alleged", False),
]


@pytest.mark.parametrize(("first", "second", "one"), REALITIES)
def test_a_plan_is_not_what_came_of_it(first: str, second: str, one: bool) -> None:
    found = annotated(MORE[1])
    statuses = {"exploded": first, "explosion": second}
    events = tuple(replace(e, status=statuses.get(e.text, e.status)) for e in found.events)
    made = groups(replace(found, events=events))
    assert any({"exploded", "explosion"} <= set(group) for group in made) is one


def test_with_two_candidates_nobody_knows_which_is_meant() -> None:
    found = annotated(MORE[3])
    assert groups(found) == [["Riots", "erupted"], ["Riots", "erupted"], ["riots"], ["ended"]]


@pytest.mark.parametrize("text", TEXTS, ids=plain)
def test_every_event_is_in_exactly_one_group(text: str) -> None:
    found = annotated(text)
    merged = [event for group in merge_mentions(found) for event in group]
    assert sorted(merged) == sorted(e.id for e in found.events)


STEMS = (
    ("explode", "explosion"),
    ("attack", "attack"),
    ("resign", "resignation"),
    ("collapse", "collapse"),
    ("bomb", "bombing"),
    ("agree", "agreement"),
    ("arrive", "arrival"),
    ("elect", "election"),
    ("invade", "invasion"),
)


@pytest.mark.parametrize(("verb", "noun"), STEMS)
def test_a_verb_and_its_noun_have_one_stem(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)


@pytest.mark.parametrize(("one", "other"), [("form", "forum"), ("vote", "void"), ("fire", "firm")])
def test_unlike_words_have_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)
