"""Three reports of one life that do not agree: a reader's answer, and what the last look found."""

import json
from pathlib import Path
from typing import Any

import pytest
from samples import DATA

from timeline.batch.run import run
from timeline.chronology import Timeline
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.report.several import merge_timelines
from timeline.temporal.edtf import parse_date

FOLDER = DATA / "disputed"
NAMES = ("gazette.txt", "herald.txt", "register.txt")
GOLDEN = Path(__file__).parent / "golden" / "disputed.json"
FLOOR = 11  # of the answer's 13 rows; never lowered without a line in CHANGELOG.md
OPTIONS = Options(reading_date=parse_date("2026-11-22"))


def extract(*names: str) -> Timeline:
    return run(read_sources([str(FOLDER / name) for name in names]), OPTIONS)


@pytest.fixture(scope="module")
def found() -> Timeline:
    return extract(*NAMES)


def rows(timeline: Timeline) -> list[dict[str, Any]]:
    """The entries as the answer tells them."""
    words = {event.id: event.trigger for event in timeline.events}
    names = {document.id: Path(document.source).name for document in timeline.documents}
    return [
        {
            "triggers": sorted({words[name] for name in entry.events}),
            "begin": entry.time.begin.earliest,
            "end": entry.time.end.latest,
            "sources": sorted(names[name] for name in entry.documents),
            "conflicts": [conflict.time.begin.earliest for conflict in entry.conflicts],
        }
        for entry in timeline.entries
    ]


def is_found(wanted: dict[str, Any], got: list[dict[str, Any]]) -> bool:
    return any(
        set(wanted["triggers"]) & set(row["triggers"])
        and all(row[key] == wanted[key] for key in ("begin", "end", "sources", "conflicts"))
        for row in got
    )


def test_the_readers_answer(found: Timeline) -> None:
    answer = json.loads((FOLDER / "answer.json").read_text("utf-8"))["entries"]
    got = rows(found)
    missed = [row for row in answer if not is_found(row, got)]
    assert len(answer) - len(missed) >= FLOOR, missed


def test_no_two_accounts_of_different_things_are_one(found: Timeline) -> None:
    answer = json.loads((FOLDER / "answer.json").read_text("utf-8"))["entries"]
    for row in rows(found):
        if len(row["sources"]) > 1:
            assert any(
                set(row["triggers"]) & set(one["triggers"]) and len(one["sources"]) > 1
                for one in answer
            ), row


def test_the_death_is_one_entry_with_both_quotes(found: Timeline) -> None:
    (entry,) = (entry for entry in found.entries if entry.conflicts)
    (conflict,) = entry.conflicts
    assert (entry.time.begin.earliest, conflict.time.begin.earliest) == ("2019-10-12", "2019-10-11")
    assert "her daughter said" in conflict.quote
    assert [e.text for e in conflict.time.evidence] == ["11 October 2019"]


def test_merging_the_three_files_gives_what_reading_the_three_texts_gives(found: Timeline) -> None:
    parts = [extract(name) for name in NAMES]
    merged = merge_timelines(parts)
    assert merged.entries == found.entries
    assert merged.undated == found.undated


def test_the_whole_chronology_is_the_golden_one(found: Timeline, write_golden: bool) -> None:
    titles = {entry.id: entry.title for entry in found.entries}
    got = [
        {"title": titles[e.id], **row} for e, row in zip(found.entries, rows(found), strict=True)
    ]
    if write_golden:
        GOLDEN.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(GOLDEN.read_text(encoding="utf-8"))
