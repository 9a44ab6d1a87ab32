"""What changed between two chronologies: entries are found again by what they tell.

Ids hold offsets and contents, so they change when a text grows above. An entry is the same where
its sentence, or its kind of happening with its title, is the same; then the one most like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .chronology import Entry, Event, Record, Time, Timeline
from .merge import kind_of
from .merge.alike import are_alike
from .merge.profile import Profile, make_profile

Kind = Literal["added", "dropped", "moved", "contradicted", "supported", "retitled"]
# Of the words of two sentences and of two titles, the share that must be common.
ALIKE = 0.5
REACH = 40  # entries of one kind that one is compared with
_WORD = re.compile(r"[^\W_]+")


class Change(Record, frozen=True):
    """An entry that is new, gone, at another time, disputed, told by more, or told otherwise.

    `old` and `new` are entries of the two chronologies, null where there is none. `source` is a
    name of the entry's documents; `note` what else there is to say.
    """

    kind: Kind
    title: str
    source: str
    line: int | None
    old: Entry | None
    new: Entry | None
    note: str | None


class Difference(Record, frozen=True):
    """All changes, in the order of the chronology, and how many entries stayed as they were."""

    changes: tuple[Change, ...]
    unchanged: int
    documents_added: tuple[str, ...]
    documents_dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry with what it is found again by."""

    entry: Entry
    event: Event
    source: str
    sources: frozenset[str]
    kinds: frozenset[str]
    title: tuple[str, ...]
    words: tuple[str, ...]
    profile: Profile | None

    @property
    def span(self) -> tuple[str | None, ...]:
        """When it was, whatever says so."""
        return _span(self.entry.time)


def compare_timelines(old: Timeline, new: Timeline) -> Difference:
    """What the second chronology adds to the first, moves, contradicts, supports and drops."""
    before, after = list(_know(old)), list(_know(new))
    pairs = _match(before, after)
    changes = [c for i, j in pairs.items() if (c := _change(before[i], after[j])) is not None]
    found = set(pairs.values())
    lost, gained = _reasons(new), _reasons(old)
    for place, one in enumerate(before):
        if place not in pairs:
            changes.append(_make("dropped", one, old=one.entry, note=lost.get(_key(one))))
    for place, one in enumerate(after):
        if place not in found:
            was = gained.get(_key(one))
            changes.append(_make("added", one, new=one.entry, note=was and f"before: {was}"))
    order = {id(entry): n for line in (old.entries, new.entries) for n, entry in enumerate(line)}
    changes.sort(key=lambda change: order[id(change.new or change.old)])
    names = [dict.fromkeys(d.source for d in timeline.documents) for timeline in (old, new)]
    told = sum(change.kind not in ("added", "dropped") for change in changes)
    return Difference(
        changes=tuple(changes),
        unchanged=len(pairs) - told,
        documents_added=tuple(name for name in names[1] if name not in names[0]),
        documents_dropped=tuple(name for name in names[0] if name not in names[1]),
    )


def pair_entries(old: Timeline, new: Timeline) -> dict[str, str]:
    """The id of an entry of the first -> that of the same one in the second, where it has one."""
    pairs = _match(list(_know(old)), list(_know(new)))
    return {old.entries[i].id: new.entries[j].id for i, j in pairs.items()}


def _change(one: _Known, other: _Known) -> Change | None:
    """How an entry changed that is in both; None where it did not."""
    before, after = one.entry, other.entry
    if one.span != other.span:
        return _make("moved", other, old=before, new=after, note=_retitled(before, after))
    times = {_span(conflict.time) for conflict in one.entry.conflicts}
    for conflict in other.entry.conflicts:
        if _span(conflict.time) not in times:
            note = conflict.quote or conflict.note
            return _make("contradicted", other, old=before, new=after, note=note)
    more = sorted(other.sources - one.sources)
    if more and one.sources < other.sources:
        note = f"now also in {', '.join(more)}"
        return _make("supported", other, old=before, new=after, note=note)
    if title := _retitled(before, after):
        return _make("retitled", other, old=before, new=after, note=title)
    return None


def _retitled(before: Entry, after: Entry) -> str | None:
    return f"titled before: {before.title}" if before.title != after.title else None


def _make(
    kind: Kind,
    known: _Known,
    *,
    old: Entry | None = None,
    new: Entry | None = None,
    note: str | None = None,
) -> Change:
    return Change(
        kind=kind,
        title=known.entry.title,
        source=known.source,
        line=known.event.locator.line,
        old=old,
        new=new,
        note=note,
    )


def _span(time: Time) -> tuple[str | None, ...]:
    begin, end = time.begin, time.end
    return begin.earliest, begin.latest, end.earliest, end.latest, time.shape


def _know(timeline: Timeline) -> Iterator[_Known]:
    events = {event.id: event for event in timeline.events}
    documents = {document.id: document for document in timeline.documents}
    for entry in timeline.entries:
        event = events[entry.events[0]]
        mentions = [events[name] for name in entry.events]
        yield _Known(
            entry=entry,
            event=event,
            source=documents[event.document].source,
            sources=frozenset(documents[name].source for name in entry.documents),
            kinds=frozenset(kind_of(events[name].lemma) for name in entry.events),
            title=tuple(_words(entry.title)),
            words=_sentence(event, documents[event.document].text),
            profile=make_profile(entry.id, mentions, entry.time, documents),
        )


def _sentence(event: Event, text: str) -> tuple[str, ...]:
    return tuple(_words(text[event.sentence.start : event.sentence.end]))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


# Finding an entry again ---------------------------------------------------------------------------


def _match(before: Sequence[_Known], after: Sequence[_Known]) -> dict[int, int]:
    """Place before -> place after, each at most once; the surest way first."""
    pairs: dict[int, int] = {}
    ways: tuple[Callable[[_Known], Hashable], ...] = (
        lambda k: (k.source, k.event.trigger, k.words, k.span),
        lambda k: (k.event.trigger, k.words, k.span),
        lambda k: (k.source, k.event.trigger, k.words),
        lambda k: (k.event.trigger, k.words),
        lambda k: (k.kinds, k.title, k.span),
    )
    for way in ways:
        left = _by(way, [(i, k) for i, k in enumerate(after) if i not in set(pairs.values())])
        for place, known in enumerate(before):
            if place not in pairs and (same := left.get(way(known))):
                pairs[place] = same.pop(0)
    _match_like(before, after, pairs)
    return pairs


def _by(
    way: Callable[[_Known], Hashable], known: Sequence[tuple[int, _Known]]
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place, one in known:
        found.setdefault(way(one), []).append(place)
    return found


def _match_like(before: Sequence[_Known], after: Sequence[_Known], pairs: dict[int, int]) -> None:
    """Of what is left, those of one kind whose sentences or titles are most alike."""
    taken = set(pairs.values())
    blocks: dict[str, list[int]] = {}
    for place, known in enumerate(after):
        for kind in known.kinds if place not in taken else ():
            blocks.setdefault(kind, []).append(place)
    scored = []
    for place, known in enumerate(before):
        if place in pairs:
            continue
        near = {other for kind in known.kinds for other in blocks.get(kind, [])[:REACH]}
        for other in near:
            score = _likeness(known, after[other])
            if score >= ALIKE:
                scored.append((-score, place, other))
    for _, place, other in sorted(scored):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)


def _likeness(one: _Known, other: _Known) -> float:
    """From 0 to 1, more where two documents would be one entry.

    At another time, both sentence and title must be alike.
    """
    title = _shared(one.title, other.title)
    if one.profile and other.profile and are_alike(one.profile, other.profile):
        return 1 + title
    sentence = _shared(one.words, other.words)
    if one.span == other.span:
        return max(title, sentence)
    return min(max(title, sentence), (title + sentence) / 2 + 0.1)


def _shared(mine: Sequence[str], yours: Sequence[str]) -> float:
    one, other = set(mine), set(yours)
    return len(one & other) / len(one | other) if one | other else 0.0


def _key(known: _Known) -> tuple[str, tuple[str, ...]]:
    return known.event.trigger, known.words


def _reasons(timeline: Timeline) -> Mapping[tuple[str, tuple[str, ...]], str]:
    """Why an event has no date there, by its word and sentence."""
    events = {event.id: event for event in timeline.events}
    texts = {document.id: document.text for document in timeline.documents}
    found = {}
    for one in timeline.undated:
        event = events[one.event]
        found[event.trigger, _sentence(event, texts[event.document])] = one.reason
    return found
