"""Records as tables: column names once, then a row each. Half the size of objects, as plain."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

Cell = Any  # what JSON can hold
Thing = TypeVar("Thing", bound=Hashable)


def make_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> dict[str, Cell]:
    """The rows under their column names, without the empty cells that end a row."""
    return {"columns": list(columns), "rows": [trim(row) for row in rows]}


def trim(row: Sequence[Cell]) -> list[Cell]:
    """A row without the empty cells that end it."""
    cells = list(row)
    while cells and cells[-1] in (None, "", []):
        cells.pop()
    return cells


class Numbers(Generic[Thing]):
    """Things by the order in which they were first asked for: 0, 1, 2, ..."""

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        self._numbers: dict[Thing, int] = {}
        for thing in things:
            self.of(thing)

    def of(self, thing: Thing) -> int:
        """The number of a thing, a new one where it has none."""
        return self._numbers.setdefault(thing, len(self._numbers))

    def find(self, thing: Thing | None) -> int | None:
        """The number of a thing that has one."""
        return None if thing is None else self._numbers.get(thing)

    @property
    def all(self) -> tuple[Thing, ...]:
        """The things, by their numbers."""
        return tuple(self._numbers)
