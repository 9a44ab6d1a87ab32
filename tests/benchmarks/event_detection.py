"""What finding events costs beside parsing the same texts: a ratio of CPU time in one run.

    python tests/benchmarks/event_detection.py [--runs 5] [--text data/wire.txt] [--repeat 40]

Bare spaCy (the pinned pipeline, without our components) and the finding of triggers, classes and
confidences take turns over the same texts; the figure is the median of the ratios. Aim: 5 percent.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from timeline.components.event_tagger import EventTagger
from timeline.describe.parse import Parse
from timeline.pipeline import DEFAULT_MODEL

ROOT = Path(__file__).resolve().parents[2]
AIM = 5.0  # percent of bare spaCy


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process while it works."""
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--text", type=Path, default=ROOT / "data" / "wire.txt")
    parser.add_argument("--repeat", type=int, default=40, help="copies of the text in a batch")
    given = parser.parse_args()
    texts = [given.text.read_text("utf-8")] * given.repeat
    nlp = spacy.load(DEFAULT_MODEL)
    tagger = EventTagger()
    docs = list(nlp.pipe(texts))
    parses = [Parse(doc) for doc in docs]
    works: dict[str, Callable[[], object]] = {
        "model: features, chances, classes": lambda: [
            tagger.model.find(tagger.features(doc)) for doc in docs
        ],
        "triggers: model and rules": lambda: [tagger.find_triggers(parse) for parse in parses],
    }
    for name, work in works.items():
        seconds(work)
        pairs = [(seconds(work), seconds(lambda: list(nlp.pipe(texts)))) for _ in range(given.runs)]
        shares = [100 * ours / bare for ours, bare in pairs]
        middle = statistics.median(shares)
        print(f"{name:36} {middle:.1f} % of bare spaCy ({min(shares):.1f} to {max(shares):.1f}),"
              f" aim {AIM} %")  # fmt: skip


if __name__ == "__main__":
    main()
