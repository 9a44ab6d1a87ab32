"""The guess at which of two events began first, on records made by hand."""

from dataclasses import replace

import numpy as np
import pytest
from evaluation_records import annotated, document, event

from timeline.errors import ModelError
from timeline.paths import models_dir
from timeline.sieves.ordering import guess
from timeline.sieves.ordering.guess import (
    BITS,
    OrderModel,
    features,
    guess_order,
    load_order,
    number_of,
)

TEXT = "He said that he had resigned after the vote."
SAID, RESIGNED = (
    event(TEXT, "said", "REPORTING"),
    replace(event(TEXT, "resigned"), aspect="PERFECTIVE"),
)
FOUND = annotated(document(TEXT), (), (SAID, RESIGNED))


def model_of(threshold=0.7, **weights):
    full = np.zeros(1 << BITS, dtype=np.float32)
    for feature, weight in weights.items():
        full[number_of(feature)] = weight
    return OrderModel(full, {"threshold": threshold})


def test_a_guess_knows_which_event_is_which(monkeypatch):
    monkeypatch.setattr(guess, "load_order", lambda: model_of(any=2.0))
    assert guess_order(FOUND, SAID, RESIGNED) == ("BEFORE", 0.88)
    assert guess_order(FOUND, RESIGNED, SAID) == ("AFTER", 0.88)


def test_what_is_not_sure_enough_is_not_said(monkeypatch):
    monkeypatch.setattr(guess, "load_order", lambda: model_of(0.9, any=2.0))
    assert guess_order(FOUND, SAID, RESIGNED) is None


def test_features_are_those_of_the_pair_in_text_order():
    told = list(features(FOUND, SAID, RESIGNED))
    assert told == list(features(FOUND, RESIGNED, SAID))
    assert "kinds REPORTING PAST NONE OCCURRENCE PAST PERFECTIVE" in told
    assert "between that" in told
    assert "between after" not in told
    apart = replace(RESIGNED, sentence=(100, 120))
    assert not any(f.startswith("between") for f in features(FOUND, SAID, apart))


def test_the_shipped_model_knows_that_a_past_perfect_came_before_what_is_said():
    order, sure = guess_order(FOUND, SAID, RESIGNED)
    assert order == "AFTER"
    assert sure >= load_order().threshold
    assert (models_dir() / "order.npz").stat().st_size < 1_000_000


def test_a_file_that_is_no_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="no order model"):
        load_order(tmp_path / "order.npz")
