"""The lexicon of event words, and the split of the documents that it was counted on."""

import importlib.util
import json
from pathlib import Path

import pytest

from timeline.components.lexicon import EventLexicon, load_lexicon
from timeline.paths import models_dir


def lexicon(**counts: tuple[str, int, int]) -> EventLexicon:
    """A lexicon of these nouns; "riot" and "claim" stand in its hand list."""
    return EventLexicon(
        counts={"noun": counts, "verb": {}, "adjective": {}},
        hand={"noun": {"riot": "OCCURRENCE", "claim": "REPORTING"}, "verb": {}, "adjective": {}},
        suffixes={"ment": 0.2, "sion": 0.9},
        names=frozenset(),
        light={},
        governing={},
        beside={},
        undoing=frozenset(),
    )


def test_a_word_of_the_hand_list_is_an_event_until_it_was_often_none() -> None:
    assert lexicon().noun_share("riot") > 0.5
    assert lexicon(riot=("", 0, 1)).noun_share("riot") > 0.5
    assert lexicon(riot=("", 0, 20)).noun_share("riot") < 0.2


def test_an_ending_alone_makes_no_event() -> None:
    assert lexicon().noun_share("mission") < 0.45
    assert lexicon(invasion=("OCCURRENCE", 2, 2)).noun_share("invasion") > 0.5
    assert lexicon().noun_share("table") == 0


def test_the_hand_list_knows_the_class_of_rare_words() -> None:
    rare, common = ("OCCURRENCE", 1, 1), ("OCCURRENCE", 9, 9)
    assert lexicon(claim=rare).class_of("noun", "claim", "STATE") == "REPORTING"
    assert lexicon(claim=common).class_of("noun", "claim", "STATE") == "OCCURRENCE"
    assert lexicon().class_of("noun", "table", "STATE") == "STATE"


def test_the_shipped_lexicon() -> None:
    shipped = load_lexicon()
    assert shipped.class_of("verb", "say", "OCCURRENCE") == "REPORTING"
    assert shipped.noun_share("attack") > 0.5 > shipped.noun_share("company")
    assert shipped.governing["plan"] == "planned"


def test_parts_are_disjoint() -> None:
    splits = json.loads((models_dir() / "splits.json").read_text("utf-8"))
    names = [name for parts in splits.values() for part in parts.values() for name in part]
    assert len(names) == len(set(names)) == 247


def test_the_split_is_what_its_script_makes(corpora: Path) -> None:
    script = models_dir() / "make_splits.py"
    spec = importlib.util.spec_from_file_location("make_splits", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = json.loads((models_dir() / "splits.json").read_text("utf-8"))
    assert module.make_splits(corpora) == written
    assert set(module.divide([f"d{n}" for n in range(20)])) == {"train", "development", "test"}


@pytest.mark.parametrize("word", ["protest", "war", "election", "earthquake", "arrest", "outage"])
def test_common_happenings_are_known(word: str) -> None:
    assert load_lexicon().noun_share(word) >= 0.45
