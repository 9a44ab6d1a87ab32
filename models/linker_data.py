"""What the linker learns from: events that no rule dates, with candidate times, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from spacy.tokens import Doc

from timeline.components.event_anchorer import scene_of
from timeline.document import Document
from timeline.evaluation.corpora import find_corpora, read_splits, read_timeml
from timeline.evaluation.event_times import EventTime, read_event_times
from timeline.evaluation.gold import gold_events
from timeline.evaluation.moments import When, day_range, round_month, when_of
from timeline.pipeline import Options, load
from timeline.sieves import RULES, settle, sift
from timeline.sieves.linker import features_of, read_report
from timeline.sieves.linker_candidates import Candidate
from timeline.sieves.linker_features import BITS, number_of

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A gold event of a report that no rule dates.

    `units` are feature numbers: the event's own, then with each other time. `rows` and `shapes` say
    of each candidate which unit and which column score it, `times` what it means.
    """

    document: str
    units: tuple[tuple[int, ...], ...]
    rows: tuple[int, ...]
    shapes: tuple[int, ...]
    times: tuple[When, ...]
    gold: When | None

    @property
    def right(self) -> list[bool]:
        """Which candidates are the gold time."""
        return [time == self.gold for time in self.times]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document: its samples, what rules said of the other events, and all gold events."""

    document: str
    part: str
    samples: tuple[Sample, ...]
    ruled: tuple[tuple[str, When, bool], ...]  # sieve, its time, exactly right
    events: int


def read_documents(corpora: Path, parts: Sequence[str], *, given: bool = True) -> Iterator[Reading]:
    """The EventTime documents of these parts; `given`: with the gold events and expressions."""
    pipeline = load(Options())
    for corpus in find_corpora([str(corpora / "eventtime")], parts, read_splits()):
        wanted: dict[str, list[EventTime]] = {}
        for table in corpus.tables:
            for row in read_event_times(table):
                wanted.setdefault(row.document, []).append(row)
        documents = [read_timeml(path) for path in corpus.files]
        docs = pipeline.parse_given(documents) if given else pipeline.find_all(documents)
        for path, document, doc in zip(corpus.files, documents, docs, strict=True):
            yield read_document(path.stem, corpus.part, document, doc, wanted[path.stem])


def read_document(
    name: str, part: str, document: Document, doc: Doc, wanted: Sequence[EventTime]
) -> Reading:
    """One document, after the rules."""
    scene, found = sift(settle(scene_of(doc)), RULES)
    story = read_report(scene, found)
    spans = {mark.get("eid"): mark.span for mark in gold_events(document)}
    events = {(event.start, event.end): event for event in scene.events}
    samples: list[Sample] = []
    ruled: list[tuple[str, When, bool]] = []
    for row in wanted:
        event = events.get(spans.get(row.event_id, (-1, -1)))
        if event is None or event.id not in scene.trigger:
            continue
        anchor = found.get(event.id)
        if anchor is not None:
            time = round_month(when_of(anchor))
            ruled.append((anchor.sieve, time, time == row.when))
        elif story is not None:
            others = story.near(event)
            made, rows = story.candidates(others)
            own, pairs = features_of(story, event, others)
            units = tuple(_numbers(features) for features in (own, *pairs))
            shapes = tuple(one.shape for one in made)
            times = tuple(time_of(one) for one in made)
            samples.append(Sample(name, units, tuple(rows), shapes, times, row.when))
    return Reading(name, part, tuple(samples), tuple(ruled), len(wanted))


def time_of(candidate: Candidate) -> When:
    """What a candidate means, in days."""
    frame = candidate.frame
    both = day_range(frame.begin), day_range(frame.end)
    return round_month(When(*both, frame.shape == "interval"))


def _numbers(features: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({number_of(feature) for feature in features}))


@dataclass(frozen=True, slots=True)
class Table:
    """Samples as arrays: units x features, and for each candidate its units, column and sample."""

    matrix: sp.csr_matrix
    own: NDArray[np.int64]
    other: NDArray[np.int64]  # -1: none
    column: NDArray[np.int64]
    sample: NDArray[np.int64]
    starts: NDArray[np.int64]

    def scores(self, logits: Weights) -> Weights:
        """The score of each candidate, from those of the units."""
        total: Weights = logits[self.own, self.column].copy()
        has = self.other >= 0
        total[has] += logits[self.other[has], self.column[has]]
        return total

    def chances(self, scores: Weights) -> Weights:
        """Probabilities that sum to 1 within a sample."""
        raised = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.sample])
        sums: Weights = raised / np.add.reduceat(raised, self.starts)[self.sample]
        return sums


def to_table(samples: Sequence[Sample]) -> Table:
    """Samples as arrays."""
    units: list[tuple[int, ...]] = []
    own: list[int] = []
    other: list[int] = []
    for sample in samples:
        base = len(units)
        units += sample.units
        own += [base] * len(sample.rows)
        other += [base + row if row else -1 for row in sample.rows]
    sizes = [len(sample.rows) for sample in samples]
    lengths = [0, *(len(unit) for unit in units)]
    numbers = np.concatenate([np.array(unit, dtype=np.int64) for unit in units])
    shape = (len(units), 1 << BITS)
    matrix = sp.csr_matrix((np.ones(len(numbers)), numbers, np.cumsum(lengths)), shape=shape)
    starts = np.cumsum([0, *sizes[:-1]])
    column = np.concatenate([np.array(sample.shapes) for sample in samples])
    return Table(matrix, np.array(own), np.array(other), column,
                 np.repeat(np.arange(len(samples)), sizes), starts)  # fmt: skip
