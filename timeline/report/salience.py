"""How much an entry matters: a documented sum of what makes a reader look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ..chronology import Document, Entry, Event
from ..temporal.granularity import Granularity

# Weights; they sum to 1. Lead: the earlier in the text the better, as news is written. Repeated: in
# how many documents, and in how many sentences of one. Main: the statement of a clause of its own,
# neither reported nor background. Explicit: dated to the day by an expression. Named: a name takes
# part.
LEAD, DOCUMENTS, SENTENCES, MAIN = 0.25, 0.2, 0.1, 0.15
EXPLICIT, NAMED, HAPPENED = 0.12, 0.1, 0.08
MANY = 3  # documents or sentences after the first that count
FADING = 3  # sentences with events after which the lead's weight is halved
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT"})
_FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
_MAIN = frozenset({"OCCURRENCE", "I_ACTION", "ASPECTUAL"})


def weigh(
    entries: Iterable[Entry], events: Sequence[Event], documents: Sequence[Document]
) -> list[Entry]:
    """The entries with their salience, from 0 to 1."""
    known = {event.id: event for event in events}
    texts = {document.id: document.text for document in documents}
    ranks = _rank_sentences(events)
    return [
        msgspec.structs.replace(
            entry, salience=_salience(entry, [known[name] for name in entry.events], ranks, texts)
        )
        for entry in entries
    ]


def _rank_sentences(events: Sequence[Event]) -> dict[tuple[str, int], int]:
    """The place of each sentence that tells an event among those of its document, from 0."""
    starts: dict[str, set[int]] = {}
    for event in events:
        starts.setdefault(event.document, set()).add(event.sentence.start)
    return {
        (name, start): rank
        for name, found in starts.items()
        for rank, start in enumerate(sorted(found))
    }


def _salience(
    entry: Entry,
    events: Sequence[Event],
    ranks: Mapping[tuple[str, int], int],
    texts: Mapping[str, str],
) -> float:
    rank = min(ranks[event.document, event.sentence.start] for event in events)
    score = LEAD / (1 + rank / FADING)
    # A text that came twice tells nothing twice.
    told = {texts[name] for name in entry.documents}
    score += DOCUMENTS * _share(len(told))
    sentences = {(event.document, event.sentence.start) for event in events}
    most = max(Counter(document for document, _ in sentences).values())
    score += SENTENCES * _share(most)
    time = entry.time
    if any(_is_main(event) for event in events):
        score += MAIN
    fine = Granularity[time.granularity.upper()] <= Granularity.DAY
    if time.basis in ("expression", "relative") and fine:
        score += EXPLICIT
    if any(p.type in NAMES for event in events for p in (*event.participants, *event.places)):
        score += NAMED
    if any(event.status == "happened" for event in events):
        score += HAPPENED
    return round(score, 3)


def _share(number: int) -> float:
    return min(number - 1, MANY) / MANY


def _is_main(event: Event) -> bool:
    """True for a finite verb that tells what happened, not what had happened, nor who said so."""
    finite = event.pos == "VERB" and event.tense in _FINITE
    background = event.tense == "PAST" and event.aspect.startswith("PERFECTIVE")
    return finite and not background and event.class_ in _MAIN and event.attributed_to is None
