"""The command `timeline`: its commands, and the one place where errors become exit codes.

0 done, 2 usage or nothing usable, 3 part of a batch failed, 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from ..errors import TimelineError
from .messages import complain, complain_of_usage

COMPLETE = "_TIMELINE_COMPLETE"  # click's variable: the shell asks for completions

# In the order of the help; each is the function of its name in the module of its name.
COMMANDS = (
    "extract", "explain", "render", "apply", "merge", "diff", "resolve", "evaluate", "formats",
    "schema", "completion",
)  # fmt: skip

# What other programs call what we have as an option.
INSTEAD = {
    "help": "timeline --help, or timeline extract --help",
    "version": "timeline --version",
}

DONE, USAGE, PARTLY, INTERRUPTED = 0, 2, 3, 130
# New objects before Python looks for garbage: what we import stays, and we leave next to none.
GARBAGE = (50_000, 20, 100)


class Doors(click.Group):
    """Commands that are imported when they are needed, and errors in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"{__package__}.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help where nothing is asked for, as an error: it is no data for a script."""
        if not args and not ctx.resilient_parsing:
            click.echo(self.get_help(ctx), err=True)
            ctx.exit(USAGE)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command and give it its settings, or say which one was probably meant."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None and not name.startswith("-") and not ctx.resilient_parsing:
            from ..exporters.suggest import suggest

            hint = INSTEAD.get(name) or suggest(name, COMMANDS, "commands")
            if os.path.exists(name):  # noqa: PTH110 (a name with a null byte is no path)
                hint = f"timeline extract {name}"
            raise TimelineError(f"no such command: {name}", hint)
        if command is not None and not ctx.resilient_parsing:
            ctx.default_map = {name: _settings(command)}
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and leave with its exit code."""
        gc.set_threshold(*GARBAGE)
        if COMPLETE in os.environ:
            return super().main(args, "timeline", COMPLETE, **extra)
        sys.exit(self._run(list(sys.argv[1:] if args is None else args), extra))

    def _run(self, args: list[str], extra: dict[str, Any]) -> int:
        with warnings.catch_warnings():
            warnings.showwarning = lambda message, *_, **__: complain(str(message))
            return self._run_command(args, extra)

    def _run_command(self, args: list[str], extra: dict[str, Any]) -> int:
        try:
            with self.make_context("timeline", args, **extra) as ctx:
                code = self.invoke(ctx)
            # Here and not at the interpreter's end, where a failure can no longer be told.
            if sys.stdout is not None:
                sys.stdout.flush()
            return code or DONE
        except click.exceptions.Exit as leave:
            return leave.exit_code
        except BrokenPipeError:
            _drop_output()
            return DONE
        except (KeyboardInterrupt, click.Abort):
            complain("interrupted")
            return INTERRUPTED
        except click.ClickException as error:
            complain_of_usage(error, args[0] if args and args[0] in COMMANDS else None)
        except TimelineError as error:
            complain(error.message, error.hint)
        except OSError as error:
            _drop_output()
            what = f"{error.filename}: " if error.filename else ""
            complain(f"{what}{(error.strerror or str(error)).lower()}")
        return USAGE


def _settings(command: click.Command) -> dict[str, Any]:
    """The values of timeline.toml for a command's parameters."""
    from .setting import names_of_settings

    names = names_of_settings(command)
    if not names:
        return {}
    from pathlib import Path

    from ..config import read_settings

    settings = read_settings(Path())
    return {names[name]: value for name, value in settings.items() if name in names}


def _drop_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush does not fail."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from .. import __version__

        click.echo(f"timeline {__version__}")
        ctx.exit()


@click.group(
    cls=Doors,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  timeline extract data/wire.txt
  timeline extract data -o chronology.csv
  cat data/wire.txt | timeline extract -f json
  timeline explain data/wire.txt
  timeline resolve "two weeks before Easter" --date 2024-03-05

\b
Settings: an option stands over the environment (TIMELINE_DAY_FIRST=1, TIMELINE_FORMAT=csv),
that over timeline.toml in the working directory (day-first = true), that over
~/.config/timeline/timeline.toml.

\b
Exit codes: 0 done, 2 usage or nothing usable, 3 part of a batch failed, 130 interrupted.
""",
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Print the version and exit.",
)
def main() -> None:
    """Read documents and write the chronology of their events, with the words that date them."""
