"""Titles that nobody reads are not made, and no output shows it."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from timeline import chronology
from timeline.batch.run import run
from timeline.document import Document
from timeline.exporters import FORMATS
from timeline.pipeline import Options, stages
from timeline.temporal.edtf import parse_date

# Two mentions of one death, one of them without a date; two dates of one verb; a second time.
TEXT = (
    "OSLO, May 12, 2022 (Newswire) - Ann Lee, who had been ill for years, died on May 3, her"
    " brother said. He called Lee's death a loss.\n\n"
    "She was nominated for the prize in 1921 and again in 1924, won medals in 1903 and 1905, and"
    " liked to swim. The mayor wept. On Monday a fire began in the harbour and a man was hurt."
)


@cache
def chronology_of(*, every_title: bool) -> chronology.Timeline:
    options = Options(reading_date=parse_date("2024-01-01"), every_title=every_title)
    return run([Document(id="d", text=TEXT, source="test")], options)


def without_titles(timeline: chronology.Timeline) -> chronology.Timeline:
    events = (msgspec.structs.replace(event, title="") for event in timeline.events)
    return msgspec.structs.replace(timeline, events=tuple(events))


def test_the_entries_are_the_same() -> None:
    every, few = chronology_of(every_title=True), chronology_of(every_title=False)
    assert without_titles(few) == without_titles(every)
    titles = {entry.title for entry in every.entries}
    assert {"Ann Lee died", "Ann Lee was nominated for the prize again"} <= titles
    merged = next(entry for entry in every.entries if entry.title == "Ann Lee died")
    assert len(merged.events) == 2


def test_events_without_an_entry_have_only_their_trigger() -> None:
    every, few = chronology_of(every_title=True), chronology_of(every_title=False)
    whole = {event.id: event.title for event in every.events}
    shown = {name for entry in few.entries for name in entry.events}
    assert all(event.title == whole[event.id] for event in few.events if event.id in shown)
    bare = {event.trigger for event in few.events if event.title != whole[event.id]}
    assert {"said", "swim"} <= bare
    assert all(event.title == event.trigger for event in few.events if event.trigger in bare)


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if not one.every_title])
def test_a_format_that_asks_for_few_titles_tells_no_other(name: str) -> None:
    timeline, exporter = chronology_of(every_title=True), FORMATS[name]
    assert exporter.to_bytes(timeline) == exporter.to_bytes(without_titles(timeline))


@pytest.mark.parametrize(
    "name", [n for n, one in FORMATS.items() if one.every_title and not one.binary]
)
def test_the_other_formats_tell_them(name: str) -> None:
    timeline, exporter = chronology_of(every_title=True), FORMATS[name]
    assert exporter.to_bytes(timeline) != exporter.to_bytes(without_titles(timeline))


@pytest.mark.parametrize(("name", "size"), [("WINDOW", 20), ("BOOK", 0)])
def test_so_it_is_with_long_texts(name: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, name, size)
    options = Options(reading_date=parse_date("2024-01-01"), every_title=False)
    timeline = run([Document(id="d", text=TEXT, source="test")], options)
    assert timeline.entries == chronology_of(every_title=True).entries
    titled = [event.title != event.trigger for event in timeline.events]
    assert all(titled) is (name == "BOOK")
