"""Every sieve on its rows: what it dates, what it leaves alone, what its anchors say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sieves.rows import MORE, TABLES, TEXTS, Row
from sieves.scenes import run, scene_of, show

from timeline import sieves as room
from timeline.annotation import Anchor
from timeline.sieves import SIEVES, run_sieves
from timeline.sieves.tying.links import find_links

GUESS = "linker"  # alone: whatever the model guesses, no rule dates it
ROWS = [pytest.param(row, id=f"{name}: {row.text}") for name, t in TABLES.items() for row in t]


@pytest.mark.parametrize("row", ROWS)
def test_row(row: Row) -> None:
    anchors, reasons, scene = run(row.text, row.date, row.basis)
    wrong = []
    for trigger, expected in row.expected.items():
        got = show(anchors.get(trigger))
        sieve, _, reason = expected.partition(" ")
        if expected == GUESS and got.startswith(f"{GUESS} "):
            continue
        if got != (expected if sieve != "-" else "-") or (
            sieve == "-" and reason not in reasons[trigger]
        ):
            wrong.append(f"{trigger}: {got} ({reasons.get(trigger)}), expected {expected}")
    links = {
        e.text: [x.expression.text for x in find_links(scene).get(e.id, ())] for e in scene.events
    }
    assert not wrong, f"{wrong}\nlinks: {links}"


def test_every_file_of_the_room_is_a_sieve() -> None:
    """What they share stands in packages."""
    files = {path.stem for path in Path(room.__file__).parent.glob("*.py")}
    files = files - {"__init__", "base", "reasons"} | {"linker"}
    assert files == {sieve.propose.__module__.split(".")[2] for sieve in SIEVES}


def test_every_sieve_has_rows_that_it_dates_and_rows_that_it_leaves() -> None:
    for sieve in SIEVES:
        rows = [
            expected for t in TABLES.values() for row in t for expected in row.expected.values()
        ]
        assert any(expected.startswith(f"{sieve.name} ") for expected in rows), sieve.name
        assert f"{sieve.name} refuses" in TABLES, sieve.name


RELATIONS = (
    (0, 0, "restored", "BEFORE", "relative", ["by"], True),
    (0, 1, "directed", "SIMULTANEOUS", "expression", [""], False),
    (0, 2, "strike", "BEGUN_BY", "relative", ["began", "lasted"], False),
    (0, 3, "resigned", "BEFORE", "document-date", ["tense: past perfective"], False),
    (0, 4, "fined", "IS_INCLUDED", "expression", [""], True),
)


@pytest.mark.parametrize(
    ("table", "index", "trigger", "relation", "basis", "notes", "one"), RELATIONS
)
def test_what_an_anchor_says(
    table: int, index: int, trigger: str, relation: str, basis: str, notes: list[str], one: bool
) -> None:
    row = list(TABLES.values())[table][index]
    anchor = run(row.text, row.date)[0][trigger]
    assert (anchor.relation, anchor.basis) == (relation, basis)
    assert [e.note for e in anchor.evidence] in (notes, ["from"])
    assert (anchor.value_id is not None) is one


def test_parts_of_one_happening_are_tied() -> None:
    row = TABLES["attached"][0]
    anchors, _, scene = run(row.text)
    names = {e.id: e.text for e in scene.events}
    parts = {name: names.get(a.part_of or "") for name, a in anchors.items()}
    assert parts["Protests"] == "erupted"
    assert parts["escalating"] is None  # the same days, another happening
    assert parts["riots"] == "escalating"
    assert parts["erupted"] is None


def test_rivals_are_kept() -> None:
    row = next(row for row in TABLES["aspect"] if row.text.startswith("Troops"))
    anchors, _, scene = run(row.text)
    assert anchors["withdrawing"].rivals == (f"attached: {scene.expressions[0].id}",)
    assert anchors["began"].rivals == ()  # the plain date says the same of its beginning


def test_the_lead_is_the_main_statement_of_the_first_sentence() -> None:
    for row in TABLES["reporting"][:2]:  # the second has a headline that says nothing
        assert run(row.text)[0]["said"].evidence[0].note == "lead"
    later, _, _ = run(TABLES["reporting"][2].text, basis="dateline")
    assert later["said"].evidence[0].note != "lead"
    dated, _, _ = run(MORE[6])
    assert dated["said"].evidence[0].note != "lead"  # its content has a time of its own


@given(st.sampled_from(TEXTS), st.sampled_from(["2022-01-10", "2022", None]))
def test_anchors_hold_what_they_promise(text: str, date: str | None) -> None:
    scene = scene_of(text, date)
    anchors, undated = run_sieves(scene)
    assert (anchors, undated) == run_sieves(scene_of(text, date))
    ids = [e.id for e in scene.events]
    assert [a.event_id for a in anchors] == [i for i in ids if i in {a.event_id for a in anchors}]
    known = {e.id for e in scene.expressions} | {"t0"}
    order = {sieve.name for sieve in SIEVES}
    for anchor in anchors:
        assert anchor.sieve in order
        assert anchor.evidence and {e.timex_id for e in anchor.evidence} <= known
        assert anchor.part_of is None or anchor.part_of in ids
        _hold_in_order(anchor)
    assert set(ids) == {a.event_id for a in anchors} | {event for event, _ in undated}
    assert all(reason for _, reason in undated)


def _hold_in_order(anchor: Anchor) -> None:
    pairs = (
        (anchor.begin.earliest, anchor.begin.latest),
        (anchor.end.earliest, anchor.end.latest),
        (anchor.begin.earliest, anchor.end.latest),
    )
    for first, last in pairs:
        if first is not None and last is not None:
            assert first.cell.lo <= last.cell.lo
    if anchor.shape == "instant":
        assert anchor.begin == anchor.end
