"""Ids, places, lines and pages of documents and events."""

from dataclasses import replace

from report.making import row, row_with, timeline

from timeline.annotation import Participant
from timeline.document import content_id


def test_ids_places_and_lines() -> None:
    found = row_with("collapsed on Saturday.\n\nRescuers")
    who = Participant("Rescuers", 0, 8, "agent", "PERSON")
    where = Participant("the port", 0, 8, "place")
    events = tuple(replace(e, participants=(who, where)) for e in found.events)
    made = timeline(replace(found, events=events))
    first, second = made.events
    assert [e.locator.line for e in made.events] == [1, 3]
    assert second.id == f"d/e{second.start}"
    assert [p.text for p in first.participants] == ["Rescuers"]
    assert [p.text for p in first.places] == ["the port"]
    assert made.expressions[0].id == f"d/t{made.expressions[0].start}"


def test_an_event_stands_on_the_page_that_its_word_is_on() -> None:
    found = row_with("collapsed on Saturday.\n\nRescuers")
    first, second = found.events
    for pages, expected in (
        ((), [None, None]),
        ((0,), [1, 1]),
        ((0, second.start), [1, 2]),
        ((0, first.start + 1, second.start + 1), [1, 2]),
        ((0, 0, 0), [3, 3]),  # two pages without text
    ):
        document = replace(found.document, pages=pages)
        made = timeline(replace(found, document=document))
        assert [e.locator.page for e in made.events] == expected


def test_a_text_that_comes_twice_counts_once() -> None:
    made = timeline(row("contract", 0), row("contract", 0))
    assert [d.id for d in made.documents] == ["d", "d-2"]
    (entry,) = made.entries
    assert entry.documents == ("d", "d-2")
    assert entry.events == ("d/e10", "d-2/e10")
    assert len(made.events) == 2


def test_a_document_without_an_id_is_named_by_its_content() -> None:
    found = row("contract", 0)
    made = timeline(replace(found, document=replace(found.document, id="")))
    assert made.documents[0].id == content_id(found.document.text)
