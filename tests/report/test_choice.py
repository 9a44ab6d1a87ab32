"""Which entries are wanted, how fine, and where a chronology is silent."""

import pytest
from chronologies import instant
from happenings import Teller, when

from timeline import chronology as c
from timeline.errors import OptionError
from timeline.report import unite
from timeline.report.choice import Choice, choose
from timeline.report.coarse import widen
from timeline.temporal.granularity import Granularity


def make() -> c.Timeline:
    made = Teller()
    made.tell("a", "The president Anders Vik died in Port Lenn.", "die", "2021-05-04",
              agent="The president Anders Vik", place="Port Lenn")  # fmt: skip
    made.tell("a", "Vik Shipping closed in 2021.", "close", "2021", agent="Vik Shipping")
    made.tell("a", "They mourned on 6 May.", "mourn", "2021-05-06", agent="They")
    made.tell("b", "North Lenn Ferry Company sold its ships.", "sell", "2021-11-01",
              agent="North Lenn Ferry Company")  # fmt: skip
    made.tell("b", "Vik's daughter was born in 1950.", "bear", "1950", patient="Vik's daughter")
    return unite(made.make())


ABOUT = [
    ("Anders Vik", ["died"]),
    ("vik", ["died"]),
    ("Vik Shipping", ["closed"]),
    ("NLFC", ["sold"]),
    ("Port Lenn", ["died"]),
    ("Lenn", ["died"]),
    ("Greta Lund", []),
]


@pytest.mark.parametrize(("name", "told"), ABOUT)
def test_about(name: str, told: list[str]) -> None:
    chosen = choose(make(), Choice(about=name))
    assert [
        w for e in chosen.entries for w in e.title.split() if w in ("died", "closed", "sold")
    ] == told
    assert chosen.events == make().events


def test_about_nobody() -> None:
    with pytest.raises(OptionError, match="names nobody"):
        choose(make(), Choice(about="  the"))


def test_granularity_widens_what_is_finer_and_keeps_the_rest() -> None:
    chosen = choose(make(), Choice(granularity="month"))
    spans = [(e.time.edtf, e.time.begin.earliest, e.time.end.latest) for e in chosen.entries]
    assert spans == [
        ("1950", "1950-01-01", "1950-12-31"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-05", "2021-05-01", "2021-05-31"),
        ("2021-05", "2021-05-01", "2021-05-31"),
        ("2021-11", "2021-11-01", "2021-11-30"),
    ]
    assert [c.certainty(e.time) for e in chosen.entries] == [
        "year",
        "year",
        "month",
        "month",
        "month",
    ]
    assert chosen.events == make().events


def test_one_end_stays_one_end() -> None:
    time = widen(when("..2021-05-04"), Granularity.MONTH)
    assert (time.begin.earliest, time.end.latest) == (None, "2021-05-31")
    assert c.certainty(time) == "before" and time.edtf == "[..2021-05]"


# A time as it is told, the finest that is wanted, and how it is told then.
COARSENED = [
    (instant(None, "2025-10-31"), "month", ("[..2025-10]", None, "2025-10-31", "month")),
    (instant(None, "2025-10-12"), "year", ("[..2025]", None, "2025-12-31", "year")),
    (instant(None, "2025-10-12"), "decade", ("[..2029]", None, "2029-12-31", "decade")),
    # "Late June" is of the granularity of a month and yet closer than one.
    (
        instant("2025-06-21", "2025-06-30", granularity="month", edtf="2025-06-21/2025-06-30"),
        "month",
        ("2025-06", "2025-06-01", "2025-06-30", "month"),
    ),
    (
        instant("1800-01-01", "1839-12-31", granularity="century", edtf="1800/1839"),
        "century",
        ("18XX", "1800-01-01", "1899-12-31", "century"),
    ),
    (
        instant("1800-01-01", "1839-12-31", granularity="century", edtf="1800/1839"),
        "year",
        ("1800/1839", "1800-01-01", "1839-12-31", "century"),
    ),
    (
        instant("2025-06-28", "2025-07-02", edtf="[2025-06-28..2025-07-02]"),
        "month",
        ("[2025-06..2025-07]", "2025-06-01", "2025-07-31", "month"),
    ),
    # What is told as "about" a day is about its month.
    (
        instant("2022-11-14", "2022-11-14", edtf="2022-11-14~"),
        "month",
        ("2022-11~", "2022-11-01", "2022-11-30", "month"),
    ),
]


@pytest.mark.parametrize(("time", "wanted", "told"), COARSENED)
def test_bounds_are_told_no_finer_either(time: c.Time, wanted: str, told: tuple) -> None:
    coarse = widen(time, Granularity[wanted.upper()])
    bounds = coarse.begin.earliest, coarse.end.latest
    assert (coarse.edtf, *bounds, coarse.granularity) == told
    assert widen(coarse, Granularity[wanted.upper()]) == coarse


def test_an_interval_is_widened_at_both_ends() -> None:
    day = c.Bounds(earliest="2021-05-04", latest="2021-05-04")
    end = c.Bounds(earliest="2021-07-09", latest="2021-07-09")
    time = widen(when("2021-05-04", shape="interval", begin=day, end=end), Granularity.MONTH)
    assert (time.edtf, time.begin.latest, time.end.latest) == (
        "2021-05/2021-07",
        "2021-05-31",
        "2021-07-31",
    )
    assert widen(time, Granularity.DAY) == time


def test_a_conflict_within_the_month_is_none() -> None:
    made = Teller()
    for name, day in (("a", "2021-05-03"), ("b", "2021-05-04")):
        made.tell(
            name,
            f"Anders Vik died in Lenn, says {name}.",
            "die",
            day,
            agent="Anders Vik",
            place="Lenn",
        )
    whole = unite(made.make())
    assert len(whole.entries[0].conflicts) == 1
    assert choose(whole, Choice(granularity="month")).entries[0].conflicts == ()


def gaps(least: int) -> list[tuple[str, str, int]]:
    return [(g.first_day, g.last_day, g.days) for g in choose(make(), Choice(gaps=least)).gaps]


def test_gaps() -> None:
    assert choose(make(), Choice()).gaps == ()
    # 2021 and 1950 cover nothing: a year does not tell when in it.
    assert gaps(100) == [("2021-05-07", "2021-10-31", 178)]
    assert gaps(1) == gaps(100) and gaps(177) == gaps(100) and gaps(178) == []


def test_the_usual_gap_is_not_told() -> None:
    made = Teller()
    for day in ("2021-05-01", "2021-05-03", "2021-05-05", "2021-05-07", "2021-07-01"):
        made.tell("a", f"Nothing moved on {day}.", "move", day)
    chosen = choose(unite(made.make()), Choice(gaps=0))
    assert [(g.first_day, g.days) for g in chosen.gaps] == [("2021-05-08", 54)]


BASE = {"lemma": "close", "day": "2021-05-04", "agent": "Anders Vik"}
# What makes the same sentence weigh less.
LIGHTER = {
    "reported": {"attributed_to": "a friend"},
    "background": {"aspect": "PERFECTIVE"},
    "a clause that is no statement": {"tense": "INFINITIVE"},
    "a state": {"class_": "STATE"},
    "a noun": {"pos": "NOUN", "tense": "NONE"},
    "possible": {"status": "possible"},
    "nobody named": {"agent": "somebody"},
    "a vague date": {"day": "2021"},
    "a carried date": {"time": {"basis": "inferred"}},
}


def weight(*, later: int = 0, **more: object) -> float:
    made = Teller()
    for number in range(later):
        made.tell("a", f"Rain fell {number} times.", "fall", "2020-01-01")
    fields = {**BASE, **more}
    made.tell("a", "Anders Vik closed the yard.", fields.pop("lemma"), fields.pop("day"), **fields)
    (found,) = (e for e in unite(made.make()).entries if "closed" in e.title)
    assert found.salience is not None and 0 <= found.salience <= 1
    return found.salience


@pytest.mark.parametrize("more", LIGHTER.values(), ids=LIGHTER)
def test_what_weighs_less(more: dict[str, object]) -> None:
    assert weight(**more) < weight()


def test_the_lead_weighs_more_and_fades() -> None:
    assert weight() > weight(later=1) > weight(later=2) > weight(later=9)


def test_what_many_documents_tell_weighs_more_but_not_its_copies() -> None:
    def told(copies: bool) -> float:
        made = Teller(copies=copies)
        for name in "abc":
            made.tell(
                name, "Anders Vik closed the yard.", "close", "2021-05-04", agent="Anders Vik"
            )
        (entry,) = unite(made.make()).entries
        assert entry.salience is not None and len(entry.documents) == 3
        return entry.salience

    assert told(copies=False) > weight() == told(copies=True)


def test_top_takes_the_weightiest_in_their_order() -> None:
    made = Teller()
    made.tell("a", "Rain fell.", "fall", "2019", status="possible")
    made.tell("a", "Anders Vik closed the yard.", "close", "2021-05-04", agent="Anders Vik")
    made.tell("a", "Anders Vik opened it again.", "open", "2020-05-04", agent="Anders Vik")
    top = choose(unite(made.make()), Choice(top=2)).entries
    assert [e.title.split()[2] for e in top] == ["opened", "closed"]
