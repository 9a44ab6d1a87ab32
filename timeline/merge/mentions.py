"""Which mentions are one happening: within a document, by clause, then by name and time.

Precision first: two rows for one event are a nuisance, one row for two events is an error. A report
never merges with what it reports, nor a denial with its assertion, nor a plan with what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from ..annotation import Anchor, Annotated, Event, Participant, Status
from ..consistency import NAME as ORDER
from ..temporal.axis import ALWAYS, Extent
from .words import kind_of, load_words

REACH = 40  # earlier mentions of a word that a later one may go back to; keeps long texts linear
APART = frozenset(("REPORTING", "I_STATE", "STATE", "PERCEPTION"))  # never mentioned again
FEWEST = 5  # words of a title that may be another one at less length
SHARED = 0.85  # of the shorter title's words
_THEME = re.compile(r" \([^()]{2,60}\)$")
_WORD = re.compile(r"\w{1,60}")
_REALITY: Mapping[Status, str] = {
    "happened": "real", "ongoing": "real", "alleged": "real", "planned": "open", "possible": "open",
    "recurring": "repeated", "generic": "repeated", "denied": "denied",
}  # fmt: skip
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)


def merge_mentions(annotated: Annotated) -> tuple[tuple[str, ...], ...]:
    """Groups of event ids, each one happening; in text order, every event in exactly one group."""
    events = {event.id: event for event in annotated.events}
    extents = {anchor.event_id: dated_extent(anchor) for anchor in annotated.anchors}
    leader = {event: event for event in events}

    def find(event: str) -> str:
        while leader[event] != event:
            event = leader[event]
        return event

    def join(first: str, second: str) -> None:
        a, b = sorted((find(first), find(second)), key=lambda e: events[e].start)
        leader[b] = a

    for anchor in annotated.anchors:
        if anchor.part_of in events and anchor.event_id in events:
            join(anchor.event_id, anchor.part_of)
    for event, earlier in _mentioned_again(annotated, extents):
        join(event, earlier)
    for event, earlier in _told_again(annotated, extents):
        join(event, earlier)
    groups: dict[str, list[str]] = {}
    for event in sorted(events, key=lambda e: events[e].start):
        groups.setdefault(find(event), []).append(event)
    return tuple(tuple(group) for group in groups.values())


def _mentioned_again(
    annotated: Annotated, extents: Mapping[str, Extent | None]
) -> Iterable[tuple[str, str]]:
    """(event, earlier mention) of one happening."""
    kinds: dict[str, list[Event]] = {}
    for event in annotated.events:
        if event.class_ in APART:
            continue
        earlier = kinds.setdefault(kind_of(event.lemma), [])
        same = [e for e in earlier[-REACH:] if _is_same(annotated, e, event, extents)]
        # With two candidates nobody knows which one is meant.
        times = {extents.get(e.id) for e in same} - {None}
        if same and len(times) <= 1:
            yield event.id, same[-1].id
        earlier.append(event)


def _told_again(
    annotated: Annotated, extents: Mapping[str, Extent | None]
) -> Iterable[tuple[str, str]]:
    """(event, earlier event) of one sentence and one time, where one title holds the other.

    A noun that says too little has its clause for a title: "They met at a summit" is one row. So is
    what came of it: "A truck ran off the road" and "A truck ran off the road, crushing two".
    """
    told: dict[tuple[tuple[int, int], Extent], list[Event]] = {}
    for event in annotated.events:
        extent = extents.get(event.id)
        if event.title and extent is not None:
            before = told.setdefault((event.sentence, extent), [])
            for earlier in before:
                same = _told(event) == _told(earlier) or _goes_on(event, earlier)
                if same or _tells_the_same(event, earlier):
                    yield event.id, earlier.id
                    break
            before.append(event)


def without_theme(title: str) -> str:
    """A title without what its text is about, or who says it: a longer one has no room for it."""
    return _THEME.sub("", title.rpartition(": ")[2])


def _told(event: Event) -> str:
    return without_theme(event.title)


def _goes_on(event: Event, earlier: Event) -> bool:
    """Whether a participle behind a clause says what came of it."""
    return (
        event.tense == "PRESPART"
        and _told(event).startswith(f"{_told(earlier)}, ")
        and _is_alike(event, earlier)
    )


def _tells_the_same(event: Event, earlier: Event) -> bool:
    """Whether two titles of a sentence tell one thing at more and less length.

    "Benedict wrapped up a momentous visit by celebrating mass", "Benedict wrapped up a visit by
    celebrating mass at a cathedral"; not what is said and who says it.
    """
    if not _is_alike(event, earlier) or "REPORTING" in (event.class_, earlier.class_):
        return False
    first, second = (
        set(_WORD.findall(_told(event).lower())),
        set(_WORD.findall(_told(earlier).lower())),
    )
    fewer = min(len(first), len(second))
    return fewer >= FEWEST and len(first & second) >= SHARED * fewer


def _is_alike(event: Event, earlier: Event) -> bool:
    """Whether both are as real, and both or none denied."""
    alike = _REALITY[event.status] == _REALITY[earlier.status]
    return alike and event.polarity == earlier.polarity


def _is_same(
    annotated: Annotated, first: Event, second: Event, extents: Mapping[str, Extent | None]
) -> bool:
    """True for two mentions that nothing tells apart and something ties together."""
    if not _is_as_real(first, second, extents):
        return False
    one, other = extents.get(first.id), extents.get(second.id)
    shared = _share_participant(first, second)
    if one is not None and other is not None:
        if second.pos == "VERB" and _is_open(one) != _is_open(other):
            return False  # "sold its first lot in 2014. By last Christmas it had sold 340"
        nested = one.contains(other) or other.contains(one)
        return nested and (shared is True or (one == other and shared is None))
    if shared is False:
        return False
    if second.pos == "NOUN":
        if shared is None and one is None and other is not None and _names(second.participants):
            return False  # "since the visit of John Paul II in 2001": it says itself which one
        return _is_definite(annotated.document.text, second) or (
            # "Ferrau died. ... Ferrau's death": whose it is makes it definite.
            shared is True and not _is_new(annotated.document.text, second)
        )
    # "Protests erupt" as a headline over "Protests erupted on January 2".
    return shared is True and one is None and first.sentence[0] == annotated.sentences[0][0]


def _is_open(extent: Extent) -> bool:
    """True for "by May", "since 2014": bounded on one side only."""
    return extent.lo == -inf or extent.hi == inf


def _is_as_real(first: Event, second: Event, extents: Mapping[str, Extent | None]) -> bool:
    """False for a denial and its assertion, a plan and what came of it, a habit and one occasion.

    A noun without a date of its own ("the election") does not say whether it has happened.
    """
    one, other = _REALITY[first.status], _REALITY[second.status]
    if first.polarity != second.polarity or (one != other and "denied" in (one, other)):
        return False
    vague = any(
        event.pos == "NOUN" and event.status == "happened" and extents.get(event.id) is None
        for event in (first, second)
    )
    return one == other or vague


def dated_extent(anchor: Anchor) -> Extent | None:
    """Where an expression puts an event; None where only tense or the report does."""
    if anchor.basis == "document-date" or anchor.sieve == ORDER:
        return None
    lo, hi = anchor.begin.earliest, anchor.end.latest
    return Extent(lo.cell.lo if lo else ALWAYS.lo, hi.cell.hi if hi else ALWAYS.hi)


def _share_participant(first: Event, second: Event) -> bool | None:
    """True if both name the same one; False if both name some, none the same; None else."""
    mine, yours = _names(first.participants), _names(second.participants)
    if not mine or not yours:
        return None
    return bool(mine & yours)


def _names(participants: Sequence[Participant]) -> set[str]:
    """The last words of the participants' names: "President Tokayev" and "Tokayev" agree."""
    words = (p.text.lower().split() for p in participants)
    return {w[-1] for w in words if w}


def _is_new(text: str, event: Event) -> bool:
    """True for "an attack", "another strike", "three raids"."""
    before = text[event.sentence[0] : event.start].lower().split()[-3:]
    return any(word in load_words().another or word in ("a", "an") for word in before)


def _is_definite(text: str, event: Event) -> bool:
    """True for "the attack", "this second strike": at most three words between."""
    before = text[event.sentence[0] : event.start].split()[-3:]
    return any(_DEFINITE.fullmatch(word) for word in before)
