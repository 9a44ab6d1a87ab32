"""What merging takes as the documents grow in number: CPU seconds, their ratio, and memory.

    python tests/benchmarks/merging.py [DOCUMENTS ...]

Each made-up document tells ten happenings of a pool that grows with the documents, so that every
happening is told by about five of them, over seventy years; ten busy people take part in a tenth of
all. Name the sizes from the smallest on: the memory is the most that the process has had so far.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from happenings import Teller

from timeline.chronology import Timeline
from timeline.report import unite

FIRST, DAYS = date(1950, 1, 1), 70 * 365
STEP = 7919  # days from one to the next; prime to those there are, so that every day has its share
VERBS = ("die", "arrest", "attack", "buy", "close", "meet", "open", "sink", "visit", "win")


def make(documents: int) -> Timeline:
    """A chronology of so many documents, as each tells it, before merging."""
    chance = random.Random(documents)
    made = Teller()
    pool = documents * 2
    for number in range(documents):
        for one in chance.sample(range(pool), 10):
            who = f"Ada Busy{one // 10 % 10}" if one % 10 == 0 else f"Odile Name{one}"
            day = str(FIRST + timedelta(one * STEP % DAYS))
            verb = VERBS[one % 7]
            sentence = f"{who} {verb}s in Town{one % 300} near mill {one % 11}."
            made.tell(
                f"d{number}", sentence, verb, day if number % 3 else day[:7], agent=who,
                place=f"Town{one % 300}",
            )  # fmt: skip
    return made.make()


def main(sizes: list[int]) -> None:
    before = None
    for size in sizes:
        timeline = make(size)
        given = _peak()
        start = time.process_time()
        found = unite(timeline)
        spent = time.process_time() - start
        ratio = f", {spent / before:.2f} times the one before" if before else ""
        memory = f"{given} MB before, {_peak()} MB at most"
        print(f"{size} documents, {len(timeline.entries)} entries -> {len(found.entries)}: "
              f"{spent:.2f} s{ratio}; {memory}", flush=True)  # fmt: skip
        before = spent
        del timeline, found


def _peak() -> int:
    """MB that the process has taken so far at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main([int(arg) for arg in sys.argv[1:]] or [250, 500, 1000, 2000, 4000])
