"""Throw changed and hostile inputs at every door of the program, repeatably.

`python tests/fuzz/run.py --cases 100000 --seed 1` runs all targets, each in a process of its own:
one that is killed (a fault in a library's C code, or no answer at all) is told like any other
crash and the next case goes on. `--target NAME --first 4711 --cases 1` runs one case again. What
fails is written to `--out` with its seed, its number and its input.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.path.insert(0, str(Path(__file__).parents[2]))

from fuzz.target import Target, case_random

from timeline.errors import TimelineError

MEMORY = 6 << 30  # bytes of addresses; libraries reserve far more than they use
SILENT = 240  # seconds of wall time after which a process that says nothing is killed
KEPT = 3  # cases written of one fault


class HangError(BaseException):
    """A case that took longer than it may; no `except Exception` takes it for an answer."""


def find_targets() -> dict[str, Target]:
    from fuzz import commands, files, records, words

    every = (*words.TARGETS, *files.TARGETS, *records.TARGETS, *commands.TARGETS)
    return {target.name: target for target in every}


def run_case(target: Target, seed: int, number: int) -> dict[str, Any] | None:
    """Make a case and try it; what went wrong, or None."""
    case = target.make(case_random(seed, target.name, number))
    signal.setitimer(signal.ITIMER_PROF, target.seconds)
    try:
        target.attempt(case)
    except TimelineError:
        return None
    except (Exception, HangError) as error:
        signal.setitimer(signal.ITIMER_PROF, 0)
        return {"kind": _kind(error), "place": _place(error), "error": _tell(error), "case": case}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def _kind(error: BaseException) -> str:
    return "hang" if isinstance(error, HangError) else type(error).__name__


def _place(error: BaseException) -> str:
    """The innermost line of our own package, so that one fault is told once."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "/timeline/" in f.filename or "/fuzz/" in f.filename]
    last = (ours or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _tell(error: BaseException) -> str:
    lines = traceback.format_exception(error)
    return "".join(lines)[-3000:]


def _hang(*_: object) -> None:
    raise HangError


def work(target: Target, seed: int, first: int, cases: int, note: Path, out: Path) -> None:
    """Run cases in this process, noting the number of each before it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _hang)
    seen: Counter[str] = Counter()
    handle = os.open(note, os.O_WRONLY | os.O_CREAT)
    for number in range(first, first + cases):
        os.pwrite(handle, b"%-12d" % number, 0)
        found = run_case(target, seed, number)
        if found is not None:
            key = f"{found['kind']} at {found['place']}"
            seen[key] += 1
            if seen[key] <= KEPT:
                report(out, target, seed, number, key, found["error"], found["case"])
    os.pwrite(handle, b"done        ", 0)


def report(
    out: Path, target: Target, seed: int, number: int, key: str, error: str, case: Any
) -> None:
    """Write one failing case."""
    out.mkdir(parents=True, exist_ok=True)
    data = case[1] if isinstance(case, tuple) and isinstance(case[-1], bytes) else case
    record = {
        "target": target.name, "seed": seed, "number": number, "fault": key, "error": error,
        "case": repr(case)[:2000],
    }  # fmt: skip
    stem = out / f"{target.name}-{seed}-{number}"
    stem.with_suffix(".json").write_text(json.dumps(record, indent=1), encoding="utf-8")
    if isinstance(data, bytes | str):
        raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        stem.with_suffix(".input").write_bytes(raw)


def supervise(target: Target, seed: int, first: int, cases: int, out: Path) -> int:
    """Run cases in other processes until all were tried; how many were."""
    end, killed = first + cases, 0
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note"
        while first < end:
            note.write_text("")
            call = [
                sys.executable, __file__, "--work", "--target", target.name, "--seed", str(seed),
                "--first", str(first), "--cases", str(end - first), "--out", str(out),
                "--note", str(note),
            ]  # fmt: skip
            process = subprocess.Popen(call, env={**os.environ, "PYTHONHASHSEED": "0"})
            code = _watch(process, note)
            said = note.read_text().strip()
            if said == "done":
                break
            killed += 1
            at = int(said) if said.isdecimal() else first
            key = f"killed by {-code}" if code < 0 else f"left with {code}"
            case = target.make(case_random(seed, target.name, at))
            report(out, target, seed, at, key, key, case)
            if not said or killed > 50:
                print(f"{target.name}: gave up after case {at}: {key}")
                return at - first
            first = at + 1
    return cases


def _watch(process: subprocess.Popen[bytes], note: Path) -> int:
    """The exit code of a process, which is killed when it stays at one case for too long."""
    last, since = "", time.monotonic()
    while True:
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            said = note.read_text()
            if said != last:
                last, since = said, time.monotonic()
            elif time.monotonic() - since > SILENT:
                process.kill()
                return process.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", action="append", help="only these; may be given again")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--out", type=Path, default=Path("fuzz-failures"))
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--note", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    targets = find_targets()
    names = options.target or list(targets)
    if unknown := [name for name in names if name not in targets]:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(targets)}")
    if options.work:
        work(
            targets[names[0]], options.seed, options.first, options.cases, options.note, options.out
        )
        return 0
    whole = sum(targets[name].share for name in names)
    before = set(options.out.glob("*.json"))
    tried = 0
    for name in names:
        target = targets[name]
        cases = max(1, round(options.cases * target.share / whole))
        start = time.monotonic()
        done = supervise(target, options.seed, options.first, cases, options.out)
        tried += done
        print(f"{name:18} {done:8,} cases  {time.monotonic() - start:7.1f} s", flush=True)
    failed = sorted(set(options.out.glob("*.json")) - before)
    for path in failed:
        record = json.loads(path.read_text(encoding="utf-8"))
        print(f"{path}: {record['fault']}: {record['error'].strip().splitlines()[-1][:120]}")
    print(f"{tried:,} cases, {len(failed)} failing ones written to {options.out}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
