"""A small share of the fuzzing in every run; `python tests/fuzz/run.py` does the rest."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from fuzz import run
from fuzz.nasties import bombs
from fuzz.target import Target, case_random

TARGETS = run.find_targets()
SEED = 20261122
# Found by fuzzing and mended: a case each, which must stay an answer.
FOUND = (
    ("mbox", 1, 1),  # a From line that is cut: no mail starts
    ("mbox", 1, 420),  # the year 42949672962024 in a From line
    ("extract", 1, 309),  # "2021-13-01" read out in words
    ("saved", 1, 81),  # a line end in EDTF, in a calendar
    ("saved", 1, 448),  # two expressions of one id
    ("saved", 1, 462),  # an expression of no document
    ("saved", 1, 790),  # a status that steers the terminal
    ("saved", 1, 827),  # a line number beyond any file
    ("saved-lines", 1, 385),
    ("zip", 2, 329),  # a member without a name
    ("resolve", 2, 372),  # a weekday that no week has, read out in words
    ("mail", 1, 314),  # an encoded word with broken base64
)
CASES = {"html": 3, "pdf": 4, "misnamed": 3, "extract": 2, "reading-commands": 1, "customs": 2}
HEAVY_BOMBS = {
    "zeros.txt.bz2",
    "twice.txt.gz.gz",
    "zeros.txt.xz",
    "line.txt",
    "words.txt",
    "rows.html",
}


@pytest.fixture(autouse=True)
def _alarm():
    """Hangs are told as such; the time is this process's own."""
    before = signal.signal(signal.SIGPROF, run._hang)
    yield
    signal.signal(signal.SIGPROF, before)


def holds(target: Target, seed: int, number: int) -> None:
    found = run.run_case(target, seed, number)
    assert found is None, f"{target.name} {seed} {number}: {found and found['error']}"


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "bombs"])
def test_hostile_input_gives_an_answer(name: str) -> None:
    for number in range(CASES.get(name, 8)):
        holds(TARGETS[name], SEED, number)


@pytest.mark.parametrize(("name", "seed", "number"), FOUND)
def test_what_was_found_stays_mended(name: str, seed: int, number: int) -> None:
    holds(TARGETS[name], seed, number)


@pytest.mark.parametrize("name", sorted(set(bombs()) - HEAVY_BOMBS))
def test_a_bomb_is_read_in_time_or_refused(name: str) -> None:
    target = Target(name, 1, lambda rng: (name, bombs()[name]), TARGETS["bombs"].attempt, 10)
    holds(target, SEED, 0)


def test_a_case_is_the_same_again() -> None:
    for target in TARGETS.values():
        first, second = (target.make(case_random(SEED, target.name, 5)) for _ in range(2))
        assert repr(first) == repr(second)


def fail(case: int) -> None:
    if case % 3 == 0:
        raise KeyError(case)
    while case % 3 == 1:
        pass


def test_crashes_and_hangs_are_told() -> None:
    target = Target("broken", 1, lambda rng: rng.randrange(1000), fail, 0.05)
    found = [run.run_case(target, SEED, number) for number in range(12)]
    assert {one and one["kind"] for one in found} == {"KeyError", "hang", None}


def test_a_killed_process_is_told_and_the_next_case_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "worker.py"
    script.write_text(
        "import os, sys\n"
        "a = sys.argv\n"
        "first, cases = (int(a[a.index(x) + 1]) for x in ('--first', '--cases'))\n"
        "note = open(a[a.index('--note') + 1], 'w')\n"
        "for n in range(first, first + cases):\n"
        "    note.seek(0), note.write(f'{n:<12}'), note.flush()\n"
        "    if n == 4: os.abort()\n"
        "note.seek(0), note.write('done' + ' ' * 8)\n"
    )
    monkeypatch.setattr(run, "__file__", str(script))
    target = Target("aborting", 1, Random.random, lambda case: None)
    assert run.supervise(target, 7, 0, 9, tmp_path / "out") == 9
    (path,) = (tmp_path / "out").glob("*.json")
    record = json.loads(path.read_text())
    assert (record["number"], record["fault"]) == (4, f"killed by {int(signal.SIGABRT)}")


def test_the_command_runs_one_case_again() -> None:
    call = [sys.executable, run.__file__, "--target", "iso", "--first", "7", "--cases", "3"]
    result = subprocess.run(call, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith("3 cases, 0 failing ones written to fuzz-failures\n")
