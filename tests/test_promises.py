"""What SECURITY.md promises: no network, no other program, no pickle, no writing but the output.

Two processes read the same folder of good, bad and hostile files under different conditions (hash
seed, time zone, locale, folder) while audit hooks watch them; their outputs are the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import watched
from fuzz.nasties import bombs
from readers.make_files import make_bad, make_good

CHECKOUT = Path(__file__).resolve().parents[1]
HOSTILE = ("xxe.tml", "xxe.docx", "laughs.tml", "laughs.docx", "laughs.md", "link.zip", "up.zip")
CONDITIONS = {
    "one": {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    "other": {
        "PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8",
        "LANG": "de_DE.UTF-8", "COLUMNS": "57", "TERM": "xterm-256color",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One process: its folders, what it did, and its outputs by name."""

    folder: Path
    out: Path
    told: dict[str, Any]
    files: dict[str, bytes]

    def events(self, kind: str) -> list[list[str]]:
        return [event[1:] for event in self.told["events"] if event[0] == kind]


def fill(folder: Path) -> None:
    """Files of all kinds, but for those that are large when they are unpacked."""
    seen = set()
    for file in (*make_good(), *make_bad()):
        # Of a kind of file one or two: the readers' own tests read them all.
        kind = (file.name.rpartition(".")[2], type(file))
        if kind not in seen or "xml" in file.name:
            seen.add(kind)
            (folder / file.name).write_bytes(file.content)
    for name in HOSTILE:
        (folder / name).write_bytes(bombs()[name])


def snapshot(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }


def run(base: Path, name: str) -> Run:
    folder, out, home, temporary = (base / name / part for part in ("files", "out", "home", "tmp"))
    for made in (folder, out, home, temporary):
        made.mkdir(parents=True)
    fill(folder)
    before = snapshot(folder)
    for shut in (folder, home):
        shut.chmod(0o555)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(CHECKOUT), "PYTHONWARNINGS": "error", "TMPDIR": str(temporary),
        **CONDITIONS[name],
    }  # fmt: skip
    call = [sys.executable, watched.__file__, str(folder), str(out)]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert snapshot(folder) == before
    assert not list(home.iterdir()) and not list(temporary.iterdir())
    told = json.loads((out / "events.json").read_text())
    (out / "events.json").unlink()
    files = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return Run(folder, out, told, files)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    base = tmp_path_factory.mktemp("promises")
    return {name: run(base, name) for name in CONDITIONS}


@pytest.fixture(scope="module", params=CONDITIONS)
def one(runs: dict[str, Run], request: pytest.FixtureRequest) -> Run:
    return runs[request.param]


def test_everything_was_written(one: Run) -> None:
    codes = dict(one.told["codes"])
    assert codes.pop("extract") == 3  # the bad ones failed
    assert len(codes) >= 15 and set(codes.values()) == {0}, codes
    assert len(one.files) > 20


# A library that trafilatura imports asks at import whether this machine has IPv6, by binding a
# socket of its own to the loopback; the hook refuses that too.
ASKED = {("socket.bind", "(('::1', 0),)")}


def test_no_network(one: Run) -> None:
    used = {tuple(event) for event in one.events("network") if event[0] != "socket.__new__"}
    assert used - ASKED == set()


def test_no_other_program(one: Run) -> None:
    assert one.events("run") == []


def test_no_pickle(one: Run) -> None:
    assert one.events("pickle") == []


def test_nothing_is_written_but_the_output(one: Run) -> None:
    written = {Path(path) for (path,) in one.events("write")} - {Path(os.devnull)}
    assert written and outside(one, written) == set()
    for event, *arguments in one.events("change"):
        paths = {Path(argument) for argument in arguments if argument.startswith("/")}
        assert paths and outside(one, paths) == set(), event


def outside(one: Run, paths: set[Path]) -> set[Path]:
    """What is neither output nor one of the temporary files that openpyxl makes workbooks from."""
    temporary = one.out.parent / "tmp"
    return {
        path
        for path in paths
        if not path.is_relative_to(one.out)
        and not (path.parent == temporary and path.name.startswith("openpyxl."))
        # Python tries once whether the folder for temporary files can be written to.
        and path != temporary
        and not (path.parent == temporary and len(path.name) == 8)
    }


def test_the_hook_sees_what_it_must(tmp_path: Path) -> None:
    code = (
        "import sys, watched\n"
        "sys.addaudithook(watched.note)\n"
        "import os, pickle, socket, subprocess\n"
        f"open({str(tmp_path / 'a')!r}, 'w').close(); os.remove({str(tmp_path / 'a')!r})\n"
        f"os.close(os.open({str(tmp_path / 'b')!r}, os.O_CREAT | os.O_WRONLY))\n"
        "subprocess.run(['true']); os.system('true')\n"
        "pickle.loads(pickle.dumps(os.getcwd))\n"
        "try: socket.create_connection(('127.0.0.1', 9))\n"
        "except OSError: pass\n"
        "watched.watching = False; print({event[0] for event in watched.EVENTS})\n"
        "print(len([e for e in watched.EVENTS if e[0] == 'write' and e[1].startswith('/')]))\n"
    )
    path = f"{Path(watched.__file__).parent}"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    kinds, count = done.stdout.splitlines()
    assert {"write", "change", "run", "pickle", "network"} == set(
        kinds.replace("'", "").strip("{}").split(", ")
    )
    assert int(count) >= 2


def test_no_secret_of_this_machine_is_read(one: Run) -> None:
    """An entity or a link that names a file of the system stays words."""
    secret = Path("/etc/passwd").read_bytes().splitlines()[0]
    assert not [name for name, data in one.files.items() if secret in data]
    case = json.loads(one.files["case.json"])
    texts = {d["source"]: d["text"] for d in case["documents"]}
    reasons = {f["source"]: f["reason"] for f in case["failures"]}
    assert "document type" in reasons["xxe.tml"] and "document type" in reasons["xxe.docx"]
    assert texts["link.zip/link.txt"] == "/etc/passwd"
    assert all(".." not in name for name in texts)
    assert any(name.startswith("up.zip/etc/") for name in texts)


def test_the_same_bytes_in_every_process(runs: dict[str, Run]) -> None:
    first, second = runs.values()
    assert sorted(first.files) == sorted(second.files)
    different = [name for name in first.files if first.files[name] != second.files[name]]
    assert different == []
