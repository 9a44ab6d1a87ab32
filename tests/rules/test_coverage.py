"""Every kind of expression that users ask for, with its value, and what must be left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline import find_expressions
from timeline.annotation import TemporalExpression
from timeline.rules.timex import timex_of
from timeline.temporal.edtf import to_edtf
from timeline.temporal.values import Interval, Unresolved

TABLE = tomllib.loads(Path(__file__).with_name("coverage.toml").read_text(encoding="utf-8"))
KINDS: list[dict[str, Any]] = TABLE["kind"]
ROWS = [(kind["name"], row) for kind in KINDS for row in kind["rows"]]
# What issue-writers and readers ask for; a kind that is taken out of the table is missed here.
ASKED = {
    "underspecified, by tense", "counted from the narrative", "anchored to an event", "ranges",
    "open ranges", "fuzzy", "quarters, halves", "fiscal years", "seasons", "decades, centuries",
    "eras", "ISO", "clock and zones", "numeric", "two-digit years", "named days", "durations",
    "sets", "references", "relative to the document", "impossible dates", "far years",
    "refused: names", "refused: modal and verbal", "refused: second", "refused: numbers",
    "refused: addresses", "refused: titles", "refused: idioms",
}  # fmt: skip


def value_of(expression: TemporalExpression) -> str:
    value = expression.value
    if isinstance(value, Unresolved):
        return f"unresolved: {value.reason}"
    if isinstance(value, Interval):
        return str(to_edtf(value))
    timex = timex_of(expression)
    assert timex is not None
    return f"{timex.value} {timex.mod}" if timex.mod else timex.value


@pytest.mark.parametrize(
    ("kind", "row"), ROWS, ids=[f"{kind}: {row['text']}" for kind, row in ROWS]
)
def test_a_phrase_means_what_a_reader_takes_it_for(kind: str, row: dict[str, Any]) -> None:
    found = find_expressions(row["text"], "2012-08-10")
    assert [[e.text, e.type, value_of(e)] for e in found] == row["found"]


def test_every_kind_has_three_phrases() -> None:
    assert {kind["name"] for kind in KINDS} == ASKED
    assert [kind["name"] for kind in KINDS if len(kind["rows"]) < 3] == []
    texts = [row["text"] for _, row in ROWS]
    assert len(set(texts)) == len(texts)
