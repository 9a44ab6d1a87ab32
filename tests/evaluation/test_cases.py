"""Cases: what means the same time in other terms, and how cases are scored."""

import json

import pytest
from evaluation_records import day, expression

from timeline.errors import ReadError
from timeline.evaluation.cases import Accepted, Case, Expected, is_cases_file, read_cases
from timeline.evaluation.judging import (
    CaseCounts,
    case_faults,
    count_cases,
    judge_case,
    keep_longest,
)
from timeline.evaluation.meaning import means, read_stamp
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import (
    OPEN,
    UNKNOWN,
    Duration,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    Reference,
    Unresolved,
)

G = Granularity


def at(hour, minute=None, year=2016, month=11, day_=7):
    unit = G.HOUR if minute is None else G.MINUTE
    return Moment(unit, year, month, day_, hour=hour, minute=minute)


def part(code, *date):
    return Moment(G.DAYPART, *date, part=code)


def range_(start, end):
    return Accepted(start=start, end=end)


# value of ours, kind, timex of theirs, accepted readings, whether it means the same
MEANINGS = [
    (day(2016, 8, 2), "date", ["XXXX-08-02"], [Accepted("2016-08-02"), Accepted("2017-08-02")], 1),
    (day(2017, 8, 2), "date", ["XXXX-08-02"], [Accepted("2016-08-02"), Accepted("2017-08-02")], 1),
    (day(2018, 8, 2), "date", ["XXXX-08-02"], [Accepted("2016-08-02"), Accepted("2017-08-02")], 0),
    # A month is not its first day.
    (Moment(G.MONTH, 2016, 8), "date", ["XXXX-08-01"], [Accepted("2016-08-01")], 0),
    (at(0), "date", ["XXXX-11-07"], [Accepted("2016-11-07")], 0),
    # The end of a range of theirs is exclusive ...
    (Moment(G.MONTH, 2016, 9), "daterange", ["x"], [range_("2016-09-01", "2016-10-01")], 1),
    (Moment(G.MONTH, 2016, 9), "daterange", ["x"], [range_("2016-09-01", "2016-09-30")], 0),
    (Moment(G.MONTH, 2016, 8), "daterange", ["x"], [range_("2016-09-01", "2016-10-01")], 0),
    # ... but for two named days it is where the second one begins.
    (Interval(day(2016, 1, 12), day(2016, 1, 22)), "daterange", ["x"],
     [range_("2016-01-12", "2016-01-22")], 1),
    (Interval(day(2016, 1, 12), day(2016, 1, 22)), "daterange", ["x"],
     [range_("2016-01-12", "2016-01-23")], 1),
    (Interval(day(2016, 1, 12), day(2016, 1, 22)), "daterange", ["x"],
     [range_("2016-01-12", "2016-01-24")], 0),
    (Interval(day(2016, 1, 11), day(2016, 1, 22)), "daterange", ["x"],
     [range_("2016-01-12", "2016-01-22")], 0),
    (day(2016, 1, 12), "daterange", ["x"], [range_("2016-01-12", "2016-01-22")], 0),
    # Early, middle and late shares of a cell count as we cut them.
    (Moment(G.YEAR, 2000, mod="MID"), "daterange", ["x"], [range_("2000-05-01", "2000-09-01")], 1),
    (Moment(G.YEAR, 2000), "daterange", ["x"], [range_("2000-05-01", "2000-09-01")], 0),
    # Open ranges: the moment itself, or the range; after 2016 begins in 2017.
    (Moment(G.YEAR, 2016), "daterange", ["x"], [range_("2017-01-01", None)], 1),
    (Interval(Moment(G.YEAR, 2016), OPEN), "daterange", ["x"], [range_("2017-01-01", None)], 1),
    (Interval(day(2016, 11, 8), OPEN), "daterange", ["x"], [range_("2016-11-08", None)], 1),
    (Interval(day(2016, 11, 8), day(2016, 11, 9)), "daterange", ["x"],
     [range_("2016-11-08", None)], 0),
    (Interval(UNKNOWN, Moment(G.YEAR, 2018)), "daterange", ["x"], [range_(None, "2018-01-01")], 1),
    (OneOf(None, day(2017, 12, 31), G.DAY), "daterange", ["x"], [range_(None, "2018-01-01")], 1),
    (OneOf(day(2017, 12, 1), day(2017, 12, 31), G.DAY), "daterange", ["x"],
     [range_(None, "2018-01-01")], 0),
    (Moment(G.YEAR, 2018), "daterange", ["x"], [range_(None, "2018-06-01")], 0),
    # Clock times have no day of their own.
    (at(19), "time", ["T19"], [Accepted("19:00:00")], 1),
    (at(19, 0), "time", ["T19"], [Accepted("19:00:00")], 1),
    (at(7), "time", ["T19"], [Accepted("19:00:00")], 0),
    (at(19, 30), "time", ["T19"], [Accepted("19:00:00")], 0),
    (Interval(at(17), at(18)), "timerange", ["x"], [range_("17:00:00", "18:00:00")], 1),
    (Interval(at(17), at(18)), "timerange", ["x"], [range_("17:00:00", "20:00:00")], 0),
    (part("MO", 2016, 11, 7), "timerange", ["TMO"], [range_("08:00:00", "12:00:00")], 1),
    (part("EV", 2016, 11, 7), "timerange", ["TMO"], [range_("08:00:00", "12:00:00")], 0),
    # A zone is written but not converted.
    (Moment(G.HOUR, 2016, 11, 7, hour=16, zone="+02:00"), "datetime", ["x"],
     [Accepted("2016-11-07 16:00:00")], 1),
    (at(16, 12), "datetime", ["x"], [Accepted("2016-11-07 16:12:00")], 1),
    (at(16, 12), "datetime", ["x"], [Accepted("2016-11-08 16:12:00")], 0),
    # Parts of the day: which hours they are is convention, which day is not.
    (part("MO", 2016, 11, 8), "datetimerange", ["XXXX-WXX-2TMO"],
     [range_("2016-11-08 08:00:00", "2016-11-08 12:00:00")], 1),
    (part("MO", 2016, 11, 9), "datetimerange", ["XXXX-WXX-2TMO"],
     [range_("2016-11-08 08:00:00", "2016-11-08 12:00:00")], 0),
    (part("NI", 2016, 11, 8), "datetimerange", ["2016-11-08TNI"], [], 1),
    # Lengths.
    (Duration(((3, 3, G.MINUTE),)), "duration", ["PT3M"], [Accepted("180")], 1),
    (Duration(((1.5, 1.5, G.HOUR),)), "duration", ["PT1H30M"], [Accepted("5400")], 1),
    (Duration(((2, 6, G.MINUTE),)), "duration", ["PT3M"], [Accepted("180")], 1),
    (Duration(((4, 4, G.MINUTE),)), "duration", ["PT3M"], [Accepted("180")], 0),
    (Duration(((1, None, G.MINUTE),)), "duration", ["PT3M"], [Accepted("180")], 0),
    (at(0), "duration", ["PT3M"], [Accepted("180")], 0),
    (Recurrence("XXXX-WXX-1"), "set", ["XXXX-WXX-1"], [Accepted("not resolved")], 1),
    (Recurrence("XXXX-WXX-2"), "set", ["XXXX-WXX-1"], [Accepted("not resolved")], 0),
    (Reference.PRESENT, "datetime", ["PRESENT_REF"], [Accepted("2016-11-07 00:00:00")], 1),
    (Reference.PAST, "datetime", ["PRESENT_REF"], [Accepted("2016-11-07 00:00:00")], 0),
    (Unresolved("why"), "date", ["2016-11-07"], [Accepted("2016-11-07")], 0),
]  # fmt: skip


@pytest.mark.parametrize(("value", "kind", "timex", "readings", "same"), MEANINGS)
def test_meaning(value, kind, timex, readings, same):
    expected = Expected("words", 0, 5, kind, tuple(timex), tuple(readings))
    assert means(value, expected) is bool(same)


ASKED = "2016-11-07T16:12:00"  # a Monday


def week(year, number):
    return Moment(G.WEEK, year, week=number)


NOVEMBER = (2016, 11)
# words, value of ours, kind, timex of theirs, accepted readings, whether it means the same
CONVENTIONS = [
    # Weeks are counted from the day of asking; a week that is named is none of its days.
    ("in 2 weeks", week(2016, 47), "date", ["2016-11-21"], [Accepted("2016-11-21")], 1),
    ("in 2 weeks", week(2016, 47), "date", ["2016-11-23"], [Accepted("2016-11-23")], 0),
    ("in 2 weeks", week(2016, 48), "date", ["2016-11-21"], [Accepted("2016-11-21")], 0),
    ("next week Mon", week(2016, 46), "date", ["2016-11-14"], [Accepted("2016-11-14")], 0),
    ("in two months", Moment(G.MONTH, 2017, 1), "date", ["x"], [Accepted("2017-01-07")], 1),
    ("in two months", Moment(G.MONTH, 2017, 1), "date", ["x"], [Accepted("2017-01-09")], 0),
    ("a year ago", Moment(G.YEAR, 2015), "date", ["x"], [Accepted("2015-11-07")], 1),
    ("a year ago", Moment(G.YEAR, 2015), "date", ["x"], [Accepted("2015-12-07")], 0),
    ("5 past years", Interval(Moment(G.YEAR, 2011), day(2016, 11, 7)), "daterange", ["x"],
     [range_("2011-11-07", "2016-11-07")], 1),
    ("5 past years", Interval(Moment(G.YEAR, 2012), day(2016, 11, 7)), "daterange", ["x"],
     [range_("2011-11-07", "2016-11-07")], 0),
    ("3 next weeks", Interval(day(2016, 11, 7), week(2016, 48)), "daterange", ["x"],
     [range_("2016-11-08", "2016-11-29")], 1),
    ("3 next weeks", Interval(day(2016, 11, 6), week(2016, 48)), "daterange", ["x"],
     [range_("2016-11-08", "2016-11-29")], 0),
    # "Early", "the middle of", "late": any edge in that half of the cell.
    ("mid-November", Moment(G.MONTH, *NOVEMBER, mod="MID"), "daterange", ["x"],
     [range_("2016-11-10", "2016-11-21")], 1),
    ("mid-November", Moment(G.MONTH, *NOVEMBER, mod="MID"), "daterange", ["x"],
     [range_("2016-11-12", "2016-11-13")], 0),
    ("mid-November", Moment(G.MONTH, *NOVEMBER, mod="START"), "daterange", ["x"],
     [range_("2016-11-10", "2016-11-21")], 0),
    ("since late July", Moment(G.MONTH, 2016, 7, mod="END"), "daterange", ["x"],
     [range_("2016-07-16", None)], 1),
    ("since late July", Moment(G.MONTH, 2016, 7, mod="END"), "daterange", ["x"],
     [range_("2016-07-10", None)], 0),
    ("from the end of March",
     Interval(Moment(G.MONTH, 2016, 3, mod="END"), Moment(G.MONTH, 2016, 9, mod="MID")),
     "daterange", ["x"], [range_("2016-04-01", "2016-09-16")], 1),
    ("end of tomorrow", Moment(G.DAY, 2016, 11, 8, mod="END"), "datetime", ["x"],
     [Accepted("2016-11-08 23:59:59")], 1),
    ("tomorrow", day(2016, 11, 8), "datetime", ["x"], [Accepted("2016-11-08 23:59:59")], 0),
    # What goes on ends when they are asked.
    ("until now", Interval(Moment(G.MONTH, 2016, 3), OPEN), "daterange", ["x"],
     [range_("2016-03-01", "2016-11-07")], 1),
    ("until now", Interval(Moment(G.MONTH, 2016, 3), OPEN), "daterange", ["x"],
     [range_("2016-03-01", "2016-11-06")], 0),
    ("until now", Interval(Moment(G.MONTH, 2016, 2), OPEN), "daterange", ["x"],
     [range_("2016-03-01", "2016-11-07")], 0),
    # Theirs forgets the day of "today before four", in which ours begins.
    ("today before 4", Interval(day(2016, 11, 7), at(16)), "datetimerange", ["x"],
     [range_(None, "2016-11-07 16:00:00")], 1),
    ("today before 4", Interval(day(2016, 11, 6), at(16)), "datetimerange", ["x"],
     [range_(None, "2016-11-07 16:00:00")], 0),
    ("today after 4", Interval(at(16), day(2016, 11, 7)), "datetimerange", ["x"],
     [range_("2016-11-07 16:00:00", None)], 1),
    ("today after 4", Interval(at(16), day(2016, 11, 8)), "datetimerange", ["x"],
     [range_("2016-11-07 16:00:00", None)], 0),
    # Sets and lengths that are written in two ways.
    ("each quarter", Recurrence("P1Q"), "set", ["P3M"], [], 1),
    ("each quarter", Recurrence("P1Q"), "set", ["P4M"], [], 0),
    ("semi-annually", Recurrence("P6M"), "set", ["P0.5Y"], [], 1),
    ("every weekend", Recurrence("XXXX-WXX-WE"), "set", ["P1WE"], [], 1),
    ("daily at 7", Recurrence("XXXX-XX-XXT07:00"), "set", ["T07:00"], [], 1),
    ("daily at 7", Recurrence("XXXX-WXX-1T07:00"), "set", ["T07:00"], [], 0),
    ("within 5 minutes", Duration(((5, 5, G.MINUTE),)), "datetimerange",
     ["(2016-11-07T16:12:00,2016-11-07T16:17:00,PT5M)"],
     [range_("2016-11-07 16:12:00", "2016-11-07 16:17:00")], 1),
    ("next 5 minutes", Duration(((5, 5, G.MINUTE),)), "datetimerange",
     ["(2016-11-07T16:12:00,2016-11-07T16:17:00,PT5M)"],
     [range_("2016-11-07 16:12:00", "2016-11-07 16:17:00")], 0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value", "kind", "timex", "readings", "same"), CONVENTIONS)
def test_meaning_in_other_terms(words, value, kind, timex, readings, same):
    expected = Expected(words, 0, 5, kind, tuple(timex), tuple(readings))
    assert means(value, expected, ASKED) is bool(same)


def test_stamps():
    assert read_stamp("1970-01-02") == 86_400
    assert read_stamp("1970-01-02 00:01:01") == 86_461
    assert read_stamp("01:01:01") == 3661
    assert read_stamp("not resolved") is None
    assert read_stamp(None) is None


TEXT = "Meet from 3 to 5 May, or today."


def case(*expected):
    return Case(TEXT, "2016-05-01T00:00:00", tuple(expected))


DAYS = range_("2016-05-03", "2016-05-05")
RANGE = Expected("from 3 to 5 May", 5, 20, "daterange", ("x",), (DAYS,))
TODAY = Expected("today", 25, 30, "date", ("2016-05-01",), (Accepted("2016-05-01"),))
INTERVAL = expression(
    TEXT, "3 to 5 May", Interval(day(2016, 5, 3), day(2016, 5, 5)), "INTERVAL", "range"
)
ENDS = [expression(TEXT, "3", day(2016, 5, 3)), expression(TEXT, "5 May", day(2016, 5, 5))]


def test_the_longest_expression_counts():
    assert keep_longest([*ENDS, INTERVAL]) == [INTERVAL]
    (answer,) = judge_case(case(RANGE), [*ENDS, INTERVAL])
    assert (answer.expected, answer.found, answer.right) == (RANGE, INTERVAL, True)


def test_ends_without_their_range_are_found_but_not_right():
    first, second = judge_case(case(RANGE), ENDS)
    assert (first.expected, first.found, first.right) == (RANGE, ENDS[0], False)
    assert (second.expected, second.found, second.right) == (None, ENDS[1], False)


JOINED = "It starts on Christmas at 8:00 here."
CHRISTMAS = Expected("Christmas", 13, 22, "date", ("x",), (Accepted("2016-12-25"),))
EIGHT = Expected("8:00", 26, 30, "time", ("T08:00",), (Accepted("08:00:00"),))


@pytest.mark.parametrize(
    ("value", "right"),
    [
        (at(8, 0, month=12, day_=25), [True, True]),
        (at(8, 0, month=12, day_=24), [False, True]),
        (at(9, 0, month=12, day_=25), [True, False]),
        (day(2016, 12, 25), [True, False]),
    ],
)
def test_a_day_and_its_clock_time_apart_are_one_of_ours(value, right):
    ours = expression(JOINED, "Christmas at 8:00", value, "TIME", "day-clock")
    apart = Case(JOINED, "2016-11-07T00:00:00", (CHRISTMAS, EIGHT))
    answers = judge_case(apart, [ours])
    assert [answer.right for answer in answers] == right
    assert answers[1].found == (ours if value != day(2016, 12, 25) else None)


def test_two_dates_in_one_of_ours_are_not_joined():
    ours = expression(JOINED, "Christmas at 8:00", at(8, 0, month=12, day_=25), "TIME", "x")
    other = Expected("8:00", 26, 30, "date", ("x",), (Accepted("2016-12-25"),))
    (first, second) = judge_case(Case(JOINED, "2016-11-07T00:00:00", (CHRISTMAS, other)), [ours])
    assert (first.found, second.found) == (ours, None)


def test_counts_by_hand():
    today = expression(TEXT, "today", day(2016, 5, 2))
    judged = [
        (c, judge_case(c, found))
        for c, found in [
            (case(RANGE, TODAY), [INTERVAL, today]),  # found 2, right 1
            (case(RANGE, TODAY), [expression(TEXT, "Meet", day(2016, 5, 2))]),  # spurious 1
            (case(), []),
            (case(), [today]),
        ]
    ]
    counts = count_cases(judged)
    assert counts["all"] == CaseCounts(4, 2, 1, negatives=2, clean=1, spurious=1)
    assert counts["all"].shares() == {"found": 0.5, "right": 0.25, "clean": 0.5}
    assert counts["date"] == CaseCounts(2, 1, 0)
    assert counts["daterange"] == CaseCounts(2, 1, 1)
    faults = [f for c, answers in judged for f in case_faults("c", c.text, answers)]
    assert [(f.kind, f.words, f.gold, f.found) for f in faults] == [
        ("value", "today", "2016-05-01", "today: 2016-05-02"),
        ("spurious", "Meet", "", "Meet: 2016-05-02"),
        ("missed", "from 3 to 5 May", "x", ""),
        ("missed", "today", "2016-05-01", ""),
        ("spurious", "today", "", "today: 2016-05-02"),
    ]


ROW = {"text": "now", "reference": "2017-09-28T14:11:10.9626841", "expected": []}


def test_reading(tmp_path):
    path = tmp_path / "cases.jsonl"
    row = ROW | {
        "expected": [
            {"text": "now", "start": 0, "end": 3, "kind": "datetime", "timex": ["PRESENT_REF"],
             "values": [{"value": "2017-09-28 14:11:10", "Mod": "since"}]}
        ]
    }  # fmt: skip
    path.write_text(json.dumps(ROW) + "\n\n" + json.dumps(row) + "\n")
    assert is_cases_file(path)
    empty, full = read_cases(path)
    assert (empty.expected, full.date) == ((), "2017-09-28T14:11:10")
    assert full.expected[0].values == (Accepted("2017-09-28 14:11:10"),)


@pytest.mark.parametrize("line", ['{"text": "a", "id": "b"}', "[]", "words", ""])
def test_other_files_are_no_cases(tmp_path, line):
    path = tmp_path / "a.jsonl"
    path.write_text(line)
    assert not is_cases_file(path)


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps(ROW) + '\n{"text": 1}\n')
    with pytest.raises(ReadError, match="line 2"):
        list(read_cases(path))
