"""Which marks are equal, overlap, or are matched."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluation.marks import Mark, pair_marks


def spans(pairs):
    return [
        (pair.gold.span if pair.gold else None, pair.found.span if pair.found else None)
        for pair in pairs
    ]


def pair(gold, found):
    return spans(pair_marks([Mark(*g) for g in gold], [Mark(*f) for f in found]))


def test_equal_and_overlapping():
    assert pair([(0, 4), (10, 20)], [(0, 4), (12, 25)]) == [
        ((0, 4), (0, 4)),
        ((10, 20), (12, 25)),
    ]


def test_marks_that_touch_do_not_overlap():
    assert pair([(0, 4)], [(4, 8)]) == [((0, 4), None), (None, (4, 8))]


def test_an_empty_mark_overlaps_nothing():
    assert pair([(0, 8)], [(4, 4)]) == [((0, 8), None), (None, (4, 4))]


def test_a_repeated_mark_is_matched_once():
    assert pair([(0, 4)], [(0, 4), (0, 4)]) == [((0, 4), (0, 4)), (None, (0, 4))]
    assert pair([(0, 4), (0, 4)], [(0, 4)]) == [((0, 4), (0, 4)), ((0, 4), None)]


def test_one_long_mark_answers_one_gold_mark_only():
    """ "26 May and 4 June" found as one: the first is matched, the second is missed."""
    assert pair([(0, 6), (11, 17)], [(0, 17)]) == [((0, 6), (0, 17)), ((11, 17), None)]


def test_two_short_marks_answer_one_gold_mark_once():
    assert pair([(0, 17)], [(0, 6), (11, 17)]) == [((0, 17), (0, 6)), (None, (11, 17))]


def test_an_equal_mark_goes_before_an_overlap_that_comes_first():
    assert pair([(0, 10)], [(0, 3), (0, 10)]) == [((0, 10), (0, 10)), (None, (0, 3))]
    # Without that the gold mark at 0 would take the mark that is right for the one at 2.
    assert pair([(0, 5), (2, 9)], [(2, 9), (4, 7)]) == [((0, 5), (4, 7)), ((2, 9), (2, 9))]


def test_the_order_of_the_input_does_not_matter():
    gold, found = [(10, 20), (0, 4)], [(15, 25), (1, 3), (30, 31)]
    assert pair(gold, found) == pair(gold[::-1], found[::-1])


marks = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda p: (p[0], sum(p))))


@given(marks, marks)
def test_every_mark_comes_out_once(gold, found):
    pairs = pair(gold, found)
    assert sorted(g for g, _ in pairs if g) == sorted(gold)
    assert sorted(f for _, f in pairs if f) == sorted(found)
    for g, f in pairs:
        assert g is None or f is None or g == f or max(g[0], f[0]) < min(g[1], f[1])


@given(marks, marks)
def test_nothing_is_left_over_that_would_match(gold, found):
    pairs = pair(gold, found)
    missed = [g for g, f in pairs if f is None]
    spurious = [f for g, f in pairs if g is None]
    assert not [(g, f) for g in missed for f in spurious if max(g[0], f[0]) < min(g[1], f[1])]
    assert not set(missed) & set(spurious)
