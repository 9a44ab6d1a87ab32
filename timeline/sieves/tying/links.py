"""Ties expressions to the events of their own sentence, by the parse and the order of words.

An expression climbs from its head to the first word that it can date. What it dates there may be
shared: a fronted date holds for coordinated verbs, one behind a verb for those of the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from ...annotation import Event, TemporalExpression
from ...temporal.values import Moment
from .. import grammar
from ..base import Link, Scene
from ..grammar import words
from ..grammar.tokens import Token
from .climbing import NAMING, climb
from .labels import find_label
from .lone import lone_verb
from .opening import cleft_verb, conjunct_behind, verb_behind
from .phrase import dates_nothing, signal_before
from .rescheduled import new_day_of
from .sharing import share
from .standing import TOLD, events_of

# Who wrote a line of a chat, behind its stamp.
NAME = r"[^\W\d_][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20})?"
GAP = 30  # tokens of a clause without a verb
LONE = 12  # the distance of what word order alone ties
SPEAKER = re.compile(rf"[)\]]?[ \t]{{0,3}}(?:[-–][ \t])?<?{NAME}>?:[ \t]")


def find_links(scene: Scene) -> dict[str, tuple[Link, ...]]:
    """For each event id, the expressions that its sentence ties to it, nearest first."""
    found: dict[str, list[Link]] = {}
    ends = {end for e in scene.expressions for end in e.ends}
    written = _written(scene)
    direct: list[tuple[str, Link]] = []
    for expression in scene.expressions:
        if expression.id not in scene.head:
            continue
        then = _when(scene, expression) if expression.type != "INTERVAL" else None
        if then is not None:
            found.setdefault(then.id, []).append(Link(expression, "", "direct", 1))
        if expression.id in ends:
            continue
        for event, link in _direct(scene, expression, written):
            event = _nearer(scene, event, link, found.get(event.id, ()))
            found.setdefault(event.id, []).append(link)
            direct.append((event.id, link))
    for expression in _loose(scene, direct, ends | written):
        for event, link in _lone(scene, expression):
            if event.id not in found:
                found[event.id] = [link]
                direct.append((event.id, link))
    settled = set(found)  # an expression of its own beats a shared one
    for giver, link in direct:
        for event, shared in share(scene, scene.trigger[giver], link):
            if event.id not in settled:
                found.setdefault(event.id, []).append(shared)
    return {event: tuple(sorted(links, key=_nearness(links))) for event, links in found.items()}


def _loose(
    scene: Scene, direct: Sequence[tuple[str, Link]], others: Collection[str]
) -> list[TemporalExpression]:
    """The expressions that the parse ties to no event."""
    tied = {link.expression.id for _, link in direct}
    return [
        e
        for e in scene.expressions
        if e.id in scene.head and e.id not in tied and e.id not in others
    ]


def _lone(scene: Scene, expression: TemporalExpression) -> Iterator[tuple[Event, Link]]:
    """The event of the only verb that a time can belong to."""
    signal, first = signal_before(scene, expression)
    if dates_nothing(scene, expression, first, signal):
        return
    verb = lone_verb(scene, expression, first, signal)
    if verb is not None:
        for event in events_of(scene, verb, expression, first, signal):
            yield event, Link(expression, signal, "direct", LONE)


def _nearer(scene: Scene, event: Event, link: Link, others: Sequence[Link]) -> Event:
    """The verb that a second date stands behind, where the first one has dated its own before.

    "She was made an OBE in 1994, which she had turned down once before, in 1979, on the ground".
    """
    start = link.expression.start
    own = [x.expression for x in others if x.how == "direct" and x.expression.end < start]
    if link.how != "direct" or not own or not _are_apart(own[-1], link.expression):
        return event
    between = scene.events_between(own[-1].end, start)
    for nearer in reversed(between):
        verb = scene.trigger.get(nearer.id)
        if verb is None or nearer.sentence != event.sentence:
            continue
        if not grammar.is_verb(verb):
            if verb.i == scene.within[link.expression.id].start - 1 and not link.signal:
                return nearer  # "completed on 31 May, after a vote the previous autumn"
            continue
        if grammar.finite_form(verb) in TOLD and nearer.polarity != "NEG":
            return nearer
    return event


def _are_apart(first: TemporalExpression, second: TemporalExpression) -> bool:
    """Whether two dates share no time, so that one event cannot be of both."""
    values = first.value, second.value
    if not isinstance(values[0], Moment) or not isinstance(values[1], Moment):
        return False
    one, other = values[0].cell, values[1].cell
    return one.hi <= other.lo or other.hi <= one.lo


def _written(scene: Scene) -> frozenset[str]:
    """The stamps that only say when words were written, and by whom.

    "On 5 May at 18:40, Ines Weber wrote:", "[21:14] dana: has anyone heard from Lev?"
    """
    mails = {p.start for p in scene.passages if p.date.basis == "mail"}
    stamps = set(scene.stamps.values())
    spoken = (e for e in scene.expressions if e.id in stamps and SPEAKER.match(scene.text, e.end))
    sent = (stamp for start, stamp in scene.stamps.items() if start in mails)
    return frozenset((*sent, *(e.id for e in spoken)))


def _nearness(links: Sequence[Link]) -> Callable[[Link], tuple[bool, bool, int, int]]:
    """The nearest first; a date in the clause comes before the stamp that its line begins with."""
    own = any(x.how == "direct" and x.expression.type in ("DATE", "TIME") for x in links)

    def key(link: Link) -> tuple[bool, bool, int, int]:
        shared = link.how not in ("direct", "label")
        stamp = own and link.how == "label"
        return shared, stamp, link.distance, link.expression.start

    return key


def _direct(
    scene: Scene, expression: TemporalExpression, written: frozenset[str]
) -> Iterator[tuple[Event, Link]]:
    signal, first = signal_before(scene, expression)
    if dates_nothing(scene, expression, first, signal):
        return
    if first > 1 and scene.doc[first - 1].lower_ == "again" and _adds(scene.doc[first - 2]):
        # "was nominated in 1921 and again in 1924": a second time, not the first
        if first - 1 in scene.event_at:
            yield scene.event_at[first - 1], Link(expression, signal, "direct", 1)
        return
    if first and scene.doc[first - 1].dep_ == "cc" and first - 1 in scene.event_at:
        yield scene.event_at[first - 1], Link(expression, signal, "direct", 1)
        return  # "won in 1903 and 1905": the word that stands for the second time
    if expression.id in written or _is_gapped(scene, expression, first):
        return
    labelled = find_label(scene, expression)
    if labelled:
        yield from ((event, Link(expression, signal, "label", 1)) for event in labelled)
        return
    told = cleft_verb(scene, expression, first)
    if told is not None:
        if told.i in scene.event_at:
            how = "" if signal in words.UNTIL else signal
            yield scene.event_at[told.i], Link(expression, how, "direct", 1)
        return
    torn = _clause_behind(scene, expression) or conjunct_behind(scene, expression, first)
    target, distance = (torn, 1) if torn is not None else climb(scene, expression, first)
    if target is None:
        target, distance = verb_behind(scene, expression, first), 1
    if torn is not None and torn.i not in scene.event_at:
        return
    if target is None:
        return
    moved = new_day_of(scene, target, expression, signal)
    if moved is not None:
        yield from ((event, Link(moved.day, "", "direct", distance)) for event in moved.events)
        return
    before = _told_by_that(scene, target, expression)
    if before is not None:
        yield before, Link(expression, signal, "direct", distance)
        return
    if scene.head[expression.id].dep_ in NAMING and not grammar.is_verb(target):
        signal = ""  # "following last week's attack": after the attack, not after the week
    for event in events_of(scene, target, expression, first, signal):
        yield event, Link(expression, signal, "direct", distance)


def _told_by_that(scene: Scene, verb: Token, expression: TemporalExpression) -> Event | None:
    """What the sentence before told, where this one only dates it: "That was in 1936."."""
    subject = grammar.own_subject(verb)
    if verb.lemma_ != "be" or verb.dep_ != "ROOT" or subject is None:
        return None
    first, within = verb.sent.start, scene.within[expression.id]
    if subject.lower_ not in ("that", "this", "it") or subject.i != first or first == 0:
        return None
    rest = (t for t in scene.doc[verb.i + 1 : verb.sent.end] if t.i not in within)
    if any(t.pos_ not in ("ADP", "PUNCT", "ADV") for t in rest):
        return None
    sentence = scene.doc[first - 1].sent
    pasts = [t for t in sentence if t.i in scene.event_at and grammar.finite_form(t) == "past"]
    told = [t for t in pasts if t.i == sentence.root.i] or pasts
    if len(told) != 1 or any(t.i in scene.inside for t in sentence):
        return None
    if scene.block_at(told[0].idx) != scene.block_at(verb.idx):
        return None
    event = scene.event_at[told[0].i]
    return event if event.polarity != "NEG" else None


def _clause_behind(scene: Scene, expression: TemporalExpression) -> Token | None:
    """The verb of the clause that a time opens, where the parser made it a relative clause.

    "The following spring he marched", "and two years later another did"; but "the year he left".
    """
    if expression.anchor_id is None or expression.id in scene.namings:
        return None
    within = scene.within[expression.id]
    stop = within.stop
    # "by the end of the year his sons had quarrelled": a clause of the last noun
    last = scene.doc[stop - 1]
    for child in (*scene.head[expression.id].rights, *last.rights):
        subject = grammar.own_subject(child) if child.dep_ == "relcl" else None
        if subject is None or subject.tag_ in grammar.RELATIVES or subject.left_edge.i != stop:
            continue
        return child if grammar.is_verb(child) else None
    return None


def _is_gapped(scene: Scene, expression: TemporalExpression, first: int) -> bool:
    """Whether a time opens a clause without its verb: "found a skull, and in 2013 a walkway"."""
    stop, doc = scene.within[expression.id].stop, scene.doc
    if first < 2 or doc[first - 1].dep_ != "cc" or doc[first - 2].text != ",":
        return False
    rest = []
    for token in doc[stop : stop + GAP]:
        if token.is_sent_start or token.text in (".", ",", ";", ":", "?", "!"):
            break
        rest.append(token)
    told = any(t.pos_ in ("VERB", "AUX") or t.i in scene.event_at for t in rest)
    return bool(rest) and rest[0].pos_ in ("DET", "PRON", "PROPN", "NUM") and not told


def _adds(before: Token) -> bool:
    """True for "and again in 1924"; "was damaged again on 23 August" is of that day."""
    return before.dep_ == "cc" or before.lower_ in (",", "and", "or", "then")


def _when(scene: Scene, expression: TemporalExpression) -> Event | None:
    """The event of a clause with "when" right behind a date: "until 1963, when it burned down"."""
    stop = scene.within[expression.id].stop
    for word in scene.doc[stop : stop + 2]:
        if word.lower_ == "when" and grammar.is_verb(word.head) and word.head.i > word.i:
            verb = word.head
            follows = verb.dep_ in ("relcl", "advcl") and verb.head.i < stop
            asks = scene.doc[word.i + 1].dep_ in ("aux", "auxpass")  # "when do you leave?"
            return scene.event_at.get(verb.i) if follows and not asks else None
        if word.text != ",":
            return None
    return None
