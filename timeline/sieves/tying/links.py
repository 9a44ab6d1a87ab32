"""Ties expressions to the events of their own sentence, by the parse and the order of words.

An expression climbs from its head to the first word that it can date. What it dates there may be
shared: a fronted date holds for coordinated verbs, one behind a verb for those of the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from ...annotation import Event, TemporalExpression
from ...temporal.values import Moment
from .. import grammar
from ..base import Link, Scene
from .direct import direct_links, event_of_when
from .lone import lone_verb
from .phrase import dates_nothing, signal_before
from .sharing import share
from .standing import TOLD, events_of

# Who wrote a line of a chat, behind its stamp.
NAME = r"[^\W\d_][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20})?"
LONE = 12  # the distance of what word order alone ties
SPEAKER = re.compile(rf"[)\]]?[ \t]{{0,3}}(?:[-–][ \t])?<?{NAME}>?:[ \t]")


def find_links(scene: Scene) -> dict[str, tuple[Link, ...]]:
    """For each event id, the expressions that its sentence ties to it, nearest first."""
    found: dict[str, list[Link]] = {}
    ends = {end for e in scene.expressions for end in e.ends}
    written = _written(scene)
    direct: list[tuple[str, Link]] = []
    for expression in scene.expressions:
        if expression.id not in scene.head:
            continue
        then = event_of_when(scene, expression) if expression.type != "INTERVAL" else None
        if then is not None:
            found.setdefault(then.id, []).append(Link(expression, "", "direct", 1))
        if expression.id in ends:
            continue
        for event, link in direct_links(scene, expression, written):
            event = _nearer(scene, event, link, found.get(event.id, ()))
            found.setdefault(event.id, []).append(link)
            direct.append((event.id, link))
    for expression in _loose(scene, direct, ends | written):
        for event, link in _lone(scene, expression):
            if event.id not in found:
                found[event.id] = [link]
                direct.append((event.id, link))
    settled = set(found)  # an expression of its own beats a shared one
    for giver, link in direct:
        for event, shared in share(scene, scene.trigger[giver], link):
            if event.id not in settled:
                found.setdefault(event.id, []).append(shared)
    return {event: tuple(sorted(links, key=_nearness(links))) for event, links in found.items()}


def _loose(
    scene: Scene, direct: Sequence[tuple[str, Link]], others: Collection[str]
) -> list[TemporalExpression]:
    """The expressions that the parse ties to no event."""
    tied = {link.expression.id for _, link in direct}
    return [
        e
        for e in scene.expressions
        if e.id in scene.head and e.id not in tied and e.id not in others
    ]


def _lone(scene: Scene, expression: TemporalExpression) -> Iterator[tuple[Event, Link]]:
    """The event of the only verb that a time can belong to."""
    signal, first = signal_before(scene, expression)
    if dates_nothing(scene, expression, first, signal):
        return
    verb = lone_verb(scene, expression, first, signal)
    if verb is not None:
        for event in events_of(scene, verb, expression, first, signal):
            yield event, Link(expression, signal, "direct", LONE)


def _nearer(scene: Scene, event: Event, link: Link, others: Sequence[Link]) -> Event:
    """The verb that a second date stands behind, where the first one has dated its own before.

    "She was made an OBE in 1994, which she had turned down once before, in 1979, on the ground".
    """
    start = link.expression.start
    own = [x.expression for x in others if x.how == "direct" and x.expression.end < start]
    if link.how != "direct" or not own or not _are_apart(own[-1], link.expression):
        return event
    between = scene.events_between(own[-1].end, start)
    for nearer in reversed(between):
        verb = scene.trigger.get(nearer.id)
        if verb is None or nearer.sentence != event.sentence:
            continue
        if not grammar.is_verb(verb):
            if verb.i == scene.within[link.expression.id].start - 1 and not link.signal:
                return nearer  # "completed on 31 May, after a vote the previous autumn"
            continue
        if grammar.finite_form(verb) in TOLD and nearer.polarity != "NEG":
            return nearer
    return event


def _are_apart(first: TemporalExpression, second: TemporalExpression) -> bool:
    """Whether two dates share no time, so that one event cannot be of both."""
    values = first.value, second.value
    if not isinstance(values[0], Moment) or not isinstance(values[1], Moment):
        return False
    one, other = values[0].cell, values[1].cell
    return one.hi <= other.lo or other.hi <= one.lo


def _written(scene: Scene) -> frozenset[str]:
    """The stamps that only say when words were written, and by whom.

    "On 5 May at 18:40, Ines Weber wrote:", "[21:14] dana: has anyone heard from Lev?"
    """
    mails = {p.start for p in scene.passages if p.date.basis == "mail"}
    stamps = set(scene.stamps.values())
    spoken = (e for e in scene.expressions if e.id in stamps and SPEAKER.match(scene.text, e.end))
    sent = (stamp for start, stamp in scene.stamps.items() if start in mails)
    return frozenset((*sent, *(e.id for e in spoken)))


def _nearness(links: Sequence[Link]) -> Callable[[Link], tuple[bool, bool, int, int]]:
    """The nearest first; a date in the clause comes before the stamp that its line begins with."""
    own = any(x.how == "direct" and x.expression.type in ("DATE", "TIME") for x in links)

    def key(link: Link) -> tuple[bool, bool, int, int]:
        shared = link.how not in ("direct", "label")
        stamp = own and link.how == "label"
        return shared, stamp, link.distance, link.expression.start

    return key
