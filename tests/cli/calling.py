"""A command in this process: what it prints, its exit code, and how it complains."""

from click.testing import CliRunner, Result

from timeline.cli.main import main

TEXT = "LONDON, January 10, 2022. Protests erupted on January 2. Order returned on January 7.\n"

READ_ON = ["--read-on", "2026-01-01"]


def run(*arguments: object, text: str | bytes | None = None) -> Result:
    """Run a command; a traceback is a failure of the test."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=text)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def complaint(result: Result, code: int = 2) -> tuple[str, str]:
    """The sentence and the hint on stderr; nothing is on stdout."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0].startswith("timeline: "), lines
    assert not lines[0].endswith(".")
    hint = [line.removeprefix("hint: ") for line in lines if line.startswith("hint: ")]
    return lines[0].removeprefix("timeline: "), hint[0] if hint else ""
