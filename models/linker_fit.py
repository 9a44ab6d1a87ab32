"""The mathematics of the linker: a softmax over candidate times.

A candidate is scored by the features of its event, by the vectors of the event's words, which share
what words that are alike do, and by the features of the event with the other time. What readers
told teaches in general; what the corpus's annotators do otherwise is learnt beside it, from their
events alone (Daume 2007, "Frustratingly easy domain adaptation"), and is in the weights of the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp
from linker_data import Sample
from numpy.typing import NDArray
from scipy.optimize import minimize
from word_vectors import Words

from timeline.sieves.linker.candidates import SHAPES
from timeline.sieves.linker.features import BITS

Weights = NDArray[np.float64]

# Chosen by cross-validation: see README.md.
STRENGTH = 0.05  # of the data against the wish for small weights (C)
TOLD = 0.5  # what an event counts that readers dated, beside one of the corpus
APART = 0.5  # how readily the corpus's annotators are taken to do otherwise
SIZES = (5.0, 3.0, 3.0, 3.0, 3.0)  # of the vectors, by slot, beside features that are 0 or 1
ROUNDS = 40  # of L-BFGS
LEAST = 2  # sightings of a feature
SIZE = 1 << BITS


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of features [SIZE, shapes] and of the words' vectors [slots * width, shapes]."""

    features: Weights
    slots: Weights
    words: Words


@dataclass(frozen=True, slots=True)
class Table:
    """Samples as arrays: units x features, and for each candidate its units, column and sample.

    By sample: its first unit, the event's own, and the vectors of its words.
    """

    matrix: sp.csr_matrix
    vectors: Weights  # [samples, slots * width]
    first: NDArray[np.int64]
    own: NDArray[np.int64]
    other: NDArray[np.int64]  # -1: none
    column: NDArray[np.int64]
    sample: NDArray[np.int64]
    starts: NDArray[np.int64]

    def chances(self, features: Weights, slots: Weights) -> Weights:
        """The probability of each candidate; they sum to 1 within a sample."""
        scores: Weights = self.matrix @ features
        scores[self.first] += self.vectors @ slots
        total: Weights = scores[self.own, self.column]
        has = self.other >= 0
        total[has] += scores[self.other[has], self.column[has]]
        raised = np.exp(total - np.maximum.reduceat(total, self.starts)[self.sample])
        made: Weights = raised / np.add.reduceat(raised, self.starts)[self.sample]
        return made


def to_table(samples: Sequence[Sample], words: Words) -> Table:
    """Samples as arrays."""
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
    vectors = np.array([words.of(sample.words, SIZES) for sample in samples])
    starts = np.cumsum([0, *sizes[:-1]])
    column = np.concatenate([np.array(sample.shapes) for sample in samples])
    return Table(matrix, vectors, np.array(first), np.array(own), np.array(other), column,
                 np.repeat(np.arange(len(samples)), sizes), starts)  # fmt: skip


def fit(table: Table, right: NDArray[np.bool_], weight: Weights) -> tuple[Weights, Weights]:
    """The weights of features and slots that make the right candidates likely.

    `right` has one number a candidate, `weight` one a sample: what it counts.
    """
    sightings = np.bincount(table.matrix.indices, minlength=table.matrix.shape[1])
    seen = np.flatnonzero(sightings >= LEAST)
    known, units, width = len(seen), table.matrix.shape[0], len(SHAPES)
    part = replace(table, matrix=table.matrix[:, seen].tocsr())
    turned = part.matrix.T.tocsr()
    has = table.other >= 0
    cells = np.concatenate([table.own * width + table.column,
                            table.other[has] * width + table.column[has]])  # fmt: skip
    counts = weight[table.sample]

    def loss(flat: Weights) -> tuple[float, Weights]:
        tall = flat.reshape(-1, width)
        chances = part.chances(tall[:known], tall[known:])
        told = np.where(right, chances, 0)
        good = np.maximum(np.add.reduceat(told, table.starts), 1e-30)
        cost = -float((weight * np.log(good)).sum())
        away = (chances - told / good[table.sample]) * counts
        steps = np.bincount(cells, np.concatenate([away, away[has]]), minlength=units * width)
        steps = steps.reshape(units, width)
        slope = np.concatenate([turned @ steps, table.vectors.T @ steps[table.first]])
        return STRENGTH * cost + 0.5 * float(flat @ flat), STRENGTH * slope.ravel() + flat

    start = np.zeros((known + table.vectors.shape[1]) * width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B",
                     options={"maxiter": ROUNDS, "maxcor": 6}).x.reshape(-1, width)  # fmt: skip
    features = np.zeros((table.matrix.shape[1], width))
    features[seen] = found[:known]
    return features, found[known:]


def learn(gold: Sequence[Sample], words: Words, told: Sequence[Sample] = ()) -> Fitted:
    """The weights of a model.

    `gold` are events that the corpus's annotators dated, `told` those that readers did. What has no
    right candidate teaches nothing and is left out.
    """
    taught = [sample for sample in gold if any(sample.right)]
    samples = [*taught, *(sample for sample in told if any(sample.right))]
    right = np.concatenate([np.array(sample.right) for sample in samples])
    weight = np.where(np.arange(len(samples)) < len(taught), 1.0, TOLD)
    features, slots = fit(_with_twins(to_table(samples, words), len(taught)), right, weight)
    return Fitted(features[:SIZE] + APART * features[SIZE:], slots, words)


def _with_twins(table: Table, taught: int) -> Table:
    """With a second column for each feature, where only the first so many samples have it."""
    units = table.first[taught] if taught < len(table.first) else table.matrix.shape[0]
    twins = table.matrix[:units] * APART
    twins.resize(table.matrix.shape)
    return replace(table, matrix=sp.hstack([table.matrix, twins], format="csr"))
