"""The mathematics of the linker: a softmax over candidate times.

The vector that a published encoder gives the event's word counts as a feature's weights, one row
for each known word: the program needs no vectors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from linker_data import Sample
from numpy.typing import NDArray
from scipy.optimize import minimize
from word_vectors import Vectors

from timeline.sieves.linker.candidates import SHAPES
from timeline.sieves.linker.features import BITS, number_of, word_feature

Weights = NDArray[np.float64]

# Chosen by cross-validation: see README.md.
STRENGTH = 0.05  # of the data against the wish for small weights (C)
TOLD = 0.5  # what an event counts that we dated, beside one of the corpus
WORD_SIZE = 5.0  # of a word's vector, beside features that are 0 or 1
ROUNDS = 40  # of L-BFGS
LEAST = 2  # sightings of a feature
SIZE = 1 << BITS


@dataclass(frozen=True, slots=True)
class Table:
    """Samples as arrays: units x features, and for each candidate its units, column and sample.

    By sample: its first unit, the event's own, and the vector behind the features of that.
    """

    matrix: sp.csr_matrix
    vectors: Weights  # [samples, 0]: none
    first: NDArray[np.int64]
    own: NDArray[np.int64]
    other: NDArray[np.int64]  # -1: none
    column: NDArray[np.int64]
    sample: NDArray[np.int64]
    starts: NDArray[np.int64]

    def chances(self, weights: Weights) -> Weights:
        """The probability of each candidate; they sum to 1 within a sample."""
        return self.of_scores(self.score(self.matrix, weights))

    def score(self, matrix: sp.csr_matrix, weights: Weights) -> Weights:
        """The scores of the units [units, shapes]; `matrix` holds the features with weights."""
        count = matrix.shape[1]
        scores: Weights = matrix @ weights[:count]
        scores[self.first] += self.vectors @ weights[count:]
        return scores

    def of_scores(self, logits: Weights) -> Weights:
        """The same, of the scores of the units."""
        total: Weights = logits[self.own, self.column].copy()
        has = self.other >= 0
        total[has] += logits[self.other[has], self.column[has]]
        raised = np.exp(total - np.maximum.reduceat(total, self.starts)[self.sample])
        made: Weights = raised / np.add.reduceat(raised, self.starts)[self.sample]
        return made


def to_table(samples: Sequence[Sample], vectors: Weights | None = None) -> Table:
    """Samples as arrays; `vectors`, one a sample, stand behind the features of the event."""
    units: list[tuple[int, ...]] = []
    own: list[int] = []
    other: list[int] = []
    first: list[int] = []
    for sample in samples:
        base = len(units)
        first.append(base)
        units += sample.units
        own += [base] * len(sample.rows)
        other += [base + row if row else -1 for row in sample.rows]
    sizes = [len(sample.rows) for sample in samples]
    lengths = [0, *(len(unit) for unit in units)]
    numbers = np.concatenate([np.array(unit, dtype=np.int64) for unit in units])
    matrix = sp.csr_matrix((np.ones(len(numbers)), numbers, np.cumsum(lengths)),
                           shape=(len(units), SIZE))  # fmt: skip
    if vectors is None:
        vectors = np.zeros((len(samples), 0))
    starts = np.cumsum([0, *sizes[:-1]])
    column = np.concatenate([np.array(sample.shapes) for sample in samples])
    return Table(matrix, vectors, np.array(first), np.array(own), np.array(other), column,
                 np.repeat(np.arange(len(samples)), sizes), starts)  # fmt: skip


def fit(table: Table, right: NDArray[np.bool_], weight: Weights) -> Weights:
    """The weights [features, shapes] that make the right candidates likely.

    `right` has one number a candidate, `weight` one a sample: what it counts.
    """
    sightings = np.bincount(table.matrix.indices, minlength=SIZE)
    seen = np.flatnonzero(sightings >= LEAST)
    known, size, width = len(seen), table.matrix.shape[0], len(SHAPES)
    part = table.matrix[:, seen].tocsr()
    turned = part.T.tocsr()
    has = table.other >= 0
    cells = np.concatenate([table.own * width + table.column,
                            table.other[has] * width + table.column[has]])  # fmt: skip
    counts = weight[table.sample]

    def loss(flat: Weights) -> tuple[float, Weights]:
        chances = table.of_scores(table.score(part, flat.reshape(-1, width)))
        told = np.where(right, chances, 0)
        good = np.maximum(np.add.reduceat(told, table.starts), 1e-30)
        cost = -float((weight * np.log(good)).sum())
        away = (chances - told / good[table.sample]) * counts
        steps = np.bincount(cells, np.concatenate([away, away[has]]), minlength=size * width)
        steps = steps.reshape(size, width)
        slope = np.concatenate([turned @ steps, table.vectors.T @ steps[table.first]])
        return STRENGTH * cost + 0.5 * float(flat @ flat), STRENGTH * slope.ravel() + flat

    start = np.zeros((known + table.vectors.shape[1]) * width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B",
                     options={"maxiter": ROUNDS, "maxcor": 6}).x.reshape(-1, width)  # fmt: skip
    weights = np.zeros((SIZE, width))
    weights[seen] = found[:known]
    return np.concatenate([weights, found[known:]])


@dataclass(frozen=True, slots=True)
class Even:
    """Moves vectors around 0, and gives them a size in the mean."""

    middle: Weights
    factor: float

    @classmethod
    def of(cls, vectors: Vectors, size: float) -> Even:
        """What evens these."""
        middle = vectors.mean(axis=0, dtype=np.float64)
        spread = np.sqrt(((vectors - middle) ** 2).sum(axis=1).mean())
        return cls(middle, size / max(float(spread), 1e-9))

    def __call__(self, vectors: Vectors) -> Weights:
        """The vectors evened."""
        made: Weights = (vectors - self.middle) * self.factor
        return made


def learn(
    gold: Sequence[Sample], words: Mapping[str, Vectors], told: Sequence[Sample] = ()
) -> Weights:
    """The weights [features, shapes] of a model.

    `gold` are events that the corpus's annotators dated, `told` those that we did. What has no
    right candidate teaches nothing and is left out.
    """
    counts = [1.0] * len(gold) + [TOLD] * len(told)
    pairs = [pair for pair in zip((*gold, *told), counts, strict=True) if any(pair[0].right)]
    samples = [sample for sample, _ in pairs]
    right = np.concatenate([np.array(sample.right) for sample in samples])
    nothing = np.mean(list(words.values()), axis=0)
    alone = np.array([words.get(sample.word, nothing) for sample in samples])
    even = Even.of(alone, WORD_SIZE)
    found = fit(to_table(samples, even(alone)), right, np.array([count for _, count in pairs]))
    weights = found[:SIZE]
    # What the vector of a word adds becomes the weights of the word.
    numbers = [number_of(word_feature(word)) for word in words]
    np.add.at(weights, numbers, even(np.array(list(words.values()))) @ found[SIZE:])
    return weights
