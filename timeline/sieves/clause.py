"""Events that share the date of another one in their clause: conjuncts, participles, nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..annotation import Anchor, Event
from ..temporal.granularity import Granularity
from .base import Found, Scene
from .frames import bounding
from .frames.making import make_anchor
from .frames.reading import read_links
from .grammar import words
from .tying.givers import Given, find_givers, has_own_date

NAME = "clause"
ROUNDS = 3  # a date is handed on at most so often: attended -> hearing, killed -> attack


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors that repeat the time of another event of the clause."""
    known = dict(found)
    for event in scene.events:
        if event.id in known or has_own_date(scene, event):
            continue
        shared = [link for link in scene.links_of(event) if link.how in ("fronted", "coordinated")]
        reading = read_links(scene, event, shared)
        if reading is not None:
            known[event.id] = make_anchor(event, reading[0], NAME, reading[1])
            yield known[event.id]
    yield from hand_on(scene, known, NAME)


def hand_on(scene: Scene, found: Found, sieve: str) -> Iterator[Anchor]:
    """Anchors that repeat what dates another event of the clause, in the name of a sieve."""
    known = dict(found)
    told = {event.sentence for event in scene.events if event.id in known}  # others have no giver
    takers = [
        (event, list(find_givers(scene, scene.trigger[event.id])))
        for event in scene.events
        if event.sentence in told
        if not (event.id in known or event.id not in scene.trigger or has_own_date(scene, event))
    ]
    for _ in range(ROUNDS):
        made = list(_hand_on(scene, takers, known, sieve))
        for anchor in made:
            known[anchor.event_id] = anchor
            yield anchor


def _hand_on(
    scene: Scene,
    takers: Sequence[tuple[Event, Sequence[Given]]],
    known: Mapping[str, Anchor],
    sieve: str,
) -> Iterator[Anchor]:
    """Anchors of the events that share the time of one that is known, and have none yet."""
    for event, givers in takers:
        if event.id in known:
            continue
        for giver, is_same in givers:
            anchor = known.get(giver.id)
            if anchor is not None and (is_same is not None or _is_vague(scene, giver, anchor)):
                made = replace(
                    anchor,
                    event_id=event.id,
                    sieve=sieve,
                    part_of=giver.id if is_same else None,
                    inferred=anchor.inferred or is_same is None,
                    rivals=(),
                )
                verb = scene.trigger[event.id].lemma_.lower()
                lasts = is_same is None and verb in words.DURATIVE
                yield _from_then_on(made) if lasts else made
                break


def _from_then_on(anchor: Anchor) -> Anchor:
    """What lasts began then: "After leaving school in 1889 she worked as a governess"."""
    end = bounding.NOT_BOUNDED
    return replace(anchor, shape="interval", end=end, relation="BEGUN_BY", value_id=None)


def _is_vague(scene: Scene, giver: Event, anchor: Anchor) -> bool:
    """True for a month or a year that the giver's own words name."""
    own = anchor.shape == "instant" and anchor.sieve == "attached"
    return own and Granularity.MONTH <= anchor.granularity <= Granularity.YEAR
