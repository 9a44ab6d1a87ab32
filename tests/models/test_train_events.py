"""The training script on data that can be checked by hand; the shipped file against the corpora."""

import importlib
import os
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from timeline.components.event_features import Features
from timeline.components.event_model import CLASSES, load_model
from timeline.paths import models_dir

pytest.importorskip("scipy", reason="needs scipy, which only training uses")
META = {"lang": "en", "name": "some", "version": "1.0"}


@pytest.fixture(scope="module")
def script(scripts: None) -> ModuleType:
    return importlib.import_module("train_events")


def sample(script: ModuleType, labels: list[int], corpus: str = "bank"):
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
    return script.Sample(corpus, "train", features, np.array(labels), events)


LABELS = [0, -1, 1, -1, -1, 2, 0, -1]


def noisy(script: ModuleType):
    """Feature 8 says nothing: two of its four candidates are events."""
    pairs = [(row, number) for row in range(4) for number in (1, 8)]
    rows, numbers = (np.array(column) for column in zip(*pairs, strict=True))
    return script.Sample(
        "bank", "train", Features(np.arange(4), rows, numbers), np.array([0, 0, -1, -1]), 2
    )


@pytest.mark.parametrize("silver", [True, False])
def test_it_learns_what_there_is_to_learn(script, trained_file, tmp_path, silver):
    gold = [*(sample(script, LABELS) for _ in range(40)), *(noisy(script) for _ in range(10))]
    others = [sample(script, LABELS) for _ in range(40)] if silver else []
    arrays, meta, scored = script.build(others, gold, META)
    assert len(scored) == len(gold)
    path = tmp_path / "toy.npz"
    path.write_bytes(trained_file.to_bytes(arrays, meta))
    made = load_model(path)
    found = made.find(sample(script, LABELS).features)
    assert {i: f.class_ for i, f in found.items()} == {
        i: CLASSES[label] for i, label in enumerate(LABELS) if label >= 0
    }
    assert meta["spacy_model"] == "en_some 1.0"
    assert set(arrays["numbers"].tolist()) <= {1, 5, 6, 8, 10, 11, 12}
    assert trained_file.difference(path, arrays, meta) is None
    arrays["weights"][0, 0] += 1
    assert "weights" in trained_file.difference(path, arrays, meta)
    arrays["weights"][0, 0] -= 1
    assert "description" in trained_file.difference(path, arrays, meta | {"threshold": 0.99})
    path.write_bytes(path.read_bytes() + b"\0")
    assert "bytes" in trained_file.difference(path, arrays, meta)


def test_gold_weights_start_from_silver_ones(script):
    """What gold does not speak of stays; what it contradicts often enough turns."""
    silver = [sample(script, LABELS) for _ in range(40)]
    before = script.learn(silver, script.OF_SILVER)
    turned = sample(script, [0, 0, 0, 0])
    turned.labels[:] = -1  # feature 5 is no event here
    after = script.learn([turned] * 200 + silver[:1], script.ON_SILVER, before)
    seen = [1, 5, 10]  # the features of the turned tokens
    assert before[seen, 0].sum() > 0
    assert after[seen, 0].sum() < 0
    assert after[12, 3] == before[12, 3]


def test_no_document_is_scored_by_what_learned_from_it(script, monkeypatch):
    gold = [sample(script, LABELS) for _ in range(7)]
    taught = []
    real = script.learn
    monkeypatch.setattr(
        script,
        "learn",
        lambda rest, *more: taught.append([id(s) for s in rest]) or real(rest, *more),
    )
    scored = []
    for one in script.cross_validate(gold, script.OF_GOLD, None):
        assert id(one.sample) not in taught[-1]
        scored.append(id(one.sample))
    assert sorted(scored) == sorted(map(id, gold))


def test_wordnets_files(scripts, tmp_path):
    ablate = importlib.import_module("ablate_events")
    licence = "  1 This software and database is being provided ...\n"
    for name in ("noun", "verb", "adj"):
        (tmp_path / f"data.{name}").write_text(f"{licence}00000010 04 n 01 x 0 000 | a\n"
                                               "00000020 28 n 01 x 0 000 | b\n")  # fmt: skip
        (tmp_path / f"index.{name}").write_text(f"{licence}raid n 2 1 @ 2 1 00000020 00000010\n")
    senses = ablate.read_senses(tmp_path)
    assert senses["NOUN", "raid"] == (28, 4)
    assert len(senses) == 3


@pytest.mark.skipif(
    "TIMELINE_RETRAIN" not in os.environ,
    reason="trains for some minutes; set TIMELINE_RETRAIN=1",
)
def test_the_shipped_file_is_what_the_corpora_give(script, trained_file, corpora: Path):
    arrays, meta = script.train(corpora)
    assert trained_file.difference(models_dir() / "events.npz", arrays, meta) is None
