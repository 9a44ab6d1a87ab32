"""The networks of the base pipeline, sped up: they multiply by numpy's library.

spaCy multiplies with a library of its own, which falls back to plain loops on processors newer than
itself; numpy's OpenBLAS knows them. But OpenBLAS adds up in another order where a row stands
elsewhere among the rows, so that a parse could depend on the texts that are parsed beside it. So
the networks that read words, which are the large ones, take each text alone, and all others
multiply row by row.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from .attributes import RULER, can_remember
from .entities import RECOGNIZER, make_entity_reader
from .lemmas import LEMMATIZER, has_rules
from .products import RowByRow, find_threads, one_thread
from .word_vectors import no_training, remember_words

# spaCy's components, what stands in for them, and whether it can.
STAND_INS = (
    (RECOGNIZER, "timeline_entities", lambda pipe: make_entity_reader(pipe) is not None),
    (RULER, "timeline_attributes", can_remember),
    (LEMMATIZER, "timeline_lemmas", has_rules),
)
PARSER = "parser_model"  # spaCy's name of a network that makes steps: a parser, entities


def quicken(nlp: Language) -> None:
    """The same pipeline, faster: networks that read words multiply by numpy if it has OpenBLAS."""
    for name, stand_in, knows in STAND_INS:
        if name in nlp.pipe_names and knows(nlp.get_pipe(name)):
            nlp.add_pipe(stand_in, after=name)
            nlp.disable_pipe(name)
    if find_threads() is not None:
        _multiply_by_numpy(nlp)


def _multiply_by_numpy(nlp: Language) -> None:
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        if not isinstance(model, Model) or type(model.ops) is not NumpyOps:
            continue
        for node in model.walk():
            node.ops = RowByRow(use_blis=False)
        if model.name == PARSER and _reads_words(model.layers[0]):
            model.layers[0] = _apart(model.layers[0])
        elif isinstance(component, Tok2Vec) and _reads_words(model):
            component.model = _apart(model)


def _reads_words(network: Any) -> bool:
    """Tell whether a network begins with the words, and not with what another one made of them."""
    return any(node.name == "extract_features" for node in network.walk())


def _apart(inner: Any) -> Any:
    """The same network for each text alone."""
    ops = NumpyOps(use_blis=False)
    for node in inner.walk():
        node.ops = ops
    remember_words(inner)
    dims = {"nO": inner.get_dim("nO")}
    return Model("apart", _forward, layers=[inner], dims=dims, ops=ops)


def _forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
    (inner,) = model.layers
    if is_train:
        learnt: tuple[Any, Any] = inner(docs, is_train)
        return learnt
    with one_thread():
        outputs = [inner.predict([doc]) for doc in docs]
    if isinstance(outputs[0], list):
        return [vectors for (vectors,) in outputs], no_training
    return np.concatenate(outputs), no_training
