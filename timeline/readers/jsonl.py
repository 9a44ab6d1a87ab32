"""JSON Lines: a document a line, `{"id", "text", "date"?, "title"?}`; other keys are ignored."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from ..document import Document
from .base import Failure, Reader
from .decoding import HEAD, MARKS, decode
from .record import read_record

OBJECT = re.compile(r'\s{0,80}\{\s{0,80}"[^"\\]{1,80}"\s{0,8}:')
_CHRONOLOGY = re.compile(r'\s{0,80}\{\s{0,80}"schema"\s{0,8}:\s{0,8}"timeline/')
HINT = 'every line is one document: {"id": "a1", "text": "...", "date": "2022-01-10"}'


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The documents in order; a broken line is a Failure named `source:line`.

    A text is kept as it is in the JSON, line ends too: its writer counts offsets in it.
    """
    if _CHRONOLOGY.match(decode(data[:HEAD])[0]):
        reason = "this is a chronology, and documents are wanted"
        yield Failure(source, reason, "timeline render writes it in another format")
        return
    if _is_spread(data):
        reason = "this is one piece of JSON over several lines, not JSON Lines"
        yield Failure(source, reason, "put every document on one line, as `jq -c` does")
        return
    yield from _read_lines(_lines(data), source)


def stream(lines: Iterable[bytes], source: str) -> Iterator[Document | Failure]:
    """The documents of a file that `can_stream`, no more of it in memory than a line."""
    yield from _read_lines(map(decode, lines), source)


def can_stream(start: bytes) -> bool:
    """Whether a file that starts so holds a document in each line, as far as `read` would see.

    Its first line must be whole there.
    """
    encoded = any(start.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8")
    first = next((line for line in BytesIO(start) if line.strip()), b"")
    if encoded or not first.endswith(b"\n") or _CHRONOLOGY.match(decode(start[:HEAD])[0]):
        return False
    return is_certain(start)


def _read_lines(
    lines: Iterable[tuple[str, tuple[str, ...]]], source: str
) -> Iterator[Document | Failure]:
    found = 0
    for number, (line, warnings) in enumerate(lines, start=1):
        if not line.strip():
            continue
        found += 1
        yield _read_line(line, f"{source}:{number}", warnings)
    if not found:
        yield Failure(source, "the file holds no line with a document", HINT)


def sniff(head: bytes) -> bool:
    """Whether a file begins like a JSON object."""
    text, _ = decode(head)
    return bool(OBJECT.match(text))


def is_certain(data: bytes) -> bool:
    """Whether the first line is an object with a text: prose is none."""
    if not sniff(data[:HEAD]):
        return False
    first = next((line for line, _ in _lines(data) if line.strip()), "")
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and isinstance(record.get("text"), str)


def _is_spread(data: bytes) -> bool:
    """Whether the first line is no JSON, but the whole file is."""
    first = next((line for line, _ in _lines(data) if line.strip()), "")
    return not _parses(first) and _parses(decode(data)[0])


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _lines(data: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines with the warnings of their decoding, one at a time."""
    if any(data.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8"):
        text, warnings = decode(data)
        # Not splitlines: a JSON string may hold the Unicode line separators.
        yield from ((line, warnings) for line in text.split("\n"))
        return
    yield from (decode(line) for line in BytesIO(data))


def _read_line(line: str, source: str, warnings: tuple[str, ...]) -> Document | Failure:
    try:
        record = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        return Failure(source, f"this line is not JSON: {_reason(error)}", HINT)
    except (ValueError, RecursionError):
        return Failure(source, "this line is JSON that is too deep or has too long a number", HINT)
    if not isinstance(record, dict):
        return Failure(source, "this line is JSON, but not an object", HINT)
    found = read_record(record, source, warnings)
    if isinstance(found, Failure) and not isinstance(record.get("text"), str):
        return replace(found, hint=HINT)
    return found


def _reason(error: json.JSONDecodeError) -> str:
    """What is wrong and where in the line (from 1)."""
    return f"{error.msg[0].lower()}{error.msg[1:]} at character {error.pos + 1}"


READER = Reader(
    "jsonl",
    (".jsonl", ".ndjson"),
    "JSON Lines, a document a line: id, text, date, title",
    read,
    sniff,
    is_certain,
)
