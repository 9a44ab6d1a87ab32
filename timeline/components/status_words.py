"""Words that decide what kind of happening something is (models/status_words.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..paths import models_dir

SAME = "same"  # whatever the governing word itself is
HABIT = "habit"


@dataclass(frozen=True, slots=True)
class StatusWords:
    """For each construction: lemma -> a Status, SAME or HABIT; "call_off" is a verb with "off"."""

    infinitive: Mapping[str, str]
    gerund: Mapping[str, str]
    clause: Mapping[str, str]
    noun: Mapping[str, str]
    beside: Mapping[str, str]
    saying: frozenset[str]
    factive: frozenset[str]
    dropping: frozenset[str]
    failing: frozenset[str]
    crossing: frozenset[str]
    asked: frozenset[str]
    deeds: frozenset[str]
    litotes: frozenset[str]


@cache
def load_status_words() -> StatusWords:
    """Read the shipped words, once."""
    tables = tomllib.loads((models_dir() / "status_words.toml").read_text("utf-8"))
    speech, undone = tables["speech"], tables["undone"]
    return StatusWords(
        infinitive=_by_lemma(tables["infinitive"]),
        gerund=_by_lemma(tables["gerund"]),
        clause=_by_lemma(tables["clause"]),
        noun=_by_lemma(tables["noun"]),
        beside=_by_lemma(tables["beside"]),
        saying=frozenset(speech["saying"].split()),
        factive=frozenset(speech["factive"].split()),
        dropping=frozenset(undone["dropping"].split()),
        failing=frozenset(undone["failing"].split()),
        crossing=frozenset(undone["crossing"].split()),
        asked=frozenset(undone["asked"].split()),
        deeds=frozenset(tables["deed"]["nouns"].split()),
        litotes=frozenset(tables["none"]["litotes"].split()),
    )


def _by_lemma(table: Mapping[str, Any]) -> dict[str, str]:
    words = ((name, text) for name, text in table.items() if name != "examples")
    return {lemma: name for name, text in words for lemma in text.split()}
