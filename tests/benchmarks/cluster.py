"""A Dask cluster beside `-j 2`: seconds for the same documents, and whether the bytes are the same.

    python tests/benchmarks/cluster.py [--documents 200] [--words 300] [--kill]

A scheduler and two workers are processes on loopback; with --kill there are three, of which one is
killed when the first part is written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec
from dask_processes import started
from journals import read_chronologies

from timeline.batch.cluster import open_cluster
from timeline.batch.each import extract_each
from timeline.batch.each_part import extract_parts
from timeline.batch.job import Form, Job
from timeline.document import Document
from timeline.pipeline import Options
from timeline.readers.base import Failure
from timeline.temporal.edtf import parse_date

JOB = Job(Options(reading_date=parse_date("2026-11-22")), form=Form("json"))
DATA = Path(__file__).resolve().parents[2] / "data"


def make(number: int, words: int) -> list[Document | Failure]:
    """Documents of so many words of our sample texts, no two the same."""
    whole = " ".join(path.read_text("utf-8") for path in sorted(DATA.glob("*.txt"))).split()
    found: list[Document | Failure] = []
    for i in range(number):
        start = i * 7 % len(whole)
        text = " ".join((whole + whole)[start : start + words])
        found.append(Document(id=f"d{i}", text=f"Paper {i}. {text}", source=f"d{i}.txt"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--kill", action="store_true")
    args = parser.parse_args()
    found = make(args.documents, args.words)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "parts").mkdir()

        begun = time.perf_counter()
        extract_each(found, JOB, journal=place / "run", jobs=2)
        local = time.perf_counter() - begun
        begun = time.perf_counter()
        with started(place, 3 if args.kill else 2) as processes:
            victims = processes.workers[:1] if args.kill else []

            def watch(item: object, failure: object) -> None:
                while victims:
                    victims.pop().kill()

            with open_cluster(processes.address, JOB) as crew:
                crew.client.wait_for_workers(len(processes.workers), timeout=60)
                start = time.perf_counter() - begun
                extract_parts(found, JOB, crew.work, folder=place / "parts", watch=watch)
                away = time.perf_counter() - begun - start
        lines = b"".join(p.read_bytes() for p in sorted((place / "parts").glob("part-*")))
        wanted = [msgspec.json.encode(one) for one in read_chronologies(place / "run")]
        assert lines.splitlines() == wanted, "the parts are not what a local run makes"
        size = len(lines) / len(wanted)
    print(f"-j 2: {local:.1f} s; cluster: {away:.1f} s, after {start:.1f} s to start it")
    print(f"{away / local:.2f} times -j 2, {(away + start) / local:.2f} with its start; same bytes")
    print(f"{size:,.0f} bytes a document; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
