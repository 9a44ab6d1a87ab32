"""The trained linker's parts, on models and documents made by hand."""

import json
from dataclasses import replace
from itertools import accumulate
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sieves.scenes import scene_of

from timeline.annotation import Bounds
from timeline.errors import ModelError
from timeline.evaluation.moments import day_range
from timeline.paths import models_dir
from timeline.sieves import RULES, linker, sift
from timeline.sieves.linker.candidates import (
    AT_DAY,
    AT_OTHER,
    MOST,
    SHAPES,
    Other,
    around_day,
    around_other,
)
from timeline.sieves.linker.features import number_of
from timeline.sieves.linker.model import load_linker, unpack
from timeline.sieves.linker.slots import SLOTS, words_of
from timeline.sieves.linker.story import Story
from timeline.temporal.values import day_of

META = {"day_threshold": 0.5, "calibration": [1.0, 0.0], "sieves": {"attached": 0.9}}
DAY = day_of(2022, 1, 10)


def story_of(text, date="2022-01-10", basis="dateline"):
    scene, found = sift(scene_of(text, date, basis), RULES)
    return linker.read_report(scene, found), scene


def model_of(**weights):
    """A model that looks at nothing but the shape."""
    row = np.zeros(len(SHAPES), dtype=np.float32)
    for shape, weight in weights.items():
        row[SHAPES.index(shape)] = weight
    return unpack(arrays_of(row), META)


def arrays_of(row, scale=1.0, words="", vectors=(), slots=None):
    """The file of a model that knows the feature "any", and words with vectors of one number."""
    slots = np.zeros((len(SLOTS), len(SHAPES))) if slots is None else slots
    return {
        "numbers": np.array([number_of("any")], dtype=np.uint32),
        "weights": row[None],
        "scales": np.full(len(SHAPES), scale, dtype=np.float32),
        "words": np.frombuffer(words.encode(), dtype=np.uint8),
        "vectors": np.array(vectors, dtype=np.int8).reshape(-1, 1),
        "slots": slots.astype(np.float32),
    }


def test_shapes_are_told_apart():
    frames = [one.frame for one in around_day(DAY)]
    assert len(frames) == len(AT_DAY)
    assert len({(f.shape, f.begin, f.end) for f in frames}) == len(AT_DAY)
    assert len(set(SHAPES)) == len(AT_DAY) + len(AT_OTHER)


def test_nothing_is_said_to_go_on_since_a_time_to_come():
    (ahead,) = story_of("The road was [closed] on {3 January=2022-01-14}.")[0].others
    (past,) = story_of("The road was [closed] on {3 January=2022-01-02}.")[0].others
    made = {one.shape for one in around_other(ahead, DAY)}
    assert SHAPES.index("x|>D") not in made
    assert SHAPES.index(">x") in made
    since = [one for one in around_other(past, DAY) if SHAPES[one.shape] == "x-D|>D"]
    assert [one.frame.begin for one in since] == [Bounds(day_of(2022, 1, 2), DAY)]


@pytest.mark.parametrize(
    ("date", "basis"), [("2022-01-10", "given"), ("2022-01", "dateline"), (None, "dateline")]
)
def test_only_news_of_a_day_is_a_report(date, basis):
    assert story_of("The road was [closed].", date, basis)[0] is None
    assert story_of("The road was [closed].")[0] is not None


def test_a_day_needs_its_probability(monkeypatch):
    text = "The road was [closed]."
    _, scene = story_of(text)
    sure = model_of(D=3.0)
    monkeypatch.setattr(linker, "load_linker", lambda: sure)
    (anchor,) = linker.propose(scene, {})
    assert (day_range(anchor.begin), anchor.shape) == (day_range(Bounds(DAY, DAY)), "instant")
    assert anchor.confidence == pytest.approx(np.exp(3) / (np.exp(3) + 5), abs=0.01)
    assert (anchor.sieve, anchor.inferred, anchor.basis) == ("linker", True, "document-date")
    unsure = model_of(D=1.0, **{"<D": 0.9})
    monkeypatch.setattr(linker, "load_linker", lambda: unsure)
    (anchor,) = linker.propose(scene, {})
    assert day_range(anchor.begin) == day_range(Bounds(None, DAY))


def test_confidence_is_given_to_single_days_of_measured_sieves(monkeypatch):
    monkeypatch.setattr(linker, "load_linker", lambda: model_of())
    _, scene = story_of("The road was [closed] on {3 January=2022-01-03}.")
    (anchor,) = sift(scene, RULES)[1].values()
    assert linker.grade(anchor).confidence == 0.9
    assert linker.grade(replace(anchor, sieve="signal")).confidence is None
    month = replace(anchor, begin=Bounds(day_of(2022, 1, 1), day_of(2022, 1, 31)))
    assert linker.grade(month).confidence is None


def test_a_file_that_is_no_linker_is_refused(tmp_path):
    path = tmp_path / "linker.npz"
    with pytest.raises(ModelError, match="no linker"):
        load_linker(path)
    with np.load(models_dir() / "linker.npz") as file:
        arrays = dict(file)
    meta = json.loads(arrays["meta"].tobytes()) | {"shapes": ["other"]}
    arrays["meta"] = np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8)
    np.savez(path, **arrays)
    with pytest.raises(ModelError, match="another format"):
        load_linker(path)


def test_weights_are_steps():
    model = unpack(arrays_of(np.full(len(SHAPES), 3, dtype=np.int8), 0.5), META)
    scores = model.score([""] * len(SLOTS), ["any", "any", "never seen"], [["any"]])
    assert scores[:, 0].tolist() == [1.5, 3.0]


def test_the_words_of_an_event_count_by_their_slots():
    slots = np.zeros((len(SLOTS), len(SHAPES)))
    slots[SLOTS.index("own"), 0], slots[SLOTS.index("object"), 1] = 0.5, 2.0
    row = np.zeros(len(SHAPES), dtype=np.int8)
    model = unpack(arrays_of(row, words="bridge fell", vectors=[3, 4], slots=slots), META)
    (scores,) = model.score(["fell", "fell", "", "bridge", "unknown"], [], [])
    assert scores[:3].tolist() == [2.0, 6.0, 0.0]


def test_an_event_has_words_around_it():
    story, scene = story_of("Rebels [attacked] the town, the minister [said] on Monday.")
    words = {e.lemma: dict(zip(SLOTS, words_of(story, e), strict=True)) for e in scene.events}
    assert words["attack"] == {"own": "attacked", "head": "said", "subject": "rebels",
                               "object": "town", "above": "said"}  # fmt: skip
    said = {"own": "said", "head": "", "subject": "minister", "object": "", "above": ""}
    assert words["say"] == said


def test_the_shipped_model_is_small_and_says_what_it_was_made_of():
    path = models_dir() / "linker.npz"
    assert path.stat().st_size < 1_000_000
    meta = load_linker().meta
    assert meta["documents"] == 19
    assert set(meta["sieves"]) <= {"attached", "reporting", "clause", "signal", "aspect", "carried"}


@given(
    heads=st.lists(st.integers(0, 59), max_size=40),
    days=st.lists(st.integers(1, 12), min_size=40, max_size=40),
    steps=st.lists(st.booleans(), min_size=60, max_size=60),
    linked=st.sets(st.integers(0, 39), max_size=3),
    at=st.integers(0, 59),
)
def test_the_nearest_times_are_found_without_looking_at_all(heads, days, steps, linked, at):
    sentence = list(accumulate(steps, initial=0))
    day = [day_of(2022, 1, n) for n in days]
    others = [Other(SimpleNamespace(id=f"t{n}"), day[n], day[n], 0, 0) for n in range(len(heads))]
    links = [SimpleNamespace(expression=SimpleNamespace(id=f"t{n}")) for n in linked]
    scene = SimpleNamespace(
        head={f"t{n}": SimpleNamespace(i=i) for n, i in enumerate(heads)},
        trigger={"e1": SimpleNamespace(i=at)},
        links_of=lambda event: links,
    )
    story = Story(scene, {}, DAY, others, sentence=sentence)

    def rank(n):
        back = sentence[at] - sentence[heads[n]]
        return (n not in linked, back if back >= 0 else -2 * back, abs(heads[n] - at))

    wanted = {}
    for n in sorted(range(len(heads)), key=rank):
        wanted.setdefault(day[n], others[n])
    assert story.near(SimpleNamespace(id="e1")) == list(wanted.values())[:MOST]
