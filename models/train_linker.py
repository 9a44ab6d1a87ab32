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

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from linker_data import Reading, Sample, Weights, read_documents, to_table
from scipy.optimize import minimize
from trained_file import Arrays, deliver, fit_line, make_parser, pack

from timeline.evaluation.corpora import PARTS
from timeline.evaluation.moments import When
from timeline.pipeline import DEFAULT_MODEL
from timeline.sieves.linker_candidates import SHAPES
from timeline.sieves.linker_features import BITS
from timeline.sieves.linker_model import FORMAT, load_linker, unpack

# Chosen by cross-validation over the train documents: see README.md.
STRENGTH = 0.2  # of the data against the wish for small weights (C)
ROUNDS = 40  # of L-BFGS
LEAST = 2  # sightings of a feature
SMALLEST = 0.02  # a feature is left out where all its weights are nearer to 0, in logits
FOLDS = 6  # of the train documents, for calibration and threshold
RIGHT_DAYS = 0.75  # precision that single days must reach on the train documents
ENOUGH = 20  # single days of a sieve, before its precision means anything


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
        weights = unpacked(packed(fit(samples)))
        guesses += predict(weights, [s for r in readings[fold::folds] for s in r.samples])
    return guesses


def calibrate(guesses: Sequence[Guess]) -> tuple[float, float]:
    """Slope and shift that make the first guess's probability its share of right (Platt)."""
    chances = np.clip([guess.times[0][1] for guess in guesses], 1e-6, 1 - 1e-6)
    right = np.array([guess.times[0][0] == guess.sample.gold for guess in guesses])
    logits = np.log(chances / (1 - chances))
    return fit_line(logits, right)


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


def packed(weights: Weights) -> Arrays:
    """The weights as the file holds them."""
    return pack(weights, SMALLEST, np.uint16)


def unpacked(arrays: Arrays) -> Weights:
    """The weights as the program sees them."""
    return unpack(arrays["numbers"], arrays["weights"], arrays["scales"], {}).weights.astype(float)


def train(corpora: Path) -> tuple[Arrays, dict[str, Any]]:
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
    return packed(fit(samples)), meta


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


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    parser = make_parser(__doc__, "linker.npz")
    parser.add_argument("--folds", action="store_true", help="measure all documents, write nothing")
    arguments = parser.parse_args()
    if arguments.folds:
        show_folds(arguments.corpora, show)
        return 0
    made = train(arguments.corpora)
    return deliver(arguments.output, made, load_linker, show, check=arguments.check)


if __name__ == "__main__":
    sys.exit(main())
