"""What a news report opens with happened about the day of the report, where nothing else dates it.

"Apple has introduced a new phone": the words name no day, but it is the news of that day. So the
report's date is told as approximate: papers write of the day before, agencies of the hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..annotation import Anchor, Event
from ..temporal.arithmetic import last_moment, move, truncate
from ..temporal.granularity import Granularity
from ..temporal.values import Moment, Unresolved
from . import grammar
from .base import Found, Scene
from .frames.bounding import within
from .frames.making import make_document_anchor
from .grammar.tokens import Sentence
from .reporting import PRESS

NAME = "lead"
NEWS = frozenset({"OCCURRENCE", "I_ACTION", "ASPECTUAL"})
FORMS = frozenset({"past", "perfect"})
SHORT = 8  # tokens: a place, a name, an agency
EARLIER = frozenset("since earlier previously recently already ago".split())
FRESH = 30  # days before the report within which another date is that of the news


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """The report's date, approximately, for the main verb of its first sentence."""
    date = scene.date
    if date.value is None or date.basis not in PRESS or scene.passages:
        return
    if date.value.granularity > Granularity.DAY:
        return
    day = replace(truncate(date.value, Granularity.DAY), zone=None)
    sentence = _opening(scene)
    event = scene.event_at.get(sentence.root.i) if sentence is not None else None
    if sentence is None or event is None or event.id in found or scene.links_of(event):
        return
    if _is_news(scene, event) and not _tells_its_day(scene, found, sentence, day):
        about = replace(day, qualifier="~")
        yield make_document_anchor(event, within(about), NAME, "the text names no day")


def _opening(scene: Scene) -> Sentence | None:
    """The first full sentence that stands in no heading; None if that has no verb."""
    for sentence in scene.doc.sents:
        place = scene.block_at(sentence.start_char)
        is_heading = place >= 0 and scene.blocks[place].kind == "heading"
        if not is_heading and (grammar.is_verb(sentence.root) or len(sentence) > SHORT):
            return sentence if grammar.is_verb(sentence.root) else None
    return None


def _is_news(scene: Scene, event: Event) -> bool:
    """True for what is told as having happened: no state, wish, plan or denial."""
    if event.class_ not in NEWS or event.polarity == "NEG" or event.modality is not None:
        return False
    verb = scene.trigger[event.id]
    return (
        event.status == "happened"
        and not event.aspect.endswith("PROGRESSIVE")
        and grammar.own_subject(verb) is not None
        and grammar.finite_form(verb) in FORMS
    )


def _tells_its_day(scene: Scene, found: Found, sentence: Sentence, day: Moment) -> bool:
    """Whether something else in the sentence has a recent date, or puts it back: no news of today.

    "A bomb found on Friday was defused", "Thousands have fled since the weekend".
    """
    fresh = move(day, -FRESH, Granularity.DAY).cell.lo
    for token in sentence:
        event = scene.event_at.get(token.i)
        anchor = found.get(event.id) if event is not None else None
        expression = scene.inside.get(token.i)
        latest = anchor.end.latest if anchor is not None else None
        if latest is None and expression and not isinstance(expression.value, Unresolved):
            latest = last_moment(expression.value)
        if token.lower_ in EARLIER or (latest is not None and latest.cell.hi >= fresh):
            return True
    return False
