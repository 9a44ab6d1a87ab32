"""Checks on the text around a match that a pattern on folded text cannot make."""

from __future__ import annotations

from collections.abc import Callable

from .amounts import AMOUNTS
from .cells import CELLS
from .clocks import CLOCKS
from .context import Context
from .early import EARLY
from .games import GAMES
from .names import NAMES
from .years import YEARS

CHECKS: dict[str, Callable[[Context], bool]] = {
    **AMOUNTS,
    **CELLS,
    **CLOCKS,
    **GAMES,
    **EARLY,
    **NAMES,
    **YEARS,
}

__all__ = ["CHECKS", "Context"]
