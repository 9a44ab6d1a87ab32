"""Sources and chains of a network in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..annotation import Anchor, Event, EventLink
from ..temporal.relations import Relation, inverse

# How a link reads from its other end.
_TURNED = {"AFTER": "before", "BEFORE": "after", "ENDED_BY": "ending", "BEGUN_BY": "beginning",
           "IS_INCLUDED": "over", "INCLUDES": "while", "SIMULTANEOUS": "when",
           "IDENTITY": "that is"}  # fmt: skip
_TOGETHER = ("SIMULTANEOUS", "IDENTITY")  # they lie in the other's time, whichever way one looks


def way_back(
    event: Event, chain: Sequence[EventLink], named: Mapping[str, Event]
) -> tuple[str, str]:
    """The relation to the next event, and the way back to the dated: `after "vote" (e12)`."""
    steps: list[str] = []
    relation, here = "", event.id
    for link in reversed(chain):
        is_own = link.event_id == here
        here = link.other_id if is_own else link.event_id
        word = (link.signal if is_own else "") or _TURNED[link.relation]
        steps.append(f"{word} {name_of(named[here])}")
        if not relation and link.relation not in _TOGETHER:
            said = Relation(link.relation)
            relation = (said if is_own else inverse(said)).value
    return relation or "IS_INCLUDED", ", ".join(steps)


def name_of(event: Event) -> str:
    """An event's word and id."""
    return f'"{" ".join(event.text.split())}" ({event.id})'


def tell(
    source: str,
    known: Mapping[str, Anchor],
    linked: Mapping[str, EventLink],
    named: Mapping[str, Event],
) -> str:
    """A source in words: the event's own time and sieve, or what a signal says."""
    if source in linked:
        link = linked[source]
        word = link.signal or _TURNED[link.relation]
        return f"{name_of(named[link.event_id])} {word} {name_of(named[link.other_id])}"
    if source in known:
        anchor = known[source]
        return f"{name_of(named[source])} by {anchor.sieve}: {anchor.evidence[0].timex_id}"
    return source
