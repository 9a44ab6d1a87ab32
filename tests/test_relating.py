"""How two entries lie to each other: settled by bounds, never by accident, as the rows stand."""

import json
from itertools import combinations, product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import chronology as c

ANYWHERE = (None, None)


def time_of(shape, begin, end):
    return c.Time(
        value=None,
        edtf=None,
        shape=shape,
        begin=c.Bounds(earliest=begin[0], latest=begin[1]),
        end=c.Bounds(earliest=end[0], latest=end[1]),
        granularity="day",
        basis="expression",
        relation="IS_INCLUDED",
        sieve="attached",
        evidence=(),
        confidence=None,
    )


def entry(name, shape, begin, end=None):
    return c.Entry(
        id=name,
        time=time_of(shape, begin, end or begin),
        title=name,
        events=(name,),
        documents=("d",),
        conflicts=(),
        salience=None,
    )


def instant(name, first, last=None):
    return entry(name, "instant", (first, last or first))


ROWS = [
    (instant("a", "2021-05-03"), instant("b", "2021-05-04"), "before"),
    (instant("a", "2021-05-03"), instant("b", "2021-05-03"), "not settled"),
    (instant("a", "2021-05-01", "2021-05-31"), instant("b", "2021-06-01"), "before"),
    (instant("a", "2021-01-01", "2021-12-31"), instant("b", "2021-06-01"), "not settled"),
    (instant("a", "2021-05-03T06:10"), instant("b", "2021-05-03T06:11"), "before"),
    (instant("a", "2021-05-03T06:10"), instant("b", "2021-05-03"), "not settled"),
    (entry("a", "instant", (None, "2021-05-03")), instant("b", "2021-05-04"), "before"),
    (entry("a", "instant", (None, "2021-05-03")), instant("b", "2021-05-02"), "not settled"),
    (entry("a", "instant", ("2021-05-03", None)), instant("b", "2021-05-02"), "after"),
    (
        entry("a", "interval", ("1914-07-28",) * 2, ("1918-11-11",) * 2),
        instant("b", "1916-07-01"),
        "overlapping",
    ),
    (
        entry("a", "interval", ("1914-01-01", "1914-12-31"), ("1918-01-01", "1918-12-31")),
        instant("b", "1914-08-01"),
        "not settled",
    ),
    (
        entry("a", "interval", ("1914-01-01", "1914-12-31"), ANYWHERE),
        entry("b", "interval", ANYWHERE, ("1913-01-01", "1913-12-31")),
        "after",
    ),
    (
        entry("a", "interval", ANYWHERE, ANYWHERE),
        entry("b", "interval", ("1913-01-01",) * 2, ("1913-01-09",) * 2),
        "not settled",
    ),
    (  # the one may begin in the second in which the other is over
        entry(
            "a",
            "interval",
            ("2021-05-03T06:10:00", "2021-05-03T06:10:04"),
            ("2021-05-03T07:00:00",) * 2,
        ),
        entry(
            "b",
            "interval",
            ("2021-05-03T06:00:00",) * 2,
            ("2021-05-03T06:10:03", "2021-05-03T06:30:00"),
        ),
        "not settled",
    ),
    (instant("a", "-0043-03-15"), instant("b", "0014-08-19"), "before"),
]
TURNED = {"before": "after", "after": "before"}


@pytest.mark.parametrize(("a", "b", "expected"), ROWS)
def test_what_bounds_settle(a, b, expected):
    assert timeline.relation(a, b) == expected
    assert timeline.relation(b, a) == TURNED.get(expected, expected)


@pytest.mark.parametrize(("a", "b", "expected"), ROWS)
def test_records_from_json_are_as_good(a, b, expected):
    plain = [json.loads(msgspec.json.encode(one)) for one in (a, b)]
    assert timeline.relation(*plain) == expected
    back = [msgspec.json.decode(msgspec.json.encode(one), type=c.Entry) for one in (a, b)]
    assert timeline.relation(*back) == expected


DAYS = st.integers(1, 9).map(lambda day: f"2021-05-{day:02}")


@st.composite
def entries(draw):
    """Entries as the anchorer makes them: instants, intervals, open at either end."""
    name = f"d/e{draw(st.integers(0, 999))}"
    first, second, third, fourth = sorted(draw(st.tuples(DAYS, DAYS, DAYS, DAYS)))
    opened = draw(st.sampled_from(["", "begin", "end"]))
    if draw(st.booleans()):
        bounds = None if opened == "begin" else first, None if opened == "end" else second
        return entry(name, "instant", bounds)
    begin = ANYWHERE if opened == "begin" else (first, second)
    return entry(name, "interval", begin, ANYWHERE if opened == "end" else (third, fourth))


@given(st.lists(entries(), min_size=2, max_size=6, unique_by=lambda e: e.id))
def test_what_is_settled_agrees_with_the_order_of_the_chronology(found):
    places = {one.id: (0, int(one.id[3:])) for one in found}
    for a, b in combinations(c.order_entries(found, places), 2):
        assert timeline.relation(a, b) != "after"


def lies_in(day, bounds):
    first, last = (None if b is None else int(b[8:]) for b in (bounds.earliest, bounds.latest))
    return (first is None or first <= day) and (last is None or day <= last)


def moments(one):
    """Every (begin, end) that the bounds allow, in days, the end included."""
    time, days = one.time, range(1, 10)
    pairs = [(x, y) for x in days for y in days if x <= y]
    return [p for p in pairs if lies_in(p[0], time.begin) and lies_in(p[1], time.end)]


@given(entries(), entries())
def test_what_is_settled_holds_for_all_that_the_bounds_allow(a, b):
    found = timeline.relation(a, b)
    for (a0, a1), (b0, b1) in product(moments(a), moments(b)):
        if found == "before":
            assert a1 < b0
        elif found == "after":
            assert b1 < a0
        elif found == "overlapping":
            assert a0 <= b1
            assert b0 <= a1


def test_the_links_of_a_chronology_order_what_one_day_does_not() -> None:
    """Written back from JSON too."""
    text = "The council met on 3 May 2021. The mayor resigned after the vote on 3 May 2021."
    whole = timeline.extract(text)
    named = {event.trigger: event for event in whole.events}
    resigned, vote = named["resigned"], named["vote"]
    assert [(link.event, link.relation, link.other) for link in whole.links] == [
        (resigned.id, "AFTER", vote.id)
    ]
    assert timeline.relation(resigned, vote) == "not settled"
    assert timeline.relation(resigned, vote, whole) == "after"
    assert timeline.relation(vote, resigned, whole) == "before"
    assert timeline.relation(named["met"], vote, whole) == "not settled"
    data = json.loads(msgspec.json.encode(whole))
    assert timeline.relation(data["events"][-1], data["events"][-2], data) in ("before", "after")
    without = msgspec.structs.replace(whole, links=())
    assert timeline.relation(resigned, vote, without) == "not settled"
