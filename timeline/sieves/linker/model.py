"""The trained linker: weights of features and of word vectors by shape, read from one file.

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
from ...trained import Arrays, read_trained
from .candidates import SHAPES
from .features import BITS, number_of
from .slots import SLOTS

FILE = "linker.npz"
FORMAT = 3
Rows = Sequence[Iterable[str]]


@dataclass(frozen=True, slots=True)
class LinkerModel:
    """Weights by row and shape, in logits; `places` gives the row of a feature's number.

    Row 0 is of the features that are not known. `vectors` has a row for each word of `words` (row
    0: not known), `slots` the weights of the vectors of an event's words. `meta` says what the
    model was made with: calibration, the probability from which a day is claimed, how often sieves
    were right, figures.
    """

    weights: NDArray[np.float32]
    places: NDArray[np.uint16]
    words: Mapping[str, int]
    vectors: NDArray[np.float32]  # [1 + words, width]
    slots: NDArray[np.float32]  # [slots * width, shapes]
    meta: Mapping[str, Any]

    @property
    def day_threshold(self) -> float:
        """From this probability on a single day is claimed."""
        return float(self.meta["day_threshold"])

    def score(
        self, words: Sequence[str], event: Iterable[str], others: Rows
    ) -> NDArray[np.float64]:
        """[1 + others, shapes]: the weights of an event, and with each other time on top."""
        own = self._sum(event) + self.vector(words) @ self.slots
        return np.array([own, *(own + self._sum(features) for features in others)])

    def vector(self, words: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of an event's words, slot by slot, in one row."""
        return self.vectors[[self.words.get(word, 0) for word in words]].ravel()

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
    scheme = {"format": FORMAT, "bits": BITS, "shapes": list(SHAPES), "slots": list(SLOTS)}
    return read_trained(
        path or models_dir() / FILE,
        "linker",
        scheme,
        unpack,
    )


def unpack(arrays: Arrays, meta: Mapping[str, Any]) -> LinkerModel:
    """The model of a file.

    `numbers` [n] are those of the features, in order, with `weights` [n, shapes] in steps of
    `scales` [shapes]; `words` the known words in one text, with `vectors` [words, width] in steps
    of one size, which `slots` [slots * width, shapes] has in it.
    """
    places = np.zeros(1 << BITS, dtype=np.uint16)
    places[arrays["numbers"]] = np.arange(1, len(arrays["numbers"]) + 1)
    weights = arrays["weights"] * arrays["scales"]
    words = arrays["words"].tobytes().decode().split()
    return LinkerModel(
        weights=_below(np.zeros(len(SHAPES)), weights),
        places=places,
        words={word: row for row, word in enumerate(words, start=1)},
        vectors=_below(np.zeros(arrays["vectors"].shape[1]), arrays["vectors"]),
        slots=arrays["slots"],
        meta=meta,
    )


def _below(first: NDArray[Any], rows: NDArray[Any]) -> NDArray[np.float32]:
    return np.concatenate([first[None], rows]).astype(np.float32)
