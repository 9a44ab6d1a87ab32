"""Ties expressions to the events of their own sentence, by the parse and the order of words.

An expression climbs from its head to the first word that it can date. What it dates there may be
shared: a fronted date holds for coordinated verbs, one behind a verb for those of the same subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ..annotation import Event, TemporalExpression
from ..temporal.arithmetic import first_moment
from ..temporal.granularity import Granularity
from ..temporal.values import Interval, Moment, OneOf, Unresolved
from . import grammar, words
from .base import Link, Scene

SIGNALS = frozenset(
    """by until till til before after since from between during throughout within of for over
    through on in at to than about with like as following under past inside around""".split()
)
COMPARISON = 10  # tokens between "from" and the date of the number that it compares with
MAX_STEPS = 12  # of a climb; longer ones are parses gone wrong
ENDING = ("CCONJ", "PUNCT", "ADP", "AUX", "DET", "PRON", "SCONJ")  # these end a noun phrase
NAMING = ("poss", "compound", "nummod", "amod", "nmod")


def find_links(scene: Scene) -> dict[str, tuple[Link, ...]]:
    """For each event id, the expressions that its sentence ties to it, nearest first."""
    found: dict[str, list[Link]] = {}
    ends = {end for e in scene.expressions for end in e.ends}
    direct: list[tuple[Token, Link]] = []
    for expression in scene.expressions:
        if expression.id in ends or expression.id not in scene.head:
            continue
        for event, link in _direct(scene, expression):
            found.setdefault(event.id, []).append(link)
            direct.append((scene.trigger[event.id], link))
    settled = set(found)  # an expression of its own beats a shared one
    for trigger, link in direct:
        for event, shared in _shared(scene, trigger, link):
            if event.id not in settled:
                found.setdefault(event.id, []).append(shared)
    return {event: tuple(sorted(links, key=_nearness)) for event, links in found.items()}


def _nearness(link: Link) -> tuple[bool, int, int]:
    return link.how not in ("direct", "label"), link.distance, link.expression.start


def signal_before(scene: Scene, expression: TemporalExpression) -> tuple[str, int]:
    """The bounding word before an expression, and the index of the phrase's first token.

    ("by", 7) of "by about noon"; ("no later than", 3).
    """
    first = scene.within[expression.id].start
    doc, i = scene.doc, first - 1
    steps = 0
    while i >= 0 and steps < 3 and doc[i].lower_ in words.HEDGES and doc[i].lower_ not in SIGNALS:
        i, steps = i - 1, steps + 1
    if i < 0:
        return "", first
    word = doc[i].lower_
    before = [doc[k].lower_ for k in (i - 2, i - 1) if k >= 0]
    if word == "than" and before in (["no", "later"], ["not", "later"]):
        return "no later than", i - 2
    if word == "of" and before[-1:] == ["as"]:
        return "as of", i - 1
    if word == "to" and before[-1:] in (["up"], ["prior"]):
        return ("until", i - 1) if before[-1] == "up" else ("before", i - 1)
    if word in ("than", "like") and before[-1:] not in (["more"], ["less"]):
        return word, i
    return (word, i) if word in SIGNALS else ("", first)


def _direct(scene: Scene, expression: TemporalExpression) -> Iterator[tuple[Event, Link]]:
    signal, first = signal_before(scene, expression)
    if signal in words.TOPIC or _is_compared(scene, expression, first, signal):
        return
    label = _labelled(scene, expression)
    if label is not None:
        yield label, Link(expression, signal, "label", 1)
        return
    target, distance = _climb(scene, expression, first)
    if target is None:
        return
    if scene.head[expression.id].dep_ in NAMING and not grammar.is_verb(target):
        signal = ""  # "following last week's attack": after the attack, not after the week
    for event in _events_of(scene, target, expression, first, signal):
        yield event, Link(expression, signal, "direct", distance)


def _is_compared(scene: Scene, expression: TemporalExpression, first: int, signal: str) -> bool:
    """True for the other side of a comparison: "up from 4 pence a year earlier"."""
    said = set(expression.text.lower().split())
    if signal == "from" and expression.type != "INTERVAL" and said & words.AGO:
        return True
    if _is_fine(expression):
        return False
    for i in range(first - 1, max(first - COMPARISON, 0), -1):
        token = scene.doc[i]
        if token.pos_ in ("VERB", "AUX") and token.lower_ != "compared":
            return False
        if token.lower_ in ("from", "than", "versus", "compared", "against"):
            numbers = (scene.doc[k] for k in range(i + 1, first))
            return any(t.like_num or t.pos_ == "SYM" for t in numbers)
    return False


def _climb(scene: Scene, expression: TemporalExpression, first: int) -> tuple[Token | None, int]:
    """The word that an expression dates: an event, else its clause's verb; with the steps to it.

    A preposition that the parser hung on the noun before it ("cities on January 2") climbs on to
    the verb, if the noun stands behind it: "the president of 1998 said" was not said in 1998.
    """
    token = scene.head[expression.id]
    if _is_lost(scene, token, first):
        token = scene.doc[first]
    bracketed = scene.text[max(expression.start - 1, 0) : expression.start] in ("(", "[")
    within = scene.within[expression.id]
    crossed: Token | None = None  # the first thing that is no happening, on the way
    for distance in range(1, MAX_STEPS):
        parent = token.head
        if parent.i == token.i:
            return None, 0
        if parent.i in within:
            token = parent
            continue
        if parent.dep_ == "acl" and parent.head.lemma_.lower() in words.PERIODS:
            return None, 0  # "the six months ended Oct. 1"
        if parent.i in scene.event_at and not _is_topic(token, parent):
            return (parent, distance) if _reaches(scene, expression, crossed, parent) else (None, 0)
        if parent.pos_ in ("VERB", "AUX"):
            if not _reaches(scene, expression, crossed, parent):
                return None, 0
            return (parent.head if parent.dep_ in ("aux", "auxpass") else parent), distance
        if parent.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "SYM"):
            if crossed is None and not bracketed:
                if token.dep_ in NAMING:
                    return None, 0
                if token.dep_ == "prep" and token.lower_ in ("of", "for"):
                    return None, 0
            crossed = crossed or parent
        token = parent
    return None, 0


def _is_lost(scene: Scene, head: Token, first: int) -> bool:
    """True where the parser gave the object of a preposition to another word.

    "on Tuesday and the cargo": Tuesday is no name of the cargo.
    """
    phrase = scene.doc[first]
    if phrase.pos_ not in ("ADP", "SCONJ") or phrase.i in scene.inside:
        return False
    if phrase.i not in {a.i for a in head.ancestors}:
        return True
    after = scene.inside.get(head.i)
    stop = scene.within[after.id].stop if after is not None else head.i + 1
    ends = stop < len(scene.doc) and scene.doc[stop].pos_ in ENDING
    return head.dep_ in NAMING and head.head.i >= stop and ends


def _reaches(
    scene: Scene, expression: TemporalExpression, crossed: Token | None, target: Token
) -> bool:
    """False where a date stays with the subject: "the president of 1998 said".

    "An inspection in June found cracks" passes it on, and so does a day right before its verb, as
    news has it: "The Council on Monday ordered an embargo".
    """
    if crossed is None or not grammar.is_verb(target) or crossed.i > target.i:
        return True
    parts = [target.i, *(c.i for c in target.lefts if c.dep_ in ("aux", "auxpass", "advmod"))]
    if min(parts) == scene.within[expression.id].stop and _is_fine(expression):
        return True
    return target.lemma_.lower() in words.RESULTING | words.OCCURRING


def _is_topic(token: Token, parent: Token) -> bool:
    """True where a noun event only has the date as a topic: "plans for next week"."""
    return parent.pos_ in ("NOUN", "PROPN") and token.dep_ == "prep" and token.lower_ == "for"


def _labelled(scene: Scene, expression: TemporalExpression) -> Event | None:
    """The event that a line led by its date is about: "2018: the software house is bought."."""
    place = scene.block_at(expression.start)
    if place < 0:
        return None
    block, text = scene.blocks[place], scene.text
    line = max(text.rfind("\n", 0, expression.start) + 1, block.start)
    before = text[line : expression.start].rstrip()
    if before.endswith(":") and text[expression.end : expression.end + 1] in ("", "\n", "\r"):
        named = scene.events_between(line, expression.start)
        return named[0] if len(named) == 1 else None  # "Date of birth: 9 November 1961"
    if text[block.start : expression.start].strip(" -*•–—([\t"):
        return None
    after = text[expression.end : expression.end + 3].lstrip(" )]")
    if after[:1] not in (":", "–", "—", "-", "|"):
        return None
    inside = scene.events_between(expression.end, block.end)
    if not inside:
        return None
    first_sentence = [e for e in inside if e.sentence == inside[0].sentence]
    heads = [e for e in first_sentence if _is_main(scene.trigger[e.id])]
    return (heads or first_sentence)[0]


def _is_main(token: Token) -> bool:
    """True for a finite verb that no other clause of its sentence holds."""
    if token.pos_ not in ("VERB", "AUX") or grammar.finite_form(token) == "none":
        return False
    return token.dep_ not in ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj")


def _events_of(
    scene: Scene, target: Token, expression: TemporalExpression, first: int, signal: str
) -> list[Event]:
    """The events that a word dated by an expression stands for."""
    target = _moved(scene, target, expression, first)
    verb = target.lemma_.lower()
    if grammar.finite_form(target) == "past" and _lies_ahead(scene, expression):
        # "announced elections on 5 June": what is told as past cannot lie ahead of the text.
        if not grammar.is_verb(target) or signal not in ("", "on", "in", "for", "at"):
            return []
        return [scene.event_at[t.i] for t in grammar.objects_of(target) if t.i in scene.event_at]
    named = _named_day(scene, target, expression, first, signal)
    if named is not None:
        return named
    if verb in words.PROSPECTIVE and signal in ("for", "") and target.i in scene.event_at:
        planned: list[Token | None] = [*grammar.objects_of(target)]
        planned = planned or [grammar.subject_of(target)]
        events = [scene.event_at[t.i] for t in planned if t is not None and t.i in scene.event_at]
        if events and signal == "for":
            return events
    if target.i in scene.event_at:
        return [scene.event_at[target.i]]
    arguments: list[Token | None] = [*grammar.objects_of(target), grammar.subject_of(target)]
    return [scene.event_at[t.i] for t in arguments if t is not None and t.i in scene.event_at]


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
    if target.lemma_.lower() in words.PROSPECTIVE or target.lemma_ == "be":
        for child in target.rights:  # "is scheduled to open on Monday"
            if child.dep_ == "xcomp" and child.i < first:
                return child
    if target.dep_ == "dobj" and target.i < first and _dates_the_verb(scene, target, expression):
        return target.head  # "approved the merger on Tuesday"
    return target


def _dates_the_verb(scene: Scene, noun: Token, expression: TemporalExpression) -> bool:
    """True where a date behind the object of a past verb is the verb's, whatever the parse says.

    Not for "held talks on Monday", which is both.
    """
    verb = noun.head
    if verb.i not in scene.event_at or grammar.finite_form(verb) != "past":
        return False
    is_name = scene.head[expression.id].dep_ in NAMING  # "announced the May elections"
    return verb.lemma_.lower() not in words.LIGHT and not is_name


def _lies_ahead(scene: Scene, expression: TemporalExpression) -> bool:
    """True for a time that begins after the document's own date."""
    if isinstance(expression.value, Unresolved) or scene.date.value is None:
        return False
    first = first_moment(expression.value)
    return first is not None and first.cell.lo >= scene.date.value.cell.hi


def _named_day(
    scene: Scene, target: Token, expression: TemporalExpression, first: int, signal: str
) -> list[Event] | None:
    """Events of "declared May 1 a day of mourning", "Tuesday saw protests"; None if neither."""
    verb = target.lemma_.lower()
    follows = first == scene.within[expression.id].start and not signal and first > 0
    if verb in words.DECLARING and follows and scene.doc[first - 1].i == target.i:
        what = [t for t in target.rights if t.dep_ in ("xcomp", "oprd", "dobj", "prep", "ccomp")]
        return [scene.event_at[t.i] for w in what for t in w.subtree if t.i in scene.event_at]
    subject = grammar.own_subject(target)
    within = scene.within[expression.id]
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
        return [scene.event_at[t.i] for t in nouns if t.i in scene.event_at][:1]
    return None


def _shared(scene: Scene, trigger: Token, link: Link) -> Iterator[tuple[Event, Link]]:
    """What coordination makes of a link: (event, link) of the other verbs that it holds for."""
    first = signal_before(scene, link.expression)[1]
    if not grammar.is_verb(trigger):
        for noun in _adjacent(trigger):
            if noun.i in scene.event_at:
                yield scene.event_at[noun.i], _as(link, "coordinated")
        if trigger.dep_ not in ("dobj", "nsubjpass") or trigger.head.lemma_ not in words.LIGHT:
            return
        trigger = trigger.head  # "held a protest on Sunday and blocked the road"
    fronted = first < grammar.clause_start(trigger)
    form = grammar.finite_form(trigger)
    for verb in grammar.later_conjuncts(trigger):
        if verb.i not in scene.event_at or grammar.is_negated(verb):
            continue
        if grammar.finite_form(verb) != form:
            continue
        if fronted:
            yield scene.event_at[verb.i], _as(link, "fronted")
        elif first < verb.i and grammar.own_subject(verb) is None and _is_day(link, trigger):
            yield scene.event_at[verb.i], _as(link, "coordinated")
    for verb in _adjacent(trigger):
        if verb.i in scene.event_at and not grammar.is_negated(verb):
            yield scene.event_at[verb.i], _as(link, "coordinated")


def _adjacent(token: Token) -> list[Token]:
    """The word before "and" that shares what follows: "arrested and charged on Tuesday"."""
    head = token.head
    if token.dep_ == "conj" and head.i == token.i - 2 and token.nbor(-1).dep_ == "cc":
        return [head]
    return []


def _is_day(link: Link, trigger: Token) -> bool:
    """A day holds for the next verb of the same subject; a year does not."""
    if link.signal not in ("", "on", "at", "in") or trigger.lemma_.lower() in words.CLOSING:
        return False
    return _is_fine(link.expression)


def _is_fine(expression: TemporalExpression) -> bool:
    """True for a day or less."""
    value = expression.value
    if isinstance(value, Interval):
        value = value.start  # type: ignore[assignment]
    return isinstance(value, (Moment, OneOf)) and value.granularity <= Granularity.DAY


def _as(link: Link, how: str) -> Link:
    return Link(link.expression, link.signal, how, link.distance + 1)
