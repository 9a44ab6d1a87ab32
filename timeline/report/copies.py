"""Texts that came several times: what they tell counts once, and names every copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

import msgspec

from ..chronology import Document, Entry, Event
from ..temporal.edtf import parse_date

_Key = tuple[str, int, str, str]


def join_copies(
    entries: Sequence[Entry], events: Mapping[str, Event], documents: Mapping[str, Document]
) -> list[Entry]:
    """One entry for what the same words of the same text tell.

    Its time is that of the copy that was written first: "on Wednesday" was meant then.
    """
    texts = [document.text for document in documents.values()]
    if len(set(texts)) == len(texts):
        return list(entries)
    joined: dict[str, Entry] = {}
    known: dict[_Key, str] = {}
    rank = {name: place for place, name in enumerate(documents)}
    for entry in sorted(entries, key=lambda one: _age(events[one.events[0]], documents, rank)):
        keys = [_key(events[name], documents) for name in entry.events]
        first = next((known[key] for key in keys if key in known), entry.id)
        joined[first] = _absorb(joined[first], entry) if first in joined else entry
        known.update((key, first) for key in keys if key not in known)
    return list(joined.values())


def _key(event: Event, documents: Mapping[str, Document]) -> _Key:
    return documents[event.document].text, event.start, event.polarity, event.status


def _age(
    event: Event, documents: Mapping[str, Document], rank: Mapping[str, int]
) -> tuple[float, int, int]:
    value = documents[event.document].date.value
    return (parse_date(value).cell.lo if value else inf), rank[event.document], event.start


def _absorb(entry: Entry, copy: Entry) -> Entry:
    return msgspec.structs.replace(
        entry,
        events=tuple(dict.fromkeys((*entry.events, *copy.events))),
        documents=tuple(dict.fromkeys((*entry.documents, *copy.documents))),
        conflicts=tuple(dict.fromkeys((*entry.conflicts, *copy.conflicts))),
    )
