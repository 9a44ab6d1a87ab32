"""What a document says of its events' times, as one network; and their times with it at rest.

Anchors give bounds, links between events ties. The more precise stays where two cannot both be
true; an event that only a link bounds gets its time from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..annotation import Anchor, Dispute, Event, EventLink
from ..temporal.network import Network
from ..temporal.points import Point, Range, Statement, Tie
from .statements import (
    MENTION,
    SIGNAL,
    STORY,
    hands_on,
    is_stated,
    make_network,
    source_of,
    span_of,
    ties_of_link,
)
from .tightening import NAME, tighten
from .wording import name_of, tell


@dataclass(frozen=True, slots=True)
class Ordered:
    """Anchors in the order of their events, and what was dropped against something else."""

    anchors: tuple[Anchor, ...]
    disputes: tuple[Dispute, ...]


def bring_in_order(
    events: Sequence[Event],
    anchors: Sequence[Anchor],
    links: Sequence[EventLink],
    ranks: Mapping[str, int],
    guesses: Collection[str] = (),
) -> Ordered:
    """Bring anchors and links to one order: tightened bounds, and what could not be true beside.

    Only links that hand dates on take part. What the sieves of `guesses` say is no statement: it
    stays where nothing stated contradicts it.
    """
    telling = [link for link in links if hands_on(link)]
    if not telling:
        return Ordered(tuple(anchors), ())
    guessed = {anchor.event_id: anchor for anchor in anchors if anchor.sieve in guesses}
    known = {anchor.event_id: anchor for anchor in anchors if anchor.event_id not in guessed}
    tied = _tied(known.values(), telling)
    network = make_network((a for e, a in known.items() if e in tied), telling, ranks)
    linked = {source_of(link): link for link in telling}
    named = {event.id: event for event in events}
    dropped = {one.dropped.source for one in network.contradictions}
    settled = {**known, **guessed}
    disputes = []
    for event in events:
        if event.id not in tied:
            continue
        made = tighten(network, event, known, linked, named, dropped)
        guess = guessed.get(event.id)
        if made is None or (guess is not None and _may_both_be(guess, made)):
            continue
        settled[event.id] = made
        if guess is not None:
            note = f"{name_of(event)} by {guess.sieve}, against {made.evidence[0].note}"
            disputes.append(Dispute(event.id, guess, note))
    for one in network.contradictions:
        dispute = _dispute(network, one.dropped.source, one.against, known, linked, named)
        if dispute is not None:
            disputes.append(dispute)
    in_order = tuple(settled[event.id] for event in events if event.id in settled)
    return Ordered(in_order, tuple(disputes))


def _tied(anchors: Iterable[Anchor], links: Iterable[EventLink]) -> set[str]:
    """The events that links tie, and those that are parts of them or whose parts they are."""
    tied = {event for link in links for event in (link.event_id, link.other_id)}
    parts = [(anchor.event_id, anchor.part_of) for anchor in anchors if anchor.part_of is not None]
    whole = tied | {whole for part, whole in parts if part in tied}
    return whole | {part for part, of in parts if of in whole}


def _may_both_be(one: Anchor, other: Anchor) -> bool:
    """True if the begins and the ends of two times can be the same."""
    pairs = ((span_of(one.begin), span_of(other.begin)), (span_of(one.end), span_of(other.end)))
    return all(max(a[0], b[0]) < min(a[1], b[1]) for a, b in pairs)


def _dispute(
    network: Network,
    source: str,
    against: Sequence[str],
    known: Mapping[str, Anchor],
    linked: Mapping[str, EventLink],
    named: Mapping[str, Event],
) -> Dispute | None:
    """A dropped statement as the time that it would have given; None for what only binds parts."""
    others = "; ".join(tell(one, known, linked, named) for one in against)
    if source in known:
        note = f"{tell(source, known, linked, named)}, against {others}"
        return Dispute(source, known[source], note)
    link = linked.get(source)
    if link is None:
        return None
    note = f"{tell(source, known, linked, named)}, against {others}"
    if link.sieve == MENTION:
        return Dispute(link.event_id, None, note)  # then they are two: no time is in dispute
    points = (Point(link.other_id), Point(link.other_id, True))
    ranges = tuple(Range(point, *network.bounds(point)) for point in points)
    giver = Statement(0, link.other_id, (), ranges)
    length = Statement(-1, "", (Tie(Point(link.event_id), Point(link.event_id, True), 1),))
    alone = Network([giver, length, Statement(1, source, ties_of_link(link))])
    event = named[link.event_id]
    made = tighten(alone, event, _only(known, link.other_id), {source: link}, named, set())
    return Dispute(link.event_id, made, note)


def _only(known: Mapping[str, Anchor], event: str) -> Mapping[str, Anchor]:
    return {event: known[event]} if event in known else {}


__all__ = [
    "MENTION", "NAME", "SIGNAL", "STORY", "Ordered", "bring_in_order", "is_stated", "make_network",
    "source_of", "ties_of_link",
]  # fmt: skip
