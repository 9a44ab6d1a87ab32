"""A chronology from the entries that were written one a line (-f jsonl), as far as they tell it.

They hold no texts: of a document's text only the sentences of its events and the dating words are
known, each at its place, with blanks between them. Offsets hold and quotes are true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from ..chronology import SCHEMA, Document, Entry, Event, Evidence, Provenance, Timeline
from ..errors import ReadError
from ..exporters.jsonl import Line, Source
from . import lower, read_timeline
from .faults import find_faults

_HINT = "write one with timeline extract -f jsonl, without --fields"
_SUFFIXES = (".jsonl", ".ndjson")
UNKNOWN = "unknown"  # JSON Lines do not tell what made them
PARTIAL = "read from JSON Lines: of its text only the sentences of dated events are known"
LONGEST = 20_000_000  # characters; ten times the longest text that is read


def read_any(data: bytes, name: str) -> Timeline:
    """The chronology of a JSON or JSON Lines file, whichever it is. Raises ReadError."""
    is_lines = name.lower().endswith(_SUFFIXES) or _is_entry(data.lstrip().partition(b"\n")[0])
    return read_lines(data, name) if is_lines else read_timeline(data, name)


def _is_entry(line: bytes) -> bool:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(found, dict) and "time" in found


def read_lines(data: bytes, name: str) -> Timeline:
    """The chronology of a JSON Lines file; `name` is told in errors. Raises ReadError."""
    lines = list(_decode(data.removeprefix(b"\xef\xbb\xbf"), name))
    # An event is in one entry only, but a document in many.
    sources = {source.id: source for line in lines for source in line.documents}
    told = {mention.id for line in lines for mention in line.events}
    texts = _Texts(name)
    for line in lines:
        texts.add(line)
    timeline = Timeline(
        provenance=Provenance(
            version=UNKNOWN, model=UNKNOWN, rules=UNKNOWN, options={}, reading_date=None
        ),
        documents=tuple(_document(source, texts.of(source.id)) for source in sources.values()),
        expressions=(),
        events=tuple(_event(mention) for line in lines for mention in line.events),
        entries=tuple(_entry(line, told) for line in lines),
        undated=(),
        failures=(),
    )
    for fault in find_faults(timeline):
        raise ReadError(f"{name} contradicts itself: {fault}", _HINT)
    return timeline


def _decode(data: bytes, name: str) -> Iterator[Line]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{name}, line {number},"
        try:
            yield msgspec.json.decode(line, type=Line)
        except msgspec.ValidationError as error:
            raise ReadError(f"{where} is no entry ({SCHEMA}): {lower(error)}", _HINT) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ReadError(f"{where} is no JSON: {lower(error)}", _HINT) from error
        except RecursionError as error:
            raise ReadError(f"{where} is nested too deep for an entry", _HINT) from error


class _Texts:
    """The known pieces of the documents' texts."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pieces: dict[str, list[tuple[int, str]]] = {}

    def add(self, line: Line) -> None:
        """Take the dating words and the sentences of an entry."""
        for mention in line.events:
            if mention.time is not None:
                self._add_words(mention.time.evidence)
        self._add_words(line.time.evidence)
        # The sentences last: they stand over the words in them.
        for mention in line.events:
            span = mention.sentence
            if span.end - span.start != len(mention.quote):
                problem = f"the quote of {mention.id!r} is not as long as its sentence"
                raise ReadError(f"{self._name} contradicts itself: {problem}", _HINT)
            self._add(mention.document, span.start, mention.quote)

    def _add_words(self, evidence: Iterable[Evidence]) -> None:
        for one in evidence:
            if one.expression and one.text and one.start is not None:
                self._add(one.expression.rpartition("/")[0], one.start, one.text)

    def _add(self, document: str, start: int, text: str) -> None:
        if not 0 <= start <= LONGEST - len(text):
            raise ReadError(f"{self._name} has words outside of any text: {start}", _HINT)
        self._pieces.setdefault(document, []).append((start, text))

    def of(self, document: str) -> str:
        """The text of a document, blank where it is not known."""
        pieces = self._pieces.get(document, [])
        letters = [" "] * max((start + len(text) for start, text in pieces), default=0)
        for start, text in pieces:
            letters[start : start + len(text)] = text
        return "".join(letters)


def _document(source: Source, text: str) -> Document:
    return Document(
        id=source.id,
        source=source.source,
        title=source.title,
        language=UNKNOWN,
        text=text,
        date=source.date,
        warnings=(PARTIAL,),
    )


def _event(mention: Event) -> Event:
    return Event(**{name: getattr(mention, name) for name in Event.__struct_fields__})


def _entry(line: Line, told: Collection[str]) -> Entry:
    """The entry; a conflict whose event is in no line is its own first event's."""
    first = line.events[0].id if line.events else ""
    conflicts = (
        one if one.event in told else msgspec.structs.replace(one, event=first)
        for one in line.conflicts
    )
    return Entry(
        id=line.id,
        time=line.time,
        title=line.title,
        events=tuple(mention.id for mention in line.events),
        documents=tuple(source.id for source in line.documents),
        conflicts=tuple(conflicts),
        salience=line.salience,
        corrected=line.corrected,
    )
