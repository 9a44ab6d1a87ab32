"""The README's reference is what the commands say, and the examples in the help run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from timeline.cli import reference
from timeline.cli.main import COMMANDS, main
from timeline.errors import TimelineError
from timeline.exporters import FORMATS

CHECKOUT = Path(__file__).resolve().parents[2]
README = CHECKOUT / "README.md"


def test_the_readme_is_up_to_date() -> None:
    text = README.read_text(encoding="utf-8")
    assert reference.update(text) == text, "run: python -m timeline.cli.reference README.md"


def test_every_command_and_format_is_documented() -> None:
    text = README.read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"### `timeline {name}" in text
    for name in FORMATS:
        assert f"| `{name}` |" in text


def test_update_replaces_what_is_between_the_markers() -> None:
    text = (
        "a\n<!-- cli:begin -->\nSTALE\n<!-- cli:end -->\n"
        "<!-- extract:begin -->\n| STALE |\n<!-- extract:end -->\n"
        "b\n<!-- formats:begin -->\n<!-- formats:end -->\n"
        "<!-- rules:begin -->\n| STALE |\n<!-- rules:end -->\nc\n"
    )
    new = reference.update(text)
    assert "STALE" not in new
    assert new.startswith("a\n<!-- cli:begin -->\nSettings: an option stands over")
    assert "\nExit codes: 0 done, 2 usage" in new.partition("### `timeline explain")[0]
    assert new.count("### `timeline extract") == 1
    assert "| `--status NAMES` |" in new.partition("<!-- extract:begin -->")[2]
    assert "\nExit codes: 0 done, 1 --check" in new.partition("### `timeline evaluate")[2]
    assert new.endswith("<!-- rules:end -->\nc\n")
    assert reference.update(new) == new


def test_the_coverage_table_counts_every_rule() -> None:
    from timeline.rules import load_rules
    from timeline.rules.coverage import KINDS, cover
    from timeline.rules.loader import STAGES

    assert set(KINDS) == {name for stage in STAGES for name in stage}
    kinds, rules = list(cover()), load_rules("en").rules
    assert sum(kind.rules for kind in kinds) == len(rules)
    assert all(kind.rules and kind.examples for kind in kinds)
    shown = {example for kind in kinds for example in kind.examples}
    assert shown <= {" ".join(e.match.split()) for rule in rules for e in rule.examples}
    assert reference.render_rules().startswith(f"{len(rules)} rules; ")


@pytest.mark.parametrize("text", ["", "<!-- cli:begin -->", "<!-- cli:end --><!-- cli:end -->"])
def test_a_missing_marker_is_told(text: str) -> None:
    with pytest.raises(TimelineError, match="cli:begin"):
        reference.update(text)


def test_an_undocumented_command_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = click.Command("bare")
    monkeypatch.setattr(type(main), "list_commands", lambda self, ctx: ["bare"])
    monkeypatch.setattr(type(main), "get_command", lambda self, ctx, name: bare)
    with pytest.raises(TimelineError, match="'bare' has no help"):
        reference.render_commands()
    bare.help = "Do something."
    bare.params.append(click.Option(["--much"]))
    with pytest.raises(TimelineError, match="--much has no help"):
        reference.render_commands()


def examples() -> list[str]:
    """The `timeline` lines of every help text that need nothing but the samples in data/."""
    context = click.Context(main)
    epilogs = [main.epilog, *(main.get_command(context, name).epilog for name in COMMANDS)]
    lines = [line.strip() for text in epilogs if text for line in text.splitlines()]
    found = [line for line in lines if re.match(r"(cat \S+ \| )?timeline \w", line)]
    return [line for line in dict.fromkeys(found) if "shared" not in line and ">" not in line]


def test_there_are_examples() -> None:
    told = " ".join(examples())
    assert all(f"timeline {name}" in told for name in ("extract", "explain", "resolve"))


@pytest.mark.parametrize("line", examples())
def test_an_example_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (CHECKOUT / "data").is_dir():
        pytest.skip("needs the samples in data/")
    shutil.copytree(CHECKOUT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    if "|" in line:
        program = f'timeline() {{ "{sys.executable}" -m timeline "$@"; }}; set -o pipefail; {line}'
        done = subprocess.run(
            ["bash", "-c", program], capture_output=True, text=True, env=os.environ, timeout=60
        )
        code, stdout, stderr = done.returncode, done.stdout, done.stderr
    else:
        import shlex

        result = CliRunner().invoke(main, shlex.split(line)[1:])
        code, stdout, stderr = result.exit_code, result.stdout, result.stderr
    assert code == 0, stderr
    written = re.search(r"(?:-o|--output-dir) (\S+)", line)
    assert (Path(written[1]).stat().st_size if written else len(stdout)) > 0
