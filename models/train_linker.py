"""Train the linker, which guesses when the events of a news report happened, and write linker.npz.

    python models/train_linker.py --corpora ../shared/corpora           # writes models/linker.npz
    python models/train_linker.py --corpora ../shared/corpora --check   # compares, writes nothing
    python models/train_linker.py --corpora ../shared/corpora --folds   # cross-validated figures

A softmax over the candidate times of `timeline/sieves/linker_candidates.py`, with the features of
`timeline/sieves/linker_features.py`, on the events of TimeBank-EventTime that no rule dates, with
gold events and expressions. It learns from the train documents; calibration and the threshold for
single days come from them too, by cross-validation, and the precision of the rules, end to end.
`--folds` measures all 27 documents, each by a model of the others. Needs scipy. Takes a minute.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
import spacy
from numpy.typing import NDArray
from scipy.optimize import minimize
from spacy.tokens import Doc

from timeline.components.event_anchorer import scene_of
from timeline.document import Document
from timeline.evaluation.corpora import PARTS, find_corpora, read_splits, read_timeml
from timeline.evaluation.event_times import EventTime, read_event_times
from timeline.evaluation.gold import gold_events
from timeline.evaluation.moments import When, day_range, round_month, when_of
from timeline.pipeline import DEFAULT_MODEL, Options, load
from timeline.sieves import RULES, settle, sift
from timeline.sieves.linker import features_of, read_report
from timeline.sieves.linker_candidates import SHAPES, Candidate
from timeline.sieves.linker_features import BITS, number_of
from timeline.sieves.linker_model import FORMAT, load_linker, unpack

HERE = Path(__file__).resolve().parent
# Chosen by cross-validation over the train documents: see README.md.
STRENGTH = 0.2  # of the data against the wish for small weights (C)
ROUNDS = 40  # of L-BFGS
LEAST = 2  # sightings of a feature
SMALLEST = 0.02  # a feature is left out where all its weights are nearer to 0, in logits
STEPS = 127  # of a weight on either side of 0
FOLDS = 6  # of the train documents, for calibration and threshold
RIGHT_DAYS = 0.75  # precision that single days must reach on the train documents
ENOUGH = 20  # single days of a sieve, before its precision means anything

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


def fit(samples: Sequence[Sample]) -> Weights:
    """The weights [features, shapes] that make the gold times of the samples likely.

    Samples whose gold time is no candidate teach nothing and are left out.
    """
    known = [sample for sample in samples if any(sample.right)]
    table = to_table(known)
    right = np.concatenate([np.array(sample.right) for sample in known])
    seen = np.flatnonzero(np.bincount(table.matrix.indices, minlength=1 << BITS) >= LEAST)
    part = table.matrix[:, seen].tocsr()
    turned = part.T.tocsr()
    size, width = part.shape[0], len(SHAPES)
    has = table.other >= 0
    cells = np.concatenate([table.own * width + table.column,
                            table.other[has] * width + table.column[has]])  # fmt: skip

    def loss(flat: Weights) -> tuple[float, Weights]:
        logits = part @ flat.reshape(len(seen), width)
        chances = table.chances(table.scores(logits))
        good = np.maximum(np.add.reduceat(np.where(right, chances, 0), table.starts), 1e-30)
        away = chances - np.where(right, chances, 0) / good[table.sample]
        steps = np.bincount(cells, np.concatenate([away, away[has]]), minlength=size * width)
        slope = turned @ steps.reshape(size, width)
        cost = -float(np.log(good).sum())
        return STRENGTH * cost + 0.5 * float(flat @ flat), STRENGTH * slope.ravel() + flat

    start = np.zeros(len(seen) * width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B",
                     options={"maxiter": ROUNDS, "maxcor": 6})  # fmt: skip
    weights = np.zeros((1 << BITS, width))
    weights[seen] = found.x.reshape(-1, width)
    return weights


@dataclass(frozen=True, slots=True)
class Guess:
    """The times that a model gives a sample, likeliest first, with their probabilities."""

    sample: Sample
    times: tuple[tuple[When, float], ...]

    def choose(self, least: float, sure: Callable[[float], float]) -> tuple[When, float]:
        """The likeliest time, but no single day that is less sure than `least`."""
        for time, chance in self.times:
            if time.day is None or round(sure(chance), 2) >= least:
                return time, sure(chance)
        return self.times[0][0], sure(self.times[0][1])


def predict(weights: Weights, samples: Sequence[Sample]) -> list[Guess]:
    """What a model says of samples."""
    if not samples:
        return []
    table = to_table(samples)
    chances = table.chances(table.scores(table.matrix @ weights))
    guesses = []
    for number, sample in enumerate(samples):
        start = table.starts[number]
        total: dict[When, float] = {}
        for time, chance in zip(sample.times, chances[start:], strict=False):
            total[time] = total.get(time, 0.0) + float(chance)
        ranked = sorted(total.items(), key=lambda item: -item[1])
        guesses.append(Guess(sample, tuple(ranked)))
    return guesses


def cross_validate(readings: Sequence[Reading], folds: int) -> list[Guess]:
    """What models say of documents that they have not seen."""
    guesses: list[Guess] = []
    for fold in range(folds):
        held = {reading.document for reading in readings[fold::folds]}
        samples = [s for r in readings if r.document not in held for s in r.samples]
        weights = unpacked(pack(fit(samples)))
        guesses += predict(weights, [s for r in readings[fold::folds] for s in r.samples])
    return guesses


def calibrate(guesses: Sequence[Guess]) -> tuple[float, float]:
    """Slope and shift that make the first guess's probability its share of right (Platt)."""
    chances = np.clip([guess.times[0][1] for guess in guesses], 1e-6, 1 - 1e-6)
    right = np.array([guess.times[0][0] == guess.sample.gold for guess in guesses])
    logits = np.log(chances / (1 - chances))
    table = np.stack([logits, np.ones_like(logits)], axis=1)
    line = np.array([1.0, 0.0])
    for _ in range(25):
        told = 1 / (1 + np.exp(-(table @ line)))
        bend = (table * (told * (1 - told))[:, None]).T @ table
        line -= np.linalg.solve(bend, table.T @ (told - right))
    return round(float(line[0]), 4), round(float(line[1]), 4)


def surely(line: tuple[float, float]) -> Callable[[float], float]:
    """The calibration as a function."""

    def sure(chance: float) -> float:
        inside = min(max(chance, 1e-6), 1 - 1e-6)
        return float(1 / (1 + np.exp(-(line[0] * np.log(inside / (1 - inside)) + line[1]))))

    return sure


@dataclass(frozen=True, slots=True)
class Counts:
    """Gold events, those dated exactly, single days claimed, and those that are right."""

    events: int
    exact: int
    days: int
    right_days: int

    def __str__(self) -> str:
        exact = f"exact {self.exact} of {self.events}, {100 * self.exact / self.events:.1f} %"
        days = f"days {self.right_days} of {self.days}"
        return f"{exact}; {days}, {100 * self.right_days / max(self.days, 1):.1f} %"


def count(
    readings: Sequence[Reading], guesses: Sequence[Guess], least: float,
    sure: Callable[[float], float],
) -> Counts:  # fmt: skip
    """Rules and guesses together."""
    known = {reading.document for reading in readings}
    told = [(time, right) for reading in readings for _, time, right in reading.ruled]
    for guess in guesses:
        if guess.sample.document in known:
            time, _ = guess.choose(least, sure)
            told.append((time, time == guess.sample.gold))
    days = [right for time, right in told if time.day is not None]
    exact = sum(right for _, right in told)
    return Counts(sum(reading.events for reading in readings), exact, len(days), sum(days))


def choose_threshold(
    readings: Sequence[Reading], guesses: Sequence[Guess], sure: Callable[[float], float]
) -> float:
    """The lowest probability with which enough of all single days are right."""
    for step in range(101):
        counts = count(readings, guesses, step / 100, sure)
        if counts.right_days >= RIGHT_DAYS * counts.days:
            return step / 100
    return 1.0


def measure_sieves(readings: Sequence[Reading]) -> dict[str, float]:
    """How often each sieve's single days are right, pulled to a half by one case each way."""
    days: dict[str, list[bool]] = {}
    for reading in readings:
        for sieve, time, right in reading.ruled:
            if time.day is not None:
                days.setdefault(sieve, []).append(right)
    return {
        sieve: round((sum(known) + 1) / (len(known) + 2), 2)
        for sieve, known in sorted(days.items())
        if len(known) >= ENOUGH
    }


def pack(weights: Weights) -> dict[str, NDArray[Any]]:
    """Leave out small weights, and make whole numbers of the others."""
    numbers = np.flatnonzero((np.abs(weights) >= SMALLEST).any(axis=1))
    scales = (np.abs(weights).max(axis=0) / STEPS).astype(np.float32)
    scales[scales == 0] = 1
    steps = np.rint(weights[numbers] / scales).astype(np.int8)
    return {"numbers": numbers.astype(np.uint16), "weights": steps, "scales": scales}


def unpacked(arrays: dict[str, NDArray[Any]]) -> Weights:
    """The weights as the program sees them."""
    return unpack(arrays["numbers"], arrays["weights"], arrays["scales"], {}).weights.astype(float)


def train(corpora: Path) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """The arrays and the description of the model."""
    readings = sorted(read_documents(corpora, ["train"]), key=lambda reading: reading.document)
    samples = [sample for reading in readings for sample in reading.samples]
    guesses = cross_validate(readings, FOLDS)
    line = calibrate(guesses)
    least = choose_threshold(readings, guesses, surely(line))
    own = list(read_documents(corpora, ["train"], given=False))
    spacy_meta = spacy.info(DEFAULT_MODEL, silent=True)
    meta: dict[str, Any] = {
        "format": FORMAT,
        "bits": BITS,
        "shapes": list(SHAPES),
        "spacy_model": f"{DEFAULT_MODEL} {spacy_meta['version']}",
        "documents": len(readings),
        "events": len(samples),
        "calibration": line,
        "day_threshold": least,
        "sieves": measure_sieves(own),
        "cross_validated": str(count(readings, guesses, least, surely(line))),
    }
    return pack(fit(samples)), meta


def show_folds(corpora: Path, show: Callable[[str], object]) -> None:
    """Each document by a model of the 26 others; threshold and calibration as shipped."""
    readings = sorted(read_documents(corpora, PARTS), key=lambda reading: reading.document)
    guesses = cross_validate(readings, len(readings))
    model = load_linker()
    for name, part in (("all", None), *((part, part) for part in PARTS)):
        chosen = [reading for reading in readings if part in (None, reading.part)]
        if chosen:
            show(f"{name}: {count(chosen, guesses, model.day_threshold, model.calibrate)}")
            show(f"{name}, any day: {count(chosen, guesses, 0.0, model.calibrate)}")


def to_bytes(arrays: dict[str, NDArray[Any]], meta: dict[str, Any]) -> bytes:
    """Return the file: an npz archive, always the same bytes for the same numbers."""
    text = json.dumps(meta, indent=1, sort_keys=True).encode()
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays, meta=np.frombuffer(text, dtype=np.uint8))
    return stream.getvalue()


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=HERE / "linker.npz")
    parser.add_argument("--check", action="store_true", help="compare with the file instead")
    parser.add_argument("--folds", action="store_true", help="measure all documents, write nothing")
    arguments = parser.parse_args()
    if arguments.folds:
        show_folds(arguments.corpora, show)
        return 0
    made = to_bytes(*train(arguments.corpora))
    if arguments.check:
        same = arguments.output.read_bytes() == made
        show(f"{arguments.output} is {'' if same else 'not '}what the corpora give")
        return 0 if same else 1
    arguments.output.write_bytes(made)
    show(f"{arguments.output}: {len(made):,} bytes, {json.dumps(dict(load_linker().meta))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
