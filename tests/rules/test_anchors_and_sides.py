"""Ids of expressions and of what they count from; the side on which a bare date lies."""

import pytest
from rules.telling import told, values

from timeline import find_expressions
from timeline.annotation import DocumentDate
from timeline.rules import find_matches
from timeline.rules.cues import Aside, Cue
from timeline.rules.narrative import resolve_matches
from timeline.rules.timex import timex_of
from timeline.temporal.edtf import parse_date, to_edtf
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved


def test_the_documents_own_date_is_no_part_of_the_story() -> None:
    text = "Oslo, 12 May 2022. The next day he came."
    date = DocumentDate(parse_date("2022-05-12"), "dateline", "12 May 2022", 6, 17)
    found = resolve_matches(text, find_matches(text), date)
    assert values(found)["The next day"] == "needs a date told before it"


def test_an_interval_has_its_ends_and_their_ids() -> None:
    found = find_expressions("She ran it from 1914 to 1933.")
    whole = next(e for e in found if e.type == "INTERVAL")
    assert whole.id == f"i{whole.start}"
    ends = [e for e in found if e.id in whole.ends]
    assert [e.text for e in ends] == ["1914", "1933"]
    assert [e.id for e in ends] == list(whole.ends)


def test_words_at_the_very_start_do_not_take_the_documents_id() -> None:
    first, second = find_expressions("Yesterday it rained. Two days later it snowed.", "2022-01-10")
    assert (first.id, first.anchor_id, second.anchor_id) == ("t0-2", "t0", "t0-2")


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("He left two weeks ago.", "t0"),
        ("He came on 3 May 1968 and left two days later.", "t11"),
        ("He left on 3 May 1968.", None),
    ],
)
def test_the_anchor_is_named(text: str, anchor: str | None) -> None:
    assert find_expressions(text, "2022-01-10")[-1].anchor_id == anchor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks will resume in March.", "2023-03"),
        ("The talks ended in March.", "2022-03"),
        ("He arrived on Monday.", "2022-10-03"),
        ("He will arrive on Monday.", "2022-10-10"),
    ],
)
def test_without_a_parse_the_words_before_tell_the_side(text: str, value: str) -> None:
    assert [to_timex3(e.value).value for e in find_expressions(text, "2022-10-07")] == [value]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He announced the fair of November 11-12.", "2022-11-11/2022-11-12"),
        ("He arrived on September 11-12.", "2022-09-11/2022-09-12"),
        ("He arrived on January 11-12.", "2022-01-11/2022-01-12"),
    ],
)
def test_nobody_says_so_of_days_nearly_a_year_away(text: str, value: str) -> None:
    whole = next(e for e in find_expressions(text, "2022-10-07") if e.ends)
    assert not isinstance(whole.value, Unresolved) and to_edtf(whole.value) == value


def test_a_weekday_with_its_date_takes_the_nearest_year_that_it_fits() -> None:
    text = "They met on Saturday, April 25."
    assert told(text, "1998-04-20")["Saturday, April 25"] == "1998-04-25"
    assert told(text, "1999-01-20")["Saturday, April 25"] == "1998-04-25"


def test_the_weekend_is_as_near_as_a_weekday() -> None:
    text = "Over the weekend talks began."
    assert told(text, "1991-02-25")["the weekend"] == "1991-W08-WE"
    cues = {"the weekend": Cue("future")}
    assert told(text, "1991-02-25", cues)["the weekend"] == "1991-W09-WE"


def test_a_stretch_ahead_that_is_told_as_past_begins_where_the_story_is() -> None:
    text = "It was bought in July 1923. Over the next two years they built."
    cues = {"the next two years": Cue("past")}
    found = resolve_matches(
        text,
        find_matches(text),
        DocumentDate(None, None),
        (),
        lambda a, b: cues.get(text[a:b], Cue()),
    )
    stretch = found[-1]
    assert to_edtf(stretch.value) == "1923-07/1925-07"
    assert timex_of(stretch).value == "P2Y"


def test_months_are_counted_from_the_day_read_last_not_from_the_year_told() -> None:
    text = "It returned in 1986 but the bridge of 14 August 1999 cost much. {} it closed."
    aside = {"14 August 1999": Cue("past", aside=Aside.PASSING)}
    found = told(text.format("Two months later"), None, aside)
    assert found["Two months later"] == "1999-10"
    assert told(text.format("Two years later"), None, aside)["Two years later"] == "1988"


def test_a_weekday_after_one_that_lies_ahead_lies_ahead_too() -> None:
    cues = {"Monday": Cue(), "Tuesday": Cue()}
    text = "It comes into force on Monday in the north and Tuesday in the south."
    assert told(text, "2005-12-16", cues) == {"Monday": "2005-12-19", "Tuesday": "2005-12-20"}
    text = "It comes into force on Monday. On Tuesday it rains."
    assert told(text, "2005-12-16", cues) == {"Monday": "2005-12-19", "Tuesday": "2005-12-20"}
    text = "It comes into force on Monday. It was agreed on Tuesday."
    cues = {"Monday": Cue(), "Tuesday": Cue("past")}
    assert told(text, "2005-12-16", cues) == {"Monday": "2005-12-19", "Tuesday": "2005-12-13"}
    text = "It rained on Monday. On Tuesday it rains."
    cues = {"Monday": Cue("past"), "Tuesday": Cue()}
    assert told(text, "2005-12-16", cues)["Tuesday"] == "2005-12-13"


LED = Cue("past", aside=Aside.PASSING, ahead=True)
AHEAD = (
    # text, the words that come after what their clause tells, their value on 13 March 2024
    ("On 3 May 2019 he was arrested ahead of Sunday's vote.", "Sunday", "2019-05-05"),
    ("In June 2012 she trained for the August games.", "August", "2012-08"),
    ("In December 2012 she trained for the January games.", "January", "2013-01"),
    ("They won on Monday and warmed up for Tuesday's match.", "Tuesday", "2024-03-12"),
    ("They warmed up for Tuesday's match.", "Tuesday", "2024-03-19"),
    ("They won on Monday. They warmed up for Tuesday's match.", "Tuesday", "2024-03-19"),
    ("Ahead of the January vote, the party lost support.", "January", "2024-01"),
    ("Ahead of the June vote, the party lost support.", "June", "2024-06"),
)


@pytest.mark.parametrize(("text", "words", "value"), AHEAD, ids=[one[0] for one in AHEAD])
def test_what_stands_ahead_comes_after_what_is_told(text: str, words: str, value: str) -> None:
    assert told(text, "2024-03-13", {words: LED})[words] == value


def test_a_limit_set_in_the_story_is_of_the_story() -> None:
    text = "On 3 May 2019 it was adjourned until Tuesday."
    assert (
        told(text, "2024-03-13", {"Tuesday": Cue("future", ahead=True)})["Tuesday"] == "2019-05-07"
    )
    text = "On 3 May 2019 it was lost. It is on again on Tuesday."
    assert told(text, "2024-03-13", {"Tuesday": Cue("future")})["Tuesday"] == "2024-03-19"


@pytest.mark.parametrize(("basis", "value"), [("header", "2020-01-27"), ("dateline", "2020-02-03")])
def test_what_had_been_on_a_weekday_lies_behind_the_day_told(basis: str, value: str) -> None:
    text = "It failed on Tuesday, January 28. It had been left so on Monday."
    cues = {"Monday": Cue("past", aside=Aside.FLASHBACK)}
    assert told(text, "2020-02-04", cues, basis)["Monday"] == value


BACK, PASSING = Cue("past", aside=Aside.FLASHBACK), Cue("past", aside=Aside.PASSING)
DECADES = (
    # text, what its clause says of the decade, its value
    ("It was founded in 1985. It was sold in the nineties.", Cue("past"), "199"),
    ("It was restored in 1985. It had been built in the twenties.", BACK, "192"),
    ("It was restored in 1945. It had been built in the seventies.", BACK, "187"),
    ("She sold the house in 1945. Her aunt, who built it in the seventies, died.", PASSING, "187"),
    ("She was born in 1988. Her grandfather came to Larn in the twenties.", Cue("past"), "192"),
)


@pytest.mark.parametrize(("text", "cue", "value"), DECADES, ids=[one[0] for one in DECADES])
def test_a_decade_of_a_text_without_a_date(text: str, cue: Cue, value: str) -> None:
    words = text[text.index("the ", text.index("in the ")) :].split()[1].strip(".,")
    assert told(text, None, {f"the {words}": cue})[f"the {words}"] == value


YEAR_ENDS = (
    # text, document's date, the value of "year-end"
    ("Larn plc was founded in 1998. It had $4 million at year-end.", None, "1998"),
    ("Larn plc was founded in 1998. It had $4 million at year-end.", "2024-03-13", "2024"),
    ("Larn plc sank in 1998. It was gone by the end of the year.", "2024-03-13", "1998"),
    ("It had $4 million at year-end.", None, "needs a date told before it"),
)


@pytest.mark.parametrize(("text", "date", "value"), YEAR_ENDS)
def test_the_year_end_is_the_documents_where_it_has_a_date(
    text: str, date: str | None, value: str
) -> None:
    assert list(told(text, date).values())[-1] == value
