"""A story goes on: the next sentence's main verb is of the day told last, until anything breaks it.

Conservative on purpose: one sentence far, the same paragraph, past told after past, a day and not a
year, and no word that moves the time ("later"), opens another scene ("During ...") or quotes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

from ..annotation import Anchor, Bounds, Event, TemporalExpression
from ..rules.narrative.shapes import counts_in_days
from ..temporal.arithmetic import last_moment, truncate
from ..temporal.granularity import Granularity
from ..temporal.values import Moment, TimeValue, Unresolved
from . import grammar
from .base import Found, Scene
from .event import NAME as EVENT
from .frames.bounding import Frame
from .frames.making import make_anchor
from .grammar import words
from .grammar.tokens import Sentence, Token
from .named_events.naming import counted_length
from .reporting import PRESS

NAME = "carried"
TELLING = frozenset({"OCCURRENCE", "I_ACTION", "PERCEPTION"})
# What is told as a fact, if only by somebody.
REAL = frozenset({"happened", "alleged"})
QUOTES = frozenset('"“”„«»')
LENGTHS = frozenset("for within took lasted spent waited".split())
TELLERS = (EVENT, "attached", "clause")  # what they date, a story may go on from
REACH = 3  # sentences that a day may be carried over


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of main verbs that continue the sentence before."""
    told: tuple[Event, Anchor] | None = None
    block, steps = -1, 0
    by_id = {e.id: e for e in scene.expressions}
    starts = scene.doc.sentence_starts
    dating = (e.start for e in scene.events if e.id in found and found[e.id].sieve in TELLERS)
    tellers = {bisect_right(starts, start) - 1 for start in dating}
    for number, start in enumerate(starts):
        here = scene.block_at(start)
        if here != block or here < 0:
            told, block = None, here
        if told is None and number not in tellers:
            continue
        sentence = scene.doc.sents[number]
        main = _main_event(scene, sentence)
        dated = _teller(scene, main, found)
        if dated is not None:
            told, steps = _last_teller(scene, sentence, dated, found), 0
            continue
        steps += 1
        if told is not None and steps <= REACH and _is_aside(scene, sentence):
            continue
        if told is None or main is None or steps > REACH:
            told = None
            continue
        if not _continues(scene, sentence, main, told[1]):
            told = None
            continue
        if main.id in found or scene.links_of(main):
            told = None
            continue
        expression = by_id.get(told[1].evidence[0].timex_id)
        if expression is not None:
            frame = on_that_day(told[1])
            note = f"carried from {told[0].text!r}"
            yield make_anchor(
                main, frame, NAME, [(expression, note)], inferred=True, basis="inferred"
            )


def _main_event(scene: Scene, sentence: Sentence) -> Event | None:
    root = sentence.root
    main = scene.event_at.get(root.i)
    if main is None and root.lemma_ == "be":
        states = (scene.event_at.get(c.i) for c in root.rights if c.dep_ == "acomp")
        main = next((state for state in states if state is not None), None)
    return main


def _teller(scene: Scene, main: Event | None, found: Found) -> tuple[Event, Anchor] | None:
    """A main verb that tells a happening of one day, so that a story can go on from it."""
    anchor = found.get(main.id) if main is not None else None
    if main is None or anchor is None:
        return None
    if anchor.sieve == EVENT:  # "On arrival she was febrile."
        on = anchor.shape == "instant" and anchor.evidence[0].note[:3] == "on "
        return (main, anchor) if on else None
    if anchor.sieve not in TELLERS:
        return None
    if anchor.shape != "instant" or anchor.granularity > Granularity.DAY:
        return None
    if (
        anchor.begin.earliest is None
        or anchor.end.latest is None
        or not _is_told(scene, main, to_the_hour=anchor.granularity < Granularity.DAY)
    ):
        return None
    if scene.trigger[main.id].lemma_.lower() == "bear":
        return None  # a life goes on, but not on that day
    return main, anchor


def _is_aside(scene: Scene, sentence: Sentence) -> bool:
    """Whether the teller speaks for a moment: "I know that it was the same one"."""
    root = sentence.root
    subject = grammar.own_subject(root)
    if subject is None or subject.lower_ not in ("i", "we") or not grammar.is_verb(root):
        return False
    if grammar.finite_form(root) not in ("present", "modal"):
        return False
    return not any(t.i in scene.inside or t.text in QUOTES for t in sentence)


def _last_teller(
    scene: Scene, sentence: Sentence, told: tuple[Event, Anchor], found: Found
) -> tuple[Event, Anchor] | None:
    """What a sentence tells last, where it comes to a later day: "It sank, but on 4 May rose"."""
    later = told
    for verb in grammar.later_conjuncts(sentence.root):
        event = scene.event_at.get(verb.i)
        later = _teller(scene, event, found) or later
    return None if _goes_beyond(scene, sentence, later[1]) else later


def _goes_beyond(scene: Scene, sentence: Sentence, anchor: Anchor) -> bool:
    """Whether a sentence comes to a later day: "It set in on 20 October and went on till May"."""
    own = {evidence.timex_id for evidence in anchor.evidence}
    latest = anchor.end.latest
    for token in sentence:
        other = scene.inside.get(token.i)
        if other is None or other.id in own or isinstance(other.value, Unresolved):
            continue
        if latest is not None and _is_later(other.value, latest):
            return True
    return False


def _is_later(value: TimeValue, told: Moment) -> bool:
    """Whether a value ends on a later day; one that holds the day does not: "that year"."""
    last, day = last_moment(value), truncate(told, max(told.granularity, Granularity.DAY)).cell
    if last is None or (isinstance(value, Moment) and value.cell.lo <= day.lo < value.cell.hi):
        return False
    return last.cell.lo >= day.hi


def _is_told(scene: Scene, event: Event, *, to_the_hour: bool = False) -> bool:
    """True for a finite past main verb that tells what happened.

    What begins or ends on a day may be told for weeks; at an hour it is a step of that day.
    """
    verb = scene.trigger[event.id]
    if event.class_ == "ASPECTUAL":
        told = to_the_hour
    else:
        told = event.class_ in telling(scene, verb)
    if not told or event.polarity == "NEG" or event.status not in REAL:
        return False
    if any(c.dep_ == "det" and c.lower_ == "no" for o in grammar.objects_of(verb) for c in o.lefts):
        return False  # "She received no reply."
    progressive = verb.tag_ == "VBG" and not _is_scene(verb)
    return grammar.finite_form(verb) == "past" and not progressive


def telling(scene: Scene, verb: Token) -> Collection[str]:
    """The classes of a story's steps: outside the press also "told me", "wrote it down"."""
    if scene.date.basis in PRESS:
        return TELLING
    heard = any(
        c.dep_ == "prt" or (c.dep_ in ("dative", "dobj") and c.pos_ == "PRON") for c in verb.rights
    )
    return {*TELLING, "REPORTING"} if heard else TELLING


def _is_scene(verb: Token) -> bool:
    """True for what went on when something happened: "I was walking home when I saw it"."""
    return any(
        c.dep_ == "advcl" and any(w.lower_ == "when" for w in c.lefts) and grammar.is_verb(c)
        for c in verb.rights
    )


def _continues(scene: Scene, sentence: Sentence, main: Event, told: Anchor) -> bool:
    if not _is_told(scene, main) or any(t.text in QUOTES for t in sentence):
        return False
    verb = scene.trigger[main.id]
    if grammar.own_subject(verb) is None:
        return False
    start = grammar.clause_start(verb)
    for token in sentence:
        expression = scene.inside.get(token.i)
        if expression is not None and _is_length(scene, expression):
            continue  # "The crash woke the mate, who came up within a minute"
        if expression is not None:
            counts = expression.expr is not None and counts_in_days(expression.expr)
            near = counts or _is_of_that_day(expression, told)
            if not (_is_of_a_next_verb(token, verb) and near):
                return False
            continue  # "were taken there and released later that day"
        if token.lower_ in words.SEQUENCE and _moves(token, verb):
            return False
        opens = token.dep_ in ("prep", "advcl", "advmod", "npadvmod", "mark")
        if token.i < start and token.head.i == verb.i and opens:
            return False
    return True


def _is_length(scene: Scene, expression: TemporalExpression) -> bool:
    """Whether words only say how long something took: "for an hour", not "after an hour"."""
    if expression.type != "DURATION" or counted_length(expression) is None:
        return False
    first = scene.within[expression.id].start
    return first == 0 or scene.doc[first - 1].lower_ in LENGTHS


def _is_of_a_next_verb(token: Token, verb: Token) -> bool:
    """Whether a word hangs on a verb that is coordinated with the main one."""
    above = next((a for a in token.ancestors if grammar.is_verb(a)), None)
    return above is not None and any(v.i == above.i for v in grammar.later_conjuncts(verb))


def _is_of_that_day(expression: TemporalExpression, told: Anchor) -> bool:
    """Whether an expression stays within the one day that is told, and no clock goes on there."""
    value, day = expression.value, _day(told.begin.earliest)
    if not isinstance(value, Moment) or day is None or value.granularity.is_clock:
        return False
    if value.granularity > Granularity.DAY:
        return False
    return truncate(value, Granularity.DAY).cell == day.cell


def _moves(token: Token, verb: Token) -> bool:
    """True where a word of sequence belongs to the main clause or its subject."""
    return token.head.i == verb.i or any(a.i == verb.i for a in list(token.ancestors)[:2])


def on_that_day(anchor: Anchor) -> Frame:
    """The whole day: what follows "at 17:40" is not at 17:40."""
    bounds = Bounds(_day(anchor.begin.earliest), _day(anchor.end.latest))
    return Frame("instant", bounds, bounds, "IS_INCLUDED", Granularity.DAY, bounded=False)


def _day(moment: Moment | None) -> Moment | None:
    return truncate(moment, Granularity.DAY) if moment is not None else None
