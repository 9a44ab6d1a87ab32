"""From annotated documents to the chronology: the records of the output contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from .. import chronology as out
from ..annotation import Anchor, Annotated, Dispute, Event, TemporalExpression
from ..consistency import NAME as ORDER
from ..consistency import is_stated
from ..document import content_id
from ..merge import merge_entries, merge_mentions
from ..merge.combine import MAX_TITLE
from ..merge.mentions import without_theme
from ..temporal.granularity import Granularity
from .choice import Choice, choose
from .copies import join_copies
from .places import Places
from .published import TOLD as OF_PAGE
from .published import is_of_the_page
from .records import make_document, make_event
from .salience import weigh
from .times import make_expression, make_time

TENSE, LINKER, AGENT = "tense", "linker", "agent"
REPORTING, LEAD = "reporting", "lead"
OWN_DATE = ("attached", "signal", "aspect", "event")  # sieves that read the event's own clause
DOUBTED = "it is dated, but too likely no event: see its confidence"


@dataclass(frozen=True, slots=True)
class _Source:
    """An annotated document and the id that it has in the output."""

    id: str
    annotated: Annotated


def make_timeline(
    annotated: Iterable[Annotated],
    *,
    provenance: out.Provenance,
    failures: Iterable[out.Failure] = (),
    keep_all: bool = False,
    choice: Choice | None = None,
    **wanted: Any,
) -> out.Timeline:
    """The chronology of some documents.

    `keep_all` also shows what only tense, the report or another event bounds, and doubtful events.
    `choice`, or its fields by name, chooses among the entries; events and expressions stay
    complete. Every event is in an entry, or in `undated` with the reason, or was not chosen.
    What was found in a document is let go as soon as its records are made, and `failures` are asked
    for after the last one.
    """
    documents: list[out.Document] = []
    expressions: list[out.Expression] = []
    events: list[out.Event] = []
    entries: list[out.Entry] = []
    undated: list[out.Undated] = []
    links: list[out.Link] = []
    for source in _name_sources(annotated):
        found = source.annotated
        documents.append(make_document(source.id, found))
        text = found.document.text
        expressions += (make_expression(source.id, text, x) for x in found.expressions)
        times = _make_times(source)
        events += _make_events(source, times)
        shown, hidden = _make_entries(source, times, keep_all)
        entries += shown
        undated += hidden
        links += _make_links(source)
        del source, found, times
    whole = out.Timeline(
        provenance=provenance,
        documents=tuple(documents),
        expressions=tuple(expressions),
        events=tuple(events),
        entries=tuple(entries),
        undated=tuple(undated),
        failures=tuple(failures),
        links=tuple(links),
    )
    del documents, expressions, events, entries, undated, links
    return choose(unite(whole), choice or Choice(**wanted))


def unite(timeline: out.Timeline) -> out.Timeline:
    """A chronology with one entry for one happening, each with its weight, in order."""
    documents = {document.id: document for document in timeline.documents}
    events = {event.id: event for event in timeline.events}
    single = join_copies(timeline.entries, events, documents)
    entries, undated = merge_entries(single, timeline.undated, events, documents)
    rank = {name: place for place, name in enumerate(documents)}
    places = {event.id: (rank[event.document], event.start) for event in timeline.events}
    weighed = weigh(entries, timeline.events, timeline.documents)
    return msgspec.structs.replace(
        timeline, entries=out.order_entries(weighed, places), undated=tuple(undated)
    )


def _name_sources(annotated: Iterable[Annotated]) -> Iterator[_Source]:
    """Ids that are unique in the output: a repeat gets "-2"."""
    used: set[str] = set()
    for found in annotated:
        wanted = name = found.document.id or content_id(found.document.text)
        count = 1
        while name in used:
            count += 1
            name = f"{wanted}-{count}"
        used.add(name)
        source = _Source(name, found)
        del found
        yield source
        del source


def _make_times(source: _Source) -> dict[str, out.Time]:
    """The time of every event that has one, by its id; an entry has that of one of its events."""
    annotated = source.annotated
    expressions = {e.id: e for e in annotated.expressions}
    return {
        anchor.event_id: make_time(source.id, annotated, anchor, expressions)
        for anchor in annotated.anchors
    }


def _make_events(source: _Source, times: Mapping[str, out.Time]) -> Iterator[out.Event]:
    annotated = source.annotated
    anchors = {anchor.event_id: anchor for anchor in annotated.anchors}
    places = Places(annotated.document)
    for event in annotated.events:
        anchor, time = anchors.get(event.id), times.get(event.id)
        yield make_event(source.id, annotated, event, anchor, time, places)


def _make_entries(
    source: _Source, times: Mapping[str, out.Time], keep_all: bool
) -> tuple[list[out.Entry], list[out.Undated]]:
    """The entries of a document in no order, and its events without one."""
    annotated = source.annotated
    events = {event.id: event for event in annotated.events}
    anchors = {anchor.event_id: anchor for anchor in annotated.anchors}
    expressions = {e.id: e for e in annotated.expressions}
    reasons = dict(annotated.undated)
    disputed: dict[str, list[int]] = {}
    for place, dispute in enumerate(annotated.disputes):
        disputed.setdefault(dispute.event_id, []).append(place)
    entries: list[out.Entry] = []
    undated: list[out.Undated] = []
    for group in merge_mentions(annotated):
        mentions = [events[event] for event in group]
        dated = [anchors[e] for e in group if e in anchors and is_shown(anchors[e], keep_all)]
        doubted = not keep_all and _is_doubted(mentions, dated)
        of_page = not keep_all and all(is_of_the_page(annotated, one) for one in mentions)
        if doubted or of_page or not dated:
            for event in group:
                reason = OF_PAGE if of_page else reasons.get(event)
                if reason is None:
                    reason = DOUBTED if dated else _hidden_reason(anchors.get(event))
                undated.append(out.Undated(event=f"{source.id}/{event}", reason=reason))
            continue
        best = min(dated, key=lambda anchor: _rank(anchor, events[anchor.event_id]))
        ordered = [best.event_id, *(event for event in group if event != best.event_id)]
        entries.append(
            out.Entry(
                id=f"{source.id}/{best.event_id}",
                time=times[best.event_id],
                title=_choose_title(events[best.event_id], mentions),
                events=tuple(f"{source.id}/{event}" for event in ordered),
                documents=(source.id,),
                conflicts=tuple(
                    _make_conflict(source, annotated.disputes[place], events, expressions)
                    for place in sorted(p for event in group for p in disputed.get(event, ()))
                    if annotated.disputes[place].anchor is not None
                ),
                salience=None,
            )
        )
    return entries, undated


def _make_links(source: _Source) -> Iterator[out.Link]:
    """What the text says of its events' order; not what is only guessed from how it is told."""
    for link in source.annotated.links:
        if is_stated(link):
            yield out.Link(
                event=f"{source.id}/{link.event_id}",
                relation=link.relation,
                other=f"{source.id}/{link.other_id}",
                sieve=link.sieve,
                signal=link.signal or None,
            )


def _make_conflict(
    source: _Source,
    dispute: Dispute,
    events: Mapping[str, Event],
    expressions: Mapping[str, TemporalExpression],
) -> out.Conflict:
    """What the text also says of an entry's time and something more precise does not allow."""
    assert dispute.anchor is not None
    start, end = events[dispute.event_id].sentence
    return out.Conflict(
        event=f"{source.id}/{dispute.event_id}",
        time=make_time(source.id, source.annotated, dispute.anchor, expressions),
        note=dispute.note,
        quote=" ".join(source.annotated.document.text[start:end].split()),
    )


def _is_doubted(mentions: Sequence[Event], dated: Sequence[Anchor]) -> bool:
    """Whether it may be no event at all; a verb with a date of its own in its clause is one.

    So is a noun with a day of its own.
    """
    own = {a.event_id: a.granularity for a in dated if a.sieve in OWN_DATE}
    return all(
        event.doubtful
        and (event.id not in own or (event.pos != "VERB" and own[event.id] > Granularity.DAY))
        for event in mentions
    )


def is_shown(anchor: Anchor, keep_all: bool) -> bool:
    """True for what an expression dates, and for the lead: the first sentence's main statement."""
    if keep_all or anchor.sieve not in (TENSE, LINKER, AGENT, REPORTING, ORDER):
        return True
    return anchor.sieve == REPORTING and anchor.evidence[0].note == LEAD


def _hidden_reason(anchor: Anchor | None) -> str:
    if anchor is not None and anchor.sieve == REPORTING:
        return "only the report itself dates it: said when the document was written"
    if anchor is not None and anchor.sieve == ORDER:
        return f"only another event bounds it: {anchor.evidence[0].note}"
    if anchor is not None and anchor.sieve == AGENT:
        return "only a day told of the same subject dates it"
    return "no expression dates it"


def _rank(anchor: Anchor, event: Event) -> tuple[bool, bool, float, bool, int]:
    """Which mention's time an entry takes.

    Stated before inferred; the whole course ("began ... lasted") before its parts; then the
    narrower, then the verb, then the first.
    """
    course = anchor.sieve == "aspect" and anchor.part_of is None
    lo, hi = anchor.begin.earliest, anchor.end.latest
    width = hi.cell.hi - lo.cell.lo if lo and hi else float("inf")
    return anchor.inferred, not course, width, event.pos != "VERB", event.start


def _choose_title(best: Event, mentions: Sequence[Event]) -> str:
    """The title that tells most: of a finite clause with a subject, the longest that fits."""

    def worth(event: Event) -> tuple[bool, bool, bool, int]:
        finite = event.pos == "VERB" and event.tense in ("PAST", "PRESENT", "FUTURE")
        agent = any(p.role in ("agent", "patient") for p in event.participants)
        fits = len(event.title) <= MAX_TITLE
        near = event.sentence == best.sentence
        return (fits and near, finite, agent, len(event.title) if fits else -len(event.title))

    title = max(mentions, key=worth).title or best.text
    # "A bomb exploded" goes on with what came of it: "A bomb exploded, killing seven".
    ends = [e.title for e in mentions if e.title.startswith(f"{without_theme(title)}, ")]
    return max((title, *(end for end in ends if len(end) <= MAX_TITLE)), key=len)
