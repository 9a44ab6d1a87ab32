"""The thirty chronologies in data/chronologies/ in their totals, and the page of false friends.

The answers were written before any run (data/SOURCES.md); `python tests/score_chronologies.py`
prints every text. `--save` there raises the floors to the totals; it never lowers them.
"""

from __future__ import annotations

from typing import Any

import pytest
import score_chronologies as chronologies
from samples import Score, answer


@pytest.fixture(scope="module")
def runs() -> dict[str, tuple[dict[str, Any], Score]]:
    return {name: chronologies.run_one(name) for name in chronologies.NAMES}


def test_there_are_three_texts_of_each_of_ten_genres() -> None:
    genres = [name.split("-")[0] for name in chronologies.NAMES]
    assert {genre: genres.count(genre) for genre in genres} == dict.fromkeys(genres, 3)
    assert len(genres) == 30


@pytest.mark.parametrize("name", chronologies.NAMES)
def test_the_answer_quotes_its_text(name: str) -> None:
    text = (chronologies.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    expected = answer(name, chronologies.FOLDER)
    rows = expected["entries"] + expected["optional"] + expected["undated"]
    assert [r["trigger"] for r in rows if not text.startswith(r["trigger"], r["start"])] == []


def test_recall_and_precision_do_not_fall(runs: dict[str, tuple[dict[str, Any], Score]]) -> None:
    floors = chronologies.load_floors()
    whole = chronologies.total(score for _, score in runs.values())
    told = "".join(chronologies.tell(name, score) for name, (_, score) in runs.items())
    assert whole.recall >= floors["recall"], told
    assert whole.precision >= floors["precision"], told
    assert len(whole.forbidden) <= floors["forbidden"], whole.forbidden


def test_documents_dates_do_not_get_worse(runs: dict[str, tuple[dict[str, Any], Score]]) -> None:
    wrong = [
        name
        for name, (output, _) in runs.items()
        if chronologies.date_of(output) != answer(name, chronologies.FOLDER)["date"]["value"]
    ]
    assert len(wrong) <= chronologies.load_floors()["wrong_dates"], wrong


def test_false_friends_print_no_dated_row() -> None:
    output, _ = chronologies.run_one(chronologies.FALSE_FRIENDS)
    assert [(entry["title"], entry["time"]["value"]) for entry in output["entries"]] == []
