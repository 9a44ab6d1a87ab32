"""The trained linker: one row of weights a feature, one column a shape, read from one file.

`models/linker.npz` is written by `models/train_linker.py`; it holds numbers and one JSON string,
and is read without pickle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...paths import models_dir
from ...trained import read_trained
from .candidates import SHAPES
from .features import BITS, number_of

FILE = "linker.npz"
FORMAT = 2
Rows = Sequence[Iterable[str]]


@dataclass(frozen=True, slots=True)
class LinkerModel:
    """Weights by row and shape, in logits; `places` gives the row of a feature's number.

    Row 0 is of the features that are not known. `meta` says what the model was made with:
    calibration, the probability from which a day is claimed, how often sieves were right, figures.
    """

    weights: NDArray[np.float32]
    places: NDArray[np.uint16]
    meta: Mapping[str, Any]

    @property
    def day_threshold(self) -> float:
        """From this probability on a single day is claimed."""
        return float(self.meta["day_threshold"])

    def score(self, event: Iterable[str], others: Rows) -> NDArray[np.float64]:
        """[1 + others, shapes]: the weights of an event, and with each other time on top."""
        own = self._sum(event)
        return np.array([own, *(own + self._sum(features) for features in others)])

    def _sum(self, features: Iterable[str]) -> NDArray[np.float64]:
        # A feature counts once, as in training.
        rows = self.places[sorted({number_of(feature) for feature in features})]
        total: NDArray[np.float64] = self.weights[rows].sum(axis=0, dtype=np.float64)
        return total

    def calibrate(self, probability: float) -> float:
        """How often a guess of this probability is exactly right."""
        slope, shift = self.meta["calibration"]
        inside = min(max(probability, 1e-6), 1 - 1e-6)
        logit = slope * np.log(inside / (1 - inside)) + shift
        return float(1 / (1 + np.exp(-logit)))

    def precision(self, sieve: str) -> float | None:
        """How often a sieve was right where it claimed one day; None where it was not measured."""
        known: Mapping[str, float] = self.meta["sieves"]
        return known.get(sieve)


@cache
def load_linker(path: Path | None = None) -> LinkerModel:
    """Read a model, by default ours; read once. Raises ModelError if the file is none."""
    scheme = {"format": FORMAT, "bits": BITS, "shapes": list(SHAPES)}
    return read_trained(
        path or models_dir() / FILE,
        "linker",
        scheme,
        lambda file, meta: unpack(file["numbers"], file["weights"], file["scales"], meta),
    )


def unpack(
    numbers: NDArray[np.uint32],
    weights: NDArray[np.int8],
    scales: NDArray[np.float32],
    meta: Mapping[str, Any],
) -> LinkerModel:
    """The model of the features that have weights: [n] numbers in order, [n, shapes] steps."""
    places = np.zeros(1 << BITS, dtype=np.uint16)
    places[numbers] = np.arange(1, len(numbers) + 1)
    unknown = np.zeros((1, len(SHAPES)), dtype=np.float32)
    return LinkerModel(np.concatenate([unknown, weights * scales]), places, meta)
