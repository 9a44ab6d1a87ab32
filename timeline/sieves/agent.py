"""What somebody did and said on the day that a report tells of: "Lind spoke on Friday ... He said".

A report tells of one appearance at a time. Where a recent day dates what somebody did, the other
finite past main verbs of the same subject are of that day, until a day dates them anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Event
from ..temporal.granularity import Granularity
from . import grammar, words
from .base import Found, Scene
from .carried import TELLING, on_that_day
from .making import make_anchor
from .reporting import PRESS
from .tokens import Token

NAME = "agent"
RECENT = 7 * 86_400  # s before the report
PERSONS = frozenset(("he", "she"))
HERE = frozenset(("then", "also"))  # move a story on within its day


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of main verbs whose subject did something on a day that the report tells of."""
    if scene.date.value is None or scene.date.basis not in PRESS or scene.passages:
        return
    told: dict[str, Anchor] = {}
    by_id = {e.id: e for e in scene.expressions}
    last = ""
    for event in scene.events:
        verb = scene.trigger.get(event.id)
        if verb is None or not _is_told(event, verb):
            continue
        agent = _agent_of(verb, last)
        if not agent:
            continue
        last = agent
        anchor = found.get(event.id)
        if anchor is not None:
            if _is_recent_day(scene, anchor):
                told[agent] = anchor
            elif anchor.sieve != NAME and _is_dated(anchor):
                told.pop(agent, None)
            continue
        source = told.get(agent)
        expression = by_id.get(source.evidence[0].timex_id) if source is not None else None
        if source is None or expression is None or not _is_plain(scene, event, verb):
            continue
        evidence = [(expression, "of the same subject")]
        for one in (event, *_saying(scene, found, verb)):
            yield make_anchor(
                one, on_that_day(source), NAME, evidence, inferred=True, basis="inferred"
            )


def _saying(scene: Scene, found: Found, verb: Token) -> Iterator[Event]:
    """What was said in doing it: "dismissed the report, saying ..."."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_.lower() in words.SAYING:
            event = scene.event_at.get(child.i)
            if event is not None and event.id not in found and not scene.links_of(event):
                yield event


def _is_told(event: Event, verb: Token) -> bool:
    """True for what somebody did or said: a finite past verb of a main clause."""
    if event.class_ not in TELLING and event.class_ != "REPORTING":
        return False
    if event.polarity == "NEG" or event.modality is not None or not grammar.is_verb(verb):
        return False
    if any(child.dep_ == "auxpass" for child in verb.children):
        return False
    head = verb
    while head.dep_ == "conj" and grammar.is_verb(head.head):
        head = head.head
    return head.dep_ == "ROOT" and grammar.finite_form(verb) == "past"


def _agent_of(verb: Token, last: str) -> str:
    """The name of the subject; "he" is who was spoken of last."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return ""
    if subject.lower_ in PERSONS:
        return last
    return subject.lower_ if subject.pos_ == "PROPN" else ""


def _is_recent_day(scene: Scene, anchor: Anchor) -> bool:
    """True for a day of the last week that an expression in the clause gives."""
    first, last, day = anchor.begin.earliest, anchor.end.latest, scene.date.value
    if anchor.sieve not in ("attached", "clause") or anchor.shape != "instant":
        return False
    if first is None or last is None or day is None or anchor.granularity > Granularity.DAY:
        return False
    gap = day.cell.hi - last.cell.hi
    return -RECENT < gap <= RECENT and first.cell.lo < day.cell.hi


def _is_dated(anchor: Anchor) -> bool:
    return anchor.basis in ("expression", "relative")


def _is_plain(scene: Scene, event: Event, verb: Token) -> bool:
    """True where nothing moves the time: no word of sequence, no expression of its own."""
    if scene.links_of(event):
        return False
    moves = words.SEQUENCE - HERE
    for child in verb.children:
        opens = child.dep_ == "advcl" and child.i < verb.i
        if opens or child.lower_ in moves or child.i in scene.inside:
            return False
    return True
