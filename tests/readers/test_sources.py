"""Names to documents: files, folders, patterns, standard input, and all that can be wrong."""

import io
import os
import re
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from threading import Thread

import pytest

from timeline import readers
from timeline.document import Document, content_id
from timeline.errors import OptionError, ReadError
from timeline.readers import Failure, Reader, read_sources
from timeline.readers.base import IdAllocator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str | bytes = "He left.") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def sources(*names: str) -> list[str]:
    """The sources of the documents, and failures with a mark."""
    return [
        item.source if isinstance(item, Document) else f"!{item.source}"
        for item in read_sources(names)
    ]


def the_failure(*names: str, format: str | None = None) -> Failure:
    (item,) = read_sources(names, format=format)
    assert isinstance(item, Failure)
    assert item.reason[0].islower()
    assert not item.reason.endswith(".")
    return item


def test_files_come_as_they_are_named(folder: Path) -> None:
    put("b.txt")
    put("a.txt")
    assert sources("b.txt", "a.txt") == ["b.txt", "a.txt"]


def test_a_folder_is_read_to_the_bottom_in_order(folder: Path) -> None:
    for name in ("z.TXT", "b/x.md", "b/a.jsonl", "b-.txt", "a.text", "c/d/e.ndjson"):
        put(f"in/{name}", '{"text": "x"}' if "json" in name else "x")
    for name in (".hidden.txt", ".git/a.txt", "note.png", "txt", "b/.x/y.txt"):
        put(f"in/{name}")
    assert sources("in") == [
        "in/a.text",
        "in/b/a.jsonl:1",
        "in/b/x.md",
        "in/b-.txt",
        "in/c/d/e.ndjson:1",
        "in/z.TXT",
    ]


def test_patterns_are_sorted_and_may_match_folders(folder: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "e.log"):
        put(name)
    assert sources("*.txt") == ["a.txt", "b.txt"]
    assert sources("**/*.txt") == ["a.txt", "b.txt", "c/d.txt"]
    assert sources("[a-c]*") == ["a.txt", "b.txt", "c/d.txt"]
    assert sources("*.log") == ["e.log"]
    assert sources(str(folder / "b*")) == [str(folder / "b.txt")]


def test_a_file_that_is_named_like_a_pattern_is_read(folder: Path) -> None:
    put("a[1].txt")
    put("a1.txt")
    assert sources("a[1].txt") == ["a[1].txt"]


def test_a_file_is_read_once(folder: Path) -> None:
    put("a.txt")
    put("b.txt")
    Path("link.txt").symlink_to("a.txt")
    assert sources("a.txt", "./a.txt", ".", "*.txt", str(folder / "a.txt"), "link.txt") == [
        "a.txt",
        "b.txt",
    ]


def test_equal_texts_in_two_files_are_two_documents(folder: Path) -> None:
    put("a.txt")
    put("b.txt")
    put("c.jsonl", '{"text": "He left."}\n{"text": "x", "id": "k"}\n{"text": "y", "id": "k"}')
    ids = [item.id for item in read_sources(["."]) if isinstance(item, Document)]
    first = content_id("He left.")
    assert ids == [first, f"{first}-2", f"{first}-3", "k", "k-2"]


def test_ids_stay_unique_when_a_made_one_was_given() -> None:
    ids = IdAllocator()
    wanted = ["a", "a-2", "a", "a", "a-2", "a-3", "b"]
    claimed = [ids.claim(each) for each in wanted]
    assert claimed == ["a", "a-2", "a-3", "a-4", "a-2-2", "a-3-2", "b"]
    assert len(set(claimed)) == len(claimed)


def test_a_broken_file_does_not_stop_the_others(folder: Path) -> None:
    put("a.txt")
    put("b.txt", b"%PDF-1.7 \x00")
    put("c.tml", "<TimeML>")
    put("d.txt")
    assert sources("a.txt", "b.txt", "none.txt", "c.tml", "d.txt") == [
        "a.txt",
        "!b.txt",
        "!none.txt",
        "!c.tml",
        "d.txt",
    ]


def test_a_missing_file(folder: Path) -> None:
    put("article.txt")
    assert the_failure("artikel.txt") == Failure(
        "artikel.txt", "there is no such file", "did you mean 'article.txt'?"
    )
    assert the_failure("none/a.txt").hint == "the folder 'none' does not exist either"
    assert the_failure("zzz").hint == "check the name and the folder"


@pytest.mark.parametrize("name", ["", "a\x00b", "x" * 5000])
def test_a_name_that_no_file_can_have(folder: Path, name: str) -> None:
    assert the_failure(name).source == name


def test_a_folder_without_documents(folder: Path) -> None:
    put("in/note.png")
    failure = the_failure("in")
    assert failure.reason == "this directory holds no documents"
    assert failure.hint is not None
    assert ".txt" in failure.hint
    assert ".gz" not in failure.hint


def test_a_pattern_without_matches(folder: Path) -> None:
    assert the_failure("*.txt").reason == "no file matches this pattern"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b" \r\n", "the file holds nothing but white space"),
        (b"\xff\xfe", "the file holds nothing but white space"),
        (b"%PDF-1.7", "this PDF is broken or cut off and cannot be opened"),
        (b"PK\x03\x04", "the file cannot be unpacked: this zip archive is broken or cut off"),
        (b"\x89PNG\r\n", "the file looks like a PNG image, not text"),
        (b"He\x00left", "the file looks like binary data, not text"),
        (b"<html><body>", "this page has no main text"),
    ],
)
def test_a_file_that_holds_no_text(folder: Path, content: bytes, reason: str) -> None:
    put("a.txt", content)
    assert the_failure("a.txt").reason == reason


def test_a_file_that_may_not_be_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert the_failure("a.txt").reason == "the file cannot be read: permission denied"


def test_a_link_to_nowhere(folder: Path) -> None:
    Path("a.txt").symlink_to("gone.txt")
    assert the_failure("a.txt").reason == "the file cannot be read: no such file or directory"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_a_file(folder: Path) -> None:
    os.mkfifo("pipe")
    writer = Thread(target=lambda: Path("pipe").write_bytes(b"He left."))
    writer.start()
    assert sources("pipe") == ["pipe"]
    writer.join()


def test_standard_input_gives_what_a_file_gives(folder: Path) -> None:
    text = (
        "Mole may fall\n\nThe harbour board met on 3 May, and the engineers were heard at last.\n"
    )
    put("a.txt", text)
    (from_file,) = read_sources(["a.txt"])
    (from_stdin,) = read_sources(["-", "-"], stdin=io.BytesIO(text.encode()))
    assert isinstance(from_file, Document)
    assert isinstance(from_stdin, Document)
    assert from_stdin.source == "-"
    assert from_file.title == "Mole may fall"
    for field in ("id", "text", "title", "blocks", "language", "warnings"):
        assert getattr(from_file, field) == getattr(from_stdin, field)


def test_standard_input_that_is_empty_or_not_there() -> None:
    assert list(read_sources(["-"], stdin=io.BytesIO())) == [
        Failure("-", "standard input is empty")
    ]
    assert list(read_sources(["-"])) == [Failure("-", "there is no standard input to read")]


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ('{"text": "He left.", "title": "T"}', "T"),
        ("<?xml version='1.0'?><TimeML><TITLE>T</TITLE><TEXT>He left.</TEXT></TimeML>", "T"),
        ("He left.", None),
    ],
)
def test_the_first_bytes_decide_where_no_suffix_does(
    folder: Path, content: str, title: str | None
) -> None:
    put("unknown", content)
    (item,) = read_sources(["unknown"])
    (piped,) = read_sources(["-"], stdin=io.BytesIO(content.encode()))
    for document in (item, piped):
        assert isinstance(document, Document)
        assert (document.text, document.title) == ("He left.", title)


def test_a_format_binds(folder: Path) -> None:
    put("a.jsonl", '{"text": "He left."}')
    put("b.txt")
    (item,) = read_sources(["a.jsonl"], format="text")
    assert isinstance(item, Document)
    assert item.text == '{"text": "He left."}'
    assert the_failure("b.txt", format="timeml").reason.startswith("this is not well-formed XML")
    assert [i.source for i in read_sources(["."], format="jsonl")] == ["a.jsonl:1"]


def test_an_unknown_format_is_refused_before_anything_is_read() -> None:
    with pytest.raises(OptionError, match="there is no input format 'rtf'") as caught:
        read_sources(["none.txt"], format="rtf")
    assert caught.value.hint == f"choose one of {', '.join(sorted(readers.find_readers()))}"


@pytest.fixture
def plug_in(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """An installed package that brings a reader."""
    entry = EntryPoint("shout", request.param, readers.GROUP)
    monkeypatch.setattr(readers, "entry_points", lambda group: [entry])
    readers.find_readers.cache_clear()
    yield
    readers.find_readers.cache_clear()


SHOUT = Reader(
    "shout",
    (".pdf",),
    "for a test",
    lambda data, source: iter([Document("x", data[5:].decode().upper(), source)]),
)


@pytest.mark.parametrize("plug_in", [f"{__name__}:SHOUT"], indirect=True)
def test_a_plug_in_reads_its_suffix_binary_or_not(
    folder: Path, plug_in: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EntryPoint, "load", lambda self: SHOUT)
    put("in/a.pdf", b"%PDF-he left\x00")
    put("in/b.txt")
    texts = [item.text for item in read_sources(["in"]) if isinstance(item, Document)]
    assert texts == ["HE LEFT\x00", "He left."]


@pytest.mark.parametrize(
    "plug_in", ["no_such_package:READER", "timeline.readers.text:gone"], indirect=True
)
def test_a_plug_in_that_cannot_be_loaded_is_named(plug_in: None) -> None:
    with pytest.raises(ReadError, match="plug-in 'shout' cannot be loaded"):
        read_sources([])


@pytest.mark.parametrize("plug_in", ["timeline.readers.text:read"], indirect=True)
def test_a_plug_in_that_is_no_reader_is_named(plug_in: None) -> None:
    with pytest.raises(ReadError, match="plug-in 'shout' is no"):
        read_sources([])


def test_the_reader_of_the_readme(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "README.md").read_text("utf-8").split("**A reader of your own**")[1]
    code, names = re.findall(r"```(?:python|toml)\n(.*?)```", page, re.DOTALL)[:2]
    (group,) = tomllib.loads(names)["project"]["entry-points"].items()
    lines = [f"[{group[0]}]", *(f"{name} = {place}" for name, place in group[1].items())]
    put("package/shouting.py", code)
    put("package/shouting-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: shouting\n")
    put("package/shouting-1.0.dist-info/entry_points.txt", "\n".join(lines))
    monkeypatch.syspath_prepend(str(folder / "package"))
    readers.find_readers.cache_clear()
    try:
        put("in/a.shout", "IT RAINED ON 3 MAY 2021.")
        put("in/b.txt")
        first, second = read_sources(["in"])
    finally:
        readers.find_readers.cache_clear()
        sys.modules.pop("shouting", None)
    assert isinstance(first, Document)
    assert (first.text, first.title) == ("It rained on 3 may 2021.", "A shout")
    assert isinstance(second, Document)


def test_a_title_is_the_heading_at_the_beginning(data: Path, folder: Path) -> None:
    put("a.md", "# The  Sound War #1\n\nIt began in 1897 and nobody knows how it ended.")
    put("b.txt", "He left.\n\nLater years\n\nHe came back in 1897 and nobody knows why he did.")
    titles = [item.title for item in read_sources(["a.md", "b.txt"]) if isinstance(item, Document)]
    assert titles == ["The Sound War #1", None]
    (war,) = read_sources([str(data / "war.txt")])
    assert isinstance(war, Document)
    assert war.title == "The Sound War, 1897–1898"
