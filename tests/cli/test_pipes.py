"""The installed command in real processes: pipes, signals, terminals, and what is imported."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli.calling import TEXT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX pipes")

COMMAND = [sys.executable, "-m", "timeline"]


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TIMELINE_", "PYTHON"))}
    return {**kept, "PYTHONWARNINGS": "default", **more}


def run(*arguments: str, **more) -> subprocess.CompletedProcess[bytes]:
    env = environment(**more.pop("env", {}))
    more.setdefault("stdin", subprocess.DEVNULL if "input" not in more else None)
    if more["stdin"] is None:
        del more["stdin"]
    return subprocess.run([*COMMAND, *arguments], capture_output=True, env=env, timeout=60, **more)


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `timeline` is this program; fails with the first failing part."""
    line = f'timeline() {{ "{sys.executable}" -m timeline "$@"; }}; set -o pipefail; {line}'
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, env=environment(), cwd=cwd, timeout=60
    )


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_closed_pipe_ends_quietly(here: Path) -> None:
    # More than a pipe holds (64 kB), so that the writing itself fails.
    (here / "long.txt").write_text("Rain fell on 3 May 2021.\n\n" * 150, encoding="utf-8")
    done = shell("timeline extract long.txt --read-on 2026-01-01 -f json | head -2", here)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == '{\n  "schema": "timeline/1",\n'


@pytest.mark.parametrize("command", ["--help", "schema", "formats", "extract --help"])
def test_a_pipe_that_nobody_reads(here: Path, command: str) -> None:
    done = shell(f"timeline {command} | true; timeline {command} | head -c 1 >/dev/null", here)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_pipe_in(here: Path) -> None:
    fields = "--fields begin,title --read-on 2026-01-01"
    done = shell(f"cat wire.txt | timeline extract {fields} | cut -f1 | sort | head -1", here)
    assert (done.returncode, done.stdout, done.stderr) == (0, "2022-01-02\n", "")
    file = shell(f"timeline extract wire.txt {fields}", here)
    piped = shell(f"timeline extract {fields} < wire.txt", here)
    assert file.stdout == piped.stdout != ""


def test_failures_and_exit_codes(here: Path) -> None:
    (here / "empty.txt").touch()
    (here / "broken.jsonl").write_text('{"text": "It rained on 3 May 2021."}\n{oops\n', "utf-8")
    (here / "none").mkdir()
    names = ["wire.txt", "missing.txt", "empty.txt", "broken.jsonl", "none"]
    done = run("extract", *names, "--read-on", "2026-01-01", cwd=here)
    talk = done.stderr.decode()
    assert done.returncode == 3, talk
    assert "2022-01-02" in done.stdout.decode()
    assert "2021-05-03" in done.stdout.decode()
    for name in names[1:]:
        assert f"timeline: {name}" in talk, talk
    assert "hint: " in talk
    assert "Traceback" not in talk
    alone = run("extract", *names[1:3], cwd=here)
    assert (alone.returncode, alone.stdout) == (2, b"")


def test_nothing_on_standard_input(here: Path) -> None:
    done = run("extract", cwd=here)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"timeline: ")


@pytest.mark.parametrize("redirection", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_standard_streams(here: Path, redirection: str) -> None:
    done = shell(f"timeline extract wire.txt --read-on 2026-01-01 {redirection}", here)
    assert done.returncode == (2 if ">&- " in f"{redirection} " and redirection != "2>&-" else 0)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(here: Path) -> None:
    done = shell("timeline schema > /dev/full", here)
    assert done.returncode == 2
    assert done.stderr == "timeline: no space left on device\n"


def test_utf8_whatever_the_locale_says(here: Path) -> None:
    (here / "wire.txt").write_text("Zoë left Košice on 3 May 2021.\n", encoding="utf-8")
    done = run(
        "extract", "wire.txt", "-f", "json", "--read-on", "2026-01-01", cwd=here,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Zoë left Košice" in done.stdout.decode("utf-8")


def test_interrupted(here: Path) -> None:
    """Ctrl-C while it waits for standard input."""
    process = subprocess.Popen(
        [*COMMAND, "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # A background job of a shell would ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=4)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, stdout) == (130, b"")
    assert b"Traceback" not in stderr
    assert stderr.strip() == b"timeline: interrupted"


def terminal(*arguments: str, cwd: Path, columns: int = 90, **env: str) -> tuple[int, str]:
    """Run on a pseudo-terminal; returns the exit code and what it shows."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(**{"TERM": "xterm-256color", **env}),
        cwd=cwd,
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # how Linux says that the other side is closed
        pass
    finally:
        os.close(ours)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


def test_a_table_on_a_terminal(here: Path) -> None:
    options = ["extract", "wire.txt", "--read-on", "2026-01-01"]
    code, shown = terminal(*options, cwd=here)
    assert code == 0
    assert "document date 2022-01-10" in shown
    assert "Sun 2 Jan 2022" in shown
    assert "\x1b[" in shown
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        code, shown = terminal(*options, cwd=here, columns=60, **plain)
        assert code == 0
        assert "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= 60
    _, shown = terminal(*options, "--no-color", cwd=here)
    assert "\x1b" not in shown
    _, shown = terminal(*options, "--color", cwd=here, NO_COLOR="1", TERM="dumb")
    assert "\x1b[32mSun 2 Jan 2022" in shown


def test_progress_on_a_terminal(here: Path) -> None:
    (here / "other.txt").write_text("It rained on 3 May 2021.\n", encoding="utf-8")
    options = ["extract", "wire.txt", "other.txt", "--read-on", "2026-01-01", "-o", "x.csv"]
    code, shown = terminal(*options, cwd=here)
    assert code == 0
    assert "\rtimeline: 2 documents read ..." in shown
    assert shown.endswith(" \r"), "the counter is taken away"
    assert "\r" not in run(*options, cwd=here).stderr.decode()


def test_no_input_on_a_bare_terminal_shows_the_help(here: Path) -> None:
    code, shown = terminal("extract", cwd=here)
    assert code == 2
    assert shown.startswith("Usage: timeline extract")
    assert "timeline: nothing to read\nhint: name a file" in shown


def imported(*arguments: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    program = (
        "import sys\n"
        "from timeline.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True, text=True, env=environment(), timeout=60, check=True,
    )  # fmt: skip
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"]])
def test_help_loads_next_to_nothing(arguments: list[str]) -> None:
    loaded = imported(*arguments)
    assert "click" in loaded
    assert not loaded & {"spacy", "msgspec", "rich", "dateparser", "numpy"}
    assert not {name for name in loaded if name.startswith("timeline.rules")}


def test_resolve_loads_no_spacy() -> None:
    loaded = imported("resolve", "two weeks before Easter", "--date", "2024-03-05")
    assert "timeline.rules.matcher" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "rich", "dateparser"}


def test_formats_and_schema_load_no_spacy() -> None:
    assert not imported("formats") & {"spacy", "rich", "msgspec"}
    assert "spacy" not in imported("schema")


def test_help_is_cheap() -> None:
    """Within 2.5 times importing click, in CPU time; the best of some runs: machines are noisy."""

    def cost(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment(), check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    click = min(cost("-c", "import click") for _ in range(5))
    ours = min(cost("-m", "timeline", "--help") for _ in range(5))
    assert ours <= 2.5 * click, f"{ours:.3f} s against {click:.3f} s"
