"""A text says the same at any width: blocks, and the rows of its chronology."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from timeline.batch.run import run
from timeline.pipeline import Options
from timeline.readers.blocks import find_blocks
from timeline.readers.decoding import read_text
from timeline.readers.make import make_document
from timeline.temporal.edtf import parse_date

NAMES = ("biography", "company", "incident", "war", "wire", "witness")
WIDTHS = (40, 45, 50, 55, 60, 66, 72, 80, 100)
OPTIONS = Options(reading_date=parse_date("2026-11-22"))


def unwrapped(data: Path, name: str) -> str:
    """The text with every block on a line of its own and its blank lines kept."""
    text, _ = read_text((data / f"{name}.txt").read_bytes())
    parts, position = [], 0
    for block in find_blocks(text):
        parts += [text[position : block.start], " ".join(text[block.start : block.end].split())]
        position = block.end
    return "".join((*parts, text[position:]))


def rewrapped(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False)
        for line in text.split("\n")
    )


def blocks(text: str) -> list[tuple[str, str]]:
    return [(b.kind, " ".join(text[b.start : b.end].split())) for b in find_blocks(text)]


def rows(text: str) -> list[tuple[str, str, str]]:
    """The chronology: what stands in a row of the table."""
    timeline = run([make_document(text, "test", id="d")], OPTIONS)
    return [
        (" ".join(entry.title.split()), str(entry.time.begin), str(entry.time.end))
        for entry in timeline.entries
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_sample_has_the_same_blocks_at_any_width(data: Path, name: str, width: int) -> None:
    text = unwrapped(data, name)
    assert blocks(rewrapped(text, width)) == blocks(text)


@pytest.fixture(scope="module")
def flat_rows(data: Path) -> dict[str, list[tuple[str, str, str]]]:
    return {name: rows(unwrapped(data, name)) for name in NAMES}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_sample_has_the_same_chronology_at_any_width(
    data: Path, flat_rows: dict[str, list[tuple[str, str, str]]], width: int
) -> None:
    for name in NAMES:
        assert flat_rows[name]
        found = rows(rewrapped(unwrapped(data, name), width))
        assert found == flat_rows[name], name
