"""A date that the user or the source gives, the day a file was made, and what is no date."""

from dataclasses import replace

import pytest
from dating.finding import BODY, READING, document, shown

from timeline.dating import find_document_date
from timeline.errors import OptionError
from timeline.temporal.arithmetic import iso

GIVEN = [
    ("2022-01-10", "2022-01-10"),
    ("2022-01", "2022-01"),
    ("2022", "2022"),
    ("2022-01-10T18:30", "2022-01-10T18:30"),
    (" 2022-01-10 ", "2022-01-10"),
    ("20220110", "2022-01-10"),
    ("10 January 2022", "2022-01-10"),
]


@pytest.mark.parametrize(("words", "expected"), GIVEN)
def test_the_given_date_wins_over_everything(words: str, expected: str) -> None:
    text = "LONDON, June 5, 2019 (Newswire) - It rained." + BODY
    source = replace(document(text, "2018-01-01.txt"), given_date="2017-01-01", given_basis="dct")
    found = find_document_date(source, given=words, reading_date=READING)
    assert (shown(found), found.basis, found.text) == (expected, "given", words)


@pytest.mark.parametrize(
    "words",
    ["31/31/2020", "2022-13-01", "2022-02-30", "soon", "", "999999999999", "Monday", "x" * 500],
)
def test_a_given_date_that_is_none_is_an_error_with_a_hint(words: str) -> None:
    with pytest.raises(OptionError) as caught:
        find_document_date(document("Text."), given=words, reading_date=READING)
    assert caught.value.hint and "2022-01-10" in caught.value.hint


@pytest.mark.parametrize(
    ("words", "basis", "expected"),
    [
        ("1998-01-08", "dct", "1998-01-08"),
        ("1998-01-08T18:30", "dct", "1998-01-08T18:30"),
        ("1998-02-13T14:26:00", "dct", "1998-02-13T14:26:00"),
        ("19980108", "dct", "1998-01-08"),
        ("2024-05", "field", "2024-05"),
        ("6 May 2024", "field", "2024-05-06"),
    ],
)
def test_the_field_of_the_source_wins_over_the_text(words: str, basis: str, expected: str) -> None:
    text = "LONDON, June 5, 2019 (Newswire) - It rained." + BODY
    found = find_document_date(
        replace(document(text), given_date=words, given_basis=basis), reading_date=READING
    )
    assert (shown(found), found.basis, found.start) == (expected, basis, None)


def test_the_day_on_which_the_file_was_made_dates_only_what_nothing_else_does() -> None:
    made = replace(document("It rained." + BODY), weak_dates=(("2024-05-06", "the PDF"),))
    found = find_document_date(made, reading_date=READING)
    assert (found.basis, shown(found), found.start) == ("metadata", "2024-05-06", None)
    for text in ("Date: 3 May 2020" + BODY, "As of 3 May 2020 it had ten members." + BODY):
        found = find_document_date(replace(made, text=text), reading_date=READING)
        assert shown(found) == "2020-05-03"
        assert [iso(other.value) for other in found.alternatives] == ["2024-05-06"]
    same = replace(made, text="Date: 6 May 2024" + BODY)
    assert find_document_date(same, reading_date=READING).alternatives == ()


def test_a_file_is_not_older_than_what_its_text_tells_as_past() -> None:
    made = replace(document("It rained." + BODY), weak_dates=(("2015-05-06", "the PDF's day"),))
    for told, believed in (
        ("The mill burned on 3 May 2021.", False),
        ("The mill burned in June 2015.", False),
        ("The mill burned in 2016.", False),
        ("The mill burned in 2015.", True),
        ("The mill burned on 3 May 2015.", True),
        ("The mill will open on 3 May 2021.", True),
    ):
        found = find_document_date(replace(made, text=told + BODY), reading_date=READING)
        assert (found.value is not None) == believed, told
        if not believed:
            assert "the PDF's day, 2015-05-06, is not its own" in (found.reason or "")


@pytest.mark.parametrize("words", ["2031-01-01", "soon", "2024-13-01", ""])
def test_a_file_that_was_made_after_it_was_read_or_at_no_date_is_not_believed(words: str) -> None:
    made = replace(document("It rained." + BODY), weak_dates=((words, "the PDF"),))
    assert find_document_date(made, reading_date=READING).value is None


def test_a_field_that_is_no_date_gives_way_to_the_text_and_is_told() -> None:
    text = "LONDON, June 5, 2019 (Newswire) - It rained." + BODY
    broken = replace(document(text), given_date="soonish", given_basis="field")
    found = find_document_date(broken, reading_date=READING)
    assert (shown(found), found.basis) == ("2019-06-05", "dateline")
    assert found.note and "'soonish' is no date" in found.note


def test_a_field_that_is_no_date_and_a_text_without_one_leave_a_reason() -> None:
    broken = replace(document("It rained." + BODY), given_date="2024-99-99", given_basis="dct")
    found = find_document_date(broken, reading_date=READING)
    assert found.value is None and found.basis is None
    assert (
        found.reason and "'2024-99-99' is no date" in found.reason and "no dateline" in found.reason
    )
