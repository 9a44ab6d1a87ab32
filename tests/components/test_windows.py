"""A text parsed in windows is read as it is in one piece, and what it brought is forgotten."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from timeline.annotation import Annotated
from timeline.components import zone
from timeline.components.event_features import PARTS
from timeline.components.windows import cut
from timeline.document import Document
from timeline.pipeline import Options, Pipeline, load
from timeline.temporal.edtf import parse_date


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load(Options(reading_date=parse_date("2026-11-22")))


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
    for module in ("timeline.pipeline", "timeline.components.windows"):
        monkeypatch.setattr(f"{module}.WINDOW", size)
    assert pipeline.annotate(chapters) == whole


def test_a_paragraph_without_end_is_cut_too(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In 1999 it fell. " * 300
    document = Document(id="long", text=text, source="long.txt")
    whole = pipeline.annotate(document)
    for module in ("timeline.pipeline", "timeline.components.windows"):
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
    monkeypatch.setattr(zone, "KEPT", 10**9)
    assert strings(1) < strings(2)
    monkeypatch.setattr(zone, "KEPT", 0)
    before = strings(3)
    assert strings(4) == before


def test_what_was_read_outlives_its_words(
    chapters: Document, whole: Annotated, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zone, "KEPT", 0)
    assert [pipeline.annotate(chapters) for _ in range(2)] == [whole] * 2


def test_features_in_parts_are_those_of_the_whole(pipeline: Pipeline, chapters: Document) -> None:
    tagger = pipeline.nlp.get_pipe("timeline_event_tagger")
    doc = next(iter(pipeline.find_all([chapters])))
    in_one = tagger.model.find(tagger.features(doc))
    in_parts = [tagger.model.find(part) for part in tagger.features.in_parts(doc, 10)]
    assert len(in_parts) > PARTS
    assert {i: found for part in in_parts for i, found in part.items()} == in_one
