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


def test_what_has_gone_on_for_a_time_began_that_long_ago() -> None:
    found = extract("She has been taking bisoprolol for five years.", date="2022-03-14")
    time = found.entries[0].time
    assert (time.begin.earliest, time.begin.latest) == ("2017-01-01", "2017-12-31")
    assert (time.end.earliest, time.end.latest) == ("2022-03-14", None)
    assert extract("She had taken bisoprolol for five years.", date="2022-03-14").entries == ()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("less than two weeks ago", "2010-06-02", "2010-06-16"),
        ("under a month ago", "2010-05-16", "2010-06-16"),
        ("nearly two years ago", "2008-01-01", "2008-12-31"),  # about then
    ],
)
def test_less_than_so_long_ago_is_all_the_time_since(words: str, first: str, last: str) -> None:
    found = extract(f"The phone came out {words}.", date="2010-06-16")
    time = found.entries[0].time
    assert (time.begin.earliest, time.end.latest) == (first, last)


def test_a_first_name_stands_for_who_was_named_in_full() -> None:
    story = "Anna Lind spoke to workers on Friday.\n\nThe mine lost.\n\nAnna promised new jobs."
    found = extract(f"OSLO, Jan. 10, 2022 (AP) - {story}")
    (event,) = (event for event in found.events if event.trigger == "promised")
    assert (event.time.sieve, event.time.begin.earliest) == ("agent", "2022-01-07")
