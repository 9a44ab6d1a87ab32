"""Runs an annotator over corpora that tell when things happened, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..annotation import Anchor, Annotated, Event
from ..consistency import make_network
from ..document import Document
from ..sieves.ordering.guess import guess_order
from . import anchoring, timelines
from .anchoring import Judged
from .calibration import measure_calibration
from .chronologies import Score, read_answer, score_entries
from .corpora import Corpus, Kind, read_timeml
from .event_times import EventTime, read_event_times
from .faults import AROUND, Fault
from .gold import found_events, gold_events
from .marks import Mark, Pair, pair_marks
from .moments import day_of_moment, show_when, when_of
from .order import Order, Place, order_of, read_order, score_order
from .result import Result
from .score import Tally, TwoSided

Annotate = Callable[[Iterable[Document]], Iterator[Annotated]]
# (text, answer) -> the JSON output for the text, read as the answer says
Extract = Callable[[Path, Mapping[str, Any]], Mapping[str, Any]]


def run_event_times(corpus: Corpus, annotate: Annotate, given: bool) -> Result:
    """TimeBank-EventTime: every event that people dated, with the time that ours has."""
    wanted: dict[str, list[EventTime]] = {}
    for table in corpus.tables:
        for row in read_event_times(table):
            wanted.setdefault(row.document, []).append(row)
    judged: list[Judged] = []
    for path, document, annotated in _annotated(corpus, annotate, given):
        judged += judge(path.stem, document, annotated, wanted.get(path.stem, ()))
    figures = anchoring.score_anchors(judged)
    sieves = anchoring.score_sieves(judged)
    return Result(
        corpus=corpus.name,
        part=corpus.part,
        documents=len(corpus.files),
        sha256=corpus.sha256,
        calibration=measure_calibration([pair for one in judged for pair in _claim(one)]),
        rules={"anchor": sieves},
        faults={"anchor": [_fault(one) for one in judged if not one.exact]},
        groups={
            "anchor": figures,
            "anchor kind": anchoring.score_kinds(judged),
            "anchor sieve": {row.rule: Tally(len(judged), row.found, row.strict) for row in sieves},
        },
        shares={
            "anchor exact": figures["exact"].recall,
            "anchor relaxed": figures["relaxed"].recall,
            "anchor day precision": figures["day"].precision,
            "anchor day recall": figures["day"].recall,
        },
        given=given,
    )


def judge(
    name: str, document: Document, annotated: Annotated, wanted: Iterable[EventTime]
) -> Iterator[Judged]:
    """The gold events of a document with both times; those whose id it lacks are not found."""
    date = annotated.date.value
    placed = place_events(document, annotated)
    for row in wanted:
        mark, event, anchor = placed.get(row.event_id, (None, None, None))
        start, end = mark.span if mark is not None else (0, 0)
        yield Judged(
            document=name,
            start=start,
            words=document.text[start:end],
            value=row.value,
            gold=row.when,
            found=event is not None,
            when=when_of(anchor) if anchor is not None else None,
            by=anchor.sieve if anchor is not None else "",
            date=day_of_moment(date) if date is not None else None,
            context=(document.text[max(0, start - AROUND) : start], document.text[end:][:AROUND]),
            confidence=anchor.confidence if anchor is not None else None,
        )


def run_order(corpus: Corpus, annotate: Annotate, given: bool) -> Result:
    """MATRES: which of two events began first, as bounds or else links settle it, or a guess."""
    settled: list[tuple[Order, Order]] = []
    guessed: list[tuple[Order, Order]] = []
    asked = [row for table in corpus.tables for row in read_order(table)]
    for path, document, annotated in _annotated(corpus, annotate, given):
        placed = place_events(document, annotated)
        events = events_of_instances(document)
        network = make_network(annotated.anchors, annotated.links, {})
        for row in asked:
            if row.document != path.stem:
                continue
            two = [placed.get(events.get(i, "")) for i in (row.first, row.second)]
            order = order_of(_place(two[0]), _place(two[1]), network)
            settled.append((row.order, order))
            found = [one[1] for one in two if one and one[1]]
            if order == "VAGUE" and len(found) == 2 and found[0] is not found[1]:
                guess = guess_order(annotated, found[0], found[1])
                order = guess[0] if guess is not None else "VAGUE"
            guessed.append((row.order, order))
    groups = score_order(settled)
    guesses = score_order(guessed)
    return Result(
        corpus=corpus.name,
        part=corpus.part,
        documents=len(corpus.files),
        sha256=corpus.sha256,
        groups={"order": groups, "order guessed": guesses},
        shares={
            **_order_shares("order", groups["decided"]),
            **_order_shares("order guessed", guesses["decided"]),
        },
        given=given,
    )


def _order_shares(name: str, decided: Tally) -> dict[str, float | None]:
    share = decided.found / decided.gold if decided.gold else None
    return {f"{name} decided": share, f"{name} right": decided.precision}


def _place(placed: tuple[Mark, Event | None, Anchor | None] | None) -> Place:
    if placed is None or placed[1] is None:
        return None
    return placed[1].id, placed[2].begin if placed[2] is not None else None


def run_timelines(corpus: Corpus, annotate: Annotate) -> Result:
    """SemEval timelines: each dated gold mention, and the timelines of the entities.

    Always end to end: the documents have no gold expressions.
    """
    gold = [timelines.read_timeline(path) for path in corpus.tables]
    dated = timelines.dates_of(gold, (timelines.number_of(path) for path in corpus.files))
    right = found = 0
    ours: dict[str, list[tuple[timelines.Mention, Anchor | None]]] = {
        one.entity: [] for one in gold
    }
    for path, document, annotated in _annotated(corpus, annotate, False):
        sentences = timelines.find_sentences(path.read_text("utf-8"), document.text)
        number = timelines.number_of(path)
        anchors = {anchor.event_id: anchor for anchor in annotated.anchors}
        for mention, dates in dated.items():
            if mention.document != number:
                continue
            place = timelines.place_mention(mention, document.text, sentences.get(mention.sentence))
            event = _overlapping(annotated.events, place) if place else None
            anchor = anchors.get(event.id) if event is not None else None
            found += anchor is not None
            right += anchor is not None and any(timelines.agrees(date, anchor) for date in dates)
        for entity, known in ours.items():
            known += _about(annotated, entity, number, sentences, anchors)
    total = timelines.score_timelines(
        [(one.rows, timelines.make_rows(ours[one.entity])) for one in gold]
    )
    mentions = Tally(len(dated), found, right)
    return Result(
        corpus=corpus.name,
        part=corpus.part,
        documents=len(corpus.files),
        sha256=corpus.sha256,
        groups={"timeline": {"mentions": mentions, "relations": total}},
        shares={"timeline mentions": mentions.recall, "timeline relations": total.f1},
    )


def run_chronologies(corpus: Corpus, extract: Extract) -> Result:
    """Texts with the chronology expected of them: entries that are dated to the day."""
    total = Score()
    faults: list[Fault] = []
    for path, table in zip(corpus.files, corpus.tables, strict=True):
        answer = read_answer(table)
        score = score_entries(extract(path, answer), answer)
        for name in ("demanded", "found", "exact", "rows", "right"):
            setattr(total, name, getattr(total, name) + getattr(score, name))
        for kind in ("missed", "wrong", "spurious", "forbidden"):
            for item in getattr(score, kind):
                faults.append(Fault(kind, path.stem, 0, "", "", item, "", "", ""))
    entries = TwoSided(total.demanded, total.rows, total.right, total.exact)
    return Result(
        corpus=corpus.name,
        part=corpus.part,
        documents=len(corpus.files),
        sha256=corpus.sha256,
        faults={"chronology": faults},
        groups={"chronology": {"entries": entries}},
        shares={"chronology recall": total.recall, "chronology precision": total.precision},
    )


DATING: Mapping[Kind, Callable[[Corpus, Annotate, bool], Result]] = {
    "event-times": run_event_times,
    "order": run_order,
}
Placed = Mapping[str, tuple[Mark, Event | None, Anchor | None]]


def place_events(document: Document, annotated: Annotated) -> Placed:
    """Gold event id -> its mark, the event of ours that answers it, and the anchor of that."""
    events = {event.id: event for event in annotated.events}
    anchors = {anchor.event_id: anchor for anchor in annotated.anchors}
    placed: dict[str, tuple[Mark, Event | None, Anchor | None]] = {}
    for pair in pair_marks(gold_events(document), found_events(annotated)):
        if pair.gold is not None:
            ours = pair.found.get("id") if pair.found is not None else ""
            placed[pair.gold.get("eid")] = pair.gold, events.get(ours), anchors.get(ours)
    return placed


def _annotated(
    corpus: Corpus, annotate: Annotate, given: bool
) -> Iterator[tuple[Path, Document, Annotated]]:
    documents = [read_timeml(path) for path in corpus.files]
    wanted = documents if given else [replace(one, annotations=None) for one in documents]
    yield from zip(corpus.files, documents, annotate(wanted), strict=True)


def events_of_instances(document: Document) -> dict[str, str]:
    """Gold event id of each instance's id."""
    given = document.annotations
    instances = [dict(pairs) for pairs in given.instances] if given is not None else []
    return {one.get("eiid", ""): one.get("eventID", "") for one in instances}


def _overlapping(events: Iterable[Event], place: tuple[int, int]) -> Event | None:
    return next((e for e in events if e.start < place[1] and place[0] < e.end), None)


def _about(
    annotated: Annotated,
    entity: str,
    number: str,
    sentences: Mapping[str, tuple[int, int]],
    anchors: Mapping[str, Anchor],
) -> Iterator[tuple[timelines.Mention, Anchor | None]]:
    """The events that an entity takes part in, as the task names them."""
    for event in annotated.events:
        names = {participant.text: participant.type or "" for participant in event.participants}
        if not timelines.is_about(names, entity):
            continue
        within = (n for n, (start, end) in sentences.items() if start <= event.start < end)
        words = "_".join(event.text.split())
        yield timelines.Mention(number, next(within, "0"), words), anchors.get(event.id)


def _claim(one: Judged) -> Iterator[Pair]:
    """A time that was given with a confidence, as marks: equal spans if it is exact."""
    if one.when is not None:
        gold = Mark(0, 1)
        attributes = {} if one.confidence is None else {"confidence": str(one.confidence)}
        yield Pair(gold, Mark(0, 1 if one.exact else 2, "", attributes, one.by))


def _fault(one: Judged) -> Fault:
    kind = "missed" if not one.found else "undated" if one.when is None else "time"
    ours = "" if one.when is None else show_when(one.when)
    return Fault(
        kind=kind,
        document=one.document,
        start=one.start,
        words=one.words,
        gold=one.value,
        found=ours,
        by=one.by,
        before=one.context[0],
        after=one.context[1],
    )
