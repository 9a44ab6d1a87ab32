"""A trained guess at which of two events began first, where their bounds do not settle it.

It looks at records alone: class, tense, aspect and words of both, what dates them, and how far they
stand apart. `models/order.npz` is written by `models/train_order.py` and read without pickle. A
guess is no date: it orders two events, and says how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ...annotation import Anchor, Annotated, Event
from ...paths import models_dir
from ...trained import read_trained

FILE = "order.npz"
FORMAT = 1
BITS = 15
APART = 5  # events between two, at most told apart
BETWEEN = (
    "after before when while as since until to and that if because by for".split()
)  # words between two events of a sentence


@dataclass(frozen=True, slots=True)
class OrderModel:
    """Weights by feature number, in logits; `meta` says what the model was made with."""

    weights: NDArray[np.float32]
    meta: Mapping[str, Any]

    @property
    def threshold(self) -> float:
        """From this probability on an order is worth telling."""
        return float(self.meta["threshold"])

    def first_begins(self, found: Annotated, first: Event, second: Event) -> float:
        """The probability that of two events the first began before the second."""
        numbers = sorted({number_of(feature) for feature in features(found, first, second)})
        chance = float(1 / (1 + np.exp(-self.weights[numbers].sum(dtype=np.float64))))
        return chance if first.start <= second.start else 1 - chance


def guess_order(
    found: Annotated, first: Event, second: Event
) -> tuple[Literal["BEFORE", "AFTER"], float] | None:
    """Which of two events of a document began first, and how sure that is; None if unsure.

    >>> guess_order(found, said, resigned)  # doctest: +SKIP
    ('AFTER', 0.87)
    """
    model = load_order()
    chance = model.first_begins(found, first, second)
    sure = round(max(chance, 1 - chance), 2)
    if sure < model.threshold:
        return None
    return ("BEFORE" if chance >= 0.5 else "AFTER"), sure


def features(found: Annotated, first: Event, second: Event) -> Iterator[str]:
    """What is known of two events, in text order."""
    a, b = (first, second) if first.start <= second.start else (second, first)
    anchors = {
        anchor.event_id: anchor for anchor in found.anchors if anchor.event_id in (a.id, b.id)
    }
    of_a, of_b = anchors.get(a.id), anchors.get(b.id)
    same = a.sentence == b.sentence
    apart = min(APART, sum(a.start < e.start <= b.start for e in found.events))
    kind_a, kind_b = _kind(a), _kind(b)
    yield "any"
    yield f"first {kind_a}"
    yield f"second {kind_b}"
    yield f"kinds {kind_a} {kind_b}"
    yield f"tenses {a.tense} {b.tense} {same}"
    yield f"classes {a.class_} {b.class_} {same}"
    yield f"tenses and classes {a.tense} {b.tense} {a.class_} {b.class_} {same}"
    yield f"first lemma {a.lemma}"
    yield f"second lemma {b.lemma}"
    yield f"first lemma {a.lemma} {b.class_}"
    yield f"second lemma {b.lemma} {a.class_}"
    yield f"parts of speech {a.pos} {b.pos} {same}"
    yield f"apart {apart} {same}"
    yield f"apart {apart} {a.class_} {b.class_}"
    yield f"modality {a.modality} {b.modality}"
    yield f"status {a.status} {b.status}"
    yield f"bounds {_compare(of_a, of_b)}"
    yield f"sieves {of_a.sieve if of_a else ''} {of_b.sieve if of_b else ''}"
    yield f"relations {_relation(of_a)} {_relation(of_b)}"
    if same:
        between = found.document.text[a.end : b.start]
        told = set(between.lower().split())
        for word in BETWEEN:
            if word in told:
                yield f"between {word}"
                yield f"between {word} {a.tense} {b.tense}"
        if "," in between:
            yield f"comma {a.tense} {b.tense}"


def number_of(feature: str) -> int:
    """The number of a feature."""
    return crc32(feature.encode()) >> (32 - BITS)


def _kind(event: Event) -> str:
    return f"{event.class_} {event.tense} {event.aspect}"


def _relation(anchor: Anchor | None) -> str:
    return f"{anchor.relation} {anchor.shape}" if anchor is not None else ""


def _compare(first: Anchor | None, second: Anchor | None) -> str:
    """What the bounds of two begins settle."""
    if first is None or second is None:
        return ""
    a, b = first.begin, second.begin
    if a.latest is not None and b.earliest is not None and a.latest.cell.hi <= b.earliest.cell.lo:
        return "before"
    if b.latest is not None and a.earliest is not None and b.latest.cell.hi <= a.earliest.cell.lo:
        return "after"
    return "open"


@cache
def load_order(path: Path | None = None) -> OrderModel:
    """Read a model, by default ours; read once. Raises ModelError if the file is none."""
    scheme = {"format": FORMAT, "bits": BITS}
    return read_trained(
        path or models_dir() / FILE,
        "order model",
        scheme,
        lambda file, meta: unpack(file["numbers"], file["weights"], float(file["scale"]), meta),
    )


def unpack(
    numbers: NDArray[np.uint16], weights: NDArray[np.int8], scale: float, meta: Mapping[str, Any]
) -> OrderModel:
    """The model of the features that have weights."""
    full = np.zeros(1 << BITS, dtype=np.float32)
    full[numbers] = weights * np.float32(scale)
    return OrderModel(full, meta)
