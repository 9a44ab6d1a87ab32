"""What goes on for a time begins with what was told just before: "moved there and stayed a year".

The date is that of the verb it is coordinated with ("left in 1999 and the hall stood empty for
fourteen years"), or of the sentence before, which a pronoun goes back to ("He reigned for nine").
"""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Event
from ..temporal.granularity import Granularity
from . import grammar
from .base import Found, Scene
from .frames.bounding import Frame
from .frames.going_on import STATES
from .frames.lasting import lasting_from
from .frames.making import make_anchor
from .frames.reading import duration_of
from .grammar import words
from .grammar.tokens import Token

NAME = "stretch"
STEPS = 3  # up a chain of coordinated verbs
PRONOUNS = frozenset("he she it they we i this".split())
# They are counted out: what takes or lasts a time is what their subject began.
MEASURING = frozenset("take last".split())
NO_BEGIN = frozenset(("bear", "die"))  # a life's ends begin nothing of which a length is told
SURE = ("attached", "clause", "aspect", "signal")


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of what lasted so long, from the event before it on."""
    by_id = {e.id: e for e in scene.expressions}
    for event in scene.events:
        if event.id in found or event.polarity == "NEG" or event.id not in scene.trigger:
            continue
        length = duration_of(scene, event)
        if length is None:
            continue
        verb = scene.trigger[event.id]
        if not _goes_on(event, verb):
            continue
        giver = giver_of(scene, verb)
        begun = found.get(giver.id) if giver is not None else None
        if giver is None or begun is None or not _is_begin(begun):
            continue
        start = begun.begin if begun.shape == "instant" else begun.end
        end = lasting_from(start, begun.granularity, length[1])
        dated = by_id.get(begun.evidence[0].timex_id)
        if end is None or dated is None or end == start:
            continue
        frame = Frame("interval", start, end, "BEGUN_BY", begun.granularity, bounded=False)
        evidence = [(dated, f"from {giver.text!r}"), (length[0], "for")]
        yield make_anchor(event, frame, NAME, evidence, inferred=True)


def _goes_on(event: Event, verb: Token) -> bool:
    """True for a finite past verb of what lasts, which has not lasted before: no "had lived"."""
    if not grammar.is_verb(verb) or grammar.finite_form(verb) not in ("past", "none"):
        return False
    lemma = verb.lemma_.lower()
    return event.class_ in STATES or lemma in words.DURATIVE | MEASURING | {"be"}


def _is_begin(anchor: Anchor) -> bool:
    known = anchor.begin.earliest is not None and anchor.begin.latest is not None
    return known and anchor.sieve in SURE and anchor.granularity <= Granularity.YEAR


def giver_of(scene: Scene, verb: Token) -> Event | None:
    """The event that something which goes on is told to follow at once."""
    above, token = None, verb
    for _ in range(STEPS):
        if not _continues(token):
            break
        token = _verb_above(token)
        above = scene.event_at.get(token.i)
        if above is not None and scene.links_of(above):
            break
    if above is None and token.i == verb.i:
        above = _told_before(scene, verb)
    if above is None or above.polarity == "NEG" or above.id not in scene.trigger:
        return None
    return None if scene.trigger[above.id].lemma_.lower() in NO_BEGIN else above


def _continues(verb: Token) -> bool:
    """Whether a verb goes on from the one above: coordinated, a participle, "where he stayed"."""
    above = verb.head
    if above.i >= verb.i:
        return False
    if verb.dep_ in ("relcl", "advcl") and _opens_with(verb, "where"):
        return True
    if not grammar.is_verb(above):
        return False
    if verb.dep_ == "conj":
        return verb.lemma_.lower() not in MEASURING or grammar.own_subject(verb) is None
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not _opens_with(verb, "")


def _verb_above(verb: Token) -> Token:
    """The verb that a clause hangs on, also over the noun of "to Rome, where he stayed"."""
    above = verb.head
    for _ in range(STEPS):
        if grammar.is_verb(above):
            break
        above = above.head
    return above


def _opens_with(verb: Token, word: str) -> bool:
    """Whether a clause begins with this word, or with any conjunction at all."""
    marks = [c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")]
    return word in marks if word else bool(marks)


def _told_before(scene: Scene, verb: Token) -> Event | None:
    """The main event of the sentence before, where the subject is a pronoun."""
    subject = grammar.own_subject(verb)
    first = verb.sent.start
    if verb.dep_ != "ROOT" or subject is None or subject.lower_ not in PRONOUNS or first == 0:
        return None
    before = scene.doc[first - 1].sent
    if scene.block_at(before.start_char) != scene.block_at(verb.sent.start_char):
        return None
    return scene.event_at.get(before.root.i)
