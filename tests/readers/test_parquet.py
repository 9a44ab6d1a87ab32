"""Parquet: rows are documents as lines of JSON are; what is broken is told in one sentence."""

from __future__ import annotations

import datetime
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timeline.document import Document
from timeline.readers import jsonl, parquet, read_sources
from timeline.readers.base import Failure

ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": "It fell on 3 May 2021.", "date": "2021-05-04", "title": "A  fall"},
    {"id": None, "text": "It rose.\r\nTwice.", "date": None, "title": ""},
    {"id": "c", "text": None, "date": None, "title": None},
    {"id": "d", "text": " ", "date": None, "title": None},
]


def written(table: pa.Table, **options: Any) -> bytes:
    stream = BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def only_failure(data: bytes) -> Failure:
    (found,) = parquet.read(data, "x.parquet")
    assert isinstance(found, Failure)
    return found


def test_rows_are_read_as_lines_are() -> None:
    data = written(pa.Table.from_pylist(ROWS), row_group_size=3)
    lines = "\n".join(map(json.dumps, ROWS)).encode()
    for row, line in zip(parquet.read(data, "x"), jsonl.read(lines, "x"), strict=True):
        assert row.source == line.source
        if isinstance(row, Document):
            assert row == line
        else:
            assert isinstance(line, Failure)
            assert row.reason == line.reason
    assert [type(row) for row in parquet.read(data, "x")] == [Document, Document, Failure, Failure]


@pytest.mark.parametrize(
    ("values", "given"),
    [
        (pa.array([datetime.date(2021, 5, 4)]), "2021-05-04"),
        (pa.array([datetime.datetime(2021, 5, 4, 23, 59)], pa.timestamp("ns")), "2021-05-04"),
        (pa.array([datetime.datetime(2021, 5, 4)], pa.timestamp("us", "UTC")), "2021-05-04"),
        (pa.array([2021]), "2021"),
        (pa.array(["4 May 2021"]).dictionary_encode(), "4 May 2021"),
        (pa.array([None], pa.string()), None),
    ],
)
def test_days_have_many_types(values: pa.Array, given: str | None) -> None:
    (found,) = parquet.read(written(pa.table({"text": ["It fell."], "date": values})), "x")
    assert isinstance(found, Document)
    assert found.given_date == given


def test_a_folder_of_parts_is_one_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in range(3):
        rows = [{"text": f"It fell in {1900 + 10 * part + n}.", "more": [n]} for n in range(2)]
        (tmp_path / f"part-{part}.parquet").write_bytes(written(pa.Table.from_pylist(rows)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(parquet, "read", None)  # the files are streamed, not read whole
    found = list(read_sources(["."]))
    assert [one.source for one in found] == [
        f"part-{part}.parquet:{row}" for part in range(3) for row in (1, 2)
    ]
    assert [one.text[-5:-1] for one in found if isinstance(one, Document)] == [
        "1900", "1901", "1910", "1911", "1920", "1921",
    ]  # fmt: skip


def test_what_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = written(pa.table({"text": ["It fell."]}))
    assert (
        "has no column text, but body, id"
        in only_failure(written(pa.table({"body": ["It fell."], "id": [1]}))).reason
    )
    assert (
        "a column text of int64, not of strings"
        in only_failure(written(pa.table({"text": [1]}))).reason
    )
    assert only_failure(whole[: len(whole) // 2]).reason.startswith("this Parquet file is broken")
    bomb = written(pa.table({"text": ["x" * (1 << 26)]}), compression="zstd", use_dictionary=False)
    assert len(bomb) < 1 << 18
    assert "unpacks to more than 200 times its size" in only_failure(bomb).reason
    broken = pa.Array.from_buffers(pa.string(), 1, pa.array([b"\xff\xfe"]).buffers())
    assert "not UTF-8" in only_failure(written(pa.table({"text": broken}))).reason
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    missing = only_failure(whole)
    assert missing.reason == "a Parquet file needs the library pyarrow, which is not installed"
    assert missing.hint == "pip install 'timeline-extract[parquet]'"
