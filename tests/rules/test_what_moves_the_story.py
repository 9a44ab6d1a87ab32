"""What is told in passing, planned or reported, and whether the story goes on from it."""

import pytest
from rules.telling import read, told

from timeline.rules.cues import Aside, Cue
from timeline.temporal.edtf import to_edtf
from timeline.temporal.values import Unresolved

# (text, cue for the words, words that follow, their value): what does not move the narrative.
ASIDES = [
    (Cue("past", aside=Aside.FLASHBACK), "1968-05-05"),
    (Cue("past", aside=Aside.REPORT), "1968-05-05"),
    (Cue("past", aside=Aside.PASSING), "1968-05-05"),
    (Cue("past"), "1968-04-03"),
]


@pytest.mark.parametrize(("cue", "value"), ASIDES)
def test_asides_do_not_move_the_narrative(cue: Cue, value: str) -> None:
    text = "It began on 3 May 1968. She had left on 1 April 1968. Two days later he came."
    assert told(text, None, {"1 April 1968": cue})["Two days later"] == value


def test_what_is_told_in_passing_is_counted_on_from_where_nothing_else_is_told() -> None:
    text = "They had closed the books on 30 August 2019. The notice was posted five days later."
    cue = {"30 August 2019": Cue("past", aside=Aside.FLASHBACK)}
    assert told(text, "2019-09-17", cue)["five days later"] == "2019-09-04"


def test_a_history_goes_on_from_the_year_of_a_declaration() -> None:
    text = "Rome fell in 168 BC. In 44 BC it declared itself free. Two years later it fell."
    cue = {"44 BC": Cue("past", aside=Aside.REPORT)}
    assert told(text, None, cue)["Two years later"] == "BC0042"
    assert told(text, "2019", cue)["Two years later"] == "BC0042"
    said = "It fell in 2019. In March 2022 they said so. Two years later it rose."
    cue = {"March 2022": Cue("past", aside=Aside.REPORT)}
    assert told(said, "2024", cue)["Two years later"] == "2024"
    assert told(said, "2022-06", cue)["Two years later"] == "2021"


def test_a_report_looks_back_to_the_year_of_what_was_said_first() -> None:
    cue = Cue("past", aside=Aside.REPORT)
    text = "Experts warned in 2022 of the risk. On 3 March the dam burst."
    assert told(text, "2024-03-13", {"2022": cue})["3 March"] == "2024-03-03"
    assert told(text, None, {"2022": cue})["3 March"] == "2022-03-03"
    text = "An audit in 2019 warned of it. The following year the roof fell, and again in February."
    found = told(text, "2024-03-13", {"2019": cue})
    assert (found["The following year"], found["February"]) == ("2020", "2020-02")
    # What was said in a month, or after the story had begun, is a step of it.
    text = "Experts warned in May 2022 of the risk. On 3 June the dam burst."
    assert told(text, "2024-03-13", {"May 2022": cue})["3 June"] == "2022-06-03"
    text = "It opened in 2015. Experts warned in 2019 of the risk. In March it burned down."
    assert told(text, "2024-03-13", {"2019": cue})["March"] == "2019-03"


@pytest.mark.parametrize(("cue", "value"), [(Cue("future"), "2026-SP"), (Cue("past"), "2025-SP")])
def test_a_season_that_is_planned_for_is_to_come(cue: Cue, value: str) -> None:
    assert told("It comes in the spring.", "2025-10-14", {"the spring": cue})["the spring"] == value


def test_what_went_on_until_a_year_long_over_does_not_move_a_report() -> None:
    text = "It carried trams until 1968. In June the council voted to close it."
    assert told(text, "2024-09-10")["June"] == "2024-06"
    assert told(text, None)["June"] == "1968-06"
    assert told(text, "1970-02-01")["June"] == "1968-06"


def test_the_deed_that_one_is_judged_for_lies_behind_the_judgment() -> None:
    text = "She was convicted on 17 May 2023 of a robbery on 3 April."
    assert told(text, "2024-09-10", {"3 April": Cue("past", aside=Aside.FLASHBACK)})["3 April"] == (
        "2023-04-03"
    )


def test_a_month_that_points_back_is_of_the_year_told_in_passing() -> None:
    text = "In 1996 it closed. A merger, announced in March 1998, fell through that June."
    passing = {"March 1998": Cue("past", aside=Aside.PASSING)}
    assert told(text, None, passing)["that June"] == "1998-06"


def test_that_same_year_opens_a_paragraph_behind_what_had_been() -> None:
    text = "By 1877 work had stopped.\nThat same year, on July 17, pay was cut. On July 25 it rose."
    found = told(text, None, {"1877": Cue("past", aside=Aside.FLASHBACK)})
    assert (found["That same year"], found["July 25"]) == ("1877", "1877-07-25")
    far = told(text.replace("\n", "\nNo.\n"), None, {"1877": Cue("past", aside=Aside.FLASHBACK)})
    assert far["That same year"] == "needs a date told before it"


def test_the_following_year_is_that_of_the_year_told_in_passing_in_its_paragraph() -> None:
    text = "In 1860 it closed.\nA pioneer, who came in 1854, stayed. He left the following year."
    passing = {"1854": Cue("past", aside=Aside.PASSING)}
    assert told(text, None, passing)["the following year"] == "1855"


def test_the_end_of_a_stretch_told_in_passing_is_pointed_at() -> None:
    text = "It opened in 1834. The mill, silent from 1985 to 2008, was bought that year."
    passing = {"from 1985 to 2008": Cue("past", aside=Aside.PASSING)}
    assert told(text, None, passing)["that year"] == "2008"


def test_the_following_month_counts_from_what_its_sentence_told_in_passing() -> None:
    text = "She ran camps in 1911. Rejected in August 1914, she was away by the following January."
    passing = {"August 1914": Cue("past", aside=Aside.PASSING)}
    assert told(text, None, passing)["the following January"] == "1915-01"


def test_the_very_day_that_is_told_may_be_named_again() -> None:
    text = "On July 19, 2023, it broke. It began at 5:10 a.m. on the 19th and ended on the 20th."
    found = told(text, "2023-10-04")
    assert found["5:10 a.m. on the 19th"] == "2023-07-19T05:10"
    assert found["the 20th"] == "2023-07-20"


SCENE = Cue("past", aside=Aside.REPORT, scene=True)

# (text with "on Thursday" as a scene, document date, words, value): a report that is a step of the
# story is followed by the next day, unless that would be after the text itself.
SCENES = [
    ("They met on 2 June. She told them on Thursday. She left the next morning.", "2021-06-11TMO"),
    ("They met on 2 June. She told them on Thursday. A day later she left.", "2021-06-11"),
    ("They met on 2 June. She told them on Thursday. The following year she left.", "2022"),
    ("She told them on Thursday. They met on 2 June. The next day she left.", "2021-06-03"),
    ("They met on 2 June. She told them on Thursday.\nNo.\nA day later she left.", "2021-06-03"),
]
# A report that lies far back is followed by months and seasons as well.
SCENES += [
    ("They met on 2 June. She told them in October 2019. Three months later she left.", "2020-01"),
    ("They met on 2 June. She told them in October 2019. The next summer she left.", "2020-SU"),
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


@pytest.mark.parametrize(
    "comparison",
    ["Sales were $3 million, from $2 million a year earlier.", "It was more in the 1966 period."],
)
def test_a_comparison_does_not_move_the_narrative(comparison: str) -> None:
    text = f"It began on 3 May 1968. {comparison} Two days later he came."
    assert told(text, None)["Two days later"] == "1968-05-05"


def test_the_next_week_of_a_plan_counts_from_the_document() -> None:
    text = "They talk the following week."
    assert told(text, "2022-03-10")["the following week"] == "needs a date told before it"
    cues = {"the following week": Cue("future")}
    assert told(text, "2022-03-10", cues)["the following week"] == "2022-W11"


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


def test_what_has_held_since_a_year_brings_the_story_back_to_now() -> None:
    held = told("Sales have grown since 2019. He left on 1 July.", "2024-09-02")
    assert held["1 July"] == "2024-07-01"
    gone = told("Sales had grown since 2019. He left on 1 July.", "2024-09-02")
    assert gone["1 July"] == "2019-07-01"


FELL = "It fell on 11 February.\n"
# (text, value of its last words): what a report that began with this year's days goes on from.
RETURNS = [
    (FELL + "It was checked in May 2019.\nThey came on 13 February.", "2024-02-13"),
    # The month goes on from the one that is told, where no day of the report is nearer.
    (FELL + "It was built in May 2019.\nIt opened in June.", "2019-06"),
    (FELL + "It was built on 3 May 2019. On 13 February they came.", "2020-02-13"),
    ("It was checked in May 2019.\nThey came on 13 February.", "2020-02-13"),
    # Years are counted on from a year that it only looks back to, in that paragraph.
    ("It fell in May 2019. In 2009 a dam broke. The next year they came.", "2010"),
    ("It fell in May 2019. In 2009 a dam broke. Two months later they came.", "2019-07"),
    ("It fell in May 2019.\nIn 2009 a dam broke.\nThe next year they came.", "2020"),
]


@pytest.mark.parametrize(("text", "value"), RETURNS)
def test_a_report_comes_back_to_its_own_story(text: str, value: str) -> None:
    assert list(told(text, "2024-05-16").values())[-1] == value


def test_what_a_dated_report_says_had_happened_goes_behind_its_day() -> None:
    text = "In a report published on 5 April 2019 it said that the dam had failed on 1 April."
    had = {
        "1 April": Cue("past", aside=Aside.FLASHBACK),
        "5 April 2019": Cue("past", aside=Aside.PASSING),
    }
    assert told(text, "2024-05-16", had)["1 April"] == "2019-04-01"
    assert told(text, "2024-05-16", had | {"1 April": Cue("past")})["1 April"] == "2024-04-01"
    apart = text.replace(" it said", ". It said")
    assert told(apart, "2024-05-16", had)["1 April"] == "2024-04-01"


def test_a_month_of_the_present_is_to_come_unless_the_story_is_there() -> None:
    present = Cue("near", sure=True)
    assert told("He faces a vote in June.", "2024-11-16", {"June": present})["June"] == "2025-06"
    assert (
        told("He faces a vote in June.", "2024-11-16", {"June": Cue("near")})["June"] == "2024-06"
    )
    history = "He came in May 1905. In June he leaves."
    assert told(history, "2024-11-16", {"June": present})["June"] == "1905-06"


@pytest.mark.parametrize(
    ("date", "cue", "days"),
    [
        ("2024-05-16", Cue("past"), "2024-02-11/2024-02-21"),
        ("2024-05-16", Cue("future"), "2024-05-17/2024-05-26"),
        ("2024-05-16", Cue("near", sure=True), "2024-05-17/2024-05-26"),
    ],
)
def test_the_next_days_of_a_story_are_counted_from_it(date: str, cue: Cue, days: str) -> None:
    text = "It fell on 11 February. For the next ten days they had no water."
    value = read(text, date, {"the next ten days": cue})[-1].value
    assert not isinstance(value, Unresolved)
    assert to_edtf(value) == days


def test_the_report_of_a_month_is_of_the_year_of_the_news() -> None:
    text = "It fell on 19 November 2022.\nA study that came out in March blamed the crew."
    aside = {"March": Cue("past", aside=Aside.PASSING)}
    assert told(text, "2025-09-03", aside, "dateline")["March"] == "2025-03"
    assert told(text, "2025-09-03", aside)["March"] == "2023-03"
    assert told(text.replace("\n", " "), "2025-09-03", aside, "dateline")["March"] == "2023-03"


ASIDE = Cue("past", aside=Aside.PASSING)
# (what is told in passing, its cue, words that follow, their value): after 4 March 2021.
SAME_NIGHT = [
    ("12 May 2021", ASIDE, "The same night", "2021-05-12TNI"),
    ("12 May 2021", ASIDE, "That same night", "2021-05-12TNI"),
    ("12 May 2021", Cue("past", aside=Aside.FLASHBACK), "The same evening", "2021-05-12TEV"),
    ("1 February 2021", ASIDE, "That same night", "2021-02-01TNI"),
    # What lies behind the story only says which; what is planned has not come.
    ("1 February 2021", ASIDE, "The same night", "2021-03-04TNI"),
    ("3 May 1990", ASIDE, "That same night", "2021-03-04TNI"),
    ("12 May 2021", Cue("future", aside=Aside.PASSING), "The same night", "2021-03-04TNI"),
]


@pytest.mark.parametrize(("day", "cue", "words", "value"), SAME_NIGHT)
def test_the_same_night_is_that_of_the_last_day_of_the_story(
    day: str, cue: Cue, words: str, value: str
) -> None:
    text = f"They met on 4 March 2021. The hall, of {day}, was full. {words} he left."
    assert told(text, None, {day: cue})[words] == value


OVER = Cue("past", sure=True)
# (text, words, value), told on 24 February 2025: an aside in a full date holds no bare days.
RECENT = [
    ("It was made on 17 February 2024. We left on 3 February.", "3 February", "2025-02-03"),
    ("It was made on 17 February 2024. We left on 20 February.", "20 February", "2024-02-20"),
    ("It was made on 17 February 2024. We left on 3 October.", "3 October", "2024-10-03"),
    ("It was made on 17 May 2023 and left on 3 May.", "3 May", "2023-05-03"),
]


@pytest.mark.parametrize(("text", "words", "value"), RECENT)
def test_a_report_steps_back_to_no_day_before_that_of_an_aside(
    text: str, words: str, value: str
) -> None:
    assert told(text, "2025-02-24", {words: OVER})[words] == value


@pytest.mark.parametrize(("cue", "value"), [(OVER, "2026-01-02"), (Cue("past"), "2027-01-02")])
def test_what_a_verb_tells_as_past_never_lies_ahead(cue: Cue, value: str) -> None:
    found = told("She took office on 2 January.", "2026-11-14", {"2 January": cue})
    assert found["2 January"] == value


@pytest.mark.parametrize(("basis", "value"), [("dateline", "2024-11-18"), ("given", "2022-11-18")])
def test_a_month_of_another_paragraph_is_an_aside_of_a_report(basis: str, value: str) -> None:
    text = "It sold in June 2022.\nA fire broke out on November 18."
    assert told(text, "2025-02-06", basis=basis)["November 18"] == value


@pytest.mark.parametrize(("day", "value"), [("5th", "1871-05-05"), ("14th", "1871-05-14")])
def test_a_day_alone_may_be_one_of_the_stretch(day: str, value: str) -> None:
    text = f"It rained from 1 May 1871 to 9 May 1871. On the {day} he left."
    assert list(told(text, None).values())[-1] == value


def test_words_for_another_year_lead_the_bare_dates_behind_them() -> None:
    text = "In May last year he fell ill. He called on June 22. They came in October."
    found = told(text, "2026-11-12", basis="dateline")
    assert (found["June 22"], found["October"]) == ("2025-06-22", "2025-10")
    # The document's own year does not, nor does another paragraph of a report.
    near = told("In May this year he fell ill. They came in October.", "2026-11-12")
    assert near["October"] == "2026-10"
    apart = told(
        "In May last year he fell ill.\nThey came in October.", "2026-11-12", {}, "dateline"
    )
    assert apart["October"] == "2026-10"


@pytest.mark.parametrize(("basis", "day"), [("dateline", "2026-11-10"), ("given", "2026-08-04")])
def test_a_paragraph_of_news_comes_back_to_its_own_week(basis: str, day: str) -> None:
    text = "It began on 3 March 2026. He was shown them on 4 August 2026.\nHe left on Tuesday."
    assert told(text, "2026-11-12", basis=basis)["Tuesday"] == day


def test_a_flashback_to_an_unknown_time_does_not_lose_the_story() -> None:
    text = (
        "It began on 16 October 2024. It had failed in August of this year. He left on 3 November."
    )
    cue = {"August of this year": Cue("past", aside=Aside.FLASHBACK)}
    assert told(text, None, cue)["3 November"] == "2024-11-03"


def test_a_month_told_in_passing_may_lie_behind_the_story() -> None:
    text = "On 29 October 2024 they arrested Vane, who was paroled in June."
    assert told(text, None, {"June": Cue("past", aside=Aside.PASSING)})["June"] == "2024-06"
    assert told(text, None, {"June": Cue("past")})["June"] == "2025-06"
