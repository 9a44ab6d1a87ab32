"""The trained event detector: two logistic regressions over the same features, read from one file.

`models/events.npz` is written by `models/train_events.py`; it holds numbers and one JSON string,
and is read without pickle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..paths import models_dir
from ..trained import read_trained
from .event_features import BITS, Features

FILE = "events.npz"
FORMAT = 1
CLASSES = ("OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")
# Of the tagger and the parser: without these a pipeline has another scheme, or none at all.
LABELS = ("VBD", "NN", "nsubj", "dobj", "prep", "pobj")


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger: its TimeML class, and the probability that an annotator would mark it.

    `doubtful`: that probability is below the model's stricter threshold.
    """

    class_: str
    confidence: float | None
    by: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class EventModel:
    """Weights by feature number: `trigger` [numbers], `classes` [numbers, 7]; whole numbers.

    `scales` gives what a step of 1 is worth, in logits, for the trigger and for each class. `meta`
    says what the model was made with: spaCy model, threshold, calibration, figures.
    """

    trigger: NDArray[np.int8]
    classes: NDArray[np.int8]
    scales: NDArray[np.float32]
    meta: Mapping[str, Any]

    @property
    def threshold(self) -> float:
        """From this probability on a token is an event: nearly the best F1, cross-validated."""
        return float(self.meta["threshold"])

    @property
    def strict_threshold(self) -> float:
        """From this one on nine of ten events are right: what the default chronology shows."""
        return float(self.meta["strict_threshold"])

    def probabilities(self, features: Features) -> NDArray[np.float64]:
        """The probability of each candidate to be an event, calibrated."""
        weights = self.trigger[features.numbers]
        logits = np.bincount(features.rows, weights, minlength=len(features.tokens))
        slope, shift = self.meta["calibration"]
        return _sigmoid(slope * float(self.scales[0]) * logits + shift)

    def class_scores(
        self, features: Features, chosen: NDArray[np.bool_] | None = None
    ) -> NDArray[np.float64]:
        """The logit of each class [7, candidates]; 0 where a candidate is not chosen."""
        kept = slice(None) if chosen is None else chosen[features.rows]
        rows, weights = features.rows[kept], self.classes[features.numbers[kept]]
        many, size = len(CLASSES), len(features.tokens)
        cells = rows[:, None] * many + np.arange(many)
        sums = np.bincount(cells.ravel(), weights.ravel(), minlength=size * many)
        scores: NDArray[np.float64] = np.multiply(sums.reshape(size, many).T, self.scales[1:, None])
        return scores

    def find(self, features: Features) -> dict[int, Found]:
        """The events among the candidates, by index of their token in text order."""
        chances = self.probabilities(features)
        chosen = chances >= self.threshold
        best = np.argmax(self.class_scores(features, chosen), axis=0)
        return {
            int(features.tokens[row]): Found(
                CLASSES[best[row]],
                round(float(chances[row]), 3),
                "model",
                doubtful=bool(chances[row] < self.strict_threshold),
            )
            for row in np.flatnonzero(chosen)
        }

    def misfit(self, meta: Mapping[str, Any]) -> str | None:
        """Say in one sentence why the model does not fit a spaCy pipeline with this meta."""
        made = self.meta["spacy_model"]
        given = f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"
        if given == made:
            return None
        missing = [label for label in LABELS if label not in _labels_of(meta)]
        if missing:
            return (
                f"the event model was trained on the parses of {made}: those of {given} lack the "
                f"labels {', '.join(missing)}, so that it finds few events, and wrong ones"
            )
        return (
            f"the event model was trained on the parses of {made}: with those of {given} it finds "
            "events less well, and their confidence means less"
        )


def _labels_of(meta: Mapping[str, Any]) -> frozenset[str]:
    """The labels of a pipeline's tagger and parser; spaCy fills them in as it loads."""
    labels = meta.get("labels", {})
    return frozenset([*labels.get("tagger", ()), *labels.get("parser", ())])


def _sigmoid(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(logits, -40, 40)))
    return chances


@cache
def load_model(path: Path | None = None) -> EventModel:
    """Read a model, by default ours; read once. Raises ModelError if the file is none."""
    scheme = {"format": FORMAT, "bits": BITS}
    return read_trained(
        path or models_dir() / FILE,
        "event model",
        scheme,
        lambda file, meta: unpack(file["numbers"], file["weights"], file["scales"], meta),
    )


def unpack(
    numbers: NDArray[np.uint32],
    weights: NDArray[np.int8],
    scales: NDArray[np.float32],
    meta: Mapping[str, Any],
) -> EventModel:
    """The model of the features that have weights: [n] numbers in order, [n, 8] weights."""
    trigger = np.zeros(1 << BITS, dtype=np.int8)
    classes = np.zeros((1 << BITS, len(CLASSES)), dtype=np.int8)
    trigger[numbers], classes[numbers] = weights[:, 0], weights[:, 1:]
    return EventModel(trigger, classes, scales, meta)
