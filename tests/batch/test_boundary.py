"""An error within a source, in a reader of whomever, is that source's failure and no other's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import readers
from timeline.batch.boundary import contain
from timeline.document import Document
from timeline.errors import ReadError
from timeline.readers import Failure, Reader, make_document, read_sources
from timeline.readers.text import READER


def break_midway(data: bytes, source: str) -> Iterator[Document | Failure]:
    yield make_document("It rained.", f"{source}:1")
    raise RuntimeError("nobody expected this")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bad = Reader("bad", (".bad",), "breaks", break_midway)
    monkeypatch.setattr(readers, "find_readers", lambda: {"bad": bad, "text": READER})
    for name in ("a.txt", "b.bad", "c.txt"):
        (tmp_path / name).write_text("It snowed on 3 May 2021.")
    return tmp_path


def test_the_others_are_read(folder: Path) -> None:
    found = list(read_sources([str(folder)], boundary=contain))
    names = [Path(item.source).name for item in found]
    assert names == ["a.txt", "b.bad:1", "b.bad", "c.txt"]
    assert found[2] == Failure(str(folder / "b.bad"), "RuntimeError: nobody expected this")


def test_without_a_boundary_it_is_raised(folder: Path) -> None:
    with pytest.raises(RuntimeError):
        list(read_sources([str(folder)]))


def test_our_own_errors_keep_their_sentence() -> None:
    def refuse() -> Iterator[Document]:
        raise ReadError("it is blue", "paint it")
        yield

    assert list(contain("x", refuse())) == [Failure("x", "it is blue", "paint it")]


def test_an_interruption_goes_through() -> None:
    def interrupt() -> Iterator[Document]:
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        list(contain("x", interrupt()))
