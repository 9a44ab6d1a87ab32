"""What dated events give to the story that goes on from them, over the whole pipeline."""

import pytest

from timeline import extract
from timeline.document import Document
from timeline.pipeline import Options, load

STORIES = (
    # The next day follows the day that was counted from an event.
    (
        "The mine exploded on 14 June 2019. The alarms failed two days before the explosion. "
        "The next day a man complained.",
        {"two days": "2019-06-12", "The next day": "2019-06-13"},
    ),
    # What looks like "before an event" is the main clause itself.
    (
        '"Salt Songs" was heard in 1947. The year before he had married the violinist Ada Rice.',
        {"The year": "1946"},
    ),
    # Days after an operation, and of a stay, whose first is that of the admission.
    (
        "She was admitted on 2 March 2021. He had a hernia in 2016. She underwent a femoral "
        "bypass on 8 March 2021. On day 3 post-op she had a fever. The drain was removed on "
        "post-operative day 5. On hospital day 4 she fell.",
        {
            "day 3 post-op": "2021-03-11",
            "post-operative day 5": "2021-03-13",
            "hospital day 4": "2021-03-05",
        },
    ),
    (
        "She came in on 21 August 2023. She was admitted shortly after midnight. "
        "On hospital day 2 she fell.",
        {"hospital day 2": "2023-08-23"},
    ),
    # "The next day" goes on from the day told last, not from a year told of since.
    (
        "He was admitted on 2 March 2021. He had fallen ill in 2016. He had stopped smoking in "
        "1999. A scan the next day was clear.",
        {"the next day": "2021-03-03"},
    ),
    # The nth day of what goes on counts from its begin.
    (
        "The siege began on 14 June 1897. On the third day of the siege the tower fell.",
        {"the third day": "1897-06-16"},
    ),
    # Bombs are a raid.
    (
        "In 1940 the works was hit by three bombs. Two years after the raid she got a medal.",
        {"Two years": "1942"},
    ),
    # A meeting that is known by its month has the one day that is told of it there.
    (
        "The minutes of the meeting of 11 April 2020 were signed. The pump was replaced the day "
        "after the April meeting.",
        {"the day": "2020-04-12"},
    ),
    # An event that nothing dates: the words say so, and the story does not go on from them.
    (
        "He left on 3 May 2019. She wept two days after the funeral. The next day it rained.",
        {"The next day": "2019-05-04"},
    ),
)


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[s[0] for s in STORIES])
def test_story(text: str, expected: dict[str, str]) -> None:
    document = Document(id="d", text=text, source="d")
    annotated = load(Options()).annotate(document)
    values = {e.text: e.value for e in annotated.expressions}
    got = {}
    for words in expected:
        value = values[words]
        fields = (value.year, value.month, value.day)
        got[words] = "-".join(f"{field:02}" for field in fields if field is not None)
    assert got == expected


def test_again_is_a_second_happening_with_its_own_date() -> None:
    text = "The council rejected the request in 2018 and again last year."
    found = extract(text, date="2021-06-18")
    assert [(e.title, e.time.begin.earliest) for e in found.entries] == [
        ("The council rejected the request", "2018-01-01"),
        ("The council rejected the request again", "2020-01-01"),
    ]


def test_two_dates_of_one_verb_are_two_happenings() -> None:
    found = extract("In 1912 and 1914 Dressler measured it. She won the race on 3 and 7 May 1903.")
    assert [(e.title, e.time.begin.earliest) for e in found.entries][:2] == [
        ("She won the race", "1903-05-03"),
        ("She won the race", "1903-05-07"),
    ]
    assert [e.time.edtf for e in found.entries][2:] == ["1912", "1914"]
    found = extract("The dam broke in March 1903 and in May 1905.")
    assert [e.time.edtf for e in found.entries] == ["1903-03", "1905-05"]
    # One range, one thing that did not happen, two nouns, a clause without its verb.
    for text in (
        "She won the race between 1903 and 1905.",
        "She did not win the race in 1903 and 1905.",
        "The floods of 1903 and 1905 were bad.",
        "They found a tooth in 1903, and in 1905 a walkway.",
    ):
        assert all(event.trigger != "and" for event in extract(text).events), text


def test_a_clause_without_its_verb_does_not_move_the_verb_before() -> None:
    found = extract("The diggers found a tooth in 2012, and the following year a walkway.")
    assert [e.time.edtf for e in found.entries] == ["2012"]


def test_what_is_counted_back_has_its_own_date_and_not_the_one_it_counts_from() -> None:
    found = extract("On 2 May 1945, six days before the capitulation, someone cut the cable.")
    assert sorted(entry.time.edtf for entry in found.entries) == ["1945-05-02", "1945-05-08"]


def test_what_has_gone_on_for_a_time_began_that_long_ago() -> None:
    found = extract("She has been taking bisoprolol for five years.", date="2022-03-14")
    time = found.entries[0].time
    assert (time.begin.earliest, time.begin.latest) == ("2017-01-01", "2017-12-31")
    assert (time.end.earliest, time.end.latest) == ("2022-03-14", None)
    assert extract("She had taken bisoprolol for five years.", date="2022-03-14").entries == ()


def test_a_first_name_stands_for_who_was_named_in_full() -> None:
    story = "Anna Lind spoke to workers on Friday.\n\nThe mine lost.\n\nAnna promised new jobs."
    found = extract(f"OSLO, Jan. 10, 2022 (AP) - {story}")
    (event,) = (event for event in found.events if event.trigger == "promised")
    assert (event.time.sieve, event.time.begin.earliest) == ("agent", "2022-01-07")
