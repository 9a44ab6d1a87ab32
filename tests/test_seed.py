"""The article that the project began with: every row that its reader expects, and no other.

The article is not part of the project: its words are not repeated here, only offsets and dates.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from timeline.batch.run import Selection, run
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

READ_ON = "2026-11-22"
# Words that are all in the title; the earliest and the latest day, which begin and end share.
ROWS = [
    (("Protests", "erupted"), "2022-01-02", "2022-01-02"),
    (("riots",), "2022-01-04", "2022-01-08"),
    (("ransacked",), "2022-01-04", "2022-01-08"),
    (("order", "restored"), None, "2022-01-07"),
    (("said",), "2022-01-10", "2022-01-10"),
    (("mourning",), "2022-01-10", "2022-01-10"),
]


@pytest.fixture(scope="module")
def article(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue("seed")
    return folder / "tass-kazakhstan.txt"


def chronology(article: Path, *, keep_all: bool = False) -> dict[str, Any]:
    options = Options(parse_date(READ_ON))
    timeline = run(read_sources([str(article)]), options, Selection(keep_all=keep_all))
    found: dict[str, Any] = json.loads(msgspec.json.encode(timeline))
    return found


def test_the_year_follows_from_the_weekday(article: Path) -> None:
    date = chronology(article)["documents"][0]["date"]
    assert (date["value"], date["basis"]) == ("2022-01-10", "dateline")
    assert date["note"] == "Monday fixes the year"
    assert [a["value"] for a in date["alternatives"]][:2] == ["2011-01-10", "2005-01-10"]
    assert all(a["reason"] for a in date["alternatives"])


def test_the_rows(article: Path) -> None:
    entries = chronology(article)["entries"]
    missing = [row for row in ROWS if not any(is_row(entry, row) for entry in entries)]
    assert not missing
    strangers = [e["title"] for e in entries if not any(is_row(e, row) for row in ROWS)]
    assert not strangers


def is_row(entry: dict[str, Any], row: tuple[tuple[str, ...], str | None, str]) -> bool:
    words, first, last = row
    time = entry["time"]
    bounds = {"earliest": first, "latest": last}
    return (
        all(word in entry["title"] for word in words)
        and time["shape"] == "instant"
        and time["begin"] == time["end"] == bounds
    )


def test_the_order(article: Path) -> None:
    days = [e["time"]["begin"]["earliest"] or e["time"]["end"]["latest"]
            for e in chronology(article)["entries"]]  # fmt: skip
    assert days == sorted(days)


def test_what_was_long_in_the_making_is_undated(article: Path) -> None:
    found = chronology(article)
    making = {e["id"] for e in found["events"] if e["trigger"] == "making"}
    dated = {i for entry in found["entries"] for i in entry["events"]}
    assert not making & dated


def test_every_event_is_accounted_for(article: Path) -> None:
    found = chronology(article)
    told = {i for entry in found["entries"] for i in entry["events"]}
    told |= {u["event"] for u in found["undated"]}
    assert told == {e["id"] for e in found["events"]}


def test_offsets_quote_the_text(article: Path) -> None:
    found = chronology(article)
    text = found["documents"][0]["text"]
    assert text == article.read_text(encoding="utf-8")
    for record in found["expressions"]:
        assert text[record["start"] : record["end"]] == record["text"]
    for event in found["events"]:
        assert text[event["start"] : event["end"]] == event["trigger"]
        for evidence in event["time"]["evidence"] if event["time"] else ():
            if evidence["start"] is not None:
                assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_file_and_a_pipe_give_the_same_rows(article: Path) -> None:
    command = [sys.executable, "-m", "timeline", "extract", "--read-on", READ_ON]
    fields = ["--fields", "begin,end,certainty,title,words,line,start,stop,value,edtf"]
    from_file = subprocess.run([*command, *fields, article], check=True, capture_output=True)
    with article.open("rb") as stream:
        from_pipe = subprocess.run(
            [*command, *fields], check=True, capture_output=True, stdin=stream
        )
    assert from_file.stdout == from_pipe.stdout
    assert len(from_file.stdout.splitlines()) == len(ROWS)
