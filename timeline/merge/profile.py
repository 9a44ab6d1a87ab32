"""What an entry is known by when it is compared with others: kinds, names, places, times, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from sys import intern
from typing import Any

from ..chronology import Document, Event, Time
from ..temporal.axis import DAY_SECONDS, Extent
from ..temporal.edtf import parse_date
from .names import Name, find_names
from .words import kind_of, load_words

REALITY: Mapping[str, str] = {
    "happened": "real", "ongoing": "real", "alleged": "real", "planned": "open", "possible": "open",
    "recurring": "repeated", "generic": "repeated", "denied": "denied",
}  # fmt: skip
# Classes of which two alike are two: what is thought, felt, seen, and what simply is.
_PRIVATE = frozenset({"I_STATE", "STATE", "PERCEPTION"})
_TOKEN = re.compile(r"[^\W_]+")
_LONG = 4  # letters of a word that may tell what a sentence is about
ALIKE = 1 << 12  # sets that are shared
DAYS = 1 << 16  # days that are remembered: 180 years
_FULL = 3  # words of a title that tells who did what
_NEAR = 4  # words before a trigger that may set it apart ("a second blast")


@dataclass(frozen=True, slots=True)
class When:
    """A time as it is compared; `exact` within one day, `stated` by an expression for it."""

    extent: Extent
    exact: bool
    stated: bool
    cell: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """An entry, or an event that is in none, as others are compared with it.

    `words` are those of its sentences without the triggers (`used`), in order: as a set they would
    take six times the memory. `light`: no mention of it but the first, which is made an exception
    of, tells a happening. `telling`: how its titles tell it.
    """

    id: str
    documents: frozenset[str]
    kinds: frozenset[str]
    reality: str
    agents: tuple[Name, ...]
    patients: tuple[Name, ...]
    others: tuple[Name, ...]
    places: tuple[Name, ...]
    when: When
    words: tuple[str, ...]
    marks: frozenset[str]
    used: frozenset[str]
    is_noun: bool
    says: bool
    speakers: frozenset[str | None]
    light: bool
    telling: frozenset[str]

    @property
    def core(self) -> tuple[Name, ...]:
        """Those who do it and those to whom it is done."""
        return self.agents + self.patients

    @property
    def names(self) -> tuple[Name, ...]:
        """All who take part, and the places."""
        return (*self.agents, *self.patients, *self.others, *self.places)


def make_profile(
    name: str, events: Sequence[Event], time: Time | None, documents: Mapping[str, Document]
) -> Profile | None:
    """The profile of some mentions of one happening; None where two alike are never one."""
    light, speech = load_words().light, load_words().speech
    told = {event.id: kind_of(event.lemma) for event in events}
    heavy = [e for e in events if told[e.id] not in light and e.class_ not in _PRIVATE]
    is_light = not heavy
    if told[events[0].id] == "bear" and not heavy:
        heavy = [events[0]]  # "was born" is a state to some
    telling = frozenset(filter(None, map(_told_as, events)))
    kinds = frozenset(told[event.id] for event in heavy)
    if not heavy and telling and events[0].class_ not in _PRIVATE:
        # "Went public" is of no kind but its own: only what is told in the same words is alike.
        heavy, kinds = [events[0]], telling
    if not heavy:
        return None
    first = heavy[0]
    words = {
        word for event in events for word in _sentence_words(documents[event.document].text, event)
    }
    used = _one(
        frozenset(intern(w) for event in heavy for w in (event.lemma, event.trigger.lower()))
    )
    return Profile(
        id=name,
        documents=_one(frozenset(event.document for event in events)),
        kinds=_one(kinds),
        reality="denied" if first.polarity == "NEG" else REALITY.get(first.status, first.status),
        agents=_names(events, "agent"),
        patients=_names(events, "patient"),
        others=_names(events, "other"),
        places=_places(events),
        when=when_of(time),
        words=_in_order(w for w in words - used if len(w) >= _LONG),
        marks=_one(_marks(first, documents[first.document].text)),
        used=used,
        is_noun=all(event.pos == "NOUN" for event in heavy),
        says=all(told[e.id] in speech or e.class_ == "REPORTING" for e in heavy),
        speakers=_one(frozenset(event.attributed_to for event in events)),
        light=is_light,
        telling=telling,
    )


def join_profiles(name: str, one: Profile, other: Profile, time: Time) -> Profile | None:
    """The profile of the mentions of one and behind them those of another; None if to be made anew.

    It is what `make_profile` says of all of them, without reading their sentences again.
    """
    if one.light or other.light:
        return None
    used = _one(one.used | other.used)
    return Profile(
        id=name,
        documents=one.documents | other.documents,
        kinds=_one(one.kinds | other.kinds),
        reality=one.reality,
        agents=_each(one.agents, other.agents),
        patients=_each(one.patients, other.patients),
        others=_each(one.others, other.others),
        places=_each(one.places, other.places),
        when=when_of(time),
        words=_in_order({*one.words, *other.words} - used),
        marks=one.marks,
        used=used,
        is_noun=one.is_noun and other.is_noun,
        says=one.says and other.says,
        speakers=_one(one.speakers | other.speakers),
        light=False,
        telling=one.telling | other.telling,
    )


def _told_as(event: Event) -> str | None:
    """The words of a title, without what its text is about; None for what says too little."""
    words = _TOKEN.findall(event.title.partition(" (")[0].lower())
    return intern(" ".join(words)) if len(words) >= _FULL else None


@lru_cache(maxsize=ALIKE)
def _one(names: frozenset[Any]) -> frozenset[Any]:
    """The same object for equal sets: most are of a few kinds, and each takes 216 bytes."""
    return names


def _in_order(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(intern, words)))


def _each(mine: tuple[Name, ...], yours: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(mine + yours)) if mine and yours else mine or yours


def is_told(event: Event) -> bool:
    """True for a noun and for what is told as past; "once he arrives" may not have happened."""
    return event.pos == "NOUN" or event.tense in ("PAST", "PASTPART") or event.aspect != "NONE"


def when_of(time: Time | None) -> When:
    """The stretch that a time leaves open; all of time without one."""
    if time is None:
        return When(Extent(-inf, inf), exact=False, stated=False, cell=False)
    first, last = time.begin.earliest, time.end.latest
    lo = _cell(first).lo if first else -inf
    hi = _cell(last).hi if last else inf
    exact = hi - lo <= DAY_SECONDS
    stated = time.basis in ("expression", "relative", "event", "person")
    stated = stated and time.shape == "instant"
    return _make_when(lo, hi, exact, stated, first is not None and last is not None)


@lru_cache(maxsize=DAYS)
def _make_when(lo: float, hi: float, exact: bool, stated: bool, cell: bool) -> When:
    return When(Extent(lo, hi), exact=exact, stated=stated, cell=cell)


@lru_cache(maxsize=DAYS)
def _cell(day: str) -> Extent:
    return parse_date(day).cell


def _names(events: Sequence[Event], role: str) -> tuple[Name, ...]:
    found = [
        name
        for event in events
        for one in event.participants
        if one.role == role
        for name in find_names(one, event.sentence.start)
    ]
    return tuple(dict.fromkeys(found))


def _places(events: Sequence[Event]) -> tuple[Name, ...]:
    found = (n for event in events for one in event.places for n in find_names(one))
    return tuple(dict.fromkeys(found))


def _sentence_words(text: str, event: Event) -> list[str]:
    sentence = text[event.sentence.start : event.sentence.end]
    return [word.lower() for word in _TOKEN.findall(sentence)]


def _marks(event: Event, text: str) -> frozenset[str]:
    """Words just before a trigger that set it apart from another of its kind."""
    before = _TOKEN.findall(text[event.sentence.start : event.start])[-_NEAR:]
    return load_words().another & {word.lower() for word in before}
