"""Train the event detector and write events.npz.

    python models/train_events.py --corpora ../shared/corpora            # writes models/events.npz
    python models/train_events.py --corpora ../shared/corpora --check    # compares, writes nothing

Two logistic regressions over the features of `timeline/components/event_features.py`: is a token an
event, and of which class. They learn from the train documents of TimeBank and AQUAINT and from the
silver documents; the threshold and the calibration come from the development documents. The test
documents are not opened. Needs scipy (`uv sync --group train`). Takes about three minutes and 2 GB.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
import spacy
from numpy.typing import NDArray
from scipy.optimize import minimize

from timeline.components.event_features import BITS, FeatureReader, Features
from timeline.components.event_model import CLASSES, FORMAT, EventModel, load_model, unpack
from timeline.components.lexicon import load_lexicon
from timeline.document import Document
from timeline.evaluation.corpora import Part, read_splits, read_timeml
from timeline.evaluation.gold import gold_events
from timeline.pipeline import DEFAULT_MODEL, Options, Pipeline
from timeline.readers import timeml

HERE = Path(__file__).resolve().parent
SILVER = "te3-silver.zip"
DATA = ("both", "gold", "silver")
# Chosen by cross-validation over the train documents: see README.md.
STRENGTH, CLASS_STRENGTH = 0.1, 0.25  # of the data against the wish for small weights (C)
ROUNDS, CLASS_ROUNDS = 60, 50  # of L-BFGS; more change nothing that can be measured
LEAST = 3  # sightings of a feature
SMALLEST = 0.02  # a feature is left out where all its weights are nearer to 0, in logits
STEPS = 127  # of a weight on either side of 0
STRICT_PRECISION = 0.9  # of the stricter threshold, on the development documents

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sample:
    """The candidates of one document: features and gold class (-1: no event).

    `gold` counts the events of the annotators; a few are no candidate.
    """

    corpus: str
    part: str
    features: Features
    labels: NDArray[np.int64]
    gold: int


def read_gold(corpora: Path, parts: Sequence[Part]) -> Iterator[tuple[str, str, Document]]:
    """Yield the documents of both human corpora that belong to these parts."""
    for (corpus, name), part in sorted(read_splits().items()):
        if part in parts:
            yield corpus, part, read_timeml(corpora / corpus / f"{name}.tml")


def read_silver(corpora: Path) -> Iterator[tuple[str, str, Document]]:
    """Yield the documents that other programs annotated."""
    with zipfile.ZipFile(corpora / SILVER) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".tml")):
            for item in timeml.read(archive.read(name), name):
                if isinstance(item, Document):
                    yield "silver", "silver", item


def make_samples(
    pipeline: Pipeline, reader: FeatureReader, documents: Iterable[tuple[str, str, Document]]
) -> list[Sample]:
    """Parse documents as the program does, and read their features."""
    listed = list(documents)
    docs = pipeline.parse_all(document for *_, document in listed)
    samples = []
    for (corpus, part, document), doc in zip(listed, docs, strict=True):
        features = reader(doc)
        table = doc.to_array(["IDX", "LENGTH"])[features.tokens]
        spans = [(start, start + length) for start, length in table.tolist()]
        classes = {mark.span: mark.get("class") for mark in gold_events(document)}
        labels = [CLASSES.index(classes[s]) if s in classes else -1 for s in spans]
        known = np.array(labels, dtype=np.int64)
        samples.append(Sample(corpus, part, features, known, len(classes)))
    return samples


def to_matrix(samples: Sequence[Sample]) -> tuple[sp.csr_matrix, NDArray[np.int64]]:
    """Return candidate x feature, and the labels."""
    rows, base = [], 0
    for sample in samples:
        rows.append(sample.features.rows + base)
        base += len(sample.labels)
    numbers = np.concatenate([sample.features.numbers for sample in samples])
    ones = np.ones(len(numbers), dtype=np.float32)
    matrix = sp.csr_matrix((ones, (np.concatenate(rows), numbers)), shape=(base, 1 << BITS))
    return matrix, np.concatenate([sample.labels for sample in samples])


def fit(
    matrix: sp.csr_matrix, target: NDArray[Any], kinds: int, strength: float, rounds: int
) -> Floats:
    """Return the weights [features, kinds] of a logistic regression; kinds 1 is yes or no."""
    seen = np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= LEAST)
    part = matrix[:, seen]
    turned = part.T.tocsr()
    wanted = np.eye(kinds, dtype=np.float32)[target] if kinds > 1 else target[:, None]
    wanted = wanted.astype(np.float32)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = part @ flat.reshape(len(seen), kinds).astype(np.float32)
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
    weights = np.zeros((matrix.shape[1], kinds), dtype=np.float32)
    weights[seen] = found.x.reshape(-1, kinds)
    return weights


def pack(weights: Floats) -> dict[str, NDArray[Any]]:
    """Leave out small weights, and make whole numbers of the others."""
    numbers = np.flatnonzero((np.abs(weights) >= SMALLEST).any(axis=1))
    scales = (np.abs(weights).max(axis=0) / STEPS).astype(np.float32)
    steps = np.rint(weights[numbers] / scales).astype(np.int8)
    return {"numbers": numbers.astype(np.uint32), "weights": steps, "scales": scales}


def calibrate(logits: NDArray[np.float64], events: NDArray[np.bool_]) -> tuple[float, float]:
    """Return slope and shift that make probabilities of logits (Platt), by Newton's method."""
    line = np.array([1.0, 0.0])
    table = np.stack([logits, np.ones_like(logits)], axis=1)
    for _ in range(25):
        chances = 1 / (1 + np.exp(-(table @ line)))
        bend = (table * (chances * (1 - chances))[:, None]).T @ table
        line -= np.linalg.solve(bend, table.T @ (chances - events))
    return round(float(line[0]), 4), round(float(line[1]), 4)


def choose_thresholds(model: EventModel, samples: Sequence[Sample]) -> tuple[float, float]:
    """Return the threshold of the best mean F1 of the corpora, and the one that is nearly sure."""
    chances = [model.probabilities(sample.features) for sample in samples]
    events = np.concatenate([sample.labels >= 0 for sample in samples])
    pooled = np.concatenate(chances)

    def mean_f1(threshold: float) -> float:
        shares = []
        for corpus in sorted({sample.corpus for sample in samples}):
            right = found = gold = 0
            for sample, chance in zip(samples, chances, strict=True):
                if sample.corpus == corpus:
                    right += int(((chance >= threshold) & (sample.labels >= 0)).sum())
                    found += int((chance >= threshold).sum())
                    gold += sample.gold
            shares.append(2 * right / (found + gold))
        return sum(shares) / len(shares)

    grid = [round(0.2 + 0.01 * step, 2) for step in range(76)]
    best = max(grid, key=lambda t: (round(mean_f1(t), 4), -abs(t - 0.5)))
    for threshold in grid[grid.index(best) :]:
        left = events[pooled >= threshold]
        if left.sum() >= STRICT_PRECISION * len(left):
            return best, threshold
    return best, grid[-1]


def train(corpora: Path, data: str = "both") -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Return the arrays and the description of the model."""
    # Without our components: the event tagger would ask for the file that is being made.
    pipeline = Pipeline(spacy.load(DEFAULT_MODEL), Options())
    reader = FeatureReader(load_lexicon().by_part)
    gold = make_samples(pipeline, reader, read_gold(corpora, ("train", "development")))
    learned = [sample for sample in gold if sample.part == "train"] if data != "silver" else []
    if data != "gold":
        learned += make_samples(pipeline, reader, read_silver(corpora))
    held = [sample for sample in gold if sample.part == "development"]
    return build(learned, held, pipeline.nlp.meta)


def build(
    learned: Sequence[Sample], held: Sequence[Sample], spacy_meta: dict[str, Any]
) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Fit on `learned`; threshold and calibration from `held`."""
    matrix, labels = to_matrix(learned)
    events = labels >= 0
    weights = np.hstack([
        fit(matrix, events, 1, STRENGTH, ROUNDS),
        fit(matrix[events], labels[events], len(CLASSES), CLASS_STRENGTH, CLASS_ROUNDS),
    ])  # fmt: skip
    arrays = pack(weights)
    meta: dict[str, Any] = {
        "format": FORMAT,
        "bits": BITS,
        "spacy_model": f"{spacy_meta['lang']}_{spacy_meta['name']} {spacy_meta['version']}",
        "documents": len(learned),
        "candidates": len(labels),
        "events": int(events.sum()),
        "calibration": [1.0, 0.0],
    }
    plain = unpack(arrays["numbers"], arrays["weights"], arrays["scales"], meta)
    chances = np.concatenate([plain.probabilities(sample.features) for sample in held])
    chances = np.clip(chances, 1e-12, 1 - 1e-12)
    truth = np.concatenate([sample.labels >= 0 for sample in held])
    meta["calibration"] = calibrate(np.log(chances / (1 - chances)), truth)
    meta["threshold"], meta["strict_threshold"] = choose_thresholds(plain, held)
    return arrays, meta


def to_bytes(arrays: dict[str, NDArray[Any]], meta: dict[str, Any]) -> bytes:
    """Return the file: an npz archive, always the same bytes for the same numbers."""
    text = json.dumps(meta, indent=1, sort_keys=True).encode()
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays, meta=np.frombuffer(text, dtype=np.uint8))
    return stream.getvalue()


def difference(path: Path, arrays: dict[str, NDArray[Any]], meta: dict[str, Any]) -> str | None:
    """Say what differs between a file and what was trained; None if nothing does."""
    with np.load(path, allow_pickle=False) as file:
        for name, array in arrays.items():
            if not np.array_equal(file[name], array):
                return f"{path}: {name} are not what the corpora give"
        if json.loads(file["meta"].tobytes()) != json.loads(json.dumps(meta)):
            return f"{path}: the description is not what the corpora give"
    return None


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=HERE / "events.npz")
    parser.add_argument("--check", action="store_true", help="compare with the file instead")
    parser.add_argument("--data", choices=DATA, default="both", help="for the ablation table")
    arguments = parser.parse_args()
    arrays, meta = train(arguments.corpora, arguments.data)
    if arguments.check:
        reason = difference(arguments.output, arrays, meta)
        show(reason or f"{arguments.output} is what the corpora give")
        return 1 if reason else 0
    arguments.output.write_bytes(to_bytes(arrays, meta))
    load_model(arguments.output)
    show(f"{arguments.output}: {arguments.output.stat().st_size:,} bytes, {json.dumps(meta)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
