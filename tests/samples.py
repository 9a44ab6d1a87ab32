"""The samples in data/ and how far a run is from their answers (data/SOURCES.md has the format)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timeline.evaluation.chronologies import Score, expression_errors, score_entries

__all__ = ["DATA", "NAMES", "Score", "answer", "expression_errors", "score_entries"]

DATA = Path(__file__).resolve().parents[1] / "data"
NAMES = tuple(sorted(path.name.split(".")[0] for path in DATA.glob("*.expected.json")))


def answer(name: str) -> dict[str, Any]:
    """What a careful reader gets from a sample."""
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))
