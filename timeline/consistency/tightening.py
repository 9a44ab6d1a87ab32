"""An event's time as a network has it: closer than its anchor, or where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from ..annotation import Anchor, Bounds, Event, EventLink, Evidence
from ..temporal.axis import DAY_SECONDS, civil
from ..temporal.granularity import Granularity
from ..temporal.network import Network
from ..temporal.points import Point
from ..temporal.values import Moment
from .statements import MENTION
from .wording import way_back

NAME = "order"  # the sieve of what only the order of events bounds
_LASTING = frozenset({"ENDED_BY", "BEGUN_BY", "INCLUDES"})


def tighten(
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
    relation, note = way_back(event, chain, named)
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
        lasts = lo is not None and hi is not None and hi.cell.hi <= lo.cell.lo
        if lasts and own is not None:
            return None
        # What is a stretch that was told elsewhere is that stretch, not a time between its ends.
        is_interval = lasts
        new = new if lasts else [lo, hi, lo, hi]
    begin_bounds, end_bounds = Bounds(new[0], new[1]), Bounds(new[2], new[3])
    evidence = Evidence(giver.evidence[0].timex_id, note)
    if own is not None and own.basis != "document-date":
        return replace(own, begin=begin_bounds, end=end_bounds, evidence=(*own.evidence, evidence))
    is_same = relation == "IS_INCLUDED" == giver.relation and begin_bounds == giver.begin
    steps = sum(link.sieve != MENTION for link in chain)
    if steps > 1:
        relation = "BEFORE" if new[0] is None else "AFTER" if new[3] is None else "IS_INCLUDED"
    return Anchor(
        event_id=event.id,
        relation=relation,
        shape="interval" if is_interval else "instant",
        begin=begin_bounds,
        end=end_bounds,
        granularity=min((m.granularity for m in new if m is not None), default=Granularity.DAY),
        basis="event" if steps < 2 else "inferred",
        sieve=NAME,
        evidence=(evidence, *(own.evidence if own is not None else ())),
        value_id=giver.value_id if is_same else None,
        inferred=steps > 1,
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
