"""What the command line says on stderr; stdout holds data."""

from __future__ import annotations

from contextlib import suppress

import click


def complain(message: str, hint: str | None = None) -> None:
    """One sentence about what went wrong, and what to try."""
    _say(f"timeline: {message}")
    if hint:
        advise(hint)


def advise(hint: str) -> None:
    """What to try after several complaints of one kind."""
    _say(f"hint: {hint}")


def complain_of_usage(error: click.ClickException) -> None:
    """What click found wrong in the call, in our words."""
    message = error.format_message()
    hint = None
    if isinstance(error, click.BadParameter) and error.param is not None and error.message:
        message = f"{error.param.opts[-1]}: {error.message}"
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "timeline"
        hint = f"see {path} --help"
        if isinstance(error, click.NoSuchOption):
            message = f"no such option: {error.option_name}"
            if error.possibilities:
                hint = f"did you mean {' or '.join(sorted(error.possibilities))}? {hint}"
    complain(message[:1].lower() + message[1:].rstrip("."), hint)


def _say(line: str) -> None:
    from ..exporters.safe import show

    # Nobody may be listening; that is no reason to fail.
    with suppress(OSError):
        click.echo(show(line), err=True)
