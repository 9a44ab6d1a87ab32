"""Reads back what a run wrote into its journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec


def read_chronologies(path: Path) -> Iterator[Mapping[str, object]]:
    """The chronologies that stand in a journal, as records, in order."""
    with path.open("rb") as stream:
        stream.readline()
        for data in stream:
            found = msgspec.json.decode(data).get("chronology")
            if found is not None:
                yield found
