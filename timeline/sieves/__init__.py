"""Sieves date events, each from one kind of evidence; their order is one tuple.

A file is a sieve, but for `base` (what they see and say) and `reasons`; so is the package `linker`.
What they share: `tying` (which expressions date an event), `frames` (what those say of its time),
`named_events` (what is counted from an event), `ordering` (which came first) and `grammar`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..annotation import Anchor, Dispute, EventLink, FromEvent, TemporalExpression
from ..consistency import NAME as ORDER
from ..consistency import bring_in_order
from . import (
    agent,
    along,
    aspect,
    attached,
    beside,
    between,
    carried,
    clause,
    counted_back,
    day,
    deciding,
    event,
    lead,
    life,
    limit,
    linker,
    reporting,
    signals,
    stretch,
    tense,
    under,
)
from .base import Found, Scene, Sieve, make_scene, with_expressions
from .frames.making import same_time
from .named_events.counting import ROUNDS, Redate, count_from_events, put_in_place
from .named_events.naming import find_namings
from .ordering import find_event_links
from .reasons import reason_for
from .tying.links import find_links

# What these say is no date: it bounds, or it guesses.
WEAK = (linker.NAME, tense.NAME)
# Most precise first.
SIEVES: tuple[Sieve, ...] = (
    Sieve(aspect.NAME, aspect.propose),
    Sieve(signals.NAME, signals.propose),
    Sieve(attached.NAME, attached.propose),
    Sieve(clause.NAME, clause.propose),
    Sieve(stretch.NAME, stretch.propose),
    Sieve(counted_back.NAME, counted_back.propose),
    Sieve(life.NAME, life.propose),
    Sieve(event.NAME, event.propose),
    Sieve(limit.NAME, limit.propose),
    Sieve(carried.NAME, carried.propose),
    Sieve(beside.NAME, beside.propose),
    Sieve(between.NAME, between.propose, rivals=False),
    Sieve(under.NAME, under.propose, rivals=False),
    Sieve(day.NAME, day.propose, rivals=False),
    Sieve(agent.NAME, agent.propose, rivals=False),
    Sieve(deciding.NAME, deciding.propose, rivals=False),
    Sieve(reporting.NAME, reporting.propose, rivals=False),
    Sieve(lead.NAME, lead.propose, rivals=False),
    Sieve(along.NAME, along.propose, rivals=False),
    Sieve(linker.NAME, linker.propose, rivals=False),
    Sieve(tense.NAME, tense.propose, rivals=False),
)
RULES = tuple(sieve for sieve in SIEVES if sieve.name not in WEAK)
GUESSES = SIEVES[len(RULES) :]  # they come after all rules
RANKS = {sieve.name: rank for rank, sieve in enumerate(SIEVES)}


@dataclass(frozen=True, slots=True)
class Dated:
    """What the sieves found, and the expressions with the values that events gave them.

    `anchors` stand in the order of their events; `undated` are (event id, reason). `links` order
    events without dates; `disputes` are what was dropped for something more precise.
    """

    anchors: tuple[Anchor, ...]
    undated: tuple[tuple[str, str], ...]
    expressions: tuple[TemporalExpression, ...]
    links: tuple[EventLink, ...] = ()
    disputes: tuple[Dispute, ...] = ()


def date_events(scene: Scene, redate: Redate | None = None) -> Dated:
    """Run the sieves, date what is counted from dated events, and run them again with that.

    `redate` dates the expressions anew, those counted from events given by their ids, so that a
    story can go on from there; without it they are put in place. Settles after a few rounds. In
    the end all is brought into one order.
    """
    scene, found = _settle(scene, redate)
    anchors, undated = run_sieves(scene, found)
    links = find_event_links(scene, {anchor.event_id: anchor for anchor in anchors})
    ordered = bring_in_order(scene.events, anchors, links, RANKS, guesses=(linker.NAME,))
    bounded = {anchor.event_id for anchor in ordered.anchors if anchor.sieve == ORDER}
    undated = tuple(one for one in undated if one[0] not in bounded)
    return Dated(ordered.anchors, undated, scene.expressions, links, ordered.disputes)


def settle(scene: Scene, redate: Redate | None = None) -> Scene:
    """The scene with the values of what is counted from dated events; guesses date nothing."""
    return _settle(scene, redate)[0]


def _settle(scene: Scene, redate: Redate | None) -> tuple[Scene, dict[str, Anchor] | None]:
    """The same, and what the rules found in it, if they were not run before it last changed."""
    scene = replace(scene, namings=find_namings(scene))
    from_events: dict[str, FromEvent] = {}
    for _ in range(ROUNDS):
        linked, found = sift(scene, RULES)
        now = count_from_events(scene, scene.namings, found)
        if now == from_events:
            return linked, found
        from_events = now
        dated = redate(from_events) if redate is not None else put_in_place(scene, from_events)
        scene = with_expressions(scene, dated)
    return scene, None


def run_sieves(
    scene: Scene, found: dict[str, Anchor] | None = None
) -> tuple[tuple[Anchor, ...], tuple[tuple[str, str], ...]]:
    """Anchors in the order of their events, and (event id, reason) of what no expression dates.

    The first sieve that dates an event wins; what later ones would have said is kept as `rivals`.
    `found` is what the rules have found in it already.
    """
    if found is None:
        scene, found = sift(scene, RULES)
    for sieve in GUESSES:
        _run(sieve, scene, found)
    anchors = tuple(linker.grade(found[e.id]) for e in scene.events if e.id in found)
    undated = (
        (e.id, reason_for(scene, e, found.get(e.id)))
        for e in scene.events
        if e.id not in found or found[e.id].sieve in WEAK
    )
    return anchors, tuple(undated)


def sift(scene: Scene, sieves: Sequence[Sieve] = SIEVES) -> tuple[Scene, dict[str, Anchor]]:
    """The scene with its links, and the anchor of each event that one of the sieves dates."""
    scene = replace(scene, links=find_links(scene))
    found: dict[str, Anchor] = {}
    for sieve in sieves:
        _run(sieve, scene, found)
    return scene, found


def _run(sieve: Sieve, scene: Scene, found: dict[str, Anchor]) -> None:
    """Add what one sieve says of the events to what is found."""
    for anchor in tuple(sieve.propose(scene, found)):
        winner = found.get(anchor.event_id)
        if winner is None:
            found[anchor.event_id] = anchor
        elif sieve.rivals and not same_time(winner, anchor):
            rival = f"{sieve.name}: {anchor.evidence[0].timex_id}"
            found[anchor.event_id] = replace(winner, rivals=(*winner.rivals, rival))


__all__ = [
    "RANKS",
    "RULES",
    "SIEVES",
    "WEAK",
    "Dated",
    "Found",
    "Scene",
    "Sieve",
    "date_events",
    "make_scene",
    "run_sieves",
    "settle",
    "sift",
]
