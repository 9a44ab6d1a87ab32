"""An empty place with a document, and chronologies without an extraction."""

from pathlib import Path

import pytest
from cli.calling import TEXT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch):
    """Hand-made chronologies in place of the extraction; returns what it was asked for."""
    import timeline.batch.run as batch

    asked = {}

    def install(timeline):
        def fake(sources, options, selection, **_):
            asked.update(sources=list(sources), options=options, selection=selection)
            return timeline

        monkeypatch.setattr(batch, "run", fake)
        return asked

    return install
