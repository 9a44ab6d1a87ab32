"""Rows of the sieves as annotated documents, and the chronology that is made of them."""

from sieves.annotating import annotated
from sieves.rows import TABLES
from sieves.scenes import plain

from timeline import chronology as out
from timeline.annotation import Annotated
from timeline.report import make_timeline

PROVENANCE = out.Provenance(
    version="0", model="m", rules="r", options={}, reading_date="2026-11-22"
)


def timeline(*found: Annotated, **options) -> out.Timeline:
    return make_timeline(found, provenance=PROVENANCE, **options)


def row(table: str, index: int, date: str | None = "2022-01-10") -> Annotated:
    return annotated(TABLES[table][index].text, date)


def row_with(words: str, date: str | None = "2022-01-10") -> Annotated:
    """The row with these words in its text."""
    (text,) = {r.text for table in TABLES.values() for r in table if words in plain(r.text)}
    return annotated(text, date)


def titles(made: out.Timeline) -> list[list[str]]:
    words = {e.id: e.trigger for e in made.events}
    return [[words[event] for event in entry.events] for entry in made.entries]
