"""Train the model that guesses which of two events began first, and write order.npz.

    python models/train_order.py --corpora ../shared/corpora           # writes models/order.npz
    python models/train_order.py --corpora ../shared/corpora --check   # compares, writes nothing

A logistic regression over the features of `timeline/sieves/ordering/guess.py`, on the pairs of
MATRES (start points) in the train documents of TimeBank and AQUAINT, with our own events and dates.
The threshold comes from folds of these documents. Needs scipy. Takes about two minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize
from trained_file import STEPS, Arrays, deliver, make_parser

from timeline.evaluation.corpora import find_corpora, read_splits, read_timeml
from timeline.evaluation.dating import events_of_instances, place_events
from timeline.evaluation.order import Ordered, read_order
from timeline.pipeline import Options, load
from timeline.sieves.ordering.guess import BITS, FORMAT, features, load_order, number_of

STRENGTH = 0.1  # of the data against the wish for small weights (C)
ROUNDS = 60  # of L-BFGS
LEAST = 2  # sightings of a feature
SMALLEST = 0.01  # a feature is left out where its weight is nearer to 0, in logits
FOLDS = 5
RIGHT = 0.85  # share of right among the pairs that are told, in the folds


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events: feature numbers, and whether the first in the text began first (None: EQUAL)."""

    document: str
    numbers: tuple[int, ...]
    first: bool | None


def read_pairs(corpora: Path, parts: Sequence[str]) -> Iterator[Pair]:
    """The pairs of these parts whose events we find; those that people left VAGUE are left out."""
    pipeline = load(Options())
    for corpus in find_corpora([str(corpora / "matres")], parts, read_splits()):
        asked: dict[str, list[Ordered]] = {}
        for table in corpus.tables:
            for row in read_order(table):
                asked.setdefault(row.document, []).append(row)
        documents = [read_timeml(path) for path in corpus.files]
        bare = (replace(document, annotations=None) for document in documents)
        for path, document, found in zip(
            corpus.files, documents, pipeline.annotate_all(bare), strict=True
        ):
            placed, events = place_events(document, found), events_of_instances(document)
            for row in asked[path.stem]:
                ids = (events.get(row.first, ""), events.get(row.second, ""))
                first, second = (placed[i][1] if i in placed else None for i in ids)
                if first is None or second is None or first is second or row.order == "VAGUE":
                    continue
                numbers = {number_of(feature) for feature in features(found, first, second)}
                began = {"BEFORE": first.start < second.start, "AFTER": first.start > second.start}
                yield Pair(path.stem, tuple(sorted(numbers)), began.get(row.order))


def to_matrix(pairs: Sequence[Pair]) -> sp.csr_matrix:
    """Pairs x features."""
    numbers = np.concatenate([np.array(pair.numbers, dtype=np.int64) for pair in pairs])
    starts = np.cumsum([0, *(len(pair.numbers) for pair in pairs)])
    return sp.csr_matrix((np.ones(len(numbers)), numbers, starts), shape=(len(pairs), 1 << BITS))


def fit(pairs: Sequence[Pair]) -> NDArray[np.float64]:
    """The weights of the features; pairs that began together teach nothing."""
    known = [pair for pair in pairs if pair.first is not None]
    matrix = to_matrix(known)
    wanted = np.array([float(bool(pair.first)) for pair in known])
    seen = np.flatnonzero(np.bincount(matrix.indices, minlength=1 << BITS) >= LEAST)
    part = matrix[:, seen].tocsr()
    turned = part.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = part @ flat
        chances = 1 / (1 + np.exp(-np.clip(logits, -40, 40)))
        cost = float((np.logaddexp(0, logits) - wanted * logits).sum())
        slope = STRENGTH * (turned @ (chances - wanted)) + flat
        return STRENGTH * cost + 0.5 * float(flat @ flat), slope

    found = minimize(loss, np.zeros(len(seen)), jac=True, method="L-BFGS-B",
                     options={"maxiter": ROUNDS})  # fmt: skip
    weights = np.zeros(1 << BITS)
    weights[seen] = found.x
    return weights


def cross_validate(pairs: Sequence[Pair]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """How sure models are of pairs that they have not seen, and whether they are right."""
    names = sorted({pair.document for pair in pairs})
    sure: list[float] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = fit([pair for pair in pairs if pair.document not in held])
        asked = [pair for pair in pairs if pair.document in held]
        chances = 1 / (1 + np.exp(-(to_matrix(asked) @ weights)))
        for pair, chance in zip(asked, chances.tolist(), strict=True):
            sure.append(max(chance, 1 - chance))
            right.append(pair.first is not None and (chance >= 0.5) == pair.first)
    return np.array(sure), np.array(right)


def choose_threshold(sure: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The lowest probability from which enough pairs are right."""
    for step in range(50, 100):
        told = right[sure >= step / 100]
        if len(told) and told.mean() >= RIGHT:
            return step / 100
    return 1.0


def pack(weights: NDArray[np.float64]) -> Arrays:
    """Leave out small weights, and make whole numbers of the others."""
    numbers = np.flatnonzero(np.abs(weights) >= SMALLEST)
    scale = np.float32(np.abs(weights).max() / STEPS)
    steps = np.rint(weights[numbers] / scale).astype(np.int8)
    return {"numbers": numbers.astype(np.uint16), "weights": steps, "scale": np.array(scale)}


def train(corpora: Path) -> tuple[Arrays, dict[str, Any]]:
    """The arrays and the description of the model."""
    pairs = list(read_pairs(corpora, ["train"]))
    sure, right = cross_validate(pairs)
    threshold = choose_threshold(sure, right)
    told = right[sure >= threshold]
    meta = {
        "format": FORMAT,
        "bits": BITS,
        "documents": len({pair.document for pair in pairs}),
        "pairs": len(pairs),
        "threshold": threshold,
        "cross_validated": f"{len(told)} of {len(pairs)} told, {100 * told.mean():.1f} % right; "
        f"all: {100 * right.mean():.1f} %",
    }
    return pack(fit(pairs)), meta


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    arguments = make_parser(__doc__, "order.npz").parse_args()
    made = train(arguments.corpora)
    return deliver(arguments.output, made, load_order, show, check=arguments.check)


if __name__ == "__main__":
    sys.exit(main())
