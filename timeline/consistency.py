"""What a document says of its events' times, as one network; and their times with it at rest.

Anchors give bounds, links between events ties. The more precise stays where two cannot both be
true; an event that only a link bounds gets its time from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from .annotation import Anchor, Bounds, Dispute, Event, EventLink, Evidence
from .temporal.axis import DAY_SECONDS, Second, civil
from .temporal.granularity import Granularity
from .temporal.network import Network, Point, Range, Statement, Tie
from .temporal.relations import Relation, inverse, ties_of
from .temporal.values import Moment

NAME = "order"  # the sieve of what only the order of events bounds
SIGNAL = "signal"  # the kind of link that a word states, and that hands dates on
MENTION = "mention"  # the kind of link that says that two are one
STORY = "story"  # the kind of link that is only guessed from how the story is told
TELLING = (SIGNAL, MENTION)
LINK_AFTER = (
    "clause"  # the sieve that is more precise than a signal between events; the next is not
)
_R = Relation
# What a relType allows between events: what meets counts as before, and "when" says of the begin.
LOOSE: Mapping[str, frozenset[Relation]] = {
    "BEFORE": frozenset({_R.BEFORE, _R.IBEFORE}),
    "AFTER": frozenset({_R.AFTER, _R.IAFTER}),
    "ENDED_BY": frozenset({_R.IBEFORE, _R.OVERLAPS, _R.ENDED_BY}),
    "BEGUN_BY": frozenset({_R.IAFTER, _R.OVERLAPPED_BY, _R.BEGUN_BY}),
    "IS_INCLUDED": frozenset({_R.IS_INCLUDED, _R.BEGINS, _R.ENDS, _R.SIMULTANEOUS}),
    "INCLUDES": frozenset({_R.INCLUDES, _R.BEGUN_BY, _R.ENDED_BY, _R.SIMULTANEOUS}),
    "IDENTITY": frozenset({_R.SIMULTANEOUS}),
    "SIMULTANEOUS": frozenset({_R.SIMULTANEOUS, _R.BEGINS, _R.IS_INCLUDED, _R.ENDS,
                               _R.OVERLAPPED_BY, _R.BEGUN_BY, _R.IAFTER}),
}  # fmt: skip
# How a link reads from its other end.
_TURNED = {"AFTER": "before", "BEFORE": "after", "ENDED_BY": "ending", "BEGUN_BY": "beginning",
           "IS_INCLUDED": "over", "INCLUDES": "while", "SIMULTANEOUS": "when",
           "IDENTITY": "that is"}  # fmt: skip
_LASTING = frozenset({"ENDED_BY", "BEGUN_BY", "INCLUDES"})
_BEGINS_LATER = frozenset({"AFTER", "BEGUN_BY", "IS_INCLUDED", "SIMULTANEOUS"})


@dataclass(frozen=True, slots=True)
class Ordered:
    """Anchors in the order of their events, and what was dropped against something else."""

    anchors: tuple[Anchor, ...]
    disputes: tuple[Dispute, ...]


def make_network(
    anchors: Iterable[Anchor], links: Iterable[EventLink], ranks: Mapping[str, int]
) -> Network:
    """The network of a document; `ranks` of the sieves, the most precise lowest."""
    last = max(ranks.values(), default=0)
    statements: list[Statement] = []
    names: set[str] = set()
    for anchor in anchors:
        names.add(anchor.event_id)
        rank = 2 * ranks.get(anchor.sieve, last)
        statements.append(Statement(rank, anchor.event_id, (), _ranges(anchor)))
        if anchor.part_of is not None:
            names.add(anchor.part_of)
            ties = ties_of(anchor.event_id, anchor.part_of, LOOSE["IS_INCLUDED"])
            statements.append(Statement(rank, f"{anchor.event_id} in {anchor.part_of}", ties))
    for link in links:
        names |= {link.event_id, link.other_id}
        rank = 2 * ranks.get(LINK_AFTER, 0) + 1 if link.sieve in TELLING else 2 * last + 1
        statements.append(Statement(rank, source_of(link), ties_of_link(link)))
    statements += (Statement(-1, "", (Tie(Point(n), Point(n, True), 1),)) for n in names)
    return Network(statements)


def is_stated(link: EventLink) -> bool:
    """True for what the text says, False for what only the way of telling suggests."""
    return link.sieve != STORY


def source_of(link: EventLink) -> str:
    """The name under which a network knows a link."""
    return f"{link.event_id} {link.relation} {link.other_id}"


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
    telling = [link for link in links if link.sieve in TELLING]
    if not telling:
        return Ordered(tuple(anchors), ())
    guessed = {anchor.event_id: anchor for anchor in anchors if anchor.sieve in guesses}
    known = {anchor.event_id: anchor for anchor in anchors if anchor.event_id not in guessed}
    network = make_network(known.values(), telling, ranks)
    linked = {source_of(link): link for link in telling}
    named = {event.id: event for event in events}
    dropped = {one.dropped.source for one in network.contradictions}
    settled = {**known, **guessed}
    disputes = []
    for event in events:
        made = _tighten(network, event, known, linked, named, dropped)
        guess = guessed.get(event.id)
        if made is None or (guess is not None and _may_both_be(guess, made)):
            continue
        settled[event.id] = made
        if guess is not None:
            note = f"{_name(event)} by {guess.sieve}, against {made.evidence[0].note}"
            disputes.append(Dispute(event.id, guess, note))
    for one in network.contradictions:
        dispute = _dispute(network, one.dropped.source, one.against, known, linked, named)
        if dispute is not None:
            disputes.append(dispute)
    in_order = tuple(settled[event.id] for event in events if event.id in settled)
    return Ordered(in_order, tuple(disputes))


def _may_both_be(one: Anchor, other: Anchor) -> bool:
    """True if the begins and the ends of two times can be the same."""
    pairs = ((_span(one.begin), _span(other.begin)), (_span(one.end), _span(other.end)))
    return all(max(a[0], b[0]) < min(a[1], b[1]) for a, b in pairs)


def _ranges(anchor: Anchor) -> tuple[Range, ...]:
    begin, end = Point(anchor.event_id), Point(anchor.event_id, True)
    first, last = _span(anchor.begin)
    earliest, latest = _span(anchor.end)
    return Range(begin, first, last - 1), Range(end, earliest + 1, latest)


def _span(bounds: Bounds) -> tuple[Second, Second]:
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


def _tighten(
    network: Network,
    event: Event,
    known: Mapping[str, Anchor],
    linked: Mapping[str, EventLink],
    named: Mapping[str, Event],
    dropped: set[str],
) -> Anchor | None:
    """The event's time where a link says more than its anchor; else None."""
    own = known.get(event.id) if event.id not in dropped else None
    begin, end = Point(event.id), Point(event.id, True)
    sides = [_side(network, point, latest, known) for point in (begin, end) for latest in (0, 1)]
    by_link = [[linked[s] for s in side.reasons if s in linked] for side in sides]
    # What only the document's date bounds hands nothing on.
    told = [
        links if side.reasons and known[side.reasons[0]].basis != "document-date" else []
        for side, links in zip(sides, by_link, strict=True)
    ]
    if not any(told) or event.polarity == "NEG":
        return None
    chain = max(told, key=len)
    first = next(side for side, links in zip(sides, told, strict=True) if links is chain)
    giver = known[first.reasons[0]]
    relation, note = _way(event, chain, named)
    bounds = [side.at for side in sides]
    old: list[Moment | None] = [None] * 4
    if own is not None:
        old = [own.begin.earliest, own.begin.latest, own.end.earliest, own.end.latest]
    # What no link moved stays as it was said: a clock time its zone, a whole day.
    new = [a if links and _is_news(a, b, n % 2) else b
           for n, (a, b, links) in enumerate(zip(bounds, old, told, strict=True))]  # fmt: skip
    if new[1] is not None and new[1] == new[3]:
        new[1] = old[1]  # that it begins before it ends is no news
    if new[2] is not None and new[2] == new[0]:
        new[2] = old[2]
    if own is not None and new == old:
        return None
    is_interval = relation in _LASTING if own is None else own.shape == "interval"
    if not is_interval:
        lo = max((m for m in (new[0], new[2]) if m), key=lambda m: m.cell.lo, default=None)
        hi = min((m for m in (new[3], new[1]) if m), key=lambda m: m.cell.hi, default=None)
        new = [lo, hi, lo, hi]
    begin_bounds, end_bounds = Bounds(new[0], new[1]), Bounds(new[2], new[3])
    evidence = Evidence(giver.evidence[0].timex_id, note)
    if own is not None and own.basis != "document-date":
        return replace(own, begin=begin_bounds, end=end_bounds, evidence=(*own.evidence, evidence))
    is_same = relation == "IS_INCLUDED" == giver.relation and begin_bounds == giver.begin
    if len(chain) > 1:
        relation = "BEFORE" if new[0] is None else "AFTER" if new[3] is None else "IS_INCLUDED"
    return Anchor(
        event_id=event.id,
        relation=relation,
        shape="interval" if is_interval else "instant",
        begin=begin_bounds,
        end=end_bounds,
        granularity=min((m.granularity for m in new if m is not None), default=Granularity.DAY),
        basis="event" if len(chain) == 1 else "inferred",
        sieve=NAME,
        evidence=(evidence, *(own.evidence if own is not None else ())),
        value_id=giver.value_id if is_same else None,
        inferred=len(chain) > 1,
    )


@dataclass(frozen=True, slots=True)
class _Bound:
    """One side of a point: where it lies, and the sources that say so, the giver first."""

    at: Moment | None
    reasons: tuple[str, ...]


def _side(network: Network, point: Point, latest: int, known: Mapping[str, Anchor]) -> _Bound:
    second = network.bounds(point)[latest]
    if second in (-inf, inf):
        return _Bound(None, ())
    reasons = network.reasons(point, latest=bool(latest))
    giver = known.get(reasons[0]) if reasons else None
    is_clock = giver is not None and giver.granularity.is_clock
    # An end is the second behind the last one.
    return _Bound(_moment(int(second) - point.is_end, is_clock=is_clock), reasons)


def _moment(second: int, *, is_clock: bool) -> Moment:
    """The day, or the minute, that a second lies in."""
    number, rest = divmod(second, DAY_SECONDS)
    year, month, day = civil(number)
    if not is_clock:
        return Moment(Granularity.DAY, year, month, day)
    hour, rest = divmod(rest, 3600)
    return Moment(Granularity.MINUTE, year, month, day, hour=hour, minute=rest // 60)


def _is_news(new: Moment | None, old: Moment | None, latest: int) -> bool:
    """True where a bound is closer than what stood there."""
    if new is None or old is None:
        return new is not None
    was = replace(old, zone=None).cell
    return new.cell.hi < was.hi if latest else new.cell.lo > was.lo


def _way(event: Event, chain: Sequence[EventLink], named: Mapping[str, Event]) -> tuple[str, str]:
    """The relation to the next event, and the way back to the dated: `after "vote" (e12)`."""
    steps: list[str] = []
    relation, here = "", event.id
    for link in reversed(chain):
        is_own = link.event_id == here
        here = link.other_id if is_own else link.event_id
        word = (link.signal if is_own else "") or _TURNED[link.relation]
        steps.append(f"{word} {_name(named[here])}")
        said = "IS_INCLUDED" if link.relation in ("SIMULTANEOUS", "IDENTITY") else link.relation
        relation = relation or (said if is_own else inverse(Relation(said)).value)
    return relation, ", ".join(steps)


def _name(event: Event) -> str:
    return f'"{" ".join(event.text.split())}" ({event.id})'


def _dispute(
    network: Network,
    source: str,
    against: Sequence[str],
    known: Mapping[str, Anchor],
    linked: Mapping[str, EventLink],
    named: Mapping[str, Event],
) -> Dispute | None:
    """A dropped statement as the time that it would have given; None for what only binds parts."""
    others = "; ".join(_tell(one, known, linked, named) for one in against)
    if source in known:
        note = f"{_tell(source, known, linked, named)}, against {others}"
        return Dispute(source, known[source], note)
    link = linked.get(source)
    if link is None:
        return None
    points = (Point(link.other_id), Point(link.other_id, True))
    ranges = tuple(Range(point, *network.bounds(point)) for point in points)
    giver = Statement(0, link.other_id, (), ranges)
    length = Statement(-1, "", (Tie(Point(link.event_id), Point(link.event_id, True), 1),))
    alone = Network([giver, length, Statement(1, source, ties_of_link(link))])
    event = named[link.event_id]
    made = _tighten(alone, event, _only(known, link.other_id), {source: link}, named, set())
    note = f"{_tell(source, known, linked, named)}, against {others}"
    return Dispute(link.event_id, made, note)


def _only(known: Mapping[str, Anchor], event: str) -> Mapping[str, Anchor]:
    return {event: known[event]} if event in known else {}


def _tell(
    source: str,
    known: Mapping[str, Anchor],
    linked: Mapping[str, EventLink],
    named: Mapping[str, Event],
) -> str:
    """A source in words: the event's own time and sieve, or what a signal says."""
    if source in linked:
        link = linked[source]
        word = link.signal or _TURNED[link.relation]
        return f"{_name(named[link.event_id])} {word} {_name(named[link.other_id])}"
    if source in known:
        anchor = known[source]
        return f"{_name(named[source])} by {anchor.sieve}: {anchor.evidence[0].timex_id}"
    return source
