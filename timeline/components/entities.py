"""Entities as spaCy's recognizer finds them, for a whole text at once.

The recognizer reads a text word by word, and asks at each one whether every single step is allowed;
that takes a third of the time of the whole pipeline. But while no entity is open, what it makes of
a word hangs on that word alone: so all words are weighed together, and then all entities that might
begin are followed together to their ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

RECOGNIZER = "ner"  # spaCy's name of the component
OUTSIDE = "O"
WORD, FIRST, BEFORE = 0, 1, 2  # what a step looks at: the word, the entity's first, the one before


@dataclass(frozen=True, slots=True)
class Steps:
    """The numbers of the recognizer's steps, by what they do; `labels` is in the others' order."""

    labels: tuple[str, ...]
    outside: int
    begin: NDArray[np.int64]
    inside: NDArray[np.int64]
    last: NDArray[np.int64]
    unit: NDArray[np.int64]

    @classmethod
    def of(cls, names: list[str]) -> Self | None:
        """Read the recognizer's own names ("B-ORG"); None if it has other steps than known here."""
        labels = tuple(sorted({name[2:] for name in names if name.startswith("B-")}))
        places = {name: number for number, name in enumerate(names)}
        rows = [[places.get(f"{kind}-{label}") for label in labels] for kind in "BILU"]
        if OUTSIDE not in places or not labels or any(None in row for row in rows):
            return None
        return cls(labels, places[OUTSIDE], *(np.array(row, dtype=np.int64) for row in rows))


class EntityReader:
    """spaCy component: takes the steps of a recognizer that is kept apart, disabled."""

    def __init__(self, recognizer: EntityRecognizer, steps: Steps) -> None:
        self.recognizer = recognizer
        self.steps = steps

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a Doc in place."""
        if len(doc) and doc.has_annotation("ENT_IOB"):
            known: Doc = self.recognizer(doc)  # some are given
            return known
        doc.set_ents([Span(doc, *entity) for entity in self.predict(doc)], default="outside")
        return doc

    def predict(self, doc: Doc) -> list[tuple[int, int, str]]:
        """The first token of each entity, the one after its last, and its label."""
        if not len(doc):
            return []
        columns = doc.to_array(["SENT_START", "IS_SPACE"])
        closing = np.append(columns[1:, 0] == 1, True)  # no entity goes on behind these
        weigh = self._weigher(doc)
        weighed = weigh(np.arange(len(doc)), None)
        begun, units = self._open(weighed, closing, columns[:, 1] == 1)
        stops = self._follow(begun, closing, weigh)
        found, free = [], 0
        for start, label in sorted((begun | units).items()):
            if start >= free:
                free = stops.get(start, start + 1)
                found.append((start, free, self.steps.labels[label]))
        return found

    def _weigher(self, doc: Doc) -> Callable[..., Floats]:
        """A function that weighs all steps at these tokens, in entities that start there."""
        words, lower, upper = self.recognizer.model.layers
        table = lower.predict(words.predict([doc]))
        nothing, seen, bias = table[0], table[1:], lower.get_param("b")

        def weigh(at: NDArray[np.int64], starts: NDArray[np.int64] | None) -> Floats:
            # Added up in spaCy's order: the sums are the same to the last bit.
            if starts is None:
                total = seen[at, WORD] + nothing[FIRST] + nothing[BEFORE] + bias
            else:
                total = seen[at, WORD] + seen[starts, FIRST] + seen[at - 1, BEFORE] + bias
            # The greatest of each few: numpy's own way is slow over so few.
            most = reduce(np.maximum, (total[:, :, piece] for piece in range(total.shape[2])))
            weighed: Floats = upper.predict(np.ascontiguousarray(most))
            return weighed

        return weigh

    def _open(
        self, weighed: Floats, closing: Flags, blank: Flags
    ) -> tuple[dict[int, int], dict[int, int]]:
        """Where an entity begins, and where one is a single word, each with its label's number.

        None starts on a blank, and none of several words at a sentence's end.
        """
        steps = self.steps
        allowed = np.zeros(weighed.shape, dtype=np.bool_)
        allowed[:, steps.outside] = True
        allowed[np.ix_(~blank, steps.unit)] = True
        allowed[np.ix_(~blank & ~closing, steps.begin)] = True
        best = np.where(allowed, weighed, -np.inf).argmax(axis=1)
        label_of = {step: label for label, step in enumerate(steps.begin.tolist())}
        unit_of = {step: label for label, step in enumerate(steps.unit.tolist())}
        begun, units = {}, {}
        for i in np.flatnonzero(best != steps.outside).tolist():
            step = int(best[i])
            if step in label_of:
                begun[i] = label_of[step]
            else:
                units[i] = unit_of[step]
        return begun, units

    def _follow(
        self, begun: dict[int, int], closing: Flags, weigh: Callable[..., Floats]
    ) -> dict[int, int]:
        """Where each entity stops that begins somewhere, as if it stood alone."""
        starts = np.array(list(begun), dtype=np.int64)
        labels = np.array(list(begun.values()), dtype=np.int64)
        stops: dict[int, int] = {}
        step = 0
        while len(starts):
            step += 1
            at = starts + step
            weighed = weigh(at, starts)
            rows = np.arange(len(starts))
            on, off = self.steps.inside[labels], self.steps.last[labels]
            more, end = weighed[rows, on], weighed[rows, off]
            goes_on = ~closing[at] & ((more > end) | ((more == end) & (on < off)))
            ended = ~goes_on
            stops.update(zip(starts[ended].tolist(), (at[ended] + 1).tolist(), strict=True))
            starts, labels = starts[goes_on], labels[goes_on]
        return stops


def make_entity_reader(recognizer: Any) -> EntityReader | None:
    """A reader in place of a recognizer; None if that is made otherwise than those known here."""
    if type(recognizer) is not EntityRecognizer:
        return None
    model: Any = recognizer.model
    moves: Any = recognizer.moves
    steps = Steps.of([moves.get_class_name(number) for number in range(moves.n_moves)])
    if steps is None or len(model.layers) != 3 or model.attrs.get("unseen_classes"):
        return None
    lower = model.layers[1]
    known = lower.has_dim("nF") and lower.get_dim("nF") == 3 and lower.get_dim("nP") > 1
    greedy = recognizer.cfg.get("beam_width", 1) == 1
    return EntityReader(recognizer, steps) if known and greedy else None


@Language.factory("timeline_entities", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_entities(nlp: Language, name: str) -> EntityReader:
    """Entities of the pipeline's own "ner", found all at once."""
    reader = make_entity_reader(nlp.get_pipe(RECOGNIZER))
    assert reader is not None, "asked for by `quicken`, which has looked"
    return reader
