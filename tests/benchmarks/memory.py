"""Peak memory: of many short documents, and of a book in one piece.

    python tests/benchmarks/memory.py [--documents 10000 100000] [--jobs 1] [--one]
    python tests/benchmarks/memory.py --book 1 5

Every figure is of a program of its own (`timeline extract --output-dir`, with `--one` one
chronology of all, `-o`); with `--jobs` from 2 on that of the worker that took most stands beside it
(what workers share is in both). The documents
are a few sentences from templates with new names and numbers in each, so that every one brings
words that spaCy has never met; the book, of so many millions of characters, is the samples in data/
over and over with other years.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = (
    "{a} of {b} signed the {c} treaty on {d} {m} {y}. Two weeks later it was broken.",
    "The {a} bridge near {b} collapsed in {m} {y}. {c} had warned of it the year before.",
    "{a} was founded in {y} by {b} and was sold to {c} on {d} {m} {z}.",
)
MONTHS = "January March April June July August October December".split()
SYLLABLES = "bron wick har low quen by tar mel os ka dun fer il mor pa ruth sel vane".split()
YEAR = re.compile(r"\b(1[0-9]{3}|20[012][0-9])\b")


def name(chance: random.Random) -> str:
    """A name that is nobody's."""
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


def make_document(number: int) -> str:
    """A short text; the same number gives the same one."""
    chance = random.Random(number)
    year = chance.randint(1700, 2010)
    return TEMPLATES[number % len(TEMPLATES)].format(
        a=name(chance),
        b=name(chance),
        c=name(chance),
        d=chance.randint(1, 28),
        m=chance.choice(MONTHS),
        y=year,
        z=year + chance.randint(1, 15),
    )


def write_documents(folder: Path, count: int) -> None:
    """JSON Lines, a thousand in a file: a file is read as a whole."""
    folder.mkdir()
    for start in range(0, count, 1000):
        numbers = range(start, min(start + 1000, count))
        lines = (json.dumps({"id": f"d{n}", "text": make_document(n)}) for n in numbers)
        (folder / f"{start:09}.jsonl").write_text("\n".join(lines), "utf-8")


def make_book(size: int) -> str:
    """So many characters of the samples, each time with other years."""
    texts = [path.read_text("utf-8").strip() for path in sorted((ROOT / "data").rglob("*.txt"))]
    parts: list[str] = []
    length = turn = 0
    while length < size:
        for text in texts:
            parts.append(YEAR.sub(partial(_later, 7 * turn), text))
            length += len(parts[-1]) + 2
        turn += 1
    return "\n\n".join(parts)[:size]


def _later(years: int, match: re.Match[str]) -> str:
    return str(1000 + (int(match[0]) - 1000 + years) % 1020)


def measure(source: Path, output: Path, jobs: int, *, one: bool) -> tuple[int, int, float, float]:
    """MB of the program and of its largest worker at most, seconds of the clock and of the CPU."""
    place = ["-o", f"{output}.json"] if one else ["--output-dir", str(output)]
    command = ["timeline", "extract", str(source), "-q", *place]
    command += ["-f", "json", "-j", str(jobs), "--read-on", "2026-11-22"]
    started = time.monotonic()
    program = subprocess.Popen([sys.executable, "-m", *command])
    peaks: dict[int, int] = {}
    cpu = 0.0
    while program.poll() is None:
        spent = 0.0
        for process in _family(program.pid):
            kilobytes, seconds = _look_at(process)
            peaks[process] = max(peaks.get(process, 0), kilobytes)
            spent += seconds
        cpu = max(cpu, spent)
        time.sleep(0.2)
    if program.returncode:
        raise SystemExit(f"timeline extract ended with {program.returncode}")
    own = peaks.pop(program.pid)
    return own // 1024, max(peaks.values(), default=0) // 1024, time.monotonic() - started, cpu


def _family(parent: int) -> list[int]:
    """A process and all below it."""
    found = [parent]
    for process in found:  # which grows
        try:
            for task in Path(f"/proc/{process}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue  # it has ended
    return found


def _look_at(process: int) -> tuple[int, float]:
    """Its peak so far in kB, and the seconds of the CPU of it and of those it waited for."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
        times = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]
    except OSError:
        return 0, 0.0
    peak = next((line.split()[1] for line in status.splitlines() if "VmHWM" in line), "0")
    return int(peak), sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print a line a measurement, and the growth from the first to the last."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--book", type=float, nargs="+", default=[], metavar="MILLIONS")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--one", action="store_true", help="one chronology of all")
    args = parser.parse_args()
    peaks: list[tuple[int, int]] = []
    spent_by: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for size in args.book or args.documents:
            if args.book:
                source = place / f"book-{size}.txt"
                source.write_text(make_book(int(size * 1_000_000)), "utf-8")
            else:
                source = place / f"documents-{size}"
                write_documents(source, int(size))
            peak, worker, spent, cpu = measure(
                source, place / f"out-{size}", args.jobs, one=args.one
            )
            what = f"{size:g} million characters" if args.book else f"{size:,} documents"
            beside = f", a worker {worker} MB" if worker else ""
            print(f"{what}: {peak} MB{beside}, {cpu:.0f} s CPU, {spent:.0f} s", flush=True)
            peaks.append((peak, worker))
            spent_by.append(cpu)
    for first, last, who in zip(peaks[0], peaks[-1], ("program", "worker"), strict=True):
        if first:
            print(f"{who}, last beside first: {last / first:.3f}")
    if len(args.book) > 1:
        more = args.book[-1] - args.book[0]
        print(f"for each further million characters: {(peaks[-1][0] - peaks[0][0]) / more:.0f} MB")
        print(f"{(spent_by[-1] - spent_by[0]) / more:.0f} s CPU")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
