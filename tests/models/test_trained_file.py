"""What the trainings share: calibration, and weights as whole numbers."""

import numpy as np
import pytest

from timeline.components.event_features import BITS

pytest.importorskip("scipy", reason="needs scipy, which only training uses")


def test_calibration_finds_the_line(trained_file):
    chance = np.random.default_rng(1)
    logits = chance.normal(0, 3, 50_000)
    events = chance.random(50_000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))
    slope, shift = trained_file.fit_line(logits, events)
    assert slope == pytest.approx(0.5, abs=0.03)
    assert shift == pytest.approx(-1, abs=0.05)


def test_weights_survive_as_whole_numbers(trained_file):
    weights = np.zeros((1 << BITS, 8), dtype=np.float32)
    weights[3], weights[4] = [1.27, *[0.5] * 7], [0.01, *[0.001] * 7]
    packed = trained_file.pack(weights, 0.02, np.uint32)
    assert packed["numbers"].tolist() == [3]
    restored = packed["weights"] * packed["scales"]
    assert np.allclose(restored, weights[[3]], atol=0.01)
