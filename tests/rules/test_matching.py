"""Finding in running text: offsets, ranges and their ends, edges, numeric dates, phrases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.document import Block
from timeline.rules import find_matches, infer_day_first, parse_phrase
from timeline.rules.fallback import read_calendar_date
from timeline.rules.matcher import fold
from timeline.temporal.expression import Amount, AtEvent, Partial, Range, Shift
from timeline.temporal.granularity import Granularity


def found(text: str, **options: object) -> list[str]:
    return [text[m.start : m.end] for m in find_matches(text, **options)]  # type: ignore[arg-type]


def test_nothing_in_nothing() -> None:
    assert find_matches("") == ()
    assert find_matches("No time at all is told here.") == ()


@pytest.mark.parametrize(
    "before", ["", "é", "İstanbul ", "日本 ", "\U0001f600 ", "ﬁnal ", "\ue001\ue000"]
)
def test_offsets_count_code_points(before: str) -> None:
    text = f"{before}He left on 10 January 2022, a few days later."
    assert found(text) == ["10 January 2022", "a few days later"]


def test_folding_keeps_every_offset() -> None:
    text = "İSTANBUL’s ½ – ﬁ ẞ \ue005"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("gap", [" ", "\n", "  ", "\n  ", "\u00a0", "\r\n"])
def test_a_phrase_may_run_over_a_line(gap: str) -> None:
    text = f"He left on 10{gap}January{gap}2022 at last."
    assert found(text) == [f"10{gap}January{gap}2022"]


def test_no_phrase_runs_over_a_blank_line() -> None:
    assert found("It began in May\n\n2022 was a good year.")[0] == "May"


def test_no_phrase_runs_over_the_edge_of_a_block() -> None:
    text = "He left in May\n2022 was dry."
    blocks = (Block(0, 14, "heading"), Block(15, len(text), "paragraph"))
    assert found(text) == ["May\n2022"]
    assert found(text, blocks=blocks) == ["May", "2022"]


def test_an_interval_brings_its_ends_with_what_they_share() -> None:
    text = "It lay there between 26 May and 4 June 1940."
    whole, first, last = find_matches(text)
    assert whole.type == "INTERVAL"
    assert whole.ends == (first, last)
    assert [text[m.start : m.end] for m in (first, last)] == ["26 May", "4 June 1940"]
    assert first.expr == Partial(year=1940, month=5, day=26)
    assert last.expr == Partial(year=1940, month=6, day=4)
    assert whole.expr == Range(first.expr, last.expr)
    assert first.stated == ("year", "month", "day")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from December 2019 to February", (2019, 12), (2020, 2)),
        ("from December to February 2020", (2019, 12), (2020, 2)),
        ("Nov-Dec 1975", (1975, 11), (1975, 12)),
        ("1975 Nov-Dec", (1975, 11), (1975, 12)),
    ],
)
def test_a_range_of_months_turns_with_the_year(
    text: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    expr = find_matches(f"It ran {text}.")[0].expr
    assert expr == Range(Partial(*start), Partial(*end))


def test_nothing_overlaps_but_an_interval_and_its_ends() -> None:
    text = (
        "From 1914 to 1933 she ran it; on Monday, January 10, at 6:10 a.m., two weeks before "
        "Easter 2024, between 9:15 and 9:40 on 3 May 2020, in the third quarter of 1990, "
        "every two weeks."
    )
    matches = find_matches(text)
    ends = {end for match in matches for end in match.ends}
    outer = [match for match in matches if match not in ends]
    assert all(a.end <= b.start for a, b in pairwise(outer))
    assert len(outer) == 6
    assert list(matches) == sorted(matches, key=lambda m: (m.start, -m.end))


def test_an_event_is_kept_as_what_the_amount_counts_from() -> None:
    text = "He died two days after the procedure."
    (match,) = find_matches(text)
    assert text[match.start : match.end] == "two days"
    assert match.expr == Shift(AtEvent("the procedure"), Amount(2, 2, Granularity.DAY), 1)


def test_a_guard_is_named_where_only_a_parse_can_tell() -> None:
    guards = [match.guard for match in find_matches("In May he left, in October he came.")]
    assert guards == ["not-name", None]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Due 31/12/2020.", True),
        ("Due 12/31/2020.", False),
        ("Due 10/01/2022.", None),
        ("Due 31/12/2020, 13/01/2021 and 01/14/2021.", True),
        ("Due 31/12/2020 and 12/31/2020.", None),
        # Where no numeric date tells, those with the month's name do.
        ("On Friday 7th October he rang. Signed 11/10/2022.", True),
        ("On October 7 he rang. Signed 11/10/2022.", False),
        ("On October 7 he rang, on 8 October she. Signed 11/10/2022.", None),
        ("On 7 October he rang. Signed 10/31/2022.", False),
        ("Code 133-31-12-2020.", None),
        ("", None),
    ],
)
def test_the_order_is_read_off_the_unambiguous_dates(text: str, order: bool | None) -> None:
    assert infer_day_first(text) is order


def test_the_order_of_a_document_decides_its_other_dates() -> None:
    def value(text: str, **options: bool) -> Partial:
        return find_matches(text, **options)[-1].expr  # type: ignore[return-value]

    assert value("Due 10/01/2022.") == Partial(2022, 10, 1)
    assert value("Sent 31/12/2020. Due 10/01/2022.") == Partial(2022, 1, 10)
    assert value("Due 10/01/2022.", day_first=True) == Partial(2022, 1, 10)
    assert value("Due 31/12/2020.", day_first=False) == Partial(2020, 12, 31)


@pytest.mark.parametrize(
    "phrase",
    [
        "1914", "May", "2018", "on 3 May", "in 2018", "two weeks before Easter", "a few days later",
        "yesterday", "from 1914 to 1933", "  the 19th century ", "since last Tuesday", "autumn",
        "at 6:10 a.m.", "every Wednesday", "by the morning of January 7",
    ],
)  # fmt: skip
def test_a_whole_phrase_is_read(phrase: str) -> None:
    match = parse_phrase(phrase)
    assert match is not None
    assert match.end == len(phrase.rstrip())
    words = phrase[match.start : match.end]
    assert words and phrase.endswith(words + phrase[match.end :])


@pytest.mark.parametrize(
    "phrase", ["", " ", "bananas", "two weeks of bananas", "Theresa May", "3 May and 5 June", "in"]
)
def test_what_is_no_single_expression_is_not_read(phrase: str) -> None:
    assert parse_phrase(phrase) is None


@pytest.mark.parametrize(
    "text",
    [
        "version 2.0.1", "page 1914", "Route 66 in Section 12.5", "flight 1549", "$1,999 or £2018",
        "2018 dollars", "50 percent", "call 206-555-1212", "see www.x.com/2018/05/06",
        "may2018@example.org", "report-2018-05-06.html", "/var/log/2018/05", "host 10.0.0.1",
        "ISBN 978-3-16-148410-0", "19.45° N", "open 24/7", "1,500 metres", "2000 people",
        "a second man",
        "Theresa May spoke", "May I come", "they may come", "they march on", "the sun sat down",
        '"2001: A Space Odyssey"', "They won 21-14", "Windows 95", "the second seat", "USA Today",
        "He is 25 years old", "a 34-year-old man", "The Daily Mail", "High Noon",
        "We march. I sat.",
    ],
)  # fmt: skip
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert found(f"{text}.") == []
    assert found(f"So, {text} there.") == []


@pytest.mark.parametrize(
    ("text", "expr"),
    [
        ("the 3rd day in May of 1999", Partial(1999, 5, 3)),
        ("Dec the 25th 1999", Partial(1999, 12, 25)),
        ("January 2001", Partial(2001, 1)),
        ("five", None),
        ("Friday", None),
        ("two weeks ago", None),
        ("10 a.m. on 5 May", None),
        ("the " * 30 + "5 May 1999", None),
        ("", None),
    ],
)
def test_dateparser_is_believed_on_calendar_dates_only(text: str, expr: Partial | None) -> None:
    assert read_calendar_date(text) == expr


def test_what_dateparser_completes_does_not_leak_into_the_date() -> None:
    assert read_calendar_date("the 3rd day in May") == Partial(None, 5, 3)


WORDS = (
    "January May march 1914 2018 12 3 the of from to between and two weeks ago later before after "
    "last next this every Monday Sat yesterday 9:15 a.m. quarter first half year "
    "century 1990s early , "
    "- / ( ) . \n $ % B.C. Easter noon morning in on by a few twenty-first at"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_mixture_of_words_is_survived(words: list[str]) -> None:
    text = " ".join(words)
    for match in find_matches(text):
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        for end in match.ends:
            assert end is None or match.start <= end.start < end.end <= match.end


@pytest.mark.parametrize(
    "text", ["٣ May ١٩٩٩", "² May", "１２ May ２０２２", "'٣٤", "٣٤th century"]
)
def test_digits_of_other_scripts_are_survived(text: str) -> None:
    whole = f"On {text}, {text}."
    assert all(match.end < len(whole) for match in find_matches(whole))


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert find_matches(text) == find_matches(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from the 3rd to the 5th of June 2011", (2011, 6, 3), (2011, 6, 5)),
        ("from the 23rd to the 5th of June 2011", (2011, 5, 23), (2011, 6, 5)),
        ("from the 23rd to the 5th of January 2011", (2010, 12, 23), (2011, 1, 5)),
        ("from 6 to 17 May 2024", (2024, 5, 6), (2024, 5, 17)),
        ("12-13 April", (None, 4, 12), (None, 4, 13)),
    ],
)
def test_a_range_of_days_shares_its_month(
    text: str, start: tuple[int | None, int, int], end: tuple[int | None, int, int]
) -> None:
    assert find_matches(f"It ran {text}.")[0].expr == Range(Partial(*start), Partial(*end))


def test_an_hour_before_noon_ranges_to_one_after_it() -> None:
    (match, *_) = find_matches("It is open from 9 to 5 p.m. here.")
    assert match.expr == Range(Partial(hour=9), Partial(hour=17))
    (match, *_) = find_matches("It is open from 2 to 5 p.m. here.")
    assert match.expr == Range(Partial(hour=14), Partial(hour=17))


def test_a_refusal_wins_over_a_longer_match() -> None:
    assert found("On page 12 May 2020 is named.") == ["May 2020"]


def test_signs_in_the_text_pass_for_no_expression() -> None:
    assert found("He left \ue001\ue000\ue000 morning, Monday \ue006.") == ["Monday"]


@pytest.mark.parametrize("first", ["Friday", "1 May", "1987", "7"])
@pytest.mark.parametrize("second", ["on 5 June", "at 5 pm", "5 years ago", "12 May 2001"])
def test_what_stands_before_at_any_distance_changes_no_match(first: str, second: str) -> None:
    words = second.removeprefix("on ").removeprefix("at ")
    for distance in range(0, 150, 3):
        filler = ("the court sat and he was told to wait outside " * 4)[:distance].strip()
        text = f"It began on {first}. He said {filler} {second}."
        place = text.index(words, 14)
        found = [text[m.start : m.end] for m in find_matches(text) if m.end > place]
        assert [f.removeprefix("the ") for f in found] == [words], (distance, text)
