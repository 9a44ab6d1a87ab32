"""What a format without columns says of an entry: its title with the date, and lines beneath."""

from __future__ import annotations

from collections.abc import Iterator

from .columns import Row
from .dates import write_time


def head(row: Row) -> str:
    """The title, with its date wherever a mere day on a calendar would say too much.

    "Order was restored (by 7 Jan 2022; before)", "The talks resume (planned)".
    """
    standing = row.standing
    if standing == "exact":
        return row.entry.title
    if standing.startswith("exact, "):
        return f"{row.entry.title} ({standing.removeprefix('exact, ')})"
    return f"{row.entry.title} ({write_time(row.entry.time)}; {standing})"


def make_notes(row: Row) -> Iterator[str]:
    """When, by which words, where it stands, and who says otherwise: a line each, not escaped."""
    yield f"When: {tell_when(row)}"
    if row.words:
        yield "Dated by: " + ", ".join(f'"{words}"' for words in row.words)
    if row.sentence:
        yield f'Says: "{row.sentence}"'
    yield f"Source: {name_source(row)}"
    for conflict in row.entry.conflicts:
        yield f'But {write_time(conflict.time)}: "{conflict.quote}" ({conflict.note})'


def tell_when(row: Row) -> str:
    """The date as people write it, and what is to be known of it: "Mar 2021 (month, planned)"."""
    when, standing = write_time(row.entry.time), row.standing
    return when if standing == "exact" else f"{when} ({standing})"


def name_source(row: Row) -> str:
    """The document with the page or line, and the others that tell it."""
    place = row.event.locator
    where = f", page {place.page}" if place.page else f", line {place.line}" if place.line else ""
    others = (f"; {name}" for name in row.sources if name != row.document.source)
    return "".join([row.document.source + where, *others])
