"""What the README shows is what the program does: its examples run, a section in a fresh folder."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
import time
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from readme import CHECKOUT, CLIENT, README, Block, read_blocks, read_console, run_python, shows

COLUMNS = 100
TOOLS = ("jq", "sqlite3", "trafilatura")
BLOCKS = list(read_blocks(README.read_text("utf-8")))
SECTIONS = [
    (name, [block for block in blocks if block.skip is None])
    for name, blocks in groupby(BLOCKS, key=lambda block: block.section)
]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with `timeline` for the shell, and the process that is behind it."""
    folder = tmp_path_factory.mktemp("bin")
    door = folder / "door"
    (folder / "client.py").write_text(CLIENT.format(door=str(door)), "utf-8")
    command = folder / "timeline"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -ISs "{folder}/client.py" "$@"\n')
    command.chmod(0o755)
    server = subprocess.Popen(
        [sys.executable, str(CHECKOUT / "tests" / "readme.py"), str(door)],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    try:
        for _ in range(600):
            if door.exists() or server.poll() is not None:
                break
            time.sleep(0.05)
        assert server.poll() is None
        yield folder
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a clone has, as far as the examples use it."""
    shutil.copytree(CHECKOUT / "data", tmp_path / "data")
    shutil.copytree(CHECKOUT / "tests" / "recipes", tmp_path / "tests" / "recipes")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "blocks", [blocks for _, blocks in SECTIONS if blocks], ids=[n for n, b in SECTIONS if b]
)
def test_the_examples_of_a_section_run(blocks: list[Block], folder: Path, tools: Path) -> None:
    names: dict[str, object] = {}
    left_out = []
    for block in blocks:
        if block.file is not None:
            _put(folder, block)
        elif block.language == "python":
            for told, value in run_python(block.text, names):
                assert told == value, f"README.md, line {block.line}"
        elif block.language in ("sh", "console"):
            lacking = [tool for tool in TOOLS if tool in block.text and not shutil.which(tool)]
            if lacking:
                left_out.append(f"line {block.line} needs {', '.join(lacking)}")
                continue
            _run(block, tools)
        else:
            pytest.fail(f"README.md, line {block.line}: a block of {block.language or 'nothing'}")
    if left_out:
        pytest.skip("; ".join(left_out))


def _run(block: Block, tools: Path) -> None:
    if block.language == "sh":
        done = subprocess.run(
            ["bash", "-euc", block.text], env=_environment(tools), capture_output=True, text=True,
            timeout=120, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode == 0, f"README.md, line {block.line}: {done.stderr}"
        return
    for command, shown in read_console(block.text):
        printed = _print(command, tools)
        assert shows(shown, printed), f"README.md, line {block.line}: {command} prints\n{printed}"


def _print(command: str, tools: Path) -> str:
    """What a terminal of 100 columns shows of a command's output."""
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    shell = subprocess.Popen(
        ["bash", "-uo", "pipefail", "-c", command],
        env=_environment(tools), stdin=subprocess.DEVNULL, stdout=far,
    )  # fmt: skip
    os.close(far)
    printed = b""
    try:
        while piece := os.read(near, 1 << 16):
            printed += piece
    except OSError:  # the other end was closed
        pass
    finally:
        os.close(near)
    assert shell.wait() == 0, command
    plain = re.sub(rb"\x1b\[[\d;]*m", b"", printed)  # jq 1.6 knows no NO_COLOR
    return plain.decode("utf-8").replace("\r\n", "\n")


def _environment(tools: Path) -> dict[str, str]:
    scripts = str(Path(sys.executable).parent)
    path = os.pathsep.join([str(tools), scripts, os.environ["PATH"]])
    return {**os.environ, "PATH": path, "TERM": "dumb", "NO_COLOR": "1"}


def _put(folder: Path, block: Block) -> None:
    """Write the file that a block is; entry points are as good as installed, rules tested below."""
    assert block.file is not None
    if block.file.startswith("timeline/"):
        return
    if block.file != "pyproject.toml":
        (folder / block.file).write_text(block.text, "utf-8")
        return
    lines = []
    for group, points in tomllib.loads(block.text)["project"]["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {place}" for name, place in points.items())]
    made = folder / f"page{block.line}-1.0.dist-info"
    made.mkdir()
    (made / "METADATA").write_text(f"Metadata-Version: 2.1\nName: page{block.line}\n", "utf-8")
    (made / "entry_points.txt").write_text("\n".join(lines), "utf-8")


def test_a_rule_of_the_page_reads_its_examples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline.rules import find_matches, lexicon, loader
    from timeline.temporal.anchor import AnchorTime
    from timeline.temporal.resolve import resolve
    from timeline.temporal.timex3 import to_timex3
    from timeline.temporal.values import day_of

    rules = [block for block in BLOCKS if (block.file or "").startswith("timeline/rules/en/")]
    assert rules
    shutil.copytree(lexicon.FOLDER / "en", tmp_path / "en")
    for block in rules:
        with (tmp_path / "en" / Path(str(block.file)).name).open("a", encoding="utf-8") as stream:
            stream.write("\n" + block.text)
    caches = (loader.load_rules, lexicon.read_lexicon)
    monkeypatch.setattr(loader, "FOLDER", tmp_path)
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    for cached in caches:
        cached.cache_clear()
    try:
        seen = AnchorTime(day_of(2012, 8, 10), day_of(2012, 8, 10), "past")
        for block in rules:
            for rule in tomllib.loads(block.text)["rule"]:
                assert len(rule["examples"]) >= 2
                for example in rule["examples"]:
                    [match] = find_matches(example["text"])
                    assert (match.rule, example["text"][match.start : match.end]) == (
                        rule["name"], example["match"],
                    )  # fmt: skip
                    assert to_timex3(resolve(match.expr, seen)).value == example["value"]
                for text in rule["refusals"]:
                    assert rule["name"] not in [match.rule for match in find_matches(text)]
    finally:
        monkeypatch.undo()
        for cached in caches:
            cached.cache_clear()


def test_what_is_not_run_says_why() -> None:
    assert all(block.skip for block in BLOCKS if block.skip is not None)
    run = [block for block in BLOCKS if block.skip is None]
    assert len(run) > 3 * (len(BLOCKS) - len(run))


def test_pictures_and_links_of_the_page_exist() -> None:
    page = README.read_text("utf-8")
    headings = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    for place in re.findall(r"\]\(([^)\s]+)\)", page):
        if place.startswith("#"):
            assert place[1:] in headings, place
        elif not place.startswith("https://"):
            assert (CHECKOUT / place).exists(), place
    named = re.compile(r"(?<![\w/.])(?:data|models|tests|timeline|\.ci)/[\w/-]*[\w-](?:\.\w+)?")
    for name in ("README.md", "models/README.md", "data/SOURCES.md", "CHANGELOG.md", "SECURITY.md"):
        for code in re.findall(
            r"`[^`\n]+`|^    python .+$", (CHECKOUT / name).read_text("utf-8"), re.M
        ):
            lost = [path for path in named.findall(code) if not (CHECKOUT / path).exists()]
            # The wheel's folder of the models, which a checkout does not have.
            assert lost in ([], ["timeline/_models"]), f"{name}: {lost[0]}"


def test_the_picture_of_the_terminal_is_what_it_shows() -> None:
    from make_screenshots import SOURCE, draw_terminal, make_example

    drawn = (CHECKOUT / "data" / "screenshots" / "terminal.svg").read_text("utf-8")
    assert "url(" not in drawn.replace("url(#", "") and drawn.count("http") == 1  # its namespace
    again = draw_terminal(make_example(f"data/{SOURCE.name}"))
    assert again == drawn, "run: python tests/make_screenshots.py"


def test_an_output_is_compared_line_by_line() -> None:
    assert shows(["a", "...", "b"], "a\nx\ny\nb\n")
    assert shows(["a", "b"], "a  \nb\n")
    assert not shows(["a", "b"], "a\nx\nb\n")
    assert not shows(["a"], "a\nb\n")
