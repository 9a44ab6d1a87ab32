"""Chronologies that were written before (-f json), read back."""

from __future__ import annotations

import re

import msgspec

from ..chronology import SCHEMA, Timeline
from ..errors import ReadError
from .faults import find_faults

HINT = "write one with timeline extract -f json"
_BOM = b"\xef\xbb\xbf"


def read_timeline(data: bytes, name: str) -> Timeline:
    """The chronology of a JSON file; `name` is told in errors. Raises ReadError."""
    hint = _hint(data)
    try:
        timeline = msgspec.json.decode(data.removeprefix(_BOM), type=Timeline)
    except msgspec.ValidationError as error:
        raise ReadError(f"{name} is no chronology ({SCHEMA}): {lower(error)}", hint) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReadError(f"{name} is no JSON: {lower(error)}", hint) from error
    except RecursionError as error:
        raise ReadError(f"{name} is nested too deep for a chronology", hint) from error
    for fault in find_faults(timeline):
        raise ReadError(f"{name} contradicts itself: {fault}", hint)
    return timeline


class _Corrected(msgspec.Struct):
    corrections: tuple[msgspec.Raw, ...] = ()


def count_corrections(data: bytes) -> int:
    """How many corrections by a person a JSON file holds; 0 where it is no chronology."""
    try:
        return len(msgspec.json.decode(data.removeprefix(_BOM), type=_Corrected).corrections)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return 0


def _hint(data: bytes) -> str:
    """How to get a chronology; a table that was written from one is not read back."""
    head = data.removeprefix(_BOM).partition(b"\n")[0]
    if data.lstrip()[:1] not in (b"{", b"[") and b"id" in re.split(rb'[,;\t"\r]', head):
        return "a table has corrections only: timeline apply CHRONOLOGY CORRECTIONS, in this order"
    return HINT


def lower(error: Exception) -> str:
    """What a decoder says, as the end of a sentence."""
    text = " ".join(str(error).split()).rstrip(".").removeprefix("JSON is malformed: ")
    return text[:1].lower() + text[1:]
