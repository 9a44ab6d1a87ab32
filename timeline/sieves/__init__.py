"""Sieves date events, each from one kind of evidence; their order is one tuple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..annotation import Anchor, EventLink
from ..consistency import Settled, settle
from . import aspect, attached, carried, clause, deciding, reporting, signals, tense
from .base import Found, Scene, Sieve, make_scene
from .links import find_links
from .making import same_time
from .ordering import find_event_links
from .reasons import reason_for

# Most precise first.
SIEVES: tuple[Sieve, ...] = (
    Sieve(aspect.NAME, aspect.propose),
    Sieve(signals.NAME, signals.propose),
    Sieve(attached.NAME, attached.propose),
    Sieve(clause.NAME, clause.propose),
    Sieve(carried.NAME, carried.propose),
    Sieve(deciding.NAME, deciding.propose, rivals=False),
    Sieve(reporting.NAME, reporting.propose, rivals=False),
    Sieve(tense.NAME, tense.propose, rivals=False),
)
RANKS = {sieve.name: rank for rank, sieve in enumerate(SIEVES)}


def run_sieves(scene: Scene) -> tuple[tuple[Anchor, ...], tuple[tuple[str, str], ...]]:
    """Anchors in the order of their events, and (event id, reason) of what no expression dates.

    The first sieve that dates an event wins; what later ones would have said is kept as `rivals`.
    """
    scene = replace(scene, links=find_links(scene))
    found: dict[str, Anchor] = {}
    for sieve in SIEVES:
        for anchor in tuple(sieve.propose(scene, found)):
            winner = found.get(anchor.event_id)
            if winner is None:
                found[anchor.event_id] = anchor
            elif sieve.rivals and not same_time(winner, anchor):
                rival = f"{sieve.name}: {anchor.evidence[0].timex_id}"
                found[anchor.event_id] = replace(winner, rivals=(*winner.rivals, rival))
    anchors = tuple(found[e.id] for e in scene.events if e.id in found)
    undated = (
        (e.id, reason_for(scene, e, found.get(e.id)))
        for e in scene.events
        if e.id not in found or found[e.id].sieve == tense.NAME
    )
    return anchors, tuple(undated)


def put_in_order(scene: Scene, anchors: Sequence[Anchor]) -> tuple[Settled, tuple[EventLink, ...]]:
    """The anchors with what the events' own order says, what lost, and the links that say it."""
    links = find_event_links(scene)
    return settle(scene.events, anchors, links, RANKS), links


__all__ = ["RANKS", "SIEVES", "Found", "Scene", "Sieve", "make_scene", "put_in_order", "run_sieves"]
