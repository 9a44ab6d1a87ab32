"""A trained guess at when an event of a news report happened, where no rule dates it.

It chooses among shapes around the report's own day and the other times of the text. A guess is no
date: what it says is listed as undated, with its probability; a day is named only where that
supports it. It learned from news, so it speaks of reports only: a text with a dateline, or with a
date of creation beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from ...annotation import Anchor, Bounds, Event
from ...temporal.arithmetic import truncate
from ...temporal.granularity import Granularity
from ...temporal.values import Moment
from ..base import Found, Scene
from ..frames.bounding import Frame
from ..frames.making import make_anchor, make_document_anchor
from ..reporting import PRESS
from ..tense import bound
from .candidates import Candidate, Key, Other
from .features import event_features, pair_features
from .model import LinkerModel, load_linker
from .slots import words_of
from .story import Story, read_story

NAME = "linker"


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The likeliest time of each event of a report that nothing else has dated."""
    story = read_report(scene, found)
    if story is None:
        return
    model = load_linker()
    for event in scene.events:
        if event.id not in found and event.id in scene.trigger:
            yield _guess(model, story, event)


def read_report(scene: Scene, found: Found) -> Story | None:
    """The story of a news report of a known day; None for other texts."""
    date = scene.date
    if date.value is None or date.basis not in PRESS or scene.passages:
        return None
    if date.value.granularity > Granularity.DAY:
        return None
    day = replace(truncate(date.value, Granularity.DAY), zone=None)
    return read_story(scene, found, day)


def features_of(
    story: Story, event: Event, others: Sequence[Other]
) -> tuple[list[str], list[list[str]]]:
    """The features of an event, and with each other time, in their order."""
    pairs = [list(pair_features(story, event, one, rank)) for rank, one in enumerate(others)]
    return list(event_features(story, event)), pairs


def _guess(model: LinkerModel, story: Story, event: Event) -> Anchor:
    others = story.near(event)
    made, rows = story.candidates(others)
    told = bound(event, story.day)
    if told is not None and told.relation == "BEFORE":
        kept = [n for n, one in enumerate(made) if not _is_ahead(one.frame, story.day)]
        made, rows = [made[n] for n in kept], [rows[n] for n in kept]
    scores = model.score(words_of(story, event), *features_of(story, event, others))
    chances = _chances(scores[rows, [one.shape for one in made]])
    best, chance = _choose(made, chances, model)
    note = f"guessed, {chance:.2f}"
    if best.other is None:
        anchor = make_document_anchor(event, best.frame, NAME, note)
    else:
        evidence = [(best.other.expression, note)]
        anchor = make_anchor(event, best.frame, NAME, evidence, inferred=True, basis="inferred")
    return replace(anchor, confidence=chance)


def _is_ahead(frame: Frame, day: Moment) -> bool:
    """True for what begins after the report's day: not what its tense tells as past."""
    first, last = frame.begin.earliest, frame.begin.latest
    if first is None or first.cell.lo < day.cell.lo:
        return False
    return last is None or last.cell.lo > day.cell.lo


def _choose(
    made: Sequence[Candidate], chances: Sequence[float], model: LinkerModel
) -> tuple[Candidate, float]:
    """The likeliest time; a day that is not likely enough leaves its place to the next."""
    total: dict[Key, float] = {}
    first: dict[Key, Candidate] = {}
    for one, chance in zip(made, chances, strict=True):
        total[one.key] = total.get(one.key, 0.0) + chance
        first.setdefault(one.key, one)
    ranked = sorted(total, key=total.__getitem__, reverse=True)
    for key in ranked:
        sure = round(model.calibrate(total[key]), 2)
        if not first[key].is_day or sure >= model.day_threshold:
            return first[key], sure
    return first[ranked[0]], round(model.calibrate(total[ranked[0]]), 2)


def _chances(scores: np.typing.NDArray[np.float64]) -> list[float]:
    raised = np.exp(scores - scores.max())
    chances: list[float] = (raised / raised.sum()).tolist()
    return chances


def grade(anchor: Anchor) -> Anchor:
    """With the confidence of its sieve, where that was measured: for single days."""
    if anchor.confidence is not None or anchor.shape != "instant" or not _is_one(anchor.begin):
        return anchor
    sure = load_linker().precision(anchor.sieve)
    return anchor if sure is None else replace(anchor, confidence=sure)


def _is_one(bounds: Bounds) -> bool:
    """True for bounds within one day, clock times and all."""
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None:
        return False
    return truncate(first, Granularity.DAY) == truncate(last, Granularity.DAY)
