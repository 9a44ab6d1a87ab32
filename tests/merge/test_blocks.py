"""Which entries are compared: near ones, each pair once, whatever came first and went again."""

from __future__ import annotations

from itertools import combinations

import pytest
from happenings import Teller
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import chronology as c
from timeline.merge import blocks
from timeline.merge.alike import compare
from timeline.merge.blocks import Blocks, Pair
from timeline.merge.profile import Profile, join_profiles, make_profile
from timeline.report import unite

PEOPLE = ("Ada Lind", "Bo Lind", "Ada Maria Lind", "North Atlantic Band", "NAB", "a sniper")
TOWNS = ("Port Lenn", "Larn", "Port Arden")
VERBS = ("die", "attack", "open", "bear")
HAPPENING = st.tuples(
    st.sampled_from(PEOPLE),
    st.sampled_from(VERBS),
    st.sampled_from(TOWNS),
    st.integers(1, 28),
    st.booleans(),
)


def tell(happenings: list[tuple[str, str, str, int, bool]]) -> c.Timeline:
    """Each happening in a document of its own, dated to a day or to its month."""
    made = Teller()
    for number, (who, verb, town, day, fine) in enumerate(happenings):
        when = f"2021-05-{day:02}" if fine else "2021-05"
        sentence = f"{who} {verb}s in {town}, and another one dies or attacks."
        made.tell(f"d{number}", sentence, verb, when, agent=who, place=town)
    return made.make()


def profiles_of(timeline: c.Timeline) -> list[Profile]:
    documents = {document.id: document for document in timeline.documents}
    events = {event.id: event for event in timeline.events}
    found = (
        make_profile(e.id, [events[name] for name in e.events], e.time, documents)
        for e in timeline.entries
    )
    return [profile for profile in found if profile is not None]


def all_pairs(profiles: dict[int, Profile]) -> set[Pair]:
    """What comparing everything with everything finds."""
    return {
        pair for pair in combinations(sorted(profiles), 2)
        if compare(*(profiles[number] for number in pair)) is not None
    }  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(happenings=st.lists(HAPPENING, max_size=14), data=st.data())
def test_few_entries_are_compared_as_all_pairs_are(
    happenings: list[tuple[str, str, str, int, bool]], data: st.DataObject
) -> None:
    found = dict(enumerate(profiles_of(tell(happenings))))
    kept = Blocks()
    present: dict[int, Profile] = {}
    while found:
        for number in data.draw(st.sets(st.sampled_from(sorted(found)), min_size=1)):
            present[number] = found.pop(number)
            kept.add(number, present[number])
        assert set(kept.find_alike()) == all_pairs(present)
        for number in data.draw(st.sets(st.sampled_from(sorted(present)))):
            kept.remove({number})
            del present[number]
        assert set(kept.find_alike()) == all_pairs(present)


@settings(max_examples=60, deadline=None)
@given(days=st.lists(st.integers(1, 28), min_size=6, max_size=16), data=st.data())
def test_what_moved_is_looked_at_as_if_all_were_new(days: list[int], data: st.DataObject) -> None:
    """With a reach of two: who has other neighbours after a change is compared with them."""
    found = profiles_of(tell([("Ada Lind", "die", "Larn", day, True) for day in days]))
    numbers = st.sets(st.integers(0, len(found) - 1), max_size=3)
    gone, late = data.draw(numbers), data.draw(numbers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "REACH", 2)
        kept, fresh = Blocks(), Blocks()
        for number, profile in enumerate(found):
            if number not in late:
                kept.add(number, profile)
        kept.find_alike()
        kept.remove(gone - late)
        for number in sorted(late - gone):
            kept.add(number, found[number])
        for number, profile in enumerate(found):
            if number not in gone:
                fresh.add(number, profile)
        assert set(kept.find_alike()) == set(fresh.find_alike())


@settings(max_examples=30, deadline=None)
@given(first=st.lists(HAPPENING, min_size=1, max_size=3), second=HAPPENING)
def test_a_joined_profile_is_that_of_all_mentions(
    first: list[tuple[str, str, str, int, bool]], second: tuple[str, str, str, int, bool]
) -> None:
    timeline = tell([*first, second])
    documents = {document.id: document for document in timeline.documents}
    events = list(timeline.events)
    time = timeline.entries[0].time
    mine = make_profile("a", events[:-1], time, documents)
    yours = make_profile("b", events[-1:], time, documents)
    assert mine is not None
    assert yours is not None
    joined = join_profiles("both", mine, yours, time)
    assert joined is None or joined == make_profile("both", events, time, documents)
    assert joined is not None or mine.light or yours.light


def test_each_entry_is_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is in every entry, all of them in one month: not all pairs."""
    number = 300
    happenings = [("Ada Lind", "attack", TOWNS[n % 3], 1 + n % 28, True) for n in range(number)]
    timeline = tell(happenings)
    counted: list[int] = []
    real = blocks.compare
    monkeypatch.setattr(blocks, "compare", lambda *two: counted.append(1) or real(*two))
    unite(timeline)
    assert number < len(counted) < number * blocks.REACH
