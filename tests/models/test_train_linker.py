"""The training script of the linker on data that can be checked by hand."""

import importlib
import os
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from timeline.evaluation.moments import When
from timeline.paths import models_dir
from timeline.sieves.linker.candidates import SHAPES
from timeline.sieves.linker.features import number_of

pytest.importorskip("scipy", reason="needs scipy, which only training uses")
NO_WORDS = ("", "", "", "")
TODAY, BEFORE = When((5, 5), (5, 5)), When((None, 5), (None, 5))


@pytest.fixture(scope="module")
def script(scripts: None) -> ModuleType:
    return importlib.import_module("train_linker")


@pytest.fixture(scope="module")
def no_words(script):
    return script.shorten({"it": np.zeros(2, np.float32), "so": np.ones(2, np.float32)}, 2)


def sample(script, document, feature, gold, *, word=""):
    """An event with one feature that is on the day, or before it; one other time, of no use."""
    return script.Sample(document, ((1, feature), (9,)), (0, 0, 1), (0, 2, 8),
                         (TODAY, BEFORE, When((1, 1), (1, 1))), gold,
                         (word, *NO_WORDS))  # fmt: skip


def reading(script, document):
    samples = [sample(script, document, 5, TODAY), sample(script, document, 6, BEFORE)] * 5
    ruled = (("attached", TODAY, True),) * 15 + (("attached", TODAY, False),) * 5
    return script.Reading(document, "train", tuple(samples), ruled, 40)


def test_it_learns_what_there_is_to_learn(script, no_words):
    readings = [reading(script, f"d{n}") for n in range(6)]
    guesses = script.cross_validate(readings, 3, script.News((), no_words))
    assert len(guesses) == 60
    assert all(guess.times[0][0] == guess.sample.gold for guess in guesses)
    assert all(abs(sum(chance for _, chance in g.times) - 1) < 1e-9 for g in guesses)
    fitted = script.rounded(script.learn(readings[0].samples, no_words))
    assert fitted.features[5, 0] > 0 > fitted.features[6, 0]
    assert fitted.features.shape[1] == len(SHAPES)


def likeliest(script, fitted, one):
    (guess,) = script.predict(fitted, [one])
    return guess.times[0][0]


def test_a_word_never_seen_is_like_those_beside_it(script):
    words = {"rose": (1, 0), "fell": (0, 1), "soared": (0.9, 0.1), "sank": (0.2, 0.8)}
    vectors = {word: np.array(vector, dtype=np.float32) for word, vector in words.items()}
    seen = [sample(script, "d", 5, TODAY, word="rose"), sample(script, "d", 5, BEFORE, word="fell")]
    fitted = script.learn(seen * 10, script.shorten(vectors, 2))
    for word, time in (("soared", TODAY), ("sank", BEFORE)):
        assert likeliest(script, fitted, sample(script, "d", 8, None, word=word)) == time


def test_the_program_scores_as_the_training_does(script):
    vectors = {"rose": np.array([1, 0], np.float32), "fell": np.array([0, 1], np.float32)}
    day = sample(script, "d", number_of("x"), TODAY, word="rose")
    before = sample(script, "d", 6, BEFORE, word="fell")
    fitted = script.learn([day, before] * 10, script.shorten(vectors, 2))
    model = script.unpack(script.packed(fitted), {})
    (scores,) = np.exp(model.score(("rose", *NO_WORDS), ["x"], []))
    (guess,) = script.predict(script.rounded(fitted), [day])
    chance = dict(guess.times)
    assert chance[TODAY] / chance[BEFORE] == pytest.approx(scores[0] / scores[2], rel=1e-4)
    assert chance[TODAY] > 0.5 > script.predict(script.rounded(fitted), [before])[0].times[1][1]


def test_what_readers_told_counts_as_well_but_less_than_the_corpus(script, no_words):
    ours = [sample(script, "n", 7, TODAY)] * 10
    fitted = script.learn([sample(script, "d", 5, BEFORE)] * 10, no_words, ours)
    assert likeliest(script, fitted, sample(script, "d", 7, None)) == TODAY
    against = [sample(script, "n", 5, TODAY)] * 10
    fitted = script.learn([sample(script, "d", 5, BEFORE)] * 10, no_words, against)
    assert likeliest(script, fitted, sample(script, "d", 5, None)) == BEFORE


def test_what_the_corpus_says_otherwise_is_learnt_beside(script, no_words, monkeypatch):
    many = [sample(script, "n", 5, TODAY)] * 1000
    corpus = [sample(script, "d", 5, BEFORE)] * 300
    asked = sample(script, "d", 5, None)
    assert likeliest(script, script.learn(corpus, no_words, many), asked) == BEFORE
    monkeypatch.setattr(importlib.import_module("linker_fit"), "APART", 0.0)
    assert likeliest(script, script.learn(corpus, no_words, many), asked) == TODAY


def test_a_day_that_is_not_sure_enough_is_passed_over(script):
    guess = script.Guess(sample(script, "d", 5, TODAY), ((TODAY, 0.6), (BEFORE, 0.4)))
    assert guess.choose(0.5, lambda chance: chance) == (TODAY, 0.6)
    assert guess.choose(0.7, lambda chance: chance) == (BEFORE, 0.4)


def test_rules_and_guesses_are_counted_together(script):
    one = reading(script, "d")
    wrong = script.Guess(one.samples[0], ((BEFORE, 1.0),))
    right = script.Guess(one.samples[1], ((BEFORE, 1.0),))
    counts = script.count([one], [wrong, right], 0.0, lambda chance: chance)
    assert counts == script.Counts(40, 16, 20, 15)
    assert script.measure_sieves([one]) == {"attached": 0.73}
    assert script.choose_threshold([one], [wrong, right], lambda chance: chance) == 0.0


def test_calibration_finds_the_line(script):
    chance = np.random.default_rng(1)
    logits = chance.normal(0, 2, 20_000)
    events = chance.random(20_000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))
    guesses = []
    for logit, event in zip(logits, events, strict=True):
        share = 1 / (1 + np.exp(-logit))
        one = sample(script, "d", 5, TODAY if event else BEFORE)
        guesses.append(script.Guess(one, ((TODAY, share),)))
    slope, shift = script.calibrate(guesses)
    assert slope == pytest.approx(0.5, abs=0.04)
    assert shift == pytest.approx(-1, abs=0.06)


@pytest.mark.skipif(
    not {"TIMELINE_RETRAIN", "TIMELINE_ENCODER"} <= set(os.environ),
    reason="trains; set TIMELINE_RETRAIN=1 and TIMELINE_ENCODER to the encoder's folder",
)
def test_the_shipped_file_is_what_the_corpora_give(script, trained_file, corpora: Path):
    arrays, meta = script.train(corpora, Path(os.environ["TIMELINE_ENCODER"]))
    assert trained_file.difference(models_dir() / "linker.npz", arrays, meta) is None
