"""The whole chronology as one JSON document."""

from __future__ import annotations

from typing import Any, TextIO

import msgspec

from ..chronology import Timeline
from .registry import Layout
from .safe import escape_json, mend_surrogates


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """Keys in the order of the records, two spaces of indent, one final newline."""
    stream.write(encode(timeline, indent=2) + "\n")


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
