"""Packed files and archives: what they hold, and that none unpacks without bound."""

import bz2
import gzip
import io
import lzma
import struct
import sys
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
import zstandard
from readers import office, papers

from timeline.document import Document
from timeline.readers import Failure, packed, read_sources

STORY = b"The mill burned on 3 May 2021."
PACKERS = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(data: bytes, name: str = "a.zip") -> list[Document | Failure]:
    Path(name).write_bytes(data)
    return list(read_sources([name]))


def texts(found: list[Document | Failure]) -> dict[str, str]:
    return {
        item.source: item.text.strip() if isinstance(item, Document) else f"!{item.reason}"
        for item in found
    }


def the_failure(data: bytes, name: str = "a.zip") -> Failure:
    (found,) = read(data, name)
    assert isinstance(found, Failure)
    return found


def gigabyte() -> bytes:
    """A sound gzip file of 1 GB of zeros: one megabyte's stream, a thousand times."""
    maker = zlib.compressobj(9, wbits=-15)
    step = maker.compress(bytes(1 << 20)) + maker.flush(zlib.Z_FULL_FLUSH)
    check = 0
    for _ in range(1024):
        check = zlib.crc32(bytes(1 << 20), check)
    head = gzip.compress(b"")[:10]
    return head + step * 1024 + maker.flush() + struct.pack("<II", check, 1 << 30)


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_packed_file_is_what_is_in_it(suffix: str) -> None:
    pack = PACKERS[suffix]
    (document,) = read(pack(STORY), f"a.txt.{suffix}")
    assert isinstance(document, Document)
    assert (document.source, document.text) == (f"a.txt.{suffix}", STORY.decode())
    lines = b'{"id": "x", "text": "It burned."}\n'
    assert [d.id for d in read(pack(lines), f"a.jsonl.{suffix}")] == ["x"]
    assert (
        "Odile Marchetti"
        in texts(read(pack(papers.letter()), f"a.pdf.{suffix}"))[f"a.pdf.{suffix}"]
    )


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_packed_file_that_is_cut_off_or_broken(suffix: str) -> None:
    whole = PACKERS[suffix](STORY * 400)
    for data in (whole[:-12], whole[:10] + b"\xff" * 40 + whole[50:]):
        reason = the_failure(data, f"a.txt.{suffix}").reason
        assert reason.startswith("the file cannot be unpacked: its ")
        assert reason.endswith(("is cut off", "is broken"))


@pytest.mark.parametrize("suffix", PACKERS)
def test_several_streams_in_one_file(suffix: str) -> None:
    data = PACKERS[suffix](b"The mill ") + PACKERS[suffix](b"burned.")
    assert texts(read(data, f"a.txt.{suffix}")) == {f"a.txt.{suffix}": "The mill burned."}


def test_standard_input_may_be_packed() -> None:
    for data in (gzip.compress(STORY), office.zipped({"a.txt": STORY})):
        (document,) = read_sources(["-"], stdin=io.BytesIO(data))
        assert isinstance(document, Document)
        assert document.text == STORY.decode()
    (document,) = read_sources(["-"], stdin=io.BytesIO(papers.letter()))
    assert isinstance(document, Document)
    assert document.pages == (0,)
    (document,) = read_sources(["-"], stdin=io.BytesIO(office.word("It rained.")))
    assert isinstance(document, Document)
    assert document.text.strip() == "It rained."


def test_a_folder_takes_packed_files_too() -> None:
    Path("in").mkdir()
    for name in ("a.txt.gz", "b.TXT.ZST", "c.zip", "d.tar.gz", "e.gz", "f.pdf.xz"):
        Path("in", name).write_bytes(b"x")
    assert [item.source for item in read_sources(["in"])] == [
        "in/a.txt.gz",
        "in/b.TXT.ZST",
        "in/c.zip",
        "in/f.pdf.xz",
    ]


def test_an_archive_is_read_like_a_folder() -> None:
    members = {
        "b/two.txt": b"Two.",
        "b/": b"",
        "a.txt": b"One.",
        "a.png": b"\x89PNG\r\n",
        ".hidden.txt": b"no",
        "__MACOSX/._a.txt": b"no",
        "../../etc/up.txt": b"Up.",
        "/root.txt": b"Root.",
        "C:\\win\\dows.txt": b"Windows.",
        "packed.txt.gz": gzip.compress(b"Packed."),
        "empty.txt": b"",
    }
    assert texts(read(office.zipped(members))) == {
        "a.zip/a.txt": "One.",
        "a.zip/b/two.txt": "Two.",
        "a.zip/empty.txt": "!the file is empty",
        "a.zip/etc/up.txt": "Up.",
        "a.zip/packed.txt.gz": "Packed.",
        "a.zip/root.txt": "Root.",
        "a.zip/win/dows.txt": "Windows.",
    }
    assert sorted(path.name for path in Path().iterdir()) == ["a.zip"]  # nothing is written


def test_archives_in_archives() -> None:
    inner = office.zipped({"a.txt": STORY})
    outer = office.zipped({"in.zip": inner, "b.txt": STORY})
    assert list(texts(read(outer))) == ["a.zip/b.txt", "a.zip/in.zip/a.txt"]
    found = texts(read(office.zipped({"out.zip": outer, "c.txt": STORY})))
    assert found["a.zip/out.zip/b.txt"] == STORY.decode()
    assert "archives within archives" in found["a.zip/out.zip/in.zip"]


def test_a_broken_member_does_not_stop_the_others() -> None:
    data = bytearray(office.zipped({"a.txt": STORY * 9, "b.txt": b"Two."}))
    data[60] ^= 255
    found = texts(read(bytes(data)))
    assert found["a.zip/a.txt"].startswith("!this file of the archive cannot be read")
    assert found["a.zip/b.txt"] == "Two."


def test_what_is_no_readable_archive() -> None:
    whole = office.zipped({"a.txt": STORY})
    assert "broken or cut off" in the_failure(whole[:-10]).reason
    locked = the_failure(office.locked(whole))
    assert locked.source == "a.zip/a.txt"
    assert "it is encrypted" in locked.reason
    assert "holds no documents" in the_failure(office.zipped({})).reason
    assert "holds no documents" in the_failure(office.zipped({"a.png": b"x"})).reason
    lzma_member = office.zipped({"a.txt": STORY}, zipfile.ZIP_LZMA)
    assert "not supported" in the_failure(lzma_member).reason
    sheet = office.zipped({"xl/workbook.xml": b"<x/>"})
    assert the_failure(sheet).reason == "the file looks like a spreadsheet (XLSX), not text"


def test_a_gigabyte_of_zeros_is_refused_in_little_memory() -> None:
    Path("bomb.txt.gz").write_bytes(gigabyte())
    assert Path("bomb.txt.gz").stat().st_size < 1_300_000
    tracemalloc.start()
    (found,) = read_sources(["bomb.txt.gz"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found, Failure)
    assert "as only a bomb does" in found.reason
    # A ratio of 200 lets a megabyte become 200.
    assert peak < 300 * (1 << 20)


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_small_bomb_is_refused(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    small = packed.Limits(size=1 << 20, free=1 << 16, ratio=10, members=3)
    monkeypatch.setattr(packed, "LIMITS", small)
    data = PACKERS[suffix](bytes(1 << 18))
    assert "10 times its size" in the_failure(data, f"a.txt.{suffix}").reason


def test_a_zip_bomb_is_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    small = packed.Limits(size=1 << 20, free=1 << 16, ratio=10, members=30)
    monkeypatch.setattr(packed, "LIMITS", small)
    bomb = office.zipped({f"{n}.txt": bytes(1 << 16) for n in range(20)})
    found = read(bomb)
    assert [isinstance(item, Failure) for item in found].count(True) == len(found)
    assert "as only a bomb does" in found[-1].reason
    assert found[-1].source == "a.zip"
    assert len(found) < 4
    many = office.zipped({f"{n}.txt": b"" for n in range(31)})
    assert the_failure(many).reason.endswith("holds more than 30 files")
    deep = office.zipped({"in.zip": bomb})
    assert "as only a bomb does" in read(deep)[-1].reason


def test_incompressible_data_has_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LIMITS", packed.Limits(size=1 << 20))
    data = office.zipped({"a.txt": bytes(range(256)) * 8192}, zipfile.ZIP_STORED)
    assert "more than 1 MB" in the_failure(data).reason


def test_zstd_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    found = the_failure(zstandard.compress(STORY), "a.txt.zst")
    assert "zstandard, which is not installed" in found.reason
    assert found.hint == "pip install 'timeline-extract[zst]'"


def test_text_that_begins_like_bzip2() -> None:
    assert texts(read(b"BZh is no word.", "a.txt")) == {"a.txt": "BZh is no word."}
