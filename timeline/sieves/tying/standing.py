"""Which events a word stands for that a date hangs on: "held talks", "announced elections"."""

from __future__ import annotations

from ...annotation import WRITING_UP, Event, TemporalExpression
from ...temporal.values import Moment
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token
from .climbing import NAMING
from .phrase import is_fine, lies_ahead
from .rescheduled import old_day_of

RETURNING = frozenset("return go come get".split())
TOLD = ("past", "past-perfect")


def events_of(
    scene: Scene, target: Token, expression: TemporalExpression, first: int, signal: str
) -> list[Event]:
    """The events that a word dated by an expression stands for."""
    target = _moved(scene, target, expression, first)
    verb = target.lemma_.lower()
    old = old_day_of(scene, target, signal)
    if old is not None:
        return [old]
    until = first > 0 and scene.doc[first - 1].lower_ in words.UNTIL  # "until after Easter"
    if verb in words.PUTTING_OFF and (signal in words.UNTIL or until):
        return []
    if signal == "since" and _lasts_before(scene, target, first):
        noun = scene.event_at.get(first - 1)
        return [noun] if noun is not None else []
    if grammar.finite_form(target) == "past" and lies_ahead(scene, expression):
        # "announced elections on 5 June": what is told as past cannot lie ahead of the text.
        if not grammar.is_verb(target) or signal not in ("", "on", "in", "for", "at"):
            return []
        if verb in WRITING_UP and target.i in scene.event_at:
            return [scene.event_at[target.i]]  # "typed 19 March", of a letter of the 17th
        return [scene.event_at[t.i] for t in grammar.objects_of(target) if t.i in scene.event_at]
    named = _named_day(scene, target, expression, first, signal)
    if named is not None:
        return named
    if verb in words.ARRANGING and signal == "for" and target.i in scene.event_at:
        planned: list[Token | None] = [*grammar.objects_of(target)]
        planned = planned or [grammar.subject_of(target)]
        events = [scene.event_at[t.i] for t in planned if t is not None and t.i in scene.event_at]
        if events:
            return events
    if target.i in scene.event_at:
        return [scene.event_at[target.i]]
    told = [c for c in target.rights if c.dep_ == "acomp" and c.lower_ in words.TIMED]
    if target.lemma_ == "be" and told and told[0].i in scene.event_at:
        return [scene.event_at[told[0].i]]
    arguments: list[Token | None] = [*grammar.objects_of(target), grammar.subject_of(target)]
    return [scene.event_at[t.i] for t in arguments if t is not None and t.i in scene.event_at]


def _lasts_before(scene: Scene, verb: Token, first: int) -> bool:
    """True for "thanked him for his service since 2009": the service is what goes on since then."""
    if first < 2 or verb.i >= first - 1 or scene.doc[first - 1].pos_ != "NOUN":
        return False
    return grammar.finite_form(verb) == "past" and verb.lemma_.lower() not in words.DURATIVE


def _moved(scene: Scene, target: Token, expression: TemporalExpression, first: int) -> Token:
    """Corrects a target where word order speaks against the parse."""
    before = scene.doc[first - 1] if first > 0 else None
    if (
        before is not None
        and before.i in scene.event_at
        and before.sent == target.sent
        and target.i > first
        and before.lemma_.lower() in words.SAYING
    ):
        return before  # "officials said Tuesday the plant closed"
    if target.i > first and target.lemma_.lower() in words.SAYING:
        for child in target.lefts:  # "On Monday the man died, police said"
            if child.dep_ == "ccomp" and first < child.i:
                return child
    if _is_hedge(target) and target.head.i in scene.event_at:
        return target.head  # "came here in, I think, October 1967"
    condemned = _condemned(scene, target, expression, first)
    if condemned is not None:
        return condemned
    open_clause = target.lemma_ == "work" and target.dep_ in ("xcomp", "advcl")
    if open_clause and target.head.lemma_ in RETURNING:
        return target.head  # "returned to work on Monday"
    on_the_day = first == scene.within[expression.id].start or scene.doc[first].lower_ == "on"
    bidding = _bidding(scene, target, expression) if target.i < first and on_the_day else None
    if bidding is not None:
        return bidding  # "ordered the plant to stop production on Monday"
    if target.lemma_.lower() in words.PROSPECTIVE or target.lemma_ == "be":
        for child in target.rights:  # "is scheduled to open on Monday"
            if child.dep_ == "xcomp" and child.i < first:
                return child
    if target.dep_ == "dobj" and target.i < first and _dates_the_verb(scene, target, expression):
        return target.head  # "approved the merger on Tuesday"
    return target


def _bidding(scene: Scene, verb: Token, expression: TemporalExpression) -> Token | None:
    """What was said on a recent day that is over, where the day stands behind what was to be done.

    "asked him to resign on 6 March", "banned her from driving on Monday".
    """
    barred = verb.dep_ == "pcomp" and verb.head.lower_ == "from"
    bidding = verb.head.head if barred else verb.head
    if not barred and (verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "ccomp")):
        return None
    if bidding.lemma_.lower() not in (words.BARRING if barred else words.BIDDING):
        return None
    if bidding.i not in scene.event_at or grammar.finite_form(bidding) not in TOLD:
        return None
    value, speech = expression.value, scene.speech_at(expression.start)[0].value
    if expression.anchor_id is None or speech is None or not isinstance(value, Moment):
        return None
    return bidding if is_fine(expression) and value.cell.lo < speech.cell.hi else None


def _is_hedge(verb: Token) -> bool:
    """True for what only says how sure the teller is, in the middle of a clause: "I think"."""
    subject = grammar.own_subject(verb)
    mine = subject is not None and subject.lower_ in ("i", "we")
    aside = verb.dep_ == "parataxis" and verb.head.i < verb.i and grammar.is_verb(verb.head)
    return mine and aside and verb.lemma_.lower() in words.HEDGING


def _condemned(
    scene: Scene, verb: Token, expression: TemporalExpression, first: int
) -> Token | None:
    """What happened on a day of the calendar, before a verb that only looks back to it.

    "The council condemned the invasion of Kuwait on Aug. 2"; but "condemned it on Monday", a day of
    the news, is when they spoke.
    """
    if verb.lemma_.lower() not in words.LOOKING_BACK or "weekday" in expression.stated:
        return None
    if not {"month", "day"} <= set(expression.stated) or expression.id in scene.namings:
        return None
    for noun in grammar.objects_of(verb):
        told = any(c.dep_ == "prep" and c.lower_ in ("of", "against") for c in noun.rights)
        if noun.i < first and told and noun.i in scene.event_at:
            return noun
    return None


def _dates_the_verb(scene: Scene, noun: Token, expression: TemporalExpression) -> bool:
    """True where a date behind the object of a past verb is the verb's, whatever the parse says.

    Not for "held talks on Monday", which is both.
    """
    verb = noun.head
    if verb.i not in scene.event_at or grammar.finite_form(verb) not in TOLD:
        return False
    if _condemned(scene, verb, expression, noun.i + 1) is not None:
        return False
    is_name = scene.head[expression.id].dep_ in NAMING  # "announced the May elections"
    return verb.lemma_.lower() not in words.LIGHT and not is_name


def _named_day(
    scene: Scene, target: Token, expression: TemporalExpression, first: int, signal: str
) -> list[Event] | None:
    """Events of "declared May 1 a day of mourning", "Tuesday saw protests"; None if neither."""
    verb = target.lemma_.lower()
    within = scene.within[expression.id]
    follows = first == within.start and not signal and first > 0
    follows = follows and scene.doc[first].pos_ != "ADP"  # "which she made between 1977 and 1985"
    if verb in words.DECLARING and follows and scene.doc[first - 1].i == target.i:
        what = [t for t in target.rights if t.dep_ in ("xcomp", "oprd", "dobj", "ccomp")]
        what += [t for t in target.rights if t.dep_ == "prep" and t.lower_ == "as"]
        if "weekday" in expression.stated:
            what = [t for t in what if t.i not in within]  # "called Monday for talks"
        if what:  # but "called that same afternoon" names no day
            return [scene.event_at[t.i] for w in what for t in w.subtree if t.i in scene.event_at]
    subject = grammar.own_subject(target)
    is_subject = subject is None or subject.i in within
    if (
        is_subject
        and not signal
        and (target.i - 1 in within or target.i - 2 in within)
        and grammar.is_verb(target)
    ):
        wanted = verb in words.WITNESSING or verb in words.DECLARING or verb == "be"
        if not wanted:
            return [] if subject is not None else None
        nouns = [t for c in target.rights if c.dep_ in ("dobj", "attr", "oprd") for t in c.subtree]
        seen = [scene.event_at[t.i] for t in nouns if t.i in scene.event_at][:1]
        own = scene.event_at.get(target.i) if verb in words.WITNESSING and verb != "mark" else None
        return seen or ([own] if own is not None else [])  # "October brought one win"
    return None
