"""An output that is long goes to a file while it is made; the bytes are those of a short one."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import kill_resume as runs

from timeline.batch import spool
from timeline.batch.each import extract_each
from timeline.batch.provenance import make_provenance
from timeline.batch.spool import PART, Spooled, write_out
from timeline.chronology import Timeline
from timeline.exporters import get_exporter
from timeline.report.selection import Selection


def test_a_long_output_is_a_file_and_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = runs.make_target(tmp_path / "short", in_journal=False)
    runs.run(target, resume=False)
    monkeypatch.setattr(spool, "LARGE", 1000)
    written: list[type] = []

    def told(*args: object) -> bytes | Spooled:
        result = write_out(*args)  # type: ignore[arg-type]
        written.append(type(result))
        return result

    monkeypatch.setattr("timeline.batch.job.write_out", told)
    folder, _ = runs.make_target(tmp_path / "long", in_journal=False)
    assert folder is not None
    (folder.path / f"{PART}-1-1").write_bytes(b"left by one that was killed")
    extract_each(runs.sources(), runs.JOB, folder=folder)
    assert set(written) == {Spooled}
    assert runs.contents(tmp_path / "long") == runs.contents(tmp_path / "short")


def test_where_no_file_can_be_the_output_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "LARGE", 10)
    form = runs.JOB.form
    assert form is not None
    timeline = Timeline(
        provenance=make_provenance(runs.OPTIONS, Selection()), documents=(), expressions=(),
        events=(), entries=(), undated=(), failures=(),
    )  # fmt: skip
    whole = get_exporter(form.format).to_bytes(timeline, form.layout)
    assert (
        write_out(timeline, form.format, form.layout, tmp_path / "there is no such folder") == whole
    )
    found = write_out(timeline, form.format, form.layout, tmp_path)
    assert isinstance(found, Spooled)
    assert found.path.read_bytes() == whole
    assert found.size == len(whole)
