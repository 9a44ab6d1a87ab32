"""Order, window and certainty of a chronology."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import chronology as out
from timeline.temporal.edtf import parse_date

Ends = tuple[str | None, str | None]


def time(
    begin: Ends,
    end: Ends | None = None,
    basis: str = "expression",
    confidence: float | None = None,
    granularity: str = "day",
    edtf: str | None = None,
) -> out.Time:
    """An instant with these bounds, or with `end` an interval."""
    first = out.Bounds(earliest=begin[0], latest=begin[1])
    last = first if end is None else out.Bounds(earliest=end[0], latest=end[1])
    return out.Time(
        value=None,
        edtf=edtf,
        shape="instant" if end is None else "interval",
        begin=first,
        end=last,
        granularity=granularity,
        basis=basis,
        relation="IS_INCLUDED",
        sieve="attached",
        evidence=(),
        confidence=confidence,
    )


def day(text: str) -> out.Time:
    return time((text, text))


def entry(name: str, when: out.Time, salience: float = 0.0) -> out.Entry:
    return out.Entry(
        id=f"d/{name}",
        time=when,
        title=name,
        events=(f"d/{name}",),
        documents=("d",),
        conflicts=(),
        salience=salience,
    )


def ordered(*entries: out.Entry) -> list[str]:
    """Names in a chronology's order; they stand in the text in the order given."""
    places = {e.events[0]: (0, i) for i, e in enumerate(entries)}
    return [e.title for e in out.order_entries(entries, places)]


# In order; every row's neighbours are told apart by one rule of the order.
IN_ORDER = (
    ("before Christ", day("-0043-03-15")),
    ("year", time(("2021-01-01", "2021-12-31"))),
    ("month", time(("2021-01-01", "2021-01-31"))),
    ("first day", day("2021-01-01")),
    ("morning", time(("2021-01-05T06:10Z", "2021-01-05T06:10Z"))),
    ("up to a clock time", time((None, "2021-01-05T09:45"))),
    ("afternoon", time(("2021-01-05T14:30", "2021-01-05T14:30"))),
    ("by that day", time((None, "2021-01-05"))),
    ("the next day and on", time(("2021-01-06", None))),
    ("the next day", day("2021-01-06")),
    ("until", time((None, None), ("2021-02-01", "2021-02-01"))),
    ("far future", day("+12000-01-01")),
)


@pytest.mark.parametrize("shift", range(len(IN_ORDER)))
def test_order(shift: int) -> None:
    rows = IN_ORDER[shift:] + IN_ORDER[:shift]
    assert ordered(*(entry(name, when) for name, when in rows)) == [name for name, _ in IN_ORDER]


def test_equal_times_stand_as_in_the_text() -> None:
    assert ordered(entry("b", day("2021-01-01")), entry("a", day("2021-01-01"))) == ["b", "a"]


_DAYS = st.dates().map(lambda d: f"{d.year:04d}-{d.month:02d}-{d.day:02d}")
_ENDS = st.one_of(st.none(), _DAYS)


@st.composite
def _times(draw: st.DrawFn) -> out.Time:
    first, last = draw(_ENDS), draw(_ENDS)
    if first and last and first > last:
        first, last = last, first
    return time((first, last), (first, last) if draw(st.booleans()) else None)


@given(st.lists(_times(), min_size=2, max_size=5))
def test_the_order_is_total_and_does_not_depend_on_the_input(times: list[out.Time]) -> None:
    entries = [entry(str(i), when) for i, when in enumerate(times)]
    places = {e.events[0]: (0, i) for i, e in enumerate(entries)}
    wanted = out.order_entries(entries, places)
    assert sorted(e.id for e in wanted) == sorted(e.id for e in entries)
    for again in itertools.islice(itertools.permutations(entries), 24):
        assert out.order_entries(again, places) == wanted


@given(st.lists(_times(), max_size=6), _DAYS, _DAYS, st.integers(0, 7))
def test_choosing_keeps_the_order_and_invents_nothing(
    times: list[out.Time], since: str, until: str, top: int
) -> None:
    entries = tuple(entry(str(i), when, salience=i % 3) for i, when in enumerate(times))
    chosen = out.choose_entries(
        entries, since=parse_date(since), until=parse_date(until), top=top, min_confidence=0.5
    )
    assert len(chosen) <= top
    assert list(chosen) == [e for e in entries if e in chosen]


WINDOW = (
    # what, window, kept
    (day("2021-05-03"), ("2021", "2021"), True),
    (day("2021-05-03"), ("2021-05-04", None), False),
    (day("2021-05-03"), (None, "2021-05-02"), False),
    (time(("2021-01-01", "2021-12-31")), ("2021-06", None), True),
    (time((None, "2021-01-07")), ("2021-01-07", None), True),
    (time((None, "2021-01-07")), ("2021-01-08", None), False),
    (time(("2021-01-07", None)), (None, "2021-01-06"), False),
    (time(("2015-01-01", "2015-12-31"), ("2022-01-10", None)), ("2020", "2020"), True),
    # What is known at one end only is judged by that end.
    (time(("2015-01-01", "2015-12-31"), ("2022-01-10", None)), ("2030", None), False),
    (time((None, "2021-01-07")), (None, "2016"), False),
    (time((None, "2021-01-07")), ("2021", "2021"), True),
    (time((None, None), ("2024-04-30", "2024-04-30")), (None, "2016"), False),
    (time((None, None), ("2024-04-30", "2024-04-30")), (None, "2024"), True),
    (time(("2021-01-07", None)), ("2022", None), False),
    (time(("2021-01-07", None)), ("2021", None), True),
    (time((None, None)), ("2021", "2021"), True),
    (time(("2024-05-06T06:10Z", "2024-05-06T06:10Z")), ("2024-05-06", "2024-05-06"), True),
)


@pytest.mark.parametrize(("when", "window", "kept"), WINDOW)
def test_window(when: out.Time, window: Ends, kept: bool) -> None:
    since, until = (parse_date(end) if end else None for end in window)
    chosen = out.choose_entries([entry("x", when)], since=since, until=until)
    assert bool(chosen) is kept


def test_top_takes_what_matters_and_ties_go_to_the_earlier() -> None:
    entries = [entry(n, day("2021-01-01"), s) for n, s in (("a", 0.2), ("b", 0.9), ("c", 0.2))]
    assert [e.title for e in out.choose_entries(entries, top=2)] == ["a", "b"]
    assert out.choose_entries(entries, top=0) == ()


def test_an_unmeasured_confidence_is_not_a_low_one() -> None:
    sure = entry("sure", time(("2021-01-01", "2021-01-01"), confidence=0.9))
    unsure = entry("unsure", time(("2021-01-01", "2021-01-01"), confidence=0.3))
    unknown = entry("unknown", day("2021-01-01"))
    chosen = out.choose_entries([sure, unsure, unknown], min_confidence=0.5)
    assert [e.title for e in chosen] == ["sure", "unknown"]


CERTAINTY = (
    (day("2021-05-03"), "exact"),
    (time(("2024-05-06T06:10Z", "2024-05-06T06:10Z")), "exact"),
    (time(("2021-03-01", "2021-03-31"), granularity="month"), "month"),
    (time(("2022-12-01", "2023-02-28"), granularity="season"), "season"),
    (time(("2023-02-13", "2023-02-19"), granularity="week"), "week"),
    (time(("-0043-01-01", "-0043-12-31"), granularity="year"), "year"),
    (time(("0000-01-01", "0099-12-31"), granularity="century"), "century"),
    (time(("-0099-01-01", "0000-12-31"), granularity="century"), "century"),
    (time(("2021-01-01", "2021-04-30"), granularity="year"), "approximate"),
    (time(("2022-01-04", "2022-01-08")), "approximate"),
    (time(("2021-01-15", "2021-01-15"), edtf="2021-01-15~"), "approximate"),
    (time(("1850-01-01", "1850-12-31"), granularity="year", edtf="1850~"), "approximate"),
    (time((None, "2022-01-07")), "before"),
    (time(("2022-01-07", None)), "after"),
    (time(("1914-01-01", "1914-12-31"), ("1933-01-01", "1933-12-31")), "period"),
    (time(("2021-05-03", "2021-05-03"), (None, None)), "since"),
    (time((None, None), ("2022-01-14", "2022-01-14")), "until"),
    (time(("2015-01-01", "2015-12-31"), ("2022-01-10", None)), "ongoing"),
    (time((None, "2022-01-10"), basis="document-date"), "inferred"),
    (time(("2022-01-08", "2022-01-08"), basis="inferred"), "inferred"),
)


@pytest.mark.parametrize(("when", "word"), CERTAINTY, ids=[word for _, word in CERTAINTY])
def test_certainty(when: out.Time, word: str) -> None:
    assert out.certainty(when) == word
