"""The entries of a document: which of its events are one, which are shown, by what title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import chronology as out
from ..annotation import Anchor, Dispute, Event, TemporalExpression
from ..consistency import NAME as ORDER
from ..merge import merge_mentions
from ..merge.combine import MAX_TITLE
from ..merge.mentions import without_theme
from ..temporal.granularity import Granularity
from .published import TOLD as OF_PAGE
from .published import is_of_the_page
from .sources import Source
from .times import make_time

TENSE, LINKER, AGENT = "tense", "linker", "agent"
REPORTING, LEAD = "reporting", "lead"
OWN_DATE = ("attached", "signal", "aspect", "event")  # sieves that read the event's own clause
DOUBTED = "it is dated, but too likely no event: see its confidence"


def make_entries(
    source: Source, times: Mapping[str, out.Time], keep_all: bool
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


def _make_conflict(
    source: Source,
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
