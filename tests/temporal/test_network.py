"""The network of begins and ends: sound against brute force, tightened only, linear, explained."""

from itertools import pairwise, product
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.temporal.network import Contradiction, Network
from timeline.temporal.points import Point, Range, Statement, Tie, lasting, same

A, B, C, D = (Point(name) for name in "abcd")
POINTS = (A, B, C, D)
LAST = 4  # the domain of the brute force: 0 to here

TIES = st.builds(Tie, st.sampled_from(POINTS), st.sampled_from(POINTS), st.integers(-3, 3)).filter(
    lambda tie: tie.first != tie.second
)
RANGES = st.builds(
    lambda point, lo, width: Range(point, lo, lo + width),
    st.sampled_from(POINTS),
    st.integers(0, LAST),
    st.integers(0, LAST),
)
DOMAIN = Statement(-1, "", ranges=tuple(Range(point, 0, LAST) for point in POINTS))


@st.composite
def statements(draw, most=7):
    """Statements with a rank each; sources are their numbers."""
    said = draw(st.lists(st.one_of(TIES, RANGES), max_size=most))
    ranks = draw(st.lists(st.integers(0, 2), min_size=len(said), max_size=len(said)))
    return [
        Statement(rank, f"s{n}", (one,) if isinstance(one, Tie) else (), ()
                  if isinstance(one, Tie) else (one,))
        for n, (rank, one) in enumerate(zip(ranks, said, strict=True))
    ]  # fmt: skip


def holds(statement, at):
    ties = all(at[tie.second] >= at[tie.first] + tie.gap for tie in statement.ties)
    return ties and all(r.lo <= at[r.point] <= r.hi for r in statement.ranges)


def solutions(said):
    every = (dict(zip(POINTS, at, strict=True)) for at in product(range(LAST + 1), repeat=4))
    return [at for at in every if all(holds(one, at) for one in said)]


def dropped(network):
    return [one.dropped.source for one in network.contradictions]


@given(statements())
@settings(max_examples=300)
def test_bounds_and_what_is_dropped_are_those_of_brute_force(said):
    """Taken one by one in their order, a statement stays if a solution is left."""
    kept, lost = [DOMAIN], []
    for one in sorted(said):
        if solutions([*kept, one]):
            kept.append(one)
        else:
            lost.append(one.source)
    network = Network([DOMAIN, *said])
    assert dropped(network) == lost
    left = solutions(kept)
    for point in POINTS:
        values = [at[point] for at in left]
        assert network.bounds(point) == (min(values), max(values))


@given(statements())
@settings(max_examples=200)
def test_what_is_told_to_precede_does_in_every_solution(said):
    network = Network([DOMAIN, *said])
    left = solutions([DOMAIN, *(one for one in said if one.source not in dropped(network))])
    for first, second, gap in product(POINTS, POINTS, (0, 1)):
        if first != second and network.precedes(first, second, gap):
            assert all(at[first] + gap <= at[second] for at in left)


@given(statements(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_the_input_does_not_matter(said, random):
    shuffled = list(said)
    random.shuffle(shuffled)
    one, other = Network(said), Network(shuffled)
    assert [one.bounds(p) for p in POINTS] == [other.bounds(p) for p in POINTS]
    assert one.contradictions == other.contradictions


@given(statements(), TIES)
def test_one_more_statement_only_tightens(said, tie):
    before = Network([DOMAIN, *said])
    after = Network([DOMAIN, *said, Statement(9, "more", (tie,))])
    for point in POINTS:
        assert before.bounds(point)[0] <= after.bounds(point)[0]
        assert after.bounds(point)[1] <= before.bounds(point)[1]


def test_bounds_travel_over_a_third_and_back_when_the_tie_is_gone():
    range_of_a = Statement(0, "dated", ranges=(Range(A, 10, 20),))
    ties = [Statement(1, "a-b", (Tie(A, B),)), Statement(1, "b-c", (Tie(B, C, 1),))]
    assert Network([range_of_a, *ties]).bounds(C) == (11, inf)
    assert Network([range_of_a, *ties[1:]]).bounds(C) == (-inf, inf)
    assert Network([range_of_a, *ties]).reasons(C) == ("dated", "a-b", "b-c")


def test_lengths_and_equality():
    said = [
        Statement(0, "begin", ranges=(Range(A, 100, 110),)),
        Statement(0, "length", lasting(A, B, 5, 7)),
        Statement(0, "same", same(B, C)),
    ]
    network = Network(said)
    assert network.bounds(B) == network.bounds(C) == (105, 117)
    assert not network.contradictions


@pytest.mark.parametrize("bounded", [False, True])
def test_a_circle_loses_its_least_precise_tie(bounded):
    """Also where nothing bounds the points."""
    said = [
        Statement(0, "first", (Tie(A, B, 1),)),
        Statement(1, "second", (Tie(B, C, 1),)),
        Statement(2, "third", (Tie(C, A, 1),)),
    ]
    if bounded:
        said.append(Statement(0, "dated", ranges=(Range(A, 0, 10**9),)))
    network = Network(said)
    assert network.contradictions == (Contradiction(said[2], ("first", "second")),)


def test_the_less_precise_gives_way_and_both_sources_are_named():
    said = [
        Statement(0, "expression", ranges=(Range(A, 10, 20),)),
        Statement(1, "other", ranges=(Range(B, 0, 5),)),
        Statement(5, "signal", (Tie(A, B),)),
    ]
    network = Network(said)
    assert network.contradictions == (Contradiction(said[2], ("expression", "other")),)
    assert network.bounds(B) == (0, 5)


def test_what_contradicts_itself_has_nobody_against_it():
    said = Statement(0, "odd", ranges=(Range(A, 9, 3),))
    assert Network([said]).contradictions == (Contradiction(said, ()),)


def chain(count, order):
    """A chain whose bounds travel all the way; the more precise ranges disagree with it often."""
    points = [Point(f"p{n:05}") for n in range(count)]
    ties = [Statement(1, f"t{n}", (Tie(a, b, 1),)) for n, (a, b) in enumerate(pairwise(points))]
    ends = [
        Statement(0, f"r{n}", ranges=(Range(point, n * 10, n * 10 + 10**6),))
        for n, point in enumerate(points)
    ]
    late = [Statement(2, f"x{n}", (Tie(points[n + 1], points[n], 1),)) for n in range(0, count, 40)]
    return [*order(ties), *ends, *(s for s in late if count > 40)]


def backward(count):
    """Latest bounds that fall along the chain: every tie that comes lowers all before it."""
    points = [Point(f"p{n:05}") for n in range(count)]
    ties = [Statement(1, f"t{n:05}", (Tie(a, b),)) for n, (a, b) in enumerate(pairwise(points))]
    return ties + [Statement(0, "", ranges=(Range(p, hi=-n),)) for n, p in enumerate(points)]


def equal(count):
    """All points are one, and the bound comes in at the far end."""
    points = [Point(f"p{n:05}") for n in range(count)]
    ties = [Statement(0, f"t{n:05}", same(a, b)) for n, (a, b) in enumerate(pairwise(points))]
    return [*ties, Statement(1, "dated", ranges=(Range(points[-1], 0, 9),))]


def forward(count):
    return chain(count, list)[: 2 * count - 1]


def reverse(count):
    return chain(count, lambda ties: ties[::-1])[: 2 * count - 1]


@pytest.mark.parametrize("make", [forward, reverse, backward, equal])
def test_twice_the_chain_is_twice_the_work(make):
    steps = [Network(make(count)).steps for count in (500, 1000, 2000)]
    assert steps[0] > 0
    assert steps[1] <= 2.2 * steps[0]
    assert steps[2] <= 2.2 * steps[1]


def test_contradictions_cost_little_more():
    """Every fortieth link is denied: halves are searched, each once more for each level."""
    networks = [Network(chain(count, list)) for count in (500, 1000, 2000)]
    assert [len(one.contradictions) for one in networks] == [13, 25, 50]
    steps = [one.steps for one in networks]
    assert steps[1] <= 2.6 * steps[0]
    assert steps[2] <= 2.6 * steps[1]
