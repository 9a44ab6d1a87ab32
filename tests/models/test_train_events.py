"""The training script on data that can be checked by hand; the shipped file against the corpora."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from timeline.components.event_features import BITS, Features
from timeline.components.event_model import CLASSES, load_model
from timeline.paths import models_dir

pytest.importorskip("scipy", reason="needs scipy, which only training uses")
META = {"lang": "en", "name": "some", "version": "1.0"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "train_events", models_dir() / "train_events.py"
    )  # fmt: skip
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["train_events"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def sample(script: ModuleType, part: str, labels: list[int]):
    """A document of which feature 5 tells the events, and 10 + class their class."""
    pairs = []
    for row, label in enumerate(labels):
        pairs += [(row, 1), *([(row, 5), (row, 10 + label)] if label >= 0 else [(row, 6)])]
    features = Features(
        np.arange(len(labels)),
        np.array([row for row, _ in pairs]),
        np.array([number for _, number in pairs]),
    )
    events = sum(label >= 0 for label in labels)
    return script.Sample("bank", part, features, np.array(labels), events)


LABELS = [0, -1, 1, -1, -1, 2, 0, -1]


def test_it_learns_what_there_is_to_learn(script, tmp_path):
    learned = [sample(script, "train", LABELS) for _ in range(40)]
    noisy = sample(script, "development", LABELS)
    # Two of eight are labelled against their features, so that nothing is quite sure.
    noisy.labels[:2] = noisy.labels[1::-1]
    arrays, meta = script.build(learned, [noisy], META)
    path = tmp_path / "toy.npz"
    path.write_bytes(script.to_bytes(arrays, meta))
    made = load_model(path)
    found = made.find(sample(script, "train", LABELS).features)
    assert {i: f.class_ for i, f in found.items()} == {
        i: CLASSES[label] for i, label in enumerate(LABELS) if label >= 0
    }
    assert meta["spacy_model"] == "en_some 1.0"
    assert set(arrays["numbers"].tolist()) <= {1, 5, 6, 10, 11, 12}
    assert script.difference(path, arrays, meta) is None
    assert script.to_bytes(arrays, meta) == path.read_bytes()
    arrays["weights"][0, 0] += 1
    assert "weights" in script.difference(path, arrays, meta)
    arrays["weights"][0, 0] -= 1
    assert "description" in script.difference(path, arrays, meta | {"threshold": 0.99})


def test_calibration_finds_the_line(script):
    chance = np.random.default_rng(1)
    logits = chance.normal(0, 3, 50_000)
    events = chance.random(50_000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))
    slope, shift = script.calibrate(logits, events)
    assert slope == pytest.approx(0.5, abs=0.03)
    assert shift == pytest.approx(-1, abs=0.05)


def test_weights_survive_as_whole_numbers(script):
    weights = np.zeros((1 << BITS, 8), dtype=np.float32)
    weights[3], weights[4] = [1.27, *[0.5] * 7], [0.01, *[0.001] * 7]
    packed = script.pack(weights)
    assert packed["numbers"].tolist() == [3]
    restored = packed["weights"] * packed["scales"]
    assert np.allclose(restored, weights[[3]], atol=0.01)


@pytest.mark.skipif(
    "TIMELINE_RETRAIN" not in os.environ,
    reason="trains for some minutes; set TIMELINE_RETRAIN=1",
)
def test_the_shipped_file_is_what_the_corpora_give(script, corpora: Path):
    arrays, meta = script.train(corpora)
    assert script.difference(models_dir() / "events.npz", arrays, meta) is None
