"""Thirteen relations, their inverses, and compositions that random intervals never contradict."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.temporal.axis import ALWAYS, Extent
from timeline.temporal.relations import (
    ALL,
    Relation,
    compose,
    compose_any,
    from_rel_type,
    inverse,
    relation_of,
    to_rel_type,
)

R = Relation
ENDS = st.one_of(st.integers(0, 6), st.integers(-(10**9), 10**9))
INTERVALS = st.tuples(ENDS, ENDS).filter(lambda p: p[0] != p[1]).map(lambda p: (min(p), max(p)))
RELATIONS = st.sampled_from(list(Relation))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
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
    ],
)
def test_names(a, b, expected):
    assert relation_of(a, b).value == expected
    assert relation_of(Extent(*a), Extent(*b)).value == expected


def test_open_extents_have_relations_and_empty_ones_do_not():
    assert relation_of(Extent(0, 5), ALWAYS) is R.IS_INCLUDED
    with pytest.raises(ValueError, match="no interval"):
        relation_of(Extent(3, 3), ALWAYS)


@given(INTERVALS, INTERVALS)
def test_the_inverse_is_how_the_second_lies_to_the_first(a, b):
    assert relation_of(b, a) is inverse(relation_of(a, b))


@given(INTERVALS, INTERVALS, INTERVALS)
def test_composition_never_excludes_what_is_so(a, b, c):
    assert relation_of(a, c) in compose(relation_of(a, b), relation_of(b, c))


# Ends before, at, within and after (0, 10), with room for two intervals in each place.
POINTS = (-4, -3, -2, -1, 0, 2, 4, 6, 8, 10, 11, 12, 13, 14)
AROUND = [(x, y) for x in POINTS for y in POINTS if x < y]


def test_composition_claims_nothing_that_no_intervals_show():
    first = (0, 10)
    seen = {
        (relation_of(first, b), relation_of(b, c), relation_of(first, c))
        for b in AROUND
        for c in AROUND
    }
    claimed = {(a, b, c) for a in Relation for b in Relation for c in compose(a, b)}
    assert claimed == seen


@given(RELATIONS, RELATIONS)
def test_the_inverse_of_a_composition(first, second):
    turned = {inverse(r) for r in compose(first, second)}
    assert turned == compose(inverse(second), inverse(first))


@given(RELATIONS)
def test_inverses_and_the_neutral_relation(relation):
    assert inverse(inverse(relation)) is relation
    assert compose(relation, R.SIMULTANEOUS) == {relation} == compose(R.SIMULTANEOUS, relation)
    assert R.SIMULTANEOUS in compose(relation, inverse(relation))


@given(RELATIONS, RELATIONS, RELATIONS)
def test_composition_is_associative(a, b, c):
    assert compose_any(compose(a, b), {c}) == compose_any({a}, compose(b, c))


def test_well_known_compositions():
    assert compose(R.BEFORE, R.BEFORE) == {R.BEFORE}
    assert compose(R.BEFORE, R.AFTER) == ALL
    assert compose(R.IBEFORE, R.IBEFORE) == {R.BEFORE}
    assert compose(R.IS_INCLUDED, R.BEFORE) == {R.BEFORE}
    assert compose(R.OVERLAPS, R.OVERLAPS) == {R.BEFORE, R.IBEFORE, R.OVERLAPS}
    assert len(compose(R.OVERLAPS, R.OVERLAPPED_BY)) == 9


@given(RELATIONS)
def test_rel_types_are_read_back(relation):
    assume(relation not in (R.OVERLAPS, R.OVERLAPPED_BY))
    assert from_rel_type(to_rel_type(relation)) == {relation}


def test_rel_types_that_timeml_lacks_or_adds():
    assert to_rel_type(R.OVERLAPS) == to_rel_type(R.OVERLAPPED_BY) == "VAGUE"
    assert from_rel_type("IDENTITY") == from_rel_type("DURING") == {R.SIMULTANEOUS}
    assert from_rel_type("VAGUE") == from_rel_type("NONE") == ALL
