"""Run the command in this process and write down what it does to the world outside it.

`python watched.py FOLDER OUT [ARGUMENTS...]`: in FOLDER every file is extracted, then written in
every format into OUT; `OUT/events.json` tells of files opened for writing, changes of the file
system, sockets, processes and pickles, as Python's audit hooks tell of them.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

EVENTS: list[list[str]] = []
CHANGES = (
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.mkfifo", "os.mknod", "os.remove",
    "os.removexattr", "os.rename", "os.rmdir", "os.setxattr", "os.symlink", "os.truncate",
    "os.utime", "shutil.", "tempfile.", "sqlite3.connect",
)  # fmt: skip
RUNS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.")
REACHES = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
watching = True


def note(event: str, arguments: tuple[Any, ...]) -> None:
    if not watching:
        return
    if event == "open":
        path, mode, flags = (*arguments, None, None)[:3]
        writes = isinstance(mode, str) and bool(set(mode) & set("wax+"))
        if writes or (isinstance(flags, int) and flags & WRITING):
            EVENTS.append(["write", os.fspath(path) if not isinstance(path, int) else str(path)])
    elif event.startswith(CHANGES):
        EVENTS.append(["change", event, *map(str, arguments)])
    elif event.startswith(RUNS):
        EVENTS.append(["run", event, str(arguments[:2])])
    elif event.startswith(REACHES):
        EVENTS.append(["network", event, str(arguments[1:])])
        if event in ("socket.connect", "socket.getaddrinfo", "socket.bind"):
            raise PermissionError("the network is blocked")
    elif event == "pickle.find_class":
        EVENTS.append(["pickle", *map(str, arguments)])


def main(folder: str, out: str, *more: str) -> None:
    global watching
    sys.addaudithook(note)
    os.chdir(folder)
    from click.testing import CliRunner

    from timeline.cli.main import main as command
    from timeline.exporters import FORMATS

    def run(*arguments: str) -> int:
        result = CliRunner().invoke(command, list(arguments))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code

    saved = f"{out}/case.json"
    code = run("extract", ".", "-o", saved, "--read-on", "2026-11-22", "--all", *more)
    codes = {"extract": code}
    for name, exporter in FORMATS.items():
        target = f"{out}/{name}/" if exporter.holds_one else f"{out}/made{exporter.suffixes[0]}"
        codes[name] = run("render", saved, "-f", name, "-o", target)
    watching = False
    told = {"codes": codes, "events": EVENTS, "modules": sorted(sys.modules)}
    Path(out, "events.json").write_text(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
