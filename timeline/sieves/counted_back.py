"""What is told by its distance from a date dates itself: "fell on 2 May, three months after X".

Words behind a date that name another event and how far it lies from that date give its time, where
nothing else does: the day of X is the date, and three months before the date is X.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ..annotation import Anchor, Event, TemporalExpression
from ..temporal.anchor import AnchorTime
from ..temporal.expression import AtEvent, Expr, Pick, Shift
from ..temporal.resolve import resolve
from ..temporal.values import Moment, TimeValue, Unresolved
from .base import Found, Naming, Scene
from .frames.bounding import is_datable, within
from .frames.making import make_anchor
from .grammar import words
from .grammar.tokens import Token

NAME = "counted-back"
GAP = (",", "(", "–", "—", "-")
TURNED: dict[str, Literal["last", "next", "same"]] = {
    "next": "last",
    "last": "next",
    "same": "same",
}


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of events that the words behind a date name."""
    if not scene.namings:
        return
    stops = {scene.within[e.id].stop: e for e in scene.expressions if e.id in scene.within}
    for name, naming in scene.namings.items():
        event = _named(scene, naming.token)
        if event is None or event.id in found or naming.retold or naming.inside:
            continue
        if event.polarity == "NEG" or scene.links_of(event):
            continue
        date = _before(scene, stops, scene.within[name].start)
        value = _back(naming, date) if date is not None else None
        if date is not None and value is not None:
            length = next(e for e in scene.expressions if e.id == name)
            frame = replace(within(value), bounded=False)  # the date is not its own
            evidence = [(length, "before"), (date, "counted from")]
            yield make_anchor(event, frame, NAME, evidence)


def _named(scene: Scene, token: Token) -> Event | None:
    """The event of a word, or of what its copula says: "a week before it is due to vote"."""
    event = scene.event_at.get(token.i)
    if event is not None or token.lemma_ != "be":
        return event
    for state in (c for c in token.rights if c.dep_ == "acomp"):
        ahead = state.lemma_.lower() in words.PROSPECTIVE | words.TIMED
        done = (c for c in state.rights if c.dep_ == "xcomp" and ahead)
        return next((scene.event_at[c.i] for c in (*done, state) if c.i in scene.event_at), None)
    return None


def words_behind(scene: Scene) -> frozenset[int]:
    """The words that count from the date before them: "in 1974, two years after it killed ten"."""
    counting: set[int] = set()
    for name, naming in scene.namings.items():
        first = scene.within[name].start
        if first - 2 in scene.inside and scene.doc[first - 1].text in GAP:
            counting |= naming.linking
    return frozenset(counting)


def _before(
    scene: Scene, stops: dict[int, TemporalExpression], first: int
) -> TemporalExpression | None:
    """The date right before a phrase, a comma between."""
    if first < 2 or scene.doc[first - 1].text not in GAP:
        return None
    date = stops.get(first - 1)
    return date if date is not None and isinstance(date.value, Moment) else None


def _back(naming: Naming, date: TemporalExpression) -> TimeValue | None:
    """The event's time as counted back from the date."""
    turned = _turned(naming.expr)
    if turned is None or not isinstance(date.value, Moment):
        return None
    value = resolve(turned, AnchorTime(None, event=date.value))
    return value if not isinstance(value, Unresolved) and is_datable(value) else None


def _turned(expr: Expr) -> Expr | None:
    if isinstance(expr, Shift) and isinstance(expr.base, AtEvent):
        return replace(expr, sign=-expr.sign)
    if isinstance(expr, Pick) and isinstance(expr.base, AtEvent) and isinstance(expr.which, str):
        which = TURNED.get(expr.which)
        return replace(expr, which=which) if which is not None else None
    return None
