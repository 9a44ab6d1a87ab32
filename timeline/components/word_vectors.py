"""The vectors that a network begins with, from memory: made once for all words alike.

The first layers of spaCy's networks look at each word alone: at its norm, prefix, suffix and shape.
They take a third of a network's time, and most words of a text have been met before. What is
remembered must not hang on the words that it was made beside, nor on those met before: the layers
multiply row by row (see `products`).
"""

from __future__ import annotations

from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

from .products import RowByRow

MOST = 20_000  # kinds of words that are remembered, the first ones: 0.6 kB each in each network
LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")

Floats = NDArray[np.float32]


class WordVectors:
    """What stands in for the first layers of a network; it is the `forward` of a layer."""

    def __init__(self, first: Any) -> None:
        features, _, embed, mix, _ = first.layers
        self._columns: list[int | str] = features.attrs["columns"]
        self._layers = (embed.layers[0], mix.layers[0])
        self._met: dict[bytes, int] = {}  # what tells words apart -> their row in the table
        self._table: Floats = np.empty((MOST, first.get_dim("nO")), dtype=np.float32)

    def __call__(self, model: Any, docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        """The vectors of each text; what is trained makes other ones."""
        if not is_train:
            return [self._of(doc) for doc in docs], no_training
        self._met.clear()
        (first,) = model.layers
        learnt: tuple[Any, Any] = first(docs, is_train)
        return learnt

    def _of(self, doc: Doc) -> Floats:
        features: Any = doc.to_array(self._columns)
        row = np.dtype((np.void, features.itemsize * len(self._columns)))
        kinds: list[bytes] = (
            features.reshape(len(doc), len(self._columns)).view(row).ravel().tolist()
        )
        met = self._met
        new = {kind: place for place, kind in enumerate(kinds) if kind not in met}
        if new:
            self._put(self._make(features[list(new.values())]))
            met.update(zip(new, count(len(met))))
        vectors = self._table[list(map(met.__getitem__, kinds))]
        if len(met) > MOST:
            for kind in new:
                del met[kind]
        return vectors

    def _make(self, features: Any) -> Floats:
        for layer in self._layers:
            features = layer.predict(features)
        vectors: Floats = features
        return vectors

    def _put(self, vectors: Floats) -> None:
        """Write vectors behind those of the words that were met."""
        first, last = len(self._met), len(self._met) + len(vectors)
        if last > len(self._table):
            self._table = np.concatenate([self._table[:first], vectors])
        else:
            self._table[first:last] = vectors


def remember_words(network: Any) -> None:
    """Let a network remember the vectors of words, if its first layers look at each one alone."""
    for parent in list(network.walk()):
        for place, first in enumerate(parent.layers):
            if tuple(layer.name.split("(")[0] for layer in first.layers) == LAYERS:
                for node in first.walk():
                    node.ops = RowByRow(use_blis=False)
                parent.layers[place] = Model(
                    "word_vectors",
                    WordVectors(first),
                    layers=[first],
                    dims={"nO": first.get_dim("nO")},
                    ops=parent.ops,
                )


def no_training(_: Any) -> None:
    """Refuse to learn from what was predicted."""
    raise NotImplementedError("this network was asked to predict, not to learn")
