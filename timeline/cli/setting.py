"""Options that the environment and timeline.toml may set too, and options that go together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PREFIX = "TIMELINE_"  # an option's environment variable is TIMELINE_<OPTION>

Command = TypeVar("Command", bound=Callable[..., Any])


def setting(*names: str, **attributes: Any) -> Callable[[Command], Command]:
    """An option that the environment and timeline.toml may set too."""
    variable = PREFIX + _long_name(names).upper().replace("-", "_")
    return click.option(*names, envvar=variable, **attributes)


def names_of_settings(command: click.Command) -> dict[str, str]:
    """Setting ("day-first") to parameter ("day_first") of a command."""
    return {
        _long_name(param.opts): param.name
        for param in command.params
        if isinstance(param.envvar, str) and param.envvar.startswith(PREFIX) and param.name
    }


def _long_name(names: tuple[str, ...] | list[str]) -> str:
    long = next(name for name in names if name.startswith("--"))
    return long.removeprefix("--").partition("/")[0]


def chain(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Several options in the order of the help."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def gather(
    name: str, record: type[DataclassInstance], options: Callable[[Any], Any]
) -> Callable[[Command], Callable[..., Any]]:
    """Options that a command takes as one argument `name`: a record with a field for each.

    A field that the command has no option for keeps its default.
    """
    names = [field.name for field in fields(record)]

    def decorate(command: Command) -> Callable[..., Any]:
        @wraps(command)
        def call(*context: Any, **given: Any) -> Any:
            own = {field: given.pop(field) for field in names if field in given}
            return command(*context, **given, **{name: record(**own)})

        decorated: Callable[..., Any] = options(call)
        return decorated

    return decorate
