"""What the event detector learns from: candidate tokens with their features and gold classes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from spacy.tokens import Doc

from timeline.components.event_features import BITS, FeatureReader, Features
from timeline.components.event_model import CLASSES
from timeline.document import Document
from timeline.evaluation.corpora import Part, read_splits, read_timeml
from timeline.evaluation.gold import gold_events
from timeline.pipeline import Pipeline
from timeline.readers import timeml

SILVER = "te3-silver.zip"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document of a corpus as the program parses it, and the annotators' classes by span.

    `part` is one of the split's, or "silver" for what programs annotated.
    """

    corpus: str
    part: str
    doc: Doc
    classes: dict[tuple[int, int], str]


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


def parse(pipeline: Pipeline, documents: Iterable[tuple[str, str, Document]]) -> list[Parsed]:
    """Parse documents as the program does."""
    listed = list(documents)
    docs = pipeline.parse_all(document for *_, document in listed)
    return [
        Parsed(corpus, part, doc, {mark.span: mark.get("class") for mark in gold_events(document)})
        for (corpus, part, document), doc in zip(listed, docs, strict=True)
    ]


def make_samples(reader: FeatureReader, parsed: Iterable[Parsed]) -> list[Sample]:
    """Read the features and the labels of the candidates."""
    samples = []
    for one in parsed:
        features = reader(one.doc)
        table = one.doc.to_array(["IDX", "LENGTH"])[features.tokens]
        found = [one.classes.get((start, start + length)) for start, length in table.tolist()]
        labels = [-1 if class_ is None else CLASSES.index(class_) for class_ in found]
        known = np.array(labels, dtype=np.int64)
        samples.append(Sample(one.corpus, one.part, features, known, len(one.classes)))
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
