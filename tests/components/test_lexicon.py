"""The lexicon of event words, and the split of the documents that it was counted on."""

import importlib.util
import json
from pathlib import Path

from timeline.components.lexicon import load_lexicon
from timeline.paths import models_dir


def test_the_shipped_lexicon() -> None:
    shipped = load_lexicon()
    assert shipped.by_part["NOUN"]["outage"] == "OCCURRENCE"
    assert shipped.by_part["VERB"]["seem"] == "I_STATE"
    assert shipped.by_part["ADJ"]["dead"] == "STATE"
    assert "battle" in shipped.names


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
