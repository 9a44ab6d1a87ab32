"""What the fork server imports: the pipeline is loaded before the workers are forked from it.

They then share its memory and are there at once. The server is told by its environment what to
load; a worker that wants something else loads that itself.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress

import msgspec

from ..errors import TimelineError
from ..pipeline import Options, load
from . import worker

WANTED = "_TIMELINE_PIPELINE"  # the variable with the values of `Wanted`

__all__ = ["WANTED", "describe_wanted", "worker"]


class Wanted(msgspec.Struct, frozen=True):
    """The options that decide what is loaded."""

    model: str
    day_first: bool | None
    country: str | None
    hemisphere: str | None
    fiscal_year_start: int | None
    event_model: str | None


def describe_wanted(options: Options) -> str:
    """What to load for these options, as the server is told it."""
    told = Wanted(
        options.model,
        options.day_first,
        options.country,
        options.hemisphere,
        options.fiscal_year_start,
        options.event_model,
    )
    return msgspec.json.encode(told).decode("utf-8", "replace")


def _load_wanted(told: str) -> None:
    # What cannot be loaded here is told by the workers: a server that dies can tell nothing.
    with suppress(TimelineError, msgspec.MsgspecError, ValueError, OSError, LookupError):
        load(Options(**msgspec.structs.asdict(msgspec.json.decode(told, type=Wanted))))
        gc.freeze()  # or the workers' own collections would copy what they share


if WANTED in os.environ:
    _load_wanted(os.environ[WANTED])
