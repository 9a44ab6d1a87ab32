"""What a document says of its events' times as statements: anchors give ranges, links ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import inf

from ..annotation import Anchor, Bounds, EventLink
from ..temporal.axis import Second
from ..temporal.network import Network
from ..temporal.points import Point, Range, Statement, Tie
from ..temporal.relations import Relation, ties_of

SIGNAL = "signal"  # the kind of link that a word states, and that hands dates on
MENTION = "mention"  # the kind of link that says that two are one
STORY = "story"  # the kind of link that is only guessed from how the story is told
TELLING = (SIGNAL, MENTION)
REPORTED = "reported"  # the kind of link between a report and what it tells
LINK_AFTER = (
    "clause"  # the sieve that is more precise than a signal between events; the next is not
)
_R = Relation
# What a relType allows between events: what meets is before, "when" and "since" tell the begin,
# "until" the end.
LOOSE: Mapping[str, frozenset[Relation]] = {
    "BEFORE": frozenset({_R.BEFORE, _R.IBEFORE}),
    "AFTER": frozenset({_R.AFTER, _R.IAFTER}),
    "ENDED_BY": frozenset({_R.OVERLAPS, _R.ENDED_BY}),
    "BEGUN_BY": frozenset({_R.OVERLAPPED_BY, _R.BEGUN_BY}),
    "IS_INCLUDED": frozenset({_R.IS_INCLUDED, _R.BEGINS, _R.ENDS, _R.SIMULTANEOUS}),
    "INCLUDES": frozenset({_R.INCLUDES, _R.BEGUN_BY, _R.ENDED_BY, _R.SIMULTANEOUS}),
    "IDENTITY": frozenset({_R.SIMULTANEOUS}),
    "SIMULTANEOUS": frozenset({_R.SIMULTANEOUS, _R.BEGINS, _R.IS_INCLUDED, _R.ENDS,
                               _R.OVERLAPPED_BY, _R.BEGUN_BY}),
}  # fmt: skip
_BEGINS_LATER = frozenset({"AFTER", "BEGUN_BY", "IS_INCLUDED", "SIMULTANEOUS"})


def make_network(
    anchors: Iterable[Anchor], links: Iterable[EventLink], ranks: Mapping[str, int]
) -> Network:
    """The network of a document; `ranks` of the sieves, the most precise lowest."""
    last = max(ranks.values(), default=0)
    statements: list[Statement] = []
    names: set[str] = set()
    for anchor in anchors:
        names.add(anchor.event_id)
        rank = 3 * ranks.get(anchor.sieve, last)
        statements.append(Statement(rank, anchor.event_id, (), ranges_of(anchor)))
        if anchor.part_of is not None:
            names.add(anchor.part_of)
            ties = ties_of(anchor.event_id, anchor.part_of, LOOSE["IS_INCLUDED"])
            statements.append(Statement(rank, f"{anchor.event_id} in {anchor.part_of}", ties))
    for link in links:
        names |= {link.event_id, link.other_id}
        rank = 3 * (ranks.get(LINK_AFTER, 0) if link.sieve in TELLING else last)
        rank += 1 if link.sieve == SIGNAL else 2
        statements.append(Statement(rank, source_of(link), ties_of_link(link)))
    statements += (Statement(-1, "", (Tie(Point(n), Point(n, True), 1),)) for n in names)
    return Network(statements)


def is_stated(link: EventLink) -> bool:
    """True for what the text says, False for what only the way of telling suggests."""
    return link.sieve != STORY


def hands_on(link: EventLink) -> bool:
    """True for a link that hands dates on: a word says so, or a report tells what had been."""
    return link.sieve in TELLING or (link.sieve == REPORTED and link.relation == "BEFORE")


def source_of(link: EventLink) -> str:
    """The name under which a network knows a link."""
    return f"{link.event_id} {link.relation} {link.other_id}"


def ranges_of(anchor: Anchor) -> tuple[Range, ...]:
    """Where an anchor puts begin and end; an end is the second behind the last."""
    begin, end = Point(anchor.event_id), Point(anchor.event_id, True)
    first, last = span_of(anchor.begin)
    earliest, latest = span_of(anchor.end)
    return Range(begin, first, last - 1), Range(end, earliest + 1, latest)


def span_of(bounds: Bounds) -> tuple[Second, Second]:
    """From the first second to the one behind the last, on the text's own clock."""
    first, last = bounds.earliest, bounds.latest
    lo = -inf if first is None else replace(first, zone=None).cell.lo
    hi = inf if last is None else replace(last, zone=None).cell.hi
    return lo, hi


def ties_of_link(link: EventLink) -> tuple[Tie, ...]:
    """A link as ties: of a signal what it says of begins and ends, of others which begins first."""
    if link.sieve in TELLING:
        return ties_of(link.event_id, link.other_id, LOOSE[link.relation])
    pair = Point(link.other_id), Point(link.event_id)
    return (Tie(*(pair if link.relation in _BEGINS_LATER else pair[::-1]), 1),)
