"""Short texts with the expressions that should be found in them, as Recognizers-Text specifies.

One case a line: {"text", "reference", "expected": [{"text", "start", "end", "kind", "timex",
"values"}]}; a case without expected expressions is a refusal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..errors import ReadError

KEYS = ("text", "reference", "expected")
HEAD = 100_000  # bytes that are looked at to tell cases from other JSON Lines


class Accepted(msgspec.Struct, frozen=True):
    """One reading of an expression: a point or a length (`value`), or the bounds of a range.

    `value` is a date, a date-time, a clock time, or seconds for a duration; `end` is exclusive, but
    a range that names two days ends where the second begins. A bound is absent where it is open.
    """

    value: str | None = None
    start: str | None = None
    end: str | None = None


class Expected(msgspec.Struct, frozen=True):
    """An expression that should be found, with every accepted reading."""

    text: str
    start: int
    end: int
    kind: str
    timex: tuple[str, ...]
    values: tuple[Accepted, ...]


class Case(msgspec.Struct, frozen=True):
    """A text, the time at which it is read, and what should be found; nothing, for a refusal."""

    text: str
    reference: str
    expected: tuple[Expected, ...]

    @property
    def date(self) -> str:
        """The reference to the second."""
        return re.sub(r"\.\d{1,9}$", "", self.reference)


def is_cases_file(path: Path) -> bool:
    """Whether the first line of a file looks like a case."""
    with path.open("rb") as stream:
        line = stream.readline(HEAD)
    try:
        first = json.loads(line)
    except ValueError:
        return False
    return isinstance(first, dict) and set(KEYS) <= first.keys()


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file, one a line. Raises ReadError."""
    decoder = msgspec.json.Decoder(Case)
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError as error:
            raise ReadError(f"{path}: line {number} is no case: {error}") from error
