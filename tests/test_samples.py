"""The samples in data/ against a reader's answers, and against what the last look found.

The answers (data/*.expected.json) were written before the code: floors hold how much of them is
reached. The goldens (tests/golden/*.json) hold the whole output, so that no change goes unseen;
after a change for the better, `pytest tests/test_samples.py --write-golden` writes them again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from samples import DATA, NAMES, answer, expression_errors, output_of, score_entries

GOLDEN = Path(__file__).parent / "golden"
# Day-exact recall and precision of the entries, and expressions that may be wrong. Never lowered
# without a line in CHANGELOG.md.
FLOORS: dict[str, tuple[float, float, int]] = {
    "biography": (1.0, 1.0, 0),
    "company": (1.0, 1.0, 0),
    "incident": (1.0, 1.0, 0),
    "war": (1.0, 1.0, 0),
    "wire": (1.0, 1.0, 0),
    "witness": (1.0, 1.0, 0),
}


@pytest.fixture(scope="module")
def outputs() -> dict[str, dict[str, Any]]:
    return {
        name: output_of(DATA / f"{name}.txt", answer(name)["read_on"], **answer(name)["options"])
        for name in NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_documents_date_is_the_readers(outputs: dict[str, Any], name: str) -> None:
    date = outputs[name]["documents"][0]["date"]
    assert {"value": date["value"], "basis": date["basis"]} == answer(name)["date"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_dated_that_the_text_does_not_date(outputs: dict[str, Any], name: str) -> None:
    assert score_entries(outputs[name], answer(name)).forbidden == []


@pytest.mark.parametrize("name", NAMES)
def test_entries_and_expressions_reach_their_floors(outputs: dict[str, Any], name: str) -> None:
    score = score_entries(outputs[name], answer(name))
    errors = expression_errors(outputs[name], answer(name))
    recall, precision, wrong = FLOORS[name]
    told = f"{score}\n" + "\n".join(errors)
    assert score.recall >= recall, told
    assert score.precision >= precision, told
    assert len(errors) <= wrong, told


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_output_is_the_golden_one(
    outputs: dict[str, Any], name: str, write_golden: bool
) -> None:
    path = GOLDEN / f"{name}.json"
    got = golden_view(outputs[name])
    if write_golden:
        path.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(path.read_text(encoding="utf-8"))


def golden_view(output: dict[str, Any]) -> dict[str, Any]:
    """What a reader of the output would notice if it changed; no digests and no full texts."""
    events = {event["id"]: event for event in output["events"]}
    document = output["documents"][0]
    strip = len(document["id"]) + 1
    return {
        "date": document["date"],
        "expressions": [
            [e["id"][strip:], e["text"], e["type"], e["value"], e["mod"], e["edtf"], e["rule"],
             e["reason"]]
            for e in output["expressions"]
        ],
        "entries": [
            [entry["title"], [i[strip:] for i in entry["events"]], bounds(entry["time"]),
             entry["time"]["edtf"], entry["time"]["sieve"], entry["time"]["relation"]]
            for entry in output["entries"]
        ],
        "undated": [[events[u["event"]]["title"], u["reason"]] for u in output["undated"]],
    }  # fmt: skip


def bounds(time: dict[str, Any]) -> list[Any]:
    """The shape and the four bounds."""
    begin, end = time["begin"], time["end"]
    return [time["shape"], begin["earliest"], begin["latest"], end["earliest"], end["latest"]]
