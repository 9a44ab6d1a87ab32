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


def complain_of_usage(error: click.ClickException, command: str | None = None) -> None:
    """What click found wrong in the call of a command, in our words."""
    message = error.format_message()
    hint = None
    if isinstance(error, click.BadParameter) and error.param is not None and error.message:
        message = f"{error.param.opts[-1]}: {error.message}"
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "timeline"
        if path == "timeline" and command is not None:
            path = f"timeline {command}"
        hint = f"see {path} --help"
        hint = f"{_meant(error)}{hint}"
        if isinstance(error, click.NoSuchOption):
            message = f"no such option: {error.option_name}"
            if error.possibilities:
                hint = f"did you mean {' or '.join(sorted(error.possibilities))}? {hint}"
    complain(message[:1].lower() + message[1:].rstrip("."), hint)


def _meant(error: click.UsageError) -> str:
    """Of a few words that an option takes the one that is nearly written: "did you mean day? "."""
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    if not isinstance(kind, click.Choice):
        return ""
    from ..exporters.suggest import nearest

    said = error.message.split("'")[1:2]
    close = nearest(said[0], map(str, kind.choices)) if said else None
    return f"did you mean {close}? " if close else ""


def _say(line: str) -> None:
    from ..exporters.safe import show

    # Nobody may be listening; that is no reason to fail.
    with suppress(OSError):
        click.echo(show(line), err=True)
