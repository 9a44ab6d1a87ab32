"""Train the event detector and write events.npz.

    python models/train_events.py --corpora ../shared/corpora            # writes models/events.npz
    python models/train_events.py --corpora ../shared/corpora --check    # compares, writes nothing

Two logistic regressions over the features of `timeline/components/event_features.py`: is a token an
event, and of which class. They learn from the silver documents first and then, from those weights
on, from the train documents of TimeBank and AQUAINT. Thresholds and calibration come from
cross-validation over the train documents. The development and test documents are not opened. Needs
scipy (`uv sync --group train`). Takes about four minutes and 2 GB.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
import spacy
from event_data import Sample, make_samples, parse, read_gold, read_silver, to_matrix
from numpy.typing import NDArray
from scipy.optimize import minimize
from trained_file import Arrays, deliver, fit_line, make_parser, pack

from timeline.components.event_features import BITS, FeatureReader
from timeline.components.event_model import CLASSES, FORMAT, EventModel, load_model, unpack
from timeline.components.lexicon import load_lexicon
from timeline.pipeline import DEFAULT_MODEL, Options, Pipeline

KINDS = 1 + len(CLASSES)  # columns of weights: the trigger's, then the classes'
FOLDS = 5
LEAST = 3  # sightings of a feature
SMALLEST = 0.02  # a feature is left out where all its weights are nearer to 0, in logits
CALIBRATED = 0.15  # chances below are no matter: a line through all would bend to fit them
GRID = [round(0.2 + 0.01 * step, 2) for step in range(76)]  # thresholds to choose from
# Of F1: between 0.3 and 0.55 it is flat, and what is found too much the strict threshold hides.
PLATEAU = 0.002
STRICT_PRECISION = 0.9  # of the stricter threshold, on the train documents, cross-validated

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Strength:
    """Of the data against the wish for small weights (C), and how long L-BFGS may search."""

    trigger: float
    classes: float
    rounds: int
    class_rounds: int


# Chosen by cross-validation over the train documents: see README.md.
OF_SILVER = Strength(0.1, 0.25, 60, 50)
ON_SILVER = Strength(0.02, 0.05, 40, 30)  # gold documents, after the silver ones
OF_GOLD = Strength(0.2, 0.5, 60, 50)  # gold documents alone


def fit(
    matrix: sp.csr_matrix,
    target: NDArray[Any],
    strength: float,
    rounds: int,
    before: Floats,
) -> Floats:
    """Return the weights [features, kinds] of a logistic regression; one kind is yes or no.

    They stay near those `before` where the data do not tell otherwise.
    """
    kinds = before.shape[1]
    seen = np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= LEAST)
    part = matrix[:, seen]
    turned = part.T.tocsr()
    known = matrix @ before
    wanted = np.eye(kinds, dtype=np.float32)[target] if kinds > 1 else target[:, None]
    wanted = wanted.astype(np.float32)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = known + part @ flat.reshape(len(seen), kinds).astype(np.float32)
        if kinds > 1:
            scores -= scores.max(axis=1, keepdims=True)
            norm = np.log(np.exp(scores).sum(axis=1, keepdims=True))
            chances = np.exp(scores - norm)
            cost = -float(((scores - norm) * wanted).sum(dtype=np.float64))
        else:
            chances = 1 / (1 + np.exp(-np.clip(scores, -40, 40)))
            cost = float((np.logaddexp(0, scores) - wanted * scores).sum(dtype=np.float64))
        slope = (turned @ (chances - wanted)).ravel().astype(np.float64)
        return strength * cost + 0.5 * float(flat @ flat), strength * slope + flat

    start = np.zeros(len(seen) * kinds)
    found = minimize(loss, start, jac=True, method="L-BFGS-B",
                     options={"maxiter": rounds, "maxcor": 6})  # fmt: skip
    weights = before.copy()
    weights[seen] += found.x.reshape(-1, kinds).astype(np.float32)
    return weights


def learn(samples: Sequence[Sample], strength: Strength, before: Floats | None = None) -> Floats:
    """Return weights [features, 1 + classes], starting from those `before`."""
    matrix, labels = to_matrix(samples)
    if before is None:
        before = np.zeros((matrix.shape[1], KINDS), dtype=np.float32)
    events = labels >= 0
    one = fit(matrix, events, strength.trigger, strength.rounds, before[:, :1])
    seven = fit(
        matrix[events], labels[events], strength.classes, strength.class_rounds, before[:, 1:]
    )
    return np.hstack([one, seven])


def make_model(weights: Floats, meta: dict[str, Any]) -> EventModel:
    """The model of these weights as it will be read from the file."""
    arrays = pack(weights, SMALLEST, np.uint32)
    return unpack(arrays["numbers"], arrays["weights"], arrays["scales"], meta)


@dataclass(frozen=True, slots=True)
class Scored:
    """A document by a model that did not learn from it: chances and best class of candidates."""

    sample: Sample
    chances: NDArray[np.float64]
    classes: NDArray[np.int64]


def score(model: EventModel, sample: Sample) -> Scored:
    """Let a model judge a document."""
    best = np.argmax(model.class_scores(sample.features), axis=0)
    return Scored(sample, model.probabilities(sample.features), best)


def cross_validate(
    gold: Sequence[Sample], strength: Strength, before: Floats | None
) -> Iterator[Scored]:
    """Score each document with weights that were learned without it; not calibrated."""
    for fold in range(FOLDS):
        rest = [sample for i, sample in enumerate(gold) if i % FOLDS != fold]
        model = make_model(learn(rest, strength, before), {"calibration": [1.0, 0.0]})
        yield from (score(model, sample) for sample in gold[fold::FOLDS])


def to_logits(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The inverse of the logistic function, without infinities."""
    inside = np.clip(chances, 1e-12, 1 - 1e-12)
    logits: NDArray[np.float64] = np.log(inside / (1 - inside))
    return logits


def recalibrated(scored: Sequence[Scored], line: tuple[float, float]) -> list[Scored]:
    """The same with calibrated chances."""
    slope, shift = line
    return [
        replace(one, chances=1 / (1 + np.exp(-(slope * to_logits(one.chances) + shift))))
        for one in scored
    ]


def f1(scored: Sequence[Scored], threshold: float, *, of_class: bool = False) -> float:
    """F1 of the events from a threshold on; `of_class`: only those of the right class count."""
    right = found = gold = 0
    for one in scored:
        chosen, labels = one.chances >= threshold, one.sample.labels
        fits = one.classes == labels if of_class else labels >= 0
        right += int((chosen & fits).sum())
        found += int(chosen.sum())
        gold += one.sample.gold
    return 2 * right / (found + gold)


def mean_f1(scored: Sequence[Scored], threshold: float) -> float:
    """The mean of the corpora's F1 of events."""
    names = sorted({one.sample.corpus for one in scored})
    groups = [[one for one in scored if one.sample.corpus == name] for name in names]
    return sum(f1(group, threshold) for group in groups) / len(groups)


def best_threshold(scored: Sequence[Scored]) -> float:
    """Return the threshold of the best mean F1; of equal ones that nearest to a half."""
    return max(GRID, key=lambda t: (round(mean_f1(scored, t), 4), -abs(t - 0.5)))


def choose_thresholds(scored: Sequence[Scored]) -> tuple[float, float]:
    """Return the lowest threshold of nearly the best mean F1, and the one that is nearly sure."""
    enough = mean_f1(scored, best_threshold(scored)) - PLATEAU
    first = next(threshold for threshold in GRID if mean_f1(scored, threshold) >= enough)
    pooled = np.concatenate([one.chances for one in scored])
    events = np.concatenate([one.sample.labels >= 0 for one in scored])
    for threshold in GRID[GRID.index(first) :]:
        left = events[pooled >= threshold]
        if left.sum() >= STRICT_PRECISION * len(left):
            return first, threshold
    return first, GRID[-1]


def build(
    silver: Sequence[Sample], gold: Sequence[Sample], spacy_meta: dict[str, Any]
) -> tuple[Arrays, dict[str, Any], list[Scored]]:
    """Return the arrays and the description of a model, and the cross-validation behind it.

    Without silver documents the gold ones teach alone.
    """
    before = learn(silver, OF_SILVER) if silver else None
    strength = ON_SILVER if silver else OF_GOLD
    scored = list(cross_validate(gold, strength, before))
    chances = np.concatenate([one.chances for one in scored])
    events = np.concatenate([one.sample.labels >= 0 for one in scored])
    counted = chances >= CALIBRATED
    line = fit_line(to_logits(chances[counted]), events[counted])
    scored = recalibrated(scored, line)
    best, strict = choose_thresholds(scored)
    meta: dict[str, Any] = {
        "format": FORMAT,
        "bits": BITS,
        "spacy_model": f"{spacy_meta['lang']}_{spacy_meta['name']} {spacy_meta['version']}",
        "documents": len(silver) + len(gold),
        "candidates": sum(len(sample.labels) for sample in (*silver, *gold)),
        "events": sum(int((sample.labels >= 0).sum()) for sample in (*silver, *gold)),
        "calibration": line,
        "threshold": best,
        "strict_threshold": strict,
    }
    weights = learn(gold, strength, before)
    return pack(weights, SMALLEST, np.uint32), meta, scored


def train(corpora: Path, *, silver: bool = True) -> tuple[Arrays, dict[str, Any]]:
    """Return the arrays and the description of the model."""
    # Without our components: the event tagger would ask for the file that is being made.
    pipeline = Pipeline(spacy.load(DEFAULT_MODEL), Options())
    reader = FeatureReader(load_lexicon().by_part)
    gold = make_samples(reader, parse(pipeline, read_gold(corpora, ("train",))))
    others = make_samples(reader, parse(pipeline, read_silver(corpora))) if silver else []
    arrays, meta, _ = build(others, gold, pipeline.nlp.meta)
    return arrays, meta


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    parser = make_parser(__doc__, "events.npz")
    parser.add_argument("--without-silver", action="store_true", help="human annotation alone")
    arguments = parser.parse_args()
    made = train(arguments.corpora, silver=not arguments.without_silver)
    return deliver(arguments.output, made, load_model, show, check=arguments.check)


if __name__ == "__main__":
    sys.exit(main())
