"""The samples in data/ and how far a run is from their answers (data/SOURCES.md has the format)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from timeline.batch.run import run
from timeline.evaluation.chronologies import Record, Score, score_entries
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

__all__ = ["DATA", "NAMES", "Score", "answer", "expression_errors", "output_of", "score_entries"]

DATA = Path(__file__).resolve().parents[1] / "data"
NAMES = tuple(sorted(path.name.split(".")[0] for path in DATA.glob("*.expected.json")))


def answer(name: str, folder: Path = DATA) -> dict[str, Any]:
    """What a careful reader gets from a sample."""
    return json.loads((folder / f"{name}.expected.json").read_text(encoding="utf-8"))


def output_of(path: Path, read_on: str, **options: Any) -> dict[str, Any]:
    """The JSON output for a file; its source is the bare file name."""
    timeline = run(read_sources([str(path)]), Options(parse_date(read_on), **options))
    found = json.loads(msgspec.json.encode(timeline))
    for document in found["documents"]:
        document["source"] = path.name
    return found


def expression_errors(output: Record, expected: Record) -> list[str]:
    """Expressions that are missed, spurious, or of another value or type; none if all are right."""
    got = {
        (e["start"], e["text"]): (e["type"], e["value"])
        for e in output["expressions"]
        if e["type"] != "INTERVAL"
    }
    want = {(e["start"], e["text"]): (e["type"], e["value"]) for e in expected["expressions"]}
    errors = []
    for place in sorted(want.keys() | got.keys()):
        if want.get(place) != got.get(place):
            errors.append(f"{place}: {got.get(place)} for {want.get(place)}")
    return errors
