"""What changed between two chronologies."""

import pytest
from happenings import Teller

from timeline import chronology as c
from timeline.difference import compare_timelines
from timeline.report import unite

ROWS = (
    ("a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", {"agent": "Anders Vik"}),
    ("a", "The ferry sank off Cape Toll.", "sink", "2021-05-01", {"agent": "the ferry"}),
    ("a", "Police arrested the captain.", "arrest", "2021-05-02", {"patient": "the captain"}),
)


def make(rows: tuple = ROWS, above: str = "", name: str | None = None) -> c.Timeline:
    made = Teller()
    for document, sentence, lemma, day, more in rows:
        document = name or document
        if above and document not in made.texts:
            made.texts[document] = above
            made.dates[document] = None
        made.tell(document, sentence, lemma, day, **more)
    return unite(made.make())


def kinds(old: c.Timeline, new: c.Timeline) -> list[tuple[str, str]]:
    return [(x.kind, x.title) for x in compare_timelines(old, new).changes]


def test_nothing_changed() -> None:
    found = compare_timelines(make(), make())
    assert (found.changes, found.unchanged) == ((), 3)


def test_a_paragraph_above_changes_no_entry() -> None:
    old, new = make(), make(above="The council met.\nNothing happened for years.\n\n", name="b")
    assert {e.id for e in old.entries}.isdisjoint(e.id for e in new.entries)
    found = compare_timelines(old, new)
    assert (found.changes, found.unchanged) == ((), 3)
    assert found.documents_added == ("b.txt",)


@pytest.mark.parametrize("place", range(3))
def test_added_and_dropped(place: int) -> None:
    less = ROWS[:place] + ROWS[place + 1 :]
    title = ROWS[place][1].rstrip(".")
    assert kinds(make(), make(less)) == [("dropped", title)]
    assert kinds(make(less), make()) == [("added", title)]


def test_moved_although_its_sentence_tells_another_day() -> None:
    old = (("a", "Anders Vik died on 4 May in Port Lenn.", "die", "2021-05-04", {}),)
    new = (("a", "Anders Vik died on 3 May in Port Lenn.", "die", "2021-05-03", {}),)
    (change,) = compare_timelines(make(old), make(new)).changes
    assert change.kind == "moved" and change.old and change.new
    assert change.old.time.begin.earliest == "2021-05-04"
    assert change.new.time.begin.earliest == "2021-05-03"


def test_of_two_alike_each_is_found_again() -> None:
    rows = tuple(
        ("a", "The council met in the hall.", "meet", day, {})
        for day in ("2021-05-04", "2021-06-04")
    )
    moved = (rows[0], (*rows[1][:3], "2021-06-05", {}))
    (change,) = compare_timelines(make(rows), make(moved)).changes
    assert change.kind == "moved" and change.old
    assert change.old.time.begin.earliest == "2021-06-04"


def test_a_new_source_supports_or_contradicts() -> None:
    def twice(day: str) -> c.Timeline:
        return make(
            (*ROWS, ("b", "Anders Vik died in Port Lenn.", "die", day, {"agent": "Anders Vik"}))
        )

    assert kinds(make(), twice("2021-05-04")) == [("supported", "Anders Vik died in Port Lenn")]
    (change,) = compare_timelines(make(), twice("2021-05-05")).changes
    assert (change.kind, change.note) == ("contradicted", "Anders Vik died in Port Lenn.")


def test_what_lost_its_date_says_why() -> None:
    undated = (
        ("a", "Anders Vik died in Port Lenn.", "die", None, {"agent": "Anders Vik"}),
        *ROWS[1:],
    )
    (change,) = compare_timelines(make(), make(undated)).changes
    assert (change.kind, change.note) == ("dropped", "no expression dates it")
    (change,) = compare_timelines(make(undated), make()).changes
    assert (change.kind, change.note) == ("added", "before: no expression dates it")
