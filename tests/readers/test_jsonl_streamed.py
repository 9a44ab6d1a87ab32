"""A large JSON Lines file is read line by line, with the same documents as in one piece."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import readers
from timeline.document import Document
from timeline.readers import Failure, jsonl, read_sources

GOOD = json.dumps({"id": "a", "text": "He left\u2028in 1999.", "date": "2020-01-01"})
LINES = [
    GOOD,
    "",
    "no json",
    json.dumps({"text": "Caf\u00e9, 1998."}, ensure_ascii=False),
    '{"id": "a", "text": "Again."}',
    '{"text": 5}',
    '{"id": "last", "text": "The end."}',
]


def read(path: Path) -> list[Document | Failure]:
    return list(read_sources([str(path)]))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n"])
def test_the_documents_are_the_same(
    end: str, mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.jsonl"
    path.write_bytes((mark + end.join(LINES)).encode("utf-8") + "\n{\u00e9}".encode("cp1252"))
    whole = read(path)
    monkeypatch.setattr(readers, "LARGE", len(mark.encode()) + len(GOOD) + len(end))
    monkeypatch.setattr(jsonl, "_lines", lambda data: pytest.fail("read as a whole"))
    monkeypatch.setattr(jsonl, "is_certain", lambda data: True)
    assert read(path) == whole
    assert len(whole) == 7


@pytest.mark.parametrize(
    "text",
    [
        '{\n"text": "over several lines"\n}' + " " * 100,
        json.dumps({"schema": "timeline/1"}) + "\n" + " " * 100,
        "Prose, and {braces}.\n" * 5,
        json.dumps({"text": "A line that is longer than what is looked at. " * 5}),
    ],
    ids=["spread", "chronology", "prose", "long line"],
)
def test_what_is_not_certain_is_read_as_a_whole(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(text, "utf-8")
    whole = read(path)
    monkeypatch.setattr(readers, "LARGE", 60)
    monkeypatch.setattr(jsonl, "stream", lambda lines, source: pytest.fail("streamed"))
    assert read(path) == whole


def test_no_line_is_read_ahead() -> None:
    taken = []

    def lines() -> Iterator[bytes]:
        for number in range(100):
            taken.append(number)
            yield json.dumps({"id": str(number), "text": "He left in 1999."}).encode() + b"\n"

    for document in jsonl.stream(lines(), "x.jsonl"):
        assert isinstance(document, Document)
        assert taken[-1] == int(document.id)
    assert len(taken) == 100
