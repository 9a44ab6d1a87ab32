"""`-o`: a file, a folder, a device; what stands there stays where anything fails."""

import json
import os
from pathlib import Path

import msgspec
import pytest
from chronologies import make_mixed, make_news
from cli.calling import READ_ON, complaint, run

from timeline.cli.folder import name_files
from timeline.document import Document
from timeline.readers import read_sources


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv", "markdown", "table", "timeml"])
def test_a_file_is_what_is_printed(here: Path, made, name: str) -> None:
    made(make_news())
    printed = run("extract", "wire.txt", "-f", name, *READ_ON)
    assert printed.exit_code == 0
    written = run("extract", "wire.txt", "-f", name, "-o", "out", *READ_ON)
    assert (written.exit_code, written.stdout) == (0, "")
    assert (here / "out").read_bytes() == printed.stdout_bytes
    assert printed.stdout_bytes.endswith(b"\n")


def test_the_suffix_names_the_format(here: Path, made) -> None:
    made(make_news())
    assert run("extract", "wire.txt", "-o", "out.json", *READ_ON).exit_code == 0
    assert json.loads((here / "out.json").read_bytes())["schema"] == "timeline/1"
    assert run("extract", "wire.txt", "-f", "csv", "-o", "out.json", *READ_ON).exit_code == 0
    assert (here / "out.json").read_text("utf-8").startswith("begin,end,")


def test_a_format_against_the_suffix_is_told(here: Path, made) -> None:
    made(make_news())
    odd = run("extract", "wire.txt", "-f", "csv", "-o", "x.json", *READ_ON)
    assert (odd.exit_code, odd.stderr) == (
        0,
        "timeline: x.json is written as csv, although .json names json\n",
    )
    for name in ("x.csv", "x.log", "x.txt", "x"):
        assert run("extract", "wire.txt", "-f", "csv", "-o", name, *READ_ON).stderr == ""
    for options in (["-f", "json", "-o", "x.json"], ["-o", "x.json"]):
        assert run("extract", "wire.txt", *options, *READ_ON).stderr == ""
    assert run("extract", "wire.txt", "-f", "csv", "-o", "x.json", "-q", *READ_ON).stderr == ""


def test_a_protected_file_or_folder_is_told(here: Path, made) -> None:
    made(make_news())
    (here / "old.csv").write_text("precious\n", encoding="utf-8")
    (here / "old.csv").chmod(0o444)
    if os.access(here / "old.csv", os.W_OK):
        pytest.skip("the system lets this user write everywhere")
    said, _ = complaint(run("extract", "wire.txt", "-o", "old.csv", *READ_ON))
    assert "write-protected" in said
    (here / "shut").mkdir(0o555)
    said, _ = complaint(run("extract", "wire.txt", "-o", "shut/x.csv", *READ_ON))
    assert "in the folder" in said
    assert "permission denied" in said


def test_nothing_usable_leaves_the_file_alone(here: Path) -> None:
    (here / "out.csv").write_text("precious\n", encoding="utf-8")
    said, hint = complaint(run("extract", "missing.txt", "-o", "out.csv", *READ_ON))
    assert said.startswith("missing.txt: ")
    assert hint
    assert (here / "out.csv").read_text("utf-8") == "precious\n"
    assert sorted(p.name for p in here.iterdir()) == ["out.csv", "wire.txt"]


def test_a_failing_exporter_leaves_the_file_alone(here: Path, made) -> None:
    made(make_mixed())
    (here / "out.tml").write_text("precious\n", encoding="utf-8")
    result = run("extract", "wire.txt", "-o", "out.tml", *READ_ON)
    assert result.exit_code == 2
    assert "a TimeML file holds one document, not 3" in result.stderr
    assert (here / "out.tml").read_text("utf-8") == "precious\n"
    assert sorted(p.name for p in here.iterdir()) == ["out.tml", "wire.txt"]


def test_a_folder_takes_a_file_of_each_document(here: Path, made) -> None:
    timeline = make_mixed()
    made(timeline)
    result = run("extract", "wire.txt", "-f", "timeml", "-o", "out/", *READ_ON)
    assert result.stdout == ""
    written = sorted((here / "out").iterdir())
    assert [path.name for path in written] == sorted(
        f"{Path(document.source).stem}.tml" for document in timeline.documents
    )
    texts = {
        document.text
        for path in written
        for document in read_sources([str(path)])
        if isinstance(document, Document)
    }
    assert texts == {document.text for document in timeline.documents}


def test_a_folder_is_never_written_over_a_source(here: Path, made) -> None:
    timeline = make_mixed()
    last = msgspec.structs.replace(timeline.documents[-1], source=str(here / "out" / "mine.tml"))
    made(msgspec.structs.replace(timeline, documents=(*timeline.documents[:-1], last)))
    (here / "out").mkdir()
    (here / "out" / "mine.tml").write_text("precious\n", encoding="utf-8")
    result = run("extract", "wire.txt", "-f", "timeml", "-o", "out", *READ_ON)
    assert result.exit_code == 2
    assert "mine.tml is a source too" in result.stderr
    assert [path.name for path in (here / "out").iterdir()] == ["mine.tml"]


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        (("a/x.txt", "b/x.txt", "X.md"), ["x", "x-2", "X-3"]),
        (("-", "s.jsonl:1", "s.jsonl:2"), ["wire-1", "wire-2", "wire-3"]),
        (("../..txt", "a b\x1b/c: d.txt", "é.txt", f"{'y' * 300}.txt"),
         ["document", "c_d", "é", "y" * 100]),
    ],
)  # fmt: skip
def test_the_names_of_files_in_a_folder(sources: tuple[str, ...], names: list[str]) -> None:
    document = make_mixed().documents[0]
    documents = tuple(
        msgspec.structs.replace(document, source=source, id=f"wire-{n}")
        for n, source in enumerate(sources, 1)
    )
    assert list(name_files(documents)) == names


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions and links")
def test_the_file_keeps_its_mode_and_its_links(here: Path, made) -> None:
    made(make_news())
    real, link = here / "real.csv", here / "link.csv"
    real.write_text("old\n", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("extract", "wire.txt", "-o", "link.csv", *READ_ON).exit_code == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("begin,end,")
    assert real.stat().st_mode & 0o777 == 0o640
    assert run("extract", "wire.txt", "-o", "new.csv", *READ_ON).exit_code == 0
    umask = os.umask(0)
    os.umask(umask)
    assert (here / "new.csv").stat().st_mode & 0o777 == 0o666 & ~umask


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_a_device_stays_one(here: Path, made) -> None:
    made(make_news())
    assert run("extract", "wire.txt", "-f", "csv", "-o", "/dev/null", *READ_ON).exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_a_dash_is_standard_output(here: Path, made) -> None:
    made(make_news())
    result = run("extract", "wire.txt", "-f", "csv", "-o", "-", *READ_ON)
    assert result.stdout.startswith("begin,end,")
    assert not (here / "-").exists()
