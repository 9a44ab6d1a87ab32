"""What the linker learns from: events that no rule dates, with candidate times.

Gold events of TimeBank-EventTime, and our own events in news to which readers, who are language
models, told the times (`times.tsv`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from event_data import read_gold, read_silver
from spacy.tokens import Doc

from timeline.annotation import Event
from timeline.components.event_anchorer import scene_of
from timeline.document import Document
from timeline.evaluation.corpora import PARTS, find_corpora, read_splits, read_timeml
from timeline.evaluation.event_times import EventTime, read_event_times, read_when
from timeline.evaluation.gold import gold_events
from timeline.evaluation.moments import When, day_range, round_month, when_of
from timeline.pipeline import Options, load
from timeline.sieves import RULES, settle, sift
from timeline.sieves.linker import features_of, read_report
from timeline.sieves.linker.candidates import Candidate
from timeline.sieves.linker.features import number_of
from timeline.sieves.linker.slots import words_of
from timeline.sieves.linker.story import Story

WORD = re.compile(r"[A-Za-z]+")
OFTEN = 3  # times that the silver documents have a word of which the program keeps a vector

Told = Mapping[str, Mapping[int, When | None]]  # the times of events, by document and offset


@dataclass(frozen=True, slots=True)
class Sample:
    """An event of a report that no rule dates.

    `units` are feature numbers: the event's own, then with each other time. `rows` and `shapes` say
    of each candidate which unit and which column score it, `times` what it means. `gold` is its
    time, if one was told. `words` are the event's words by slot.
    """

    document: str
    units: tuple[tuple[int, ...], ...]
    rows: tuple[int, ...]
    shapes: tuple[int, ...]
    times: tuple[When, ...]
    gold: When | None
    words: tuple[str, ...] = ()

    @property
    def right(self) -> list[bool]:
        """Which candidates are the gold time."""
        return [time == self.gold for time in self.times]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document: its samples, what rules said of the other events, and all gold events."""

    document: str
    part: str
    samples: tuple[Sample, ...]
    ruled: tuple[tuple[str, When, bool], ...]  # sieve, its time, exactly right
    events: int


def read_documents(corpora: Path, parts: Sequence[str], *, given: bool = True) -> Iterator[Reading]:
    """The EventTime documents of these parts; `given`: with the gold events and expressions."""
    pipeline = load(Options())
    for corpus in find_corpora([str(corpora / "eventtime")], parts, read_splits()):
        wanted: dict[str, list[EventTime]] = {}
        for table in corpus.tables:
            for row in read_event_times(table):
                wanted.setdefault(row.document, []).append(row)
        documents = [read_timeml(path) for path in corpus.files]
        docs = pipeline.parse_given(documents) if given else pipeline.find_all(documents)
        for path, document, doc in zip(corpus.files, documents, docs, strict=True):
            name = path.stem
            yield read_document(name, corpus.part, document, doc, wanted[name])


def read_document(
    name: str, part: str, document: Document, doc: Doc, wanted: Sequence[EventTime]
) -> Reading:
    """One document, after the rules."""
    scene, found = sift(settle(scene_of(doc)), RULES)
    story = read_report(scene, found)
    spans = {mark.get("eid"): mark.span for mark in gold_events(document)}
    events = {(event.start, event.end): event for event in scene.events}
    left: list[tuple[Event, When | None]] = []
    ruled: list[tuple[str, When, bool]] = []
    for row in wanted:
        event = events.get(spans.get(row.event_id, (-1, -1)))
        if event is None or event.id not in scene.trigger:
            continue
        anchor = found.get(event.id)
        if anchor is not None:
            time = round_month(when_of(anchor))
            ruled.append((anchor.sieve, time, time == row.when))
        else:
            left.append((event, row.when))
    samples = _samples(name, story, left) if story is not None else ()
    return Reading(name, part, tuple(samples), tuple(ruled), len(wanted))


def read_told(corpora: Path, told: Told) -> Iterator[Sample]:
    """Our own events that no rule dates in the news for which readers told the times.

    The readers are language models, not people.
    """
    wanted = [document for document in read_news(corpora) if document.id in told]
    for document, story in read_stories(wanted):
        times = told[document.id]
        left = [(e, times[e.start]) for e in undated(story) if e.start in times]
        yield from _samples(document.id, story, left)


def read_news(corpora: Path) -> Iterator[Document]:
    """The news that readers may see: silver documents, and train documents without gold times."""
    yield from (document for *_, document in read_silver(corpora))
    yield from read_untimed(corpora)


def read_untimed(corpora: Path) -> Iterator[Document]:
    """The train documents of both human corpora that are not in TimeBank-EventTime."""
    found = find_corpora([str(corpora / "eventtime")], PARTS, read_splits())
    timed = {path.stem for corpus in found for path in corpus.files}
    for *_, document in read_gold(corpora, ("train",)):
        if document.id not in timed:
            yield document


def read_times(path: Path) -> Told:
    """The times of a file that `draw_times.py` wrote."""
    told: dict[str, dict[int, When | None]] = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        document, offset, value = line.split("\t")
        told.setdefault(document, {})[int(offset)] = read_when(value)
    return told


def read_stories(documents: Sequence[Document]) -> Iterator[tuple[Document, Story]]:
    """The news reports among documents, with our own events and expressions, after the rules."""
    for document, doc in zip(documents, load(Options()).find_all(documents), strict=True):
        scene, found = sift(settle(scene_of(doc)), RULES)
        story = read_report(scene, found)
        if story is not None:
            yield document, story


def undated(story: Story) -> list[Event]:
    """The events of a story that no rule dates, without doubtful ones."""
    scene = story.scene
    events = (e for e in scene.events if e.id in scene.trigger and e.id not in story.found)
    return [event for event in events if not event.doubtful]


def _samples(
    name: str, story: Story, left: Sequence[tuple[Event, When | None]]
) -> Iterator[Sample]:
    for event, gold in left:
        others = story.near(event)
        made, rows = story.candidates(others)
        own, pairs = features_of(story, event, others)
        units = tuple(_numbers(features) for features in (own, *pairs))
        shapes = tuple(one.shape for one in made)
        times = tuple(time_of(one) for one in made)
        words = words_of(story, event)
        yield Sample(name, units, tuple(rows), shapes, times, gold, words)


def read_words(corpora: Path) -> list[str]:
    """The words that the silver documents have often enough, in small letters."""
    seen = Counter(word for *_, one in read_silver(corpora) for word in WORD.findall(one.text))
    small: Counter[str] = Counter()
    for word, count in seen.items():
        small[word.lower()] += count
    return sorted(word for word, count in small.items() if count >= OFTEN)


def time_of(candidate: Candidate) -> When:
    """What a candidate means, in days."""
    frame = candidate.frame
    both = day_range(frame.begin), day_range(frame.end)
    return round_month(When(*both, frame.shape == "interval"))


def _numbers(features: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({number_of(feature) for feature in features}))
