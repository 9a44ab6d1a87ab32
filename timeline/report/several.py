"""Chronologies that were written before, as one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

import msgspec

from .. import chronology as out
from . import unite
from .choice import choose
from .selection import Selection

# The fields of records that hold ids.
_IDS = frozenset(
    {"id", "document", "documents", "event", "events", "other", "expression", "anchor_id", "ends"}
)
REPLACED = "its date came from a document that another file replaces"


def merge_timelines(
    timelines: Sequence[out.Timeline], selection: Selection | None = None
) -> out.Timeline:
    """One chronology of several, with one entry for one happening, and ids kept.

    A document that is in several of them is taken from the last. Where two texts have one id, the
    later gets "-2". `selection` chooses among the entries; all else stays complete.
    """
    selection = selection or Selection()
    parts = list(_keep_last(_tell_apart(timelines)))
    whole = out.Timeline(
        provenance=_provenance(timelines, selection),
        documents=tuple(x for part in parts for x in part.documents),
        expressions=tuple(x for part in parts for x in part.expressions),
        events=tuple(x for part in parts for x in part.events),
        entries=tuple(x for part in parts for x in part.entries),
        undated=tuple(x for part in parts for x in part.undated),
        failures=tuple(dict.fromkeys(x for part in parts for x in part.failures)),
        links=tuple(x for part in parts for x in part.links),
        corrections=tuple(x for part in parts for x in part.corrections),
    )
    return choose(unite(whole), selection.make_choice())


def _tell_apart(timelines: Iterable[out.Timeline]) -> Iterable[out.Timeline]:
    """The chronologies with another id for a document whose id another text has already."""
    texts: dict[str, str] = {}
    for timeline in timelines:
        new: dict[str, str] = {}
        for document in timeline.documents:
            name, count = document.id, 1
            while texts.get(name, document.text) != document.text:
                count += 1
                name = f"{document.id}-{count}"
            texts[name] = document.text
            if name != document.id:
                new[document.id] = name
        yield _rename(timeline, new) if new else timeline


def _rename(timeline: out.Timeline, new: dict[str, str]) -> out.Timeline:
    def walk(data: Any, key: str = "") -> Any:
        if isinstance(data, dict):
            return {name: walk(value, name) for name, value in data.items()}
        if isinstance(data, list | tuple):
            return [walk(item, key) for item in data]
        if isinstance(data, str) and key in _IDS:
            document, slash, local = data.rpartition("/")
            return f"{new[document]}/{local}" if slash and document in new else new.get(data, data)
        return data

    return msgspec.convert(walk(msgspec.to_builtins(timeline)), out.Timeline)


def _keep_last(timelines: Iterable[out.Timeline]) -> Iterable[out.Timeline]:
    """Each chronology without the documents that a later one has too."""
    found = list(timelines)
    last = {doc.id: place for place, part in enumerate(found) for doc in part.documents}
    for place, part in enumerate(found):
        gone = {doc.id for doc in part.documents if last[doc.id] != place}
        yield _without(part, gone) if gone else part


def _without(timeline: out.Timeline, gone: set[str]) -> out.Timeline:
    """A chronology without some documents; an entry goes on with what others tell of it."""
    events = {e.id: e for e in timeline.events if e.document not in gone}
    entries, undated = [], [one for one in timeline.undated if one.event in events]
    for entry in timeline.entries:
        names = [name for name in entry.events if name in events]
        dated = [name for name in names if _is_dated(events[name])]
        if names and (entry.events[0] in events or dated):
            main = entry.events[0] if entry.events[0] in events else dated[0]
            time = entry.time if main == entry.events[0] else events[main].time
            assert time is not None
            entries.append(
                msgspec.structs.replace(
                    entry,
                    id=entry.id if main == entry.events[0] else main,
                    time=time,
                    title=entry.title if main == entry.events[0] else events[main].title,
                    events=(main, *(name for name in names if name != main)),
                    documents=tuple(d for d in entry.documents if d not in gone),
                    conflicts=tuple(c for c in entry.conflicts if c.event in events),
                )
            )
        else:
            undated += [out.Undated(event=name, reason=REPLACED) for name in names]
    return msgspec.structs.replace(
        timeline,
        documents=tuple(d for d in timeline.documents if d.id not in gone),
        expressions=tuple(x for x in timeline.expressions if x.document not in gone),
        links=tuple(x for x in timeline.links if x.event in events),
        events=tuple(events.values()),
        entries=tuple(entries),
        undated=tuple(undated),
        corrections=tuple(c for c in timeline.corrections if _is_about(c, events)),
    )


def _is_about(correction: out.Correction, events: Container[str]) -> bool:
    """Whether it corrects an entry whose events are all still there."""
    told = [entry for entry in (correction.was, correction.now) if entry is not None]
    return all(name in events for entry in told for name in entry.events)


def _is_dated(event: out.Event) -> bool:
    return event.time is not None and event.time.basis != "document-date"


def _provenance(timelines: Sequence[out.Timeline], selection: Selection) -> out.Provenance:
    """What made all of them; where they differ, every value once."""
    made = [timeline.provenance for timeline in timelines]
    days = {one.reading_date for one in made}
    names = dict.fromkeys(name for one in made for name in one.options)
    options = {name: _agreed([one.options.get(name) for one in made]) for name in names}
    chosen = {k: v for k, v in selection.to_options().items() if v is not None and k != "all"}
    return out.Provenance(
        version="; ".join(sorted({one.version for one in made})),
        model="; ".join(sorted({one.model for one in made})),
        rules="; ".join(sorted({one.rules for one in made})),
        options={**options, **chosen, "merged": len(made)},
        reading_date=days.pop() if len(days) == 1 else None,
    )


def _agreed(
    values: Sequence[str | int | float | bool | None],
) -> str | int | float | bool | None:
    return values[0] if all(value == values[0] for value in values) else None
