"""Thirteen relations, their inverses, and the ties of begins and ends that they come to."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.network import Network
from timeline.temporal.points import Point, Statement, Tie
from timeline.temporal.relations import Relation, inverse, ties_of

R = Relation
RELATIONS = st.sampled_from(list(Relation))
SHOWN = [
    ((0, 1), (2, 3), "BEFORE"),
    ((0, 1), (1, 2), "IBEFORE"),
    ((0, 2), (1, 3), "OVERLAPS"),
    ((0, 1), (0, 2), "BEGINS"),
    ((1, 2), (0, 3), "IS_INCLUDED"),
    ((1, 2), (0, 2), "ENDS"),
    ((0, 1), (0, 1), "SIMULTANEOUS"),
    ((0, 2), (1, 2), "ENDED_BY"),
    ((0, 3), (1, 2), "INCLUDES"),
    ((0, 2), (0, 1), "BEGUN_BY"),
    ((1, 3), (0, 2), "OVERLAPPED_BY"),
    ((1, 2), (0, 1), "IAFTER"),
    ((2, 3), (0, 1), "AFTER"),
]


def holds(relations, a, b):
    """Whether two intervals satisfy the ties of some relations."""
    at = {Point("a"): a[0], Point("a", True): a[1], Point("b"): b[0], Point("b", True): b[1]}
    return all(at[t.second] >= at[t.first] + t.gap for t in ties_of("a", "b", relations))


@pytest.mark.parametrize(("a", "b", "name"), SHOWN)
def test_the_ties_of_a_relation_hold_for_it_and_no_other(a, b, name):
    assert [r.value for r in Relation if holds({r}, a, b)] == [name]


@pytest.mark.parametrize(("a", "b", "name"), SHOWN)
def test_the_inverse_is_how_the_second_lies_to_the_first(a, b, name):
    assert holds({inverse(R(name))}, b, a)
    assert inverse(inverse(R(name))) is R(name)


@given(st.sets(RELATIONS, min_size=1), st.sampled_from(SHOWN))
def test_what_some_relations_share_holds_for_each_of_them(relations, shown):
    a, b, name = shown
    assert holds(relations | {R(name)}, a, b)


def test_all_relations_together_say_nothing():
    assert ties_of("a", "b", set(Relation)) == ()


@given(RELATIONS, RELATIONS)
def test_two_relations_of_one_pair_contradict_each_other(first, second):
    """As the network sees it: the second one is dropped unless it is the first."""
    long = [Statement(0, "", (Tie(Point(name), Point(name, True), 1),)) for name in "ab"]
    said = [Statement(1, "x", ties_of("a", "b", {first})),
            Statement(2, "y", ties_of("a", "b", {second}))]  # fmt: skip
    dropped = [c.dropped.source for c in Network([*long, *said]).contradictions]
    assert dropped == ([] if first is second else ["y"])


def test_in_a_small_world_every_pair_has_one_relation():
    intervals = [(x, y) for x, y in product(range(5), repeat=2) if x < y]
    for a, b in product(intervals, repeat=2):
        assert sum(holds({r}, a, b) for r in Relation) == 1
