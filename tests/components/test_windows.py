"""A text parsed in windows is read as it is in one piece, and what it brought is forgotten."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from timeline import layers
from timeline.annotation import Annotated
from timeline.components import forgetting
from timeline.components.windows import cut
from timeline.describe import parse, telling
from timeline.document import Document
from timeline.pipeline import Options, Pipeline, load
from timeline.sieves.grammar import far_tokens
from timeline.temporal.edtf import parse_date


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load(Options(reading_date=parse_date("2026-11-22")))


def test_only_a_long_text_has_its_memory_given_back(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    monkeypatch.setattr(forgetting, "give_back", lambda: given.append(True))
    for length, wanted in ((forgetting.LONG, []), (forgetting.LONG + 1, [True])):
        with forgetting.forgetting(pipeline.nlp, length):
            assert given == wanted


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: object) -> object:
        raise OSError(name)

    monkeypatch.setattr(forgetting.ctypes, "CDLL", missing)
    forgetting.give_back.__wrapped__()
    monkeypatch.setattr(forgetting.ctypes, "CDLL", lambda name: object())
    forgetting.give_back.__wrapped__()


@pytest.fixture(scope="module")
def chapters(data: Path) -> Document:
    """Samples as the chapters of one text."""
    names = ("witness.txt", "wire.txt", "incident.txt", "company.txt")
    text = "\n\n".join((data / name).read_text("utf-8") for name in names)
    return Document(id="all", text=text, source="all.txt")


@pytest.fixture(scope="module")
def whole(chapters: Document, pipeline: Pipeline) -> Annotated:
    """What is found in one piece."""
    return pipeline.annotate(chapters)


@pytest.mark.parametrize("size", [30, 250])
def test_windows_change_nothing(
    chapters: Document,
    whole: Annotated,
    pipeline: Pipeline,
    monkeypatch: pytest.MonkeyPatch,
    size: int,
) -> None:
    for module in ("timeline.pipeline.stages", "timeline.components.windows"):
        monkeypatch.setattr(f"{module}.WINDOW", size)
    monkeypatch.setattr(far_tokens, "RECENT", 3)
    assert pipeline.annotate(chapters) == whole


@pytest.fixture(scope="module")
def paragraphs(data: Path) -> list[str]:
    """Of samples with more than one kind of date."""
    names = ("war.txt", "company.txt", "witness.txt", "wire.txt", "incident.txt")
    texts = ((data / name).read_text("utf-8") for name in names)
    return [paragraph for text in texts for paragraph in text.split("\n\n")]


@settings(max_examples=6, deadline=None, phases=[Phase.generate])  # to shrink takes long
@given(drawn=st.data())
def test_any_text_in_any_windows_is_read_as_in_one_piece(
    paragraphs: list[str], pipeline: Pipeline, drawn: st.DataObject
) -> None:
    chosen = drawn.draw(st.lists(st.sampled_from(paragraphs), min_size=6, max_size=14))
    document = Document(id="any", text="\n\n".join(chosen), source="any.txt")
    whole = pipeline.annotate(document)
    with pytest.MonkeyPatch.context() as patch:
        size = drawn.draw(st.integers(10, 200))
        for module in ("timeline.pipeline.stages", "timeline.components.windows"):
            patch.setattr(f"{module}.WINDOW", size)
        patch.setattr("timeline.components.windows.PIECE", drawn.draw(st.integers(1, 400)))
        patch.setattr(far_tokens, "RECENT", drawn.draw(st.integers(1, 20)))
        patch.setattr(layers, "LONG", 50)
        assert pipeline.annotate(document) == whole


def test_a_paragraph_without_end_is_cut_too(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In 1999 it fell. " * 300
    document = Document(id="long", text=text, source="long.txt")
    whole = pipeline.annotate(document)
    for module in ("timeline.pipeline.stages", "timeline.components.windows"):
        monkeypatch.setattr(f"{module}.WINDOW", 700)
    assert pipeline.annotate(document) == whole
    assert len(whole.expressions) == 300


def test_a_window_ends_where_a_sentence_is_known_to_start() -> None:
    marks = np.zeros(100, dtype=np.uint64)
    marks[[10, 30, 35, 80]] = 1
    assert list(cut(marks, 25)) == [(0, 30), (30, 80), (80, 100)]


def test_words_are_forgotten_beyond_a_number(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def strings(number: int) -> int:
        text = f"Brontwick{number} met Harlowe{number}x at Quenby{number}y in 1999."
        pipeline.annotate(Document(id="a", text=text, source="a.txt"))
        return len(pipeline.nlp.vocab.strings)

    # However many words other tests left behind.
    monkeypatch.setattr(forgetting, "KEPT", 10**9)
    assert strings(1) < strings(2)
    monkeypatch.setattr(forgetting, "KEPT", 0)
    before = strings(3)
    assert strings(4) == before


def test_what_was_read_outlives_its_words(
    chapters: Document, whole: Annotated, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "KEPT", 0)
    assert [pipeline.annotate(chapters) for _ in range(2)] == [whole] * 2


def test_features_in_parts_are_those_of_the_whole(pipeline: Pipeline, chapters: Document) -> None:
    tagger = pipeline.nlp.get_pipe("timeline_event_tagger")
    doc = next(iter(pipeline.find_all([chapters])))
    whole = tagger.features(doc)
    parts = list(tagger.features.in_parts(doc, 10))
    assert len(parts) > 20
    assert np.concatenate([part.tokens for part in parts]).tolist() == whole.tokens.tolist()
    told = [(part.tokens[part.rows], part.numbers) for part in parts]
    in_parts = sorted(
        pair for tokens, numbers in told for pair in zip(tokens, numbers, strict=True)
    )
    in_one = sorted(zip(whole.tokens[whole.rows], whole.numbers, strict=True))
    assert in_parts == in_one


def test_a_long_text_is_kept_packed_and_read_by_slices(
    chapters: Document,
    whole: Annotated,
    pipeline: Pipeline,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(layers, "LONG", 50)
    monkeypatch.setattr(layers, "GROUP", 3)
    kept: list[object] = []
    unpack = layers.msgpack.decode
    monkeypatch.setattr(layers.msgpack, "decode", lambda data: kept.append(data) or unpack(data))
    assert pipeline.annotate(chapters) == whole
    assert len(kept) > len(whole.events) // 3


def test_a_few_remembered_subtrees_and_clauses_do(
    chapters: Document,
    whole: Annotated,
    pipeline: Pipeline,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parse, "MOST", 3)
    monkeypatch.setattr(telling, "REMEMBERED", 1)
    assert pipeline.annotate(chapters) == whole
