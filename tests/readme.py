"""The README's examples, and a `timeline` that runs them in a real shell without loading each time.

    python tests/readme.py SOCKET

serves: whoever connects sends standard streams, arguments, folder and environment, and a fork of
this process, which has loaded the pipeline, is the command.
"""

from __future__ import annotations

import ast
import json
import os
import re
import signal
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
README = CHECKOUT / "README.md"
# What a shell finds under the name `timeline`.
CLIENT = """\
import json, os, socket, sys
door = socket.socket(socket.AF_UNIX)
door.connect({door!r})
socket.send_fds(door, [b"!"], [0, 1, 2])
door.sendall(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode())
door.shutdown(socket.SHUT_WR)
sys.exit(int(door.recv(8) or b"99"))
"""


@dataclass(frozen=True)
class Block:
    """A piece of code of the README; `skip` says why the page's tests do not run it."""

    section: str
    language: str
    text: str
    line: int
    skip: str | None = None

    @property
    def file(self) -> str | None:
        """The file that it is, where its first line is a comment with a name."""
        named = re.match(r"# ([\w./-]+\.(?:py|toml))\n", self.text)
        return named[1] if named else None


def read_blocks(page: str) -> Iterator[Block]:
    """The blocks of a page in order, without those of generated parts."""
    page = re.sub(
        r"<!-- (\w+):begin -->.*?<!-- \1:end -->", _blank, page, flags=re.DOTALL | re.MULTILINE
    )
    section, skip, open_at, language = "", None, 0, ""
    body: list[str] = []
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith("```"):
            if open_at:
                text = "".join(f"{row}\n" for row in body)
                yield Block(section, language, text, open_at, skip)
                open_at, skip, body = 0, None, []
            else:
                open_at, language = number, line.removeprefix("```")
        elif open_at:
            body.append(line)
        elif line.startswith("## "):
            section = line.removeprefix("## ")
        elif told := re.fullmatch(r"<!-- not run: (.+) -->", line):
            skip = told[1]
        elif re.fullmatch(r"<!-- ci: \w+ -->", line):
            skip = "run by .ci/run"


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def run_python(text: str, names: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Run a block; what each comment behind an expression says, and what the expression is."""
    lines = text.splitlines()
    for node in ast.parse(text).body:
        if not isinstance(node, ast.Expr):
            exec(compile(ast.Module([node], []), "README.md", "exec"), names)
            continue
        value = eval(compile(ast.Expression(node.value), "README.md", "eval"), names)
        told = lines[(node.end_lineno or 1) - 1][node.end_col_offset :]
        if told.strip():
            yield told.strip().removeprefix("# "), repr(value)


def read_console(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a block and the lines that it shows of each."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.splitlines()
        while command.endswith("\\"):
            command = command[:-1] + shown.pop(0)
        yield command, shown


def shows(shown: list[str], printed: str) -> bool:
    """Whether the lines are those that were printed; "..." stands for any number of lines."""
    parts = [r"(?:.*\n)*?" if row == "..." else re.escape(row) + r" *\n" for row in shown]
    return re.fullmatch("".join(parts), printed) is not None


def serve(door: socket.socket) -> None:
    """Be the command for everyone who connects, each in a process of its own."""
    import timeline
    from timeline.cli.main import COMMANDS, main

    timeline.extract("She left on 3 May 2021.")
    for name in COMMANDS:
        main.get_command(None, name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that no zombies stay
    while True:
        caller, _ = door.accept()
        if os.fork() == 0:
            door.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _be_called(caller)
        caller.close()


def _be_called(caller: socket.socket) -> None:
    from timeline.cli.main import main

    _, streams, _, _ = socket.recv_fds(caller, 1, 3)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    with caller.makefile("rb") as told:
        arguments, folder, environment = json.load(told)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path.insert(0, folder)  # as `python -m timeline` has it; here the page's packages stand
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        mode = "r" if number == 0 else "w"
        stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
    code: object = 98
    try:
        main(arguments)
    except SystemExit as left:
        code = left.code
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        caller.sendall(str(code or 0).encode())
        os._exit(0)


if __name__ == "__main__":
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(f"{sys.argv[1]}~")
        opened.listen()
        Path(f"{sys.argv[1]}~").rename(sys.argv[1])  # whoever finds it may connect
        serve(opened)
