"""The whole chronology as one JSON document, written piece by piece: it is never held whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

import msgspec

from ..chronology import Timeline
from .registry import Layout
from .safe import escape_json, mend_surrogates

TOGETHER = 100  # records of a list that are encoded at a time, each of about 2 kB


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """Keys in the order of the records, two spaces of indent, one final newline."""
    for piece in pieces(timeline):
        stream.write(piece)


def pieces(record: msgspec.Struct) -> Iterator[str]:
    """What `encode` with an indent of two makes of a record, and a newline, bit by bit."""
    opening = "{"
    names = zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True)
    for name, field in names:
        yield f"{opening}\n  {encode(name)}: "
        opening = ","
        value = getattr(record, field)
        if isinstance(value, tuple) and value:
            yield from _items(value)
        else:
            yield encode(value, indent=2).replace("\n", "\n  ")
    yield "\n}\n"


def _items(values: Sequence[Any]) -> Iterator[str]:
    """The values of a list, `TOGETHER` at a time, as they stand within an object."""
    opening = "["
    for start in range(0, len(values), TOGETHER):
        # "[", a line for each bit of the values, "]"
        listed = encode(values[start : start + TOGETHER], indent=2)
        yield opening + listed[1:-2].replace("\n", "\n  ")
        opening = ","
    yield "\n  ]"


def encode(record: Any, *, indent: int = 0) -> str:
    """A record as JSON that is safe to print and always UTF-8."""
    try:
        encoded = msgspec.json.encode(record)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_mend(msgspec.to_builtins(record)))
    if indent:
        encoded = msgspec.json.format(encoded, indent=indent)
    return escape_json(encoded.decode("utf-8"))


def _mend(data: Any) -> Any:
    """The same data without lone surrogates; offsets into the texts hold."""
    if isinstance(data, str):
        return mend_surrogates(data)
    if isinstance(data, dict):
        return {mend_surrogates(key): _mend(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_mend(item) for item in data]
    return data
