"""Divide the corpora's documents into train, development and test, once, for everything.

    python models/make_splits.py --corpora ../shared/corpora > models/splits.json

No one chooses: within each group documents stand in the order of the SHA-256 of their names; the
first 70 % train, the next 15 % develop, the last 15 % test. The groups are AQUAINT, the TimeBank
documents with event times (TimeBank-EventTime), and the rest of TimeBank, so that every part has
its share of each.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

TRAIN, DEVELOPMENT = 0.70, 0.85  # where each part ends, as a share of the group


def divide(names: list[str]) -> dict[str, list[str]]:
    """Return part -> names of one group."""
    ranked = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    first, second = (round(len(ranked) * share) for share in (TRAIN, DEVELOPMENT))
    return {
        "train": ranked[:first],
        "development": ranked[first:second],
        "test": ranked[second:],
    }


def make_splits(corpora: Path) -> dict[str, dict[str, list[str]]]:
    """Return corpus -> part -> names of its documents, sorted."""
    table = (corpora / "eventtime" / "event-times.tab").read_text("utf-8").splitlines()
    with_times = {row.split("\t")[0] for row in table}
    timebank = [path.stem for path in (corpora / "timebank").glob("*.tml")]
    groups = {
        "timebank": (
            [name for name in timebank if name in with_times],
            [name for name in timebank if name not in with_times],
        ),
        "aquaint": ([path.stem for path in (corpora / "aquaint").glob("*.tml")],),
    }
    splits: dict[str, dict[str, list[str]]] = {}
    for corpus, members in groups.items():
        divided = [divide(names) for names in members]
        splits[corpus] = {
            part: sorted(name for group in divided for name in group[part])
            for part in ("train", "development", "test")
        }
    return splits


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    print(json.dumps(make_splits(parser.parse_args().corpora), indent=1))
