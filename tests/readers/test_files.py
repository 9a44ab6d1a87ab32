"""A folder of files of all kinds: the good ones give their events, each bad one one sentence."""

import io
import json
import random
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from readers.make_files import Bad, Good, make_bad, make_files, make_good

from timeline.cli.main import main
from timeline.document import Document
from timeline.readers import read_sources

GOOD, BAD = tuple(make_good()), tuple(make_bad())


class Run(NamedTuple):
    """What an extraction of the whole folder gave."""

    code: int
    output: dict[str, Any]
    complaints: list[str]
    prefix: str

    def documents(self, source: str) -> list[dict[str, Any]]:
        return [d for d in self.output["documents"] if d["source"] == self.prefix + source]


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("files")
    make_files(folder)
    arguments = ["extract", str(folder), "-f", "json", "--read-on", "2026-11-22"]
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    output = json.loads(result.stdout)
    return Run(result.exit_code, output, result.stderr.splitlines(), f"{folder}/")


def test_there_are_files_enough_and_no_two_of_one_name() -> None:
    names = [file.name for file in (*GOOD, *BAD)]
    assert len(set(names)) == len(names) >= 60


def test_part_of_the_batch_failed(extracted: Run) -> None:
    assert extracted.code == 3


def test_nothing_is_lost(extracted: Run) -> None:
    told = {extracted.prefix + source for file in GOOD for source, _ in file.told}
    assert {d["source"] for d in extracted.output["documents"]} == told
    failed = [extracted.prefix + (file.source or file.name) for file in BAD]
    assert sorted(f["source"] for f in extracted.output["failures"]) == sorted(failed)


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.name)
def test_a_good_file_gives_its_events(extracted: Run, file: Good) -> None:
    for source, day in file.told:
        (document,) = extracted.documents(source)
        events = {e["id"]: e for e in extracted.output["events"] if e["document"] == document["id"]}
        for record in events.values():
            assert document["text"][record["start"] : record["end"]] == record["trigger"]
        dated = [
            entry["time"]["begin"]["earliest"]
            for entry in extracted.output["entries"]
            if any(id in events and events[id]["trigger"] == "collapsed" for id in entry["events"])
        ]
        assert dated == [day]
        if ".pdf" in source.lower() and source not in ("word.pdf", "page.pdf"):
            pages = {record["locator"]["page"] for record in events.values()}
            assert pages == ({2} if "half" in source else {1})
    if file.warning:
        assert any(file.name in line and file.warning in line for line in extracted.complaints)
    else:
        assert not any(f"/{file.name}" in line for line in extracted.complaints)


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.name)
def test_a_bad_file_gives_one_clear_sentence(extracted: Run, file: Bad) -> None:
    source = extracted.prefix + (file.source or file.name)
    (failure,) = [f for f in extracted.output["failures"] if f["source"] == source]
    assert file.reason in failure["reason"]
    assert failure["reason"][0].islower()
    assert not failure["reason"].endswith(".")
    assert extracted.complaints.count(f"timeline: {source}: {failure['reason']}") == 1


def test_no_damage_breaks_the_batch() -> None:
    chance = random.Random(7)
    packed = [f.content for f in GOOD if not f.name.endswith((".txt", ".md", ".jsonl"))]
    for _ in range(150):
        data = bytearray(chance.choice(packed))
        for _ in range(chance.choice((1, 5, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = len(data) if chance.random() < 0.7 else chance.randrange(1, len(data))
        found = list(read_sources(["-"], stdin=io.BytesIO(bytes(data[:cut]))))
        assert found
        for item in found:
            assert isinstance(item, Document) or item.reason[0].islower()


def test_the_files_are_the_same_every_time(tmp_path: Path) -> None:
    plain = [(f.name, f.content) for f in (*make_good(), *make_bad()) if "locked" not in f.name]
    again = [(f.name, f.content) for f in (*GOOD, *BAD) if "locked" not in f.name]
    assert plain == again
