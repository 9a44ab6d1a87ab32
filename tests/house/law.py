"""A law is a function from the house to its offences, one sentence each."""

from collections.abc import Callable, Iterator

from house.reader import House, Module

Offences = Iterator[str]
Law = Callable[[House], Offences]


def at(module: Module, line: int) -> str:
    """Where an offence stands."""
    return f"{module.path}:{line}"
