"""One entry for one happening of several documents; what disagrees; what is never one."""

import random

import pytest
from happenings import Teller
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import chronology as c
from timeline.merge.names import are_one, make_name, may_be_one, name_of
from timeline.report import unite
from timeline.report.several import merge_timelines

DEATH = {"agent": "Anders Vik", "place": "Port Lenn"}


def told(timeline: c.Timeline) -> list[tuple[str | None, list[str], list[str | None]]]:
    """(first day, sorted documents, other days) of each entry."""
    return [
        (e.time.begin.earliest, sorted(e.documents), [x.time.begin.earliest for x in e.conflicts])
        for e in timeline.entries
    ]


def two(first: tuple, second: tuple, *, lemma: str = "die", same: str = "a") -> c.Timeline:
    """Two mentions, each (sentence, day, more), in two documents (or in one)."""
    made = Teller()
    for name, (sentence, day, more) in zip(
        ("a", "b" if same == "a" else "a"), (first, second), strict=True
    ):
        more = dict(more)
        made.tell(name, sentence, more.pop("lemma", lemma), day, **more)
    return unite(made.make())


def test_the_more_precise_time_is_taken_and_every_mention_kept() -> None:
    made = two(
        ("Anders Vik died in May 2021 in Port Lenn.", "2021-05", DEATH),
        ("The shipping magnate Anders Vik died on 4 May.", "2021-05-04", {"agent": "Anders Vik"}),
    )
    assert told(made) == [("2021-05-04", ["a", "b"], [])]
    assert len(made.entries[0].events) == 2


@pytest.mark.parametrize(
    ("second", "day", "more", "documents"),
    [
        ("Brandvik goes public.", "2016", {}, [["a", "b"]]),
        # Another time, another deed with a verb that says little, and a denial are others.
        ("Brandvik goes public.", "2017", {}, [["a"], ["b"]]),
        ("Brandvik goes to court.", "2016", {}, [["a"], ["b"]]),
        ("Brandvik goes public.", "2016", {"status": "denied"}, [["a"], ["b"]]),
    ],
)
def test_what_is_told_in_the_same_words_is_one(
    second: str, day: str, more: dict, documents: list[list[str]]
) -> None:
    made = Teller()
    for name, sentence, when, extra in (
        ("a", "Brandvik goes public.", "2016", {}),
        ("b", second, day, more),
    ):
        made.tell(name, sentence, "go", when, agent="Brandvik", **extra)
    assert [names for _, names, _ in told(unite(made.make()))] == documents


def test_sources_that_disagree_are_one_entry_with_both_quotes() -> None:
    made = two(
        ("Anders Vik died on 4 May in Port Lenn.", "2021-05-04", DEATH),
        (
            "Vik died on 3 May, a friend says.",
            "2021-05-03",
            {"agent": "Vik", "attributed_to": "a friend"},
        ),
    )
    assert told(made) == [("2021-05-04", ["a", "b"], ["2021-05-03"])]
    (conflict,) = made.entries[0].conflicts
    assert conflict.quote == "Vik died on 3 May, a friend says."
    assert conflict.note == "on the word of a friend"


def test_of_three_the_two_that_agree_are_believed() -> None:
    made = Teller()
    for name, day in (("a", "2021-05-03"), ("b", "2021-05-04"), ("c", "2021-05-04")):
        made.tell(name, f"Anders Vik died in Port Lenn in {name}.", "die", day, **DEATH)
    found = unite(made.make())
    assert told(found) == [("2021-05-04", ["a", "b", "c"], ["2021-05-03"])]
    assert found.entries[0].conflicts[0].note == "2 documents give the other date, 1 this one"


def test_one_document_contradicts_itself_only_in_two_voices() -> None:
    first = ("Police shot Jonas Berg on the 3rd at the port.", "2021-05-03")
    second = ("Police shot Jonas Berg on the 4th at the port, the family says.", "2021-05-04")
    who = {"patient": "Jonas Berg", "agent": "police"}
    one = two((*first, who), (*second, who), lemma="shoot", same="no")
    assert [x for _, _, x in told(one)] == [[], []]
    two_voices = two(
        (*first, {**who, "attributed_to": "police"}),
        (*second, {**who, "attributed_to": "the family"}),
        lemma="shoot",
        same="no",
    )
    assert len(two_voices.entries) == 1 and len(two_voices.entries[0].conflicts) == 1


# What differs, and nothing else: never one.
APART = {
    "a denial": {"polarity": "NEG", "status": "denied"},
    "a plan": {"status": "planned", "tense": "FUTURE"},
    "a habit": {"status": "recurring"},
    "another one": {"agent": "Greta Lund"},
    "his mother": {"agent": "Anders Vik's mother"},
    "a brother": {"agent": "Olaf Vik"},
}


@pytest.mark.parametrize("more", APART.values(), ids=APART)
@pytest.mark.parametrize("day", ["2021-05-04", "2021-05-05", "2021-05"])
def test_never_one(more: dict[str, str], day: str) -> None:
    sentence = "Anders Vik died at home in Port Lenn."
    made = two((sentence, "2021-05-04", DEATH), (sentence, day, {**DEATH, **more}))
    assert len(made.entries) == 2


def test_what_comes_again_does_not_conflict() -> None:
    who = {"agent": "Corvane Marine", "patient": "the unions"}
    made = two(
        ("Corvane Marine met the unions on the 14th.", "2019-10-14", who),
        ("Corvane Marine met the unions on the 16th.", "2019-10-16", who),
        lemma="meet",
    )
    assert [x for _, _, x in told(made)] == [[], []]


@pytest.mark.parametrize(("day", "one"), [("2021-06-03", True), ("2021-07-20", False)])
def test_what_happens_once_conflicts_only_close_together(day: str, one: bool) -> None:
    who = {"patient": "Jonas Berg", "place": "Port Lenn"}
    made = two(
        ("Captain Jonas Berg was arrested in Port Lenn harbour.", "2021-05-04", who),
        ("Jonas Berg was arrested in the harbour at Port Lenn.", day, who),
        lemma="arrest",
    )
    assert (len(made.entries) == 1) is one


@pytest.mark.parametrize(
    ("what", "one"), [("the Bexley Mills factory", True), ("The old paper factory", False)]
)
def test_a_thing_called_by_a_name_happens_once_as_well(what: str, one: bool) -> None:
    made = two(
        (f"{what} burned down in the night.", "2019-06-10", {"agent": what}),
        (f"{what} burned down in the night.", "2019-06-11", {"agent": what}),
        lemma="burn",
    )
    assert (len(made.entries) == 1) is one


def test_a_second_blast_is_another() -> None:
    where = {"place": "Port Lenn"}
    made = two(
        ("A bomb exploded in Port Lenn market.", "2021-05-04", where),
        ("A second bomb exploded in Port Lenn market.", "2021-05-04", where),
        lemma="explode",
    )
    assert len(made.entries) == 2


def test_two_places_are_two_happenings() -> None:
    made = two(
        (
            "The minister visited the flooded town of Lenn.",
            "2021-05-04",
            {"agent": "Ada Holm", "place": "Lenn"},
        ),
        (
            "The minister visited the flooded town of Toll.",
            "2021-05-04",
            {"agent": "Ada Holm", "place": "Toll"},
        ),
        lemma="visit",
    )
    assert len(made.entries) == 2


def test_attacker_and_attacked_are_not_exchanged() -> None:
    made = two(
        ("Lenn attacked Toll at dawn.", "2021-05-04", {"agent": "Lenn", "patient": "Toll"}),
        ("Toll attacked Lenn at dawn.", "2021-05-04", {"agent": "Toll", "patient": "Lenn"}),
        lemma="attack",
    )
    assert len(made.entries) == 2


def test_verb_and_noun_of_one_kind_meet() -> None:
    made = two(
        ("The tanker Maren sank off Cape Toll.", "2021-05-01",
         {"agent": "Maren", "place": "Cape Toll"}),
        ("The sinking of the Maren off Cape Toll cost two lives.", "2021-05-01",
         {"patient": "Maren", "pos": "NOUN", "lemma": "sinking", "tense": "NONE"}),
        lemma="sink",
    )  # fmt: skip
    assert told(made) == [("2021-05-01", ["a", "b"], [])]


def test_a_vague_time_that_fits_two_days_joins_neither() -> None:
    made = Teller()
    who = {"patient": "Jonas Berg", "place": "Port Lenn"}
    made.tell("a", "Jonas Berg was arrested in the port.", "arrest", "2021-03-04", **who)
    made.tell("b", "Jonas Berg was arrested in the port.", "arrest", "2021-09-04", **who)
    made.tell("c", "Jonas Berg was arrested in the port.", "arrest", "2021", **who)
    assert len(unite(made.make()).entries) == 3


def test_an_undated_mention_joins_the_only_entry_that_tells_it() -> None:
    made = Teller()
    made.tell(
        "a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", written="2021-05-06", **DEATH
    )
    made.tell("b", "The death of Anders Vik shocked the port.", "death", written="2021-05-07",
              patient="Anders Vik", pos="NOUN", tense="NONE")  # fmt: skip
    found = unite(made.make())
    assert told(found) == [("2021-05-04", ["a", "b"], [])] and found.undated == ()


def test_an_undated_mention_written_before_does_not() -> None:
    made = Teller()
    made.tell(
        "a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", written="2021-05-06", **DEATH
    )
    made.tell("b", "Anders Vik died.", "die", written="2020-05-07", agent="Anders Vik")
    assert len(unite(made.make()).undated) == 1


# Laws ---------------------------------------------------------------------------------------------

PEOPLE = ("Anders Vik", "Vik", "Greta Lund", "the captain")
KINDS = (("died", "die"), ("was arrested", "arrest"), ("met the unions", "meet"))
DAYS = ("2021-05-04", "2021-05-05", "2021-05", "2021", "2021-09-01", None)

mentions = st.tuples(
    st.sampled_from("abcd"),
    st.sampled_from(PEOPLE),
    st.sampled_from(KINDS),
    st.sampled_from(DAYS),
    st.sampled_from(["happened", "planned", "denied"]),
    st.sampled_from([None, "the police"]),
)


def build(rows: list[tuple]) -> Teller:
    made = Teller()
    for document, who, (verb, lemma), day, status, by in rows:
        made.tell(document, f"{who} {verb} in Port Lenn.", lemma, day, agent=who, place="Port Lenn",
                  status=status, attributed_to=by, written="2021-10-01")  # fmt: skip
    return made


@settings(max_examples=150, deadline=None)
@given(st.lists(mentions, min_size=1, max_size=9))
def test_nothing_is_lost_merging_again_changes_nothing_and_order_decides_nothing(
    rows: list[tuple],
) -> None:
    made = build(rows)
    whole = unite(made.make())
    kept = [name for entry in whole.entries for name in entry.events]
    kept += [one.event for one in whole.undated]
    assert sorted(kept) == sorted(event.id for event in whole.events)
    for entry in whole.entries:
        documents = {name.split("/")[0] for name in entry.events}
        assert set(entry.documents) == documents
        assert {conflict.event for conflict in entry.conflicts} <= set(entry.events)
    again = merge_timelines([whole])
    assert (again.entries, again.undated) == (whole.entries, whole.undated)
    turned = unite(made.make(reverse=True))
    assert groups(turned) == groups(whole)
    parts = made.parts()
    random.Random(len(rows)).shuffle(parts)
    assert groups(merge_timelines(parts)) == groups(whole)


def groups(timeline: c.Timeline) -> set[tuple]:
    """What must not depend on the order of the documents."""
    return {
        (e.id, e.title, e.time, frozenset(e.events), e.conflicts, e.salience)
        for e in timeline.entries
    }


# Earlier outputs ----------------------------------------------------------------------------------


def test_a_document_of_two_files_is_taken_from_the_last() -> None:
    old, new = Teller(), Teller()
    old.tell("a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", **DEATH)
    new.tell("a", "Anders Vik died in Port Lenn.", "die", "2021-05-03", **DEATH)
    assert told(merge_timelines([old.make(), new.make()])) == [("2021-05-03", ["a"], [])]


def test_an_entry_goes_on_without_a_document_that_was_replaced() -> None:
    both, new = Teller(), Teller()
    for made in (both, new):
        made.tell("a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", **DEATH)
    both.tell("b", "Anders Vik died in May in Port Lenn.", "die", "2021-05", **DEATH)
    found = merge_timelines([unite(both.make()), new.make()])
    assert told(found) == [("2021-05-04", ["a", "b"], [])]
    assert len(found.documents) == 2


def test_two_texts_with_one_id_are_told_apart() -> None:
    one, other = Teller(), Teller()
    one.tell("a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", **DEATH)
    other.tell("a", "It was in May that Anders Vik died in Port Lenn.", "die", "2021-05", **DEATH)
    found = merge_timelines([one.make(), other.make()])
    assert [d.id for d in found.documents] == ["a", "a-2"]
    assert told(found) == [("2021-05-04", ["a", "a-2"], [])]
    assert {e.document for e in found.events} == {"a", "a-2"}


def test_a_wire_copy_counts_once() -> None:
    one = Teller(copies=True)
    for name in "ab":
        one.tell(name, "Nothing was closed.", "close", "2021-05-04")
    found = merge_timelines([one.make()])
    assert told(found) == [("2021-05-04", ["a", "b"], [])]


def test_the_provenance_tells_what_was_merged() -> None:
    made = Teller()
    made.tell("a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", **DEATH)
    provenance = merge_timelines([made.make(), made.make()]).provenance
    assert (provenance.version, provenance.options["merged"]) == ("0", 2)


# Names --------------------------------------------------------------------------------------------

ONE = [
    ("Tokayev", "President Kassym-Jomart Tokayev", True),
    ("James Kopp", "James Charles Kopp", True),
    ("J. Kopp", "James Kopp", True),
    ("Hillary Clinton", "Bill Clinton", False),
    ("NATO", "the North Atlantic Treaty Organization", True),
    ("A380", "Airbus A380", True),
    ("Airbus", "Airbus A380", False),
    ("Vik Shipping Ltd.", "Vik Shipping", True),
    ("Jobs's health", "Jobs", False),
    ("the father of Elian", "Elian", False),
    ("14 foreigners", "two foreigners", False),
    ("the boy", "boys", True),
]


@pytest.mark.parametrize(("one", "other", "same"), ONE)
def test_names(one: str, other: str, same: bool) -> None:
    first, second = make_name(one), make_name(other)
    assert first and second
    assert are_one(first, second) is are_one(second, first) is same


def test_a_longer_name_of_a_body_may_be_its_own() -> None:
    one, other = make_name("Apple", "ORG"), make_name("Apple Computer", "ORG")
    assert one and other and may_be_one(one, other) and not are_one(one, other)


def test_pronouns_have_no_name() -> None:
    assert make_name("they") is None and make_name("") is None
    assert name_of("airbus a380").proper
