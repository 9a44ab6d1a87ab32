"""Which date an expression counts from: the document's own or the narrative's."""

import pytest

from timeline import find_expressions
from timeline.annotation import DocumentDate, TemporalExpression
from timeline.document import Block
from timeline.rules import find_matches
from timeline.rules.cues import Cue, compares_figures
from timeline.rules.narrative import resolve_matches
from timeline.rules.timex import timex_of
from timeline.temporal.edtf import parse_date
from timeline.temporal.expression import Direction
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved


def values(expressions: tuple[TemporalExpression, ...]) -> dict[str, str]:
    """TIMEX3 values by the words; the reason where there is none."""
    return {
        e.text: e.value.reason if isinstance(e.value, Unresolved) else to_timex3(e.value).value
        for e in expressions
    }


def told(text: str, date: str | None, cues: dict[str, Cue] | None = None) -> dict[str, str]:
    """Values of a text of one paragraph a line, with cues by the words that they are for."""
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = "heading" if line.startswith("# ") else "paragraph"
        blocks.append(Block(start, start + len(line), kind))
        start += len(line) + 1
    given = DocumentDate(parse_date(date), "given") if date else DocumentDate(None, None)

    def cue_of(start: int, end: int) -> Cue:
        return (cues or {}).get(text[start:end], Cue("past"))

    return values(resolve_matches(text, find_matches(text), given, blocks, cue_of))


# (text, document date, {words: value}); every cue is "past".
CHAINS = [
    (
        "It began on 3 May 1968. Two days later the police came. The next day it was over.",
        None,
        {"3 May 1968": "1968-05-03", "Two days later": "1968-05-05", "The next day": "1968-05-06"},
    ),
    # A time without its half of the day is in the afternoon that the story has just told of.
    (
        "At 5.42 p.m. on 4 May 2018 it struck. It had left at 5.20. Help came at 6.04, too late.",
        None,
        {"5.20": "2018-05-04T17:20", "6.04": "2018-05-04T18:04"},
    ),
    # Another day ends that, and so does a distance of hours; a nought in front is the whole day.
    (
        "At 5:42 p.m. on 4 May 2018 it struck. On 6 May 2018 he slept. At 5:20 he rose.",
        None,
        {"5:20": "2018-05-06T05:20"},
    ),
    (
        "At 8:40 p.m. on 4 May 2018 it struck. At 05:20 he rose. At 2:10 he slept.",
        None,
        {"05:20": "2018-05-05T05:20", "2:10": "2018-05-05T02:10"},
    ),
    # "then" is what is being told, and changes nothing.
    (
        "At 5:42 p.m. on 4 May 2018 it struck. By then he slept. Help came at 6:04, too late.",
        None,
        {"then": "2018-05-04T17:42", "6:04": "2018-05-04T18:04"},
    ),
    ("She left in 1971. By then he was dead. In May he was buried.", None, {"then": "1971"}),
    # "that May" and "that winter" are of the year and of the winter that is told.
    ("It fell in January 1943. That winter was cold.", None, {"That winter": "1942-WI"}),
    ("She won in 1938. That autumn she left.", None, {"That autumn": "1938-FA"}),
    ("She came on 31 May 1953. He was hired that March.", None, {"that March": "1953-03"}),
    # A year of three digits is of the era that is told.
    (
        "The king came to the throne in 336 BC. In 331, the legions fled.",
        None,
        {"336 BC": "BC0336", "331": "BC0331"},
    ),
    ("The king came to the abbey in 674. In 870, the monks fled.", None, {"870": "0870"}),
    # An uncertain date makes the next one uncertain too.
    (
        "They met on 2 January. A few days later they quarrelled. The next day they parted.",
        "2022-03-10",
        {"2 January": "2022-01-02", "A few days later": "2022-01-XX", "The next day": "2022-01-XX"},
    ),
    # A bare month belongs to the year that is being told, a deictic phrase to the document.
    (
        "In 2018 she was hired. In March she left. Two weeks ago she sued.",
        "2022-03-10",
        {"2018": "2018", "March": "2018-03", "Two weeks ago": "2022-W08"},
    ),
    # A bare weekday is the document's unless the story is told from far.
    ("It fell on 6 May. It rose on Thursday.", "2022-05-10", {"Thursday": "2022-05-05"}),
    ("It fell on 6 May 2019. It rose on Thursday.", "2022-05-10", {"Thursday": "2019-05-09"}),
    # A clock time takes the day that is told, however far above, and passes midnight with it.
    (
        "It failed on 6 May 2024.\nNothing else.\nNobody came.\nAll slept.\nIt rose at 23:50.",
        "2024-05-08",
        {"23:50": "2024-05-06T23:50"},
    ),
    (
        "On 6 May 2024 it failed at 23:50 and was back at 00:20.",
        "2024-05-08",
        {"23:50": "2024-05-06T23:50", "00:20": "2024-05-07T00:20"},
    ),
    # Another chapter: the narrative's date does not pass a heading.
    (
        "It began on 3 May 1968.\n# Aftermath\nThe following day it rained.",
        None,
        {"The following day": "needs a date told before it"},
    ),
    # A comparison with another age is not the next chapter.
    (
        "It began on 3 May 1968. Sparta fell in 480 BC. Two days later it was over.",
        None,
        {"480 BC": "BC0480", "Two days later": "1968-05-05"},
    ),
    # A new paragraph may tell of another age.
    (
        "Sparta fell in 480 BC.\nOn 12 May 1902 it was found. The following year it was sold.",
        None,
        {"12 May 1902": "1902-05-12", "The following year": "1903"},
    ),
    # A leap back over a century is a comparison, one towards the present goes on.
    (
        "It fell in 690 BC. Sulla took it in 89 BC; nine years later it was free.",
        None,
        {"nine years later": "BC0080"},
    ),
    (
        "It fell on 5 May 1968. So had Sparta in 480 BC. The following year it rose.",
        None,
        {"The following year": "1969"},
    ),
    # A year alone that lies behind the day told is an aside; history has no day of its own.
    (
        "It fell on 6 March 2022. Two fires broke out in 2019. It closed in April.",
        "2022-05-10",
        {"April": "2022-04"},
    ),
    (
        "It fell on 6 March 2022. Two fires broke out in 2019. It closed in April.",
        None,
        {"April": "2019-04"},
    ),
    # Clock times go on from the last one, whatever other days were named since.
    (
        "It failed at 02:00 on 7 May 2022.\nThe code was read on 29 April.\nAt 03:40 all slept.",
        "2022-05-12",
        {"29 April": "2022-04-29", "03:40": "2022-05-07T03:40"},
    ),
    (
        "It failed at 02:00 on 7 May 2022.\nOn 9 May they met. At 10:30 they left.",
        "2022-05-12",
        {"10:30": "2022-05-09T10:30"},
    ),
    # "That" points at the date read last, whether the story is there or not; never at the present.
    (
        "It began in March 2020. By the end of that month many used it.",
        "2024-09-02",
        {"the end of that month": "2020-03"},
    ),
    # The next 24th after the day told, if that is past as well.
    (
        "On 18 October I called. On the 24th I wrote.",
        "2024-11-28",
        {"the 24th": "2024-10-24"},
    ),
    # A year of another paragraph is behind; a month in its own paragraph belongs to it.
    (
        "The union struck in 2021.\nIt walked out in March.",
        "2025-11-06",
        {"March": "2025-03"},
    ),
    # Short lines do not part a day from what follows it.
    (
        "It was 19 January 2021.\nWho drove?\nI did.\nAnd then?\nThey let me go on January 30?",
        "2022-06-07",
        {"January 30": "2021-01-30"},
    ),
    # A clock time that is past is not of a day to come.
    (
        "The loan matures on 30 June 2023. At 8.15 pm they left.",
        "2021-10-12",
        {"8.15 pm": "2021-10-12T20:15"},
    ),
    # A song, and the last page, are no step of a story.
    (
        'It fell in 1984. The band played "Summer of \'69". Two years later it ended.',
        None,
        {"Two years later": "1986"},
    ),
    (
        "It opened in the summer of 1897. Two years later she sailed.",
        None,
        {"Two years later": "1899"},
    ),
    ("An hour ago he called.", "2022-05-12", {"An hour ago": "2022-05-12"}),
    # No date, no anchor: the reason is kept.
    ("Two weeks ago she left.", None, {"Two weeks ago": "needs the document's date"}),
]


@pytest.mark.parametrize(("text", "date", "expected"), CHAINS, ids=[row[0] for row in CHAINS])
def test_chains(text: str, date: str | None, expected: dict[str, str]) -> None:
    got = told(text, date)
    assert {words: got.get(words) for words in expected} == expected


# (text, cue for the words, words that follow, their value): what does not move the narrative.
ASIDES = [
    (Cue("past", flashback=True), "1968-05-05"),
    (Cue("past", reporting=True), "1968-05-05"),
    (Cue("past", background=True), "1968-05-05"),
    (Cue("past"), "1968-04-03"),
]


@pytest.mark.parametrize(("cue", "value"), ASIDES)
def test_asides_do_not_move_the_narrative(cue: Cue, value: str) -> None:
    text = "It began on 3 May 1968. She had left on 1 April 1968. Two days later he came."
    assert told(text, None, {"1 April 1968": cue})["Two days later"] == value


def test_what_is_told_in_passing_is_counted_on_from_where_nothing_else_is_told() -> None:
    text = "They had closed the books on 30 August 2019. The notice was posted five days later."
    cue = {"30 August 2019": Cue("past", flashback=True)}
    assert told(text, "2019-09-17", cue)["five days later"] == "2019-09-04"


def test_a_history_goes_on_from_the_year_of_a_declaration() -> None:
    text = "Rome fell in 168 BC. In 44 BC it declared itself free. Two years later it fell."
    cue = {"44 BC": Cue("past", reporting=True)}
    assert told(text, None, cue)["Two years later"] == "BC0042"
    assert told(text, "2019", cue)["Two years later"] == "BC0166"


@pytest.mark.parametrize(("cue", "value"), [(Cue("future"), "2026-SP"), (Cue("past"), "2025-SP")])
def test_a_season_that_is_planned_for_is_to_come(cue: Cue, value: str) -> None:
    assert told("It comes in the spring.", "2025-10-14", {"the spring": cue})["the spring"] == value


SCENE = Cue("past", reporting=True, scene=True)
# (text with "on Thursday" as a scene, document date, words, value): a report that is a step of the
# story is followed by the next day, unless that would be after the text itself.
SCENES = [
    ("They met on 2 June. She told them on Thursday. She left the next morning.", "2021-06-11TMO"),
    ("They met on 2 June. She told them on Thursday. A day later she left.", "2021-06-11"),
    ("They met on 2 June. She told them on Thursday. The following year she left.", "2022"),
    ("She told them on Thursday. They met on 2 June. The next day she left.", "2021-06-03"),
    ("They met on 2 June. She told them on Thursday.\nNo.\nA day later she left.", "2021-06-03"),
]


@pytest.mark.parametrize(("text", "value"), SCENES)
def test_a_report_may_be_a_step_of_the_story(text: str, value: str) -> None:
    assert list(told(text, "2021-06-12", {"Thursday": SCENE}).values())[-1] == value


def test_a_report_is_no_step_where_the_next_day_is_not_over() -> None:
    text = "They met on 2 June. She told them on Thursday. The next day she left."
    assert told(text, "2021-06-10", {"Thursday": SCENE})["The next day"] == "2021-06-03"
    future = {"Thursday": SCENE, "The next day": Cue("future")}
    assert told(text, "2021-06-12", future)["The next day"] == "2021-06-03"


@pytest.mark.parametrize(("cue", "value"), [(Cue("near"), "2019-06"), (Cue("past"), "2019-05")])
def test_the_month_of_a_present_clause_is_the_documents(cue: Cue, value: str) -> None:
    text = "The press ran on 28 May. The invoice falls due at the end of the month."
    found = told(text, "2019-06-13", {"the end of the month": cue})
    assert found["the end of the month"] == value


def test_a_plan_does_not_move_the_narrative() -> None:
    text = "It began on 3 May 2022. It will end on 1 July 2022. Two days later he came."
    cues = {"1 July 2022": Cue("future")}
    assert told(text, "2022-05-10", cues)["Two days later"] == "2022-05-05"


def test_a_plan_for_the_rest_of_the_year_does_not_either() -> None:
    text = "It began on 3 May 2022. He will pay by the end of the year. The next day she left."
    cues = {"the end of the year": Cue("future")}
    assert told(text, "2022-05-10", cues)["The next day"] == "2022-05-04"


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


# (text of a report of 2 November 1989, {words: value}); every cue is "past".
REPORTS = [
    # What figures are compared with is a quarter like theirs.
    (
        "Third-quarter net rose to $6 million from $3 million a year ago.",
        {"Third-quarter": "1989-Q3", "a year ago": "1988-Q3"},
    ),
    (
        "Net rose 6% in the third quarter. Year-earlier results were hurt by a strike.",
        {"Year-earlier": "1988-Q3"},
    ),
    # No figures, no comparison: he joined in some part of that year.
    (
        "Third-quarter net rose 6%. He joined the firm a year ago.",
        {"a year ago": "1988"},
    ),
    ("Sales were $6 million, up from $3 million a year ago.", {"a year ago": "1988"}),
    # A comparison leaves the period alone, and so does a quarter before it.
    (
        "In the third quarter it lost $1 million, against a profit of $2 million in the second "
        "quarter. In the year-ago period it lost $3 million. Sales for the quarter fell.",
        {"the year-ago period": "1988-Q3", "the quarter": "1989-Q3"},
    ),
    (
        "In the year-ago quarter it lost $1 million. Sales for the quarter rose.",
        {"the year-ago quarter": "1988-Q3", "the quarter": "1989-Q3"},
    ),
    # After the figures of three quarters a year is compared with a year.
    (
        "Third-quarter net rose 6%. In the nine months, net was $9 million, from $8 million a year "
        "earlier. The latest quarter was good.",
        {"a year earlier": "1988", "The latest quarter": "1989-Q3"},
    ),
    (
        "It lost $1 million in the third quarter. In the 1988 period it earned $2 million, as in "
        "the same period of 1987.",
        {"the 1988 period": "1988-Q3", "the same period of 1987": "1987-Q3"},
    ),
    # Where no period is told, figures are those of the quarter that has ended.
    ("Sales for the quarter rose 6%.", {"the quarter": "1989-Q3"}),
    ("Sales fell in the 1988 period.", {"the 1988 period": "1988"}),
    # A quarter that ends with a date is the one that it lies mostly in.
    (
        "Sales for the quarter ended Sept. 30 rose to $5 million from $4 million a year earlier.",
        {"the quarter": "1989-Q3", "a year earlier": "1988-Q3"},
    ),
    ("For the year ended Oct. 31 it lost $1 million.", {"the year": "P1Y"}),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[row[0] for row in REPORTS])
def test_figures_are_compared_with_those_of_a_like_period(
    text: str, expected: dict[str, str]
) -> None:
    given = DocumentDate(parse_date("1989-11-02"), "given")
    found = resolve_matches(text, find_matches(text), given, (), lambda _a, _b: Cue("past"))
    got = {e.text: timex.value for e in found if (timex := timex_of(e)) is not None}
    assert {words: got.get(words) for words in expected} == expected


@pytest.mark.parametrize("direction", ["future", "near"])
def test_a_planned_quarter_is_not_that_of_the_figures(direction: Direction) -> None:
    text = (
        "Third-quarter net rose 6%. It plans a fourth-quarter charge. "
        "Sales were up from $1 million a year ago."
    )
    cues = {"fourth-quarter": Cue(direction)}
    assert told(text, "1989-11-02", cues)["a year ago"] == "1988-Q3"


def test_a_fiscal_quarter_has_begun_unless_it_is_planned() -> None:
    text = "It earned $2 million in the first quarter."
    assert told(text, "1989-10-26")["the first quarter"] == "1989-Q1"
    cues = {"the first quarter": Cue("future")}
    assert told(text, "1989-10-26", cues)["the first quarter"] == "1990-Q1"


def test_figures_do_not_pass_a_heading() -> None:
    text = "Third-quarter net rose 6%.\n# Shipping\nRates were $3, from $2 a year ago."
    assert told(text, "1989-11-02")["a year ago"] == "1988"


@pytest.mark.parametrize(
    "comparison",
    ["Sales were $3 million, from $2 million a year earlier.", "It was more in the 1966 period."],
)
def test_a_comparison_does_not_move_the_narrative(comparison: str) -> None:
    text = f"It began on 3 May 1968. {comparison} Two days later he came."
    assert told(text, None)["Two days later"] == "1968-05-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net was $3 million a year ago.", True),
        ("a year ago, net was $3 million.", True),
        ("It was a year ago, net was $3 million.", False),
        ("Prices were higher than a year ago.", True),
        ("It was founded a year ago.", False),
        ("It earned $3 million. It was founded a year ago.", False),
    ],
)
def test_figures_stand_in_the_same_sentence(text: str, expected: bool) -> None:
    start = text.index("a year ago")
    assert compares_figures(text, start, start + len("a year ago")) is expected


def test_the_next_week_of_a_plan_counts_from_the_document() -> None:
    text = "They talk the following week."
    assert told(text, "2022-03-10")["the following week"] == "needs a date told before it"
    cues = {"the following week": Cue("future")}
    assert told(text, "2022-03-10", cues)["the following week"] == "2022-W11"


def test_a_weekday_with_its_date_takes_the_nearest_year_that_it_fits() -> None:
    text = "They met on Saturday, April 25."
    assert told(text, "1998-04-20")["Saturday, April 25"] == "1998-04-25"
    assert told(text, "1999-01-20")["Saturday, April 25"] == "1998-04-25"


def test_the_weekend_is_as_near_as_a_weekday() -> None:
    text = "Over the weekend talks began."
    assert told(text, "1991-02-25")["the weekend"] == "1991-W08-WE"
    cues = {"the weekend": Cue("future")}
    assert told(text, "1991-02-25", cues)["the weekend"] == "1991-W09-WE"


AGAINST = [
    (
        "Sales rose from the first quarter of 2024, compared with May 2019. In March it left.",
        "2024",
    ),
    ("It grew less than in May 2019. In March it left.", "2024"),
    ("It grew until May 2019. In March it left.", "2019"),
]


@pytest.mark.parametrize(("text", "year"), AGAINST)
def test_what_is_compared_with_does_not_move_the_story(text: str, year: str) -> None:
    assert told(text, "2024-07-30")["March"] == f"{year}-03"


def test_months_are_counted_from_the_day_read_last_not_from_the_year_told() -> None:
    text = "It returned in 1986 but the bridge of 14 August 1999 cost much. {} it closed."
    aside = {"14 August 1999": Cue("past", background=True)}
    found = told(text.format("Two months later"), None, aside)
    assert found["Two months later"] == "1999-10"
    assert told(text.format("Two years later"), None, aside)["Two years later"] == "1988"


def test_what_has_held_since_a_year_brings_the_story_back_to_now() -> None:
    held = told("Sales have grown since 2019. He left on 1 July.", "2024-09-02")
    assert held["1 July"] == "2024-07-01"
    gone = told("Sales had grown since 2019. He left on 1 July.", "2024-09-02")
    assert gone["1 July"] == "2019-07-01"
