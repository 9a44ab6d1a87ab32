"""F1 of expressions and events, by hand."""

import pytest

from timeline.evaluation.marks import Mark, pair_marks
from timeline.evaluation.score import (
    Tally,
    score_events,
    score_labels,
    score_parts_of_speech,
    score_rules,
    score_timexes,
)


def timex(start, end, kind="DATE", value="1998-01-08", by=""):
    return Mark(start, end, "", {"type": kind, "value": value}, by)


def event(start, class_="OCCURRENCE", pos="VERB", **attributes):
    return Mark(start, start + 4, "", {"class": class_, "pos": pos, **attributes})


# By hand: gold has four expressions, we found five.
#   0- 6  equal, type and value right
#  10-20  overlap only (10-16), type right, value wrong
#  30-36  overlap only (28-36), type wrong, value right
#  40-46  missed
#  50-56, 60-66, and 0-6 a second time: spurious
GOLD = [
    timex(0, 6),
    timex(10, 20, "DURATION", "P2D"),
    timex(30, 36, "TIME", "1998-01-08TMO"),
    timex(40, 46),
]
FOUND = [
    timex(0, 6),
    timex(0, 6),
    timex(10, 16, "DURATION", "PXD"),
    timex(28, 36, "DATE", "1998-01-08TMO"),
    timex(60, 66),
]


def test_timexes_by_hand():
    figures = score_timexes(pair_marks(GOLD, FOUND))
    assert figures == {
        "strict": Tally(4, 5, 1),
        "relaxed": Tally(4, 5, 3),
        "type": Tally(4, 5, 2),
        "value": Tally(4, 5, 2),
    }
    # P = 3/5, R = 3/4, F1 = 2 * .6 * .75 / 1.35 = 2/3
    relaxed = figures["relaxed"]
    assert (relaxed.precision, relaxed.recall) == (0.6, 0.75)
    assert relaxed.f1 == pytest.approx(2 / 3)
    assert figures["strict"].f1 == pytest.approx(2 / 9)


@pytest.mark.parametrize(
    ("ours", "gold"),
    [("PXD", "P2D"), ("1998-W6", "1998-W06"), ("1998-01-08T10", "1998-01-08T10:00"), ("", "1998")],
)
def test_values_are_strings(ours, gold):
    pairs = pair_marks([timex(0, 4, value=gold)], [timex(0, 4, value=ours)])
    figures = score_timexes(pairs)
    assert figures["strict"].right == 1
    assert figures["value"].right == 0


def test_no_value_on_either_side_is_agreement():
    bare = Mark(0, 4, "", {"type": "DATE"})
    assert score_timexes(pair_marks([bare], [timex(0, 4, value="")]))["value"].right == 1


def test_what_is_not_matched_is_never_right():
    """Two strangers with the same value do not agree."""
    figures = score_timexes(pair_marks([timex(0, 4)], [timex(10, 14)]))
    assert {name: tally.right for name, tally in figures.items()} == dict.fromkeys(figures, 0)


def test_ratios_of_nothing():
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert (Tally(gold=2).precision, Tally(gold=2).recall, Tally(gold=2).f1) == (None, 0, 0)
    assert Tally(found=2).f1 == 0
    assert Tally(3, 3, 3).f1 == 1


def test_counts_are_summed_over_documents_before_the_ratio():
    """Micro: 1 of 1 and 0 of 3 is a quarter, not a half."""
    first = pair_marks([timex(0, 4)], [timex(0, 4)])
    second = pair_marks([timex(0, 4), timex(5, 9), timex(10, 14)], [])
    assert score_timexes(first + second)["strict"].recall == 0.25


EVENTS_GOLD = [
    event(0, "REPORTING", tense="PAST", aspect="NONE", polarity="POS"),
    event(10, "OCCURRENCE", tense="PAST", aspect="NONE", polarity="NEG", modality="may"),
    event(20, "STATE", "NOUN", tense="NONE", aspect="NONE", polarity="POS"),
]
EVENTS_FOUND = [
    event(0, "REPORTING", tense="PAST", aspect="NONE", polarity="POS"),
    event(10, "STATE", tense="PAST", aspect="PERFECTIVE", polarity="POS"),
    event(30, "STATE", "NOUN", tense="NONE", aspect="NONE", polarity="POS"),
    event(40, "STATE", "ADJECTIVE", tense="NONE", aspect="NONE", polarity="POS"),
]


def test_events_by_hand():
    figures = score_events(pair_marks(EVENTS_GOLD, EVENTS_FOUND))
    rights = {name: tally.right for name, tally in figures.items()}
    assert rights == {
        "strict": 2,
        "relaxed": 2,
        "class": 1,
        "tense": 2,
        "aspect": 1,
        "polarity": 1,
        "modality": 1,
    }
    assert all((tally.gold, tally.found) == (3, 4) for tally in figures.values())


def test_an_event_of_two_words_is_relaxed_only():
    pairs = pair_marks([event(0)], [Mark(0, 12, "", {"class": "OCCURRENCE"})])
    figures = score_events(pairs)
    assert (figures["strict"].right, figures["relaxed"].right, figures["class"].right) == (0, 1, 1)


def test_classes_count_as_they_were_given():
    labels = score_labels(pair_marks(EVENTS_GOLD, EVENTS_FOUND), "class")
    assert labels == {
        "OCCURRENCE": Tally(1, 0, 0),
        "REPORTING": Tally(1, 1, 1),
        "STATE": Tally(1, 3, 0),
    }


def test_parts_of_speech_group_by_gold_where_there_is_gold():
    pairs = pair_marks([event(0, pos="NOUN")], [event(0, pos="VERB"), event(10, pos="VERB")])
    assert score_parts_of_speech(pairs) == {"NOUN": Tally(1, 1, 1), "VERB": Tally(0, 1, 0)}
    # Nothing belongs to the verbs, though one was called so.
    assert score_parts_of_speech(pairs[:1]) == {"NOUN": Tally(1, 1, 1)}


def test_rules_with_most_wrong_values_first():
    gold = [timex(0, 4), timex(10, 14), timex(20, 24)]
    found = [
        timex(0, 4, by="a-good"),
        timex(10, 14, value="wrong", by="bad"),
        timex(20, 23, by="bad"),
        timex(30, 34, by="bad"),
    ]
    rows = score_rules(pair_marks(gold, found), ("type", "value"))
    assert [(r.rule, r.found, r.relaxed, r.strict, r.right) for r in rows] == [
        ("bad", 3, 2, 1, {"type": 2, "value": 1}),
        ("a-good", 1, 1, 1, {"type": 1, "value": 1}),
    ]
