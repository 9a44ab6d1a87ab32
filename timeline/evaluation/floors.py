"""Figures that may not fall, kept with the digest of the very documents that they hold for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

import msgspec

from ..errors import OptionError, ReadError
from .result import GIVEN, Result

KEY = "floors"
SHORT = 12  # hex digits of a digest in a message


class Held(msgspec.Struct, frozen=True):
    """The floors of one part of one corpus, in percent."""

    documents: int
    sha256: str
    figures: dict[str, float]


Floors = Mapping[str, Mapping[str, Held]]  # corpus -> part -> floors


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure below its floor, in percent; without a figure, why none can be compared."""

    corpus: str
    part: str
    figure: str
    floor: float | None
    now: float | None
    reason: str


def read_floors(path: Path) -> Floors:
    """The floors of a file. Raises ReadError if it holds none."""
    try:
        return msgspec.convert(_read(path)[KEY], dict[str, dict[str, Held]])
    except FileNotFoundError as error:
        raise ReadError(f"{path}: there are no floors", "write them with --save") from error
    except (KeyError, msgspec.ValidationError) as error:
        raise ReadError(f"{path}: this holds no floors", f"its key {KEY!r} has them") from error


def check_floors(results: Iterable[Result], floors: Floors) -> list[Breach]:
    """What fell below its floor. Raises OptionError if there was nothing to compare."""
    known = [(r, floors[r.corpus][r.part]) for r in results if r.part in floors.get(r.corpus, {})]
    if not known:
        raise OptionError(
            "there are no floors for any of these corpora", "set them with --save, or name others"
        )
    return [breach for result, held in known for breach in _check_one(result, held)]


def _check_one(result: Result, held: Held) -> list[Breach]:
    corpus, part = result.corpus, result.part
    if held.sha256 != result.sha256:
        reason = (
            f"these {result.documents} documents ({result.sha256[:SHORT]}) are not the "
            f"{held.documents} that the floors hold for ({held.sha256[:SHORT]})"
        )
        return [Breach(corpus, part, "", None, None, reason)]
    now = result.figures()
    return [
        Breach(corpus, part, name, least, now.get(name), _reason(name in now))
        for name, least in held.figures.items()
        if (name not in now or now[name] < least) and name.startswith(GIVEN) == result.given
    ]


def _reason(measured: bool) -> str:
    return "below its floor" if measured else "no longer measured"


def save_floors(results: Sequence[Result], path: Path, *, lower: bool = False) -> None:
    """Write the figures as floors, rounded down to a tenth; the rest of the file stays.

    Raises OptionError if a floor of the same documents would fall and `lower` does not allow it.
    """
    whole = _read(path) if path.exists() else {}
    held = read_floors(path) if KEY in whole else {}
    fallen: list[str] = []
    made: dict[str, dict[str, Held]] = {corpus: dict(parts) for corpus, parts in held.items()}
    for result in results:
        figures = {name: round_down(value) for name, value in result.figures().items()}
        before = made.setdefault(result.corpus, {}).get(result.part)
        if before is not None and before.sha256 == result.sha256:
            other = {n: v for n, v in before.figures.items() if n.startswith(GIVEN) != result.given}
            fallen += [
                f"{result.corpus} {result.part} {name}: {figures.get(name)} after {least}"
                for name, least in before.figures.items()
                if name not in other and (name not in figures or figures[name] < least)
            ]
            figures |= other
        made[result.corpus][result.part] = Held(result.documents, result.sha256, figures)
    if fallen and not lower:
        raise OptionError(
            f"this would lower floors: {'; '.join(fallen)}",
            "use --lower-floors, and say why in the changelog",
        )
    whole[KEY] = msgspec.to_builtins(made)
    path.write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def round_down(percent: float) -> float:
    """A tenth of a percent; a floor is never above what was measured."""
    return floor(percent * 10 + 1e-9) / 10


def _read(path: Path) -> dict[str, Any]:
    try:
        parsed = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ReadError(f"{path}: this is not JSON: {error}") from error
    if not isinstance(parsed, dict):
        raise ReadError(f"{path}: this holds no floors", f"its key {KEY!r} has them")
    return parsed
