"""Which corpora and parts there are on a disk."""

import json

import pytest

from timeline.errors import ReadError
from timeline.evaluation.corpora import Corpus, find_corpora, read_splits, read_timeml

SPLITS = {("bank", "a"): "train", ("bank", "b"): "development", ("bank", "c"): "test"}
CASE = '{"text": "now", "reference": "2017-09-28T14:11:10", "expected": []}\n'


def timeml(text="It rained."):
    return f"<TimeML><DOCID>x</DOCID><TEXT>{text}</TEXT></TimeML>"


@pytest.fixture
def shelf(tmp_path):
    for name in ("bank/a", "bank/b", "bank/c", "other/d", "other/e"):
        path = tmp_path / f"{name}.tml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(timeml(name))
    (tmp_path / "short").mkdir()
    (tmp_path / "short" / "cases.jsonl").write_text(CASE)
    (tmp_path / "short" / "texts.jsonl").write_text('{"text": "no case"}\n')
    return tmp_path


def names(corpora):
    return [(c.name, c.part, [path.stem for path in c.files]) for c in corpora]


def test_parts_come_apart_and_what_is_in_no_split_is_always_in(shelf):
    found = find_corpora([str(shelf)], ["development"], SPLITS)
    assert names(found) == [
        ("bank", "development", ["b"]),
        ("other", "unlisted", ["d", "e"]),
        ("short", "unlisted", ["cases"]),
    ]
    assert [corpus.kind for corpus in found] == ["timeml", "timeml", "cases"]


def test_all_parts_are_never_mixed(shelf):
    found = find_corpora([str(shelf / "bank")], ["train", "development", "test"], SPLITS)
    assert names(found) == [
        ("bank", "train", ["a"]),
        ("bank", "development", ["b"]),
        ("bank", "test", ["c"]),
    ]


def test_a_copy_of_a_corpus_under_another_name_keeps_its_parts(shelf):
    (shelf / "bank").rename(shelf / "mine")
    assert names(find_corpora([str(shelf / "mine")], ["test"], SPLITS)) == [("mine", "test", ["c"])]


def test_a_file_that_is_named_twice_counts_once(shelf):
    twice = [str(shelf / "bank" / "b.tml"), str(shelf / "bank")]
    assert names(find_corpora(twice, ["development"], SPLITS)) == [("bank", "development", ["b"])]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "no such file"),
        ("short/texts.jsonl", "no cases"),
        ("empty", "no gold annotation"),
        ("bank/a.tml", "no document of the part development"),
    ],
)
def test_what_gives_nothing_is_said(shelf, name, message):
    (shelf / "empty").mkdir()
    with pytest.raises(ReadError, match=message):
        find_corpora([str(shelf / name)], ["development"], SPLITS)


def test_the_digest_follows_names_and_bytes(shelf):
    path, other = shelf / "bank" / "a.tml", shelf / "bank" / "z.tml"
    first = Corpus("bank", "train", "timeml", (path,)).sha256
    assert Corpus("elsewhere", "test", "timeml", (path,)).sha256 == first
    path.rename(other)
    assert Corpus("bank", "train", "timeml", (other,)).sha256 != first
    other.rename(path)
    path.write_text(timeml("bank/z"))
    assert Corpus("bank", "train", "timeml", (path,)).sha256 != first


def test_a_broken_document_is_named(shelf):
    path = shelf / "bank" / "b.tml"
    path.write_text("<TimeML><TEXT>")
    with pytest.raises(ReadError, match=r"b\.tml"):
        read_timeml(path)


def test_the_split_of_the_project():
    splits = read_splits()
    assert splits[("timebank", "wsj_0006")] == "train"
    assert set(splits.values()) == {"train", "development", "test"}


def test_a_broken_split_is_named(tmp_path):
    path = tmp_path / "splits.json"
    path.write_text(json.dumps({"timebank": ["wsj_0006"]}))
    with pytest.raises(ReadError, match="which part"):
        read_splits(path)


def test_no_document_is_in_two_parts(corpora):
    """By their files: every document of the corpora is in exactly one part."""
    splits = read_splits()
    folders = [str(corpora / name) for name in ("timebank", "aquaint")]
    found = find_corpora(folders, ["train", "development", "test"], splits)
    assert {corpus.part for corpus in found} == {"train", "development", "test"}
    files = [path for corpus in found for path in corpus.files]
    assert len(files) == len(set(files)) == 247
