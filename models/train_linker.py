"""Train the linker, which guesses when the events of a news report happened, and write linker.npz.

    python models/train_linker.py --corpora ../shared/corpora --encoder PATH           # writes
    python models/train_linker.py --corpora ../shared/corpora --encoder PATH --check   # compares
    python models/train_linker.py --corpora ../shared/corpora --encoder PATH --folds   # figures

A softmax over the candidate times of `timeline/sieves/linker/candidates.py`, with the features of
`timeline/sieves/linker/features.py`, on events that no rule dates: those of the train documents of
TimeBank-EventTime, with gold events and expressions, and our own in news to which readers told the
times (`times.tsv`). Calibration and the threshold for single days come from the train documents, by
cross-validation, and the precision of the rules, end to end. `--folds` measures all 27 documents,
each by a model of others. PATH is the folder of an encoder (`word_vectors.py`). Needs scipy.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from draw_times import TIMES
from linker_data import (
    Reading,
    Sample,
    read_documents,
    read_times,
    read_told,
    read_words,
)
from linker_fit import SIZES, Fitted, learn, to_table
from trained_file import Arrays, deliver, fit_line, make_parser, pack
from word_vectors import Words, read_vectors, shorten

from timeline.evaluation.corpora import PARTS
from timeline.evaluation.moments import When
from timeline.pipeline import DEFAULT_MODEL
from timeline.sieves.linker.candidates import SHAPES
from timeline.sieves.linker.features import BITS
from timeline.sieves.linker.model import FORMAT, load_linker, unpack
from timeline.sieves.linker.slots import SLOTS

WIDTH = 64  # of a word's vector
SMALLEST = 0.02  # a feature is left out where all its weights are nearer to 0, in logits
FOLDS = 6  # of the train documents, for calibration and threshold
ALL_FOLDS = 9  # of all documents, for the figures
RIGHT_DAYS = 0.70  # precision that single days must reach on the train documents
ENOUGH = 20  # single days of a sieve, before its precision means anything


@dataclass(frozen=True, slots=True)
class News:
    """Events of news to which readers told the times, and the vectors of words."""

    samples: tuple[Sample, ...]
    words: Words


def read_beside(corpora: Path, folder: Path) -> News:
    """What the linker learns from beside the corpus; its words are those of the silver news."""
    samples = tuple(read_told(corpora, read_times(TIMES)))
    return News(samples, shorten(read_vectors(folder).of(read_words(corpora)), WIDTH))


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


def predict(fitted: Fitted, samples: Sequence[Sample]) -> list[Guess]:
    """What a model says of samples."""
    if not samples:
        return []
    table = to_table(samples, fitted.words)
    chances = table.chances(fitted.features, fitted.slots)
    guesses = []
    for number, sample in enumerate(samples):
        start = table.starts[number]
        total: dict[When, float] = {}
        for time, chance in zip(sample.times, chances[start:], strict=False):
            total[time] = total.get(time, 0.0) + float(chance)
        ranked = sorted(total.items(), key=lambda item: -item[1])
        guesses.append(Guess(sample, tuple(ranked)))
    return guesses


def cross_validate(readings: Sequence[Reading], folds: int, news: News) -> list[Guess]:
    """What models say of documents that they have not seen."""
    guesses: list[Guess] = []
    for fold in range(folds):
        held = {reading.document for reading in readings[fold::folds]}
        samples = [s for r in readings if r.document not in held for s in r.samples]
        fitted = rounded(learn(samples, news.words, news.samples))
        guesses += predict(fitted, [s for r in readings[fold::folds] for s in r.samples])
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


def packed(fitted: Fitted) -> Arrays:
    """The model as the file holds it: the step of the vectors is in the weights of their slot."""
    words = fitted.words
    steps = np.repeat(np.array(SIZES) * words.step, words.steps.shape[1])
    return pack(fitted.features, SMALLEST, np.uint32) | {
        "words": np.frombuffer(" ".join(words.rows).encode(), dtype=np.uint8),
        "vectors": words.steps[1:],
        "slots": (fitted.slots * steps[:, None]).astype(np.float32),
    }


def rounded(fitted: Fitted) -> Fitted:
    """With the weights of features as the program sees them."""
    model = unpack(packed(fitted), {})
    return replace(fitted, features=model.weights[model.places].astype(float))


def train(corpora: Path, folder: Path) -> tuple[Arrays, dict[str, Any]]:
    """The arrays and the description of the model."""
    known = read_documents(corpora, ["train"])
    readings = sorted(known, key=lambda reading: reading.document)
    samples = [sample for reading in readings for sample in reading.samples]
    news = read_beside(corpora, folder)
    guesses = cross_validate(readings, FOLDS, news)
    line = calibrate(guesses)
    least = choose_threshold(readings, guesses, surely(line))
    own = list(read_documents(corpora, ["train"], given=False))
    spacy_meta = spacy.info(DEFAULT_MODEL, silent=True)
    meta: dict[str, Any] = {
        "format": FORMAT,
        "bits": BITS,
        "shapes": list(SHAPES),
        "slots": list(SLOTS),
        "spacy_model": f"{DEFAULT_MODEL} {spacy_meta['version']}",
        "documents": len(readings),
        "events": len(samples),
        "told": len(news.samples),
        "calibration": line,
        "day_threshold": least,
        "sieves": measure_sieves(own),
        "cross_validated": str(count(readings, guesses, least, surely(line))),
    }
    return packed(learn(samples, news.words, news.samples)), meta


def show_folds(corpora: Path, folder: Path, show: Callable[[str], object]) -> None:
    """Each document by a model of 24 others; threshold and calibration as shipped."""
    known = read_documents(corpora, PARTS)
    readings = sorted(known, key=lambda reading: reading.document)
    news = read_beside(corpora, folder)
    guesses = cross_validate(readings, ALL_FOLDS, news)
    model = load_linker()
    for name, part in (("all", None), *((part, part) for part in PARTS)):
        chosen = [reading for reading in readings if part in (None, reading.part)]
        if chosen:
            show(f"{name}: {count(chosen, guesses, model.day_threshold, model.calibrate)}")
            show(f"{name}, any day: {count(chosen, guesses, 0.0, model.calibrate)}")


def main(show: Callable[[str], object] = print) -> int:
    """Run the command."""
    parser = make_parser(__doc__, "linker.npz")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-mpnet-base-v2")
    parser.add_argument("--folds", action="store_true", help="measure all documents, write nothing")
    arguments = parser.parse_args()
    if arguments.folds:
        show_folds(arguments.corpora, arguments.encoder, show)
        return 0
    made = train(arguments.corpora, arguments.encoder)
    return deliver(arguments.output, made, load_linker, show, check=arguments.check)


if __name__ == "__main__":
    sys.exit(main())
