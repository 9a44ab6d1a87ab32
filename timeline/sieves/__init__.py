"""Sieves date events, each from one kind of evidence; their order is one tuple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..annotation import Anchor
from . import aspect, attached, carried, clause, deciding, linker, reporting, signals, tense
from .base import Found, Scene, Sieve, make_scene
from .links import find_links
from .making import same_time
from .reasons import reason_for

# What these say is no date: it bounds, or it guesses.
WEAK = (linker.NAME, tense.NAME)
# Most precise first.
SIEVES: tuple[Sieve, ...] = (
    Sieve(aspect.NAME, aspect.propose),
    Sieve(signals.NAME, signals.propose),
    Sieve(attached.NAME, attached.propose),
    Sieve(clause.NAME, clause.propose),
    Sieve(carried.NAME, carried.propose),
    Sieve(deciding.NAME, deciding.propose, rivals=False),
    Sieve(reporting.NAME, reporting.propose, rivals=False),
    Sieve(linker.NAME, linker.propose, rivals=False),
    Sieve(tense.NAME, tense.propose, rivals=False),
)


RULES = SIEVES[: next(i for i, sieve in enumerate(SIEVES) if sieve.name == linker.NAME)]


def run_sieves(scene: Scene) -> tuple[tuple[Anchor, ...], tuple[tuple[str, str], ...]]:
    """Anchors in the order of their events, and (event id, reason) of what no expression dates.

    The first sieve that dates an event wins; what later ones would have said is kept as `rivals`.
    """
    scene, found = sift(scene)
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
        for anchor in tuple(sieve.propose(scene, found)):
            winner = found.get(anchor.event_id)
            if winner is None:
                found[anchor.event_id] = anchor
            elif sieve.rivals and not same_time(winner, anchor):
                rival = f"{sieve.name}: {anchor.evidence[0].timex_id}"
                found[anchor.event_id] = replace(winner, rivals=(*winner.rivals, rival))
    return scene, found


__all__ = ["RULES", "SIEVES", "WEAK", "Found", "Scene", "Sieve", "make_scene", "run_sieves", "sift"]
