"""What must not change a result: other documents, their order, line ends, a paragraph far away."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import pytest
from samples import DATA

from timeline.annotation import Annotated
from timeline.document import Document
from timeline.pipeline import Options, Pipeline, load
from timeline.readers.make import make_document
from timeline.temporal.edtf import parse_date

# Prose whose line breaks mean nothing: no tables, headers or logs.
PROSE = ("biography", "company", "war", "wire")
SOURCES = sorted(DATA.glob("*.txt")) + sorted((DATA / "chronologies").glob("*-*.txt"))
NEUTRAL = "The committee has seven members. Its rules require a quorum of four."
Facts = tuple[Counter[Any], Counter[Any], Counter[Any]]


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    return load(Options(parse_date("2026-11-22")))


def facts(found: Annotated) -> Facts:
    """What is told, without offsets: expressions, events, and when they were."""
    text = found.document.text
    words = {event.id: event.text for event in found.events}
    return (
        Counter((" ".join(text[x.start : x.end].split()), str(x.value)) for x in found.expressions),
        Counter((e.text, e.class_, e.status, e.title) for e in found.events),
        Counter(
            (words[a.event_id], str(a.begin), str(a.end), a.sieve, a.relation)
            for a in found.anchors
        ),
    )


def read(texts: Sequence[str]) -> list[Facts]:
    documents = [make_document(text, f"{n}.txt", id=str(n)) for n, text in enumerate(texts)]
    return [facts(found) for found in pipeline().annotate_all(documents)]


def flat(text: str) -> str:
    """A text with a line a paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))


def texts(names: Sequence[str] = ()) -> list[str]:
    chosen = [path for path in SOURCES if not names or path.stem in names]
    return [path.read_text(encoding="utf-8") for path in chosen]


def wrap(width: int) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = (
            textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
            for part in text.split("\n\n")
        )
        return "\n\n".join(lines)

    return change


CHANGES: dict[str, Callable[[str], str]] = {
    "wrapped at 60": wrap(60),
    "wrapped at 79": wrap(79),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "three lines between paragraphs": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blank lines with blanks": lambda text: text.replace("\n\n", "\n  \t\n"),
    "hard spaces": lambda text: re.sub(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d)", "\u00a0", text),
    "a byte order mark": lambda text: f"\ufeff{text}",
}


@pytest.mark.parametrize("name", CHANGES)
def test_whitespace_changes_no_date(name: str) -> None:
    from timeline.readers.text import READER

    base = [flat(text) for text in texts(PROSE)]
    changed = []
    for number, text in enumerate(base):
        (document,) = READER.read(CHANGES[name](text).encode(), f"{number}.txt")
        assert isinstance(document, Document)
        changed.append(document)
    assert [facts(found) for found in pipeline().annotate_all(changed)] == read(base)


def test_neighbours_and_their_order_change_nothing() -> None:
    base = texts()
    assert len(base) >= 20
    expected = read(base)
    mixed = list(range(len(base)))
    random.Random(7).shuffle(mixed)
    found = read([base[place] for place in mixed])
    assert [found[mixed.index(place)] for place in range(len(base))] == expected
    for place in mixed[:5]:
        assert read([base[place]]) == [expected[place]]


def test_a_text_read_twice_is_read_alike() -> None:
    first, second = read([texts(PROSE)[0]] * 2)
    assert first == second


@pytest.mark.parametrize("where", ["end", "middle"])
def test_a_paragraph_without_dates_moves_no_date(where: str) -> None:
    base = [flat(text) for text in texts(PROSE)]
    grown = []
    for text in base:
        parts = text.split("\n\n")
        parts.insert(len(parts) if where == "end" else max(len(parts) // 2, 1), NEUTRAL)
        grown.append("\n\n".join(parts))
    for before, after in zip(read(base), read(grown), strict=True):
        # Nothing is lost; what is new is told in the paragraph itself.
        assert not before[0] - after[0]
        assert not untitled(before[1]) - untitled(after[1])
        moved = before[2] - after[2]
        # A story goes on only without it, and a guess weighs what stands around.
        told = all(key[3] in ("carried", "linker") for key in moved)
        assert not moved or (where == "middle" and told)


def untitled(events: Counter[Any]) -> Counter[object]:
    """Events without titles: "the group" may be named anew in a paragraph that stands nearer."""
    return Counter({event[:3]: number for event, number in events.items()})
