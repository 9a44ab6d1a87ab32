"""A document that breaks becomes a failure; the others come out, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from timeline.annotation import Annotated
from timeline.batch import local
from timeline.batch.job import Job
from timeline.document import Document
from timeline.pipeline import Options, Pipeline
from timeline.readers.base import Failure
from timeline.temporal.edtf import parse_date

OPTIONS = Options(reading_date=parse_date("2024-01-01"))


def documents(*texts: str) -> Iterator[Document]:
    return (Document(id=str(i), text=text, source=f"{i}.txt") for i, text in enumerate(texts))


def test_a_broken_document_loses_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Pipeline.annotate

    def breaking(self: Pipeline, document: Document) -> Annotated:
        if document.text == "bad":
            raise RuntimeError("no such luck")
        return whole(self, document)

    monkeypatch.setattr(Pipeline, "annotate", breaking)
    unread = Failure("x.pdf", "it is a PDF")
    first, second, third = documents("It fell in 1999.", "bad", "It rose in 2001.")
    done = list(local.annotate_sources([first, unread, second, third], OPTIONS))
    assert [type(item) for item in done] == [Annotated, Failure, Failure, Annotated]
    assert done[1] is unread
    assert done[2] == Failure("1.txt", "RuntimeError: no such luck")
    assert [item.expressions[0].text for item in done if isinstance(item, Annotated)] == [
        "1999",
        "2001",
    ]


def test_no_more_is_read_than_is_asked_for() -> None:
    read = []

    def sources() -> Iterator[Document]:
        for document in documents(*(f"It fell in {1900 + i}." for i in range(4))):
            read.append(document.id)
            yield document

    done = local.annotate_sources(sources(), OPTIONS)
    assert [next(done).expressions[0].text for _ in range(2)] == ["1900", "1901"]
    assert read == ["0", "1"]


def test_what_is_read_ahead_comes_out_in_order_and_breaks_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first alone, then some together; not a long one, and not those beside a broken one."""
    asked: list[str] = []
    alone, whole = Pipeline.annotate, Pipeline.annotate_together

    def annotate(self: Pipeline, document: Document) -> Annotated:
        asked.append(document.id)
        if document.id == "5":
            raise RuntimeError("no such luck")
        return alone(self, document)

    def annotate_together(self: Pipeline, some: Sequence[Document]) -> list[Annotated]:
        asked.append("+".join(document.id for document in some))
        if any(document.id == "5" for document in some):
            raise RuntimeError("no such luck")
        return whole(self, some)

    monkeypatch.setattr(Pipeline, "annotate", annotate)
    monkeypatch.setattr(Pipeline, "annotate_together", annotate_together)
    monkeypatch.setattr(local, "SHORT", 20)
    texts = [f"It fell in {1900 + i}." for i in range(8)]
    texts[3] = "It fell in 1903, " + "as it had done before." * 2
    unread = Failure("x.pdf", "it is a PDF")
    first, *rest = documents(*texts)
    done = list(local.work([first, unread, *rest], Job(OPTIONS), ahead=2))
    assert asked == ["0", "1+2", "3", "4+5", "4", "5", "6+7"]
    assert done[1] == (unread, unread)
    assert done.pop(6)[1] == Failure("5.txt", "RuntimeError: no such luck")
    found = [result.expressions[0].text for _, result in done if isinstance(result, Annotated)]
    assert found == ["1900", "1901", "1902", "1903", "1904", "1906", "1907"]


def test_a_text_beyond_the_parsers_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.pipeline.options.MAX_LENGTH", 20)
    done = list(local.annotate_sources(documents("It fell.", "It fell. " * 9), OPTIONS))
    assert isinstance(done[0], Annotated)
    assert isinstance(done[1], Failure)
    assert done[1].reason == "the text has 81 characters, more than 20"
